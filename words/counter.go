package words

import (
	"cmp"
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/coregx/ahocorasick"
)

// Counter finds the terms of a list. It is immutable and safe for concurrent
// use.
type Counter struct {
	Terms  []Term
	Groups []string // in the order of their first term

	automaton *ahocorasick.Automaton
	members   [][]int // the terms that a pattern stands for: one a group
	group     []int   // of each term
	length    []int   // of each term, in code points
}

// Match is a place where a term stands.
type Match struct {
	Term       int // index in Counter.Terms
	Start, End int // bytes of the text, half-open
}

// NewCounter compiles a list of terms. It fails where the list is empty.
func NewCounter(terms []Term) (*Counter, error) {
	c := &Counter{Terms: terms}
	patterns := map[string]int{}
	b := ahocorasick.NewBuilder()
	for i, t := range terms {
		g := slices.Index(c.Groups, t.Group)
		if g < 0 {
			g = len(c.Groups)
			c.Groups = append(c.Groups, t.Group)
		}
		c.group = append(c.group, g)
		c.length = append(c.length, utf8.RuneCountInString(t.Text))
		p, known := patterns[t.Text]
		if !known {
			p = len(c.members)
			patterns[t.Text] = p
			c.members = append(c.members, nil)
			b.AddPattern([]byte(t.Text))
		}
		c.members[p] = append(c.members[p], i)
	}
	var err error
	if c.automaton, err = b.Build(); err != nil {
		return nil, fmt.Errorf("compile the terms: %w", err)
	}
	return c, nil
}

// Find returns the places of all terms in text, by group and then by place.
// Inside a group the longest terms take their places first, of two of one
// length the one that stands first, and no two overlap.
func (c *Counter) Find(text string) []Match {
	found := make([][]Match, len(c.Groups))
	for _, m := range c.automaton.FindAllOverlapping([]byte(text)) {
		for _, term := range c.members[m.PatternID] {
			g := c.group[term]
			found[g] = append(found[g], Match{term, m.Start, m.End})
		}
	}
	var all []Match
	for _, group := range found {
		all = append(all, c.apart(group, len(text))...)
	}
	return all
}

// apart leaves the matches of one group that do not overlap.
func (c *Counter) apart(matches []Match, size int) []Match {
	if len(matches) < 2 {
		return matches
	}
	slices.SortFunc(matches, func(a, b Match) int {
		return cmp.Or(cmp.Compare(c.length[b.Term], c.length[a.Term]), cmp.Compare(a.Start, b.Start))
	})
	taken := make([]bool, size)
	kept := matches[:0]
	for _, m := range matches {
		// What was taken before is at least as long: it covers an end of m if
		// it covers any of it.
		if taken[m.Start] || taken[m.End-1] {
			continue
		}
		for i := m.Start; i < m.End; i++ {
			taken[i] = true
		}
		kept = append(kept, m)
	}
	slices.SortFunc(kept, func(a, b Match) int { return cmp.Compare(a.Start, b.Start) })
	return kept
}
