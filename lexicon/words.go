package lexicon

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// UserWords are the names that a segmenter should not cut: of indicators as
// nouns, of units and classifiers as measure words, and the words of the
// rules that it would cut across.
func (l *Lexicon) UserWords() []Word {
	var words []Word
	seen := map[string]bool{}
	add := func(text, pos string) {
		// One character needs no dictionary, and a name with a slash or a
		// space cannot be a word.
		if utf8.RuneCountInString(text) < 2 || strings.ContainsAny(text, "/ ") || seen[text] {
			return
		}
		seen[text] = true
		words = append(words, Word{text, pos})
	}
	for _, t := range l.Terms {
		if slices.Contains(t.Roles, "user_word") {
			add(t.Text, "n")
		}
	}
	for _, i := range l.Indicators {
		add(i.Name, "n")
		for _, a := range i.Aliases {
			add(a, "n")
		}
	}
	for _, u := range l.Units {
		add(u.Name, "q")
		for _, a := range u.Aliases {
			add(a, "q")
		}
	}
	for _, c := range l.Classifiers {
		add(c.Name, "q")
	}
	return words
}
