package ignore

// runeSet is a set of runes that may hold more than was put in: what it does
// not hold is surely not there.
type runeSet [4]uint64

func (s *runeSet) add(r rune) { s[r>>6&3] |= 1 << ((uint32(r) * 0x9e3779b1) >> 26) }

// meets tells whether both sets may hold a rune.
func (s *runeSet) meets(o *runeSet) bool {
	return s[0]&o[0]|s[1]&o[1]|s[2]&o[2]|s[3]&o[3] != 0
}

// with is the union of two sets.
func (s runeSet) with(o runeSet) runeSet {
	return runeSet{s[0] | o[0], s[1] | o[1], s[2] | o[2], s[3] | o[3]}
}
