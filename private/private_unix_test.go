//go:build unix

package private

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

func TestDir(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	if err := Dir(dir); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(dir); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("made with %v, %v", info.Mode(), err)
	}
	if err := os.Chmod(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	if Dir(dir) == nil {
		t.Error("a folder that all may write is taken")
	}
	file := filepath.Join(filepath.Dir(dir), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if Dir(file) == nil {
		t.Error("a file is taken for a folder")
	}
	link := filepath.Join(filepath.Dir(dir), "link")
	if err := os.Symlink(t.TempDir(), link); err != nil {
		t.Fatal(err)
	}
	if Dir(link) == nil {
		t.Error("a link to another folder is taken")
	}
	if os.Getuid() == 0 {
		if err := os.Chmod(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.Chown(dir, 12345, -1); err != nil {
			t.Fatal(err)
		}
		if Dir(dir) == nil {
			t.Error("another user's folder is taken")
		}
	}
}

// TestFIFO: a FIFO where a file should be is refused at once.
func TestFIFO(t *testing.T) {
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	fifo := filepath.Join(dir, "fifo")
	if err := syscall.Mkfifo(fifo, 0o600); err != nil {
		t.Skipf("no FIFO can be made here: %v", err)
	}
	done := make(chan [2]error, 1)
	go func() {
		_, err := ReadFile(fifo)
		done <- [2]error{err, Tree(dir)}
	}()
	select {
	case errs := <-done:
		if errs[0] == nil || errs[1] == nil {
			t.Errorf("a FIFO is taken: %v", errs)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("it waits for the FIFO")
	}
	if err := os.Remove(fifo); err != nil {
		t.Fatal(err)
	}
	if err := Tree(dir); err != nil {
		t.Errorf("an empty folder: %v", err)
	}
}
