package ignore

import (
	"fmt"
	"slices"

	"github.com/dlclark/regexp2/v2"

	"zhibiao/extract/lang"
	"zhibiao/extract/num"
	"zhibiao/extract/word"
	"zhibiao/han"
	"zhibiao/lexicon"
)

// Names finds names and idioms that hold numerals.
type Names struct {
	words *word.Table
	// literals by each numeral in them and the character behind it, 0 at the end
	literals map[uint64][]literal
	numerals *han.Table // in literals
	patterns []pattern
}

type literal struct {
	text []rune
	at   int // where the numeral stands
	why  string
}

type pattern struct {
	re  *regexp2.Regexp
	why string
	han.Shape
}

// NewNames compiles the table of non-quantities; the error names the line whose
// pattern does not compile.
func NewNames(lex *lexicon.Lexicon, words *word.Table) (*Names, error) {
	n := &Names{words: words, literals: map[uint64][]literal{}}
	numerals := ""
	for _, e := range lex.NonQuantities {
		if p, ok := lexicon.Pattern(e.Text); ok {
			re, err := regexp2.Compile(p, regexp2.None)
			if err != nil {
				return nil, fmt.Errorf("%s:%d: compile %s: %w", e.File, e.Line, e.Text, err)
			}
			re.MatchTimeout = lang.MatchTimeout
			n.patterns = append(n.patterns, pattern{re, e.Reason, han.ShapeOf(p, num.Starts)})
			continue
		}
		t := []rune(e.Text)
		for i, r := range t {
			if num.Starts(r) {
				key := lang.Pair(r, lang.At(t, i+1))
				n.literals[key] = append(n.literals[key], literal{t, i, e.Reason})
				numerals += string(r)
			}
		}
	}
	n.numerals = han.NewTable(numerals)
	return n, nil
}

// literalAt tells why the numeral at t[i] belongs to a name or idiom; a number
// that begins before the name is no part of it (二十分钟 holds 十分).
func (n *Names) literalAt(t []rune, i, from int) (why string, start, end int) {
	if !n.numerals.Has(t[i]) {
		return "", 0, 0
	}
	for _, behind := range [...]rune{0, lang.At(t, i+1)} { // the longest name last
		for _, l := range n.literals[lang.Pair(t[i], behind)] {
			a, e := i-l.at, i-l.at+len(l.text)
			if a >= from && e <= len(t) && e > end && slices.Equal(t[a:e], l.text) {
				why, start, end = l.why, a, e
			}
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
	has := han.TextOf(w)
	next := num.RunEnd(t[:to], start)
	for i := range n.patterns {
		p := &n.patterns[i]
		if !p.Holds.Has(t[start]) || next > start && !p.Behind.Has(lang.At(t[:to], next)) || !p.Needs.Met(&has) {
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
