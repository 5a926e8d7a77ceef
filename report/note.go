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
