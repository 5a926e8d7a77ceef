package ignore

import (
	"zhibiao/extract/lang"
)

// runeSet is a set of runes that may hold more than was put in: what it does
// not hold is surely not there.
type runeSet [2]uint64

func (s *runeSet) add(r rune) { s[r>>6&1] |= 1 << ((uint32(r) * 0x9e3779b1) >> 26) }

// within tells whether o may hold all of s.
func (s *runeSet) within(o *runeSet) bool { return s[0]&^o[0] == 0 && s[1]&^o[1] == 0 }

// needs collects the Chinese characters that stand in a pattern outside every
// bracket and before no ?, * or {: no match goes without them. A pattern of
// alternatives needs none.
func needs(p string) (s runeSet) {
	depth := 0
	class := false
	rs := []rune(p)
	for i, r := range rs {
		switch {
		case i > 0 && rs[i-1] == '\\':
		case class:
			class = r != ']'
		case r == '[':
			class = true
		case r == '(':
			depth++
		case r == ')':
			depth--
		case r == '|' && depth == 0:
			return runeSet{}
		case depth == 0 && lang.IsHan(r):
			if i+1 == len(rs) || rs[i+1] != '?' && rs[i+1] != '*' && rs[i+1] != '{' {
				s.add(r)
			}
		}
	}
	return s
}
