//go:build unix

package jieba

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"zhibiao/segment"
)

// TestSharedCache: a cache that others may write is not believed, and a FIFO in a
// dictionary's place does not hold the program up.
func TestSharedCache(t *testing.T) {
	words := []segment.Word{{Text: "云溪大道东段", Pos: "nz"}}
	load := func(what string) {
		t.Helper()
		done := make(chan error, 1)
		go func() {
			j, err := New(words)
			if err == nil {
				if tokens := j.Tag("云溪大道东段通车"); len(tokens) == 0 || tokens[0].Text != "云溪大道东段" {
					t.Errorf("%s: %v", what, tokens)
				}
			}
			done <- err
		}()
		select {
		case err := <-done:
			if err != nil {
				t.Errorf("%s: %v", what, err)
			}
		case <-time.After(time.Minute):
			t.Fatalf("%s: it waits", what)
		}
	}
	cache := t.TempDir()
	t.Setenv("XDG_CACHE_HOME", cache)
	dir := filepath.Join(cache, "zhibiao", "jieba")
	load("an empty cache")
	files, err := filepath.Glob(filepath.Join(dir, "*-user.utf8"))
	if err != nil || len(files) != 1 {
		t.Fatalf("user dictionaries: %v, %v", files, err)
	}
	// Another's dictionary, with a hash line of its own, in a folder all may write.
	forged := []byte("云溪大道 100000000 nz\n")
	forged = append(forged, sha(forged[:len(forged)-1])+" x"...)
	if err := os.WriteFile(files[0], forged, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(files[0], 0o666); err != nil {
		t.Fatal(err)
	}
	load("a dictionary that all may write")
	if err := os.Chmod(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	load("a folder that all may write")
	if err := os.Chmod(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(files[0]); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(files[0], 0o600); err != nil {
		t.Skipf("no FIFO can be made here: %v", err)
	}
	load("a FIFO")
}
