package lang

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhibiao/han"
)

// DigitOf is the value of a Chinese digit, 两 among them, -1 if r is none.
func DigitOf(r rune) int64 {
	if r == '两' {
		return 2
	}
	return int64(han.Digit(r))
}

// ScaleOf is the power of ten of a scale word, 0 if r is none.
func ScaleOf(r rune) int { return han.Scale(r) }

// IsDigit tells whether r is an ASCII digit.
func IsDigit(r rune) bool { return han.IsDigit(r) }

// HasPrefix tells whether s stands at t[i].
func HasPrefix(t []rune, i int, s string) bool { return han.HasPrefix(t, i, s) }

// Index is where s first stands in t, -1 where it does not.
func Index(t []rune, s string) int {
	for i := range t {
		if HasPrefix(t, i, s) {
			return i
		}
	}
	return -1
}

// PrefixLen is the length of the first of words that stands at t[i], 0 if none.
func PrefixLen(t []rune, i int, words ...string) int {
	for _, w := range words {
		if HasPrefix(t, i, w) {
			return utf8.RuneCountInString(w)
		}
	}
	return 0
}

// AnyAt tells whether t[i] is one of the runes of set.
func AnyAt(t []rune, i int, set string) bool {
	return i >= 0 && i < len(t) && han.In(t[i], set)
}

// ClauseEnd tells whether a clause or the text ends at t[i].
func ClauseEnd(t []rune, i int) bool {
	return i >= len(t) || IsHard(t[i])
}

// IsHard tells whether r ends a clause.
func IsHard(r rune) bool { return hard.Has(r) }

var hard, rangeMarks = han.NewTable("，。；：！？\n,;）)!?”…—"), han.NewTable("—–-－~～至到―─")

// IsLatin tells whether r is an ASCII letter.
func IsLatin(r rune) bool { return han.IsLetter(r) }

// IsRatioMark tells whether r stands between the parts of a ratio: 1:2.
func IsRatioMark(r rune) bool { return r == ':' || r == '：' || r == '∶' || r == '﹕' }

// IsRangeMark tells whether r stands between the ends of a range: 5—6, 5至6.
func IsRangeMark(r rune) bool { return rangeMarks.Has(r) }

// At is t[i], 0 outside t.
func At(t []rune, i int) rune { return han.At(t, i) }

// IsOneOf tells whether s is in list.
func IsOneOf(s string, list ...string) bool {
	for _, l := range list {
		if s == l {
			return true
		}
	}
	return false
}

// Pair is the key of two runes side by side.
func Pair(a, b rune) uint64 { return uint64(a)<<32 | uint64(b) }

// IsHan tells whether r is a Chinese character.
func IsHan(r rune) bool { return han.Is(r) }

// Set makes a set of the words of lists, which stand between white space.
func Set(lists ...string) map[string]bool {
	m := map[string]bool{}
	for _, l := range lists {
		for _, w := range strings.Fields(l) {
			m[w] = true
		}
	}
	return m
}

// IsBalance tells whether t[i] makes 出超 or 入超, the balance of trade, of the 超 behind it: 外贸
// [出]超, but 产出超.
func IsBalance(t []rune, i, from int) bool {
	return AnyAt(t, i, "出入") && (i <= from || IsHard(t[i-1]) || AnyAt(t, i-1, "贸易为现"))
}

// HoldsOne tells whether s holds one of words.
func HoldsOne(s string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}
