package measure

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dlclark/regexp2/v2"

	"zhibiao/extract/lang"
	"zhibiao/han"
)

// pattern reads the words right before a number, from the number outward.
type pattern struct {
	re     *regexp2.Regexp
	need   han.Runes // one of these stands in every match
	within int       // so near to the number; 0 where none is known
}

func newPattern(p string) (pattern, error) {
	re, err := regexp2.Compile(p, regexp2.RightToLeft|regexp2.ExplicitCapture)
	if err != nil {
		return pattern{}, fmt.Errorf("compile %s: %w", p, err)
	}
	re.MatchTimeout = lang.MatchTimeout
	return pattern{re: re}, nil
}

// read matches t up to its end. ok is false where nothing matches; the error is
// the pattern's time running out.
func (p *pattern) read(t []rune) (found tail, ok bool, err error) {
	if !p.may(t) {
		return tail{}, false, nil
	}
	m, err := p.re.FindRunesMatch(t)
	if err != nil {
		return tail{}, false, fmt.Errorf("pattern %.40s… on %q: %w", p.re.String(), string(t), err)
	}
	if m == nil {
		return tail{}, false, nil
	}
	g := func(name string) string {
		if x := m.GroupByName(name); x != nil && len(x.Captures) > 0 {
			return x.String()
		}
		return ""
	}
	return tail{m.RuneIndex, g("pre"), g("verb"), g("to"), g("of"), g("head"), g("post")}, true, nil
}

// may tells cheaply whether the pattern can match t at all: most numbers have
// none of its verbs before them.
func (p *pattern) may(t []rune) bool {
	return p.within == 0 || slices.ContainsFunc(t[max(0, len(t)-p.within):], p.need.Has)
}

// oneOf is the alternatives of a pattern, the longest first, so that 年均 is not
// read as 年 and 均. Words are taken literally, patterns stand before them.
func oneOf(words []string, patterns ...string) string {
	words = slices.Clone(words)
	slices.SortStableFunc(words, func(a, b string) int { return len(b) - len(a) })
	for i, w := range words {
		words[i] = regexp2.Escape(w)
	}
	return "(?:" + strings.Join(append(patterns, words...), "|") + ")"
}

// cover is a small set of characters of which each word holds one: what holds
// none of them holds no word.
func cover(words []string) han.Runes {
	var all []rune
	left := slices.Clone(words)
	for len(left) > 0 {
		count := map[rune]int{}
		best := rune(0)
		for _, w := range left {
			for _, r := range w {
				count[r]++
				if n := count[r]; best == 0 || n > count[best] || n == count[best] && r < best {
					best = r
				}
			}
		}
		all = append(all, best)
		left = slices.DeleteFunc(left, func(w string) bool { return strings.ContainsRune(w, best) })
	}
	return han.RunesOf(all)
}
