package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestPythonReadsExports opens the workbooks and files that panel and export
// write with openpyxl and pandas.
func TestPythonReadsExports(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the program many times")
	}
	python, err := filepath.Abs("../../.venv/bin/python")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(python); err != nil {
		t.Skip("no .venv: `make venv` installs openpyxl and pandas for this test")
	}
	dir, out := t.TempDir(), sampleOut(t)
	output(t, "panel", out, "-o", filepath.Join(dir, "panel.xlsx"))
	output(t, "export", out, "-o", filepath.Join(dir, "facts.xlsx"))
	output(t, "export", out, "-o", filepath.Join(dir, "facts.do"))
	if out, err := exec.Command(python, "../../testdata/read_exports.py", dir).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
