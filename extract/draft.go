package extract

import (
	"math/big"
	"strings"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/lexicon"
)

// facts writes a draft out, one fact for each subject.
func (c *context) facts(d *draft) []Fact {
	q := d.q
	base := Fact{
		Start: q.Start, End: q.End, Quote: c.doc.Quote(q.Start, q.End),
		Unit: q.UnitName, UnitWritten: c.doc.Quote(q.UnitFrom, q.UnitTo), Dimension: q.Dimension(),
		Bound: d.boundOf(), Modifier: q.Modifier, Measure: d.r.Measure,
		Action: d.action, Qualifier: d.qualifier,
		Section: c.section(c.par.Section), Chapter: string(c.par.Chapter),
		Paragraph: c.doc.Sentences[c.index].Paragraph, Sentence: c.index,
	}
	if q.UnitTo <= q.UnitFrom {
		base.UnitWritten = base.Unit
	}
	c.setValue(&base, q, d)
	var out []Fact
	subjects := c.urbanAndRural(d)
	for _, p := range subjects {
		f := base
		f.Subject = p.Text
		if len(p.Spans) == 1 && p.Spans[0][0] >= 0 {
			f.SubjectStart, f.SubjectEnd = p.Spans[0][0], p.Spans[0][1]
		}
		span := c.when(d)
		f.Status = c.status(d, span)
		f.Base = c.base(d, span)
		if f.Base == "annual_avg" && d.mention == nil && c.par.From > 0 {
			span = lang.Years(c.par.From, c.par.To)
		}
		f.Period = span.String()
		f.PeriodStart, f.PeriodEnd = span.Dates()
		f.Rules = append([]string{}, d.rules...)
		find := c.x.indicators.find
		if c.national {
			find = c.x.indicators.national
		}
		e := find(f.Subject, c.names)
		if e == nil && f.Action != "" || f.Action == "新增" { // 新增城镇就业人员 are not all employed
			if named := c.x.indicators.byName[f.Action+f.Subject]; named != nil {
				e = named
			}
		}
		if e != nil {
			c.growthOf(&f, d, e)
		}
		if e != nil {
			f.Indicator = e.ID
			f.Rules = append(f.Rules, "indicator."+e.ID)
		}
		f.Confidence = c.sure(d, &f, p, len(subjects)-1)
		out = append(out, f)
	}
	return out
}

// growthOf makes a growth of a level in percent that its indicator cannot have:
// 居民消费价格控制在3%以内, 社会消费品零售总额拟按8%安排.
func (c *context) growthOf(f *Fact, d *draft, e *lexicon.Indicator) {
	q := d.q
	if f.Measure != "level" || q.UnitName != "%" || q.Fraction || d.r.Share != "" || *f.Value > 50 {
		return
	}
	at := q.Before - 1
	for at > c.from && lang.AnyAt(c.t, at, "约近") {
		at--
	}
	by := at >= c.from && lang.AnyAt(c.t, at, "按以") && e.Dimension != "ratio"
	if by || e.Topic == "prices" {
		f.Measure, f.Base = "growth", "yoy"
		f.Rules = append(f.Rules, "measure.growth")
	}
}

// bothResidents tells whether a name speaks of both kinds of residents.
func bothResidents(name string) bool {
	if !strings.Contains(name, "居民") {
		return false
	}
	for _, w := range [...]string{"城乡", "城镇和农村", "城镇、农村", "城镇与农村", "城镇居民和农村"} {
		if strings.Contains(name, w) {
			return true
		}
	}
	return false
}

// urbanAndRural gives 城乡居民收入 its two facts.
func (c *context) urbanAndRural(d *draft) []clause.Phrase {
	var out []clause.Phrase
	for _, p := range d.subjects {
		two := []clause.Phrase{p}
		if bothResidents(p.Text) && strings.HasSuffix(p.Text, "收入") && len(d.subjects) <= 2 {
			if pair := pairOf(p); pair != nil {
				two = pair
			}
		}
		out = append(out, two...)
	}
	return out
}

func (c *context) setValue(f *Fact, q *lang.Quantity, d *draft) {
	sign := int64(1)
	if d.r.Sign < 0 || q.Sign < 0 {
		sign = -1
	}
	if f.Measure != "growth" && f.Measure != "change" || q.Val != nil && q.Val.Sign() < 0 {
		sign = 1 // 降幅为-26.9% says the sign twice
	}
	s := new(big.Rat).SetInt64(sign)
	float := func(r *big.Rat) *float64 {
		v, _ := new(big.Rat).Mul(r, s).Float64()
		return &v
	}
	if q.Val != nil {
		f.Value = float(q.Val)
	}
	if q.IsRange && q.Low != nil {
		f.Low, f.High = float(q.Low), float(q.High)
		if sign < 0 {
			f.Low, f.High = f.High, f.Low
		}
	}
	if q.Unit != nil && q.Unit.SI != nil && q.Unit.SIUnit != "" {
		v, _ := new(big.Rat).Mul(new(big.Rat).Mul(q.Val, s), q.Unit.SI).Float64()
		f.ValueSI, f.UnitSI = &v, q.Unit.SIUnit
	}
}

