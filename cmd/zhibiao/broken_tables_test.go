package main

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"zhibiao/dataset"
	"zhibiao/report/read"
	"zhibiao/report/reporttest"
)

var brokenTables = flag.Int("broken", 1, "how often TestBrokenTables breaks each table in each way")

// breakCount counts by format and break.
type breakCount map[[2]string]*cellTally

func (b breakCount) of(format, name string) *cellTally {
	k := [2]string{format, name}
	if b[k] == nil {
		b[k] = &cellTally{}
	}
	return b[k]
}

func (x *extraction) tableFacts(t *testing.T, f reporttest.File) (rows []dataset.FactRow, warned bool) {
	in := read.Input{Source: "静安区2023/" + f.Name, Data: f.Data}
	for _, err := range read.Reports(context.Background(), in, read.Options{CacheDir: cacheDir()}) {
		if err != nil {
			return nil, true // refused, with a reason
		}
	}
	docs, facts := x.readFile(t, in)
	for _, r := range facts[0] {
		if (r.Paragraph >= reporttest.Lead || strings.HasSuffix(f.Name, "xlsx")) && !strings.Contains(reporttest.Paragraphs[reporttest.Lead], r.Quote) {
			r.Origin = "table"
			rows = append(rows, r)
		}
	}
	return rows, len(docs[0].Warnings) > 0
}

func TestBrokenTables(t *testing.T) {
	x := newTestExtraction(t)
	counts := breakCount{}
	show := map[[2]string]int{}
	check := func(n int, table *reporttest.RandomTable, name string, f reporttest.File) {
		rows, _ := x.tableFacts(t, f)
		for _, w := range counts.of(f.Name, name).count(table.Known, rows) {
			if show[[2]string{f.Name, name}]++; show[[2]string{f.Name, name}] <= 4 {
				text := string(f.Data)
				if strings.HasSuffix(f.Name, ".txt") || strings.HasSuffix(f.Name, ".md") {
					if i := strings.Index(text, reporttest.Paragraphs[reporttest.Lead-1]); i >= 0 {
						text = text[i+len(reporttest.Paragraphs[reporttest.Lead-1]):]
					}
				} else {
					text = table.Tabbed()
				}
				t.Logf("table %d, %s, %s: %s\n%s", n, f.Name, name, w, text)
			}
		}
	}
	for n, table := range reporttest.RandomTables(27, 2) {
		for k := range *brokenTables {
			seed := uint64(n + 1000*k)
			for i := range reporttest.Breaks {
				b := &reporttest.Breaks[i]
				broken, ok := table.Broken(b, seed, uint64(i))
				if !ok {
					continue
				}
				files := broken.Ragged(n)
				if !b.Ragged {
					all, err := broken.Files(n)
					if err != nil {
						t.Fatal(err)
					}
					files = all[:len(all)-2]
				}
				for _, f := range files {
					check(n, &broken, b.Name, f)
				}
			}
			for name, text := range table.Texts() {
				for i, b := range reporttest.TextBreaks {
					r := rand.New(rand.NewPCG(seed, uint64(i)))
					check(n, &table, b.Name, table.TextFile(name, b.Do(r, text)))
				}
			}
		}
	}
	var out strings.Builder
	formats := []string{"a.html", "a.docx", "a.rtf", "a.doc", "a.md", "tabs.txt", "a.xlsx", "spaces.txt", "lines.txt"}
	fmt.Fprintf(&out, "%-30s", "")
	for _, f := range formats {
		fmt.Fprintf(&out, "%15s", f)
	}
	line := func(name string) {
		fmt.Fprintf(&out, "\n%-30s", name)
		for _, f := range formats {
			c := counts.of(f, name)
			s := "-"
			if c.right+c.missed+c.wrong > 0 {
				s = fmt.Sprintf("%d/%d/%d", c.right, c.missed, c.wrong)
			}
			fmt.Fprintf(&out, "%15s", s)
		}
	}
	for _, b := range reporttest.Breaks {
		line(b.Name)
	}
	for _, b := range reporttest.TextBreaks {
		line(b.Name)
	}
	t.Log(out.String())
}
