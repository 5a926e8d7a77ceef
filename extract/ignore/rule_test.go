package ignore

import (
	"strings"
	"testing"
	"unicode/utf8"

	"zhibiao/extract/quantity"
	"zhibiao/extract/word/wordtest"
)

// TestRowsDecideTheirExamples: of the number in brackets the row itself decides.
func TestRowsDecideTheirExamples(t *testing.T) {
	lex, words := wordtest.Tables(t)
	scan := quantity.NewScanner(lex, words)
	names := &Names{words: words}
	for _, table := range [][]rule{marked, units, spelled, measured} {
		for i := range table {
			row := &table[i]
			text := []rune(strings.NewReplacer("[", "", "]", "").Replace(row.example))
			at := utf8.RuneCountInString(row.example[:strings.Index(row.example, "[")])
			qs := scan.Scan(&quantity.Room{}, text, 0, len(text), func(int) int { return 0 })
			found := false
			for k := range qs {
				if qs[k].Start != at {
					continue
				}
				found = true
				p := names.placeOf(text, &qs[k], 0, len(text))
				switch by := first(table, &p); {
				case by == nil:
					t.Errorf("%s: no row decides", row.example)
				case by != row:
					t.Errorf("%s: decided by the row of %s", row.example, by.example)
				}
			}
			if !found {
				t.Errorf("%s: no number begins at the bracket", row.example)
			}
		}
	}
}
