package extract

import (
	"slices"
	"strings"

	"zhibiao/extract/lang"
	"zhibiao/extract/word"
)

// when is the period that the fact speaks of.
func (c *context) when(d *draft) lang.Span {
	if s := c.cameFrom(d); s.OK() {
		return s
	}
	m := d.mention
	if m == nil {
		return c.chapterYears(d)
	}
	s := m.Span
	multi := s.Y1 < s.Y2
	if !multi && (c.cumulates(d) || m.Point && c.flowing(d)) && c.w.From < c.w.To && s.Y1 == c.w.To && c.parted(m.End, d.q.Start) {
		return lang.Years(c.w.From, c.w.To) // 2017年达到53亿元；进出口累计完成31亿元
	}
	if d.r.Base == "annual_avg" && !multi {
		if years := c.averaged(d, s); years.OK() {
			return years
		}
	}
	if yearEnd(c.t[m.Start:m.End]) {
		return lang.Years(s.Y2, s.Y2)
	}
	if m.Point && c.growsUntil(d, s) {
		return lang.Years(c.w.From, c.w.To)
	}
	if m.Point && s.Y1 == s.Y2 {
		if s.M1 == s.M2 {
			return s
		}
		return lang.Years(s.Y2, s.Y2)
	}
	if c.passing(d) && multi {
		return s
	}
	if multi && s.WholeYears() && (!c.lasts(d) && !c.summed(d) || c.ofLastYear(d)) {
		return lang.Years(s.Y2, s.Y2)
	}
	return s
}

// yearEnd tells whether the words of a period name the last day of a year.
func yearEnd(words []rune) bool {
	s := string(words)
	for _, day := range [...]string{"12月31日", "十二月三十一日", "12-31", "12/31", "12.31"} {
		if strings.HasSuffix(s, day) {
			return true
		}
	}
	return false
}

// cameFrom is the year before the period of a figure that another came from,
// where the text does not name it: 由X提高到Y. Not OK for other figures.
func (c *context) cameFrom(d *draft) lang.Span {
	m := d.mention
	if s := c.yearBefore(d); s.OK() {
		return s
	}
	if d.r.Origin && m != nil && m.Decade {
		return m.Span // 由五十年代的50%
	}
	if d.r.Origin && m != nil && m.Origin && m.Span.Y1 < m.Span.Y2 {
		return lang.Years(m.Span.Y1, m.Span.Y1) // 从2015年至2020年，产量由[20万吨]增加到30万吨
	}
	if !d.r.Origin || c.namesOrigin(m, d.q) {
		return lang.Span{}
	}
	if s := c.originAlong(m, d.q); s.OK() {
		return s
	}
	if s := c.originBefore(m); s.OK() {
		return s
	}
	s := lang.Years(c.w.From, c.w.To)
	if m != nil && (c.w.From >= c.w.To || m.Span != lang.Years(c.w.To, c.w.To)) {
		s = m.Span // the last of several years was named for another figure
	}
	if s.OK() {
		s = lang.Years(s.Y1-1, s.Y1-1)
	}
	return s
}

// namesOrigin tells whether a period right before a figure that another came from is its own.
func (c *context) namesOrigin(m *lang.Mention, q *lang.Quantity) bool {
	const near = 8 // characters; a part of a ratio stands behind those before it, each no longer than that
	if m == nil || m.End < q.Before-near*max(1, q.Part) || strings.ContainsAny(string(c.t[m.End:q.Before]), "由从") {
		return false
	}
	return m.Origin || m.Span.Y1 == m.Span.Y2
}

// originAlong is the year that another figure of the sentence came from, where no year is named
// behind it: 粮食从1978年的3亿吨增加到4亿吨，棉花由[2万吨]增加到3万吨. Not OK for others.
func (c *context) originAlong(m *lang.Mention, q *lang.Quantity) lang.Span {
	for i := len(c.ms) - 1; i >= 0; i-- {
		o := &c.ms[i]
		switch {
		case o.Start >= q.Start || o.Base || o.Silent:
		case m != nil && o.Start <= m.Start, !o.Origin, !o.Span.IsYear(), !c.between(o, q):
			return lang.Span{}
		case c.at(o.Start, word.LastYear) > 0:
			return c.beforeLast(o) // 增速由上年的9%和[12%]分别回落到2%和4%
		default:
			return o.Span
		}
	}
	return lang.Span{}
}

