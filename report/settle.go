package report

import (
	"slices"

	"zhibiao/han"
)

// put appends a rune to the line and settles the spaces before it.
func (s *scanner) put(c rune, pos int32) {
	if s.pending > 0 {
		s.settle(c, pos)
	}
	if han.Closes(c) && s.footnote(c) || raised(c) && s.noteMark() {
		return
	}
	s.r = append(s.r, c)
	s.raw = append(s.raw, pos)
}

// settle decides what becomes of white space before c: the line's indent, the end
// of the line, a space of the text, or nothing, since Chinese is written without.
func (s *scanner) settle(c rune, pos int32) {
	g := gap{line: s.r[s.start:], after: c, width: s.pending, wide: s.wide, tabbed: s.tabbed}
	s.pending, s.wide, s.tabbed = 0, 0, false
	switch {
	case len(g.line) == 0:
		s.indent = g.width
	case !s.inRow && (s.flat && g.endsParagraph() || g.isIndent()):
		s.endLine(pos - 1)
		s.indent = g.width
	case g.stays():
		s.digits = s.digits || !g.tabbed && g.inDigits()
		s.r = append(s.r, ' ')
		s.raw = append(s.raw, pos-1)
	}
}

// endLine closes the current line; pos is where its break stands.
func (s *scanner) endLine(pos int32) {
	if s.inRow {
		s.space(1)
		return
	}
	s.pending, s.wide, s.tabbed = 0, 0, false
	l := line{start: s.start, end: len(s.r), indent: s.indent, blank: s.blank}
	if s.bold == 2 {
		l.bold = s.boldEnd
	}
	s.indent, s.bold, s.boldEnd = 0, 0, 0
	if l.end == l.start {
		s.blank = len(s.lines) > 0
		return
	}
	if s.digits {
		s.joinDigits(&l)
		s.digits = false
	}
	stripMarks(&s.buffer, &l)
	// Room for the break that compose puts between paragraphs.
	s.r, s.raw = append(s.r, '\n'), append(s.raw, pos)
	s.start = len(s.r)
	if l.start == l.end || isRule(s.r[l.start:l.end]) {
		s.blank = len(s.lines) > 0
		return
	}
	s.lines = append(s.lines, l)
	s.blank = false
}

// stripMarks takes Markdown's marks from the start of a line: # > - * +. A
// mark needs the space behind it, which the source's offsets still show.
func stripMarks(b *buffer, l *line) {
	for l.start < l.end {
		c := b.r[l.start]
		n := 1
		switch c {
		case '#':
			for l.start+n < l.end && b.r[l.start+n] == '#' {
				n++
			}
			l.mark = true
		case '>', '|':
		case '-', '*', '+', '•', '●', '■', '◆', '▲', '★', '※':
			if l.end-l.start < 2 || c < 0x80 && b.raw[l.start+1] == b.raw[l.start]+1 {
				return
			}
			l.item = true
		default:
			return
		}
		l.start += n
		for l.start < l.end && b.r[l.start] == ' ' {
			l.start++
		}
	}
}

// drawn are the marks of lines that only draw.
var drawn = han.NewSet("-=_*~—…·.|")

// isRule tells lines that only draw: ----, ====, ······.
func isRule(r []rune) bool {
	return len(r) >= 3 && !slices.ContainsFunc(r, func(c rune) bool { return !drawn.Has(c) })
}
