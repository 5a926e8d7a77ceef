package panel

import (
	"strings"

	"zhibiao/han"
)

const (
	digits    = "0123456789"
	hanDigits = "〇○零一二三四五六七八九"
)

// oneYear is where t last names a year (2023年, 二〇二三年, 今年), -1 where it does not.
func oneYear(t []rune) int {
	for i := len(t) - 1; i > 0; i-- {
		if t[i] == '年' && (han.In(t[i-1], "今去全") || endsInFour(t[:i], digits) || endsInFour(t[:i], hanDigits)) {
			return i
		}
	}
	return -1
}

// someYears is where t last counts several years (三年) or names a plan (“十三五”, “九五”),
// -1 where it does neither.
func someYears(t []rune) int {
	for i := len(t) - 1; i > 0; i-- {
		switch {
		case t[i] == '年' && (han.In(t[i-1], "二两三四五六") && (i < 2 || !han.In(t[i-2], hanDigits)) ||
			t[i-1] >= '2' && t[i-1] <= '6' && (i < 2 || !han.IsDigit(t[i-2]))):
			return i
		case t[i-1] == '五' && han.In(t[i], "”\""):
			for n := max(i-4, 0); n < i-2; n++ {
				if han.In(t[n], "“\"") && t[n+1] == [...]rune{'九', '十'}[i-3-n] {
					return n
				}
			}
		}
	}
	return -1
}

// endsInFour tells whether the last four characters of t are all of a set.
func endsInFour(t []rune, set string) bool {
	if len(t) < 4 {
		return false
	}
	for _, r := range t[len(t)-4:] {
		if !strings.ContainsRune(set, r) {
			return false
		}
	}
	return true
}
