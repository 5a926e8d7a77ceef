package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/parquet-go/parquet-go"

	"zhibiao/dataset"
)

// sampleOut extracts the reports of the invented districts, once for all
// tests, and returns the output folder.
func sampleOut(t *testing.T) string {
	t.Helper()
	dir, err := extractSample()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

var extractSample = sync.OnceValues(func() (string, error) {
	// In the folder of the tests' cache, which TestMain removes.
	dir := filepath.Join(os.Getenv("ZHIBIAO_TEST_CACHE"), "sample")
	var out bytes.Buffer
	code := run(context.Background(), streams{out: &out, err: &out}, []string{
		"extract", "../../testdata/sample", "--lexicon", "../../testdata/lexicon", "-o", dir, "--quiet",
	})
	if code != exitOK {
		return "", errors.New(out.String())
	}
	return dir, nil
})

// output runs a command that must succeed and returns what it prints.
func output(t *testing.T, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	if code := run(context.Background(), streams{out: &out, err: &errs}, args); code != exitOK {
		t.Fatalf("%v: exit code %d: %s", args, code, &errs)
	}
	return out.String()
}

// golden holds text against a checked-in file, or writes it.
func golden(t *testing.T, path, got string) {
	t.Helper()
	path = filepath.Join("../../testdata/golden", path)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; make golden writes it", err)
	}
	a, b := strings.Split(got, "\n"), strings.Split(string(text), "\n")
	differ := 0
	for i := range max(len(a), len(b)) {
		if g, w := line(a, i), line(b, i); g != w {
			if differ++; differ <= 5 {
				t.Errorf("%s:%d\ngot  %s\nwant %s", path, i+1, g, w)
			}
		}
	}
	if differ > 0 {
		t.Errorf("%d lines differ; if they are meant to, make golden and look at the diff", differ)
	}
}

// TestGoldenPanel holds the panel of the invented districts against a
// checked-in file.
func TestGoldenPanel(t *testing.T) {
	golden(t, "panel.csv", output(t, "panel", sampleOut(t)))
}

// TestSamplePanel holds the panel against what was read off the reports by
// hand, so that no update of a golden file hides a mistake.
func TestSamplePanel(t *testing.T) {
	records, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(output(t, "panel", sampleOut(t)), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := map[string]int{}
	for i, name := range records[0] {
		column[name] = i
	}
	key := func(cells ...string) string { return strings.Join(cells, " ") }
	panel := map[string]string{}
	for _, r := range records[1:] {
		cell := func(name string) string { return r[column[name]] }
		panel[key(cell("region"), cell("indicator"), cell("measure"), cell("year"))] = key(cell("target"), cell("target_bound"), cell("actual"), cell("met"))
	}
	text, err := os.ReadFile("../../testdata/sample_panel.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for n, l := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		if strings.HasPrefix(l, "#") || strings.HasPrefix(l, "region\t") {
			continue
		}
		cells := append(strings.Split(l, "\t"), "", "", "", "")[:8]
		want := key(cells[4:]...)
		if got := panel[key(cells[:4]...)]; got != want {
			t.Errorf("sample_panel.tsv:%d %s: got %q, want %q", n+1, key(cells[:4]...), got, want)
		}
	}
}

// TestGoldenWords holds the counts of a list of terms in those reports against
// a checked-in file.
func TestGoldenWords(t *testing.T) {
	golden(t, "words.csv", output(t, "words", sampleOut(t), "--terms", "../../testdata/terms.tsv"))
}

// TestGoldenDiff holds what a table of one's own changes in those reports
// against a checked-in file.
func TestGoldenDiff(t *testing.T) {
	tables, out := t.TempDir(), t.TempDir()
	for from, to := range map[string]string{"lexicon/regions.tsv": "regions.tsv", "indicators.tsv": "indicators.tsv"} {
		text, err := os.ReadFile(filepath.Join("../../testdata", from))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(tables, to), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	output(t, "extract", "../../testdata/sample", "--lexicon", tables, "-o", out, "--quiet")
	golden(t, "diff.txt", output(t, "diff", sampleOut(t), out))
}

// TestSetPhrasesAreTokens: 数字经济 and one's own words stand in the tokens
// table as often as in the texts.
func TestSetPhrasesAreTokens(t *testing.T) {
	dir := t.TempDir()
	own := filepath.Join(dir, "own.txt")
	if err := os.WriteFile(own, []byte("老旧小区改造\n口袋公园\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "out")
	output(t, "extract", "../../testdata/sample/青芦区_2021.txt", "--lexicon", "../../testdata/lexicon", "-o", out, "-q", "--tokens", "--user-words", own)
	text := ""
	for d, err := range dataset.Documents(dataset.YearFile(out, dataset.DocumentsDir, 2021)) {
		if err != nil {
			t.Fatal(err)
		}
		text += d.Text
	}
	tokens, err := parquet.ReadFile[dataset.TokenRow](dataset.YearFile(out, dataset.TokensDir, 2021))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]int{}
	runes := []rune(text)
	for _, k := range tokens {
		if string(runes[k.Start:k.End]) != k.Token {
			t.Fatalf("%s does not stand at %d-%d", k.Token, k.Start, k.End)
		}
		found[k.Token]++
	}
	for _, term := range []string{"数字经济", "营商环境", "高新技术企业", "老旧小区改造", "口袋公园"} {
		if n := strings.Count(text, term); n == 0 || found[term] != n {
			t.Errorf("%s stands %d times in the text and %d times among the tokens", term, n, found[term])
		}
	}
}