// originBefore is the year that the figure before came from, where m is the year that it
// came to: 由1950年的60%降低到1954年的30%，其中国防费从[40%]降低到20%. Not OK for others.
func (c *context) originBefore(m *lang.Mention) lang.Span {
	if m == nil || m.Span.Y1 != m.Span.Y2 {
		return lang.Span{}
	}
	i := slices.IndexFunc(c.ms, func(o lang.Mention) bool { return o.Start == m.Start })
	if i < 1 || !c.ms[i-1].Origin || c.ms[i-1].Span.Y1 != c.ms[i-1].Span.Y2 || c.ms[i-1].Span.Y1 >= m.Span.Y1 {
		return lang.Span{}
	}
	return c.ms[i-1].Span
}

// yearBefore is the year before that of the figure which another, of 上年, rose
// to: 2021年……由上年的[9万人]增加到10万人 is of 2020, and in a review of 2021,
// which names no year, too. So is what another is held against: 比上年的[9万人]增加1万人. Not OK for other
// figures.
func (c *context) yearBefore(d *draft) lang.Span {
	m := d.mention
	if m == nil || c.at(m.Start, word.LastYear) == 0 || (!d.r.Origin && !d.r.Changes() || !m.Origin) && !c.yardstick(d.q) {
		return lang.Span{}
	}
	return c.beforeLast(m)
}

// beforeLast is the year before that of the figure which one of the year m, named 上年, is told of with. Not
// OK where the words name none.
func (c *context) beforeLast(m *lang.Mention) lang.Span {
	year := 0
	if c.w.From == c.w.To {
		year = c.w.To
	}
	for i := range c.ms {
		if o := &c.ms[i]; o.Start < m.Start && o.Span.IsYear() && !o.Base && !o.Silent && !o.Origin {
			year = o.Span.Y1
		}
	}
	if year == 0 {
		return lang.Span{}
	}
	return lang.Years(year-1, year-1)
}

// chapterYears is the period of a figure without one: of the years that the
// chapter speaks of the last, or all for what goes on over them.
func (c *context) chapterYears(d *draft) lang.Span {
	switch {
	case c.w.To == 0:
		return lang.Span{}
	case c.populace(d.q):
		return lang.Years(c.w.Year, c.w.Year)
	case c.w.From == c.w.To && d.r.Base == "annual_avg" && !c.w.Plan:
		if years := c.averaged(d, lang.Years(c.w.To, c.w.To)); years.OK() {
			return years // in a paragraph that opens with the last of five years
		}
		return lang.Years(c.w.To, c.w.To)
	case c.w.From == c.w.To, c.lasts(d) && !c.ofOneYear(d), c.passing(d):
		return lang.Years(c.w.From, c.w.To)
	}
	return lang.Years(c.w.To, c.w.To)
}

// passing tells whether a figure was reached and left again: 从0.6%提高到[2.8%]
// 再降到1.5%. Its year is one between.
func (c *context) passing(d *draft) bool {
	at := d.q.After
	return d.r.Reached && lang.At(c.t, at) == '再' && lang.PrefixLen(c.t, at+1, "降", "减", "升", "提", "增", "回", "扩", "上升", "下降") > 0 ||
		d.r.Reached && lang.HasPrefix(c.t, at, "，再")
}

// ofOneYear tells whether a figure of a chapter of several years is one year's.
func (c *context) ofOneYear(d *draft) bool {
	if d.r.Measure == "level" && d.clauseAt > c.from && lang.At(c.t, d.clauseAt) == '年' && lang.At(c.t, d.clauseAt+1) != '均' && lang.IsHard(c.t[d.clauseAt-1]) {
		return true // 年接待游客超过8亿人次
	}
	if d.r.Changes() && d.r.Base == "" && c.likeLastYear(d) {
		return true
	}
	return d.r.Base == "yoy" || c.ofLastYear(d) || d.r.Measure == "level" && c.heldAgainst(d.q)
}

