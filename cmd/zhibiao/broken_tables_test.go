package main

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"zhibiao/dataset"
	"zhibiao/report/read"
	"zhibiao/report/reporttest"
)

var brokenTables = flag.Int("broken", 1, "how often TestBrokenTables breaks each table in each way")

// untold are the breaks that leave what a whole table may be. Where spaces part
// the columns and a word is taken out with the gap behind it, the words behind
// it may come to stand exactly where those before them stood, and the row looks
// like one whose last cells are empty.
var untold = map[[2]string]bool{
	{"spaces.txt", "a word lost"}:                   true,
	{"spaces.txt", "lines trimmed and a word lost"}: true,
}

// broken counts what is read of broken tables, by format and break.
type broken struct {
	x      *extraction
	counts map[[2]string]*cellTally
}

// read holds the facts of a file against what its table said when it was whole.
func (b *broken) read(t *testing.T, n int, name string, known []reporttest.Known, f reporttest.File) {
	t.Helper()
	key := [2]string{f.Name, name}
	if b.counts[key] == nil {
		b.counts[key] = &cellTally{}
	}
	for _, w := range b.counts[key].count(known, b.facts(t, f)) {
		if !untold[key] {
			t.Errorf("table %d, %s, %s: %s\n%s", n, f.Name, name, w, behindLead(f))
		}
	}
}

// facts are those of the lines behind the paragraphs: what the rules of prose
// make of a table that is not seen counts as well. A file may be refused.
func (b *broken) facts(t *testing.T, f reporttest.File) (rows []dataset.FactRow) {
	in := read.Input{Source: "静安区2023/" + f.Name, Data: f.Data}
	for _, err := range read.Reports(context.Background(), in, read.Options{CacheDir: cacheDir()}) {
		if err != nil {
			return nil
		}
	}
	_, facts := b.x.readFile(t, in)
	for _, r := range facts[0] {
		if r.Origin != "table" && (strings.Contains(strings.Join(reporttest.Paragraphs, "\n"), r.Sentence) || f.Name == "lines.txt") {
			continue // lines of one cell are lines like others
		}
		r.Origin = "table"
		rows = append(rows, r)
	}
	return rows
}

// behindLead is the part of a text file behind the paragraphs.
func behindLead(f reporttest.File) string {
	last := reporttest.Paragraphs[reporttest.Lead-1]
	if i := strings.Index(string(f.Data), last); i >= 0 && (strings.HasSuffix(f.Name, ".txt") || strings.HasSuffix(f.Name, ".md")) {
		return string(f.Data[i+len(last):])
	}
	return ""
}

// TestBrokenTables damages random tables in every way of reporttest.Breaks and
// TextBreaks, and changes them as people do who edit them. What a damage leaves
// doubtful is left out: no figure is read under another's head, label or unit.
//
// These cannot be told from a true table, and are not tried: a digit lost or
// changed, two heads or two cells of one kind that change places, a cell taken
// out of a sheet of XLSX or of a page so that those behind it move up. See
// untold for those that are tried and not asserted.
func TestBrokenTables(t *testing.T) {
	b := broken{x: newTestExtraction(t), counts: map[[2]string]*cellTally{}}
	tables := reporttest.RandomTables(27, 2)
	if testing.Short() {
		tables = tables[:9] // one of each shape
	}
	for n := range tables {
		for k := range *brokenTables {
			b.cells(t, n, &tables[n], uint64(n+1000*k))
			b.characters(t, n, &tables[n], uint64(n+1000*k))
		}
	}
	b.log(t)
}

// cells breaks a table and writes it in every format that can show the break.
func (b *broken) cells(t *testing.T, n int, table *reporttest.RandomTable, seed uint64) {
	for i := range reporttest.Breaks {
		way := &reporttest.Breaks[i]
		damaged, ok := table.Broken(way, seed, uint64(i))
		if !ok {
			continue
		}
		files := damaged.Ragged(n)
		if !way.Ragged {
			all, err := damaged.Files(n)
			if err != nil {
				t.Fatal(err)
			}
			files = all
		}
		for _, f := range files {
			if testing.Short() && !slices.Contains([]string{"a.html", "tabs.txt", "spaces.txt"}, f.Name) {
				continue
			}
			b.read(t, n, way.Name, damaged.Known, f)
		}
	}
}

// characters writes a table as text and damages that.
func (b *broken) characters(t *testing.T, n int, table *reporttest.RandomTable, seed uint64) {
	for _, f := range table.Texts() {
		for i, way := range reporttest.TextBreaks {
			r := rand.New(rand.NewPCG(seed, uint64(i)))
			b.read(t, n, way.Name, table.Known, table.TextFile(f.Name, way.Do(r, string(f.Data))))
		}
	}
}

// log shows right, missed and wrong figures of each format and break.
func (b *broken) log(t *testing.T) {
	var formats, ways []string
	for key := range b.counts {
		if !slices.Contains(formats, key[0]) {
			formats = append(formats, key[0])
		}
	}
	slices.Sort(formats)
	for _, w := range reporttest.Breaks {
		ways = append(ways, w.Name)
	}
	for _, w := range reporttest.TextBreaks {
		ways = append(ways, w.Name)
	}
	var out strings.Builder
	fmt.Fprintf(&out, "right/missed/wrong\n%-30s", "")
	for _, f := range formats {
		fmt.Fprintf(&out, "%13s", f)
	}
	for _, w := range ways {
		fmt.Fprintf(&out, "\n%-30s", w)
		for _, f := range formats {
			s := "-"
			if c := b.counts[[2]string{f, w}]; c != nil {
				s = fmt.Sprintf("%d/%d/%d", c.right, c.missed, c.wrong)
			}
			fmt.Fprintf(&out, "%13s", s)
		}
	}
	t.Log(out.String())
}
