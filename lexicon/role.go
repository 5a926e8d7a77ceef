package lexicon

import (
	"slices"
	"strings"
)

// matches are the places where a word of a role stands in what is asked
// about, or that it stands before a number.
var matches = set("word", "start", "end", "inside", "before")

// roles checks that each word of the rules has roles, and known ones.
func (c *checker) roles(l *Lexicon, dir string) {
	known := map[string]bool{}
	for _, r := range l.Roles {
		known[r.Name] = true
		if strings.HasPrefix(r.File, dir) && !matches[r.Match] {
			c.report(roleTable, r.Row, "match", "bad match %q: write word, start, end, inside or before", r.Match)
		}
	}
	for _, t := range l.Terms {
		if !strings.HasPrefix(t.File, dir) {
			continue
		}
		if len(t.Roles) == 0 {
			c.report(termTable, t.Row, "roles", "%s has no role: lexicon roles lists them", t.Text)
		}
		for _, name := range t.Roles {
			if !known[name] {
				c.report(termTable, t.Row, "roles", "unknown role %q: lexicon roles lists them", name)
			}
		}
	}
}

// roleExamples checks that each role's example holds one of its words, and
// each word's example, where it has one, the word.
func (c *checker) roleExamples(l *Lexicon) {
	words := map[string][]string{}
	for _, t := range l.Terms {
		for _, name := range t.Roles {
			words[name] = append(words[name], t.Text)
		}
		if t.Example != "" {
			c.example(termTable, t.Row, t.Text)
		}
	}
	for _, r := range l.Roles {
		c.roleExample(r, words[r.Name])
	}
}

func (c *checker) roleExample(r Role, words []string) {
	holds := func(w string) bool { return strings.Contains(r.Example, w) }
	switch {
	case len(words) == 0:
		c.report(roleTable, r.Row, "role", "no word of words.tsv is %s", r.Name)
	case r.Meaning == "":
		c.report(roleTable, r.Row, "meaning", "%s has no meaning", r.Name)
	case !slices.ContainsFunc(words, holds):
		c.report(roleTable, r.Row, "example", "the example holds no word that is %s", r.Name)
	}
}
