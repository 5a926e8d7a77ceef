package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestGoldenSample holds the sample's facts against a checked-in file, line by
// line.
func TestGoldenSample(t *testing.T) {
	var out, errs bytes.Buffer
	if code := run(context.Background(), streams{out: &out, err: &errs}, []string{"extract", "--json", sampleReport}); code != 0 {
		t.Fatalf("exit code %d: %s", code, &errs)
	}
	const path = "../../testdata/golden/310106_静安区_2023.jsonl"
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; make golden writes it", err)
	}
	got, wanted := strings.Split(out.String(), "\n"), strings.Split(string(want), "\n")
	differ := 0
	for i := range max(len(got), len(wanted)) {
		g, w := line(got, i), line(wanted, i)
		if g != w {
			if differ++; differ <= 5 {
				t.Errorf("%s:%d\ngot  %s\nwant %s", path, i+1, g, w)
			}
		}
	}
	if differ > 0 {
		t.Errorf("%d lines differ; if they are meant to, make golden and look at the diff", differ)
	}
}

func line(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(nothing)"
}
