package dataset

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// disk changes files. before is called ahead of each change, with what is to
// be done to which file; an error of it stands for a disk that fails there.
type disk struct{ before func(what, path string) error }

func (d disk) step(what, path string) error {
	if d.before == nil {
		return nil
	}
	return d.before(what, path)
}

func (d disk) create(dir string) (*os.File, error) {
	if err := d.step("create", dir); err != nil {
		return nil, err
	}
	return os.CreateTemp(dir, tempPrefix+"*")
}

func (d disk) mkdir(dir string) error {
	if err := d.step("mkdir", dir); err != nil {
		return err
	}
	return os.MkdirAll(dir, 0o755)
}

func (d disk) rename(from, to string) error {
	if err := d.step("rename", to); err != nil {
		return err
	}
	return os.Rename(from, to)
}

// remove removes a file that may be gone already.
func (d disk) remove(path string) error {
	if err := d.step("remove", path); err != nil {
		return err
	}
	if err := os.Remove(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// finish makes a temporary file readable for all and brings it onto the disk.
func (d disk) finish(f *os.File) error {
	if err := d.step("finish", f.Name()); err != nil {
		return err
	}
	return errors.Join(f.Chmod(0o644), f.Sync(), f.Close())
}

// settle brings the names in a folder onto the disk, where the system can.
func (d disk) settle(dir string) error {
	if err := d.step("settle", dir); err != nil {
		return err
	}
	f, err := os.Open(dir)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return err
	}
	_ = f.Sync() // not every system syncs folders
	return f.Close()
}

// write makes a file of bytes, whole or not at all.
func (d disk) write(path string, b []byte) error {
	f, err := d.create(filepath.Dir(path))
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	if err == nil {
		err = d.finish(f)
	}
	if err == nil {
		err = d.rename(f.Name(), path)
	}
	if err != nil {
		_ = f.Close()
		_ = d.remove(f.Name())
		return fmt.Errorf("write %s: %w", path, err)
	}
	return nil
}
