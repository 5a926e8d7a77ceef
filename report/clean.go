package report

import (
	"strings"
	"unicode/utf8"

	"zhibiao/han"
)

// line is a stretch of buffer.r that stood on a line of the source.
type line struct {
	start, end int
	indent     int  // leading spaces, a wide one counts 2
	blank      bool // an empty line stood before it
	bold       int  // end of the bold phrase that the line opens with, else 0
	mark       bool // a Markdown heading mark opened it
	item       bool // a Markdown list mark opened it
	drop       bool // furniture: not in the clean text
	tail       bool // stands behind the end of the report's body
	row        int  // ordinal in buffer.rows from 1; 0 for a line that is no row of a table
	// Its size in the source, spaces and indent counted: in characters, and in
	// columns, a Chinese character being two wide. Set by size.
	chars, columns int
}

// buffer is text on its way to a Document: runes, where each came from, and
// the lines they make. Lines are not empty and in order.
type buffer struct {
	r     []rune
	raw   []int32
	lines []line
	rows  []bufferRow
	han   int // Chinese characters
}

// scanner cleans characters: what is left in buffer is free of junk, stray
// spaces, Markdown and entities, and nothing is reordered.
type scanner struct {
	buffer
	start   int // of the current line in r
	indent  int
	pending int  // width of the spaces seen since the last rune of the line
	wide    int  // how many of them are wide
	tabbed  bool // a tab is among them
	noted   int  // number of the last reference to a note in round brackets
	digits  bool // the line holds digits apart: 1 9 9 3
	blank   bool
	bold    int // bold marks seen on the line
	boldEnd int
	noClose map[string]bool // closing tags known to be absent from here on
	flat    bool            // the text lost its line breaks
	inRow   bool            // a table's row is being read: nothing ends the line
}

// scan reads decoded text. base is added to the offsets that it records.
func scan(text string, base int32) *scanner {
	s := &scanner{}
	n := utf8.RuneCountInString(text)
	s.r = make([]rune, 0, n+1)
	s.raw = make([]int32, 0, n+1)
	s.flat = n > 2000 && strings.Count(text, "\n")*1000 < n
	s.read(text, base)
	return s
}

// read reads decoded text with its tables.
func (s *scanner) read(text string, pos int32) {
	at := 0
	for _, row := range gridRows(text) {
		pos = s.add(text[at:row.from], pos)
		if len(s.r) > s.start {
			s.endLine(pos)
		}
		pos = s.addRow(text, &row, pos)
		at = row.to
	}
	pos = s.add(text[at:], pos)
	s.endLine(pos)
}

// add reads text without tables; it returns the offset behind it.
func (s *scanner) add(text string, pos int32) int32 {
	for i := 0; i < len(text); {
		c, w := rune(text[i]), 1
		if c >= utf8.RuneSelf {
			c, w = utf8.DecodeRuneInString(text[i:])
		}
		if c >= 0x4E00 && c <= 0x9FFF {
			s.put(c, pos)
			s.han++
			i += w
			pos++
			continue
		}
		if c < utf8.RuneSelf {
			if n := s.ascii(text[i:], pos); n > 0 {
				i += n
				pos += int32(utf8.RuneCountInString(text[i-n : i]))
				continue
			}
		}
		switch {
		case han.IsBreak(c):
			s.endLine(pos)
		case c == '\t':
			s.space(1)
			s.tabbed = true
		case han.IsJunk(c):
		default:
			if n := han.SpaceWidth(c); n > 0 {
				s.space(n)
			} else {
				s.put(c, pos)
			}
		}
		i += w
		pos++
	}
	return pos
}

// space notes n columns of white space.
func (s *scanner) space(n int) {
	s.pending += n
	if n == 2 {
		s.wide++
	}
}

// ascii handles what starts with an ASCII character and is more than it: it
// returns the bytes consumed, 0 to leave the character to the caller.
func (s *scanner) ascii(t string, pos int32) int {
	switch t[0] {
	case '&':
		if n := s.escapedTag(t, pos); n > 0 {
			return n
		}
		if r, n := entity(t); n > 0 {
			if w := han.SpaceWidth(r); w > 0 {
				s.space(w)
			} else if !han.IsJunk(r) {
				s.put(r, pos)
			}
			return n
		}
	case '*', '_':
		n := run(t, t[0])
		if n >= 2 {
			if t[0] == '*' {
				s.bold++
				if s.bold == 2 {
					s.boldEnd = len(s.r)
				} else if s.bold == 1 && len(s.r) > s.start {
					s.bold = 3 // the line does not open with it
				}
			}
			return n
		}
	case '\\':
		if len(t) > 1 && strings.IndexByte("*_#`[]()-.>~|+", t[1]) >= 0 {
			return 1
		}
	case '?':
		// ???? is what a bad conversion makes of indents.
		if n := run(t, '?'); n >= 2 {
			if n >= 4 {
				s.endLine(pos)
			} else {
				s.space(n)
			}
			return n
		}
	case '<':
		return s.tag(t, pos)
	}
	return 0
}

func run(t string, c byte) int {
	n := 0
	for n < len(t) && t[n] == c {
		n++
	}
	return n
}

