package main

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"

	"zhibiao/dataset"
	"zhibiao/panel"
)

// panelGoal is a line of a panel's gold: what one side of a row must be.
type panelGoal struct {
	Region    string   `json:"province"`
	Indicator string   `json:"indicator"`
	Measure   string   `json:"measure"`
	Year      int32    `json:"year"`
	Status    string   `json:"status"`
	Value     float64  `json:"value"`
	Low       *float64 `json:"low"`
	High      *float64 `json:"high"`
	Bound     string   `json:"bound"`
	BoundAlt  string   `json:"bound_alt"`
	Optional  bool     `json:"optional"`
}

// panelCell names one side of a row of the panel.
type panelCell struct {
	region, indicator, measure string
	year                       int32
	target                     bool
}

func (g *panelGoal) cell() panelCell {
	return panelCell{g.Region, g.Indicator, g.Measure, g.Year, g.Status == "target"}
}

// panelNumber is what the panel has in a panelCell.
type panelNumber struct {
	value     float64
	low, high *float64
	bound     string
}

func (n panelNumber) is(g panelGoal) bool {
	if g.Low != nil && (n.low == nil || n.high == nil || !nearly(*n.low, *g.Low) || !nearly(*n.high, *g.High)) {
		return false
	}
	return nearly(n.value, g.Value) && (n.bound == g.Bound || n.bound == g.BoundAlt)
}

// panelRow extracts a corpus, builds its panel and scores it against gold.
// What is optional may be there or not.
func panelRow(t *testing.T, name, corpus string, gold ...string) scoreRow {
	t.Helper()
	out := t.TempDir()
	var messages bytes.Buffer
	code := run(context.Background(), streams{out: &messages, err: &messages}, []string{"extract", corpus, "-o", out, "--quiet"})
	if code != exitOK && code != exitRejected { // a corpus may hold files that are no reports
		t.Fatalf("extract %s: exit code %d: %s", corpus, code, &messages)
	}
	rows, err := panel.Build(context.Background(), out, dataset.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	want, optional := map[panelCell]panelGoal{}, map[panelCell]bool{}
	for _, path := range gold {
		for _, g := range readLines[panelGoal](t, path) {
			_, twice := want[g.cell()]
			switch {
			case g.Optional || strings.Contains(filepath.Base(path), "optional"):
				optional[g.cell()] = true
			case !twice:
				want[g.cell()] = g
			}
		}
	}
	found, right, extra := scorePanel(t, sides(rows), want, optional)
	return scoreRow{"panel/" + name, []figure{
		{"recall", float64(right) / float64(len(want))},
		{"precision", float64(right) / float64(found+extra)},
	}}
}

// sides lists the numbers of both sides of every row.
func sides(rows []panel.Row) map[panelCell]panelNumber {
	got := map[panelCell]panelNumber{}
	for _, r := range rows {
		c := panelCell{r.Region, r.Indicator, r.Measure, r.Year, true}
		if r.Target != nil {
			got[c] = panelNumber{*r.Target, r.TargetLow, r.TargetHigh, r.TargetBound}
		}
		c.target = false
		if r.Actual != nil {
			got[c] = panelNumber{*r.Actual, r.ActualLow, r.ActualHigh, r.ActualBound}
		}
	}
	return got
}

// scorePanel counts the cells of want that are found and right, and the
// numbers for its regions, indicators and years that it does not have.
func scorePanel(t *testing.T, got map[panelCell]panelNumber, want map[panelCell]panelGoal, optional map[panelCell]bool) (found, right, extra int) {
	t.Helper()
	type when struct {
		year   int32
		target bool
	}
	regions, indicators, years := map[string]bool{}, map[string]bool{}, map[when]bool{}
	for c, g := range want {
		regions[c.region], indicators[c.indicator], years[when{c.year, c.target}] = true, true, true
		n, ok := got[c]
		switch {
		case !ok:
			t.Logf("missing %v %v", c, g.Value)
		case n.is(g):
			found++
			right++
		default:
			found++
			t.Logf("wrong %v: %v, want %v", c, n.value, g.Value)
		}
	}
	for c, n := range got {
		_, known := want[c]
		if !known && !optional[c] && regions[c.region] && indicators[c.indicator] && years[when{c.year, c.target}] {
			extra++
			t.Logf("extra %v %v", c, n.value)
		}
	}
	return found, right, extra
}
