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
	var page, word, rtf, tabbed, wide, narrow, md strings.Builder
	var pages [][]reporttest.Piece
	y := 780.0
	var pieces []reporttest.Piece
	escape := func(s string) string {
		var b strings.Builder
		for _, c := range reporttest.GB18030(s) {
			if c < 0x80 {
				b.WriteByte(c)
				continue
			}
			b.WriteString(`\'` + string("0123456789abcdef"[c>>4]) + string("0123456789abcdef"[c&15]))
		}
		return b.String()
	}
	for i := range reporttest.Grids {
		g := &reporttest.Grids[i]
		page.WriteString(g.HTML())
		word.WriteString(g.Word())
		rtf.WriteString(g.RTFTable(escape))
		tabbed.WriteString(g.Tabbed() + "\n")
		wide.WriteString(g.Spaced(2) + "\n")
		narrow.WriteString(g.Spaced(1) + "\n")
		md.WriteString(g.Markdown() + "\n")
		p, below := g.Printed(y)
		pieces, y = append(pieces, p...), below
	}
	pages = append(pages, pieces)
	workbook, err := reporttest.Workbook(reporttest.Grids)
	if err != nil {
		t.Fatal(err)
	}
	body := ""
	for _, p := range reporttest.Paragraphs[:8] {
		body += reporttest.Para(p)
	}
	for _, c := range []struct {
		name   string
		data   []byte
		merged bool // the format says which cells are merged
	}{
		{"a.html", []byte("<html><body>" + reporttest.Article() + page.String() + "</body></html>"), true},
		{"a.docx", reporttest.DOCX(body + word.String()), true},
		{"a.rtf", []byte(`{\rtf1\ansi\ansicpg936 ` + rtf.String() + escape(reporttest.Paragraphs[7]) + `\par}`), false},
		{"tabs.txt", []byte(reporttest.Text() + tabbed.String()), false},
		{"wide.txt", []byte(reporttest.Text() + wide.String()), false},
		{"narrow.txt", []byte(reporttest.Text() + narrow.String()), false},
		{"a.md", []byte(reporttest.Text() + "\n" + md.String()), false},
		{"a.pdf", reporttest.PDFOf(pages), false},
		{"a.xlsx", workbook, true},
	} {
		raws, fails := readAll(t, Input{Source: c.name, Data: c.data}, Options{})
		if len(raws) != 1 {
			t.Errorf("%s: %v", c.name, fails)
			continue
		}
		d, err := report.New(raws[0], report.Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		got := gridsOf(d)
		if len(got) != len(reporttest.Grids) {
			t.Errorf("%s: %d tables: %q\n%q", c.name, len(got), got, raws[0].Text[max(0, len(raws[0].Text)-900):])
			continue
		}
		for i, g := range reporttest.Grids {
			if want := wantGrid(g); !slices.Equal(got[i], want) {
				t.Errorf("%s:\nhave %q\nwant %q", c.name, got[i], want)
			}
			if title := d.Tables[i].Title; len(title) == 0 || !strings.Contains(d.Quote(d.Paragraphs[title[0]].Start, d.Paragraphs[title[0]].End), "表"+string(rune('1'+i))) {
				t.Errorf("%s: table %d has lost its title", c.name, i+1)
			}
		}
		if c.merged {
			if head := d.Tables[1].Rows[0]; head[0].Down != 2 || head[2].Right != 2 || d.Tables[1].Rows[1][0].Right != 0 {
				t.Errorf("%s: merged cells are lost: %+v", c.name, head)
			}
		}
		if r := d.Tables[0].Rows; c.name != "tabs.txt" && c.name != "a.md" && r[2][0].Indent <= r[1][0].Indent {
			t.Errorf("%s: indents are lost: %+v %+v", c.name, r[1][0], r[2][0])
		}
	}
}
