package extract

import (
	"slices"
	"strings"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/measure"
	"zhibiao/extract/subject"
	"zhibiao/extract/word"
	"zhibiao/han"
)

// reading reads the words before a number: how it is measured, and what they
// name.
func (c *context) reading(d *draft, n *number) error {
	q := n.Quantity
	r, err := c.x.measures.Read(c.look(d, n))
	if err != nil {
		return err
	}
	r.Cut = wholeWord(n.Left, r.Cut)
	if r.IsLevel() && q.UnitName == "%" && namesRate(n.Right, r.Reached) {
		r.Measure, n.Right, n.rate = "growth", nil, true // 6.5%左右的增速
	}
	n.own, d.r, d.bound = r, r, r.Bound
	if r.Rule != "" {
		d.rules = append(d.rules, r.Rule)
	}
	n.head = c.x.cutter.Before(n.Left, r.Cut, c.t)
	if n.head, d.qualifier, err = c.inlineQualifier(n.head, d.qualifier); err != nil {
		return err
	}
	if d.qualifier == "" && comparable.In(r.Pre) {
		d.qualifier = r.Pre
	}
	c.withinCircumstance(n)
	c.behindCircumstance(n)
	c.behindClause(n)
	n.np = c.nouns.Read(n.head, r.Share != "" || r.Measure != "level", len(c.last) > 0)
	if c.ofBudget(n) {
		n.np, d.r.Measure, d.r.Base, d.r.Reached = subject.Noun{}, "level", "", true
	}
	if c.amongField(d, n); c.ranksAmong(n) {
		n.np, d.among = subject.Noun{}, true
	}
	if p := c.inSameClause(q); p != nil && q.UnitName == "%" && of(n.Right) && c.isMeans(p.q) {
		n.np = subject.Noun{} // 以3%的[土地贡献了]9%的税收
	}
	if c.namesLast(n.head) {
		n.np = subject.Noun{Object: n.head}
	}
	if c.namesNothing(d, n) {
		n.np.Owner, n.np.Object = nil, nil
	}
	d.action = c.actionOf(d, n)
	// 提高农村低保标准6%, 减少租赁费1.19亿元: the verb opens the clause.
	if d.r.IsLevel() && n.np.Action != "" && len(n.np.Object) > 0 && !r.Reached {
		c.openingVerb(d, &n.np, q)
	}
	c.carryOn(d, n)
	if c.averagesOn(d, n) {
		d.r.Base = "annual_avg"
	}
	return nil
}

// comparable are the words for a basis on which figures were made comparable.
var comparable = han.NewWords("口径|可比|不变价")

// namesNothing tells whether the words before a number say only when, how much or how
// fast, and name nothing that it is of.
func (c *context) namesNothing(d *draft, n *number) bool {
	items := n.np.Items()
	switch {
	case onlyTime(items), whenOf(items), c.onlyReaches(items):
		return true
	case n.rate && !slices.ContainsFunc(items, isName):
		return true
	}
	return d.r.Measure == "growth" && c.onlyGrowth(items)
}

// ofBudget tells whether the words before a number say only which year's budget sets what
// another came to: 由1950年的25%增加到[1954年预算的]45%.
func (c *context) ofBudget(n *number) bool {
	if !yearsBudget.Ends(n.Left) || len(n.Left) < 4 {
		return false
	}
	p := c.inSameClause(n.Quantity)
	return p != nil && p.r.Origin && c.x.words.Has(n.Left[len(n.Left)-2].Text, word.PlanNoun)
}

// yearsBudget are words such as 1954年预算的.
var yearsBudget = clause.Row{
	clause.OfKind(clause.Moment),
	clause.Is(word.Nominal).Or(clause.Noun),
	clause.Says("的"),
}

// isName tells whether a word can name what grew.
func isName(k clause.Token) bool {
	return k.Kind == clause.Quoted || strings.HasPrefix(k.Pos, "n") || k.Tagged("j", "vn")
}

// onlyTime tells whether words say no more than how long: 三年[建成]70所, 连续21个月
// [保持]30%以上的增速.
func onlyTime(items []clause.Token) bool {
	for i := range items {
		if k := &items[i]; k.Kind != clause.Word || !k.Tagged("m", "q", "t") {
			return false
		}
	}
	return len(items) > 0 && strings.ContainsAny(items[len(items)-1].Text, "年月日天周")
}

// namesLast tells whether words name again what the subject before ends in, and are no
// verb that acts on it: 重点建议10件、[建议]2963件.
func (c *context) namesLast(head []clause.Token) bool {
	return len(head) == 1 && len(c.last) > 0 && head[0].IsNoun() && head[0].Is(word.BareAct, word.Acting) && strings.HasSuffix(c.latest().Text, head[0].Text)
}

