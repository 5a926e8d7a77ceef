package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/subject"
	"zhibiao/extract/word"
	"zhibiao/han"
)

// inherit is the subject that an elliptic clause goes on with.
func (c *context) inherit(q *lang.Quantity) clause.Phrase {
	if (q.IsPoints() || c.sharesOn(q)) && !c.share.Empty() {
		return c.share
	}
	if !c.spoken().Empty() {
		return c.spoken()
	}
	if len(c.last) > 0 {
		return c.latest()
	}
	return c.topic()
}

// sharesOn tells whether a percentage goes on with a share: 占总支出的15%，其中1985年达到[16%],
// 比前五年的[11%]有了提高.
func (c *context) sharesOn(q *lang.Quantity) bool {
	if q.UnitName != "%" || !c.spoken().Empty() {
		return false
	}
	p := c.inPart(q)
	return p != nil && (c.amongThem(p, q) || c.yardstick(q))
}

func (c *context) inGroup(p clause.Phrase) bool {
	for _, g := range c.group {
		if g.Text == p.Text {
			return true
		}
	}
	return false
}

// owning is a name whose owner is asked for.
type owning struct {
	q     *lang.Quantity
	p     clause.Phrase
	np    *subject.Noun
	items []clause.Token
}

// own gives an attribute without an owner (规模, 产值) the owner that the
// sentence speaks of.
func (c *context) own(q *lang.Quantity, p clause.Phrase, np *subject.Noun) clause.Phrase {
	n := &c.room.work.owning
	*n = owning{q, p, np, np.Items()}
	for _, whole := range wholeNames {
		if w := whole(c, n); !w.Empty() {
			return w
		}
	}
	if !c.wantsOwner(n) {
		return p
	}
	owner := c.ownerOf(n)
	for _, vain := range ownsNothing {
		if vain(c, n, owner) {
			return p
		}
	}
	for _, other := range otherwiseJoined {
		if w := other(c, n, owner); !w.Empty() {
			return w
		}
	}
	owner = c.spelledFor(n, owner)
	if owner.Empty() || strings.HasSuffix(owner.Text, "率") && !strings.HasSuffix(p.Text, "率") && c.spoken().Empty() {
		return p // 参合率86%，参合标准100元
	}
	return overlap(owner, p)
}

// wantsOwner tells whether a name says too little without an owner.
func (c *context) wantsOwner(n *owning) bool {
	if len(n.np.Owner) > 0 && !n.np.Via || len(n.items) == 0 || !c.ownerless(n.items, n.p) {
		return false
	}
	if n.q.Counts() && strings.HasSuffix(n.p.Text, "标准") {
		return false // 加强质量建设，制定标准28项
	}
	return !c.indicates(n.p) || c.x.words.Is(n.p.Text, word.Attribute)
}

// ownerOf is who an attribute may belong to: what was said, what was counted last, what
// the sentence is about.
func (c *context) ownerOf(n *owning) clause.Phrase {
	text, known := n.p.Text, c.indicates(n.p)
	if c.x.words.Is(text, word.PerHead) {
		if p := c.ofEachHead(n.q); !p.Empty() || text != "人均" {
			return p
		}
	}
	switch {
	case !c.spoken().Empty():
		return c.spoken()
	case len(c.last) > 0 && (!known || c.samePart(c.before, n.q)):
		if strings.HasSuffix(text, "率") || text == "满意度" {
			return c.countedTogether()
		}
		if firms := c.notTheirs(n); !firms.Empty() {
			return firms
		}
		if sums := hasSuffix(text, "总量", "总计") && hasPrefix(text, "收入", "支出"); sums {
			return c.summedBudget(text)
		}
		if whole := c.beforeCosts(n); !whole.Empty() {
			return whole
		}
		if !c.whole.Empty() && (strings.HasSuffix(text, "投资") || text == "总产值") && c.before.q.Counts() {
			return c.whole
		}
		return c.latest()
	case !known && !c.ofDoing(text): // 贷款余额 needs none
		return c.topic()
	case len(c.last) == 0 && c.x.words.Is(text, word.Attribute):
		return c.theme() // 对外承包工程发展较快，完成营业额40亿美元
	}
	return clause.Phrase{}
}

