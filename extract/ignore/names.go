package ignore

import (
	"fmt"

	"github.com/dlclark/regexp2/v2"

	"zhibiao/extract/lang"
	"zhibiao/extract/num"
	"zhibiao/lexicon"
)

// Names finds names and idioms that hold numerals.
type Names struct {
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
	need []runeSet // every match holds a rune of each
}

// may tells whether the pattern can match a text of these runes.
func (p *pattern) may(has *runeSet) bool {
	for i := range p.need {
		if !p.need[i].meets(has) {
			return false
		}
	}
	return true
}

// NewNames compiles the table of non-quantities; the error names the line whose
// pattern does not compile.
func NewNames(lex *lexicon.Lexicon) (*Names, error) {
	n := &Names{literals: map[rune][]literal{}}
	for _, e := range lex.NonQuantities {
		if p, ok := lexicon.Pattern(e.Text); ok {
			re, err := regexp2.Compile(p, regexp2.None)
			if err != nil {
				return nil, fmt.Errorf("%s:%d: compile %s: %w", e.File, e.Line, e.Text, err)
			}
			re.MatchTimeout = lang.MatchTimeout
			n.patterns = append(n.patterns, pattern{re, e.Reason, needs(p)})
			continue
		}
		t := []rune(e.Text)
		for i, r := range t {
			if num.Starts(r) {
				n.literals[r] = append(n.literals[r], literal{t, i, e.Reason})
			}
		}
	}
	return n, nil
}

// literalAt tells why the numeral at t[i] belongs to a name or idiom; a number
// that begins before the name is no part of it (二十分钟 holds 十分).
func (n *Names) literalAt(t []rune, i, from int) (why string, start, end int) {
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
func (n *Names) patternAt(t []rune, start, end, from, to int) (string, error) {
	a, b := max(from, start-window), min(to, end+window)
	w := t[a:b]
	var has runeSet
	for _, r := range w {
		has.add(r)
	}
	for i := range n.patterns {
		p := &n.patterns[i]
		if !p.may(&has) {
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
