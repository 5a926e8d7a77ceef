package extract

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dlclark/regexp2/v2"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/word"
)

// qualifiers finds the conditions under which a figure was measured:
// 还原留抵退税因素后, 按可比价计算.
type qualifiers struct {
	re    *regexp2.Regexp
	opens map[rune]bool // the characters that one begins with
}

func newQualifiers(words *word.Table) (*qualifiers, error) {
	verbs := words.List(word.BasisWithin)
	opens := map[rune]bool{}
	for _, w := range verbs {
		opens[[]rune(w)[0]] = true
	}
	p := `(?:` + strings.Join(verbs, `|`) + `)[^，；。、]{1,16}?(?:因素后|因素|影响后|影响|计算|口径|不变价|可比价|后)`
	re, err := regexp2.Compile(p, regexp2.RightToLeft|regexp2.ExplicitCapture)
	if err != nil {
		return nil, fmt.Errorf("compile %s: %w", p, err)
	}
	re.MatchTimeout = lang.MatchTimeout
	return &qualifiers{re, opens}, nil
}

// find is the last condition in t; ok is false where none is. The error is the
// pattern's time running out.
func (q *qualifiers) find(t []rune) (start, end int, ok bool, err error) {
	if !slices.ContainsFunc(t, func(r rune) bool { return q.opens[r] }) {
		return 0, 0, false, nil
	}
	m, err := q.re.FindRunesMatch(t)
	if err != nil || m == nil {
		return 0, 0, false, err
	}
	return m.RuneIndex, m.RuneIndex + m.RuneLength, true, nil
}

// inlineQualifier takes 还原留抵退税因素后 out of the words before a verb. q is the
// condition that is known already.
func (c *context) inlineQualifier(head []clause.Token, q string) ([]clause.Token, string, error) {
	if len(head) < 2 {
		return head, q, nil
	}
	from, to := head[0].Start, head[len(head)-1].End
	a, b, ok, err := c.x.qualifiers.find(c.t[from:to])
	if err != nil || !ok {
		return head, q, err
	}
	a, b = from+a, from+b
	out := make([]clause.Token, 0, len(head))
	for _, k := range head {
		if k.End <= a || k.Start >= b {
			out = append(out, k)
		}
	}
	return out, c.doc.Quote(a, b), nil
}
