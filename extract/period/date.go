package period

import (
	"zhibiao/extract/lang"
	"zhibiao/extract/num"
)

// numericDate reads 2024-05-17, 2024/5/7, 2024.05.17 and 2024-05. A day is no
// period that a figure covers.
func (f *Finder) numericDate(t []rune, i int) (m lang.Mention, ok bool) {
	m.Start = i
	if insideCode(t, i) || !lang.IsDigit(t[i]) || !lang.AnyAt(t, i+4, "-/.") {
		return m, false
	}
	y, n := fourYear(t, i)
	month, k := twoDigits(t, i+5)
	if n == 0 || month < 1 || month > 12 {
		return m, false
	}
	m.End, m.Span, m.Rule, m.Silent = i+5+k, lang.Months(y, month, month), "period.date", true
	sep, next := t[i+4], lang.At(t, i+5+k)
	if next == sep {
		day, d := twoDigits(t, m.End+1)
		m.End += 1 + d
		m.Silent = month != 12 || day != 31 // what stands at the year's end is the year's
		next = lang.At(t, m.End)
		return m, day >= 1 && day <= 31 && !lang.IsDigit(next) && next != sep
	}
	if sep == '.' || k < 2 {
		return m, false
	}
	return m, !lang.IsDigit(next) && next != '年' && next != '.'
}

// insideCode tells whether digits, letters or marks of a code lead to t[i].
func insideCode(t []rune, i int) bool {
	before := lang.At(t, i-1)
	return lang.IsDigit(before) || lang.IsLatin(before) || lang.AnyAt(t, i-1, ".-/")
}

// twoDigits reads one or two ASCII digits.
func twoDigits(t []rune, i int) (v, n int) {
	for n < 2 && lang.IsDigit(lang.At(t, i+n)) {
		v = v*10 + int(t[i+n]-'0')
		n++
	}
	return v, n
}

// spokenYear reads the year of 两千零三年, 一千九百九十八年.
func spokenYear(t []rune, i int) (y, n int) {
	if lang.DigitOf(t[i]) < 1 || lang.At(t, i+1) != '千' {
		return 0, 0
	}
	v, ok := num.Parse(t, i, num.NoUnits)
	if !ok || !v.Exact() || v.Val.Exp != 0 || v.Val.Mant < 1900 || v.Val.Mant > 2100 || v.End-i < 4 {
		return 0, 0
	}
	return int(v.Val.Mant), v.End - i
}

// day is the length of the day behind a month: 8日, 8号, 八日.
func day(t []rune, i int) int {
	k := i
	for k-i < 3 && (lang.IsDigit(lang.At(t, k)) || lang.DigitOf(lang.At(t, k)) > 0 || lang.AnyAt(t, k, "十廿卅")) {
		k++
	}
	if k == i || !lang.AnyAt(t, k, "日号") {
		return 0
	}
	return k + 1 - i
}

// days is the length of the day behind a month, or of several: 5日, 14日至20日.
func days(t []rune, i int) int {
	n := day(t, i)
	if n == 0 || !lang.IsRangeMark(lang.At(t, i+n)) {
		return n
	}
	if to := day(t, i+n+1); to > 0 {
		n += 1 + to
	}
	return n
}

// relative reads 本月, 上月, 上季度, 本季度末, by the month that the text
// speaks in.
func (f *Finder) relative(t []rune, i, from int, w lang.When) (m lang.Mention, ok bool) {
	if w.Month == 0 || i > from && lang.AnyAt(t, i-1, "基日根以") {
		return m, false
	}
	step := 0
	switch t[i] {
	case '上':
		step = -1
	case '下':
		step = 1
	case '本':
	default:
		return m, false
	}
	j := i + 1
	if step != 0 && lang.At(t, j) == '个' {
		j++
	}
	month := w.Year*12 + w.Month - 1
	m = lang.Mention{Start: i, Rule: "period.relative"}
	switch {
	case lang.At(t, j) == '月' && !lang.AnyAt(t, j+1, "球亮均"):
		month += step
		m.Span = lang.Months(month/12, month%12+1, month%12+1)
		m.End = j + 1
	case lang.HasPrefix(t, j, "季度"):
		month = month/3*3 + 3*step
		m.Span = lang.Months(month/12, month%12+1, month%12+3)
		m.End = j + 2
	default:
		return m, false
	}
	if k := lang.PrefixLen(t, m.End, "底", "末"); k > 0 {
		m.End += k
		m.Point = true
	}
	return m, true
}
