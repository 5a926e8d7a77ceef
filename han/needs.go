package han

import (
	"slices"
	"unicode"
)

// Needs are characters of which every match of a pattern holds one each: those of
// the characters, the bracketed classes and the groups of alternatives that no
// match goes without. They are fewer where the pattern says more than this
// reads; a text that holds none of them is spared the search. Digits are those of
// ASCII, into which reports are folded.
type Needs []one

// NeedsOf reads a pattern that compiles.
func NeedsOf(pattern string) Needs { return read(pattern).needs }

// HoldsOf are the runes that a match of a pattern that compiles may hold.
func HoldsOf(pattern string) Runes { return read(pattern).holds }

// StartsOf are the runes that a match of a pattern that compiles may begin with.
func StartsOf(pattern string) Runes {
	whole := read(pattern)
	if whole.empty {
		return anyRune
	}
	return whole.starts
}

// Met tells whether a text may hold a match.
func (n Needs) Met(text *Text) bool {
	for i := range n {
		if !n[i].in(text) {
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

// part is what a part of a pattern asks of a match.
type part struct {
	needs  Needs
	starts Runes
	holds  Runes // any of its characters
	empty  bool  // it may match nothing
}

// anyRune are all runes.
var anyRune = Runes{^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0)}

func read(pattern string) part {
	p := parser{rest: []rune(pattern)}
	return p.alternatives()
}

// alternatives reads up to the end of a group. What several alternatives need is one
// set, the first of each, with the rest of each, or none where one has none.
func (p *parser) alternatives() part {
	all := p.sequence()
	for len(p.rest) > 0 && p.rest[0] == '|' {
		p.next()
		other := p.sequence()
		all.starts, all.empty = all.starts.with(other.starts), all.empty || other.empty
		all.holds = all.holds.with(other.holds)
		if len(all.needs) == 0 || len(other.needs) == 0 {
			all.needs = nil
			continue
		}
		either := oneOf(slices.Concat(all.needs[0].of, other.needs[0].of))
		if len(all.needs) > 1 || len(other.needs) > 1 || all.needs[0].with != nil {
			either.with = []Needs{all.needs, other.needs}
		}
		all.needs = Needs{either}
	}
	return all
}

// sequence reads up to the end of an alternative.
func (p *parser) sequence() part {
	all := part{empty: true}
	for len(p.rest) > 0 && p.rest[0] != '|' && p.rest[0] != ')' {
		atom := p.atom()
		all.holds = all.holds.with(atom.holds)
		if all.empty {
			all.starts = all.starts.with(atom.starts)
		}
		optional := p.optional()
		all.empty = all.empty && (optional || atom.empty)
		if !optional {
			all.needs = append(all.needs, atom.needs...)
		}
	}
	return all
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

func (p *parser) atom() part {
	switch r := p.next(); r {
	case '(':
		return p.group()
	case '[':
		return p.class()
	case '^', '$':
		return part{empty: true}
	case '.':
		return part{starts: anyRune, holds: anyRune}
	case '\\':
		if of := p.escaped(); of != nil {
			return characters(of...)
		}
		return part{starts: anyRune, holds: anyRune}
	default:
		return characters(r)
	}
}

// escaped reads what a backslash stands before: nil for more than a few characters, or
// for one that is told by its number.
func (p *parser) escaped() []rune {
	switch r := p.next(); {
	case r == 'd':
		return []rune("0123456789")
	case r == 'u':
		p.rest = p.rest[4:]
	case r > unicode.MaxASCII || !unicode.IsLetter(r):
		return []rune{r}
	}
	return nil
}

// characters asks for one of some characters.
func characters(of ...rune) part {
	o := oneOf(of)
	return part{needs: Needs{o}, starts: o.may, holds: o.may}
}

// group reads what stands in round brackets. What looks around begins nothing, and what
// must not follow is needed by no match.
func (p *parser) group() part {
	around := p.at("?=") || p.at("?!") || p.at("?<=") || p.at("?<!")
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
	all := p.alternatives()
	p.next()
	if around {
		all.starts, all.holds, all.empty = Runes{}, Runes{}, true
	}
	if not {
		all.needs = nil
	}
	return all
}

// class reads what stands in square brackets.
func (p *parser) class() part {
	var all []rune
	known := !p.at("^")
	last := rune(0)
	for {
		r := p.next()
		switch {
		case r == ']':
			if !known {
				return part{starts: anyRune, holds: anyRune}
			}
			return characters(all...)
		case r == '\\':
			of := p.escaped()
			known, all, last = known && of != nil, append(all, of...), 0
			if len(of) == 1 {
				last = of[0]
			}
			continue
		case r == '-' && last != 0 && !p.at("]"):
			for end := p.next(); last < end; last++ {
				all = append(all, last+1)
			}
			continue
		}
		all = append(all, r)
		last = r
	}
}
