package han

import "slices"

// Set is a set of a few characters that most texts do not hold: what is not in
// it is told by one bit. The zero Set is empty.
type Set struct {
	maybe [4]uint64 // by the last eight bits of a character
	all   []rune
}

// NewSet is the set of the characters of all.
func NewSet(all string) Set {
	s := Set{all: []rune(all)}
	for _, r := range all {
		s.maybe[r>>6&3] |= 1 << (r & 63)
	}
	return s
}

// Has tells whether r is in the set.
func (s *Set) Has(r rune) bool {
	return s.maybe[r>>6&3]>>(r&63)&1 != 0 && slices.Contains(s.all, r)
}

// In tells whether text holds a character of the set.
func (s *Set) In(text string) bool {
	for text != "" {
		r, n := First(text)
		if s.Has(r) {
			return true
		}
		text = text[n:]
	}
	return false
}

// Back is where the characters before at begin that are not in the set: behind
// the last one of text[:at] that is, or most characters before at, so that what
// nobody writes in one piece is not read anew for each of its parts.
func (s *Set) Back(text []rune, at, most int) int {
	least := max(at-most, 0)
	for at > least && !s.Has(text[at-1]) {
		at--
	}
	return at
}
