package read

import (
	"slices"
	"strings"
	"testing"

	"zhibiao/report"
	"zhibiao/report/reporttest"
)

// gridsOf are the tables of a document as reporttest writes them. Places that
// a cell covers are < or ^; where merged is false they are empty.
func gridsOf(d *report.Document) (out [][]string) {
	for _, t := range d.Tables {
		var rows []string
		for _, r := range t.Rows {
			var cells []string
			for _, c := range r {
				cells = append(cells, d.Quote(c.Start, c.End))
			}
			rows = append(rows, strings.Join(cells, "|"))
		}
		out = append(out, rows)
	}
	return out
}

// wantGrid is a grid without its marks and white space.
func wantGrid(g reporttest.Grid) (rows []string) {
	for _, r := range g.Rows {
		var cells []string
		for _, c := range r {
			if c == "<" || c == "^" {
				c = ""
			}
			cells = append(cells, strings.TrimSpace(c))
		}
		rows = append(rows, strings.Join(cells, "|"))
	}
	return rows
}

// TestReadGrids reads the same tables from every format.
func TestReadGrids(t *testing.T) {
	files, err := reporttest.GridFiles()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range files {
		raws, fails := readAll(t, Input{Source: c.Name, Data: c.Data}, Options{})
		if len(raws) != 1 {
			t.Errorf("%s: %v", c.Name, fails)
			continue
		}
		d, err := report.New(raws[0], report.Options{})
		if err != nil {
			t.Errorf("%s: %v", c.Name, err)
			continue
		}
		got := gridsOf(d)
		if len(got) != len(reporttest.Grids) {
			t.Errorf("%s: %d tables: %q\n%q", c.Name, len(got), got, raws[0].Text[max(0, len(raws[0].Text)-900):])
			continue
		}
		for i, g := range reporttest.Grids {
			if want := wantGrid(g); !slices.Equal(got[i], want) {
				t.Errorf("%s:\nhave %q\nwant %q", c.Name, got[i], want)
			}
			if title := d.Tables[i].Title; len(title) == 0 || !strings.Contains(d.Quote(d.Paragraphs[title[0]].Start, d.Paragraphs[title[0]].End), "表"+string(rune('1'+i))) {
				t.Errorf("%s: table %d has lost its title", c.Name, i+1)
			}
		}
		if c.Merged {
			if head := d.Tables[1].Rows[0]; head[0].Down != 2 || head[2].Right != 2 || d.Tables[1].Rows[1][0].Right != 0 {
				t.Errorf("%s: merged cells are lost: %+v", c.Name, head)
			}
		}
		if r := d.Tables[0].Rows; c.Indent && r[2][0].Indent <= r[1][0].Indent {
			t.Errorf("%s: indents are lost: %+v %+v", c.Name, r[1][0], r[2][0])
		}
	}
}
