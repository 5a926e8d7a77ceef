package period

import (
	"zhibiao/extract/lang"
	"zhibiao/extract/num"
)

// plan reads “十四五”期间, “十五五”末, 十三五时期.
func (f *Finder) plan(t []rune, i int) (m lang.Mention, ok bool) {
	m.Start = i
	j := i
	quoted := lang.AnyAt(t, j, "“\"‘'")
	if quoted {
		j++
	}
	k := j
	for k < len(t) && k-j < 3 && (lang.DigitOf(t[k]) > 0 || t[k] == '十') {
		k++
	}
	if k == j || t[k-1] != '五' {
		return m, false
	}
	if k-j == 1 {
		return m, false
	}
	v, good := num.HanValue(t[j : k-1])
	if !good || v < 1 || v > 18 {
		return m, false
	}
	n := int(v)
	if quoted {
		if !lang.AnyAt(t, k, "”\"’'") {
			return m, false
		}
		k++
	}
	a := 1953 + (n-1)*5
	if n > 2 { // 1963 to 1965 belonged to no plan
		a = 1966 + (n-3)*5
	}
	m.Span = lang.Years(a, a+4)
	m.Rule = "period.plan"
	m.End = k
	switch x := lang.PrefixLen(t, k, "时期末", "期末", "末期", "末年", "规划末", "末", "收官之年"); {
	case x > 0:
		m.End, m.Point = k+x, true
		m.Span = lang.Years(a+4, a+4)
	case lang.PrefixLen(t, k, "初期", "初", "开局之年", "开局") > 0:
		m.End += lang.PrefixLen(t, k, "初期", "初", "开局之年", "开局")
		m.Silent = true
		if t[m.End-1] == '年' {
			m.Span = lang.Years(a, a)
		}
	case planYears(t, k) != 0:
		part := planYears(t, k)
		for m.End = k + 1; t[m.End-1] != '年'; m.End++ {
		}
		if part > 0 {
			m.Span = lang.Years(a, a+part-1)
		} else {
			m.Span = lang.Years(a+5+part, a+4)
		}
	default:
		x := lang.PrefixLen(t, k, "时期以来", "期间", "时期", "以来", "五年间", "五年来", "五年", "这五年", "计划期间", "规划期间", "计划时期")
		m.End = k + x
		m.Silent = x == 0
		if !quoted && x == 0 && !lang.HasPrefix(t, k, "计划") {
			return m, false
		}
	}
	return m, true
}

// planYears reads the 前两年 of “十四五”前两年 as 2, the 后两年 as -2, 0 where
// neither stands at t[k].
func planYears(t []rune, k int) int {
	if !lang.AnyAt(t, k, "前头后") {
		return 0
	}
	n, ok := numeralAt(t, k+1)
	if !ok || n.Val.Mant < 1 || n.Val.Mant > 4 || lang.At(t, n.End) != '年' {
		return 0
	}
	if t[k] == '后' {
		return -int(n.Val.Mant)
	}
	return int(n.Val.Mant)
}

// numbered reads 第六个五年计划期间.
func (f *Finder) numbered(t []rune, i int) (m lang.Mention, ok bool) {
	k := i + 1
	for k < len(t) && k-i < 4 && (lang.DigitOf(t[k]) > 0 || t[k] == '十') {
		k++
	}
	v, good := num.HanValue(t[i+1 : k])
	if k == i+1 || !good || v < 1 || v > 18 || !lang.HasPrefix(t, k, "个五年计划") && !lang.HasPrefix(t, k, "個五年計劃") {
		return m, false
	}
	a := 1953 + (int(v)-1)*5
	if v > 2 {
		a = 1966 + (int(v)-3)*5
	}
	m = lang.Mention{Start: i, End: k + 5, Span: lang.Years(a, a+4), Rule: "period.plan"}
	if x := lang.PrefixLen(t, m.End, "期末", "末期", "末"); x > 0 {
		m.End, m.Point, m.Span = m.End+x, true, lang.Years(a+4, a+4)
	} else if x := lang.PrefixLen(t, m.End, "期间", "时期", "期内"); x > 0 {
		m.End += x
	} else {
		m.Silent = true
	}
	return m, true
}
