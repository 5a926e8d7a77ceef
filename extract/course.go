package extract

import (
	"slices"
	"strings"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/word"
)

// course tells how an amount stands to a period of several years: whether it
// holds for all of them, as what adds up does, or stands at their end.
type course int

const (
	untold course = iota // the words do not say: flowing decides
	adds                 // 新增7名, 40条高速公路相继开通
	stands               // 累计达760万吨
)

// courseOf is the course of a level, from its own words, from what becomes of
// what it counts, or, in a list, from the member before it.
func (c *context) courseOf(d *draft, n *number) course {
	switch {
	case c.withinYears(d, n):
		return adds
	case d.r.Measure == "change" && d.r.Of != "", d.r.Share != "":
		return c.courseOfWhole(n)
	case d.r.Measure != "level":
		return untold
	case d.r.Rule == "measure.added":
		return adds
	case d.r.Reached:
		if c.sumReached(d, n) {
			return stands
		}
		return untold
	case c.byNow(d.q):
		return stands
	case c.partOfSum(d), c.didInYears(d, n):
		return adds
	case lang.At(c.t, d.q.Before-1) == '了' && d.q.UnitName != "%" && !c.w.Plan:
		return adds // 五年来访问了46个国家
	case len(n.np.Items()) == 0 && n.passes():
		return stands // 里程新增3000公里、突破1.1万公里
	case n.np.Action != "" || d.q.UnitName == "%" || d.r.Origin:
		return untold
	}
	if p := c.before; p != nil && (c.listedBehind(p, n) || c.partOfCount(p, n)) {
		switch {
		case p.r.Reached || p.course == stands:
			return stands // 平台达到8个、实验室45家
		case c.flowing(p) || c.cumulates(p):
			return adds // 举办博览会4届、花博会3届
		}
		return untold
	}
	if c.w.From < c.w.To && (c.namesWork(n) || c.goesOnBehind(c.before, d, n)) {
		return adds
	}
	if d.action == "" && c.happens(n.Right) && lang.Index(c.t[d.clauseAt:d.q.Before], "已") < 0 {
		return adds
	}
	return untold
}

// namesWork tells whether the name right before a number ends in what was done: 通村公路[硬化]300公里, but 社会保险
// 覆盖9亿人.
func (c *context) namesWork(n *number) bool {
	items := n.np.Object
	if !workDone.Ends(items) {
		return false
	}
	last := items[len(items)-1]
	return last.End == n.Quantity.Before && !c.x.words.Has(last.Text, word.Standing)
}

// workDone is a thing and what was done to it.
var workDone = clause.Row{clause.Noun.Or(clause.Verbal), clause.Is(word.Acting).Is(word.Nominal)}

// withinYears tells whether an amount is what there was in years that its words enclose:
// 五年内毕业[4万人], 五年间颁布的法规有[30项]. What is reached stands at their end.
func (c *context) withinYears(d *draft, n *number) bool {
	if !d.r.IsLevel() || d.r.Origin || d.q.UnitName == "%" || d.q.Rank {
		return false
	}
	switch n.own.Verb {
	case "", "有", "共有", "共", "为", "共为":
	default:
		return false
	}
	m := c.period(d.q)
	return m != nil && m.Mark > 1 && m.Span.Y1 < m.Span.Y2 && lang.AnyAt(c.t, m.End-1, "内间") && !c.byNow(d.q)
}

// didInYears tells whether the name before a count says what was done, in years that its
// clause or the one before it names, or else its chapter: 五年来，我国[缔结]条约187个.
func (c *context) didInYears(d *draft, n *number) bool {
	years := lang.Years(c.w.From, c.w.To)
	if m := c.period(d.q); m != nil {
		years = m.Span
	}
	if years.Y1 == years.Y2 || !years.WholeYears() || d.q.Rank || d.q.UnitName == "%" || d.r.Origin {
		return false
	}
	items := n.np.Object
	if n.np.Action != "" || len(items) < 2 || len(n.Right) > 0 && n.Right[0].IsNoun() {
		return false
	}
	last := len(items) - 1
	return items[last].IsNoun() && slices.ContainsFunc(items[:last], func(k clause.Token) bool {
		return k.IsVerb() && k.Is(word.Acting) && !k.Is(word.NameVerb, word.Nominal) && !c.x.words.Has(k.Text, word.Standing)
	})
}

