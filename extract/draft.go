package extract

import (
	"cmp"
	"math/big"
	"slices"
	"strings"
	"unicode/utf8"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/period"
	"zhibiao/extract/word"
	"zhibiao/han"
	"zhibiao/lexicon"
)

// unitWritten is the unit of q as the text has it: mostly its name.
func (c *context) unitWritten(q *lang.Quantity) string {
	if written := c.doc.Text[q.UnitFrom:max(q.UnitFrom, q.UnitTo)]; len(written) > 0 && !slices.Equal(written, []rune(q.UnitName)) {
		return han.String(written)
	}
	return q.UnitName
}

// facts writes a draft out behind the facts of others, one fact for each subject.
func (c *context) facts(all []Fact, d *draft) []Fact {
	q := d.q
	base := Fact{
		Start: q.Start, End: q.End, Quote: c.doc.Quote(q.Start, q.End),
		Unit: q.UnitName, UnitWritten: c.unitWritten(q), Dimension: q.Dimension(),
		Bound: d.boundOf(), Modifier: q.Modifier, Measure: d.r.Measure,
		Action: d.action, Qualifier: d.qualifier,
		Section: c.section(c.par.Section), Chapter: string(c.par.Chapter),
		Paragraph: c.doc.Sentences[c.index].Paragraph, Sentence: c.index,
	}
	c.setValue(&base, q, d)
	span := c.when(d)
	base.Status = c.status(d, span)
	if base.Status == "actual" && d.mention == nil && span.Y2 > c.w.Year {
		span = lang.Years(c.w.Year, c.w.Year) // what exists already is of no year to come
	}
	base.Base = c.base(d, span)
	if base.Base == "annual_avg" && d.mention == nil && c.par.From > 0 && span.Y1 == span.Y2 {
		span = lang.Years(c.par.From, c.par.To)
	}
	period := c.write(span)
	base.Period, base.PeriodStart, base.PeriodEnd = period.name, period.from, period.to
	subjects := c.urbanAndRural(d)
	for _, p := range subjects {
		all = append(all, base)
		f := &all[len(all)-1]
		rate := c.rateOf(d, p)
		if rate != "" {
			p = p.Shorter(utf8.RuneCountInString(rate))
		}
		f.Subject = p.Text
		if len(p.Spans) == 1 && p.Spans[0][0] >= 0 {
			f.SubjectStart, f.SubjectEnd = p.Spans[0][0], p.Spans[0][1]
		}
		f.Rules = append(make([]string, 0, len(d.rules)+1), d.rules...)
		e := c.indicatorOf(f)
		if rate != "" && d.r.Measure == "level" {
			f.Measure, f.Base = "growth", cmp.Or(c.x.measures.Base(rate), "yoy")
			f.Rules = append(f.Rules, "measure.growth")
			if c.x.measures.Falls(rate) {
				d.r.Sign = -1 // 降幅由21%收窄到5%
				c.setValue(f, q, d)
			}
		}
		c.growthOf(f, d, e)
		c.levelOf(f, d, e)
		if e != nil && (f.Measure == "level" || f.Measure == "change") && !suits(e, q) {
			e = nil
		}
		if e != nil {
			f.Indicator = e.ID
			f.Rules = append(f.Rules, "indicator."+e.ID)
		}
		f.Confidence = c.sure(d, f, p, len(subjects)-1)
	}
	return all
}

// indicatorOf is the indicator that a fact's subject names, with its verb where that is part
// of the name: 新增城镇就业人员 are not all employed. It is nil where it names none.
func (c *context) indicatorOf(f *Fact) *lexicon.Indicator {
	find := c.x.indicators.find
	if c.national {
		find = c.x.indicators.national
	}
	e := find(f.Subject, c.names)
	if e == nil && f.Action != "" || f.Action == "新增" {
		if named := c.x.indicators.named(f.Action + f.Subject); named != nil {
			return named
		}
	}
	return e
}

// rateOf is the name of a growth that ends a subject whose level was read, "" for
// any other: 投资[增幅]由43%回落到25.8%.
func (c *context) rateOf(d *draft, p clause.Phrase) string {
	led := d.r.Origin || d.r.Reached || lang.At(c.t, d.q.Before-1) == '的'             // 回落到全年的25.8%
	grown := d.r.Measure == "growth" && slices.Contains(d.rules, "subject.inherited") // 增长速度为4%。两年平均递增5%
	if d.q.UnitName != "%" || d.r.Share != "" || !grown && (d.r.Measure != "level" || !led) || c.indicates(p) {
		return ""
	}
	rate := c.x.words.End(p.Text, word.RateName)
	name := strings.TrimSuffix(p.Text, rate)
	if name == "" || strings.HasSuffix(name, "自然") {
		return ""
	}
	if rate != "" && strings.HasSuffix(name, "的") {
		return "的" + rate
	}
	return rate
}

