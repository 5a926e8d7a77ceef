package period

import (
	"strings"

	"zhibiao/extract/lang"
	"zhibiao/extract/num"
	"zhibiao/extract/word"
)

// timesBehind tells whether a multiple stands at t[at:].
func timesBehind(t []rune, at int) bool {
	for k := at; k < min(len(t), at+8); k++ {
		switch {
		case t[k] == '倍':
			return true
		case !num.Starts(t[k]) && !lang.AnyAt(t, k, "点.多"):
			return false
		}
	}
	return false
}

// describedBase tells whether 比 stands before the words that end in the 的 at t[at] and say
// how the year was: 比[丰收]的1955年.
func describedBase(t []rune, at, from int) bool {
	const long = 10 // what is said of a year is short
	for k := at - 1; k >= max(from, at-long) && !lang.IsHard(t[k]); k-- {
		if t[k] == '比' || t[k] == '较' {
			return at-k > 2
		}
	}
	return false
}

// timesOf tells whether m is the year of what a figure is so many times, by words at some
// distance: 等于计划规定的1957年产量的[两倍].
func timesOf(t []rune, m *lang.Mention, from int) bool {
	for k := m.Start - 1; k > from && !lang.IsHard(t[k]); k-- {
		if lang.PrefixLen(t, k, "等于", "相当于") > 0 {
			return true
		}
	}
	return false
}

// OnBasis tells whether 基础上 closes the words at t[at:]: 在1998年改革的基础上.
func OnBasis(t []rune, at int) bool {
	for k := at; k+2 < min(len(t), at+16) && !lang.IsHard(t[k]); k++ {
		if lang.HasPrefix(t, k, "基础上") {
			return true
		}
	}
	return false
}

// context reads the words before a mention: 到, 截至, 比, 较, 高于.
func (f *Finder) context(t []rune, m *lang.Mention, from int) {
	before := func(n int) string { return string(t[max(from, m.Start-n):m.Start]) }
	one := before(1)
	switch one {
	case "比", "较":
		m.Base = true
	case "于":
		m.Base = !m.Span.WholeYears() || m.Start-2 < from || lang.AnyAt(t, m.Start-2, "高低多少大小等当优好快慢强弱较")
		m.Origin = !m.Base // 于2024年突破1万亿元
	case "到", "至":
		times := lang.HasPrefix(t, m.End, "的") && timesBehind(t, m.End+1) // 达到1950年的1.8倍
		restored := strings.HasPrefix(before(3), "恢复")                    // 恢复到2019年的92%
		m.Base, m.Point = times || restored, !restored
	case "是", "为":
		m.Base = lang.HasPrefix(t, m.End, "的") // 是1978年的12倍
	case "由", "从":
		m.Origin = !m.Since
	case "与", "同", "和":
		m.Base = f.heldAgainst(t, m.End)
	case "在":
		m.Base = OnBasis(t, m.End)
	case "的":
		m.Base = !lang.HasPrefix(t, m.End, "的") && describedBase(t, m.Start-1, from) || timesOf(t, m, from)
	case "创":
		m.Silent = true
	}
	switch before(2) {
	case "投产", "建成", "达产", "结转":
		m.Silent = true // 投产后年产值, 年终结余结转下年使用
	case "超过":
		m.Base = true
	case "截止":
		m.Point = true
	}
	m.Base = m.Base || lang.PrefixLen(t, m.End, "基数", "基础上") > 0
	m.Silent = m.Silent || f.isRecord(t, m)
	if m.Base {
		m.Yoy = f.starts(t, m.Start, word.LastYear) > 0 || lang.HasPrefix(t, m.Start, "年初")
	}
}

// heldAgainst tells whether the words at t[at:] hold a figure against the year before
// them: 与2020年[相比], 同去年[比].
func (f *Finder) heldAgainst(t []rune, at int) bool {
	at = min(at, len(t))
	near := string(t[at:min(len(t), at+8)])
	if strings.Contains(near, "相比") || strings.Contains(near, "比较") || f.starts(t, at, word.AsBase) > 0 {
		return true
	}
	return strings.HasPrefix(near, "比") && !strings.HasPrefix(near, "比重")
}

// isRecord tells whether the years of m say since when there was nothing like it: 2015年
// 以来首次, but 2022年首次突破.
func (f *Finder) isRecord(t []rune, m *lang.Mention) bool {
	if f.starts(t, m.End, word.Record) > 0 {
		return true
	}
	return lang.HasPrefix(t, m.End, "首次") && (m.Since || m.Rule != "period.year")
}
