package report

import (
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

// settle decides what becomes of white space before c.
func (s *scanner) settle(c rune, pos int32) {
	width, wide, tabbed := s.pending, s.wide, s.tabbed
	s.pending, s.wide, s.tabbed = 0, 0, false
	if len(s.r) == s.start {
		s.indent = width
		return
	}
	p := s.r[len(s.r)-1]
	// An indent in the middle of a line: paragraphs that lost their breaks.
	if s.flat && !s.inRow && s.breaks(p, c, width) {
		s.endLine(pos - 1)
		s.indent = width
		return
	}
	if wide >= 2 && !s.inRow && (len(s.r)-s.start > 150 || han.EndsSentence(p) || han.EndsLine(p) || han.Closes(p) && len(s.r)-s.start > 60) {
		s.endLine(pos - 1)
		s.indent = width
		return
	}
	keep := false
	switch {
	case tabbed && (han.IsAnyDigit(c) || c == '-' || c == '－') && (han.IsAnyDigit(p) || han.Is(p) || p == '%' || p == '％' || han.Closes(p)):
		keep = true // the cells of a table
	case han.IsLatin(p) && han.IsLatin(c), han.IsAnyDigit(p) && c == '-', han.IsLatin(p) && (c == '&' || c == '-'):
		keep = true
	case han.IsAnyDigit(p) && han.IsAnyDigit(c):
		keep, s.digits = true, true
	case (p == ',' || p == ';' || p == ':' || p == '.' || p == '&' || p == '-' || p == '!') && han.IsLatin(c):
		keep = len(s.r)-s.start > 1 && han.IsLatin(s.r[len(s.r)-2]) || p == '-' && len(s.r)-s.start > 1
	case han.IsAnyDigit(p) && han.IsLatin(c):
		// iPhone 15 and: only inside a foreign phrase.
		k := len(s.r)
		for k > s.start && han.IsAnyDigit(s.r[k-1]) {
			k--
		}
		keep = k > s.start && han.IsLatin(s.r[k-1])
	}
	if keep {
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

// joinDigits closes the gaps of numbers written apart: 1 9 9 3 年, 19 93 年.
func (s *scanner) joinDigits(l *line) {
	r := s.r
	out := l.start
	spaced := false // the digits before were written apart
	for i := l.start; i < l.end; {
		if !han.IsAnyDigit(r[i]) {
			r[out], s.raw[out] = r[i], s.raw[i]
			out++
			i++
			continue
		}
		// The stretch of digit groups with one space between them.
		j, groups, long, n, size := i, 1, false, 0, 0
		for ; j < l.end; j++ {
			if han.IsAnyDigit(r[j]) {
				n++
				size++
				long = long || size > 1
				continue
			}
			if r[j] != ' ' || j+1 >= l.end || !han.IsAnyDigit(r[j+1]) {
				break
			}
			groups++
			size = 0
		}
		join := groups > 1 && (!long || n == 4 && j < l.end && r[j] == '年')
		if i > l.start && r[i-1] == '.' && !spaced {
			join = false // 120.5 6: two numbers
		}
		if groups == 2 && j < l.end && r[j] == '/' {
			join = false // 1 1/2
		}
		spaced = join
		for ; i < j; i++ {
			if r[i] == ' ' && join {
				continue
			}
			r[out], s.raw[out] = r[i], s.raw[i]
			out++
		}
	}
	l.end = out
	s.r, s.raw = s.r[:out], s.raw[:out]
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

// isRule tells lines that only draw: ----, ====, ······.
func isRule(r []rune) bool {
	if len(r) < 3 {
		return false
	}
	for _, c := range r {
		if c != '-' && c != '=' && c != '_' && c != '*' && c != '~' && c != '—' && c != '…' && c != '·' && c != '.' && c != '|' {
			return false
		}
	}
	return true
}

// breaks tells whether a space between p and c, in a text without line
// breaks, is where a paragraph ended: behind a sentence, around a heading, or
// wide.
func (s *scanner) breaks(p, c rune, width int) bool {
	if width >= 4 || han.EndsSentence(p) || p == '：' || p == ':' {
		return han.Is(c) || han.IsAnyDigit(c) || han.IsPunct(c) || c == '('
	}
	l := s.r[s.start:]
	if len(l) > 80 || !han.Is(c) {
		return false
	}
	m := parseMark(l)
	return (m.style == markHan || m.style == markParen || m.style == markPart) && m.size < len(l)
}
