package extract

import (
	"slices"

	"zhibiao/extract/lang"
	"zhibiao/extract/period"
)

// period is the governing period before a number, nil if none is.
func (c *context) period(q *lang.Quantity) *lang.Mention {
	var best *lang.Mention
	for i := range c.ms {
		m := &c.ms[i]
		if m.Start > q.Start {
			break
		}
		if c.valued(m, q) || c.levelOfBase(m, q) || c.basis(m, q) {
			was := *m
			was.Base, was.Yoy = false, false
			return &was
		}
		if !m.Base && !m.Silent && !c.passedOver(m, q) {
			best = m
		}
	}
	return best
}

// basis tells whether a figure is what another goes on from: 在去年建成[36个]公园的基础上.
func (c *context) basis(m *lang.Mention, q *lang.Quantity) bool {
	if !m.Base || !m.Span.OK() || m.End > q.Start || lang.At(c.t, m.Start-1) != '在' || !c.inOneClause(m.End, q.Start) {
		return false
	}
	return period.OnBasis(c.t, q.After)
}

// passedOver tells whether a period does not reach as far as a number.
func (c *context) passedOver(m *lang.Mention, q *lang.Quantity) bool {
	for _, ends := range reaches {
		if ends(c, m, q) {
			return true
		}
	}
	return false
}

// reaches tell how far periods reach: each knows one that governs no number behind its own.
var reaches = []func(*context, *lang.Mention, *lang.Quantity) bool{
	(*context).bracketed,
	(*context).setAside,
	func(c *context, m *lang.Mention, q *lang.Quantity) bool { // 由1952年的30亿元增加到[50亿元]
		return m.Origin && c.between(m, q) && c.ends(m, q)
	},
	func(c *context, m *lang.Mention, q *lang.Quantity) bool { // 总量五年翻了一番；投资[2717亿元]
		return m.Mark > 1 && c.t[m.End-1] == '年' && c.parted(m.End, q.Start)
	},
	func(c *context, m *lang.Mention, q *lang.Quantity) bool { // 针对2012年至2014年的项目；招聘[1043人]
		return m.Span.Y1 < m.Span.Y2 && !m.Since && m.Start > c.from+4 && c.parted(m.End, q.Start)
	},
	func(c *context, m *lang.Mention, q *lang.Quantity) bool { // 环保电厂6月投入试运营，改造转运站[106座]
		return c.w.Plan && c.dueBy(m) && !c.inOneClause(m.End, q.Start)
	},
}

// setAside tells whether m stands in a clause that says what a figure holds or leaves out, before
// the clause of q: 1954年的收入，不包括上年结余在内，等于1950年的3倍.
func (c *context) setAside(m *lang.Mention, q *lang.Quantity) bool {
	at := m.Start
	for at > c.from && !lang.IsHard(c.t[at-1]) {
		at--
	}
	return lang.PrefixLen(c.t, at, "不包括", "包括", "不含", "扣除") > 0 && !c.inOneClause(m.End, q.Start)
}

// ends tells whether an origin before another figure governs no figure behind it: 由1952
// 年的30亿元增加到[50亿元], unless it spans years: 从1950年到1954年，比重从30%降低到[20%].
// The name of a plan ends these: 从1953年到1980年……占20%，六五计划提高到[36%].
func (c *context) ends(m *lang.Mention, q *lang.Quantity) bool {
	if m.Span.Y1 == m.Span.Y2 || m.Decade {
		return true
	}
	return slices.ContainsFunc(c.ms, func(o lang.Mention) bool {
		return o.Silent && o.Span.Y1 < o.Span.Y2 && o.Start >= m.End && o.End <= q.Start
	})
}

// dueBy tells whether a part of a year says when something in its clause is due:
// words stand before it there.
func (c *context) dueBy(m *lang.Mention) bool {
	return !m.Span.WholeYears() && m.Start > c.from && !lang.IsHard(c.t[m.Start-1])
}

