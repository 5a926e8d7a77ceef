package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"zhibiao/evaluate"
)

// TestGoldenSample holds the sample's facts against a checked-in file, line by
// line.
func TestGoldenSample(t *testing.T) {
	var out, errs bytes.Buffer
	if code := run(context.Background(), streams{nil, &out, &errs}, []string{"extract", "--json", sampleReport}); code != 0 {
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

// scores is the checked-in score file: a report, then its F1 of mentions,
// quantities, facts and exact facts.
const scores = "../../testdata/SCORE.tsv"

const scoreHead = "# F1 per gold report; a test fails when one falls. make golden writes this file.\nreport\tmention\tquantity\tfact\tfact_exact\n"

// TestScores fails when a gold report of testdata/gold scores lower than what
// is checked in, and asks for an update when it scores higher.
func TestScores(t *testing.T) {
	reports, err := evaluate.ReadGold("../../testdata/gold")
	if err != nil {
		t.Fatal(err)
	}
	e, err := newEngine("")
	if err != nil {
		t.Fatal(err)
	}
	var now bytes.Buffer
	now.WriteString(scoreHead)
	old := readScores(t)
	for _, r := range reports {
		s, err := e.score(context.Background(), r)
		if err != nil {
			t.Fatal(err)
		}
		c := s.counts
		f1 := []float64{c.F1(c.Matched), c.F1(c.Right["quantity"]), c.F1(c.Right["fact"]), c.F1(c.Right["fact_exact"])}
		fmt.Fprintf(&now, "%s", r.Name)
		for i, name := range []string{"mention", "quantity", "fact", "exact fact"} {
			fmt.Fprintf(&now, "\t%.3f", f1[i])
			if *update {
				continue
			}
			got, want := fmt.Sprintf("%.3f", f1[i]), ""
			if i < len(old[r.Name]) {
				want = old[r.Name][i]
			}
			was, err := strconv.ParseFloat(want, 64)
			switch is, _ := strconv.ParseFloat(got, 64); {
			case err != nil:
				t.Errorf("%s: no %s F1 checked in; it is %s: make golden", r.Name, name, got)
			case is < was:
				t.Errorf("%s: %s F1 fell from %s to %s", r.Name, name, want, got)
			case is > was:
				t.Errorf("%s: %s F1 rose from %s to %s: make golden and commit %s", r.Name, name, want, got, filepath.Base(scores))
			}
		}
		now.WriteByte('\n')
	}
	if *update {
		if err := os.WriteFile(scores, now.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func readScores(t *testing.T) map[string][]string {
	t.Helper()
	m := map[string][]string{}
	f, err := os.Open(scores)
	if err != nil {
		if !*update {
			t.Fatalf("%v; make golden writes it", err)
		}
		return m
	}
	defer func() { _ = f.Close() }()
	for s := bufio.NewScanner(f); s.Scan(); {
		if cells := strings.Split(s.Text(), "\t"); !strings.HasPrefix(cells[0], "#") {
			m[cells[0]] = cells[1:]
		}
	}
	return m
}
