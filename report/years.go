package report

import (
	"strings"
	"unicode/utf8"

	"zhibiao/han"
)

// yearMention is a year named in a short text, as byte offsets.
type yearMention struct{ year, at, end int }

// years lists the years that s names with 年 behind them (2022年, 二〇二二年,
// 一九五五年度), in order. Only short texts are given to it.
func years(s string) []yearMention {
	var out []yearMention
	for i := 0; i < len(s); {
		y, n := fourDigits(s[i:])
		if n == 0 {
			_, w := han.First(s[i:])
			i += w
			continue
		}
		if r, w := utf8.DecodeRuneInString(s[i+n:]); r == '年' && y >= 1949 && y < 2100 {
			out = append(out, yearMention{y, i, i + n + w})
		}
		i += n
	}
	return out
}

// fourDigits reads exactly four digits, ASCII or Chinese; n is their length
// in bytes, or that of the longer run of digits that is no year.
func fourDigits(s string) (y, n int) {
	count := 0
	for n < len(s) {
		r, w := han.First(s[n:])
		d := -1
		switch {
		case r >= '0' && r <= '9':
			d = int(r - '0')
		case r >= '０' && r <= '９':
			d = int(r - '０')
		default:
			if v := han.UpToTen(r); v >= 0 && v < 10 {
				d = v
			}
		}
		if d < 0 {
			break
		}
		if count < 5 {
			y = y*10 + d
		}
		count++
		n += w
	}
	if count != 4 {
		y = 0
	}
	return y, n
}

// planYears returns the years of the n-th five-year plan.
func planYears(n int) (from, to int) {
	switch {
	case n == 1:
		return 1953, 1957
	case n == 2:
		return 1958, 1962
	case n >= 3 && n <= 30:
		return 1966 + 5*(n-3), 1970 + 5*(n-3)
	}
	return 0, 0
}

// planNamed finds the first five-year plan that s names (“十四五”, 第七个五年计划)
// and returns its years.
func planNamed(s string) (from, to, at int) {
	if !strings.Contains(s, "五") { // all are five years long
		return 0, 0, -1
	}
	t := []rune(s)
	for i := range t {
		if v, at, ok := planAt(t, i); ok {
			from, to = planYears(v)
			return from, to, at
		}
	}
	return 0, 0, -1
}

// planAt reads the name of a plan that t[i] tells: its number, and where it begins.
func planAt(t []rune, i int) (v, begin int, ok bool) {
	n := 0
	switch t[i] {
	case '“', '"', '「', '‘':
		v, n = planNumber(t[i+1:])
		return v, i, n > 0
	case '第':
		v, n = han.Small(t[i+1:])
		return v, i, n > 0 && hasPrefix(t[i+1+n:], "个五年")
	case '期': // 十四五时期 without quotes
		if at(t, i-1) == '时' {
			v, n, begin = planBefore(t, i-1)
		}
	case '计', '规': // 六五计划 without quotes
		if at(t, i+1) == '划' {
			v, n, begin = planBefore(t, i)
			return v, begin, n > 0 && begin+n == i
		}
	}
	return v, begin, n > 0
}

// planBefore reads the number of a plan before t[end], n characters of it, and where the
// numerals begin that it stands among.
func planBefore(t []rune, end int) (v, n, begin int) {
	if at(t, end-1) != '五' {
		return 0, 0, 0
	}
	begin = end - 1
	for han.UpToTen(at(t, begin-1)) >= 0 {
		begin--
	}
	v, n = planNumber(t[begin:])
	return v, n, begin
}

// planNumber reads 十四五, 七五 as 14, 7.
func planNumber(t []rune) (v, n int) {
	for n < len(t) && han.UpToTen(t[n]) > 0 {
		n++
	}
	if n < 2 || n > 4 || t[n-1] != '五' {
		return 0, 0
	}
	// 十五 is the tenth plan, not fifteen; 十五五 the fifteenth.
	v, k := han.Small(t[:n-1])
	if k != n-1 {
		return 0, 0
	}
	return v, n
}
