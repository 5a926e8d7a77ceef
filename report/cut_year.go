package report

import (
	"slices"
	"strings"

	"zhibiao/han"
)

// cutYear tells a line break that cuts a year: 20⏎22年, 二〇⏎二二年, 2022⏎年, also
// the first of a range or list of years (20⏎21—2023年, 20⏎21、2022年). A year of
// its own is none that was cut: 附件1⏎2022年….
func cutYear(prev, t []rune) bool {
	n, i := 0, yearDigits(t)
	for n < len(prev) && yearDigit(prev[len(prev)-1-n]) >= 0 {
		n++
	}
	if n == 0 || n+i != 4 || !isYear(slices.Concat(prev[len(prev)-n:], t[:i])) {
		return false
	}
	if i == 0 && n == len(prev) {
		return false // a year alone on its line heads a table's column
	}
	return i < len(t) && t[i] == '年' || leadsToYear(t[i:])
}

// yearDigit is the value of an ASCII, full-width or Chinese digit, else -1.
func yearDigit(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r >= '０' && r <= '９':
		return int(r - '０')
	}
	return han.Digit(r)
}

// isYear tells whether four digits are a year that reports speak of.
func isYear(digits []rune) bool {
	y := 0
	for _, r := range digits {
		y = y*10 + yearDigit(r)
	}
	return y >= 1949 && y < 2100
}

// leadsToYear tells whether t goes on with the last year of a range or list:
// —2023年, 、2022年.
func leadsToYear(t []rune) bool {
	i := 0
	for i < len(t) && i < 2 && strings.ContainsRune("-—－–~～至到、和", t[i]) {
		i++
	}
	return i > 0 && len(t) > i+4 && yearDigits(t[i:]) == 4 && isYear(t[i:i+4]) && t[i+4] == '年'
}

// yearDigits is the number of digits that t begins with.
func yearDigits(t []rune) int {
	n := 0
	for n < len(t) && yearDigit(t[n]) >= 0 {
		n++
	}
	return n
}
