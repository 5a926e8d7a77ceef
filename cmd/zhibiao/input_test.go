package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zhibiao/report"
)

// TestRejectsSurviveAnyName: names that would be formulas or break lines stay
// one cell.
func TestRejectsSurviveAnyName(t *testing.T) {
	dir := t.TempDir()
	err := writeRejects(dir, []report.Error{
		{Source: "=cmd|' /C calc'!A0.txt", Stage: "open", Reason: "+1", Remedy: "@x"},
		{Source: "a\nb,\"c\".txt", Stage: "open", Reason: "bad \xff byte"},
	})
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(filepath.Join(dir, "rejects.csv"))
	if err != nil {
		t.Fatal(err)
	}
	want := "source,stage,reason,remedy\n'=cmd|' /C calc'!A0.txt,open,'+1,'@x\n\"a\nb,\"\"c\"\".txt\",open,bad \uFFFD byte,\n"
	if string(b) != want {
		t.Errorf("got  %q\nwant %q", b, want)
	}
}

func TestFindInputsOnce(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.txt", "a.txt", ".hidden", "~$a.docx", "Thumbs.db"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	found, err := findInputs([]string{filepath.Join(dir, "b.txt"), dir, dir, "-"}, "", strings.NewReader("text"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, in := range found {
		got = append(got, filepath.Base(in.source))
	}
	if s := strings.Join(got, " "); s != "b.txt a.txt stdin" {
		t.Error(s)
	}
}
