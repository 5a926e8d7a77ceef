package han

import (
	"strings"
	"unicode/utf8"
)

// Words are looked for in texts that mostly hold none of them.
type Words struct {
	first Set // what they begin with
	by    map[rune][]string
}

// NewWords are the words of list, parted by |. Of those that begin at one place
// the one that stands first is found.
func NewWords(list string) *Words {
	w := &Words{by: map[rune][]string{}}
	all := ""
	for word := range strings.SplitSeq(list, "|") {
		r, n := utf8.DecodeRuneInString(word)
		w.by[r] = append(w.by[r], word)
		all += word[:n]
	}
	w.first = NewSet(all)
	return w
}

// In tells whether s holds one of the words.
func (w *Words) In(s string) bool {
	_, end := w.Find(s)
	return end > 0
}

// Find is where the first of the words in s begins and ends, in bytes; end is 0
// where s holds none.
func (w *Words) Find(s string) (at, end int) {
	for at < len(s) {
		r, n := Three(s[at:]), 3
		if r == 0 {
			r, n = utf8.DecodeRuneInString(s[at:])
		}
		if w.first.Has(r) {
			for _, word := range w.by[r] {
				if strings.HasPrefix(s[at:], word) {
					return at, at + len(word)
				}
			}
		}
		at += n
	}
	return 0, 0
}
