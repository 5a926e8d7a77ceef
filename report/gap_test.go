package report

import (
	"strings"
	"testing"
)

// gapOf is the gap that stands in brackets.
func gapOf(example string) gap {
	before, rest, _ := strings.Cut(example, "[")
	space, after, _ := strings.Cut(rest, "]")
	return gap{
		line: []rune(before), after: []rune(after)[0], width: len(space),
		wide: strings.Count(space, "　"), tabbed: strings.Contains(space, "\t"),
	}
}

// TestKeptGaps: the example of a row is kept by that row.
func TestKeptGaps(t *testing.T) {
	for _, row := range keptGaps {
		g := gapOf(row.example)
		for _, first := range keptGaps {
			if !first.is(g) {
				continue
			}
			if first.example != row.example {
				t.Errorf("%s: kept by the row of %s", row.example, first.example)
			}
			break
		}
		if !g.stays() {
			t.Errorf("%s: no row keeps it", row.example)
		}
	}
	for _, example := range []string{"增长[ ]5%", "8%[ ]以上", "2022 年[ ]GDP", "15[ ]and", "。[ ]OK", "投资[\t]额", "增长[ ]-5%"} {
		if gapOf(example).stays() {
			t.Errorf("%s: kept", example)
		}
	}
}

func TestGapsOfParagraphs(t *testing.T) {
	for _, example := range []string{"全面完成。[　　]我们", "主要工作：[　　]我们"} {
		if !gapOf(example).isIndent() {
			t.Errorf("%s: no indent", example)
		}
	}
	for _, example := range []string{"主要工作[　　]我们", "全面完成。[ ]我们"} {
		if gapOf(example).isIndent() {
			t.Errorf("%s: an indent", example)
		}
	}
	for example, want := range map[string]bool{
		"全面完成。[ ]二、": true, "一、主要工作[ ]我们": true, "一、[ ]主要工作": false, "主要工作[ ]我们": false, "全面完成。[ ]OK": false,
	} {
		if got := gapOf(example).endsParagraph(); got != want {
			t.Errorf("%s: ends a paragraph: %v", example, got)
		}
	}
}

// TestDigitsApart: a number that is written apart, and what is no one number.
func TestDigitsApart(t *testing.T) {
	for in, want := range map[string]bool{
		"1 9 9 3年": true, "19 93年": true, "1 2万": true,
		"1993年": false, "12 345": false, "19 93万": false, "1 1/2": false,
	} {
		a := digitsApart([]rune(in), 0)
		if got := a.isOne(false); got != want {
			t.Errorf("%s: one number: %v", in, got)
		}
	}
	if a := digitsApart([]rune("0.5 6"), 2); a.isOne(false) || !a.isOne(true) {
		t.Error("0.5 6: only what goes on with digits written apart is one number")
	}
}
