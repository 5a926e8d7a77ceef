//go:build !unix

package dataset

import (
	"os"
	"path/filepath"
)

// lockDir only marks the folder where the system has no flock.
func lockDir(dir string) (*os.File, error) {
	return os.OpenFile(filepath.Join(dir, ".zhibiao.lock"), os.O_CREATE|os.O_RDWR, 0o644)
}
