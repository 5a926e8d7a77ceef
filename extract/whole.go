package extract

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/subject"
	"zhibiao/extract/word"
	"zhibiao/han"
)

// wholeNames make the whole of some names by a way of their own; the first that
// gives one is taken.
var wholeNames = []func(*context, *owning) clause.Phrase{
	(*context).traded,
	(*context).partOf,
	(*context).ofLevel,
	func(c *context, n *owning) clause.Phrase { return c.otherSize(n.q, n.p) },
	(*context).fundOf,
	(*context).paidPart,
	(*context).shareOf,
	(*context).memberOf,
	(*context).causedBy,
	(*context).saidAgain,
	(*context).countedBefore,
	(*context).gapTo,
	(*context).perAlike,
	(*context).otherStage,
	(*context).theirIndustry,
}

// perAlike is what is measured per head or the like as the figure before it was, with the same owner:
// 规上工业亩均税收30万元、[规上工业]亩均增加值90万元.
func (c *context) perAlike(n *owning) clause.Phrase {
	last := c.latest()
	if !hasPrefix(n.p.Text, perUnit...) || len(n.np.Owner) > 0 || len(last.Spans) != 1 || c.single(n.q) == nil || !c.spoken().Empty() {
		return clause.Phrase{}
	}
	for _, per := range perUnit {
		if owner, _, ok := strings.Cut(last.Text, per); ok && utf8.RuneCountInString(owner) > 2 {
			return clause.Join(last.Shorter(last.Size()-utf8.RuneCountInString(owner)), n.p)
		}
	}
	return clause.Phrase{}
}

// perUnit are the words for what is measured by the head, the household or the area.
var perUnit = []string{"亩均", "人均", "户均", "劳均", "村均", "校均", "生均"}

// otherStage is the attribute of another stage of what was measured last: [商品房]施工面积5万平方米，
// [商品房]竣工面积3万平方米. It is empty where the last was of no stage.
func (c *context) otherStage(n *owning) clause.Phrase {
	last := c.latest()
	if len(n.np.Owner) > 0 || !endAlike(last.Text, n.p.Text) || c.single(n.q) == nil || !c.spoken().Empty() {
		return clause.Phrase{}
	}
	head := c.attributeOf(n.p.Text)
	before, same := strings.CutSuffix(last.Text, head)
	now := strings.TrimSuffix(n.p.Text, head)
	if head == "" || !same || !c.isStage(now) || strings.HasSuffix(before, now) {
		return clause.Phrase{}
	}
	const verb = 2
	r := []rune(before)
	if len(r) < 2*verb || !c.isStage(string(r[len(r)-verb:])) {
		return clause.Phrase{}
	}
	return clause.Join(last.Shorter(verb+utf8.RuneCountInString(head)), n.p)
}

// isStage tells whether a word is a verb that makes an attribute whole: 施工, 竣工, 销售.
func (c *context) isStage(verb string) bool { return c.x.words.Is(verb, word.Complete) }

// theirIndustry is an amount of industry that the firms counted last came to: [规模以上企业]83家，实现
// 工业总产值75亿元. It is empty for others.
func (c *context) theirIndustry(n *owning) clause.Phrase {
	p := c.single(n.q)
	if p == nil || !p.q.Counts() || !c.x.words.Is(n.np.Action, word.Carrying) || !strings.HasPrefix(n.p.Text, "工业") || !c.indicates(n.p) {
		return clause.Phrase{}
	}
	if firms := c.latest(); hasPrefix(firms.Text, "规模以上", "规上") && strings.HasSuffix(firms.Text, "企业") {
		return overlap(firms, n.p)
	}
	return clause.Phrase{}
}

// gapTo is how far what was spoken of lags behind another: 人均收入增长8%，[与全国平均水平的差距]
// 缩小到2万元.
func (c *context) gapTo(n *owning) clause.Phrase {
	if !strings.HasSuffix(n.p.Text, "差距") || c.single(n.q) == nil {
		return clause.Phrase{}
	}
	left := c.clauseBefore(n.q)
	to := slices.IndexFunc(left, func(k clause.Token) bool { return k.Says("与", "同", "和") })
	gap := slices.IndexFunc(left, func(k clause.Token) bool { return k.Text == "差距" })
	if to != 0 || gap < to {
		return clause.Phrase{}
	}
	return clause.Join(c.latest(), clause.PhraseOf(c.doc.Text, left[to:gap+1]))
}

