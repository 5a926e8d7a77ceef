package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestFindInputsOnce(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.txt", "a.txt", ".hidden", "~$a.docx", "Thumbs.db"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	found, err := findInputs([]string{filepath.Join(dir, "b.txt"), dir, dir, "-"}, "", func() (input, error) { return input{source: "stdin"}, nil })
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
