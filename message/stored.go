package message

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// What files hold is English. To show it in another language it is found again
// in the catalogue, with what fills it: warnings, and why a document is not read.

// Translate puts an English sentence that a file or an error holds into a
// language: one that the catalogue has, with the figures and names in it; one
// that begins with a refusal ("cannot be read: " and what the system says), of
// which the longest counts; and what stands behind a colon. The rest stays.
func Translate(english string, l Language) string {
	if l == English {
		return english
	}
	if e, ok := catalogue[english]; ok {
		return e.zh
	}
	if said, ok := begun(english, ":", l); ok {
		return said
	}
	for _, p := range patterns() {
		if said, ok := p.translate(english, l); ok {
			return said
		}
	}
	if said, ok := begun(english, "", l); ok {
		return said
	}
	if before, after, ok := strings.Cut(english, ": "); ok {
		if said := Translate(after, l); said != after {
			return before + "：" + said
		}
	}
	return english
}

// begun is a sentence that begins with a message that ends in end.
func begun(english, end string, l Language) (string, bool) {
	for i := len(english) - 1; i > 0; i-- {
		if english[i] != ' ' || !strings.HasSuffix(english[:i], end) {
			continue
		}
		if e, ok := catalogue[english[:i]]; ok {
			return e.zh + Translate(english[i+1:], l), true
		}
	}
	return "", false
}

// pattern finds a message in its English and says it in Chinese.
type pattern struct {
	english *regexp.Regexp
	args    []int  // the argument that each group of english is, from 0
	chinese string // with verbs of strings alone
	literal int    // how much of the English is not filled in
}

// stored are the ids of messages that files hold; those of refusals are English.
var stored = []string{"warn.", "check.", "from.", "usage.no_such", "error.no_fi", "error.no_fo"}

// patterns are those of all messages that files hold, the most telling first.
var patterns = sync.OnceValue(func() []pattern {
	var all []pattern
	for id, e := range catalogue {
		if !holds(id) {
			continue
		}
		for _, english := range slices.Compact([]string{e.one, e.many}) {
			all = append(all, newPattern(english, e.zh))
		}
	}
	slices.SortFunc(all, func(a, b pattern) int {
		return cmp.Or(b.literal-a.literal, strings.Compare(a.english.String(), b.english.String()))
	})
	return all
})

// holds tells whether files hold the message.
func holds(id string) bool {
	return strings.Contains(id, " ") || slices.ContainsFunc(stored, func(p string) bool { return strings.HasPrefix(id, p) })
}

var fmtVerbs = regexp.MustCompile(`%(?:\[(\d+)\])?[-+#0]*\d*(?:\.\d+)?([a-z%])`)

// filled is what a verb of package fmt may have written.
var filled = map[string]string{"d": `(-?\d+)`, "f": `(-?[\d.]+)`, "q": `("(?:[^"\\]|\\.)*")`}

func newPattern(english, chinese string) pattern {
	var p pattern
	var re strings.Builder
	at := 0
	for i, m := range fmtVerbs.FindAllStringSubmatchIndex(english, -1) {
		literal := english[at:m[0]]
		p.literal += len(literal)
		re.WriteString(regexp.QuoteMeta(literal))
		at = m[1]
		verb := english[m[4]:m[5]]
		if verb == "%" {
			re.WriteString("%")
			continue
		}
		arg := i
		if m[2] >= 0 {
			n, _ := strconv.Atoi(english[m[2]:m[3]])
			arg = n - 1
		}
		p.args = append(p.args, arg)
		re.WriteString(cmp.Or(filled[verb], "(.+?)"))
	}
	p.literal += len(english[at:])
	re.WriteString(regexp.QuoteMeta(english[at:]))
	p.english = regexp.MustCompile("^(?s:" + re.String() + ")$")
	p.chinese = ofStrings(chinese)
	return p
}

// ofStrings is a format whose verbs all take strings: %[1]s for %d.
func ofStrings(format string) string {
	n := 0
	return fmtVerbs.ReplaceAllStringFunc(format, func(v string) string {
		m := fmtVerbs.FindStringSubmatch(v)
		if m[2] == "%" {
			return v
		}
		n++
		return "%[" + cmp.Or(m[1], strconv.Itoa(n)) + "]s"
	})
}

// translate says english in l where it is the message; what fills it may be a
// message, too.
func (p *pattern) translate(english string, l Language) (string, bool) {
	m := p.english.FindStringSubmatch(english)
	if m == nil {
		return "", false
	}
	args := make([]any, len(p.args))
	for i, a := range p.args {
		if a < len(args) {
			args[a] = Translate(m[i+1], l)
		}
	}
	if len(args) == 0 {
		return p.chinese, true
	}
	return fmt.Sprintf(p.chinese, args...), true
}
