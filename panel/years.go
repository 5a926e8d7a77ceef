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
		case han.In(t[i], "”\""):
			if at := planEnding(t[:i]); at >= 0 {
				return at
			}
		}
	}
	return -1
}

// planEnding is where the quoted name of a plan that ends t begins, its mark with it: “十三五, “九五. It is
// -1 where none does.
func planEnding(t []rune) int {
	n := len(t)
	switch {
	case n < 3 || t[n-1] != '五':
		return -1
	case t[n-2] == '九' && han.In(t[n-3], "“\""):
		return n - 3
	case n > 3 && t[n-3] == '十' && han.In(t[n-4], "“\""):
		return n - 4
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