// notTheirs are the firms or the like that were told of before their people, and own what these do
// not: [企业]300家，从业人员9000人，总收入5亿元; [园区]面积3平方公里，安置就业9000人，税收5亿元. It is
// empty where none were.
func (c *context) notTheirs(n *owning) clause.Phrase {
	k := len(c.drafts) - 2
	if k < 0 || n.q.Dimension() != "money" || !hasSuffix(c.latest().Text, "人员", "职工", "员工", "工人", "社员", "就业", "劳动力", "农户", "农民", "群众") || !hasSuffix(n.p.Text, "总收入", "产值", "营业收入", "销售收入", "利润", "利税", "增加值", "销售额", "税收", "税金", "税款") {
		return clause.Phrase{}
	}
	p := c.drafts[k]
	if people(p.q) || !c.samePart(p, n.q) || len(p.subjects) != 1 {
		return clause.Phrase{}
	}
	if owner := c.stripAttribute(p.subjects[0]); p.q.Counts() || owner.Text != p.subjects[0].Text {
		return owner
	}
	return clause.Phrase{}
}

// summedBudget is the budget whose revenue or spending a name sums up, with what was added to it: [一般公共
// 预算]收入50亿元，加上上级补助60亿元，收入总量110亿元. It is empty where none was told of.
func (c *context) summedBudget(sum string) clause.Phrase {
	const side = 2
	for _, d := range slices.Backward(c.drafts) {
		if len(d.subjects) != 1 || hasPrefix(string(c.t[d.clauseAt:d.q.Before]), "加上", "再加上") {
			continue
		}
		if p := d.subjects[0]; strings.HasSuffix(p.Text, string([]rune(sum)[:side])) && p.Size() > side {
			return p.Shorter(side)
		}
	}
	return clause.Phrase{}
}

// beforeCosts is what was told of before the costs of goods, which earn nothing themselves: [地方工业总
// 产值]增长8%，可比产品成本降低3%，上缴利润5亿元. It is empty where none were.
func (c *context) beforeCosts(n *owning) clause.Phrase {
	k := len(c.drafts) - 2
	if k < 0 || !strings.HasSuffix(c.latest().Text, "产品成本") || strings.HasSuffix(n.p.Text, "成本") {
		return clause.Phrase{}
	}
	if p := c.drafts[k]; c.samePart(p, n.q) && len(p.subjects) == 1 {
		return p.subjects[0]
	}
	return clause.Phrase{}
}

// ofEachHead is what an amount a head is of: the last thing that is measured alike, so that
// 发放贷款5亿元，资助学生6万人，平均每人[贷款]8000元.
func (c *context) ofEachHead(q *lang.Quantity) clause.Phrase {
	for _, d := range slices.Backward(c.drafts) {
		if len(d.subjects) > 0 && d.q.Dimension() == q.Dimension() && (!q.Counts() || d.q.UnitName == q.UnitName) {
			return d.subjects[len(d.subjects)-1]
		}
	}
	if c.before != nil && !people(c.before.q) && c.samePart(c.before, q) {
		return c.latest() // 供应棉布5万匹，每人平均[棉布]20尺
	}
	return clause.Phrase{}
}