// when is the period that the fact speaks of.
func (c *context) when(d *draft) lang.Span {
	if d.r.Origin && (d.mention == nil || d.mention.End < d.q.Before-8) {
		// 由X提高到Y: X is of the year before the period.
		s := lang.Years(c.w.From, c.w.To)
		if m := d.mention; m != nil && (c.w.From >= c.w.To || m.Span != lang.Years(c.w.To, c.w.To)) {
			s = m.Span // the last of several years was named for another figure
		}
		if s.OK() {
			return lang.Years(s.Y1-1, s.Y1-1)
		}
	}
	m := d.mention
	flow := d.r.Measure == "growth" || d.r.Measure == "change" || flowing(d) || c.cumulates(d)
	if m == nil {
		if c.w.To == 0 {
			return lang.Span{}
		}
		compared := d.r.Base == "yoy" || d.r.Base == "other" && d.r.Of != "" || d.r.Measure == "level" && c.heldAgainst(d.q)
		if c.w.From == c.w.To || flow && !compared {
			return lang.Years(c.w.From, c.w.To)
		}
		return lang.Years(c.w.To, c.w.To)
	}
	s := m.Span
	multi := s.Y1 < s.Y2
	// 到2005年…年均增长: the average runs over the chapter's years.
	if d.r.Base == "annual_avg" && !multi && c.w.From > 0 && c.w.From < c.w.To && s.Y1 == c.w.To {
		return lang.Years(c.w.From, c.w.To)
	}
	if m.Point && s.Y1 == s.Y2 {
		if s.M1 == s.M2 {
			return s
		}
		return lang.Years(s.Y2, s.Y2)
	}
	if multi && (!flow || d.r.Base == "other" && d.r.Of != "") {
		if s.M1 == 1 && s.M2 == 12 {
			return lang.Years(s.Y2, s.Y2)
		}
	}
	return s
}

// heldAgainst tells whether the words behind an amount hold it against that of
// one earlier year, so that it is itself one year's: 完成36亿元，是2011年的1.9倍.
func (c *context) heldAgainst(q *lang.Quantity) bool {
	k := q.After
	if !lang.AnyAt(c.t, k, "，、（") {
		return false
	}
	k++
	k += lang.PrefixLen(c.t, k, "分别")
	n := lang.PrefixLen(c.t, k, "比", "较", "是", "为")
	if n == 0 {
		return false
	}
	for i := range c.ms {
		m := &c.ms[i]
		if m.Start == k+n && m.Span.OK() && m.Span.Y1 == m.Span.Y2 && m.Span.Y2 < c.w.From {
			return true
		}
	}
	return false
}

// cumulates: 累计 stands in the clause of a level that nothing has reached.
func (c *context) cumulates(d *draft) bool {
	return d.r.Measure == "level" && !d.r.Reached && strings.Contains(string(c.t[d.clauseAt:d.q.Before]), "累计")
}

// flowing tells whether a level counts over the whole of a period: 累计完成,
// 新增就业, and what an action adds up to.
func flowing(d *draft) bool {
	if d.r.Measure != "level" {
		return false
	}
	for _, w := range [...]string{"累计", "年均", "合计", "总计"} {
		if strings.Contains(d.r.Pre, w) || strings.Contains(d.action, w) {
			return true
		}
	}
	if len(d.subjects) > 0 && !d.r.Reached {
		for _, w := range [...]string{"改造", "搬迁", "造林", "投资", "就业", "脱贫", "减税", "招生"} {
			if strings.HasSuffix(d.subjects[0].Text, w) {
				return true
			}
		}
	}
	if len(d.subjects) > 0 && strings.Contains(d.subjects[0].Text, "新增就业") {
		return true
	}
	return !d.r.Reached && d.action != "" && d.action != "拥有" && d.action != "有"
}

// base of a growth or change.
func (c *context) base(d *draft, s lang.Span) string {
	if d.r.Measure != "growth" && d.r.Measure != "change" {
		return ""
	}
	if d.r.Base != "" {
		return d.r.Base
	}
	from := d.clauseAt
	if n := len(c.lastClause); n > 0 && c.lastClause[n-1].End+1 >= from && c.lastClause[0].Start < from {
		from = c.lastClause[0].Start // 与2017年相比，…
	}
	if m := c.comparison(d.q, from); m != nil {
		if m.Yoy || s.OK() && m.Span.Y2 == s.Y1-1 && s.Y1 == s.Y2 {
			return "yoy"
		}
		return "other"
	}
	if s.Y1 < s.Y2 {
		return "other"
	}
	if m := d.mention; m != nil && (m.Mark > 1 || d.q.Growth && m.Point && m.Span.Y2 > c.w.To) {
		return "other" // 到本世纪末翻两番
	}
	return "yoy"
}

