package period_test

import (
	"strings"
	"testing"

	"zhibiao/extract/lang"
	"zhibiao/extract/period"
	"zhibiao/extract/word/wordtest"
)

// described is a mention in a line: 2012 base.
func described(m *lang.Mention) string {
	s := []string{m.Span.String()}
	for _, flag := range []struct {
		is   bool
		name string
	}{{m.Point, "point"}, {m.Since, "since"}, {m.Base, "base"}, {m.Yoy, "yoy"}, {m.Origin, "origin"}, {m.Silent, "silent"}} {
		if flag.is {
			s = append(s, flag.name)
		}
	}
	return strings.Join(s, " ")
}

// TestFind: the first period of a text, in a report of 2026 that reviews 2025.
func TestFind(t *testing.T) {
	lex, words := wordtest.Tables(t)
	f := period.NewFinder(lex, words)
	w := lang.When{Year: 2026, From: 2025, To: 2025}
	for in, want := range map[string]string{
		// dates
		"截至2024-05-17，": "2024-05 point silent",
		"2024-12-31，":   "2024-12",
		"2024.05，":      "",
		"代号A2024-05-17": "",
		// plans
		"“十四五”期间，":   "2021/2025",
		"“十四五”末，":    "2025 point",
		"“十四五”开局之年，": "2021 silent",
		"“十四五”前两年，":  "2021/2022",
		"“十四五”后两年，":  "2024/2025",
		"“十四五”规划":    "2021/2025 silent",
		"“二五”期间，":    "1958/1962",
		"“三五”期间，":    "1966/1970",
		"第七个五年计划期间，": "1986/1990",
		"十四五：":       "",
		// numbers of years
		"近3年，":      "2023/2025",
		"PM10年平均浓度": "",
		// what the words before them say
		"比2012年":         "2012 base",
		"高于2012年":        "2012 base",
		"我县于2024年突破":     "2024 origin",
		"恢复到2019年的92%":   "2019 base",
		"到2030年":         "2030 point",
		"是1978年的12倍":     "1978 base",
		"达到1950年的1.8倍":   "1950 point base",
		"与2020年相比":       "2020 base",
		"与2020年比重":       "2020",
		"在1998年改革的基础上":   "1998 base",
		"由1952年的3万":      "1952 origin",
		"投产后2年，建成2020年的": "2020 silent",
		"2022年首次突破":      "2022",
		"比上年增长":          "2025 base yoy",
	} {
		r := []rune(in)
		got := ""
		if ms := f.Find(nil, r, 0, len(r), w); len(ms) > 0 {
			got = described(&ms[0])
		}
		if got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}