// countedBefore is an attribute of things that the sentence has named and counted:
// 京津转移项目43项，[京津转移]项目数量增长26%.
func (c *context) countedBefore(n *owning) clause.Phrase {
	if !attributeOfVague.Is(n.items) || n.np.Action != "" || n.q.Rank {
		return clause.Phrase{}
	}
	p := c.single(n.q)
	if p == nil || !p.q.Counts() || slices.Contains(p.rules, "subject.predicate") {
		return clause.Phrase{}
	}
	things, vague := c.last[0], n.items[0].Text
	if things.Text == vague || !strings.HasSuffix(things.Text, vague) {
		return clause.Phrase{}
	}
	return clause.Join(things, clause.PhraseOf(c.doc.Text, n.items[1:]))
}

// attributeOfVague are words such as 项目数量.
var attributeOfVague = clause.Row{
	clause.Is(word.Vague).Is(word.VerbHead),
	clause.Is(word.Attribute),
}

// traded are goods that 出口 and 进口 are told of: 机电产品280亿元，[机电产品]出口8%.
func (c *context) traded(n *owning) clause.Phrase {
	last := c.latest()
	if !n.p.Says("出口", "进口") || last.Empty() || strings.Contains(last.Text, "出口") || c.x.indicators.find(last.Text, c.names) != nil {
		return clause.Phrase{}
	}
	if other := strings.TrimSuffix(last.Text, "进口"); other != "" && other != last.Text {
		return clause.Join(last.Shorter(2), n.p) // 粮食进口2000万吨，出口800万吨
	}
	return clause.Join(c.stripAttribute(last), n.p)
}

// partOf is a part, or a level, of what was counted last: 其中[省级]工程中心9个.
func (c *context) partOf(n *owning) clause.Phrase {
	if !c.x.words.Is(n.p.Text, word.Part) && !isLevel(n.items) || !c.spoken().Empty() {
		return clause.Phrase{}
	}
	whole := c.latest()
	if len(c.last) == 0 {
		whole = c.sentenceBefore()
	}
	if half := c.ofBoth(n, whole); !half.Empty() {
		return half
	}
	if residents := n.items[0].Is(word.Level, word.Vague) && !isLevel(n.items); whole.Empty() || residents && n.q.UnitName != "%" {
		return clause.Phrase{} // 城镇有30万人就业
	}
	whole = c.withoutTotal(c.withoutAct(whole))
	if grade := behindGrade(whole); strings.ContainsRune(grades, []rune(n.p.Text)[0]) {
		return clause.Join(n.p, grade) // 达标企业390家，其中一级12家、二级[达标企业]30家
	}
	if from, _, ok := strings.Cut(whole.Text, "外"); ok && strings.HasSuffix(n.p.Text, "外") && utf8.RuneCountInString(from) == 1 {
		whole = whole.Behind(2) // 市外资金12亿元，其中省外[资金]8亿元
	}
	return clause.Join(n.p, behindLevel(whole))
}

// ofBoth is the half of those counted in town and country: 城乡低保对象3万人，其中农村[低保对象]2万人、城镇[低保对象
// ]1万人. It is empty for others.
func (c *context) ofBoth(n *owning, last clause.Phrase) clause.Phrase {
	const both = "城乡"
	if !n.items[0].Is(word.Level) || !n.q.Counts() || c.before == nil {
		return clause.Phrase{}
	}
	if !c.amongThem(c.before, n.q) {
		last = c.whole
	}
	if !strings.HasPrefix(last.Text, both) || last.Text == both {
		return clause.Phrase{}
	}
	return clause.Join(n.p, last.Behind(utf8.RuneCountInString(both)))
}

// ofLevel is what a verb parts from the level that was counted of it: [田园乡村]建成[省级]58个.
func (c *context) ofLevel(n *owning) clause.Phrase {
	if len(n.np.Owner) == 0 || n.np.Via || !n.q.Counts() || !isLevel(n.np.Object) {
		return clause.Phrase{}
	}
	return clause.Join(clause.PhraseOf(c.doc.Text, n.np.Object), clause.PhraseOf(c.doc.Text, n.np.Owner))
}

// sentenceBefore is what the last figure of the sentence before measures, where this one
// opens with 其中. Else it is empty.
func (c *context) sentenceBefore() clause.Phrase {
	k := len(c.earlier) - 1
	if k < 0 || c.earlier[k].Sentence != c.index-1 || !lang.HasPrefix(c.t, c.from, "其中") {
		return clause.Phrase{}
	}
	return clause.Phrase{}.Plus(c.earlier[k].Subject)
}

