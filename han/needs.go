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

// Shape is what a pattern tells of its matches.
type Shape struct {
	Needs  Needs
	Starts Runes // that a match may begin with
	Holds  Runes // that it may hold
	Behind Runes // that may stand behind a row of runes of a class, the first of which it holds
}

// ShapeOf reads a pattern that compiles. No class is none that Behind asks of.
func ShapeOf(pattern string, class func(rune) bool) Shape {
	p := parser{[]rune(pattern), class}
	whole := p.alternatives()
	if whole.empty {
		whole.starts = anyRune
	}
	if whole.closes {
		whole.behind = anyRune
	}
	return Shape{whole.needs, whole.starts, whole.holds, whole.behind}
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
type parser struct {
	rest  []rune
	asked func(rune) bool // the class; may be nil
}

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
	ahead  bool  // it looks ahead, at what starts tells

	opens, closes bool  // it may begin, end with a rune of the parser's class
	behind        Runes // what stands behind one inside it
}

// anyRune are all runes.
var anyRune = Runes{^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0)}

// alternatives reads up to the end of a group. What several alternatives need is one
// set, the first of each, or none where one has none.
func (p *parser) alternatives() part {
	all := p.sequence()
	for len(p.rest) > 0 && p.rest[0] == '|' {
		p.next()
		other := p.sequence()
		all.starts, all.empty = all.starts.with(other.starts), all.empty || other.empty
		all.holds, all.behind = all.holds.with(other.holds), all.behind.with(other.behind)
		all.opens, all.closes = all.opens || other.opens, all.closes || other.closes
		if len(all.needs) == 0 || len(other.needs) == 0 {
			all.needs = nil
			continue
		}
		all.needs = Needs{oneOf(slices.Concat(all.needs[0].of, other.needs[0].of))}
	}
	return all
}

// sequence reads up to the end of an alternative.
func (p *parser) sequence() part {
	all := part{empty: true}
	for len(p.rest) > 0 && p.rest[0] != '|' && p.rest[0] != ')' {
		atom := p.atom()
		optional, again := p.quantifier()
		all.holds, all.behind = all.holds.with(atom.holds), all.behind.with(atom.behind)
		if all.closes || again && atom.closes {
			all.behind = all.behind.with(atom.starts)
		}
		if all.empty && !atom.ahead {
			all.starts, all.opens = all.starts.with(atom.starts), all.opens || atom.opens
		}
		all.closes = atom.closes || all.closes && (optional || atom.empty && !atom.ahead)
		all.empty = all.empty && (optional || atom.empty)
		if !optional {
			all.needs = append(all.needs, atom.needs...)
		}
	}
	return all
}

// quantifier reads one, and tells whether it allows none, and more than one.
func (p *parser) quantifier() (none, more bool) {
	none, more = p.at("?") || p.at("*") || p.at("{0"), p.at("*") || p.at("+") || p.at("{")
	if p.at("{") {
		for p.next() != '}' {
		}
	} else if none || more {
		p.next()
	}
	if p.at("?") { // lazy
		p.next()
	}
	return none, more
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
		return anyOne
	case '\\':
		if of := p.escaped(); of != nil {
			return p.characters(of...)
		}
		return anyOne
	default:
		return p.characters(r)
	}
}

// escaped reads what a backslash stands before: nil for more than a few characters, or
// for one that is told by its number.
func (p *parser) escaped() []rune {
	switch r := p.next(); {
	case r == 'd':
		return []rune("0123456789")
	case r == 's':
		return []rune("\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000")
	case r == 'u':
		p.rest = p.rest[4:]
	case r > unicode.MaxASCII || !unicode.IsLetter(r):
		return []rune{r}
	}
	return nil
}

// characters asks for one of some characters.
func (p *parser) characters(of ...rune) part {
	o := oneOf(of)
	in := p.asked != nil && slices.ContainsFunc(of, p.asked)
	return part{needs: Needs{o}, starts: o.may, holds: o.may, opens: in, closes: in}
}

// anyOne asks for one of all characters.
var anyOne = part{starts: anyRune, holds: anyRune, opens: true, closes: true}

// group reads what stands in round brackets. What looks around begins nothing, and what
// must not follow is needed by no match.
func (p *parser) group() part {
	ahead := p.at("?=")
	around := ahead || p.at("?!") || p.at("?<=") || p.at("?<!")
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
	if not {
		all.needs = nil
	}
	switch {
	case ahead && (all.empty || all.opens):
		return part{needs: all.needs, starts: anyRune, empty: true, ahead: true}
	case ahead:
		return part{needs: all.needs, starts: all.starts, empty: true, ahead: true}
	case around:
		return part{needs: all.needs, empty: true}
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
				return anyOne
			}
			return p.characters(all...)
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
