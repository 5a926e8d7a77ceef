//go:build unix

package dataset

import (
	"fmt"
	"os"
	"path/filepath"
	"syscall"
)

// lockDir keeps a second run out of a folder until the file is closed or the
// process ends, however it ends.
func lockDir(dir string) (*os.File, error) {
	f, err := os.OpenFile(filepath.Join(dir, ".zhibiao.lock"), os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		_ = f.Close()
		return nil, fmt.Errorf("another zhibiao is writing to %s; wait until it is done, or choose another folder with -o", dir)
	}
	return f, nil
}
