package panel

import (
	"strings"
	"unicode/utf8"

	"zhibiao/han"
)

const (
	digits    = "0123456789"
	hanDigits = "〇○零一二三四五六七八九"
)

// plans are five years that a plan names: “十三五”.
var plans = han.Guarded("五", `[“"]十.五[”"]|[“"]九五[”"]`)

// oneYear is where s last names a year (2023年, 二〇二三年, 今年), -1 where it does not.
func oneYear(s string) int {
	return lastYear(s, func(before string) bool {
		last, _ := utf8.DecodeLastRuneInString(before)
		return strings.ContainsRune("今去全", last) || endsInFour(before, digits) || endsInFour(before, hanDigits)
	})
}

// someYears is where s last counts several years (三年) or names a plan, -1 where it does
// neither.
func someYears(s string) int {
	at := lastYear(s, func(before string) bool {
		last, size := utf8.DecodeLastRuneInString(before)
		first, _ := utf8.DecodeLastRuneInString(before[:len(before)-size])
		return strings.ContainsRune("二两三四五六", last) && !strings.ContainsRune(hanDigits, first) ||
			last >= '2' && last <= '6' && !han.IsDigit(first)
	})
	if all := plans.FindAllStringIndex(s); len(all) > 0 {
		return max(at, all[len(all)-1][0])
	}
	return at
}

// lastYear is where the last 年 of s stands that is taken by what stands before it, -1 where
// none is.
func lastYear(s string, taken func(before string) bool) int {
	for {
		at := strings.LastIndex(s, "年")
		if at < 0 || taken(s[:at]) {
			return at
		}
		s = s[:at]
	}
}

// endsInFour tells whether the last four characters of s are all of a set.
func endsInFour(s, set string) bool {
	for range 4 {
		r, n := utf8.DecodeLastRuneInString(s)
		if n == 0 || !strings.ContainsRune(set, r) {
			return false
		}
		s = s[:len(s)-n]
	}
	return true
}
