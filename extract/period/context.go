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

// onBasis tells whether 基础上 closes the words at t[at:]: 在1998年改革的基础上.
func onBasis(t []rune, at int) bool {
	for k := at; k+2 < min(len(t), at+16) && !lang.IsHard(t[k]); k++ {
		if lang.HasPrefix(t, k, "基础上") {
			return true
		}
	}
	return false
}

// context reads the words before a mention: 到, 截至, 比, 较, 高于.
func (f *Finder) context(t []rune, m *lang.Mention, from int) {
	i := m.Start
	before := func(n int) string {
		if i-n < from {
			return ""
		}
		return string(t[i-n : i])
	}
	switch before(1) {
	case "比", "较":
		m.Base = true
	case "于":
		m.Base = !m.Span.WholeYears() || i-2 < from || lang.AnyAt(t, i-2, "高低多少大小等当优好快慢强弱较")
		m.Origin = !m.Base // 于2024年突破1万亿元
	case "到", "至":
		m.Point = true
	case "是", "为":
		m.Base = lang.HasPrefix(t, m.End, "的") // 是1978年的12倍
	case "由", "从":
		m.Origin = !m.Since
	}
	switch before(2) {
	case "等于", "当于":
		m.Base = true
	case "达到":
		m.Base = lang.HasPrefix(t, m.End, "的") && timesBehind(t, m.End+1) // 达到1950年的1.8倍
	case "投产", "建成", "达产":
		m.Silent = true // 投产后年产值
	case "相比", "对比", "相较", "高于", "低于", "超过", "截至", "截止", "同比":
		m.Base = before(2) != "截至" && before(2) != "截止"
		if !m.Base {
			m.Point = true
		}
	}
	if before(3) == "恢复到" || before(3) == "恢复至" {
		m.Base, m.Point = true, false // 恢复到2019年的92%
	}
	if before(1) == "与" || before(1) == "同" || before(1) == "和" {
		e := m.End
		if e > len(t) {
			e = len(t)
		}
		if n := min(len(t), e+8); strings.Contains(string(t[e:n]), "相比") || strings.Contains(string(t[e:n]), "比较") || f.starts(t, e, word.AsBase) > 0 || lang.HasPrefix(t, e, "比") && !lang.HasPrefix(t, e, "比重") {
			m.Base = true
		}
	}
	if lang.PrefixLen(t, m.End, "基数", "基础上") > 0 || before(1) == "在" && onBasis(t, m.End) {
		m.Base = true
	}
	if f.starts(t, m.End, word.Record) > 0 || m.Start > from && t[m.Start-1] == '创' {
		m.Silent = true
	}
	if lang.HasPrefix(t, m.End, "首次") && (m.Since || m.Rule != "period.year") {
		m.Silent = true // 2015年以来首次, but 2022年首次突破
	}
	if m.Base {
		m.Yoy = f.starts(t, m.Start, word.LastYear) > 0 || lang.HasPrefix(t, m.Start, "年初")
	}
}
