package report

import "testing"

// openingFor is how a report of 2026 opens a paragraph of chapter.
func openingFor(example string, chapter Chapter) *opening {
	text := []rune(example)
	d := &draft{Document: Document{Text: text, Norm: text, Meta: Meta{Year: 2026}, Paragraphs: []Paragraph{{End: len(text)}}}}
	cur, base := span{Review, 2025, 2025}, span{Review, 2025, 2025}
	switch chapter {
	case Plan:
		cur, base = span{Plan, 2025, 2025}, span{Plan, 2025, 2025}
	case Outlook:
		cur, base = span{Outlook, 2026, 2030}, span{Plan, 2026, 2026}
	}
	return d.openingOf(0, d.timely(0), cur, scope{span: base})
}

// TestCueRules: the example of a row is decided by that row.
func TestCueRules(t *testing.T) {
	for _, chapter := range []Chapter{Review, Outlook} {
		for _, row := range cueRules[chapter] {
			by := "no row"
			for _, rule := range cueRules[chapter] {
				if rule.turns(openingFor(row.example, chapter)) != (span{}) {
					by = rule.example
					break
				}
			}
			if by != row.example {
				t.Errorf("%s in %s: decided by %s", row.example, chapter, by)
			}
		}
	}
}

func TestCue(t *testing.T) {
	for _, c := range []struct {
		in      string
		chapter Chapter
		want    span
	}{
		{"“十四五”以来，我们建成公园20座。", Review, span{Review, 2021, 2025}},
		{"“十三五”以来，我们建成公园20座。", Review, span{}},
		{"刚刚过去的2025年，我们建成公园4座。", Review, span{Review, 2025, 2025}},
		{"2025年底，公园达到20座。", Review, span{}},
		{"各位代表！五年来，我们建成公园20座。", Review, span{Review, 2021, 2025}},
		{"我们在过去五年打下的基础上，建成公园4座。", Review, span{Review, 2021, 2025}},
		{"建成公园4座，这是全县干部群众过去五年努力的结果。", Review, span{}},
		{"今年以来，公园达到20座。", Plan, span{}},
		{"未来五年，要建成公园20座。", Plan, span{Outlook, 2026, 2030}},
		{"今年和未来五年，要建成公园20座。", Outlook, span{Plan, 2026, 2026}},
	} {
		o := openingFor(c.in, c.chapter)
		if got, _ := o.cue(0, o.timely(0), o.cur, o.base); got != c.want {
			t.Errorf("%s in %s: %v, want %v", c.in, c.chapter, got, c.want)
		}
	}
}

func TestSecondPart(t *testing.T) {
	for in, want := range map[string]bool{
		"“十五五”时期，要建成公园20座。":    true,
		"今后五年，要建成公园20座。":       true,
		"“十四五”时期，建成公园20座。":     false,
		"2026年是“十五五”的开局之年，我们要": false,
	} {
		o := openingFor(in, Review)
		o.base.then = span{Outlook, 2026, 2030}
		if got := o.secondPart(); got != want {
			t.Errorf("%s: %v", in, got)
		}
	}
}

// TestLastYearOfSeveral: under a heading of five years a paragraph on the last of them turns to
// it, and a figure that is only held against another year's does not.
func TestLastYearOfSeveral(t *testing.T) {
	for in, want := range map[string]span{
		"2025年，全县生产总值增长6%，新增企业90家。":    {Review, 2025, 2025},
		"2025年，财政收入达到9亿元，是2020年的1.2倍。": {},
		"2025年粮食产量增长8%，棉花增长2%。":        {},
	} {
		o := openingFor(in, Review)
		o.cur = span{Review, 2021, 2025}
		o.base = scope{span: o.cur}
		if got := o.lastYear(); got != want {
			t.Errorf("%s: %v, want %v", in, got, want)
		}
	}
}
