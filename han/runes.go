package han

import "slices"

// Runes is a set of runes that may hold more than was put in: what it does not
// hold is surely not there.
type Runes [8]uint64

func (s *Runes) add(r rune) { s[r>>6&7] |= 1 << ((uint32(r) * 0x9e3779b1) >> 26) }

// Has tells whether the set may hold a rune.
func (s *Runes) Has(r rune) bool { return s[r>>6&7]>>((uint32(r)*0x9e3779b1)>>26)&1 != 0 }

// with is the union of two sets.
func (s Runes) with(o Runes) Runes {
	for i := range s {
		s[i] |= o[i]
	}
	return s
}

// Text is a text that is asked for many characters, most of which it does not hold.
type Text struct {
	may  Runes
	text []rune
}

// TextOf is t, which must not change.
func TextOf(t []rune) Text {
	x := Text{text: t}
	for _, r := range t {
		x.may.add(r)
	}
	return x
}

// holdsOne tells whether the text holds one of some characters.
func (x *Text) holdsOne(of []rune) bool {
	for _, r := range of {
		if x.may.Has(r) && slices.Contains(x.text, r) {
			return true
		}
	}
	return false
}
