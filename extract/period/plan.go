package period

import (
	"zhibiao/extract/lang"
	"zhibiao/extract/num"
)

// plan reads “十四五”期间, “十五五”末, 十三五时期. quoted tells whether t[i] is a quotation mark.
func (f *Finder) plan(t []rune, i int, quoted bool) (m lang.Mention, ok bool) {
	m.Start = i
	j := i
	if quoted {
		j++
	}
	k := ordinalEnd(t, j, 3)
	if k < j+2 || t[k-1] != '五' {
		return m, false
	}
	y, ok := firstYear(t[j : k-1])
	if !ok || quoted && !lang.AnyAt(t, k, "”\"’'") {
		return m, false
	}
	if quoted {
		k++
	}
	m.Rule = "period.plan"
	m.Span, m.End = lang.Years(y, y+4), k
	ok = quoted || lang.HasPrefix(t, k, "计划")
	return m, partOfPlan(t, &m) || ok
}

// partOfPlan reads which years of its plan m means, and tells whether the words behind
// it say so: “十四五”[末], “十四五”[期间]. The plan's name alone is silent.
func partOfPlan(t []rune, m *lang.Mention) bool {
	y, k := m.Span.Y1, m.End
	if n := lang.PrefixLen(t, k, "时期末", "期末", "末期", "末年", "规划末", "末", "收官之年"); n > 0 {
		m.End, m.Point, m.Span = k+n, true, lang.Years(y+4, y+4)
		return true
	}
	if n := lang.PrefixLen(t, k, "初期", "初", "开局之年", "开局"); n > 0 {
		m.End, m.Silent = k+n, true
		if t[m.End-1] == '年' {
			m.Span = lang.Years(y, y)
		}
		return true
	}
	if n := planYears(t, k); n != 0 {
		for m.End = k + 1; t[m.End-1] != '年'; m.End++ {
		}
		m.Span = lang.Years(y, y+n-1)
		if n < 0 {
			m.Span = lang.Years(y+5+n, y+4)
		}
		return true
	}
	n := lang.PrefixLen(t, k, "时期以来", "期间", "时期", "以来", "五年间", "五年来", "五年", "这五年", "计划期间", "规划期间", "计划时期")
	m.End, m.Silent = k+n, n == 0
	return n > 0
}

// ordinalEnd is where the Chinese numeral at t[i] ends, of so many characters at most.
func ordinalEnd(t []rune, i, most int) int {
	k := i
	for k-i < most && (lang.DigitOf(lang.At(t, k)) > 0 || lang.At(t, k) == '十') {
		k++
	}
	return k
}

// firstYear is the first year of a five-year plan: of 十四, 2021. From 1963 to 1965 there
// was none.
func firstYear(numeral []rune) (y int, ok bool) {
	n, ok := num.HanValue(numeral)
	if !ok || n < 1 || n > 18 {
		return 0, false
	}
	y = 1953 + (int(n)-1)*5
	if n > 2 {
		y += 3
	}
	return y, true
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
	k := ordinalEnd(t, i+1, 3)
	y, ok := firstYear(t[i+1 : k])
	if !ok || lang.PrefixLen(t, k, "个五年计划", "個五年計劃") == 0 {
		return m, false
	}
	m = lang.Mention{Start: i, End: k + 5, Span: lang.Years(y, y+4), Rule: "period.plan"}
	if n := lang.PrefixLen(t, m.End, "期末", "末期", "末"); n > 0 {
		m.End, m.Point, m.Span = m.End+n, true, lang.Years(y+4, y+4)
		return m, true
	}
	n := lang.PrefixLen(t, m.End, "期间", "时期", "期内")
	m.End += n
	m.Silent = n == 0
	return m, true
}

// OfPlan tells whether a period is told by the number of a five-year plan: “十三五”末.
func OfPlan(m *lang.Mention) bool { return m.Rule == "period.plan" }
