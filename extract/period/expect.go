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
	var y int
	if strings.HasPrefix(e, "Y") {
		e = e[1:]
		y = year
		if len(e) >= 2 && (e[0] == '-' || e[0] == '+') {
			j := 1
			for j < len(e) && e[j] >= '0' && e[j] <= '9' {
				j++
			}
			if j == 2 || j == 3 && e[0] == '+' || j == 3 && e[1] != '0' && len(e) == 3 && e[1:3] == "10" {
				d, _ := strconv.Atoi(e[1:j])
				if e[0] == '-' {
					d = -d
				}
				y += d
				e = e[j:]
			}
		}
	} else {
		if len(e) < 4 {
			return lang.Span{}, false
		}
		v, err := strconv.Atoi(e[:4])
		if err != nil {
			return lang.Span{}, false
		}
		y, e = v, e[4:]
	}
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
