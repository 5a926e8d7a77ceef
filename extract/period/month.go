package period

import (
	"zhibiao/extract/lang"
)

func monthPrefix(t []rune, i int) bool {
	_, n := monthAt(t, i)
	return n > 0
}

// partOfYear reads what narrows a year: 上半年, 一季度, 前三季度, 3月, 1—11月.
func partOfYear(t []rune, j, y int) (n int, s lang.Span) {
	for _, p := range []struct {
		w      string
		m1, m2 int
	}{
		{"上半年", 1, 6},
		{"下半年", 7, 12},
		{"前三季度", 1, 9},
		{"前3季度", 1, 9},
		{"一季度", 1, 3},
		{"二季度", 4, 6},
		{"三季度", 7, 9},
		{"四季度", 10, 12},
		{"第一季度", 1, 3},
		{"第二季度", 4, 6},
		{"第三季度", 7, 9},
		{"第四季度", 10, 12},
		{"1季度", 1, 3},
	} {
		if k := lang.PrefixLen(t, j, p.w); k > 0 {
			return k, lang.Months(y, p.m1, p.m2)
		}
	}
	if n, s := firstOfYear(t, j, y); n > 0 {
		return n, s
	}
	if n, s := quarters(t, j, y); n > 0 {
		return n, s
	}
	a, k := monthAt(t, j)
	if k == 0 {
		return 0, s
	}
	e := j + k
	if lang.IsRangeMark(lang.At(t, e)) || lang.HasPrefix(t, e, "月") && lang.IsRangeMark(lang.At(t, e+1)) {
		x := e
		for x < len(t) && (lang.IsRangeMark(t[x]) || t[x] == '月') && x-e < 4 {
			x++
		}
		if b, kb := monthAt(t, x); kb > 0 && b > a && lang.HasPrefix(t, x+kb, "月") {
			x += kb + 1
			x += lang.PrefixLen(t, x, "份")
			return x - j, lang.Months(y, a, b)
		}
	}
	if !lang.HasPrefix(t, e, "月") {
		return 0, s
	}
	e++
	e += lang.PrefixLen(t, e, "份")
	e += days(t, e) // the date is a point, no period
	return e - j, lang.Months(y, a, a)
}

// firstOfYear reads 前10个月, 头两个月, 前四月, 前三个季度, 首季度, 前半年, 后半年.
func firstOfYear(t []rune, j, y int) (n int, s lang.Span) {
	if k := lang.PrefixLen(t, j, "前半年"); k > 0 {
		return k, lang.Months(y, 1, 6)
	}
	if k := lang.PrefixLen(t, j, "后半年"); k > 0 {
		return k, lang.Months(y, 7, 12)
	}
	if k := lang.PrefixLen(t, j, "首季度", "首季"); k > 0 {
		return k, lang.Months(y, 1, 3)
	}
	if !lang.AnyAt(t, j, "前头") {
		return 0, s
	}
	v, ok := numeralAt(t, j+1)
	if !ok || v.Val.Mant < 1 || v.Val.Mant > 12 {
		return 0, s
	}
	m := int(v.Val.Mant)
	switch k := lang.PrefixLen(t, v.End, "个季度", "季度"); {
	case k > 0 && m <= 4:
		return v.End + k - j, lang.Months(y, 1, 3*m)
	case k > 0:
		return 0, s
	}
	if k := lang.PrefixLen(t, v.End, "个月", "月份", "月"); k > 0 {
		return v.End + k - j, lang.Months(y, 1, m)
	}
	return 0, s
}

// firstMonths tells whether 前10个月 stands at t[i]: 提前3个月 and 目前 are none.
func firstMonths(t []rune, i, from int) bool {
	if i > from && lang.AnyAt(t, i-1, "提目以之年生空日当此") {
		return false
	}
	n, _ := firstOfYear(t, i, 1)
	return n > 0
}

// quarters reads 二、三季度 and 一至三季度.
func quarters(t []rune, j, y int) (n int, s lang.Span) {
	a, b := quarterDigit(lang.At(t, j)), quarterDigit(lang.At(t, j+2))
	if a == 0 || b <= a || !lang.AnyAt(t, j+1, "、和与及至到—-") || !lang.HasPrefix(t, j+3, "季度") {
		return 0, s
	}
	return 5, lang.Months(y, 3*a-2, 3*b)
}

// quarterDigit is 1 to 4, 0 for any other rune.
func quarterDigit(r rune) int {
	d := int(lang.DigitOf(r))
	if lang.IsDigit(r) {
		d = int(r - '0')
	}
	if d < 1 || d > 4 {
		return 0
	}
	return d
}

func monthAt(t []rune, j int) (m, n int) {
	for n < 3 && lang.IsDigit(lang.At(t, j+n)) {
		m = m*10 + int(t[j+n]-'0')
		n++
	}
	if n == 0 {
		switch {
		case lang.HasPrefix(t, j, "十一"):
			return 11, 2
		case lang.HasPrefix(t, j, "十二"):
			return 12, 2
		case lang.HasPrefix(t, j, "十"):
			return 10, 1
		case j < len(t) && lang.DigitOf(t[j]) > 0:
			return int(lang.DigitOf(t[j])), 1
		}
		return 0, 0
	}
	if m < 1 || m > 12 || n > 2 {
		return 0, 0
	}
	return m, n
}

// months reads 1—11月, 3月份, 11月底 without a year.
func (f *Finder) months(t []rune, i int, w lang.When) (m lang.Mention, ok bool) {
	m.Start = i
	if i > 0 && (lang.IsDigit(t[i-1]) || t[i-1] == '.' || t[i-1] == '个') {
		return m, false
	}
	y := w.Current()
	k, s := partOfYear(t, i, y)
	if k == 0 || y == 0 {
		return m, false
	}
	m.End, m.Span, m.Rule = i+k, s, "period.month"
	if s.M1 == s.M2 {
		// A bare month tells when something happened, not what a figure covers,
		// unless it says so.
		m.Silent = t[m.End-1] != '份' && !lang.HasPrefix(t, m.End, "底") && !lang.HasPrefix(t, m.End, "末")
		if k := lang.PrefixLen(t, m.End, "底", "末", "初", "中旬", "上旬", "下旬", "起"); k > 0 {
			m.End += k
		}
	}
	return m, true
}
