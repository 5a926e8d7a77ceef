package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestDoctor: a whole installation is well, and each reader has read.
func TestDoctor(t *testing.T) {
	if testing.Short() {
		t.Skip("loads the PDF reader")
	}
	said := output(t, "doctor")
	if strings.Contains(said, "BAD") {
		t.Error(said)
	}
	for _, want := range []string{"version", "cache", "2 facts", "characters of .txt", "fonts", "characters of .csv", "characters of .html", "characters of .docx", "2 characters of .pdf"} {
		if !strings.Contains(said, want) {
			t.Errorf("%s is not in\n%s", want, said)
		}
	}
}

// TestDoctorFindsWhatIsWrong: a cache that cannot be written is said, with the
// remedy, and the exit code tells.
func TestDoctorFindsWhatIsWrong(t *testing.T) {
	if testing.Short() {
		t.Skip("loads the PDF reader")
	}
	file := filepath.Join(t.TempDir(), "a file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("XDG_CACHE_HOME", file)
	var out, errs bytes.Buffer
	if code := run(context.Background(), streams{out: &out, err: &errs}, []string{"doctor"}); code != exitFatal {
		t.Errorf("exit code %d", code)
	}
	if !strings.Contains(out.String(), "BAD  cache") || !strings.Contains(out.String(), "make the folder writable") {
		t.Errorf("said %s", &out)
	}
}

// TestWritable: a folder that is writable and one that is not.
func TestWritable(t *testing.T) {
	dir := t.TempDir()
	if err := writable(filepath.Join(dir, "new")); err != nil {
		t.Error(err)
	}
	if left, err := os.ReadDir(filepath.Join(dir, "new")); err != nil || len(left) > 0 {
		t.Errorf("%v is left over: %v", left, err)
	}
	file := filepath.Join(dir, "a file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := writable(filepath.Join(file, "new")); err == nil {
		t.Error("a folder below a file is writable")
	}
}

// TestManualPages has a page for every command.
func TestManualPages(t *testing.T) {
	dir := t.TempDir()
	output(t, "man", dir)
	for _, page := range []string{"zhibiao.1", "zhibiao-extract.1", "zhibiao-lexicon-check.1"} {
		b, err := os.ReadFile(filepath.Join(dir, page))
		if err != nil {
			t.Error(err)
		} else if !bytes.Contains(b, []byte(".SH EXAMPLE")) {
			t.Errorf("%s shows no example", page)
		}
		if title := strings.ToUpper(strings.TrimSuffix(page, ".1")); !bytes.Contains(b, []byte(`.TH "`+title+`" "1"`)) {
			t.Errorf("%s is not titled %s", page, title)
		}
		if bytes.Contains(b, []byte("--jobs")) && !bytes.Contains(b, []byte("=CORES")) {
			t.Errorf("%s names the cores of this machine", page)
		}
	}
}

// TestCompletion writes a script for each shell, and names them for another one.
func TestCompletion(t *testing.T) {
	for _, shell := range shells {
		if said := output(t, "completion", shell); !strings.Contains(said, "zhibiao") || len(said) < 1000 {
			t.Errorf("%s: %q", shell, said)
		}
	}
	if said, code := told("completion", "bsh"); code != exitUsage || !strings.Contains(said, "did you mean bash?") {
		t.Errorf("ended with %d: %s", code, said)
	}
	help, _ := told("--help")
	for _, command := range []string{"completion", "man"} {
		if !strings.Contains(help, "\n  "+command+" ") {
			t.Errorf("the help does not list %s", command)
		}
	}
}

// TestFlagsAreCompleted: flags that take one of some values offer them.
func TestFlagsAreCompleted(t *testing.T) {
	for _, c := range [][]string{
		{"extract", "--kind", "work_report"},
		{"panel", "--level", "county"},
		{"export", "--status", "target"},
		{"panel", "--indicator", "gdp\t地区生产总值"},
		{"words", "--terms", "environment\t"},
		{"words", "--by", "chapter"},
		{"eval", "--by", "report"},
		{"doctor", "--lang", "zh"},
	} {
		if said := output(t, "__complete", c[0], c[1], ""); !strings.Contains("\n"+said, "\n"+c[2]) {
			t.Errorf("%s %s offers\n%s", c[0], c[1], said)
		}
	}
}
