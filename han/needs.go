package han

import "strings"

// Needs are sets of which every match of a pattern holds a rune each: those of
// the characters, the bracketed classes and the groups of alternatives that no
// match goes without. They are fewer where the pattern says more than this
// reads; a text that holds none of a set is spared the search.
type Needs []Runes

// NeedsOf reads a pattern that compiles.
func NeedsOf(pattern string) Needs {
	p := parser{rest: []rune(pattern)}
	return p.alternatives()
}

// Met tells whether a text of these runes may hold a match.
func (n Needs) Met(text *Runes) bool {
	for i := range n {
		if !n[i].meets(text) {
			return false
		}
	}
	return true
}

// parser reads a pattern that compiles.
type parser struct{ rest []rune }

func (p *parser) next() rune {
	r := p.rest[0]
	p.rest = p.rest[1:]
	return r
}

func (p *parser) at(prefix string) bool {
	n := len(prefix) // marks, a byte each
	return len(p.rest) >= n && string(p.rest[:n]) == prefix
}

// alternatives reads up to the end of a group. Of several alternatives the sets
// are one: the first of each, or none where one has none.
func (p *parser) alternatives() []Runes {
	sets := p.sequence()
	for len(p.rest) > 0 && p.rest[0] == '|' {
		p.next()
		other := p.sequence()
		if len(sets) == 0 || len(other) == 0 {
			sets = nil
			continue
		}
		sets = []Runes{sets[0].with(other[0])}
	}
	return sets
}

// sequence reads up to the end of an alternative.
func (p *parser) sequence() (sets []Runes) {
	for len(p.rest) > 0 && p.rest[0] != '|' && p.rest[0] != ')' {
		atom := p.atom()
		if !p.optional() {
			sets = append(sets, atom...)
		}
	}
	return sets
}

// optional reads a quantifier, and tells whether it allows none.
func (p *parser) optional() bool {
	none := p.at("?") || p.at("*") || p.at("{0")
	if p.at("{") {
		for p.next() != '}' {
		}
	} else if none || p.at("+") {
		p.next()
	}
	if p.at("?") { // lazy
		p.next()
	}
	return none
}

func (p *parser) atom() []Runes {
	switch r := p.next(); r {
	case '(':
		return p.group()
	case '[':
		return p.class()
	case '\\':
		return character(p.next(), "dDwWsSbBpP")
	default:
		return character(r, ".^$")
	}
}

// character is the set of a character, none where it is one of marks, which
// stand for others.
func character(r rune, marks string) []Runes {
	if strings.ContainsRune(marks, r) {
		return nil
	}
	var s Runes
	s.add(r)
	return []Runes{s}
}

// group reads what stands in round brackets. What must not follow is needed by
// no match.
func (p *parser) group() []Runes {
	not := p.at("?!") || p.at("?<!")
	switch {
	case p.at("?<=") || p.at("?<!"):
		p.rest = p.rest[3:]
	case p.at("?<"): // a name
		for p.next() != '>' {
		}
	case p.at("?"):
		p.rest = p.rest[2:]
	}
	sets := p.alternatives()
	p.next()
	if not {
		return nil
	}
	return sets
}

// class reads what stands in square brackets.
func (p *parser) class() []Runes {
	var s Runes
	known := !p.at("^")
	last := rune(0)
	for {
		r := p.next()
		switch {
		case r == ']':
			if !known {
				return nil
			}
			return []Runes{s}
		case r == '\\':
			r = p.next()
			known = known && character(r, "dDwWsSbBpP") != nil
		case r == '-' && last != 0 && !p.at("]"):
			for end := p.next(); last < end; last++ {
				s.add(last + 1)
			}
			continue
		}
		s.add(r)
		last = r
	}
}
