package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestDiskFull: a full disk is an error that says so, and leaves no file that
// a reader would take for whole.
func TestDiskFull(t *testing.T) {
	disk := t.TempDir()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=64k"); err != nil {
		t.Skipf("no small disk can be mounted here: %v", err)
	}
	defer func() { _ = syscall.Unmount(disk, 0) }()
	out := filepath.Join(disk, "out")
	printed, code := runBuilt(t, "extract", "../../testdata/reports", "-o", out)
	if code != exitFatal || !strings.Contains(printed, "no space left") {
		t.Errorf("exit code %d\n%s", code, printed)
	}
	whole, _ := filepath.Glob(filepath.Join(out, "*", "*.parquet"))
	if len(whole) > 0 {
		t.Errorf("files that look whole: %v", whole)
	}
}

// TestOutputCannotBeWritten: an output folder below a file names the place.
func TestOutputCannotBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	printed, code := runBuilt(t, "extract", "../../testdata/reports", "-o", filepath.Join(file, "out"))
	if code != exitFatal || !strings.Contains(printed, file) {
		t.Errorf("exit code %d\n%s", code, printed)
	}
}

func runBuilt(t *testing.T, args ...string) (printed string, code int) {
	t.Helper()
	b, err := exec.Command(build(t), args...).CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	if exit != nil {
		code = exit.ExitCode()
	}
	return string(b), code
}
