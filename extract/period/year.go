package period

import (
	"zhibiao/extract/lang"
	"zhibiao/extract/word"
)

// laterMonth reads the end of 2023年3月至2024年6月.
func laterMonth(t []rune, j int, s lang.Span) (to lang.Span, end int) {
	k := j
	for lang.IsRangeMark(lang.At(t, k)) && k-j < 3 {
		k++
	}
	if k == j || k >= len(t) || s.M1 != s.M2 {
		return to, 0
	}
	y, n := fourYear(t, k)
	if n == 0 || lang.At(t, k+n) != '年' || y < s.Y1 {
		return to, 0
	}
	e, part := partOfYear(t, k+n+1, y)
	if e == 0 || part.M1 != part.M2 {
		return to, 0
	}
	return lang.Span{Y1: s.Y1, M1: s.M1, Y2: y, M2: part.M2}, k + n + 1 + e
}

// fourYear reads 2022 or 二〇二二 at t[i].
func fourYear(t []rune, i int) (y, n int) {
	for n < 5 && i+n < len(t) {
		d := lang.DigitOf(t[i+n])
		if lang.IsDigit(t[i+n]) {
			d = int64(t[i+n] - '0')
		}
		if d < 0 || t[i+n] == '两' { // 一九七九和一九八○两年
			break
		}
		y = y*10 + int(d)
		n++
	}
	if n != 4 || y < 1900 || y > 2100 {
		return 0, 0
	}
	return y, n
}

// year reads 2022年, 2016—2020年, 2018年以来, 2025年底, 98年, 2022年1—11月.
func (f *Finder) year(t []rune, i int, w lang.When) (m lang.Mention, ok bool) {
	m.Start = i
	if i > 0 && (lang.IsDigit(t[i-1]) || t[i-1] == '.' || lang.IsLatin(t[i-1])) {
		return m, false
	}
	y, n := anyYear(t, i, w)
	if n == 0 {
		return m, false
	}
	last, j := lastYear(t, i+n, y)
	if v, k := fourYear(t, j+1); k > 0 && lang.At(t, j) == '比' && v < y && lang.At(t, j+1+k) == '年' {
		m.End, m.Span, m.Rule = j, lang.Years(y, y), "period.year"
		return m, true // 1980比1975年
	}
	if lang.At(t, j) != '年' {
		return m, false
	}
	j++
	m.End, m.Span, m.Rule = j, lang.Years(y, last), "period.year"
	switch {
	case lang.At(t, j) == '代': // 2000年代
		m.Silent, m.End = true, j+1
	case y == last && inYear(t, &m, w):
	case lang.PrefixLen(t, j, "不变价", "可比价", "价格", "版") > 0:
		m.Silent = true
	default:
		f.endOfYears(t, &m, w)
	}
	return m, true
}

// anyYear reads a year without 年: 2022, 二〇二二, 两千零三, 98.
func anyYear(t []rune, i int, w lang.When) (y, n int) {
	if y, n = fourYear(t, i); n > 0 {
		return y, n
	}
	if y, n = spokenYear(t, i); n > 0 {
		return y, n
	}
	return shortYear(t, i, w)
}

// shortYear reads the 98 of 98年: of the century before the report's.
func shortYear(t []rune, i int, w lang.When) (y, n int) {
	d, ok := twoOfYear(t, i)
	if !ok || d < 49 || w.Year == 0 || w.Year >= 2012 {
		return 0, 0
	}
	if y = 1900 + d; y < w.Year-25 || y > w.Year+5 {
		return 0, 0
	}
	return y, 2
}

// twoOfYear reads two ASCII digits with 年 behind them.
func twoOfYear(t []rune, i int) (d int, ok bool) {
	if lang.At(t, i+2) != '年' || !lang.IsDigit(t[i]) || !lang.IsDigit(t[i+1]) {
		return 0, false
	}
	return int(t[i]-'0')*10 + int(t[i+1]-'0'), true
}

// lastYear reads what makes several years of the year y that ends at t[j]: —2020,
// 年至2020, —20, and for the year after it 和2023, 、1979两. It returns the last
// year, y where there is no other, and where it ends.
func lastYear(t []rune, j, y int) (last, end int) {
	last, end = rangeEnd(t, j, y)
	v, n := fourYear(t, end+1)
	if n == 0 || v != y+1 || !lang.AnyAt(t, end, "和与及、") {
		return last, end
	}
	k := end + 1 + n
	k += lang.PrefixLen(t, k, "两", "二", "2") // 1978、1979两年
	if lang.At(t, k) != '年' {
		return last, end
	}
	return v, k // 2022和2023年
}

// rangeEnd reads the last year of a range that y opens, which ends at t[j].
func rangeEnd(t []rune, j, y int) (last, end int) {
	if !lang.IsRangeMark(lang.At(t, j)) && (lang.At(t, j) != '年' || !lang.IsRangeMark(lang.At(t, j+1))) {
		return y, j
	}
	k := j
	for (lang.IsRangeMark(lang.At(t, k)) || lang.At(t, k) == '年') && k-j < 4 {
		k++
	}
	if v, n := fourYear(t, k); n > 0 && v > y && lang.At(t, k+n) == '年' {
		return v, k + n
	}
	if d, ok := twoOfYear(t, k); ok && y/100*100+d > y {
		return y/100*100 + d, k + 2
	}
	return y, j
}

// inYear reads the part of its one year that m names, as far as it ends: 2022年1—11
// 月, 2023年3月至2024年6月, 2020年3月底, 2018年9月以来.
func inYear(t []rune, m *lang.Mention, w lang.When) bool {
	y := m.Span.Y1
	k, part := partOfYear(t, m.End, y)
	if k == 0 {
		return false
	}
	m.Span, m.End = part, m.End+k
	if to, e := laterMonth(t, m.End, part); e > 0 {
		m.Span, m.End = to, e
	}
	if k := lang.PrefixLen(t, m.End, "底", "末"); k > 0 {
		m.End += k
		m.Point = true
	}
	if k := lang.PrefixLen(t, m.End, "以来", "以后"); k > 0 {
		m.End += k
		m.Since, m.Span = true, sinceSpan(y, w)
	}
	return true
}

// endOfYears reads the words behind whole years: 底, 以来, 度, 合计.
func (f *Finder) endOfYears(t []rune, m *lang.Mention, w lang.When) {
	one := m.Span.Y1 == m.Span.Y2
	if k := lang.PrefixLen(t, m.End, "底", "末", "年底", "年末"); k > 0 {
		m.End += k
		m.Point = true
		return
	}
	if k := lang.PrefixLen(t, m.End, "以来", "来"); k > 0 && one && f.starts(t, m.End, word.ComingTo) == 0 {
		m.End += k
		m.Since, m.Span = true, sinceSpan(m.Span.Y1, w)
		return
	}
	if k := lang.PrefixLen(t, m.End, "度", "同期"); k > 0 {
		m.End += k
		return
	}
	if k := f.starts(t, m.End, word.Summing); k > 0 && !one && lang.At(t, m.End+k) != '同' {
		m.End += k
	}
}

// sinceSpan is the years from y to the last that the text looks back on.
func sinceSpan(y int, w lang.When) lang.Span {
	end := w.To
	if end == 0 || w.Plan {
		end = w.Year - 1
	}
	return lang.Years(y, max(y, end))
}
