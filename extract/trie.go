package extract

// trie finds the longest entry that starts at a place in a text.
type trie[T any] struct {
	next map[rune]*trie[T]
	val  T
	set  bool
}

func (t *trie[T]) add(key []rune, val T) {
	for _, r := range key {
		if t.next == nil {
			t.next = map[rune]*trie[T]{}
		}
		n := t.next[r]
		if n == nil {
			n = &trie[T]{}
			t.next[r] = n
		}
		t = n
	}
	if !t.set {
		t.val, t.set = val, true
	}
}

// match returns the value of the longest entry at text[i:], and its length, 0
// if there is none.
func (t *trie[T]) match(text []rune, i int) (val T, length int) {
	for j := i; j < len(text) && t.next != nil; j++ {
		n := t.next[text[j]]
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

// matchBack is match for an entry that ends at text[:i]; its keys were added
// reversed.
func (t *trie[T]) matchBack(text []rune, i int) (val T, length int) {
	for j := i - 1; j >= 0 && t.next != nil; j-- {
		n := t.next[text[j]]
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

func reversed(s []rune) []rune {
	out := make([]rune, len(s))
	for i, r := range s {
		out[len(s)-1-i] = r
	}
	return out
}
