package read

import (
	"strings"

	"zhibiao/report"
	"zhibiao/report/columns"
)

// Bounds of what a cell may claim to cover.
const (
	maxDown   = 2000
	maxRight  = 200
	maxPlaces = 200000 // of a whole table: then cells count once
)

// grid collects the cells of a table, row by row, and lays out those that
// cover several places.
type grid struct {
	rows [][]string // a covered place holds report.LeftMark or report.UpMark
	hang []int      // by column: how many rows more the cell above covers
	wide []bool     // by column: the cell above covers it from the left

	places int // that cells have claimed
}

// row opens the next row.
func (g *grid) row() {
	g.rows = append(g.rows, nil)
	g.under()
}

// under fills the places that cells of the rows above cover, up to the first
// that is free.
func (g *grid) under() {
	r := &g.rows[len(g.rows)-1]
	for len(*r) < len(g.hang) && g.hang[len(*r)] > 0 {
		k := len(*r)
		g.hang[k]--
		mark := report.UpMark
		if g.wide[k] {
			mark = report.LeftMark
		}
		*r = append(*r, string(mark))
	}
}

// cell adds a cell to the open row; indent is the white space before its text.
func (g *grid) cell(text string, indent, down, right int) {
	if len(g.rows) == 0 {
		g.row()
	}
	g.under()
	down, right = min(max(down, 1), maxDown), min(max(right, 1), maxRight)
	if g.places += right; g.places > maxPlaces {
		right = 1
	}
	r := &g.rows[len(g.rows)-1]
	for i := range right {
		k := len(*r)
		for len(g.hang) <= k {
			g.hang, g.wide = append(g.hang, 0), append(g.wide, false)
		}
		g.hang[k], g.wide[k] = down-1, i > 0
		if i > 0 {
			*r = append(*r, string(report.LeftMark))
			continue
		}
		*r = append(*r, strings.Repeat(" ", min(indent, 40))+cellLine(text))
	}
	g.under()
}

// up adds a cell that belongs to the one above it.
func (g *grid) up(right int) {
	r := &g.rows[len(g.rows)-1]
	*r = append(*r, string(report.UpMark))
	for range min(right, maxRight) - 1 {
		*r = append(*r, string(report.LeftMark))
	}
}

// cellLine makes one line of a cell's text.
func cellLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// empty tells that row i has no text.
func (g *grid) empty(i int) bool {
	for _, c := range g.rows[i] {
		if c != string(report.LeftMark) && c != string(report.UpMark) && strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}

// width is how many columns the table has.
func (g *grid) width() (n int) {
	for _, r := range g.rows {
		n = max(n, len(r))
	}
	return n
}

// even fills the rows up to the width of the longest: their cells have places
// of their own, and those behind them are empty.
func (g *grid) even() {
	width := g.width()
	if width*len(g.rows) > maxPlaces {
		return
	}
	for i := range g.rows {
		for len(g.rows[i]) < width {
			g.rows[i] = append(g.rows[i], "")
		}
	}
}

// tells says whether a table holds figures or sentences: what does not is a
// page's furniture, such as the box with the date and the number of a document.
func (g *grid) tells() bool {
	figures := 0
	for _, r := range g.rows {
		for k, c := range r {
			c = strings.TrimSpace(c)
			if k > 0 && columns.IsFigure(c) {
				figures++
			}
			if figures >= 2 || hanCount(c) >= leastWords {
				return true
			}
		}
	}
	return false
}

// leastWords is how many characters a cell of a table of works has.
const leastWords = 12

// lines writes the table for Raw.Text. What has one column or one row with
// text, or tells nothing, is no table but lines.
func (g *grid) lines() (out []string) {
	full := 0
	for i := range g.rows {
		if !g.empty(i) {
			full++
		}
	}
	if g.width() < 2 || full < 2 || !g.tells() {
		return g.plain()
	}
	mark := report.TableMark
	for i, r := range g.rows {
		if g.empty(i) {
			continue
		}
		out = append(out, string(mark)+strings.Join(r, string(report.CellMark)))
		mark = report.RowMark
	}
	return out
}

// plain writes the rows as lines with tabs between the cells.
func (g *grid) plain() (out []string) {
	for _, r := range g.rows {
		var cells []string
		for _, c := range r {
			if c != string(report.LeftMark) && c != string(report.UpMark) {
				cells = append(cells, strings.TrimSpace(c))
			}
		}
		if row := joinRow(cells); row != "" {
			out = append(out, row)
		}
	}
	return out
}

// tableMarks are the marks of tables in Raw.Text.
var tableMarks = string([]rune{report.TableMark, report.RowMark, report.CellMark, report.LeftMark, report.UpMark})

// isRow tells a line of Raw.Text that is a row of a table.
func isRow(line string) bool {
	return line != "" && (rune(line[0]) == report.RowMark || rune(line[0]) == report.TableMark)
}

// superscript writes the digits of raised text as such, so that a note's mark
// is not read into a number and m2 stays a unit.
func superscript(s string) string {
	return strings.Map(raisedDigit, s)
}

// raisedDigit is the superscript of an ASCII digit, and any other character as it is.
func raisedDigit(r rune) rune {
	if r >= '0' && r <= '9' {
		return []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")[r-'0']
	}
	return r
}
