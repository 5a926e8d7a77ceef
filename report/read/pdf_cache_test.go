package read

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// compiled are the files that the PDF library's cache holds.
func compiled(t *testing.T, dir string) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestPDFCache: a cut or overwritten cache is made anew, and one that cannot be
// used is done without.
func TestPDFCache(t *testing.T) {
	if testing.Short() {
		t.Skip("the PDF library is compiled several times: left out with -short")
	}
	font, err := unpackFont()
	if err != nil {
		t.Fatal(err)
	}
	cache := t.TempDir()
	start := func(what string) {
		t.Helper()
		pool, err := startCached(font, cache)
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		if err := pool.Close(); err != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
	start("an empty cache")
	files := compiled(t, cache)
	if len(files) == 0 {
		t.Fatal("nothing is kept")
	}
	whole, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	for what, bytes := range map[string][]byte{"cut": whole[:len(whole)/2], "empty": nil, "another file": []byte("not compiled code")} {
		if err := os.WriteFile(files[0], bytes, 0o600); err != nil {
			t.Fatal(err)
		}
		start(what)
		if again, err := os.ReadFile(files[0]); err != nil || len(again) != len(whole) {
			t.Errorf("%s: the cache was not mended: %d bytes of %d, %v", what, len(again), len(whole), err)
		}
	}
	// A file where the folder should be.
	if err := os.RemoveAll(filepath.Join(cache, "pdf")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(cache, "pdf"), []byte("in the way"), 0o600); err != nil {
		t.Fatal(err)
	}
	start("a file in the way")
}
