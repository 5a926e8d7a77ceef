package report

import "unicode/utf8"

// bufferRow is a table's row in a buffer: its cells' spans in buffer.r.
type bufferRow struct {
	first   bool
	cells   []bufferCell
	written int
}

type bufferCell struct {
	start, end, indent int
	merged             rune
}

// addRow reads a row: its cells on one line, parted by tabs. pos is the offset
// of its line; addRow returns the one behind it.
func (s *scanner) addRow(text string, row *gridRow, pos int32) int32 {
	out := bufferRow{first: row.first, cells: make([]bufferCell, 0, len(row.cells))}
	s.inRow = true
	at := row.from
	out.written = len(row.cells)
	if row.short {
		out.written = row.written
	}
	if n := len(row.cells); n > maxColumns { // the last cell takes the rest
		row.cells[maxColumns-1].to = row.cells[n-1].to
		row.cells = row.cells[:maxColumns]
	}
	for i, c := range row.cells {
		pos += int32(utf8.RuneCountInString(text[at:c.from]))
		if i > 0 {
			s.r, s.raw = append(s.r, '\t'), append(s.raw, pos-1)
		}
		start := len(s.r)
		pos = s.add(text[c.from:c.to], pos)
		s.pending, s.wide, s.tabbed = 0, 0, false
		out.cells = append(out.cells, bufferCell{start, len(s.r), c.indent, c.merged})
		at = c.to
	}
	s.inRow = false
	pos += int32(utf8.RuneCountInString(text[at:row.to]))
	s.endRow(out, pos)
	return pos
}

// endRow closes a row's line. A row without text is none.
func (s *scanner) endRow(row bufferRow, pos int32) {
	l := line{start: s.start, end: len(s.r), blank: s.blank, row: len(s.rows) + 1}
	s.indent, s.bold, s.boldEnd, s.digits = 0, 0, 0, false
	empty := true
	for _, c := range row.cells {
		empty = empty && c.start == c.end
	}
	if empty {
		s.r, s.raw = s.r[:s.start], s.raw[:s.start]
		return
	}
	s.r, s.raw = append(s.r, '\n'), append(s.raw, pos-1)
	s.start = len(s.r)
	s.rows = append(s.rows, row)
	s.lines = append(s.lines, l)
	s.blank = false
}
