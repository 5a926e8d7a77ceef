package lang

import "slices"

// Trie finds the longest entry that starts at a place in a text.
type Trie[T any] struct {
	keys  []rune // rising
	next  []*Trie[T]
	maybe [4]uint64 // the keys, by their last eight bits: most texts go on otherwise
	val   T
	set   bool
}

// after is the trie behind r, nil where no entry goes on with it.
func (t *Trie[T]) after(r rune) *Trie[T] {
	if t.maybe[r>>6&3]>>(r&63)&1 == 0 {
		return nil
	}
	if k, ok := slices.BinarySearch(t.keys, r); ok {
		return t.next[k]
	}
	return nil
}

// Add puts key into t; the first value of a key stays.
func (t *Trie[T]) Add(key []rune, val T) {
	for _, r := range key {
		k, ok := slices.BinarySearch(t.keys, r)
		if !ok {
			t.keys, t.next = slices.Insert(t.keys, k, r), slices.Insert(t.next, k, &Trie[T]{})
			t.maybe[r>>6&3] |= 1 << (r & 63)
		}
		t = t.next[k]
	}
	if !t.set {
		t.val, t.set = val, true
	}
}

// Match returns the value of the longest entry at text[i:], and its length, 0
// if there is none.
func (t *Trie[T]) Match(text []rune, i int) (val T, length int) {
	for j := i; j < len(text); j++ {
		n := t.after(text[j])
		if n == nil {
			break
		}
		t = n
		if t.set {
			val, length = t.val, j+1-i
		}
	}
	return val, length
}

// MatchBack is match for an entry that ends at text[:i]; its keys were added
// reversed.
func (t *Trie[T]) MatchBack(text []rune, i int) (val T, length int) {
	for j := i - 1; j >= 0; j-- {
		n := t.after(text[j])
		if n == nil {
			break
		}
		t = n
		if t.set {
			val, length = t.val, i-j
		}
	}
	return val, length
}

// Reversed is a copy of s from its end to its beginning.
func Reversed(s []rune) []rune {
	out := make([]rune, len(s))
	for i, r := range s {
		out[len(s)-1-i] = r
	}
	return out
}