// ownsNothing tell of what may be an owner that it is none of this name.
var ownsNothing = []func(*context, *owning, clause.Phrase) bool{
	// what a long clause speaks of owns no 投放量
	func(c *context, n *owning, owner clause.Phrase) bool {
		return strings.HasSuffix(n.p.Text, "量") && owner.Size() > 10 && c.ofDoing(n.p.Text)
	},
	func(_ *context, n *owning, owner clause.Phrase) bool {
		return owner.Empty() || strings.HasPrefix(n.p.Text, owner.Text) || listEnds(owner, n.p)
	},
	// 一级品率98%，合格率99%
	func(c *context, n *owning, owner clause.Phrase) bool {
		return strings.HasSuffix(owner.Text, "率") && strings.HasSuffix(n.p.Text, "率") && c.stripAttribute(owner).Text == owner.Text && len(c.last) > 0
	},
	// 减少收入65亿元，增加支出78亿元; 开工面积8万平方米，竣工面积6万平方米; 从稳定调节基金调入27亿元，收入总量90亿元
	func(c *context, _ *owning, owner clause.Phrase) bool {
		bare := c.stripAttribute(owner).Text
		return hasSuffix(owner.Text, "调入") || c.x.words.Is(bare, word.OpensChange, word.Causing) || c.x.words.IsOne(bare, word.Stage)
	},
	// 救济款135万元，贷款84万元
	func(_ *context, n *owning, owner clause.Phrase) bool {
		return n.p.Text == "贷款" && hasSuffix(owner.Text, "款", "金", "费")
	},
	// 亏损企业17户，亏损面41%; 劳务输出12万人，劳务收入8亿元
	func(_ *context, n *owning, owner clause.Phrase) bool {
		r := []rune(n.p.Text)
		return (len(r) == 3 || len(r) == 4) && len(n.np.Owner) == 0 && strings.HasPrefix(owner.Text, string(r[:2]))
	},
	// 承包面88%，利税9800万元
	func(c *context, n *owning, owner clause.Phrase) bool {
		return strings.HasSuffix(owner.Text, "面") && n.q.Dimension() == "money" && c.inPart(n.q) != nil && c.before.q.UnitName == "%"
	},
	// 参合率86%，参合标准100元
	func(c *context, n *owning, owner clause.Phrase) bool {
		whose := c.stripAttribute(owner)
		return strings.HasSuffix(owner.Text, "率") && strings.HasSuffix(n.p.Text, "标准") && (whose.Text == owner.Text || whose.Size() < 3)
	},
	// 固定资产投资增长8%，产业投资增长9%
	func(c *context, n *owning, owner clause.Phrase) bool {
		return strings.HasSuffix(n.p.Text, "投资") && c.stripAttribute(n.p).Text != n.p.Text && owner.Size() > 2 && strings.HasSuffix(owner.Text, "固定资产投资")
	},
	// 带动消费8亿元，从业人员9万人
	func(c *context, _ *owning, owner clause.Phrase) bool {
		return len(c.last) > 0 && owner.Text == c.latest().Text && hasPrefix(owner.Text, "带动", "拉动")
	},
	// 固定资产投资9800万元；人均纯收入5120元
	func(c *context, n *owning, owner clause.Phrase) bool {
		return c.before != nil && hasPrefix(n.p.Text, "人均") && hasSuffix(n.p.Text, "收入") && c.indicates(owner) && n.q.Dimension() == c.before.q.Dimension()
	},
	// 存款余额152亿元，贷款余额55亿元
	func(c *context, n *owning, owner clause.Phrase) bool {
		bare := c.stripAttribute(owner)
		return c.indicates(n.p) && c.indicates(owner) && bare.Size() <= 2 && !hasSuffix(bare.Text, "区", "园") // but 园区产值60亿元，[园区]税收2亿元
	},
	// 用电量增长7%，货运量增长9%
	func(c *context, n *owning, owner clause.Phrase) bool {
		return c.ofSameKind(owner, n.p) || n.p.Size() > 2 && strings.HasSuffix(owner.Text, "量") && strings.HasSuffix(n.p.Text, "量") && c.stripAttribute(owner).Text == owner.Text
	},
	// 住房支出增长5%，就业支出增长6%
	func(c *context, n *owning, owner clause.Phrase) bool {
		last := n.items[len(n.items)-1].Text
		return len(n.items) > 1 && c.x.words.Has(last, word.Outlay) && strings.HasSuffix(owner.Text, last)
	},
}

