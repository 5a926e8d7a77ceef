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
	like   map[uint64]bool // words that begin as a classifier and are none: 人口
	words  *word.Table
}

// NewScanner compiles the tables of units and modifiers of lex; words are its
// words.
func NewScanner(lex *lexicon.Lexicon, words *word.Table) *Scanner {
	s := &Scanner{Units: NewUnits(lex), like: map[uint64]bool{}, words: words}
	for _, e := range lex.Terms {
		if words.Is(e.Text, word.LikeClassifier) {
			r := []rune(e.Text)
			s.like[lang.Pair(r[0], lang.At(r, 1))] = len(r) == 2
		}
	}
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

// Room is where the quantities of a sentence stand and what reads them. Those of
// the sentence before are overwritten.
type Room struct {
	found []lang.Quantity
	read  reader
	word  words
}

// Scan finds the quantities of t[from:to]; taken marks runes that periods cover.
// They stand in room.
func (s *Scanner) Scan(room *Room, t []rune, from, to int, taken func(int) int) []lang.Quantity {
	out := room.found[:0]
	text := t[:to]
	read := &room.read
	*read = reader{s: s, t: text, from: from, starts: read.starts}
	if read.starts == nil {
		read.starts = s.Units.starts(&read.t)
	}
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
			if q, ok := s.word(&room.word, text, i, from); ok {
				out = append(out, q)
				i = q.End
				continue
			}
		}
		if !num.Starts(r) && !leadingPoint(text, i, from) {
			i++
			continue
		}
		next, ok := read.number(i)
		if ok {
			s.bounds(text, &read.q, from)
			out = append(out, read.q)
		}
		if next <= i {
			next = i + 1
		}
		i = next
	}
	s.shareUnits(text, out)
	shareBounds(text, out, from)
	room.found = out
	read.t, room.word.t = nil, nil // the document is not held on to
	return out
}
