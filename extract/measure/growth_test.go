package measure

import (
	"slices"
	"strings"
	"testing"

	"zhibiao/extract/quantity"
	"zhibiao/extract/word/wordtest"
)

// TestKinds: the example of a row is decided by that row.
func TestKinds(t *testing.T) {
	lex, words := wordtest.Tables(t)
	r, err := NewReader(words)
	if err != nil {
		t.Fatal(err)
	}
	scan := quantity.NewScanner(lex, words)
	for i, k := range kinds {
		text := []rune(strings.NewReplacer("【", "", "】", "").Replace(k.example))
		at := slices.Index([]rune(k.example), '【')
		qs := scan.Scan(&quantity.Room{}, text, at, len(text), func(int) int { return 0 })
		l := &Look{
			Text: text, Quantity: &qs[0],
			Noun:     func(end int) bool { return end > 0 },
			Followed: qs[0].After < len(text),
		}
		l.start()
		if by := l.kindAt(r, l.grown(r)); by != i {
			t.Errorf("%s: decided by the row of %s", k.example, kinds[by].example)
		}
	}
}
