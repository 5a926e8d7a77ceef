package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"zhibiao/evaluate"
)

// scores is the checked-in score file: what is measured, then measures with
// their values. None of them may fall.
const scores = "../../testdata/SCORE.tsv"

const scoreHead = `# Measures on texts annotated by hand, of 1. A test fails when one falls, and when one rises until make golden has written it down.
# gold/NAME stands in testdata; the others in the folder shared beside the project, and are left alone where that is not there.
`

// scoreRow is a line of the score file. More is better.
type scoreRow struct {
	name     string
	measures []figure
}

type figure struct {
	name  string
	value float64
}

// TestScores fails when a gold report scores lower than what is checked in,
// and asks for an update when it scores higher. Reports kept aside have one
// row together.
func TestScores(t *testing.T) {
	e, err := newEngine("")
	if err != nil {
		t.Fatal(err)
	}
	t.Run("gold", func(t *testing.T) { checkScores(t, goldRows(t, e, "../../testdata/gold", "gold/")) })
	t.Run("dev", func(t *testing.T) {
		checkScores(t, goldRows(t, e, sharedFolder(t, "gold/dev"), "dev/"))
	})
}

// TestScoresOfPhrasesAndPanels does the same for phrases.jsonl and the panels.
func TestScoresOfPhrasesAndPanels(t *testing.T) {
	t.Run("phrases", func(t *testing.T) {
		path := filepath.Join(sharedFolder(t, "gold"), "phrases.jsonl")
		e, err := newEngine("")
		if err != nil {
			t.Fatal(err)
		}
		checkScores(t, []scoreRow{phraseRow(t, e, path)})
	})
	t.Run("panel", func(t *testing.T) {
		if testing.Short() && !*update {
			t.Skip("three corpora are read: not in a short run")
		}
		gold, corpus := sharedFolder(t, "gold/panel"), sharedFolder(t, "corpus")
		in := func(name string) string { return filepath.Join(gold, name+".jsonl") }
		checkScores(t, []scoreRow{
			panelRow(t, "national", filepath.Join(corpus, "national"), in("national_series")),
			panelRow(t, "shenzhen", filepath.Join(corpus, "shenzhen"), in("shenzhen_series")),
			panelRow(t, "provinces", filepath.Join(corpus, "province_2026"), in("provinces_2026"), in("provinces_2026_optional")),
		})
	})
}

// sharedFolder is a folder of ../shared; the test is skipped where there is
// none.
func sharedFolder(t *testing.T, name string) string {
	t.Helper()
	dir := "../../../shared/" + name
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("%s is not beside the project: its scores are not measured", name)
	}
	return dir
}

// goldRows scores the gold reports of a folder: a row each, one for those kept
// aside, one for all.
func goldRows(t *testing.T, e *engine, dir, prefix string) []scoreRow {
	t.Helper()
	reports, err := evaluate.ReadGold(dir)
	if err != nil {
		t.Fatal(err)
	}
	var rows []scoreRow
	var open, aside evaluate.Counts
	for _, r := range reports {
		s, err := e.score(context.Background(), r)
		if err != nil {
			t.Fatal(err)
		}
		if evaluate.Aside(r.Name) {
			aside.Add(s.counts)
			continue
		}
		open.Add(s.counts)
		rows = append(rows, goldRow(prefix+r.Name, s.counts))
	}
	if len(reports) > 1 {
		rows = append(rows, goldRow(prefix+"(open)", open))
	}
	if aside.Gold > 0 {
		rows = append(rows, goldRow(prefix+"(aside)", aside))
	}
	return rows
}

func goldRow(name string, c evaluate.Counts) scoreRow {
	return scoreRow{name, []figure{
		{"mention", c.F1(c.Matched)},
		{"quantity", c.F1(c.Right["quantity"])},
		{"fact", c.F1(c.Right["fact"])},
		{"exact", c.F1(c.Right["fact_exact"])},
		{"subject", c.Share("subject")},
	}}
}

// checkScores holds rows against the score file, or writes them into it.
func checkScores(t *testing.T, rows []scoreRow) {
	t.Helper()
	file := readScores(t)
	if *update {
		for _, r := range rows {
			file[r.name] = r.measures
		}
		writeScores(t, file)
		return
	}
	for _, r := range rows {
		was := map[string]float64{}
		for _, m := range file[r.name] {
			was[m.name] = m.value
		}
		for _, m := range r.measures {
			switch before, ok := was[m.name]; {
			case !ok:
				t.Errorf("%s: no %s is written down; it is %.3f: make golden", r.name, m.name, m.value)
			case shown(m.value) < shown(before):
				t.Errorf("%s: %s fell from %.3f to %.3f", r.name, m.name, before, m.value)
			case shown(m.value) > shown(before):
				t.Errorf("%s: %s rose from %.3f to %.3f: make golden and commit SCORE.tsv", r.name, m.name, before, m.value)
			}
		}
	}
}

// shown is v in thousandths, as the file has it.
func shown(v float64) int {
	n, _ := strconv.Atoi(strings.Replace(fmt.Sprintf("%.3f", v), ".", "", 1))
	return n
}

func readScores(t *testing.T) map[string][]figure {
	t.Helper()
	file := map[string][]figure{}
	b, err := os.ReadFile(scores)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(line, "#") || len(cells) < 2 {
			continue
		}
		for _, cell := range cells[1:] {
			name, value, _ := strings.Cut(cell, "=")
			v, err := strconv.ParseFloat(value, 64)
			if err != nil {
				t.Fatalf("SCORE.tsv: %s: want measure=value, not %q; make golden writes it", cells[0], cell)
			}
			file[cells[0]] = append(file[cells[0]], figure{name, v})
		}
	}
	return file
}

func writeScores(t *testing.T, file map[string][]figure) {
	t.Helper()
	var lines []string
	for name, measures := range file {
		cells := []string{name}
		for _, m := range measures {
			cells = append(cells, fmt.Sprintf("%s=%.3f", m.name, m.value))
		}
		lines = append(lines, strings.Join(cells, "\t")+"\n")
	}
	slices.Sort(lines)
	if err := os.WriteFile(scores, []byte(scoreHead+strings.Join(lines, "")), 0o644); err != nil {
		t.Fatal(err)
	}
}
