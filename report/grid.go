package report

import (
	"slices"
	"strings"

	"zhibiao/han"
)

// gridRow is a line of decoded text that is a row of a table. Offsets are
// bytes of the text.
type gridRow struct {
	from, to int  // the line, with its break
	first    bool // it opens a table
	cells    []gridCell
	// A row that is short has only its first written cells in the source; the
	// others are there to fill it. 0 of them tell that its cells stand in no
	// columns that are known.
	short   bool
	written int
}

// gridCell is a cell's stretch of the text.
type gridCell struct {
	from, to int
	indent   int  // white space before it, in columns
	merged   rune // LeftMark or UpMark, else 0
}

// gridRows finds the rows of tables in decoded text: those that a reader has
// marked, or those of Markdown, those whose columns stand apart by tabs or
// spaces, and those that have each cell on a line of its own.
func gridRows(text string) (rows []gridRow, lost []lostTable) {
	if strings.IndexByte(text, RowMark) >= 0 || strings.IndexByte(text, TableMark) >= 0 {
		return markedRows(text), nil
	}
	if rows = markdownRows(text); rows == nil {
		rows = spacedRows(text)
	}
	more, lost := linedRows(text, rows)
	if len(more) > 0 {
		rows = append(rows, more...)
		slices.SortFunc(rows, func(a, b gridRow) int { return a.from - b.from })
	}
	return rows, lost
}

// markedRows reads the rows that a reader has written with marks.
func markedRows(text string) []gridRow {
	var out []gridRow
	for from := 0; from < len(text); {
		to := lineEnd(text, from)
		if c := rune(text[from]); c == RowMark || c == TableMark {
			row := gridRow{from: from, to: to, first: c == TableMark}
			at := from + 1
			for cell := range strings.SplitSeq(strings.TrimSuffix(text[at:to], "\n"), string(CellMark)) {
				row.cells = append(row.cells, markedCell(cell, at))
				at += len(cell) + 1
			}
			out = append(out, row)
		}
		from = to
	}
	return out
}

func markedCell(cell string, at int) gridCell {
	if cell == string(LeftMark) || cell == string(UpMark) {
		return gridCell{from: at, to: at, merged: rune(cell[0])}
	}
	return cellOf(cell, at)
}

// cellOf trims a cell that stands at byte at, and measures its indent.
func cellOf(cell string, at int) gridCell {
	from, indent := 0, 0
	for i, r := range cell {
		from = i
		n := han.SpaceWidth(r)
		if n == 0 {
			break
		}
		indent += n
		from = i + len(string(r))
	}
	to := len(strings.TrimRightFunc(cell, func(r rune) bool { return han.SpaceWidth(r) > 0 || han.IsBreak(r) }))
	return gridCell{from: at + from, to: at + max(from, to), indent: indent}
}

// lineEnd is the end of the line at from, with its break.
func lineEnd(text string, from int) int {
	if i := strings.IndexByte(text[from:], '\n'); i >= 0 {
		return from + i + 1
	}
	return len(text)
}

// markdownRows reads the tables of Markdown: | 指标 | 2023年 |, with a line of
// dashes below the head. nil if there are none.
func markdownRows(text string) []gridRow {
	if !strings.Contains(text, "-|") && !strings.Contains(text, "- |") && !strings.Contains(text, ":|") {
		return nil
	}
	var out []gridRow
	first := true
	for from := 0; from < len(text); {
		to := lineEnd(text, from)
		line := strings.TrimSpace(text[from:to])
		if len(line) < 2 || line[0] != '|' || strings.Count(line, "|") < 2 {
			first = first || line != ""
			from = to
			continue
		}
		row := gridRow{from: from, to: to}
		if strings.Trim(line, "|-: ") != "" { // the line of dashes is a row without cells
			row.first, row.cells = first, pipeCells(text[from:to], from)
			first = false
		}
		out = append(out, row)
		from = to
	}
	return out
}

func pipeCells(line string, at int) (cells []gridCell) {
	open := strings.IndexByte(line, '|') + 1
	for i := open; i < len(line); i++ {
		if line[i] == '|' && line[i-1] != '\\' {
			cells = append(cells, cellOf(line[open:i], at+open))
			open = i + 1
		}
	}
	if rest := line[open:]; strings.TrimSpace(rest) != "" {
		cells = append(cells, cellOf(rest, at+open))
	}
	return cells
}
