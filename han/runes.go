package han

// Runes is a set of runes that may hold more than was put in: what it does not
// hold is surely not there.
type Runes [4]uint64

// RunesOf are the runes of a text.
func RunesOf(text []rune) (s Runes) {
	for _, r := range text {
		s.add(r)
	}
	return s
}

func (s *Runes) add(r rune) { s[r>>6&3] |= 1 << ((uint32(r) * 0x9e3779b1) >> 26) }

// meets tells whether both sets may hold a rune.
func (s *Runes) meets(o *Runes) bool {
	return s[0]&o[0]|s[1]&o[1]|s[2]&o[2]|s[3]&o[3] != 0
}

// with is the union of two sets.
func (s Runes) with(o Runes) Runes {
	return Runes{s[0] | o[0], s[1] | o[1], s[2] | o[2], s[3] | o[3]}
}