// status of the fact: what the chapter says, unless the words or the period do.
func (c *context) status(d *draft, s lang.Span) string {
	if c.doc.Meta.Kind == "communique" { // it says what was, even of a plan's targets
		if c.estimated(d) {
			return "estimate"
		}
		return "actual"
	}
	year := c.w.Year
	plan := c.w.Plan || c.par.Chapter == "" && c.aims(d)
	if d.mention != nil && s.OK() && year > 0 {
		switch {
		case plan && s.Y2 < year && !d.mention.Base:
			return "actual"
		case !plan && s.Y2 > year:
			return "target"
		}
	}
	if plan {
		if d.r.Origin && s.Y2 < year {
			return "actual"
		}
		if c.already(d) {
			return "actual"
		}
		return "target"
	}
	if c.estimated(d) {
		return "estimate"
	}
	return "actual"
}

// aims: in a sentence without a report around it, the words that make a goal.
func (c *context) aims(d *draft) bool {
	w := string(c.t[c.from:d.q.Start])
	for _, s := range [...]string{"目标", "力争", "争取", "确保", "计划", "今后", "未来", "明年", "任务是"} {
		if strings.Contains(w, s) {
			return true
		}
	}
	return d.mention != nil && d.mention.Span.Y2 > c.w.Year
}

// already: what a plan says exists already.
func (c *context) already(d *draft) bool {
	a := max(c.from, d.q.Before-16)
	w := string(c.t[a:d.q.Before])
	if i := strings.LastIndexAny(w, "，；。"); i >= 0 {
		w = w[i:]
	}
	for _, s := range [...]string{"已", "现有", "目前", "我国有", "现在", "仍然", "我市有"} {
		if strings.Contains(w, s) {
			return true
		}
	}
	return false
}

// notForecasts hold 预期 and mean a goal.
var notForecasts = strings.NewReplacer("预期目标", "", "预期性", "", "预期寿命", "", "预期发展", "")

// estimated: 预计 stands before the number in its part of the sentence, or at
// the head of the sentence, whose every figure it makes an estimate; what 其中
// adds in the next sentence is estimated with it.
func (c *context) estimated(d *draft) bool {
	from := d.q.Start
	for from > c.from && c.t[from-1] != '；' {
		from--
	}
	if forecast(c.t[from:d.q.Start]) || c.headForecast(c.index) {
		return true
	}
	return lang.HasPrefix(c.t, c.from, "其中") && c.index > 0 &&
		c.doc.Sentences[c.index-1].Paragraph == c.doc.Sentences[c.index].Paragraph && c.headForecast(c.index-1)
}

// headForecast tells whether 预计 or the like opens sentence i, behind at most
// a few words of time: 初步核算，…; 2023年，预计….
func (c *context) headForecast(i int) bool {
	s := c.doc.Sentences[i]
	head := c.t[s.Start:min(s.End, s.Start+14)]
	for k, r := range head {
		if k > 0 && (lang.IsDigit(r) && !lang.IsDigit(head[k-1]) && k > 8 || r == '；' || r == '。') {
			head = head[:k]
			break
		}
	}
	at := -1
	for k := range head {
		if lang.PrefixLen(head, k, "预计", "初步核算", "初步统计", "初步测算", "快报数", "据初步") > 0 {
			at = k
			break
		}
	}
	// What stands before it names the time, not a figure: 今年预计, not 产值预计.
	return at >= 0 && forecast(head) && (at == 0 || timeOnly(head[:at]))
}

// timeOnly tells whether words are nothing but time and punctuation.
func timeOnly(words []rune) bool {
	for _, r := range words {
		if !lang.IsDigit(r) && !strings.ContainsRune("去今上本全年度，、预据：（）一二三四五六七八九〇零到至底末", r) {
			return false
		}
	}
	return true
}

// forecast tells whether words say that a figure is not final.
func forecast(words []rune) bool {
	expected := false
	for _, r := range words {
		expected = expected || r == '预' || r == '初' || r == '快'
	}
	if !expected {
		return false
	}
	w := notForecasts.Replace(string(words))
	for _, s := range [...]string{"预计", "预期", "初步核算", "初步统计", "初步测算", "快报数"} {
		if strings.Contains(w, s) {
			return true
		}
	}
	return false
}
