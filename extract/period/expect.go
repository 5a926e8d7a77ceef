package period

import (
	"strconv"
	"strings"

	"zhibiao/extract/lang"
	"zhibiao/extract/word"
)

// relativeWord tells whether what the lexicon says of Y-1 holds for the year that
// the paragraph speaks of.
func (f *Finder) relativeWord(words []rune) bool {
	switch words[0] {
	case '全', '年', '上', '下', '一', '二', '三', '四', '第', '前', '本':
		s := string(words)
		return !f.roles.Is(s, word.OfReport) && !strings.HasSuffix(s, "来") && !strings.Contains(s, "五年") && !strings.Contains(s, "届")
	}
	return false
}

// expect reads the lexicon's notation: Y, Y-1, Y-5/Y-1, Y-1-H1, Y-1-Q1,
// Y-1-03, 2021/2025.
func (f *Finder) expect(e string, w lang.When, words []rune) (lang.Span, bool) {
	if strings.Contains(e, "$") || w.Year == 0 && strings.Contains(e, "Y") {
		return lang.Span{}, false
	}
	year := w.Year
	if f.relativeWord(words) && strings.HasPrefix(e, "Y-1") {
		year = w.Current() + 1
	}
	if w.Review && string(words) == "年内" {
		year = w.To // of the year that is reviewed
	}
	a, b, two := strings.Cut(e, "/")
	s, ok := expectOne(a, year)
	if !ok || !two {
		return s, ok
	}
	s2, ok := expectOne(b, year)
	return lang.Span{Y1: s.Y1, M1: s.M1, Y2: s2.Y2, M2: s2.M2}, ok
}

func expectOne(e string, year int) (lang.Span, bool) {
	if away, ofReport := strings.CutPrefix(e, "Y"); ofReport {
		n, part := offset(away)
		return partNamed(part, year+n)
	}
	if len(e) < 4 {
		return lang.Span{}, false
	}
	y, err := strconv.Atoi(e[:4])
	if err != nil {
		return lang.Span{}, false
	}
	return partNamed(e[4:], y)
}

// offset reads how many years away a year is: the -1 of Y-1-H1, the +4 of Y+4. Two digits
// behind a - are a month, but for Y-10.
func offset(e string) (years int, rest string) {
	if e == "" || e[0] != '-' && e[0] != '+' {
		return 0, e
	}
	end := 1
	for end < len(e) && e[end] >= '0' && e[end] <= '9' {
		end++
	}
	if end != 2 && e != "-10" && (end != 3 || e[0] != '+') {
		return 0, e
	}
	years, _ = strconv.Atoi(e[:end])
	return years, e[end:]
}

// partNamed is a year or the part of it that e names: -H1, -Q3, -03.
func partNamed(e string, y int) (lang.Span, bool) {
	switch {
	case e == "":
		return lang.Years(y, y), true
	case strings.HasPrefix(e, "-H1"):
		return lang.Months(y, 1, 6), true
	case strings.HasPrefix(e, "-H2"):
		return lang.Months(y, 7, 12), true
	case strings.HasPrefix(e, "-Q") && len(e) == 3:
		q := int(e[2] - '0')
		return lang.Months(y, q*3-2, q*3), q >= 1 && q <= 4
	case strings.HasPrefix(e, "-"):
		mm, err := strconv.Atoi(e[1:])
		return lang.Months(y, mm, mm), err == nil && mm >= 1 && mm <= 12
	}
	return lang.Span{}, false
}