// otherwiseJoined put some names and their owners together in ways of their own; the
// first that gives a name is taken.
var otherwiseJoined = []func(*context, *owning, clause.Phrase) clause.Phrase{
	func(c *context, n *owning, owner clause.Phrase) clause.Phrase {
		switch all := c.withoutNew(owner); {
		case n.p.Says("总量", "总额"):
			return all
		case strings.HasSuffix(n.p.Text, "总量") && all.Text != owner.Text: // 新设企业300家，在册总量1500家
			return clause.Join(clause.PhraseOf(c.doc.Text, n.items[:len(n.items)-1]), all)
		case n.p.Says("总数", "有效数") && all.Text != owner.Text: // 新认定企业300家，总数达到1500家
			return clause.Join(all, n.p)
		}
		return clause.Phrase{}
	},
	// 科技贷款…，发放贷款1亿元
	func(_ *context, n *owning, owner clause.Phrase) clause.Phrase {
		if len(n.items) != 2 || !n.items[0].Is(word.Acting) || !strings.HasSuffix(owner.Text, n.items[1].Text) {
			return clause.Phrase{}
		}
		return owner
	},
	// 粮食产量4亿吨，人均0.4吨
	func(c *context, n *owning, owner clause.Phrase) clause.Phrase {
		if !c.x.words.Is(n.p.Text, word.PerHead) {
			return clause.Phrase{}
		}
		return clause.Join(n.p, owner)
	},
}

// spelledFor is an owner as it stands before this attribute, without one of its own. It is
// empty where it is an attribute, and so are all names before it.
func (c *context) spelledFor(n *owning, owner clause.Phrase) clause.Phrase {
	if !c.x.words.Is(n.p.Text, word.Unstripped) {
		owner = c.withoutDeed(n, owner)
	} else if bare := c.stripAttribute(owner); c.x.words.Is(strings.TrimPrefix(owner.Text, bare.Text), word.Unstripped) {
		owner = bare // 进出口总额增速加快，[进出口总额]规模翻番
	}
	if owner.Size() > 2 && repeats(owner.Text, n.p.Text) {
		owner = owner.Shorter(2)
	}
	owner = withoutThose(owner, n.p)
	if !owner.Empty() && (len(c.last) == 0 || !c.spoken().Empty()) {
		switch {
		case hasSuffix(n.p.Text, "收入", "产值", "增加值", "税收", "规模", "装机", "产业投资"):
			owner = c.withoutWork(owner) // 推进开发区[创新升级]，实现收入5亿元
		case owner.Size() > 3 && hasSuffix(owner.Text, "发展") && !hasSuffix(n.p.Text, "投资", "投入", "支出", "资金", "经费"):
			owner = owner.Shorter(2) // 会展业[发展]较快，交易额达到5亿元
		}
	}
	if owner.Size() > 2 && earnsNone(owner, n.p) {
		owner = owner.Shorter(2) // 乡村旅游[游客]9万人次，综合收入3亿元
	}
	if owner.Text == "工业" {
		owner = c.firms(owner) // 规上企业36家，工业增加值5亿元，[规上企业]利税1亿元
	} else if strings.HasSuffix(owner.Text, "企业工业") {
		owner = owner.Shorter(2)
	}
	if c.x.words.Is(owner.Text, word.Vague) {
		owner = c.named(owner) // 重点项目19个，[项目]开工率100%，完成投资50亿元
	}
	owner = c.withoutBecoming(owner)
	for k := len(c.history) - 1; c.x.words.Is(owner.Text, word.Attribute) || c.onlyOfWork(owner.Text); k-- {
		if k < 0 {
			return clause.Phrase{} // 占地2万平方米，总建筑面积3万平方米
		}
		owner = c.stripAttribute(withoutDegree(c.history[k])) // 项目14个、投资总额116亿元，[项目]数量…
	}
	return owner
}

// withoutDegree is what a plan was met for so far: 基金支出[完成预算].
func withoutDegree(p clause.Phrase) clause.Phrase {
	if name, _, ok := strings.Cut(p.Text, "完成"); ok && name != "" && hasSuffix(p.Text, "预算", "计划") {
		return p.Shorter(p.Size() - utf8.RuneCountInString(name))
	}
	return p
}

