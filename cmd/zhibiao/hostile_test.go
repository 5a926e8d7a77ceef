package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"zhibiao/dataset"
	"zhibiao/report/reporttest"
)

// packed is an archive of one member of n bytes of zeros.
func packed(t *testing.T, name string, n int) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(make([]byte, n)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestHostileFolder runs the program over a folder of hostile files: each is
// a reject with its reason and remedy, and the one report among them is read.
func TestHostileFolder(t *testing.T) {
	dir := t.TempDir()
	rejected := map[string][]byte{ // by name
		"bomb.zip":     packed(t, "a.txt", 200<<20),
		"bomb.docx":    packed(t, "word/document.xml", 200<<20),
		"digits.txt":   bytes.Repeat([]byte("0123456789"), 10<<20),
		"brackets.txt": []byte("指标" + strings.Repeat("（", 1_000_000)),
		"invalid.txt":  bytes.Repeat([]byte{0x81, 0x20, 0xFF}, 100_000),
		"nul.txt":      make([]byte, 1<<20),
		"empty.txt":    {},
		"换\n行.txt":     {},
	}
	for _, s := range reporttest.PDFs() {
		if s.Refused != "" {
			rejected[s.Name] = s.Data
		}
	}
	read := map[string][]byte{
		// Two characters are too few for a report, and are read as another text.
		"deep.html":   []byte("<html><body>" + strings.Repeat("<div>", 1_000_000) + "指标"),
		"report.txt":  []byte(reporttest.Text()),
		"endless.txt": []byte(strings.Repeat("增长5%，", 20_000)), // one sentence
	}
	for _, files := range []map[string][]byte{rejected, read} {
		for name, data := range files {
			if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := os.Symlink("loop", filepath.Join(dir, "loop")); err == nil {
		rejected["loop"] = nil
	}
	out := filepath.Join(t.TempDir(), "out")
	cmd := exec.Command(build(t), "extract", dir, "-o", out)
	start := time.Now()
	printed, peak, _ := measured(cmd)
	if code := cmd.ProcessState.ExitCode(); code != exitRejected {
		t.Fatalf("exit code %d\n%s", code, printed)
	}
	if d := time.Since(start); d > 90*time.Second {
		t.Errorf("took %s", d)
	}
	if t.Logf("%d MB of memory", peak>>10); peak > 600<<10 {
		t.Errorf("took %d MB of memory", peak>>10)
	}
	lines, err := dataset.ReadFiles(out)
	if err != nil {
		t.Fatal(err)
	}
	var named []string
	for _, l := range lines {
		if l.Status != dataset.StatusRejected {
			continue
		}
		name, _, _ := strings.Cut(filepath.Base(l.Source), "!")
		named = append(named, name)
		if l.Reason == "" || l.Remedy == "" {
			t.Errorf("%q: reason %q, remedy %q", l.Source, l.Reason, l.Remedy)
		}
	}
	for name := range rejected {
		if !slices.Contains(named, dataset.Plain(name)) {
			t.Errorf("%q is not rejected", name)
		}
	}
	for name := range read {
		if slices.Contains(named, name) {
			t.Errorf("%q is rejected", name)
		}
	}
}

// TestHostilePDFs: several PDFs that are made to cost memory, read side by side,
// are refused for the same reasons as one by one, and take no more than one does.
func TestHostilePDFs(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some ten seconds")
	}
	dir := t.TempDir()
	for name, data := range map[string][]byte{
		"lines.pdf": reporttest.PDFStreams([]string{strings.Repeat("1 0 0 RG 10 10 m 20 20 l S\n", 1_000_000)}),
		"texts.pdf": reporttest.PDFStreams([]string{strings.Repeat("BT /F1 12 Tf 1 0 0 1 90 90 Tm <4E00> Tj ET\n", 1_000_000)}),
		"flate.pdf": reporttest.PDFFlate(strings.Repeat(" ", 400<<20)),
		"forms.pdf": reporttest.PDFForms(10, 10),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var reasons []string
	for _, jobs := range []string{"1", "4"} {
		out := filepath.Join(t.TempDir(), "out")
		printed, peak, _ := measured(exec.Command(build(t), "extract", dir, "-o", out, "-q", "--jobs", jobs))
		t.Logf("%s at a time: %d MB of memory", jobs, peak>>10)
		if peak > 450<<10 {
			t.Errorf("%s at a time took %d MB of memory", jobs, peak>>10)
		}
		lines, err := dataset.ReadFiles(out)
		if err != nil || len(lines) != 4 {
			t.Fatalf("%d inputs are listed: %v\n%s", len(lines), err, printed)
		}
		said := ""
		for _, l := range lines {
			said += filepath.Base(l.Source) + " " + l.Status + " " + l.Reason + "\n"
		}
		reasons = append(reasons, said)
	}
	if reasons[0] != reasons[1] || strings.Count(reasons[0], " rejected ") != 4 {
		t.Errorf("one by one:\n%s\nside by side:\n%s", reasons[0], reasons[1])
	}
}

// TestBatchMemory: however many documents, memory stays under 400 MB.
func TestBatchMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 3000 reports")
	}
	dir := corpus(t, 3000)
	cmd := exec.Command(build(t), "extract", dir, "-o", filepath.Join(t.TempDir(), "out"), "-q")
	b, peak, err := measured(cmd)
	if err != nil {
		t.Fatal(fmt.Errorf("%w\n%s", err, b))
	} else if len(b) > 0 {
		t.Errorf("progress where no terminal is: %q", b)
	}
	if t.Logf("%d MB of memory", peak>>10); peak > 400<<10 {
		t.Errorf("took %d MB of memory", peak>>10)
	}
}
