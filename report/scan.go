package report

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhibiao/han"
)

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
	lost    []lostTable     // with their offsets in the source
}

// manyLines are more than nearly all texts have.
const manyLines = 2000

// scan reads decoded text into the room of a document that is made of it.
func scan(text string, room *Document) *scanner {
	s := &scanner{}
	n := len(text)*3/8 + 1 // most characters take three bytes
	s.r, s.raw = slices.Grow(room.Text, n), slices.Grow(room.Raw, n)
	breaks := strings.Count(text, "\n")
	s.lines = make([]line, 0, min(breaks, manyLines))
	s.flat = len(text) > 3*2000 && breaks*3*1000 < len(text)
	s.read(text, 0)
	return s
}

// read reads decoded text with its tables.
func (s *scanner) read(text string, pos int32) {
	at := 0
	rows, lost := gridRows(text)
	for _, l := range lost {
		l.from = int(pos) + utf8.RuneCountInString(text[:l.from])
		s.lost = append(s.lost, l)
	}
	for _, row := range rows {
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
		t := text[i:]
		if c := han.Three(t); c >= 0x4E00 && c <= 0x9FFF { // put needs not look at what it is
			if s.pending > 0 {
				s.settle(c, pos)
			}
			n, most := len(s.r), len(t)/3
			r, raw := slices.Grow(s.r, most)[:n+most], slices.Grow(s.raw, most)[:n+most]
			for ; c >= 0x4E00 && c <= 0x9FFF; c = han.Three(text[i:]) {
				r[n], raw[n] = c, pos
				n++
				i += 3
				pos++
			}
			s.han += n - len(s.r)
			s.r, s.raw = r[:n], raw[:n]
			continue
		}
		c, w := utf8.DecodeRuneInString(t)
		if c < utf8.RuneSelf {
			if n := s.ascii(t, pos); n > 0 {
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
