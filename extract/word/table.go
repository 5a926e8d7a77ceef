package word

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"zhibiao/han"
	"zhibiao/lexicon"
)

// Table holds the words with their roles. It is immutable.
type Table struct {
	roles map[string]Roles
	lists [affixes]list
	names map[string]bool // of indicators
	lex   *lexicon.Lexicon

	firsts, lasts [roles]han.Runes // the characters that the whole words with a role begin and end with
}

// list are the words of a role that stands at a place of longer texts, longest
// first.
type list struct {
	words       []string
	first, last han.Runes // the characters that they begin and end with
	matching
}

// matching tells how the words of a list match a text. Most texts hold none: whether one may is
// asked first.
type matching struct {
	may   func(l *list, text string) bool
	match func(text, word string) bool
}

var matches = map[string]matching{
	"start":  {(*list).mayStart, strings.HasPrefix},
	"end":    {(*list).mayEnd, strings.HasSuffix},
	"inside": {(*list).mayHold, strings.Contains},
	"before": {(*list).mayEnd, strings.HasSuffix}, // a number: the words before it end so
}

func (l *list) mayStart(text string) bool {
	r, _ := han.First(text)
	return l.first.Has(r)
}

func (l *list) mayEnd(text string) bool { return l.last.Has(han.Last(text)) }

func (l *list) mayHold(text string) bool { return strings.ContainsFunc(text, l.first.Has) }

// New reads the words of lex. The error names a role that no rule reads, or
// one that a rule reads and the tables lack: the two go together.
func New(lex *lexicon.Lexicon) (*Table, error) {
	t := &Table{roles: make(map[string]Roles, len(lex.Terms)), names: map[string]bool{}, lex: lex}
	known := map[string]bool{}
	for _, r := range lex.Roles {
		known[r.Name] = true
		isWhole := slices.Contains(whole[:], r.Name)
		part := slices.Index(parts[:], r.Name)
		isPart := part >= 0
		switch {
		case !isWhole && !isPart:
			return nil, fmt.Errorf("%s:%d: no rule reads the role %s", r.File, r.Line, r.Name)
		case isWhole != (r.Match == "word"):
			return nil, fmt.Errorf("%s:%d: the rules do not match the role %s by %s", r.File, r.Line, r.Name, r.Match)
		case isPart:
			t.lists[part].matching = matches[r.Match]
		}
	}
	for _, name := range slices.Concat(whole[:], parts[:]) {
		if !known[name] {
			return nil, fmt.Errorf("roles.tsv: the role %s is missing", name)
		}
	}
	add := func(word string, a Role) { t.roles[word] = t.roles[word].With(a) }
	for _, e := range lex.Terms {
		for _, name := range e.Roles {
			if a := slices.Index(whole[:], name); a >= 0 {
				add(e.Text, Role(a))
				if Role(a) == OneWord {
					t.addParts(e.Text)
				}
			} else {
				l := &t.lists[slices.Index(parts[:], name)]
				l.words = append(l.words, e.Text)
			}
		}
	}
	for w, u := range lex.Uses() {
		if u.Closes() && !t.Of(w).Has(Acting, Carrying) {
			add(w, Nominal) // 关键技术[攻关]
		}
		t.roles[w] = t.roles[w].withShown(u)
	}
	for name := range lex.Compounds() {
		add(name[0], ShownNaming)
		add(name[1], ShownNamed)
	}
	for w, r := range t.roles {
		first, _ := han.First(w)
		last := han.Last(w)
		for i, left := range r {
			for ; left != 0; left &= left - 1 {
				a := 64*i + bits.TrailingZeros64(left)
				t.firsts[a].Add(first)
				t.lasts[a].Add(last)
			}
		}
	}
	for i := range lex.Indicators {
		e := &lex.Indicators[i]
		t.names[e.Name] = true
		for _, a := range e.Aliases {
			t.names[a] = true
		}
	}
	for i := range t.lists {
		l := &t.lists[i]
		slices.SortStableFunc(l.words, func(a, b string) int { return len(b) - len(a) })
		var firsts, lasts []rune
		for _, w := range l.words {
			r := []rune(w)
			firsts, lasts = append(firsts, r[0]), append(lasts, r[len(r)-1])
		}
		l.first, l.last = han.RunesOf(firsts), han.RunesOf(lasts)
	}
	return t, nil
}

