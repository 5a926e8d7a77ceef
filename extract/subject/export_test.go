package subject

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"zhibiao/extract/clause"
)

// Undecided are the rows of tables whose example they do not decide of, with the row
// that does.
func (r *Reader) Undecided(cut func(text string) []clause.Token) []string {
	c := cutter(cut)
	var wrong []string
	for _, table := range []nounRules{apart, followers, predicates, openingVerbs, verbsInside, others} {
		wrong = append(wrong, undecided(table, c.behind)...)
	}
	wrong = append(wrong, undecided(governing, func(example string) spot {
		items, at := c.words(example)
		return spot{items: items, at: at}
	})...)
	return append(wrong, undecided(leading, func(example string) opening {
		items, at := c.words(example)
		return opening{&Reader{r.Words, example == "[全国]粮食产量", r.Area, r.Indicator, r.Exact}, items[at:]}
	})...)
}

func undecided[P place](table rules[P], at func(example string) P) []string {
	var wrong []string
	for i := range table.all {
		row := &table.all[i]
		switch by := table.first(at(row.example)); by {
		case row:
		case nil:
			wrong = append(wrong, row.example+": no row decides")
		default:
			wrong = append(wrong, row.example+": decided by the row of "+by.example)
		}
	}
	return wrong
}

// Undropped are the circumstances and endings that do not end, or begin, where their
// example says.
func Undropped(cut func(text string) []clause.Token) []string {
	var wrong []string
	for _, c := range append(circumstances, means) {
		items, _ := cutter(cut).words(c.example)
		_, name, _ := strings.Cut(c.example, "]")
		if left := Joined(c.drop(items)); left != name {
			wrong = append(wrong, c.example+": "+left)
		}
	}
	for _, e := range append(actEnds.all, baseEnds.all...) {
		items, _ := cutter(cut).words(e.example)
		name, _, _ := strings.Cut(e.example, "[")
		if left := Joined(newEndings([]ending{e}).cut(items)); left != name {
			wrong = append(wrong, e.example+": "+left)
		}
	}
	return wrong
}

type cutter func(text string) []clause.Token

// words are those of an example, and the one that its bracket begins with.
func (c cutter) words(example string) (items []clause.Token, at int) {
	start := utf8.RuneCountInString(example[:strings.Index(example, "[")])
	items = c(strings.NewReplacer("[", "", "]", "").Replace(example))
	for i := range items {
		if items[i].Says("今年") {
			items[i].Kind = clause.Moment
		}
		if items[i].Start == start {
			at = i
		}
	}
	return items, at
}

var counted = regexp.MustCompile(`^(\p{Han}*?)[0-9.]+(?:万元|公里|万|\p{Han})`)

// behind is the word in brackets of an example, behind its number.
func (c cutter) behind(example string) spot {
	number := counted.FindStringSubmatch(example)
	items, at := c.words(strings.TrimPrefix(example, number[0]))
	verb := number[1]
	return spot{items: items, at: at, before: Before{Acted: verb != "", Works: verb == "完成", Holds: verb == "拥有"}}
}
