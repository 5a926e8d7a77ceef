package clause

import (
	"math/bits"
	"slices"

	"zhibiao/extract/word"
)

// signs are what can be seen of a token at a glance: its roles, its kind and the first letter of
// its tag, the last bytes of its text. A class has signs of which each of its tokens has one.
type signs [len(word.Roles{}) + 2]uint64

const (
	marks = len(word.Roles{}) + iota // the kind and the tag
	ends                             // the text
)

func (k *Token) signs() signs {
	s := roleSigns(k.Roles)
	s[marks] = kindMark(k.Kind) | tagMark(k.Pos)
	s[ends] = endMark(k.Text)
	return s
}

func roleSigns(roles word.Roles) (s signs) {
	copy(s[:], roles[:])
	return s
}

func kindMark(k Kind) uint64 { return 1 << (k % 64) }

func tagMark(tag string) uint64 {
	if tag == "" {
		return 0
	}
	return 1 << (32 + tag[0]%32)
}

func endMark(text string) uint64 {
	n := len(text)
	if n < 2 {
		return 1
	}
	return 1 << ((text[n-1] + 7*text[n-2]) % 64)
}

// signsOf are those of one sort, by the marks of all.
func signsOf[T any](sort int, mark func(T) uint64, all ...T) (s signs) {
	for _, one := range all {
		s[sort] |= mark(one)
	}
	return s
}

// anySign is all signs.
var anySign = func() (s signs) {
	for i := range s {
		s[i] = ^uint64(0)
	}
	return s
}()

// with are s and other.
func (s signs) with(other signs) signs {
	for i := range s {
		s[i] |= other[i]
	}
	return s
}

// Index tells which of many rows may begin at a place, by the signs of the two tokens there, so
// that the others need not be tried. It has a block for 64 rows.
type Index []struct{ first, second column }

// column has for each sign the rows, a bit for each, that ask for a token that may have it.
type column struct {
	rows  [64 * len(signs{})]uint64
	any   uint64 // the rows that ask for no sign
	asked signs  // by the others
}

// IndexOf is the index of n rows.
func IndexOf(n int, row func(i int) Row) Index {
	x := make(Index, (n+63)/64)
	for i := range n {
		two := slices.Concat(row(i), Row{Anything, Anything})
		x[i/64].first.add(i%64, two[0].signs)
		x[i/64].second.add(i%64, two[1].signs)
	}
	return x
}

func (c *column) add(row int, s signs) {
	if s == anySign {
		c.any |= 1 << row
		return
	}
	c.asked = c.asked.with(s)
	for i := range c.rows {
		c.rows[i] |= s[i/64] >> (i % 64) & 1 << row
	}
}

// at are those of rows that may ask for k.
func (c *column) at(rows uint64, k *Token) uint64 {
	if rows == 0 {
		return 0
	}
	may := c.any
	for i, left := range k.signs() {
		for left &= c.asked[i]; left != 0; left &= left - 1 {
			may |= c.rows[64*i+bits.TrailingZeros64(left)]
		}
	}
	return rows & may
}

// First is the first row that may ask for two tokens and that fits, -1 where none is.
func (x Index) First(one, two *Token, fits func(row int) bool) int {
	for i := range x {
		for may := x[i].second.at(x[i].first.at(^uint64(0), one), two); may != 0; may &= may - 1 {
			if row := 64*i + bits.TrailingZeros64(may); fits(row) {
				return row
			}
		}
	}
	return -1
}