// growthOf makes a growth of a level in percent that what it measures cannot
// have: 居民消费价格控制在3%以内, 社会消费品零售总额拟按8%安排.
func (c *context) growthOf(f *Fact, d *draft, e *lexicon.Indicator) {
	q := d.q
	if f.Measure != "level" || q.UnitName != "%" || q.Fraction || d.r.Share != "" || *f.Value > 50 {
		return
	}
	if c.arranged(q, e) || e != nil && e.Topic == "prices" {
		f.Measure, f.Base = "growth", "yoy"
		f.Rules = append(f.Rules, "measure.growth")
	}
}

// levelOf makes a level of a rate that shares the growth of another: 调查失业率、居民
// 消费价格涨幅分别控制在[5.5%]、3%.
func (c *context) levelOf(f *Fact, d *draft, e *lexicon.Indicator) {
	shares := len(d.subjects) > 1 || slices.Contains(d.rules, "subject.distributed")
	if f.Measure == "growth" && e != nil && e.Topic == "employment" && e.Dimension == "ratio" && shares && c.x.words.Is(d.r.Verb, word.RateName) {
		f.Measure, f.Base = "level", ""
	}
}

// arranged tells whether a budget's figure is set by how much it grows: 支出拟按
// [5%]安排. e is its indicator, nil if it has none.
func (c *context) arranged(q *lang.Quantity, e *lexicon.Indicator) bool {
	at := q.Before - 1
	for at > c.from && lang.AnyAt(c.t, at, "约近") {
		at--
	}
	if at < c.from || !lang.AnyAt(c.t, at, "按以") {
		return false
	}
	if e != nil {
		return e.Dimension != "ratio"
	}
	return lang.PrefixLen(c.t, q.After, "安排", "编制") > 0
}

// bothResidents tells whether a name speaks of both kinds of residents.
func bothResidents(name string) bool {
	return strings.Contains(name, "居民") && lang.HoldsOne(name, "城乡", "城镇和农村", "城镇、农村", "城镇与农村", "城镇居民和农村")
}

// urbanAndRural gives 城乡居民收入 its two facts.
func (c *context) urbanAndRural(d *draft) []clause.Phrase {
	if !slices.ContainsFunc(d.subjects, func(p clause.Phrase) bool { return bothResidents(p.Text) }) {
		return d.subjects
	}
	var out []clause.Phrase
	for _, p := range d.subjects {
		two := []clause.Phrase{p}
		if bothResidents(p.Text) && !strings.Contains(p.Text, "、") && strings.HasSuffix(p.Text, "收入") && len(d.subjects) <= 2 {
			if pair := c.x.several.of(p, 2); pair != nil {
				two = pair
			}
		}
		out = append(out, two...)
	}
	return out
}

var one = big.NewRat(1, 1)

// product is a times b, rounded once.
func product(a, b *big.Rat) float64 {
	const exact = 53 // bits of a whole number
	if a.Num().BitLen()+b.Num().BitLen() <= exact && a.Denom().BitLen()+b.Denom().BitLen() <= exact {
		return float64(a.Num().Int64()*b.Num().Int64()) / float64(a.Denom().Int64()*b.Denom().Int64())
	}
	v, _ := new(big.Rat).Mul(a, b).Float64()
	return v
}

func (c *context) setValue(f *Fact, q *lang.Quantity, d *draft) {
	sign := 1.0
	if d.r.Sign < 0 || q.Sign < 0 {
		sign = -1
	}
	if f.Measure != "growth" && f.Measure != "change" || q.Val != nil && q.Val.Sign() < 0 {
		sign = 1 // 降幅为-26.9% says the sign twice
	}
	float := func(r, by *big.Rat) *float64 {
		v := product(r, by)
		if v != 0 { // there is no -0
			v *= sign
		}
		return &v
	}
	if q.Val != nil {
		f.Value = float(q.Val, one)
	}
	if q.IsRange && q.Low != nil {
		f.Low, f.High = float(q.Low, one), float(q.High, one)
		if sign < 0 {
			f.Low, f.High = f.High, f.Low
		}
	}
	if q.Unit != nil && q.Unit.SI != nil && q.Unit.SIUnit != "" {
		f.ValueSI, f.UnitSI = float(q.Val, q.Unit.SI), q.Unit.SIUnit
	}
}