// onlyReaches tells whether words say no more than that a number is reached, before
// the year in which: 从2020年的15亿元[增至]2024年的25亿元.
func (c *document) onlyReaches(items []clause.Token) bool {
	return len(items) == 1 && items[0].IsVerb() && c.x.words.IsOne(items[0].Text, word.Reach)
}

// whenOf tells whether words name a time by what is done then: 春耕[时]将达50万个.
func whenOf(items []clause.Token) bool {
	return len(items) > 1 && len(items) < 4 && items[len(items)-1].Text == "时"
}

// onlyGrowth tells whether words say no more than that something grew: 其中[增长]较
// 快的“一五”时期年均增长5%, [高于]前五年年均增长3%的水平.
func (c *document) onlyGrowth(items []clause.Token) bool {
	for i := range items {
		k := &items[i]
		grows := k.IsVerb() && (k.Is(word.OpensGrowth, word.OpensChange, word.RateName, word.Comparing) || c.x.words.IsOne(k.Text, word.Growth) || c.x.words.IsOne(k.Text, word.Side))
		if !grows && k.Text != "的" && k.Text != "速度" {
			return false
		}
	}
	return len(items) > 0
}

// look is a number as the rules of measures see it.
func (c *context) look(d *draft, n *number) *measure.Look {
	q, l := n.Quantity, &c.room.work.look
	*l = measure.Look{
		Text: c.t, From: d.clauseAt, Quantity: q,
		Noun: func(end int) bool {
			np := c.nouns.Read(c.x.cutter.Before(n.Left, end, c.t), false, len(c.last) > 0)
			return np.Owner != nil || len(np.Object) > 0 && np.Action == ""
		},
		Followed: len(n.Right) > 0 && (n.Right[0].IsNoun() || q.Unit != nil && q.Counts() && opensNoun(n.Right, q)),
	}
	return l
}

// opensNoun tells whether a verb right behind a count opens the noun counted: 加快
// 6个[抽水]蓄能电站建设.
func opensNoun(right []clause.Token, q *lang.Quantity) bool {
	k := &right[0]
	if k.Kind != clause.Word || k.Start != q.After || !k.IsVerb() {
		return false
	}
	if k.Is(word.Nominal) && clause.At(right, 1).IsNoun() {
		return true // 增加了34个开放口岸
	}
	return !k.Is(word.Acting, word.Carrying, word.Becoming)
}

// namesRate tells whether the words behind a percentage make it a growth:
// 6.5%左右[的增速], 8%[的较快增长]; without 的 where a verb reaches it: 保持20%以上[增长].
func namesRate(right []clause.Token, reached bool) bool {
	switch {
	case len(right) == 0:
		return false
	case right[0].Text == "的":
		i := 1
		for i < 3 && clause.At(right, i).Tagged("a", "d", "zg", "f") {
			i++
		}
		return clause.At(right, i).Is(word.Rate)
	}
	return reached && right[0].Is(word.Rate) && (len(right) == 1 || right[1].Kind == clause.Stop)
}

// actionOf is the verb that acts on what is measured.
func (c *context) actionOf(d *draft, n *number) string {
	switch {
	case n.np.Action != "":
		return n.np.Action
	case n.own.Reached, n.own.Rule == "measure.added":
		return n.own.Verb
	}
	if p := c.inSameClause(d.q); p != nil && (len(n.Left) > 0 || p.goesOver(n)) {
		return p.action // 改造乡镇卫生院1.88万所、县医院786所; 新建校舍12所、3万平方米
	}
	return ""
}

// goesOver tells whether what was done to the number before n, right before it, was
// done to n, too: 新建校舍12所、[3万平方米], but 新增120公里、突破[900公里].
func (d *draft) goesOver(n *number) bool {
	return !d.r.Reached && n.Quantity.Part == 0 && !n.passes()
}

// averagesOn tells whether a bare growth is yearly, like the change right before it: 平均每年
// 增加42亿元，增长[5%].
func (c *context) averagesOn(d *draft, n *number) bool {
	if d.r.Measure != "growth" || d.r.Base != "" || !n.np.Empty() {
		return false
	}
	p := c.inPart(n.Quantity)
	if p == nil || p.r.Measure != "change" || p.r.Base != "annual_avg" {
		return false
	}
	m := c.period(n.Quantity)
	return m == nil || m.End < p.q.Start
}