// partOfSum tells whether a count behind 其中 is of a part of what adds up over the years:
// 五年建成项目96个，其中能源项目[13个].
func (c *context) partOfSum(d *draft) bool {
	if d.r.Reached && d.r.Verb != "为" {
		return false
	}
	q := d.q
	for p := c.inPart(q); p != nil && p.q.UnitName == q.UnitName && c.samePart(p, q); p, q = p.prev, p.q {
		if lang.HasPrefix(c.t, p.q.After, "，其中") {
			return c.flowing(p)
		}
		if p.course != adds {
			break
		}
	}
	return false
}

// sumOverYears tells whether a name is that of a sum, reached or not: 利用外资总额, 竣工面积.
func (c *context) sumOverYears(name string) bool {
	if strings.HasSuffix(name, "竣工面积") {
		return true
	}
	paid, whole := strings.CutSuffix(name, "总额")
	return whole && (c.x.words.Has(paid, word.Outlay) || c.x.words.Has(paid, word.Flow))
}

// passes tells whether a word before the number says that it was passed: 突破[1.1万
// 公里].
func (n *number) passes() bool {
	return n.Quantity.Bound == "ge" && n.Quantity.Before < n.Quantity.Start
}

// byNow tells whether the clause of a figure says that it is of now: 现已吸纳劳动力
// [1亿人].
func (c *context) byNow(q *lang.Quantity) bool {
	for k := q.Before - 1; k >= c.from && !lang.IsHard(c.t[k]); k-- {
		if c.at(k, word.Existing) > 0 && !c.actedOnAt(k) {
			return true
		}
	}
	return false
}

// courseOfWhole is the course of a share or of a distance that belongs to the
// figure before it: 年均增长11%，高于全国[2.7个百分点]; 累计支出90亿元，占[85%].
func (c *context) courseOfWhole(n *number) course {
	p := c.before
	if p == nil || len(n.np.Items()) > 0 || c.parted(p.q.After, n.Quantity.Start) {
		return untold
	}
	if p.r.Base == "annual_avg" || p.q.Dimension() == "money" && c.flowing(p) {
		return adds
	}
	if p.r.Reached && !c.lasts(p) {
		return stands // 产值达到4万亿元、占全省[61%]
	}
	return untold
}

// listedBehind tells whether a number is of the next member of the list that p is
// of: 举办农博会4届、[花博会3届].
func (c *context) listedBehind(p *draft, n *number) bool {
	q := n.Quantity
	if p.r.Measure != "level" || p.q.UnitName == "%" || q.Rank || !c.sameClause(p, q) {
		return false
	}
	return lang.Index(c.t[p.q.After:q.Before], "累计") < 0
}

// goesOnBehind tells whether a count is of the next things that the verb of p acts on, behind a
// comma: 新建垃圾站23座，[公厕3座].
func (c *context) goesOnBehind(p *draft, d *draft, n *number) bool {
	items := n.np.Object
	if p == nil || len(items) == 0 || d.action != "" || !d.q.Counts() || d.q.Rank || n.passes() || p.q.UnitName != d.q.UnitName || !c.flowing(p) {
		return false
	}
	if p.q.After+1 != items[0].Start || c.t[p.q.After] != '，' || items[len(items)-1].End != d.q.Before {
		return false
	}
	last := &items[len(items)-1]
	return !last.Is(word.Attribute) && !c.x.words.Has(last.Text, word.Total)
}

// partOfCount tells whether a number counts a part of what p counts: 五年来引进项目60个，
// 其中[亿元项目12个].
func (c *context) partOfCount(p *draft, n *number) bool {
	q := n.Quantity
	if p.r.Measure != "level" || p.q.UnitName != q.UnitName || q.Rank || !c.samePart(p, q) {
		return false
	}
	return c.amongThem(p, q)
}

// sumReached tells whether a count is all that there is by now: 累计达到[36家], 新增
// 6家、累计[36家]. Money, visits and the sum over years that are named add up.
func (c *context) sumReached(d *draft, n *number) bool {
	verb := d.r.Pre + n.own.Verb
	if !strings.Contains(verb, "累计") || d.q.Dimension() == "money" || strings.HasSuffix(d.q.UnitName, "次") {
		return false
	}
	if strings.HasSuffix(verb, "累计") && !c.addsTo(d) {
		return false
	}
	m := c.period(d.q)
	return m == nil || m.Span.Y1 == m.Span.Y2 || !c.inOneClause(m.End, d.q.Before)
}