// fundOf is money that is named by nothing else, of what was counted right before.
func (c *context) fundOf(n *owning) clause.Phrase {
	if !bareFund(n.items) || len(c.last) == 0 {
		return clause.Phrase{}
	}
	if p := c.inPart(n.q); p == nil || !p.q.Counts() {
		return clause.Phrase{}
	}
	return clause.Join(c.stripAttribute(c.latest()), n.p)
}

// paidPart is money of which a part is told by who gave it: 支出低保资金15亿元，其中[中央财政]9亿元.
func (c *context) paidPart(n *owning) clause.Phrase {
	const budget = "财政"
	p, whole := c.before, c.latest()
	if p == nil || whole.Empty() || n.np.Action != "" || !strings.HasSuffix(n.p.Text, budget) || n.q.Dimension() != "money" || p.q.Dimension() != "money" {
		return clause.Phrase{}
	}
	payer, given, ok := strings.Cut(whole.Text, budget)
	if !c.amongThem(p, n.q) && (!ok || given == "" || !c.samePart(p, n.q)) || !c.x.words.Has(whole.Text, word.Fund) {
		return clause.Phrase{}
	}
	if ok {
		whole = whole.Behind(utf8.RuneCountInString(payer + budget)) // [中央财政]低保资金9亿元、[地方财政]6亿元
	}
	if strings.HasPrefix(whole.Text, "支出") && whole.Size() > 3 {
		whole = whole.Behind(2)
	}
	return clause.Join(n.p, whole)
}

// shareOf is a share that says of what whole and not of what part: 国内生产总值…，
// 占世界经济比重从11%提高到15%; 甲在总额中的比重占50%，在出口中的比重占80%.
func (c *context) shareOf(n *owning) clause.Phrase {
	if len(n.np.Owner) > 0 {
		return clause.Phrase{}
	}
	var owner clause.Phrase
	switch {
	case strings.HasPrefix(n.p.Text, "占") && c.x.words.EndsIn(n.p.Text, word.ShareName):
		owner = c.sharer()
	case strings.HasPrefix(n.p.Text, "在") && isShare(n.p.Text):
		return clause.Join(beforePlace(c.sharer()), n.p)
	}
	if owner.Empty() {
		return owner
	}
	return clause.Join(owner, n.p)
}

// memberOf are the members of the kind of house that the sentence is about: 普通高中8
// 所，[普通高中]招生1.2万人.
func (c *context) memberOf(n *owning) clause.Phrase {
	if n.np.Action == "新增" || !c.x.words.Is(n.p.Text, word.Member) {
		return clause.Phrase{}
	}
	house := c.house()
	if house.Empty() {
		return house
	}
	return clause.Join(house, n.p)
}

// saidAgain is what the clause before named more fully: 建强[农村产权交易]平台，完成交易13宗.
func (c *context) saidAgain(n *owning) clause.Phrase {
	if n.p.Size() != 2 || n.np.Action == "" || strings.ContainsAny(n.np.Action, "新建增") {
		return clause.Phrase{} // 建设城市公园，新增公园12个
	}
	said := c.spoken()
	at := strings.Index(said.Text, n.p.Text)
	if utf8.RuneCountInString(said.Text[:max(at, 0)]) < 2 || strings.Contains(said.Text, "“") || len(said.Spans) != 1 {
		return clause.Phrase{}
	}
	return said.Shorter(utf8.RuneCountInString(said.Text[at+len(n.p.Text):]))
}

// causedBy is a project, or money, with what it is of.
func (c *context) causedBy(n *owning) clause.Phrase {
	if len(n.np.Owner) > 0 || !n.p.Says("项目", "工程", "资金") {
		return clause.Phrase{}
	}
	return overlap(c.cause(n.q, n.np), n.p)
}

// cause is what a project or money that is named by nothing else is of: what the clause
// before does (强化校企合作，实施项目115项), or what was paid or counted right before (投入衔接
// 资金12亿元、实施项目80个, 国债项目38个、资金2亿元). It is empty where neither says.
func (c *context) cause(q *lang.Quantity, np *subject.Noun) clause.Phrase {
	const longest = 14
	if len(c.last) == 0 {
		if np.Action == "" || c.spoken().Size() < 4 || c.spoken().Size() > longest {
			return clause.Phrase{}
		}
		return c.spoken()
	}
	p := c.single(q)
	if p == nil || !c.spoken().Empty() {
		return clause.Phrase{}
	}
	owner := c.causeBefore(p, q)
	if n := owner.Size(); n > longest || n < 3 {
		return clause.Phrase{}
	}
	return owner
}