// carryOn reads a level like the number before it where the words go on from
// that.
func (c *context) carryOn(d *draft, n *number) {
	if c.before == nil || d.r.Measure != "level" {
		return
	}
	p, q := c.before, n.Quantity
	switch {
	case q.Part > 1 && p.q.Part == q.Part-1:
		d.r.Origin = p.r.Origin // 由9:48:43调整为8:46:46
	case c.raisesGoal(n):
		n.np, d.r.Measure, d.r.Base = subject.Noun{}, "growth", p.r.Base
	case !n.own.Reached && d.action == p.action && d.action != "" && q.UnitName == "%" && p.r.Opening && c.sameClause(p, q):
		d.r.Measure, d.r.Sign, d.r.Opening = "growth", p.r.Sign, true // 压减时间58%、材料52%
	case c.besides(n), c.partOfYears(n):
		d.r = p.r
	case c.donePart(d, n):
		d.r.Share = p.r.Share
	}
}

// partOfYears tells whether a percentage is the growth of some of the years that the one before it
// is of: 今后十年平均每年增长6%，其中前五年[5.5%]，后五年[6.5%].
func (c *context) partOfYears(n *number) bool {
	p, q := c.before, n.Quantity
	if p.r.Measure != "growth" || p.q.UnitName != "%" || q.UnitName != "%" || !n.np.Empty() || n.own.Reached || !c.samePart(p, q) {
		return false
	}
	return lang.At(c.t, q.Before-1) == '年' && !strings.ContainsAny(string(c.t[p.q.After:q.Before]), "占比较")
}

// donePart tells whether a percentage is how much of a plan was done, as the one before it was:
// 钢完成年计划的98%，生铁完成[101%].
func (c *context) donePart(d *draft, n *number) bool {
	p, q := c.before, n.Quantity
	if !strings.HasPrefix(p.r.Share, "完成") || q.UnitName != "%" || !c.samePart(p, q) || d.r.Share != "" {
		return false
	}
	return n.np.Action == "完成" && len(n.np.Items()) > 0
}

// raisesGoal: 增长10%以上，力争达到[12%], 力争[12%], 确保突破[12%], 奋斗目标[12%].
func (c *context) raisesGoal(n *number) bool {
	p, q := c.before, n.Quantity
	if q.UnitName != "%" || p.q.UnitName != "%" || p.r.Measure != "growth" || p.q.After > q.Start {
		return false
	}
	words := strings.TrimLeft(string(c.t[p.q.After:q.Start]), "，、（并")
	if strings.TrimSuffix(words, "为") == "奋斗目标" {
		return true
	}
	if !n.np.Empty() {
		return false
	}
	if n.own.Reached && strings.ContainsAny(n.own.Pre, "争确") {
		return true
	}
	urges := c.x.words.Match(words, word.Urging)
	if urges == "" {
		return false
	}
	reaches := words[len(urges):]
	return reaches == "" || c.x.words.IsOne(reaches, word.Reach) || strings.HasSuffix(string(c.t[q.Before:q.Start]), reaches)
}

// besides: 增长23.9%和[28.2%], the second value is read like the first.
func (c *context) besides(n *number) bool {
	p, q := c.before, n.Quantity
	if len(n.Left) > 0 || n.own.Reached || q.Rank || p.q.UnitName != q.UnitName {
		return false
	}
	if !p.r.Changes() {
		return false
	}
	return p.q.After+1 >= q.Before && lang.AnyAt(c.t, p.q.After, "、和及与")
}

// wholeWord moves a cut that falls inside a word to its end, or to its start
// where the word is a verb or an adverb: 条约 does not end in 约.
func wholeWord(items []clause.Token, cut int) int {
	for i := range items {
		it := &items[i]
		if it.Kind != clause.Word || it.Start >= cut || it.End <= cut {
			continue
		}
		switch {
		case strings.HasSuffix(it.Text, "比") && it.End-cut == 1 && !hasSuffix(it.Text, "占比", "同比", "环比"):
			return cut // 价格[比全国低]
		case it.Tagged("x", "eng", "m", "ns", "nz", "nt"), strings.HasPrefix(it.Pos, "nr"):
			return cut
		case it.IsVerb() || it.Tagged("d", "c", "p"):
			return it.Start
		}
		if it.End-it.Start <= 2 || it.End-cut == 1 {
			return it.End
		}
	}
	return cut
}

// sameClause tells whether no stop stands between a draft's quantity and q.
func (c *context) sameClause(d *draft, q *lang.Quantity) bool {
	return c.inOneClause(d.q.After, q.Before)
}
