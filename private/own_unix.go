//go:build unix

package private

import (
	"fmt"
	"io/fs"
	"os"
	"syscall"
)

// own tells whether a file is the user's, and nobody else's to write.
func own(path string, info fs.FileInfo) error {
	if s, ok := info.Sys().(*syscall.Stat_t); ok && int(s.Uid) != os.Getuid() {
		return fmt.Errorf("%s belongs to another user", path)
	}
	if info.Mode().Perm()&0o022 != 0 {
		return fmt.Errorf("%s may be written by others", path)
	}
	return nil
}
