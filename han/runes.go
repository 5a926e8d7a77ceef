package han

import "slices"

// Runes is a set of runes that may hold more than was put in: what it does not
// hold is surely not there.
type Runes [8]uint64

// Add puts a rune into the set.
func (s *Runes) Add(r rune) { s[r>>6&7] |= 1 << ((uint32(r) * 0x9e3779b1) >> 26) }

// Has tells whether the set may hold a rune.
func (s *Runes) Has(r rune) bool { return s[r>>6&7]>>((uint32(r)*0x9e3779b1)>>26)&1 != 0 }

// Meets tells whether both sets may hold a rune.
func (s *Runes) Meets(o *Runes) bool {
	return s[0]&o[0]|s[1]&o[1]|s[2]&o[2]|s[3]&o[3]|s[4]&o[4]|s[5]&o[5]|s[6]&o[6]|s[7]&o[7] != 0
}

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

// Differ is where from i on texts of one length first differ, their length where they do not.
func Differ(a, b []rune, i int) int {
	b = b[:len(a)]
	for len(a)-i >= 16 && *(*[16]rune)(a[i:]) == *(*[16]rune)(b[i:]) {
		i += 16
	}
	for i < len(a) && a[i] == b[i] {
		i++
	}
	return i
}

// TextOf is t, which must not change.
func TextOf(t []rune) Text { return Text{RunesOf(t), t} }

// RunesOf are the runes of a text.
func RunesOf(text []rune) (s Runes) {
	for _, r := range text {
		s.Add(r)
	}
	return s
}

// one is some characters, of which a text may hold one, or what goes with each of them.
type one struct {
	may Runes
	of  []rune
}

func oneOf(of []rune) one { return one{may: RunesOf(of), of: of} }

// in tells whether a text holds one of the characters with what goes with it.
func (o *one) in(x *Text) bool {
	if !o.may.Meets(&x.may) {
		return false
	}
	for _, r := range o.of {
		if x.may.Has(r) && slices.Contains(x.text, r) {
			return true
		}
	}
	return false
}
