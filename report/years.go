package report

import (
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
			_, w := utf8.DecodeRuneInString(s[i:])
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
		r, w := utf8.DecodeRuneInString(s[n:])
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
	t := []rune(s)
	for i, r := range t {
		switch r {
		case '“', '"', '「', '‘':
			if v, n := planNumber(t[i+1:]); n > 0 {
				f, l := planYears(v)
				return f, l, i
			}
		case '第':
			if v, n := han.Small(t[i+1:]); n > 0 && i+3+n < len(t) && t[i+1+n] == '个' && t[i+2+n] == '五' && t[i+3+n] == '年' {
				f, l := planYears(v)
				return f, l, i
			}
		case '期':
			// 十四五时期 without quotes
			if i >= 3 && t[i-1] == '时' && t[i-2] == '五' {
				k := i - 2
				for k > 0 && han.UpToTen(t[k-1]) >= 0 {
					k--
				}
				if v, n := planNumber(t[k:]); n > 0 {
					f, l := planYears(v)
					return f, l, k
				}
			}
		case '计', '规':
			// 六五计划 without quotes
			if i >= 2 && t[i-1] == '五' && i+1 < len(t) && t[i+1] == '划' {
				k := i - 1
				for k > 0 && han.UpToTen(t[k-1]) >= 0 {
					k--
				}
				if v, n := planNumber(t[k:]); n > 0 && n == i-k {
					f, l := planYears(v)
					return f, l, k
				}
			}
		}
	}
	return 0, 0, -1
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
