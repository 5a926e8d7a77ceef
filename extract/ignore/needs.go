package ignore

import "strings"

// needs are sets of which every match of a pattern holds a rune each: those of
// the characters, the bracketed classes and the groups of alternatives that no
// match goes without. They are fewer where the pattern says more than this
// reads; a text that holds none of a set is spared the search.
func needs(pattern string) []runeSet {
	p := parser{rest: []rune(pattern)}
	return p.alternatives()
}

// parser reads a pattern that compiles.
type parser struct{ rest []rune }

func (p *parser) next() rune {
	r := p.rest[0]
	p.rest = p.rest[1:]
	return r
}

func (p *parser) at(prefix string) bool { return strings.HasPrefix(string(p.rest), prefix) }

// alternatives reads up to the end of a group. Of several alternatives the sets
// are one: the first of each, or none where one has none.
func (p *parser) alternatives() []runeSet {
	sets := p.sequence()
	for len(p.rest) > 0 && p.rest[0] == '|' {
		p.next()
		other := p.sequence()
		if len(sets) == 0 || len(other) == 0 {
			sets = nil
			continue
		}
		sets = []runeSet{sets[0].with(other[0])}
	}
	return sets
}

// sequence reads up to the end of an alternative.
func (p *parser) sequence() (sets []runeSet) {
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

func (p *parser) atom() []runeSet {
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
func character(r rune, marks string) []runeSet {
	if strings.ContainsRune(marks, r) {
		return nil
	}
	var s runeSet
	s.add(r)
	return []runeSet{s}
}

// group reads what stands in round brackets. What must not follow is needed by
// no match.
func (p *parser) group() []runeSet {
	not := p.at("?!") || p.at("?<!")
	for _, mark := range [...]string{"?:", "?=", "?!", "?<=", "?<!"} {
		if p.at(mark) {
			p.rest = p.rest[len(mark):]
			break
		}
	}
	sets := p.alternatives()
	p.next()
	if not {
		return nil
	}
	return sets
}

// class reads what stands in square brackets.
func (p *parser) class() []runeSet {
	var s runeSet
	known := !p.at("^")
	last := rune(0)
	for {
		r := p.next()
		switch {
		case r == ']':
			if !known {
				return nil
			}
			return []runeSet{s}
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
