package dataset

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestPythonReaders loads the files with the four libraries that researchers
// use.
func TestPythonReaders(t *testing.T) {
	python, err := filepath.Abs("../.venv/bin/python")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(python); err != nil {
		t.Skip("no .venv: `make venv` installs pyarrow, pandas, polars and duckdb for this test")
	}
	dir := t.TempDir()
	doc, _ := sample("310106", 2023, "")
	add(t, dir, doc)
	cmd := exec.Command(python, "testdata/read.py", YearFile(dir, FactsDir, 2023), YearFile(dir, DocumentsDir, 2023))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