// listBase tells whether a growth in a list goes on with the base of the first: 粮食
// 产量比1980年增长12%；棉花360万吨，[增长33%].
func (c *context) listBase(d *draft, s lang.Span) bool {
	if d.r.Measure != "growth" || !s.OK() {
		return false
	}
	for i := len(c.ms) - 1; i >= 0; i-- {
		m := &c.ms[i]
		if m.End > d.q.Start {
			continue
		}
		earlier := m.Span.IsYear() && m.Span.WholeYears() && m.Span.Y2 < s.Y1-1
		return m.Base && !m.Yoy && earlier && lang.AnyAt(c.t, m.Start-1, "比较") && !c.inOneClause(m.End, d.q.Before) && !d.grownBefore(m.Start)
	}
	return false
}

// grownBefore tells whether an earlier figure of the sentence, before at, has grown: 收入[增长8%]，较2010年翻
// 一番；投资增长9% goes on with the base of the first.
func (d *draft) grownBefore(at int) bool {
	for p := d.prev; p != nil; p = p.prev {
		if p.q.End <= at && p.r.Measure == "growth" {
			return true
		}
	}
	return false
}

// baseBefore is the base that a bare growth right behind a figure takes from it: 由1980年
// 的28万人增加到40万人，增长[42%] is against 1980.
func (c *context) baseBefore(d *draft, s lang.Span) string {
	p := d.prev
	if p == nil || d.r.Measure != "growth" || d.r.Of != "" || !goesOnWith(d) || !sameMention(d.mention, p.mention) {
		return ""
	}
	switch from := p.prev; {
	case from == nil || !p.r.Reached || !from.r.Origin || !c.sameClause(from, p.q):
		return ""
	case c.when(from).Y2 == s.Y1-1:
		return "yoy"
	}
	return "other"
}

// sameMention tells whether two figures are of the same period, as it is named.
func sameMention(a, b *lang.Mention) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Start == b.Start
}

// heldTogether tells whether a clause before a figure holds what follows against what
// has no year: 同解放前的最高年产量相比，钢产量增长[4倍].
func (c *context) heldTogether(q *lang.Quantity) bool {
	part := c.t[c.partStart(q):q.Start]
	at := lang.Index(part, "相比，")
	if at < 0 {
		part = c.openingComparison(q)
		at = len(part)
	}
	before := string(part[:at])
	before = before[strings.LastIndexAny(before, "，：")+1:]
	return strings.ContainsAny(before, "与同和跟") && !hasSuffix(before, "上年", "去年", "同期", "年初")
}

// openingComparison are the words before 相比 in the clause that opens the sentence, which
// hold for all of it where no other 比 follows.
func (c *context) openingComparison(q *lang.Quantity) []rune {
	said := c.t[c.from:q.Start]
	if len(said) > longestStretch {
		return nil
	}
	at := lang.Index(said, "相比，")
	if at < 0 || slices.ContainsFunc(said[:at], func(r rune) bool { return r == '，' || r == '；' }) || slices.Contains(said[at+len([]rune("相比，")):], '比') {
		return nil
	}
	return said[:at]
}

// base of a growth or change.
func (c *context) base(d *draft, s lang.Span) string {
	if !d.r.Changes() {
		return ""
	}
	if m := c.ownBase(d.q); m != nil {
		if m.Yoy {
			return "yoy"
		}
		return "other"
	}
	if d.r.Base != "" {
		return d.r.Base
	}
	from := d.clauseAt
	if n := len(c.lastClause); n > 0 && c.lastClause[n-1].End+1 >= from && c.lastClause[0].Start < from {
		from = c.lastClause[0].Start // 与2017年相比，…
	}
	if m := c.comparison(d.q, from); m != nil {
		lastYear := s.OK() && m.Span.Y2 == s.Y1-1 && s.Y1 == s.Y2
		if m.Yoy || lastYear && !period.OfPlan(m) { // 较“十三五”末
			return "yoy"
		}
		return "other"
	}
	if s.Y1 < s.Y2 {
		return "other"
	}
	if base := c.baseBefore(d, s); base != "" {
		return base
	}
	if c.heldTogether(d.q) {
		return "other"
	}
	if base := c.likewiseBase(d.q.Start); base != "" {
		return base
	}
	if c.listBase(d, s) {
		return "other"
	}
	if m := d.mention; m != nil && (m.Mark > 1 || d.q.Growth && m.Point && m.Span.Y2 > c.w.To) {
		return "other" // 到本世纪末翻两番
	}
	return "yoy"
}