// ofLastYear tells whether a growth over several years is that of the last
// against one year before them: 比2016年增长35%, 高于全国2个百分点.
func (c *context) ofLastYear(d *draft) bool {
	if d.course == adds {
		return false // 年均增长11%，高于全国2.7个百分点
	}
	if d.r.Base == "other" && d.r.Of != "" {
		return true
	}
	if !d.r.Changes() || d.r.Base == "annual_avg" {
		return false
	}
	m := c.comparison(d.q, d.clauseAt)
	return m != nil && m.Span.Y1 == m.Span.Y2
}

// likeLastYear tells whether the growths and changes before d in its part of the sentence lead back
// to one against the year before: 成本比上年降低5%，费用降低3%，亏损额减少[22亿元].
func (c *context) likeLastYear(d *draft) bool {
	const far = 24 // figures; a list of changes is no longer
	for p, n := c.changeBefore(d), 0; p != nil && n < far; p, n = c.changeBefore(p), n+1 {
		if c.based(p) || p.r.Base != "" {
			return c.based(p) && p.r.Base == "yoy"
		}
	}
	return false
}

// changeBefore is the growth or change right before d in its part of the sentence, nil where there is
// none.
func (c *context) changeBefore(d *draft) *draft {
	if p := d.prev; p != nil && p.r.Changes() && c.samePart(p, d.q) {
		return p
	}
	return nil
}

// growsUntil tells whether a growth that names only the last of the chapter's years is over
// all of them: 到2025年，能耗累计降低[14%]. One with a base of its own has years of its own.
func (c *context) growsUntil(d *draft, last lang.Span) bool {
	over := c.w.From > 0 && c.w.From < c.w.To && last.Y1 == c.w.To && last.WholeYears()
	return over && d.r.Changes() && c.base(d, last) == "yoy"
}

// averaged is the years of an average whose own words name only the last:
// 2017年达到53亿元，年均增长12%. Not OK where the document names none.
func (c *context) averaged(d *draft, last lang.Span) lang.Span {
	if p := c.changeBefore(d); p != nil && c.comparison(d.q, d.clauseAt) == nil {
		if m := c.comparison(p.q, p.clauseAt); m != nil && m.Span.IsYear() && m.Span.Y1+1 < last.Y1 {
			return lang.Years(m.Span.Y1+1, last.Y1) // 比1978年增长32%，平均每年增长7%
		}
	}
	if c.w.From > 0 && c.w.From < c.w.To {
		if last.Y1 != c.w.To {
			return lang.Span{}
		}
		return lang.Years(c.w.From, c.w.To)
	}
	if c.comparison(d.q, d.clauseAt) != nil {
		return lang.Span{} // 平均 of what was compared, not of years
	}
	for i := range c.doc.Paragraphs {
		if p := &c.doc.Paragraphs[i]; p.From > 0 && p.From < p.To && p.To == last.Y1 {
			return lang.Years(p.From, p.To)
		}
	}
	return lang.Span{}
}

// inOneClause tells whether no stop stands between two offsets. The end of a bracket or a
// quotation is none where it began between them: 床位数7.6张、执业（助理）医师数3.2人.
func (c *context) inOneClause(from, to int) bool {
	opened := false
	for k := from; k < to; k++ {
		switch r := c.t[k]; {
		case r == '（' || r == '(' || r == '“':
			opened = true
		case opened && (r == '）' || r == ')' || r == '”'):
			opened = false
		case lang.IsHard(r):
			return false
		}
	}
	return true
}

// heldAgainst tells whether the words behind an amount hold it against that of
// one earlier year, so that it is itself one year's: 完成36亿元，是2011年的1.9倍.
// A short clause may stand between: 完成36亿元，按可比口径，比2011年增长90%.
func (c *context) heldAgainst(q *lang.Quantity) bool {
	k := q.After
	if !lang.AnyAt(c.t, k, "，、（") {
		return false
	}
	k++
	for e := k; e < min(c.to, k+aside); e++ {
		if c.t[e] == '，' && !slices.ContainsFunc(c.t[k:e], lang.IsDigit) {
			k = e + 1
			break
		}
	}
	k += lang.PrefixLen(c.t, k, "分别")
	n := lang.PrefixLen(c.t, k, "比", "较", "是", "为")
	if n == 0 {
		return false
	}
	for i := range c.ms {
		m := &c.ms[i]
		if m.Start == k+n && m.Span.IsYear() && m.Span.Y2 < c.w.From {
			return true
		}
	}
	return false
}

// aside is how long a clause may be that says how an amount is compared.
const aside = 10
