package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zhibiao/dataset"
	"zhibiao/report"
	"zhibiao/report/reporttest"
)

// reportLines yields n reports as JSON lines, of a region each year, without
// having them all in memory.
type reportLines struct {
	n, at int
	pad   string
	rest  bytes.Buffer
}

func (r *reportLines) Read(p []byte) (int, error) {
	if r.rest.Len() == 0 {
		if r.at == r.n {
			return 0, io.EOF
		}
		r.at++
		b, err := json.Marshal(map[string]any{
			"text": "政府工作报告\n过去一年，全区实现区级一般公共预算收入280亿元，同比增长0.34%。\n" + r.pad, "region": "静安区", "year": 1950 + r.at,
		})
		if err != nil {
			return 0, err
		}
		r.rest.Write(append(b, '\n'))
	}
	return r.rest.Read(p)
}

// TestLongStandardInput: what is longer than memory should hold is read from
// disk, all of it, and nothing of it stays there.
func TestLongStandardInput(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	lines := &reportLines{n: 40, pad: strings.Repeat("我们要看到困难，也要看到希望。\n", 8000)} // 360 KB a report
	out := filepath.Join(dir, "out")
	var printed bytes.Buffer
	if code := run(context.Background(), streams{in: lines, out: &printed, err: &printed}, []string{"extract", "-", "-o", out, "--quiet"}); code != exitOK {
		t.Fatalf("exit code %d: %s", code, &printed)
	}
	years, err := dataset.Years(out, dataset.DocumentsDir)
	if err != nil || len(years) != lines.n {
		t.Errorf("%d reports came in, documents of %d years out: %v", lines.n, len(years), err)
	}
	rows, err := dataset.ReadFiles(out)
	if err != nil || len(rows) != lines.n || rows[0].Source != "stdin#1" {
		t.Errorf("files.csv has %d lines: %v", len(rows), err)
	}
	for _, d := range []string{dir, out} {
		entries, err := os.ReadDir(d)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if strings.HasPrefix(e.Name(), ".zhibiao-tmp") {
				t.Errorf("%s is left over", e.Name())
			}
		}
	}
}

// TestCopiesCostTheirHash: thousands of rows with one text, of which one is
// worked on.
func TestCopiesCostTheirHash(t *testing.T) {
	var table strings.Builder
	table.WriteString("content,title\n")
	const n = 3000
	text := strings.Repeat(strings.ReplaceAll(reporttest.Text(), "\n", " "), 10)
	for range n {
		fmt.Fprintf(&table, "\"%s\",政府工作报告\n", text)
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "a.csv")
	if err := os.WriteFile(path, []byte(table.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	x := newTestExtraction(t)
	x.manifest = &manifest{}
	worked := 0
	inputs := []input{{source: path, path: path}}
	b := &batch[found]{jobs: 1, document: func(raw report.Raw, at position) (found, error) {
		f, err := x.document(raw, at)
		if f.copyOf == "" {
			worked++
		}
		return f, err
	}}
	parts := 0
	for f := range b.run(context.Background(), inputs) {
		for c := range f.parts {
			if p := <-c; p.err != nil {
				t.Fatal(p.err)
			} else if p.value.copyOf != "" && p.value.copyOf != path+"#1" {
				t.Errorf("%s is a copy of %s", p.value.doc.Source, p.value.copyOf)
			}
			parts++
		}
	}
	// A few may have begun before the first one was known.
	if worked > 6 || parts != n {
		t.Errorf("%d of %d rows were worked on", worked, parts)
	}
}