// addsTo tells whether the figure before d counts what came to that of d.
func (c *context) addsTo(d *draft) bool {
	p := c.before
	return p != nil && len(p.subjects) == 1 && len(d.subjects) == 1 && c.flowing(p) && strings.HasSuffix(p.subjects[0].Text, d.subjects[0].Text)
}

// happens tells whether the words behind a count say what happened to the things
// once: 40条高速公路[相继开通], 6部作品[获得大奖].
func (c *context) happens(right []clause.Token) bool {
	for i := range right {
		k := &right[i]
		if k.Kind != clause.Word || i > 12 || k.Text == "即将" || i == 0 && k.Text == "的" {
			return false
		}
		if c.x.words.Has(k.Text, word.Reach) {
			return false // 产品能耗达到先进值
		}
		if i > 0 && k.IsVerb() && clause.At(right, i+1).Text == "了" && !c.w.Plan {
			return true // 10个国家建立了外交关系
		}
		if c.isEvent(k) {
			return i > 0 && clause.At(right, i+1).Text != "的"
		}
	}
	return false
}

// isEvent tells whether a verb says what happens once: 开通, 获评. 入选 and 列入 put
// things on a list, 进入 leads to a rank: there they stand.
func (c *context) isEvent(k *clause.Token) bool {
	if strings.HasPrefix(k.Text, "入") || strings.HasSuffix(k.Text, "入") {
		return false
	}
	if k.Is(word.Acting) {
		return k.Is(word.Ending, word.Becoming) || c.x.words.Has(k.Text, word.RankVerb)
	}
	return k.Is(word.Ending) && !c.x.words.Has(k.Text, word.RankVerb)
}

// lasts tells whether a figure goes on over the whole of its period, as growth
// and flows do.
func (c *context) lasts(d *draft) bool {
	return d.r.Changes() || c.flowing(d) || c.cumulates(d)
}

// summed tells whether the words of its period add up what the figure counts:
// 五年合计安置3500万人. What is reached or a rate in a later clause is no sum.
func (c *context) summed(d *draft) bool {
	words := string(c.t[d.mention.Start:d.mention.End])
	if !slices.ContainsFunc(c.x.words.List(word.Summing), func(s string) bool { return strings.HasSuffix(words, s) }) {
		return false
	}
	return d.q.UnitName != "%" && (!d.r.Reached || c.inOneClause(d.mention.End, d.q.Before))
}

// cumulates: 累计 stands in the clause of a level that nothing has reached.
func (c *context) cumulates(d *draft) bool {
	return d.r.Measure == "level" && !d.r.Reached && d.course != stands && lang.Index(c.t[d.clauseAt:d.q.Before], "累计") >= 0
}

// flowing tells whether a level counts over the whole of a period: 累计完成,
// 新增就业, what an action adds up to, and over years that are named what is
// spent.
func (c *context) flowing(d *draft) bool {
	if d.course != untold {
		return d.course == adds
	}
	if d.r.Measure != "level" {
		return false
	}
	for _, words := range [...]string{d.r.Pre, d.action} {
		if strings.Contains(words, "年均") || c.x.words.Has(words, word.Summing) {
			return true
		}
	}
	if len(d.subjects) > 0 && c.namesFlow(d, d.subjects[0].Text) {
		return true
	}
	return !d.r.Reached && d.action != "" && !c.x.words.Has(d.action, word.Standing)
}

// namesFlow tells whether the name of an amount says that it counts over a period: 新增就业,
// 新建住房, “九五”期间利用外资总额. What is spent does over years that are named.
func (c *context) namesFlow(d *draft, name string) bool {
	switch {
	case strings.Contains(name, "新增就业"), d.mention != nil && c.sumOverYears(name):
		return true
	case d.r.Reached:
	case c.x.words.Has(name, word.Newly), c.x.words.Has(name, word.Flow), lang.HoldsOne(name, "新建", "新设", "改造住房"):
		return true
	}
	if d.r.Reached && d.r.Verb != "为" || d.mention == nil && !c.w.Plan {
		return false
	}
	return d.q.Dimension() == "money" && c.x.words.Has(name, word.Outlay)
}
