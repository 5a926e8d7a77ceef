package read

import (
	"cmp"
	"slices"
	"strings"

	"zhibiao/report/columns"
)

// pdfRow is a row of a ruled table.
type pdfRow struct {
	text  string // as Raw.Text has it
	table *ruledTable
}

// withRows makes lines of a page's characters, and rows of those that stand in
// ruled tables. A grid that holds no table is none; in one whose rows no lines
// part, the lines between its columns part words.
func withRows(chars []pdfChar, tables []*ruledTable) []pdfLine {
	lines := pdfLines(chars, tables)
	cells := make([]map[int][]pdfLine, len(tables))
	for i := range cells {
		cells[i] = map[int][]pdfLine{}
	}
	for _, l := range lines {
		if l.cell.table > 0 {
			at := cells[l.cell.table-1]
			at[l.cell.cell] = append(at[l.cell.cell], l)
		}
	}
	rows := make([][]pdfLine, len(tables))
	var good []*ruledTable
	again := false
	for i, t := range tables {
		switch {
		case t.unparted:
		case t.stacked(cells[i]):
			t.unparted, again = true, true
		default:
			if rows[i] = t.rows(cells[i]); rows[i] == nil {
				again = true
				continue
			}
		}
		good = append(good, t)
	}
	if again {
		return withRows(chars, good)
	}
	var out []pdfLine
	for _, l := range lines {
		if l.cell.table == 0 {
			out = append(out, l)
			continue
		}
		out = append(out, rows[l.cell.table-1]...)
		rows[l.cell.table-1] = nil
	}
	return out
}

// stacked tells a table whose rows no lines part: cells beside each other hold
// figures one below the other.
func (t *ruledTable) stacked(cells map[int][]pdfLine) bool {
	tall := make([]int, len(t.ys)) // cells of several lines, by row
	figures := make([]int, len(t.ys))
	for n, c := range t.cells {
		lines := cells[n]
		if len(lines) < 2 {
			continue
		}
		tall[c.row]++
		for _, l := range lines {
			if !columns.IsFigure(strings.TrimSpace(l.text)) {
				lines = nil
				break
			}
		}
		if len(lines) > 1 {
			figures[c.row]++
		}
	}
	for i := range tall {
		if figures[i] > 0 && tall[i] > 1 {
			return true
		}
	}
	return false
}

// rows are the rows of a table, nil where its cells are none of one.
func (t *ruledTable) rows(cells map[int][]pdfLine) (out []pdfLine) {
	g := &grid{}
	indents := t.indents(cells)
	size := 10.0
	for i, place := range t.place {
		g.row()
		for k, n := range place {
			c := t.cells[n]
			if c.row != i || c.column != k {
				continue
			}
			text := ruledText(cells[n])
			if hanCount(text) > longCell {
				return nil
			}
			for _, l := range cells[n] {
				size = l.size
			}
			g.cell(text, indents[n], c.down, c.right)
		}
	}
	lines := g.lines()
	if len(lines) == 0 || !isRow(lines[0]) {
		return nil
	}
	at := 0
	for i := range t.place {
		if g.empty(i) {
			continue
		}
		box := pdfBox{left: t.xs[0], right: t.xs[len(t.xs)-1], base: t.ys[i+1], top: t.ys[i], size: size}
		out = append(out, pdfLine{pdfBox: box, row: &pdfRow{lines[at], t}})
		at++
	}
	return out
}

// ruledText joins the lines of a cell. Where digits would run into each other
// a space stays between them.
func ruledText(lines []pdfLine) (s string) {
	slices.SortStableFunc(lines, func(a, b pdfLine) int {
		if abs(a.base-b.base) > 0.5*min(a.size, b.size) {
			return cmp.Compare(b.base, a.base)
		}
		return cmp.Compare(a.left, b.left)
	})
	for _, l := range lines {
		if s != "" && l.text != "" && isDigit(s[len(s)-1]) && isDigit(l.text[0]) {
			s += " "
		}
		s = joinPrinted(s, l.text)
	}
	return strings.ReplaceAll(s, "\t", " ")
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// indents are those of the labels, in columns: how far they begin behind the
// first of them. Labels in the middle of their cells have none.
func (t *ruledTable) indents(cells map[int][]pdfLine) map[int]int {
	left, centred, count := t.xs[1], 0, 0
	for n, c := range t.cells {
		if c.column > 0 || len(cells[n]) == 0 {
			continue
		}
		l := cells[n][0]
		left = min(left, l.left)
		count++
		if abs((l.left+l.right)-(t.xs[0]+t.xs[c.right])) < 4 {
			centred++
		}
	}
	out := map[int]int{}
	if centred*2 > count {
		return out
	}
	for n, c := range t.cells {
		if c.column == 0 && len(cells[n]) > 0 {
			l := cells[n][0]
			out[n] = max(0, int((l.left-left)/max(l.size, 4)*2))
		}
	}
	return out
}

// bytes is how much text the line holds.
func (l *pdfLine) bytes() int {
	if l.row != nil {
		return len(l.row.text)
	}
	return len(l.text)
}
