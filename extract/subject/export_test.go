package subject

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"zhibiao/extract/clause"
)

var counted = regexp.MustCompile(`^(\p{Han}*?)[0-9.]+(?:万元|公里|万|\p{Han})`)

// Undecided are the rows of tables whose example they do not decide of, with the row
// that does.
func Undecided(cut func(text string) []clause.Token) []string {
	var wrong []string
	for _, table := range []rules{followers, predicates, openingVerbs, verbsInside, others} {
		for i := range table {
			row := &table[i]
			b, err := standing(row.example, cut)
			switch by := table.first(b); {
			case err != nil:
				wrong = append(wrong, err.Error())
			case by == nil:
				wrong = append(wrong, row.example+": no row decides")
			case by != row:
				wrong = append(wrong, row.example+": decided by the row of "+by.example)
			}
		}
	}
	return wrong
}

// standing is the word in brackets of an example, behind its number.
func standing(example string, cut func(text string) []clause.Token) (*behind, error) {
	number := counted.FindStringSubmatch(example)
	if number == nil {
		return &behind{}, fmt.Errorf("%s: no number", example)
	}
	noun := strings.TrimPrefix(example, number[0])
	at := utf8.RuneCountInString(noun[:max(0, strings.Index(noun, "["))])
	verb := number[1]
	b := &behind{
		items:  cut(strings.NewReplacer("[", "", "]", "").Replace(noun)),
		before: Before{Acted: verb != "", Works: verb == "完成", Holds: verb == "拥有"},
	}
	for b.at = range b.items {
		if b.items[b.at].Start == at {
			return b, nil
		}
	}
	return b, fmt.Errorf("%s: no word begins at the bracket: %s", example, Joined(b.items))
}