// repeats tells whether the last word of an owner says what the attribute says: 工业[生产]增长较快，总产值
// 增长14%; 粮食[种植]面积3万亩，总产1万吨; 加大教育[投入]，完成投资3亿元.
func repeats(owner, attribute string) bool {
	if attribute == "投资" {
		return strings.HasSuffix(owner, "投入")
	}
	if hasSuffix(owner, "参保", "参合") {
		return hasSuffix(attribute, "率", "标准")
	}
	return hasSuffix(owner, "生产", "种植", "播种") && hasSuffix(attribute, "产值", "增加值", "产量", "总产", "单产", "率")
}

// withoutThose is an owner of a rate without those whom the rate is of: 合作医疗[参合农民]98万人，参合率98%;
// 污水治理[受益农户]600户，受益率98%.
func withoutThose(owner, rate clause.Phrase) clause.Phrase {
	does, ok := strings.CutSuffix(rate.Text, "率")
	at := strings.LastIndex(owner.Text, does)
	if !ok || utf8.RuneCountInString(does) != 2 || at <= 0 {
		return owner
	}
	return owner.Shorter(utf8.RuneCountInString(owner.Text[at:]))
}

// onlyOfWork tells whether a name says how much of something work takes, and not of which: 平均办理
// 时限, 申报材料.
func (c *context) onlyOfWork(name string) bool {
	r := []rune(strings.TrimPrefix(name, "平均"))
	return len(r) == 4 && c.x.words.Is(string(r[2:]), word.Head) && c.x.words.Is(string(r[:2]), word.Acting, word.Nominal, word.ShownVerb, word.ShownGoverning)
}

// withoutDeed is an owner without its attribute, and without the verb that acted on that where the
// name has one of its own: 技术合作[签订合同额]5亿元，完成营业额3亿元.
func (c *context) withoutDeed(n *owning, owner clause.Phrase) clause.Phrase {
	bare := c.stripAttribute(owner)
	r := []rune(bare.Text)
	if k := len(r) - 2; n.np.Action != "" && k > 2 && bare.Text != owner.Text {
		if verb := string(r[k:]); c.x.words.Is(verb, word.Acting) && !c.x.words.Is(verb, word.Nominal, word.NameVerb, word.Attribute) {
			return bare.Shorter(2)
		}
	}
	return bare
}

// withoutWork is a name without what is done to it: 开发区[创新升级], 新能源[发展模式].
func (c *context) withoutWork(p clause.Phrase) clause.Phrase {
	const verb = 2
	r := []rune(p.Text)
	n := len(r)
	for n >= 2*verb && c.x.words.Is(string(r[n-verb:n]), word.Furthering) {
		n -= verb
	}
	if r[n-1] == '的' {
		n--
	}
	return p.Shorter(len(r) - n)
}

// withoutBecoming is what was counted last without what became of it: 8个项目[开工]，完成投资31亿元.
func (c *context) withoutBecoming(p clause.Phrase) clause.Phrase {
	if c.before == nil || !slices.Contains(c.before.rules, "subject.predicate") || p.Text != c.latest().Text {
		return p
	}
	const verb = 2
	r, n := []rune(p.Text), 0
	for n+2*verb <= len(r) && (c.x.words.IsOne(string(r[n:n+verb]), word.Stage) || n > 0 && c.x.words.Is(string(r[n:n+verb]), word.Building)) {
		n += verb
	}
	return p.Behind(n)
}

// firms are the firms that a sentence counted before it spoke of their trade, else the trade.
func (c *context) firms(trade clause.Phrase) clause.Phrase {
	for _, p := range slices.Backward(c.history) {
		if strings.HasSuffix(p.Text, "企业") {
			return p
		}
	}
	return trade
}

