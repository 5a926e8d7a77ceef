package extract

import (
	"fmt"
	"time"

	"github.com/dlclark/regexp2/v2"

	"zhibiao/lexicon"
)

// MatchTimeout bounds every pattern, so that no text can hang it. It is wall
// time, and a busy machine may stop a process for a while: no match that ends
// takes a thousandth of it.
const MatchTimeout = time.Second

// nonQuantities finds names and idioms that hold numerals.
type nonQuantities struct {
	// literals by the first numeral in them, reversed prefix apart
	literals map[rune][]literal
	patterns []pattern
}

type literal struct {
	text []rune
	at   int // where its first numeral stands
	why  string
}

type pattern struct {
	re   *regexp2.Regexp
	why  string
	need runeSet // runes that every match holds
}

// runeSet is a set of runes that may hold more than was put in: what it does
// not hold is surely not there.
type runeSet [2]uint64

func (s *runeSet) add(r rune) { s[r>>6&1] |= 1 << ((uint32(r) * 0x9e3779b1) >> 26) }

// within tells whether o may hold all of s.
func (s *runeSet) within(o *runeSet) bool { return s[0]&^o[0] == 0 && s[1]&^o[1] == 0 }

// needs collects the Chinese characters that stand in a pattern outside every
// bracket and before no ?, * or {: no match goes without them. A pattern of
// alternatives needs none.
func needs(p string) (s runeSet) {
	depth := 0
	class := false
	rs := []rune(p)
	for i, r := range rs {
		switch {
		case i > 0 && rs[i-1] == '\\':
		case class:
			class = r != ']'
		case r == '[':
			class = true
		case r == '(':
			depth++
		case r == ')':
			depth--
		case r == '|' && depth == 0:
			return runeSet{}
		case depth == 0 && isHan(r):
			if i+1 == len(rs) || rs[i+1] != '?' && rs[i+1] != '*' && rs[i+1] != '{' {
				s.add(r)
			}
		}
	}
	return s
}

func newNonQuantities(lex *lexicon.Lexicon) (*nonQuantities, error) {
	n := &nonQuantities{literals: map[rune][]literal{}}
	for _, e := range lex.NonQuantities {
		if p, ok := lexicon.Pattern(e.Text); ok {
			re, err := regexp2.Compile(p, regexp2.None)
			if err != nil {
				return nil, fmt.Errorf("%s:%d: compile %s: %w", e.File, e.Line, e.Text, err)
			}
			re.MatchTimeout = MatchTimeout
			n.patterns = append(n.patterns, pattern{re, e.Reason, needs(p)})
			continue
		}
		t := []rune(e.Text)
		for i, r := range t {
			if numeralStart(r) {
				n.literals[r] = append(n.literals[r], literal{t, i, e.Reason})
			}
		}
	}
	return n, nil
}

// literalAt tells why the numeral at t[i] belongs to a name or idiom; a number
// that begins before the name is no part of it (二十分钟 holds 十分).
func (n *nonQuantities) literalAt(t []rune, i, from int) (why string, start, end int) {
	for _, l := range n.literals[t[i]] {
		a := i - l.at
		if a < from || a+len(l.text) > len(t) || end >= a+len(l.text) {
			continue
		}
		same := true
		for k, r := range l.text {
			if t[a+k] != r {
				same = false
				break
			}
		}
		if same {
			why, start, end = l.why, a, a+len(l.text)
		}
	}
	return why, start, end
}

// window is how far around a number the patterns look.
const window = 14

// patternAt tells why a pattern takes the number at t[start:end] for a name.
func (n *nonQuantities) patternAt(t []rune, start, end, from, to int) (string, error) {
	a, b := max(from, start-window), min(to, end+window)
	w := t[a:b]
	var has runeSet
	for _, r := range w {
		has.add(r)
	}
	for i := range n.patterns {
		p := &n.patterns[i]
		if !p.need.within(&has) {
			continue
		}
		m, err := p.re.FindRunesMatch(w)
		for m != nil {
			s, e := a+m.RuneIndex, a+m.RuneIndex+m.RuneLength
			if s < end && start < e && s <= start {
				return p.why, nil
			}
			if s >= end {
				break
			}
			m, err = p.re.FindNextMatch(m)
			if err != nil {
				break
			}
		}
		if err != nil {
			return "", fmt.Errorf("pattern %s on %q: %w", p.re.String(), string(w), err)
		}
	}
	return "", nil
}