// causeBefore is what the one thing counted or paid before says of a project or money, empty
// where it says nothing.
func (c *context) causeBefore(p *draft, q *lang.Quantity) clause.Phrase {
	owner := c.last[0]
	if p.q.Dimension() == "money" {
		switch {
		case !q.Counts():
		case hasSuffix(owner.Text, "资金", "经费"):
			return owner
		case hasSuffix(owner.Text, "投资", "投入"):
			if bare := c.stripAttribute(owner); bare.Text != owner.Text {
				return bare // 重点项目[年度计划投资]
			}
			return owner.Shorter(2)
		}
		return clause.Phrase{}
	}
	if q.Dimension() == "money" && strings.HasSuffix(owner.Text, "项目") && c.sameClause(p, q) {
		return owner
	}
	return clause.Phrase{}
}

// bareFund tells whether words name money and not what it is for: 资金, 涉及资金.
func bareFund(items []clause.Token) bool {
	last := clause.At(items, len(items)-1)
	return last.Text == "资金" && (len(items) == 1 || len(items) == 2 && items[0].Is(word.Bare))
}

// otherSize is what was counted from one size on, of another: 千万元以上项目90个，其中[亿元
// 以上]8个, [超亿元]的8个; 百亿级项目2个、[50亿级]5个. It is empty where p names no size alone.
func (c *context) otherSize(q *lang.Quantity, p clause.Phrase) clause.Phrase {
	if !q.Counts() || len(c.last) == 0 || !onlySize.MatchString(p.Text) {
		return clause.Phrase{}
	}
	things := c.latest()
	if counted := c.countedAlike(q, things); !counted.Empty() {
		things = counted // 项目12个、总投资5亿元，其中10亿元以上3个
	}
	for _, number := range [...]string{"总数", "总量", "个数", "户数", "家数"} {
		if strings.HasSuffix(things.Text, number) && things.Size() > 4 {
			things = things.Shorter(2) // 乡镇企业个数达1.8万个，其中产值100万元以上的400个
		}
	}
	if size := opensSize.FindString(things.Text); size != "" {
		things = things.Behind(utf8.RuneCountInString(size))
	}
	return clause.Join(p, things)
}

var (
	// onlySize ends in an amount, and in no noun that is so large.
	onlySize = han.Guarded("元级", `元以上$|[超过][\d.百千万亿]+元$|[百千万亿]元?级$`)
	// opensSize is an amount before the noun that is so large, with what is so large: 销售收入超5000万元的.
	opensSize = regexp.MustCompile(`^(?:[^元]*(?:元以上|[超过][\d.百千万亿]+元)的?|[\d.十百千万亿]+元?级)`)
)

// sharer is what a share without an owner is of: what was spoken of last, unless
// that is a share itself.
func (c *context) sharer() clause.Phrase {
	owner := c.spoken()
	if owner.Empty() {
		owner = c.latest()
	}
	if strings.Contains(owner.Text, "占") {
		return clause.Phrase{}
	}
	return owner
}

// beforePlace is the owner of a share that is named with a place: 国营商业[在总额中的比重].
func beforePlace(p clause.Phrase) clause.Phrase {
	owner, _, ok := strings.Cut(p.Text, "在")
	if !ok || len(p.Spans) != 1 {
		return p
	}
	return p.Shorter(p.Size() - utf8.RuneCountInString(owner))
}

// house is the kind of house that the figures of this sentence are about: 普通高中8
// 所，招生1.2万人. It is empty where none was counted.
func (c *context) house() clause.Phrase {
	for k := len(c.history) - 1; k >= 0; k-- {
		p := c.history[k]
		p = p.Shorter(utf8.RuneCountInString(c.x.words.End(p.Text, word.Member))) // 高等学校[招生]
		if c.x.words.Has(p.Text, word.House) {
			if short := p.Shorter(2); strings.HasSuffix(p.Text, "学校") && hasSuffix(short.Text, "教育", "高中", "初中", "中学", "小学") {
				return short // 高等教育[学校]
			}
			return p
		}
	}
	return clause.Phrase{}
}

// withoutAct drops the verb that a counted thing came with: 接待游客 → 游客.
func (c *document) withoutAct(p clause.Phrase) clause.Phrase {
	r := []rune(p.Text)
	if len(r) > 3 && len(p.Spans) == 1 && c.x.words.Is(string(r[:2]), word.Acting) {
		return clause.Phrase{Text: string(r[2:]), Spans: [][2]int{{p.Spans[0][0] + 2, p.Spans[0][1]}}}
	}
	return p
}