// latest is the subject of the last number, or the last of several. It is empty where
// there is none.
func (c *context) latest() clause.Phrase {
	if len(c.last) == 0 {
		return clause.Phrase{}
	}
	return c.last[len(c.last)-1]
}

// indicates tells whether a name is an indicator's.
func (c *document) indicates(p clause.Phrase) bool { return c.x.indicators.named(p.Text) != nil }

// named is the name that a sentence gave before to what a vague noun speaks of.
func (c *context) named(vague clause.Phrase) clause.Phrase {
	for k := len(c.history) - 1; k >= 0; k-- {
		p := c.stripAttribute(c.history[k])
		if p.Text != vague.Text && strings.HasSuffix(p.Text, vague.Text) {
			return p
		}
	}
	theme := c.theme()
	if theme.Empty() {
		return vague
	}
	p, last := c.withoutWork(theme), c.latest()
	if p.Text == vague.Text || !strings.HasSuffix(p.Text, vague.Text) || !p.StandsBefore(last) {
		return vague
	}
	return p // 乡镇企业发展较快，[企业]个数达到1.4万个，从业人员13万人
}

// otherResidents is what was said of town or country, of the other: 城镇人均居住面积
// 增加到9平方米，[农村]增加到22平方米. It is empty where p names neither alone.
func (c *context) otherResidents(p clause.Phrase) clause.Phrase {
	if !p.Says("农村", "城镇", "渔农村", "农牧区", "农村牧区") || len(c.last) != 1 {
		return clause.Phrase{}
	}
	for _, other := range [...]string{"城镇", "城市", "农村"} {
		if rest, ok := strings.CutPrefix(c.last[0].Text, other); ok && other != p.Text && rest != "" {
			return clause.Join(p, c.last[0].Behind(utf8.RuneCountInString(other)))
		}
	}
	return clause.Phrase{}
}

// ofSameKind tells whether two names are both of indicators, and end in the same
// character: neither owns the other.
func (c *context) ofSameKind(owner, p clause.Phrase) bool {
	return endAlike(owner.Text, p.Text) && c.indicates(owner) && c.indicates(p) && c.stripAttribute(owner).Text == owner.Text
}

// endAlike tells whether two names end in the same character.
func endAlike(a, b string) bool {
	return han.Last(a) == han.Last(b)
}

// ownerless tells whether a name needs to be told whose it is: 规模, 货币价值,
// 救助金额, 建成面积.
func (c *document) ownerless(items []clause.Token, p clause.Phrase) bool {
	if c.x.words.Is(withoutManner(p.Text), word.Attribute, word.PerHead) || strings.HasPrefix(p.Text, "上缴") {
		return true
	}
	if clause.At(items, 0).Is(word.Complete) {
		return false
	}
	if c.ofDoing(p.Text) {
		return true
	}
	for i := range items {
		it := &items[i]
		if clause.IsJoint(it) || it.Kind == clause.Word && it.Is(word.Attribute, word.Bare, word.PerHead) {
			continue
		}
		if p.Size() <= 4 && i == 0 && len(items) == 2 && items[1].Is(word.Attribute) && (it.IsVerbal() || it.Text == "货币") {
			return true
		}
		return false
	}
	return true
}

// withoutManner is the name of a rate without the word before it that says how or by when: 按期
// [办结率], 一次性[化解率].
func withoutManner(name string) string {
	if strings.HasSuffix(name, "率") {
		for _, how := range [...]string{"按期", "按时", "如期", "及时", "一次性"} {
			if rate, ok := strings.CutPrefix(name, how); ok {
				return rate
			}
		}
	}
	return name
}

// ofDoing tells whether a name is the rate or the amount of what is done, and so
// needs to be told of what: 化解率, 交易额, 参赛人数.
func (c *document) ofDoing(name string) bool {
	name = strings.TrimPrefix(withoutManner(name), "年") // 年借阅量
	for _, end := range c.x.words.List(word.AmountEnd) {
		verb, ok := strings.CutSuffix(name, end)
		if ok && utf8.RuneCountInString(verb) == 2 && c.x.indicators.named(name) == nil {
			return c.x.words.Is(verb, word.Acting, word.Nominal, word.ShownVerb, word.ShownLeaning, word.ShownGoverning) && !c.x.words.Is(verb, word.Attribute)
		}
	}
	return false
}

