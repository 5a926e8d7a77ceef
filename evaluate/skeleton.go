package evaluate

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// skeleton is what is left of a text when white space and * are gone and full
// width is folded: two cleanings of one report have the same.
type skeleton struct {
	runes []rune
	at    []int // for each offset of the text, the offset in runes
}

func newSkeleton(text string) skeleton {
	var s skeleton
	for _, r := range text {
		s.at = append(s.at, len(s.runes))
		for _, k := range norm.NFKC.String(string(r)) {
			if !isSpace(k) && !strings.ContainsRune("*\u200b\ufeff\u200d", k) {
				s.runes = append(s.runes, k)
			}
		}
	}
	s.at = append(s.at, len(s.runes))
	return s
}

// offset maps an offset of the text, which may lie behind its end.
func (s skeleton) offset(i int) int { return s.at[min(max(i, 0), len(s.at)-1)] }

// isSpace is Python's str.isspace: unicode's and the four separators.
func isSpace(r rune) bool { return unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f }

// align maps offsets of the skeleton a to offsets of b, through their longest
// common blocks where they differ.
func align(a, b []rune) []int {
	m := make([]int, len(a)+1)
	if string(a) == string(b) {
		for i := range m {
			m[i] = i
		}
		return m
	}
	for i := range m {
		m[i] = -1
	}
	for _, k := range matchingBlocks(a, b) {
		for i := range k.size {
			m[k.a+i] = k.b + i
		}
	}
	last := 0
	for i := range m {
		if m[i] < 0 {
			m[i] = last
		} else {
			last = m[i] + 1
		}
	}
	return m
}

// block is a[a:a+size] == b[b:b+size].
type block struct{ a, b, size int }

// matchingBlocks are the blocks that two texts have in common: the longest
// one, then what is left and right of it in the same way (Ratcliff and
// Obershelp, as Python's difflib does without its junk).
func matchingBlocks(a, b []rune) []block {
	where := map[rune][]int{}
	for j, r := range b {
		where[r] = append(where[r], j)
	}
	var blocks []block
	// A stack of its own: the texts are long and may differ everywhere.
	type span struct{ alo, ahi, blo, bhi int }
	todo := []span{{0, len(a), 0, len(b)}}
	length, next := make([]int, len(b)+1), make([]int, len(b)+1)
	for len(todo) > 0 {
		s := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		best := block{s.alo, s.blo, 0}
		var set []int // entries of length that are not 0
		for i := s.alo; i < s.ahi; i++ {
			var nset []int
			for _, j := range where[a[i]] {
				if j < s.blo {
					continue
				}
				if j >= s.bhi {
					break
				}
				k := length[j] + 1 // length[j] ends at j-1
				next[j+1] = k
				nset = append(nset, j+1)
				if k > best.size {
					best = block{i - k + 1, j - k + 1, k}
				}
			}
			for _, j := range set {
				length[j] = 0
			}
			length, next, set = next, length, nset
		}
		for _, j := range set {
			length[j] = 0
		}
		if best.size == 0 {
			continue
		}
		blocks = append(blocks, best)
		todo = append(todo, span{s.alo, best.a, s.blo, best.b}, span{best.a + best.size, s.ahi, best.b + best.size, s.bhi})
	}
	return blocks
}
