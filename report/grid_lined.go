package report

import (
	"strings"

	"zhibiao/report/columns"
)

// linedRows finds tables whose cells are lines, as a page is copied whose cells
// are paragraphs. taken are rows that are known.
func linedRows(text string, taken []gridRow) (rows []gridRow, lost []lostTable) {
	if !lined(text) {
		return nil, nil
	}
	var lines []gridCell
	var words []string
	for from := 0; from < len(text); {
		to := lineEnd(text, from)
		for len(taken) > 0 && taken[0].to <= from {
			taken = taken[1:]
		}
		cell := cellOf(text[from:to], from)
		word := text[cell.from:cell.to]
		if len(taken) > 0 && taken[0].from <= from {
			word = "。" // a row of another table ends this one
		}
		if word != "" && numberOfPage([]rune(word[:min(len(word), longestNumber)])) < 2 {
			lines, words = append(lines, cell), append(words, word)
		}
		from = to
	}
	tables, left := columns.FindLined(words)
	for _, t := range tables {
		for i, places := range t {
			rows = append(rows, linedRow(text, lines, places, i == 0))
		}
	}
	for _, l := range left {
		lost = append(lost, lostTable{lines[l.Line].from, l.Row})
	}
	return rows, lost
}

// longestNumber is how many bytes of a line tell whether it is a page's number.
const longestNumber = 90

// lostTable is a table that is left out, or a row of one.
type lostTable struct {
	from int // the byte or the offset in the source at which it begins
	row  bool
}

// linedRow makes a row of its places.
func linedRow(text string, lines []gridCell, places []columns.Place, first bool) gridRow {
	row := gridRow{first: first}
	at := -1
	for _, p := range places {
		c := gridCell{from: at, to: at}
		switch {
		case p.Left:
			c.merged = LeftMark
		case p.Up:
			c.merged = UpMark
		}
		if p.From < p.To {
			c = gridCell{from: lines[p.From].from, to: lines[p.To-1].to, indent: lines[p.From].indent}
			if at < 0 {
				row.from = strings.LastIndexByte(text[:c.from], '\n') + 1
				for k := range row.cells { // empty places before it
					row.cells[k].from, row.cells[k].to = c.from, c.from
				}
			}
			at = c.to
		}
		row.cells = append(row.cells, c)
	}
	row.to = lineEnd(text, at)
	return row
}

// lined is a quick look for lines that are figures: without four of them there
// is no table.
func lined(text string) bool {
	n := 0
	for from := 0; from < len(text); {
		to := lineEnd(text, from)
		if to-from <= 24 {
			if cell := cellOf(text[from:to], from); columns.IsFigure(text[cell.from:cell.to]) {
				if n++; n >= 4 {
					return true
				}
			}
		}
		from = to
	}
	return false
}