// addParts gives what a word can be cut into the roles of its parts.
func (t *Table) addParts(one string) {
	for i := range one {
		if i > 0 {
			t.roles[one[:i]] = t.roles[one[:i]].With(OpensOne)
			t.roles[one[i:]] = t.roles[one[i:]].With(EndsOne)
		}
	}
}

// Of are the roles of a whole word, none where the tables do not know it.
func (t *Table) Of(word string) Roles { return t.roles[word] }

// Is tells whether a whole word has one of the roles. It is only looked up where it begins and
// ends as one of theirs may.
func (t *Table) Is(word string, one ...Role) bool {
	first, _ := han.First(word)
	last := han.Last(word)
	for _, a := range one {
		if t.firsts[a].Has(first) && t.lasts[a].Has(last) {
			return t.roles[word].Has(one...)
		}
	}
	return false
}

// Begins tells whether text begins with a whole word that has one of the roles.
func (t *Table) Begins(text []rune, one ...Role) bool {
	for _, a := range one {
		for i := 0; i < len(text) && t.firsts[a].Has(text[0]); i++ {
			if t.lasts[a].Has(text[i]) && t.roles[string(text[:i+1])].Has(a) {
				return true
			}
		}
	}
	return false
}

// mayEnd tells whether text may end in a word that has one of the roles, as most do not.
func (t *Table) mayEnd(text string, one []Role) bool {
	last := han.Last(text)
	return slices.ContainsFunc(one, func(a Role) bool { return t.lasts[a].Has(last) })
}

// End is the longest word that text ends in and that has one of the roles, "" where
// there is none.
func (t *Table) End(text string, one ...Role) string {
	if !t.mayEnd(text, one) {
		return ""
	}
	for at := range text {
		if t.Is(text[at:], one...) {
			return text[at:]
		}
	}
	return ""
}

// EndsIn tells whether text ends in a word that has one of the roles.
func (t *Table) EndsIn(text string, one ...Role) bool { return t.End(text, one...) != "" }

// Bound is the bound that a word before a number sets, "eq" where it sets none.
func (t *Table) Bound(word string) string {
	for i := range t.lex.Modifiers {
		if m := &t.lex.Modifiers[i]; m.Text == word && m.Side == "before" {
			return m.Bound
		}
	}
	return "eq"
}

// Match is the longest word of role a that text begins with, ends in or holds,
// as the role says; "" where there is none.
func (t *Table) Match(text string, a Affix) string {
	l := &t.lists[a]
	if !l.may(l, text) {
		return ""
	}
	for _, w := range l.words {
		if l.match(text, w) {
			return w
		}
	}
	return ""
}

// LenAt is the length of the longest word of role a that stands at text[i], in code points,
// 0 where none does.
func (t *Table) LenAt(text []rune, i int, a Affix) int {
	l := &t.lists[a]
	if i >= len(text) || !l.first.Has(text[i]) {
		return 0
	}
	for _, w := range l.words {
		if han.HasPrefix(text, i, w) {
			return utf8.RuneCountInString(w)
		}
	}
	return 0
}

// LenBefore is the length of the longest word of role a that text ends in, in code points, 0
// where it ends in none.
func (t *Table) LenBefore(text []rune, a Affix) int {
	l := &t.lists[a]
	if len(text) == 0 || !l.last.Has(text[len(text)-1]) {
		return 0
	}
	for _, w := range l.words {
		if n := utf8.RuneCountInString(w); n <= len(text) && han.HasPrefix(text, len(text)-n, w) {
			return n
		}
	}
	return 0
}

// Within tells whether a word of role a, which stands inside what it is asked for, stands in text.
func (t *Table) Within(text []rune, a Affix) bool {
	for i := range text {
		if t.LenAt(text, i, a) > 0 {
			return true
		}
	}
	return false
}

// Has tells whether Match finds a word.
func (t *Table) Has(text string, a Affix) bool { return t.Match(text, a) != "" }

// IsOne tells whether text is a word of role a, and no more.
func (t *Table) IsOne(text string, a Affix) bool { return slices.Contains(t.lists[a].words, text) }

// List are the words of role a, longest first.
func (t *Table) List(a Affix) []string { return t.lists[a].words }
