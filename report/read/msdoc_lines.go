package read

import (
	"slices"
	"strings"
	"unicode/utf16"
)

// Control characters of Word's text. Cells and rows end with the same one, and
// the paragraphs in a cell like all others: what the file says of paragraphs
// tells them apart.
const (
	docCellPara = 0x04 // ends a paragraph in a cell; here alone
	docRowEnd   = 0x06 // here alone
	docCellEnd  = 0x07
	docBreak    = 0x0B
	docPage     = 0x0C
	docParaEnd  = 0x0D
	docColumn   = 0x0E
	docField    = 0x13 // its code, its result, its end
	docResult   = 0x14
	docFieldEnd = 0x15
	docHyphen   = 0x1E
)

// marker writes what the file says of a character into it, as it is handed the
// characters of the pieces in their order.
type marker struct {
	raised raiser
	paras  []docPara
	rows   [][]docCell // of each docRowEnd that was written
}

// char is c, which stands at offset at of the WordDocument stream.
func (m *marker) char(c uint16, at int64) uint16 {
	switch c {
	case docCellPara, docRowEnd:
		return 1
	case docCellEnd, docParaEnd:
		k, ok := slices.BinarySearchFunc(m.paras, at, func(p docPara, at int64) int {
			switch {
			case p.to <= at:
				return -1
			case p.from > at:
				return 1
			}
			return 0
		})
		switch {
		case !ok:
			return docParaEnd // a cell of which the file says nothing is a line
		case c == docParaEnd:
			return docCellPara
		case m.paras[k].rowEnd:
			m.rows = append(m.rows, m.paras[k].cells)
			return docRowEnd
		}
		return c
	}
	return m.raised.char(c, at)
}

// docWriter turns Word's characters into lines: fields show their result.
type docWriter struct {
	out    []string
	line   strings.Builder
	cell   []string    // paragraphs of the open cell
	cells  []edgedCell // of the open row
	table  edgedRows   // rows before it
	rows   [][]docCell // what the ends of the rows to come say
	fields []bool      // open ones: whether their result has begun
}

// docLines are the lines of Word's characters; rows are what the ends of their
// rows say, of which it returns those that are left.
func docLines(chars []uint16, rows [][]docCell) (string, [][]docCell) {
	w := docWriter{rows: rows}
	for _, c := range inCells(utf16.Decode(chars)) {
		w.char(c)
	}
	w.endLine()
	w.flush()
	return strings.Join(w.out, "\n"), w.rows
}

// inCells marks the line breaks of cells.
func inCells(text []rune) []rune {
	var end rune // of the paragraph
	for i, c := range slices.Backward(text) {
		switch c {
		case docCellPara, docCellEnd, docRowEnd, docParaEnd:
			end = c
		case docBreak:
			if end == docCellPara || end == docCellEnd {
				text[i] = docCellPara
			}
		}
	}
	return text
}

func (w *docWriter) char(c rune) {
	switch c {
	case docField:
		if len(w.fields) < 1000 {
			w.fields = append(w.fields, false)
		}
	case docResult:
		if n := len(w.fields); n > 0 {
			w.fields[n-1] = true
		}
	case docFieldEnd:
		w.fields = w.fields[:max(0, len(w.fields)-1)]
	case docCellPara:
		w.endPara()
	case docCellEnd:
		w.endCell()
	case docRowEnd:
		w.endRow()
	case docParaEnd, docBreak, docPage, docColumn:
		w.endLine()
	case docHyphen:
		w.line.WriteByte('-')
	case '\t':
		w.line.WriteByte('\t')
	default:
		if c >= 0x20 && c != '\uFEFF' && !slices.Contains(w.fields, false) {
			w.line.WriteRune(c)
		}
	}
}

// write adds a line.
func (w *docWriter) write(s string) {
	if s = strings.TrimSpace(s); s != "" {
		w.out = append(w.out, s)
	}
}

// flush writes the rows so far. Cells that no row has ended are a line.
func (w *docWriter) flush() {
	for _, l := range w.table.lines() {
		w.write(l)
	}
	var cells []string
	for _, c := range w.cells {
		cells = append(cells, c.text)
	}
	w.write(joinRow(cells))
	w.table, w.cells = nil, nil
}

// endPara ends a paragraph of the open cell.
func (w *docWriter) endPara() {
	w.cell = append(w.cell, w.line.String())
	w.line.Reset()
}

// paras are the paragraphs since the last cell or line.
func (w *docWriter) paras() []string {
	w.endPara()
	lines := w.cell
	w.cell = nil
	return lines
}

// endLine ends a paragraph that stands in no cell. One with text ends the
// table before it.
func (w *docWriter) endLine() {
	lines := w.paras()
	if strings.TrimSpace(strings.Join(lines, "")) == "" && len(w.cells) == 0 {
		return
	}
	w.flush()
	for _, l := range lines {
		w.write(l)
	}
}

// endCell ends a cell. What holds prose is no cell but a page's layout.
func (w *docWriter) endCell() {
	lines := w.paras()
	text, long := joinCell(lines)
	if !long {
		w.cells = append(w.cells, edgedCell{text: text, indent: leading(lines[0])})
		return
	}
	w.flush()
	for _, l := range lines {
		w.write(l)
	}
}

// endRow ends a row.
func (w *docWriter) endRow() {
	var says []docCell
	if len(w.rows) > 0 {
		says, w.rows = w.rows[0], w.rows[1:]
	}
	if len(says) == len(w.cells) {
		for i := range w.cells {
			c := &w.cells[i]
			c.edge, c.up = says[i].edge, says[i].up
			c.left = i > 0 && says[i].joined && says[i-1].joined && c.text == ""
		}
	}
	if len(w.cells) > 0 {
		w.table = append(w.table, w.cells)
	}
	w.cells, w.cell = nil, nil
	w.line.Reset()
}
