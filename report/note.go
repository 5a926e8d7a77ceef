package report

import (
	"strings"

	"zhibiao/han"
)

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

// footnote takes a reference to a note ([3], ^[3], 〔3〕, ”（5）) out again whose
// closing mark c has come, and tells whether there was one. Ordinals that list
// things stay: they follow no word. Behind a word without quotes a number in
// round brackets is a reference only where it goes on with the count.
func (s *scanner) footnote(c rune) bool {
	line := s.r[s.start:]
	digits := digitsStart(line, len(line))
	if n := len(line) - digits; n == 0 || n > 3 || digits < 2 {
		return false
	}
	from := digits - 1 // the mark that opens the reference
	switch open, caret := line[from], from > 1; {
	case round(open, c):
		v, _ := number(line[digits:])
		if !closesQuote(line[from-1]) && (v != s.noted+1 || !wordBefore(line[:from])) {
			return false
		}
		s.noted = v
		s.cutTo(from)
		return true
	case square(open, c):
		if caret && line[from-1] == '^' { // ^[4]
			from--
		}
	case caret && open == '^' && square(line[from-1], c): // [^4]
		from--
	default:
		return false
	}
	if !bearsNote(line[from-1]) {
		return false
	}
	s.cutTo(from)
	return true
}

// cutTo takes what stands in the line from n on out again.
func (s *scanner) cutTo(n int) { s.r, s.raw = s.r[:s.start+n], s.raw[:s.start+n] }

func round(open, c rune) bool {
	return (open == '（' || open == '(') && (c == '）' || c == ')')
}

// square tells whether open and c are a pair of the brackets that hold notes alone.
func square(open, c rune) bool {
	switch open {
	case '[':
		return c == ']'
	case '〔':
		return c == '〕'
	case '【':
		return c == '】'
	}
	return false
}

func closesQuote(r rune) bool { return r == '”' || r == '」' }

// bearsNote tells whether r can bear the mark of a note: a word, a bracket, the
// end of a sentence, a percent sign.
func bearsNote(r rune) bool {
	return han.Is(r) || han.Closes(r) || han.EndsSentence(r) || r == '%' || r == '％'
}

// raised tells whether r is a superscript digit.
func raised(r rune) bool {
	switch r {
	case '⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹':
		return true
	}
	return false
}

// noteMark tells whether a superscript digit that comes now marks a note, as in
// 常住人口³45.6万人; behind a letter or a digit it is a power.
func (s *scanner) noteMark() bool {
	return len(s.r) > s.start && bearsNote(s.r[len(s.r)-1])
}

// wordBefore tells whether a line ends with two Chinese characters, or one and a
// closing mark, and has prose before them.
func wordBefore(line []rune) bool {
	n := len(line)
	return n > 8 && han.Is(line[n-2]) && (han.Is(line[n-1]) || han.Closes(line[n-1]))
}
