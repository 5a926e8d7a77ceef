package report

import (
	"slices"
	"strings"
)

// startsBy tells whether s begins with one of words.
func startsBy(s string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(s, w) })
}

// endsBy tells whether s ends with one of words.
func endsBy(s string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasSuffix(s, w) })
}

// indexOf returns the first place of any of words, in characters, or -1.
func indexOf(s string, words ...string) int {
	best := -1
	for _, w := range words {
		if i := strings.Index(s, w); i >= 0 {
			if n := runesBefore(s, i); best < 0 || n < best {
				best = n
			}
		}
	}
	return best
}

// cutRunes is the first n characters of s.
func cutRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// containsAny tells whether one of words stands in s.
func containsAny(s string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}