// topic is what the sentence is about, or else the nearest sentence before it
// in its paragraph.
func (c *context) topic() clause.Phrase {
	if p := c.theme(); !p.Empty() {
		return p
	}
	s := c.doc.Sentences
	for k := c.index - 1; k >= 0 && c.index-k <= 6 && s[k].Paragraph == s[c.index].Paragraph; k-- {
		from, to := s[k].Start, s[k].End
		if s[k].Heading > from {
			from = s[k].Heading
		}
		from += listMark(c.t[from:to], nil)
		for i := from; i < to; i++ {
			if lang.IsHard(c.t[i]) && i-from < 4 {
				from = i + 1 // 四是，居民储蓄大幅度增加
			} else if lang.IsHard(c.t[i]) {
				to = i
				break
			}
		}
		if to-from > 60 || to <= from {
			continue
		}
		if p := c.themeOf(c.x.cutter.Cut(nil, c.t, from, to, nil, nil)); !p.Empty() && !c.x.words.Is(p.Text, word.Acting) && !strings.ContainsAny(p.Text, "0123456789") {
			return p
		}
	}
	return clause.Phrase{}
}

// stripAttribute drops the attribute at the end of a subject: 保护性耕作面积 →
// 保护性耕作.
func (c *document) stripAttribute(p clause.Phrase) clause.Phrase {
	if len(p.Spans) == 0 {
		return p
	}
	if p.Says("固定资产", "流动资产", "主营业务收入") {
		return p // one word, of which 资产 is no attribute
	}
	r, last := []rune(p.Text), p.Spans[len(p.Spans)-1]
	for _, n := range []int{6, 5, 4, 3, 2} {
		name := string(r[max(0, len(r)-n):])
		if len(r) <= n+1 || last[0] < 0 || !c.isAttributeName(name) || strings.HasPrefix(name, "产业") && name != "产业投资" {
			continue // 新兴产业[规模]; 新能源[产业投资] is one thing of several
		}
		spans := append([][2]int{}, p.Spans...)
		switch size := last[1] - last[0]; {
		case size > n:
			spans[len(spans)-1][1] -= n
		case size == n && len(spans) > 1:
			spans = spans[:len(spans)-1]
		default:
			continue
		}
		return clause.Phrase{Text: string(r[:len(r)-n]), Spans: spans}
	}
	return p
}

// isAttributeName tells whether a name is an attribute's, or needs to be told of what
// it is the rate or the amount.
func (c *document) isAttributeName(name string) bool {
	return c.x.words.Is(withoutManner(name), word.Attribute) || c.ofDoing(name)
}

// industry names the parts of 三次产业比例1.1:52.5:46.4.
func (c *context) industry(part int, np *subject.Noun) clause.Phrase {
	if part > 3 {
		return clause.PhraseOf(c.doc.Text, np.Items())
	}
	tail := "比重"
	text := clause.PhraseOf(c.doc.Text, np.Items()).Text
	if text == "" {
		text = c.ratioName
	}
	switch {
	case strings.HasSuffix(text, "构成"):
		tail = "构成"
	case strings.HasSuffix(text, "比例"), strings.HasSuffix(text, "比"):
		tail = "比例"
	}
	c.ratioName = text
	return clause.Phrase{Text: industryNames[part] + tail}
}

var industryNames = [...]string{"", "第一产业", "第二产业", "第三产业"}

// listEnds tells whether an owner is the list that a name is the last of: it
// owns nothing. 进口、出口、[投资]均居首位.
func listEnds(owner, p clause.Phrase) bool {
	return strings.HasSuffix(owner.Text, "、"+p.Text) || strings.HasSuffix(owner.Text, "和"+p.Text)
}