// tag drops an HTML tag left in the text, and scripts and styles with their
// content.
func (s *scanner) tag(t string, pos int32) int {
	if len(t) < 3 || !han.IsLetter(rune(t[1])) && t[1] != '/' && t[1] != '!' {
		return 0
	}
	end := strings.IndexByte(t[:min(len(t), 400)], '>')
	if end < 0 || strings.IndexByte(t[1:end], '<') >= 0 {
		return 0
	}
	name := strings.ToLower(strings.TrimRight(t[1:min(end, 8)], " />"))
	if i := strings.IndexAny(name, " \t\n/"); i > 0 {
		name = name[:i]
	}
	switch name {
	case "script", "style":
		closing := "</" + name
		if s.noClose[closing] {
			break
		}
		if i := strings.Index(t, closing); i >= 0 {
			return i
		}
		if s.noClose == nil {
			s.noClose = map[string]bool{}
		}
		s.noClose[closing] = true
	case "sup":
		// A raised number behind a word marks a note; m<sup>2</sup> is a unit.
		if close := strings.Index(t[:min(len(t), end+24)], "</sup>"); close > end && s.noteMark() && noteNumber(t[end+1:close]) {
			return close + len("</sup>")
		}
	case "p", "/p", "br", "div", "/div", "tr", "/tr", "li", "/li", "/h1", "/h2", "/h3", "h1", "h2", "h3":
		s.endLine(pos)
	}
	return end + 1
}

// escapedTag drops a tag that was escaped once too often: &lt;p&gt;, &amp;lt;br&amp;gt;.
func (s *scanner) escapedTag(t string, pos int32) int {
	for _, amp := range [...]string{"&", "&amp;"} {
		rest, ok := strings.CutPrefix(t, amp+"lt;")
		if !ok {
			continue
		}
		inner, _, ok := strings.Cut(rest[:min(len(rest), 400)], amp+"gt;")
		if !ok || strings.Contains(inner, amp+"lt;") {
			return 0
		}
		if plain := "<" + inner + ">"; s.tag(plain, pos) == len(plain) {
			return len(amp+"lt;") + len(inner) + len(amp+"gt;")
		}
	}
	return 0
}

// noteNumber tells whether a note's mark is all of s: 3, [12], *.
func noteNumber(s string) bool {
	s = strings.Trim(s, "[]()（）〔〕 ")
	if s == "*" || s == "※" {
		return true
	}
	for _, r := range s {
		if !han.IsAnyDigit(r) {
			return false
		}
	}
	return s != "" && len(s) <= 9
}

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

// footnote takes a reference to a note ([3], ^[3], 〔3〕, ”（5）) out again whose
// closing mark c has come, and tells whether there was one. Ordinals that list
// things stay: they follow no word. Behind a word without quotes a number in
// round brackets is a reference only where it goes on with the count.
func (s *scanner) footnote(c rune) bool {
	k := len(s.r)
	for k > s.start && len(s.r)-k < 4 && han.IsAnyDigit(s.r[k-1]) {
		k--
	}
	if n := len(s.r) - k; n == 0 || n > 3 || k-2 < s.start {
		return false
	}
	if s.r[k-1] == '^' && s.r[k-2] == '[' && c == ']' && k-3 >= s.start { // [^4]
		if !s.bears(k - 3) {
			return false
		}
		s.r, s.raw = s.r[:k-2], s.raw[:k-2]
		return true
	}
	before := s.r[k-2]
	switch open := s.r[k-1]; {
	case open == '[' && c == ']', open == '〔' && c == '〕', open == '【' && c == '】':
		if before == '^' && k-3 >= s.start { // ^[4]
			k--
		}
		if !s.bears(k - 2) {
			return false
		}
	case (open == '（' || open == '(') && (c == '）' || c == ')'):
		v, _ := number(s.r[k:])
		if before != '”' && before != '」' && (v != s.noted+1 || !s.wordBefore(k-1)) {
			return false
		}
		s.noted = v
	default:
		return false
	}
	s.r, s.raw = s.r[:k-1], s.raw[:k-1]
	return true
}

// bears tells whether s.r[k] can bear the mark of a note: a word, a bracket, the
// end of a sentence, a percent sign.
func (s *scanner) bears(k int) bool {
	r := s.r[k]
	return han.Is(r) || han.Closes(r) || han.EndsSentence(r) || r == '%' || r == '％'
}

// raised tells whether r is a superscript digit.
func raised(r rune) bool {
	return r == '¹' || r == '²' || r == '³' || r == '⁰' || r >= '⁴' && r <= '⁹'
}

// noteMark tells whether a superscript digit that comes now marks a note, as in
// 常住人口³45.6万人; behind a letter or a digit it is a power.
func (s *scanner) noteMark() bool {
	return len(s.r) > s.start && s.bears(len(s.r)-1)
}

// wordBefore tells whether two Chinese characters, or one and a closing mark,
// stand before r[k], and prose before them.
func (s *scanner) wordBefore(k int) bool {
	return k-s.start > 8 && han.Is(s.r[k-2]) && (han.Is(s.r[k-1]) || han.Closes(s.r[k-1]))
}
