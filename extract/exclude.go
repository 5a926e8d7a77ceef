package extract

import (
	"fmt"
	"time"

	"github.com/dlclark/regexp2/v2"

	"zhibiao/lexicon"
)

// MatchTimeout bounds every pattern, so that no text can hang it.
const MatchTimeout = 250 * time.Millisecond

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
	re  *regexp2.Regexp
	why string
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
			n.patterns = append(n.patterns, pattern{re, e.Reason})
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
	for i := range n.patterns {
		p := &n.patterns[i]
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
