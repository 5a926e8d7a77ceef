package quantity

import (
	"zhibiao/extract/lang"
	"zhibiao/extract/num"
	"zhibiao/lexicon"
)

// Scanner finds quantities in the runes of a sentence.
type Scanner struct {
	Units  *Units
	before lang.Trie[string] // bound by the modifier, reversed
	after  lang.Trie[string]
}

// NewScanner compiles the tables of units and modifiers.
func NewScanner(lex *lexicon.Lexicon) *Scanner {
	s := &Scanner{Units: NewUnits(lex)}
	for _, m := range lex.Modifiers {
		switch m.Side {
		case "before":
			s.before.Add(lang.Reversed([]rune(m.Text)), m.Bound)
		case "after":
			s.after.Add([]rune(m.Text), m.Bound)
		}
	}
	for _, w := range [...]string{"约有", "大约有", "约占", "约达", "近达"} {
		s.before.Add(lang.Reversed([]rune(w)), "approx")
	}
	return s
}

// Scan finds the quantities of t[from:to]; taken marks runes that periods
// cover.
func (s *Scanner) Scan(t []rune, from, to int, taken func(int) int) []lang.Quantity {
	out := make([]lang.Quantity, 0, 4)
	text := t[:to]
	starts := s.Units.Starts(text)
	for i := from; i < to; {
		r := text[i]
		if e := taken(i); e > i {
			i = e
			continue
		}
		if wordStarts.Has(r) {
			if q, ok := s.word(text, i, from); ok {
				out = append(out, q)
				i = q.End
				continue
			}
		}
		if !num.Starts(r) && !leadingPoint(text, i, from) {
			i++
			continue
		}
		q, next, ok := s.number(text, i, from, starts)
		if ok {
			s.bounds(text, &q, from)
			out = append(out, q)
		}
		if next <= i {
			next = i + 1
		}
		i = next
	}
	s.shareUnits(text, out)
	shareBounds(text, out, from)
	return out
}
