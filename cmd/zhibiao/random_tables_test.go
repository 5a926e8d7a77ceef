package main

import (
	"flag"
	"fmt"
	"math"
	"strings"
	"testing"

	"zhibiao/dataset"
	"zhibiao/report/read"
	"zhibiao/report/reporttest"
)

var randomTables = flag.Int("tables", 27, "how many random tables TestRandomTables reads in every format")

// cellTally counts the figures of tables by what is read of them.
type cellTally struct{ right, missed, wrong int }

// count holds the facts of a document against what its table says.
func (c *cellTally) count(known []reporttest.Known, rows []dataset.FactRow) (wrong []string) {
	facts := map[string][]dataset.FactRow{}
	for _, r := range rows {
		if r.Origin == "table" {
			facts[r.Quote] = append(facts[r.Quote], r)
		}
	}
	for _, k := range known {
		switch got := facts[k.Quote]; {
		case len(got) == 0:
			c.missed++
		case allSay(&k, got):
			c.right++
		default:
			c.wrong++
			r := got[0]
			wrong = append(wrong, fmt.Sprintf("%s: %s %v %s %s %s, want %+v", k.Quote, r.Subject, *r.Value, r.Unit, r.Measure, r.Period, k))
		}
		delete(facts, k.Quote)
	}
	for q, rs := range facts { // a figure that says nothing
		c.wrong++
		wrong = append(wrong, fmt.Sprintf("%s: %s, which the table does not say", q, rs[0].Subject))
	}
	return wrong
}

// allSay tells facts that say what a figure does: a row may stand twice.
func allSay(k *reporttest.Known, rows []dataset.FactRow) bool {
	for i := range rows {
		if !says(k, &rows[i]) {
			return false
		}
	}
	return true
}

func says(k *reporttest.Known, r *dataset.FactRow) bool {
	return math.Abs(*r.Value-k.Value) < 1e-6*(1+math.Abs(k.Value)) && r.Unit == k.Unit && r.Measure == k.Measure &&
		r.Period == k.Period && strings.Contains(r.Subject, k.Label)
}

// leastFound is the share of a random table's figures that a format must give
// where it cannot give all: which cell of a row is empty, lines do not tell.
var leastFound = map[string]float64{"lines.txt": 0.9}

// TestRandomTables reads tables of random shapes and figures from every format:
// what a format does not tell may be left out, and is never misread.
func TestRandomTables(t *testing.T) {
	if testing.Short() {
		t.Skip("starts the PDF library")
	}
	x := newTestExtraction(t)
	tallies := map[string]*cellTally{}
	var names []string
	for n, table := range reporttest.RandomTables(*randomTables, 1) {
		files, err := table.Files(n % reporttest.RuledWays)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			c := tallies[f.Name]
			if c == nil {
				c = &cellTally{}
				tallies[f.Name] = c
				names = append(names, f.Name)
			}
			docs, facts := x.readFile(t, read.Input{Source: "静安区2023/" + f.Name, Data: f.Data})
			before := c.missed
			for _, w := range c.count(table.Known, facts[0]) {
				t.Errorf("table %d, %s: %s", n, f.Name, w)
			}
			if c.missed > before {
				t.Logf("table %d (%s), %s: %d of %d missed %v", n, strings.Join(table.Rows[0], " "), f.Name, c.missed-before, len(table.Known), docs[0].Warnings)
			}
		}
	}
	for _, name := range names {
		c := tallies[name]
		least, ok := leastFound[name]
		if !ok {
			least = 1
		}
		if all := c.right + c.missed + c.wrong; float64(c.right) < least*float64(all) {
			t.Errorf("%s: %d of %d figures", name, c.right, all)
		}
		t.Logf("%-12s %5d right %5d missed %5d wrong", name, c.right, c.missed, c.wrong)
	}
}
