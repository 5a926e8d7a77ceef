package view

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
)

// marker names a file that Build leaves in its folder, so that the next one
// knows it for its own.
const marker = ".zhibiao-view"

// folder is written beside its place and takes it when it is whole.
type folder struct {
	out, tmp string
}

// newFolder begins a folder that will stand at out.
func newFolder(out string) (*folder, error) {
	out = filepath.Clean(out)
	if err := replaceable(out); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return nil, err
	}
	tmp, err := os.MkdirTemp(filepath.Dir(out), ".zhibiao-tmp-view-*")
	if err != nil {
		return nil, err
	}
	f := &folder{out, tmp}
	for _, sub := range []string{"assets", "data", "doc"} {
		if err := os.Mkdir(filepath.Join(tmp, sub), 0o755); err != nil {
			f.discard()
			return nil, err
		}
	}
	return f, nil
}

// replaceable refuses a folder that holds what Build did not write.
func replaceable(out string) error {
	entries, err := os.ReadDir(out)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(out, marker)); err != nil {
		return fmt.Errorf("%s holds other files; choose an empty or a new folder with -o", out)
	}
	return nil
}

// discard removes what was written and not committed.
func (f *folder) discard() { _ = os.RemoveAll(f.tmp) }

// commit puts the folder in its place and returns its index page.
func (f *folder) commit() (string, error) {
	if err := f.write(marker, func(io.Writer) error { return nil }); err != nil {
		return "", err
	}
	if err := os.Chmod(f.tmp, 0o755); err != nil {
		return "", err
	}
	old := f.tmp + "-old"
	defer func() { _ = os.RemoveAll(old) }()
	if err := os.Rename(f.out, old); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	if err := os.Rename(f.tmp, f.out); err != nil {
		_ = os.Rename(old, f.out)
		return "", err
	}
	return filepath.Join(f.out, "index.html"), nil
}

// write writes a file of the folder.
func (f *folder) write(name string, write func(io.Writer) error) error {
	file, err := os.Create(filepath.Join(f.tmp, filepath.FromSlash(name)))
	if err != nil {
		return err
	}
	w := bufio.NewWriter(file)
	if err := errors.Join(write(w), w.Flush(), file.Close()); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	return nil
}

// page writes a page from a template.
func (f *folder) page(name, template string, data any) error {
	return f.write(name, func(w io.Writer) error { return pages[template].ExecuteTemplate(w, "page", data) })
}

// data writes data/NAME.js.
func (f *folder) data(name string, value any) error {
	return f.write("data/"+name+".js", func(w io.Writer) error { return writeData(w, name, value) })
}

var plainName = regexp.MustCompile(`^[A-Za-z0-9_-]{1,100}$`)

// pageName is the file name of a document's page. An id that is no plain name
// is hashed, so that no document decides where it is written.
func pageName(id string) string {
	if !plainName.MatchString(id) {
		sum := sha256.Sum256([]byte(id))
		id = "h-" + hex.EncodeToString(sum[:8])
	}
	return id + ".html"
}