// valued tells whether the amount of the year that a figure is compared with is
// q: 比1980年的[7159亿元]增加1551亿元.
func (c *context) valued(m *lang.Mention, q *lang.Quantity) bool {
	if !m.Base || m.Start <= c.from || !lang.AnyAt(c.t, m.Start-1, "比较") || q.UnitName == "倍" || q.Growth {
		return false
	}
	return lang.At(c.t, m.End) == '的' && m.End+1 == q.Before
}

// levelOfBase tells whether q is the growth of the years that another is held against: 高于
// 1953年至1980年平均每年递增[2.6%]的水平.
func (c *context) levelOfBase(m *lang.Mention, q *lang.Quantity) bool {
	if !m.Base || m.Start <= c.from || c.t[m.Start-1] != '于' || !c.inOneClause(m.End, q.Start) {
		return false
	}
	return lang.PrefixLen(c.t, q.After, "的水平", "的速度", "的增速", "的增长速度", "的平均") > 0
}

// yardstick tells whether q is the amount of an earlier year that another is
// compared with.
func (c *context) yardstick(q *lang.Quantity) bool {
	return slices.ContainsFunc(c.ms, func(m lang.Mention) bool { return c.valued(&m, q) })
}

// parted tells whether ； stands between two offsets.
func (c *context) parted(from, to int) bool {
	return from < to && slices.Contains(c.t[from:to], '；')
}

// between tells whether another quantity stands between m and q.
func (c *context) between(m *lang.Mention, q *lang.Quantity) bool {
	for i := range c.qs {
		if p := &c.qs[i]; !c.silent(p) && p.Start >= m.End && p.End <= q.Start {
			return true
		}
	}
	return false
}

// bracketed tells whether m stands in a bracket that closes before q.
func (c *context) bracketed(m *lang.Mention, q *lang.Quantity) bool {
	depth := 0
	for k := m.Start - 1; k >= c.from; k-- {
		if c.t[k] == '）' {
			depth--
		}
		if c.t[k] == '（' {
			depth++
		}
	}
	if depth <= 0 {
		return false
	}
	for k := m.End; k < q.Start; k++ {
		if c.t[k] == '）' {
			return true
		}
	}
	return false
}

// comparison is the base period named in the clause of q, nil if none is.
func (c *context) comparison(q *lang.Quantity, from int) *lang.Mention {
	for i := len(c.ms) - 1; i >= 0; i-- {
		m := &c.ms[i]
		if !m.Base || m.End > q.Start {
			continue
		}
		if m.Start >= from || lang.At(c.t, m.End) == '的' && c.inOneClause(m.End, q.Before) || c.opensComparing(m) {
			return m
		}
	}
	return nil
}

// opensComparing tells whether a base holds for all that follows in its sentence:
// [同2018年]相比，粮食增长5%；棉花增长3%.
func (c *context) opensComparing(m *lang.Mention) bool {
	n := lang.PrefixLen(c.t, m.End, "相比较", "相比", "比较")
	return n > 0 && lang.AnyAt(c.t, m.End+n, "，,")
}

// ownBase is the one of several bases that q alone is compared with, nil where
// there is none: 分别比上年和2020年增长8%和[9%].
func (c *context) ownBase(q *lang.Quantity) *lang.Mention {
	var bases []*lang.Mention
	for i := range c.ms {
		m := &c.ms[i]
		switch {
		case m.End > q.Start:
		case !m.Base || !c.inOneClause(m.End, q.Before):
			bases = nil
		case len(bases) > 0 && m.Start != bases[len(bases)-1].End+1:
			bases = append(bases[:0:0], m)
		default:
			bases = append(bases, m)
		}
	}
	if len(bases) < 2 {
		return nil
	}
	before := 0
	for i := range c.qs {
		if p := &c.qs[i]; !c.silent(p) && p.Start >= bases[0].End && p.Start < q.Start {
			before++
		}
	}
	if before+c.series(q) != len(bases) {
		return nil
	}
	return bases[before]
}
