package report

import (
	"slices"
	"strings"

	"zhibiao/han"
	"zhibiao/message"
)

// Table is a table of a Document. Its rows are paragraphs one behind the
// other; in Text a row is a line and a tab parts its cells.
type Table struct {
	Start, End int   // span of its rows
	First      int   // index in Document.Paragraphs of its first row; the next row is the next paragraph
	Title      []int // paragraphs before it that name it or tell its unit, in order
	// Rows have as many cells as the table has columns.
	Rows [][]Cell
	// Written is how many of them each row has in the source: fewer than
	// others where its end was left out or a cell was lost, 0 where the row
	// does not tell which columns its cells stand in.
	Written []int
}

// Cell is a place in a Table. Its text is Text[Start:End], empty where Start
// is End.
type Cell struct {
	Start, End int
	Indent     int // columns of white space before its text
	// Down and Right tell how many rows and columns the cell covers: 1 and 1
	// for most, 0 and 0 where the cell above or on the left covers the place.
	Down, Right int
}

// Columns is how many columns the table has.
func (t *Table) Columns() int {
	if len(t.Rows) == 0 {
		return 0
	}
	return len(t.Rows[0])
}

// Bounds of a table: what is larger is none that people read.
const (
	maxRows    = 5000
	maxColumns = 250
)

// addRow makes the line l, the last paragraph of d, a row of a table: of the
// one that the paragraph before it belongs to, unless l opens its own.
func (d *draft) addRow(b *buffer, l *line) {
	p := len(d.Paragraphs) - 1
	par := &d.Paragraphs[p]
	par.Row = true
	row := &b.rows[l.row-1]
	if n := len(d.Tables); n == 0 || row.first || p == 0 || !d.Paragraphs[p-1].Row || len(d.Tables[n-1].Rows) == maxRows {
		d.Tables = append(d.Tables, Table{Start: par.Start, First: p})
	}
	t := &d.Tables[len(d.Tables)-1]
	t.End = par.End
	cells := make([]Cell, 0, len(row.cells))
	for _, c := range row.cells {
		k := Cell{Start: par.Start + c.start - l.start, End: par.Start + c.end - l.start, Indent: c.indent, Down: 1, Right: 1}
		if c.merged != 0 {
			k.Down, k.Right = t.cover(cells, c.merged)
		}
		cells = append(cells, k)
	}
	t.Rows = append(t.Rows, cells)
	t.Written = append(t.Written, row.written)
}

// Covered places on the way to square, which makes them 0: those covered from
// the left have coveredHere as Right, those covered from above as Down.
const coveredHere = -1

// cover widens the cell that covers the place behind cells: the one on its
// left, or the one above it. It returns the place's Down and Right.
func (t *Table) cover(cells []Cell, mark rune) (down, right int) {
	if mark == LeftMark {
		i := len(cells) - 1
		for i >= 0 && cells[i].Right == coveredHere {
			i--
		}
		if i >= 0 && cells[i].Down != coveredHere {
			cells[i].Right = len(cells) - i + 1
		}
		return 0, coveredHere
	}
	k, i := len(cells), len(t.Rows)-1
	for i >= 0 && k < len(t.Rows[i]) && t.Rows[i][k].Down == coveredHere {
		i--
	}
	if i >= 0 && k < len(t.Rows[i]) && t.Rows[i][k].Right != coveredHere {
		t.Rows[i][k].Down = len(t.Rows) - i + 1
	}
	return coveredHere, 0
}

// square gives every row of a table as many cells as its longest has, and
// finds the lines that name it.
func (d *draft) square() {
	d.Tables = slices.DeleteFunc(d.Tables, func(t Table) bool {
		if !t.ragged() {
			return false
		}
		for k := range t.Rows {
			d.Paragraphs[t.First+k].Row = false
		}
		return true
	})
	for i := range d.Tables {
		t := &d.Tables[i]
		width := t.width()
		for k, r := range t.Rows {
			end := d.Paragraphs[t.First+k].End
			for len(r) < width {
				r = append(r, Cell{Start: end, End: end, Down: 1, Right: 1})
			}
			for c := range r {
				r[c].Down, r[c].Right = max(r[c].Down, 0), max(r[c].Right, 0)
			}
			t.Rows[k] = r
		}
		t.Title = d.titleOf(t)
	}
}

// width is how many cells the longest row has.
func (t *Table) width() (n int) {
	for _, r := range t.Rows {
		n = max(n, len(r))
	}
	return n
}

// ragged tells a table most of which would be empty once its rows are as long
// as the longest.
func (t *Table) ragged() bool {
	cells := 0
	for _, r := range t.Rows {
		cells += len(r)
	}
	return t.width()*len(t.Rows) > 4*cells+1000
}

// mostLost is how many tables and rows are named that are left out.
const mostLost = 5

// warnOfLost names the tables, and the rows of tables, that make no grid.
func (d *draft) warnOfLost(lost []lostTable) {
	for i, l := range lost {
		if i == mostLost {
			d.warn("warn.tables", len(lost)-mostLost)
			return
		}
		p, _ := slices.BinarySearchFunc(d.Paragraphs, l.from, func(p Paragraph, from int) int { return int(d.Raw[p.Start]) - from })
		p = min(p, len(d.Paragraphs)-1)
		name := d.Text[d.Paragraphs[p].Start:d.Paragraphs[p].End]
		name = name[:min(len(name), 30)]
		if l.row {
			d.warn("warn.row", string(name), p+1)
			continue
		}
		d.warn("warn.table", string(name), p+1, message.New("its cells make no grid"))
	}
}

// titleLines is how many lines before a table may name it.
const titleLines = 3

// titleOf lists the paragraphs right before a table that name it: short, and
// no sentences.
func (d *draft) titleOf(t *Table) (title []int) {
	for p := t.First - 1; p >= 0 && len(title) < titleLines; p-- {
		par := d.Paragraphs[p]
		s := d.Norm[par.Start:par.End]
		if par.Row || len(s) > 60 || han.EndsLine(s[len(s)-1]) || strings.ContainsAny(string(s), "。，") {
			break
		}
		title = append([]int{p}, title...)
		if tableTitle(s) {
			break
		}
	}
	return title
}

// tableTitle tells 表1 …, 续表2, 附表三, 图 1.
func tableTitle(t []rune) bool {
	if hasPrefix(t, "续") || hasPrefix(t, "附") {
		t = t[1:]
	}
	if !hasPrefix(t, "表") || len(t) < 2 {
		return false
	}
	k := 1
	for k < len(t) && t[k] == ' ' {
		k++
	}
	return k < len(t) && (han.IsAnyDigit(t[k]) || han.Digit(t[k]) > 0 || t[k] == '十')
}
