package quantity

import (
	"zhibiao/extract/lang"
	"zhibiao/extract/num"
	"zhibiao/extract/word"
	"zhibiao/lexicon"
)

// Scanner finds quantities in the runes of a sentence.
type Scanner struct {
	Units  *Units
	before lang.Trie[string] // bound by the modifier, reversed
	after  lang.Trie[string]
	words  *word.Table
}

// NewScanner compiles the tables of units and modifiers of lex; words are its
// words.
func NewScanner(lex *lexicon.Lexicon, words *word.Table) *Scanner {
	s := &Scanner{Units: NewUnits(lex), words: words}
	for _, m := range lex.Modifiers {
		switch m.Side {
		case "before":
			s.before.Add(lang.Reversed([]rune(m.Text)), m.Bound)
		case "after":
			s.after.Add([]rune(m.Text), m.Bound)
		}
	}
	return s
}

// Scan finds the quantities of t[from:to]; taken marks runes that periods
// cover. They are put into room where it is large enough, over what it holds.
func (s *Scanner) Scan(room []lang.Quantity, t []rune, from, to int, taken func(int) int) []lang.Quantity {
	out := room[:0]
	text := t[:to]
	var read *reader
	for i := from; i < to; {
		r := text[i]
		if !starts.Has(r) {
			i++
			continue
		}
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
		if read == nil {
			read = &reader{s: s, t: text, from: from, starts: s.Units.Starts(text)}
		}
		q, next, ok := read.number(i)
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
