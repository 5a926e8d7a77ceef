package read

import (
	"strings"
	"unicode"

	"zhibiao/han"
	"zhibiao/report/columns"
)

// pdfBox is a place on a page, in points from its left and bottom.
type pdfBox struct {
	left, right, base, top float64
	size                   float64 // of the characters in it
}

// pdfChar is a drawn character with its place, a space or a line's end.
type pdfChar struct {
	r   rune
	box pdfBox
}

// pdfLineReader gathers characters to lines, as pdfium breaks them, with the
// places of their ends. Spaces that a layout made are dropped or, where they
// part columns, become tabs. A line ends where a cell of a ruled table does.
type pdfLineReader struct {
	tables []*ruledTable
	out    []pdfLine

	text      strings.Builder
	words     []columns.Word
	word      strings.Builder // the word so far
	wordFrom  float64
	start, at pdfBox  // places of the line's first character and of the last so far
	cell      pdfCell // of the line
	wall      int     // column of an unparted table that the last character stands in
	lastRune  rune    // at the last character
	em        float64 // size of the line's first Chinese character
	any       bool
	space     bool // a space stands before the next character
}

// pdfLines makes lines of a page's characters.
func pdfLines(chars []pdfChar, tables []*ruledTable) []pdfLine {
	w := pdfLineReader{tables: tables}
	for _, c := range chars {
		w.char(c)
	}
	w.end()
	return w.out
}

func (w *pdfLineReader) char(char pdfChar) {
	c, at := char.r, char.box
	switch c {
	case '\n':
		w.end()
		return
	case ' ':
		w.space = true
		return
	}
	cell, wall := w.cellAt(at)
	if w.any && (cell != w.cell || w.breaks(at)) {
		w.end()
	}
	if w.any {
		if w.space {
			g := gap(w.at, at, w.lastRune, c)
			w.text.WriteString(g)
			w.word.WriteString(strings.Trim(g, "\t"))
		}
		if wall != w.wall || at.left-w.at.right > wordGap*max(at.size, w.at.size, 6) {
			w.endWord()
		}
		if raised(w.at, at) && unicode.IsDigit(c) {
			c = []rune(superscript(string(c)))[0]
		}
	} else {
		w.start, w.cell = at, cell
	}
	if w.word.Len() == 0 {
		w.wordFrom = at.left
	}
	if w.em == 0 && han.Is(c) {
		w.em = at.size
	}
	if isSuperscript(c) { // the line goes on at its own height
		at.base, at.top, at.size = w.at.base, w.at.top, w.at.size
	}
	w.at, w.wall = at, wall
	w.any, w.space, w.lastRune = true, false, c
	w.text.WriteRune(c)
	w.word.WriteRune(c)
}

// breaks tells a line's end that pdfium has missed: the character then stands
// lower or further back, or in another cell at another height.
func (w *pdfLineReader) breaks(at pdfBox) bool {
	size := max(at.size, w.at.size)
	if at.left-w.at.right > wordGap*max(size, 6) && abs(at.base-w.at.base) > sameBase*size && abs(at.top-w.at.top) > sameBase*size {
		return true
	}
	return abs(at.base-w.at.base) > 0.8*size && abs(at.top-w.at.top) > 0.8*size
}

// cellAt is the cell in which a character stands. In a table whose rows no lines
// part it is none, and wall tells the column.
func (w *pdfLineReader) cellAt(at pdfBox) (cell pdfCell, wall int) {
	for i, t := range w.tables {
		n := t.at((at.left+at.right)/2, (at.base+at.top)/2)
		switch {
		case n < 0:
		case t.unparted:
			return pdfCell{}, 1 + t.cells[n].column
		default:
			return pdfCell{i + 1, n}, 0
		}
	}
	return pdfCell{}, 0
}

// wordGap is the gap that parts words of a table's row, in the size of their
// characters.
const wordGap = 0.9

// sameBase is how far the heights of words on one line lie apart at most, in the
// size of their characters.
const sameBase = 0.4

func (w *pdfLineReader) endWord() {
	if s := strings.TrimSpace(w.word.String()); s != "" {
		w.words = append(w.words, columns.Word{Text: s, From: w.wordFrom, To: w.at.right})
	}
	w.word.Reset()
}

// raised tells that b is printed smaller and higher than a: a note's mark.
func raised(a, b pdfBox) bool {
	return b.size < 0.8*a.size && b.base > a.base+0.2*a.size && b.top > a.top-0.3*a.size
}

func isSuperscript(c rune) bool {
	return c >= '⁰' && c <= '⁹' || c == '¹' || c == '²' || c == '³'
}

// gap is what a space between two characters of a line stands for.
func gap(a, b pdfBox, x, y rune) string {
	switch {
	case b.left-a.right > 2.5*max(a.size, b.size, 6):
		return "\t"
	case x < 0x250 && y < 0x250:
		return " "
	}
	return ""
}

func abs(x float64) float64 {
	if x < 0 {
		return -x
	}
	return x
}

func (w *pdfLineReader) end() {
	if w.any {
		w.endWord()
		l := pdfLine{pdfBox: w.start, text: w.text.String(), words: w.words, cell: w.cell}
		l.right = w.at.right
		if w.em > 0 {
			l.size = w.em
		}
		w.out = append(w.out, l)
	}
	w.text.Reset()
	w.word.Reset()
	w.words = nil
	w.any, w.space, w.em = false, false, 0
}
