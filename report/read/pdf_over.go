package read

import (
	"strings"

	"zhibiao/report"
	"zhibiao/report/columns"
)

// ruledRows puts the parts of tables over several pages together.
type ruledRows struct {
	last *pdfRow // the row right before, nil where something else is
	head string  // the first row of its table
}

// add is the text of a row: the first of a page's table opens one, or goes on
// with the last one of the page before.
func (w *ruledRows) add(r *pdfRow) string {
	text := r.text
	switch {
	case rune(text[0]) != report.TableMark:
	case w.last != nil && text[1:] != w.head && r.goesOn(w.last):
		text = string(report.RowMark) + text[1:]
	default:
		w.head = text[1:]
	}
	w.last = r
	return text
}

// goesOn tells that the first row of a table can go on with the table of row a:
// their columns stand at the same places, and it is no head.
func (r *pdfRow) goesOn(a *pdfRow) bool {
	if len(a.table.xs) != len(r.table.xs) {
		return false
	}
	for k, x := range a.table.xs {
		if abs(x-r.table.xs[k]) > sameLine {
			return false
		}
	}
	full, figures := 0, 0
	for c := range strings.SplitSeq(r.text, string(report.CellMark)) {
		if c = strings.Trim(c, tableMarks+" "); c != "" {
			full++
		}
		if columns.IsFigure(c) {
			figures++
		}
	}
	return figures > 0 || full == 1
}
