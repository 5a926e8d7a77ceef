package extract

import (
	"math/big"
	"slices"
	"strings"
	"unicode/utf8"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/subject"
	"zhibiao/extract/word"
)

// What a number goes on with from those before it, beside its owner: the head of
// a list, the stage of a work.

// goOn is the subject that a clause without a noun goes on with.
func (c *context) goOn(d *draft, q *lang.Quantity, np *subject.Noun) clause.Phrase {
	if sum := c.summedUp(d); !sum.Empty() {
		d.rules = append(d.rules, "subject.inherited")
		return sum
	}
	whole := c.inherit(q)
	if c.spoken().Empty() && len(c.last) == 0 && np.Action != "" && q.Dimension() == "money" && c.indicates(whole) {
		return clause.Phrase{} // 财政收入继续增长。…今年先发行1万亿元
	}
	if d.r.IsLevel() && q.Counts() && c.x.words.Has(d.r.Pre+d.r.Verb, word.Summing) {
		whole = c.withoutNew(whole) // 新设企业300家，累计达1500家
	}
	whole = c.fitting(d, q, whole)
	if c.growsAnew(d, q, np) {
		if fresh := c.newly(whole, c.before); fresh.Text != whole.Text {
			d.plain, whole = whole, fresh
		}
	}
	if p := c.doneFor(d, q, np, whole); !p.Empty() {
		d.rules = append(d.rules, "subject.owned")
		return p
	}
	d.rules = append(d.rules, "subject.inherited")
	if c.firstPart(d, np) {
		return c.partAt(whole, np.Action)
	}
	return c.atStage(whole, np.Action)
}

// firstPart tells whether a count is the first of the parts of those counted before it, told by what became of
// them: 重点项目126个，其中[新开工]58个.
func (c *context) firstPart(d *draft, np *subject.Noun) bool {
	b := c.single(d.q)
	if b == nil || !d.r.IsLevel() || !d.q.Counts() || !c.said.Empty() {
		return false
	}
	if b.q.UnitName != d.q.UnitName && c.countedAlike(d.q, c.latest()).Empty() {
		return false // 项目126个、总投资90亿元，其中新开工58个
	}
	return c.x.words.IsOne(np.Action, word.Stage) && c.amongThem(b, d.q)
}

// partAt is what was counted, at a stage of its own: 新开工[重点项目], 开工项目 of 签约项目.
func (c *context) partAt(p clause.Phrase, stage string) clause.Phrase {
	if at := c.atStage(p, stage); at.Text != p.Text || !hasSuffix(p.Text, "项目", "工程", "企业") {
		return at
	}
	if r := []rune(p.Text); len(r) > 3 && len(p.Spans) == 1 && c.x.words.Is(string(r[:2]), word.Building, word.Becoming) {
		p = p.Behind(2)
	}
	return clause.Join(clause.Phrase{}.Plus(stage), p)
}

// fitting is a name that is gone on with, without the end that does not fit the number.
func (c *context) fitting(d *draft, q *lang.Quantity, p clause.Phrase) clause.Phrase {
	if d.r.Verb == "新增" {
		p = c.withoutTotal(p)
	}
	if d.r.Measure == "growth" || q.Dimension() == "money" {
		p = c.withoutRateName(p)
	}
	if strings.HasSuffix(p.Text, "预算") && c.at(c.clauseStart(q), word.Outcome) > 0 {
		return p.Shorter(2) // 收入预算为8亿元，实际完成9亿元
	}
	if d.r.Measure == "growth" && strings.HasSuffix(p.Text, "占比") && p.Size() > 4 {
		return p.Shorter(2) // 民间投资9亿元，占比六成，增长8%
	}
	if people(q) && strings.HasSuffix(p.Text, "率") {
		return p.Shorter(1) // 就业率达到83%，比上年增加60万人
	}
	if things := c.countedAlike(q, p); !things.Empty() && d.r.IsLevel() {
		return things
	}
	return p
}

// countedAlike are the things that were counted in the unit of a count before an attribute of theirs
// was told: 签约[项目]12个、总投资5亿元，已开工9个. It is empty where none were.
func (c *context) countedAlike(q *lang.Quantity, p clause.Phrase) clause.Phrase {
	if c.before == nil || !q.Counts() || c.before.q.Counts() {
		return clause.Phrase{}
	}
	owner := c.stripAttribute(p)
	for _, d := range slices.Backward(c.drafts) {
		if d.q.UnitName != q.UnitName || len(d.subjects) != 1 {
			continue
		}
		if name := d.subjects[0]; name.Text == owner.Text || strings.HasPrefix(p.Text, name.Text) && strings.HasSuffix(p.Text, "投资") {
			return name // 项目9个，年度投资5亿元，已开工3个
		}
	}
	return clause.Phrase{}
}

// growsAnew tells whether a growth stands right behind the count that it is of.
func (c *context) growsAnew(d *draft, q *lang.Quantity, np *subject.Noun) bool {
	if d.r.Measure != "growth" || np.Action != "" || !c.spoken().Empty() {
		return false
	}
	p := c.inPart(q)
	return p != nil && p.r.Measure == "level"
}

// doneFor is what a verb makes of the name that it goes on with: 实施民生政策10项，[惠及]251万
// 人, 办理人大代表议案3件、[建议]51件. It is empty for other verbs.
func (c *context) doneFor(d *draft, q *lang.Quantity, np *subject.Noun, whole clause.Phrase) clause.Phrase {
	switch np.Action {
	case "惠及":
		if d.r.Measure != "level" || !people(q) {
			break
		}
		if q.UnitName == "户" {
			return whole.Plus("惠及户数")
		}
		return whole.Plus("惠及人数")
	case "处理", "处分", "问责", "追责", "抓获":
		if d.r.Measure == "level" && people(q) {
			return whole.Plus(np.Action + "人数") // 查处问题30个，[处理]40人
		}
	case "服务", "救助", "补助", "资助", "援助", "培训", "义诊", "帮扶":
		if d.r.Measure == "level" && people(q) && (d.prev == nil || !people(d.prev.q)) {
			return c.service(whole, np.Action)
		}
	case "建议":
		if strings.HasSuffix(whole.Text, "案") && whole.Size() > 2 {
			return whole.Shorter(2).Plus(np.Action)
		}
	}
	return clause.Phrase{}
}

// service is what people are served with by a thing: 社区食堂26个，累计[服务]3万人次, 大病救助限额2万元，[救助]900人次.
// It is empty where the thing is the service.
func (c *context) service(thing clause.Phrase, act string) clause.Phrase {
	switch _, behind, ok := strings.Cut(thing.Text, act); {
	case !ok:
		return c.stripAttribute(thing).Plus(act)
	case behind != "":
		return thing.Shorter(utf8.RuneCountInString(behind))
	}
	return clause.Phrase{}
}

// summedUp is what the last two counts have in common, where d is their sum: 省里有5个建设项
// 目，市里有3个[建设项目]，共计8个. It is empty where d is none.
func (c *context) summedUp(d *draft) clause.Phrase {
	n, q := len(c.drafts), d.q
	if n < 2 || !d.r.IsLevel() || !q.Counts() || q.Val == nil || !c.x.words.Has(d.r.Pre+d.r.Verb, word.Summing) {
		return clause.Phrase{}
	}
	a, b := c.drafts[n-2], c.drafts[n-1]
	if !addsUp(a.q, b.q, q) || len(a.subjects) != 1 || len(b.subjects) != 1 {
		return clause.Phrase{}
	}
	p := b.subjects[0]
	k := commonEnd([]rune(a.subjects[0].Text), []rune(p.Text))
	if k < 2 {
		return clause.Phrase{}
	}
	return p.Behind(p.Size() - k)
}

// addsUp tells whether two amounts are the third together, in one unit.
func addsUp(a, b, sum *lang.Quantity) bool {
	if a.UnitName != sum.UnitName || b.UnitName != sum.UnitName || a.Val == nil || b.Val == nil {
		return false
	}
	return new(big.Rat).Add(a.Val, b.Val).Cmp(sum.Val) == 0
}

// commonEnd is how many characters a and b have in common at their ends.
func commonEnd(a, b []rune) int {
	k := 0
	for k < min(len(a), len(b)) && a[len(a)-1-k] == b[len(b)-1-k] {
		k++
	}
	return k
}

// withoutRateName is what a growth is of where the clause before named it with that: 价格
// [涨幅]回落，预计全年上涨6%. So is an amount: 生产总值[增速]全市第一，总量跃升到5202亿元.
func (c *context) withoutRateName(p clause.Phrase) clause.Phrase {
	n := utf8.RuneCountInString(c.x.words.End(p.Text, word.RateName))
	if n == 0 || p.Size() <= n+1 {
		return p
	}
	p = p.Shorter(n)
	if strings.HasSuffix(p.Text, "的") {
		return p.Shorter(1)
	}
	return p
}

// countedTogether are the last two things, where they were counted in one
// breath: 办理[人大代表建议]86件、[政协提案]73件. Else it is the last alone.
func (c *context) countedTogether() clause.Phrase {
	n := len(c.history)
	last := c.latest()
	if n < 2 || c.before.r.Measure != "level" || !c.before.q.Counts() {
		return last
	}
	a, b := c.history[n-2], c.history[n-1]
	if len(a.Spans) == 0 || len(b.Spans) == 0 || b.Text != last.Text {
		return last
	}
	from, to := a.Spans[len(a.Spans)-1][1], b.Spans[0][0]
	if from < 0 || to-from < 2 || to-from > 12 || strings.ContainsFunc(string(c.t[from:to]), lang.IsHard) || !lang.AnyAt(c.t, to-1, "、和") {
		return last
	}
	return clause.Join(a, clause.Phrase{Text: "、"}, b)
}

// carriedHead is the head that a growth without one goes on with: 采矿业增加值下降
// 6%，制造业[增加值]增长2%. It is empty where the name needs none.
func (c *context) carriedHead(d *draft, np *subject.Noun, p clause.Phrase) clause.Phrase {
	for _, carried := range [...]func(*context, *draft, *subject.Noun, clause.Phrase) string{(*context).listedUnder, (*context).shareAlong, (*context).memberAhead} {
		if head := carried(c, d, np, p); head != "" {
			return clause.Phrase{}.Plus(head)
		}
	}
	if c.madeAlong(d, np, p) {
		if d.r.IsLevel() && strings.HasSuffix(c.latest().Text, capacity) {
			return clause.Phrase{}.Plus(capacity) // 煤炭生产能力2000万吨，石油[生产能力]1000万吨
		}
		return clause.Phrase{}.Plus("产量")
	}
	if head := c.tradeHead(d, np, p); !head.Empty() {
		return head
	}
	if b := c.single(d.q); b == nil || d.r.Measure != "growth" || b.r.Measure != "growth" {
		return clause.Phrase{}
	}
	items := np.Items()
	if len(items) == 0 || clause.HasPause(items) || c.endsWhole(items) || c.x.indicators.find(p.Text, c.names) != nil {
		return clause.Phrase{}
	}
	last := c.last[0]
	bare := c.stripAttribute(last)
	if bare.Text == last.Text || !ofOneKind(bare.Text, p.Text) && !c.amongAmounts(d, last) {
		return clause.Phrase{}
	}
	end := last.Spans[len(last.Spans)-1]
	n := last.Size() - bare.Size()
	if end[0] < 0 || end[1]-end[0] < n {
		return clause.Phrase{}
	}
	return clause.Phrase{Text: strings.TrimPrefix(last.Text, bare.Text), Spans: [][2]int{{end[1] - n, end[1]}}}
}

// amongAmounts tells whether 其中 leads from an amount of money to a part of it: 民生支出增长9%，
// 其中教育[支出]增长8%.
func (c *context) amongAmounts(d *draft, whole clause.Phrase) bool {
	return lang.Index(c.t[c.from:d.q.Before], "其中") >= 0 && c.x.words.Has(whole.Text, word.Outlay)
}

// amountsAmong gives the members of a list behind 其中 the head of the amount that they are parts of.
func (c *context) amountsAmong(d *draft, parts []clause.Phrase, np *subject.Noun) []clause.Phrase {
	items := clause.PartsOf(np.Object, len(parts))
	if len(items) != len(parts) || len(np.Owner) > 0 {
		return parts
	}
	out := slices.Clone(parts)
	for i := range items {
		head := c.carriedHead(d, &subject.Noun{Object: items[i], Action: np.Action}, parts[i])
		if head.Empty() {
			return parts
		}
		out[i] = clause.Join(out[i], head)
	}
	return out
}

// listedUnder is the attribute that the words before ： name, which each member of the list
// has: 新增生产能力有：生铁[生产能力]18万吨; 招生人数为：小学[招生人数]2000人. It is empty for others.
func (c *context) listedUnder(d *draft, np *subject.Noun, p clause.Phrase) string {
	items, words := np.Items(), c.listHead(d.q.Start)
	if len(items) == 0 || len(words) == 0 || !d.r.IsLevel() || d.q.UnitName == "%" || c.parted(c.from+len(words), d.q.Start) {
		return ""
	}
	if !items[len(items)-1].IsNoun() || np.Action != "" || clause.HasPause(items) || c.endsWhole(items) || c.attributeOf(p.Text) != "" {
		return ""
	}
	clauses := strings.Split(string(words), "，")
	for i := len(clauses) - 1; i >= max(0, len(clauses)-2); i-- { // 招生人数，大致估算为：
		if head := c.heads(clauses[i]); head != "" && (d.q.Dimension() != "money" || hasSuffix(head, "值", "额")) {
			return head
		}
	}
	return ""
}

// heads is the attribute that the words before a list end in, with the verb that it is of: 新
// 增的[生产能力]有. It is empty where they end in none.
func (c *context) heads(words string) string {
	for _, link := range [...]string{"如下", "有", "为", "将", "分别"} {
		words = strings.TrimSuffix(words, link)
	}
	name := []rune(words)
	head := c.ownAttribute(name)
	if at := len(name) - len(head) - 2; len(head) == 2 && at >= 0 && c.x.words.Is(string(name[at:at+2]), word.Nominal, word.Acting, word.ShownVerb, word.ShownName) {
		return string(name[at:])
	}
	return strings.TrimPrefix(string(head), "年") // 今年产量
}

// memberAhead is whom the words that open the sentence name, so that each house behind them has
// them: 在校学生人数，高等学校[在校学生人数]4万人，小学[在校学生人数]90万人. It is empty for others.
func (c *context) memberAhead(d *draft, np *subject.Noun, p clause.Phrase) string {
	counted := people(d.q) && d.r.IsLevel() || d.r.Measure == "growth"
	if !counted || np.Action != "" || !c.x.words.Has(p.Text, word.House) {
		return ""
	}
	return c.x.words.End(c.theme().Text, word.Member)
}

// shareAlong is the name of the share that a percentage goes on with: 教育和科技经费所占的比重由
// 50%降到40%，其中教育经费[所占的比重]由30%降到20%. It is empty for others.
func (c *context) shareAlong(d *draft, np *subject.Noun, p clause.Phrase) string {
	if !d.r.IsLevel() || !d.r.Origin || d.q.UnitName != "%" {
		return ""
	}
	b, items := c.single(d.q), np.Items()
	if b == nil || b.q.UnitName != "%" {
		return ""
	}
	if np.Action != "" || len(items) == 0 || hasSuffix(p.Text, "率", "比") || c.x.words.EndsIn(p.Text, word.ShareName) {
		return ""
	}
	for _, head := range [...]string{"所占的比重", "所占比重", "的比重", "比重"} {
		if strings.HasSuffix(c.last[0].Text, head) {
			return head
		}
	}
	return ""
}

// madeAlong tells whether a bare good stands in a sentence on what was made: 主要产
// 品产量继续增加，原煤[产量]达到10亿吨、钢[产量]7000万吨.
func (c *context) madeAlong(d *draft, np *subject.Noun, p clause.Phrase) bool {
	items := np.Items()
	if n := len(items); n == 0 || n > 2 || clause.HasPause(items) || np.Action != "" && !d.r.Reached {
		return false
	}
	if amount := d.r.IsLevel() && d.q.Dimension() == "mass"; !amount && d.r.Measure != "growth" {
		return false
	}
	if hasSuffix(p.Text, "人口", "人数") {
		return false // 在人口增加一成的情况下
	}
	if last := &items[len(items)-1]; items[0].IsVerbal() || !last.IsNoun() || last.Is(word.Complete, word.Acting) || c.endsWhole(items) {
		return false
	}
	if c.attributeOf(p.Text) != "" || c.x.words.Has(p.Text, word.PerOutput) {
		return false
	}
	made := func(p clause.Phrase) bool { return strings.HasSuffix(p.Text, "产量") }
	if d.r.IsLevel() && strings.HasSuffix(c.latest().Text, capacity) && c.samePart(c.before, d.q) {
		return true
	}
	return slices.ContainsFunc(c.history[max(0, len(c.history)-6):], made) || made(c.spoken())
}

// ofOneKind tells whether two names are both of trades, or of classes of goods.
func ofOneKind(a, b string) bool {
	for _, kind := range [...]string{"业", "类"} {
		if strings.HasSuffix(a, kind) && strings.HasSuffix(b, kind) {
			return true
		}
	}
	return false
}

// hasSuffix tells whether s ends in one of ends.
func hasSuffix(s string, ends ...string) bool {
	return slices.ContainsFunc(ends, func(end string) bool { return strings.HasSuffix(s, end) })
}

// atStage is what was named with one stage of its work, and is counted at
// another: 保障房开工3万套、竣工2万套、供应1万套 are 保障房竣工 and 保障房.
func (c *context) atStage(p clause.Phrase, action string) clause.Phrase {
	if action == "" {
		return p
	}
	now := ""
	if c.x.words.IsOne(action, word.Stage) {
		now = action
	}
	for _, stage := range c.x.words.List(word.Stage) {
		if p.Size() < utf8.RuneCountInString(stage)+2 || strings.Contains(action, stage) {
			continue
		}
		if rest, ok := strings.CutSuffix(p.Text, stage); ok {
			return clause.Phrase{Text: rest + now}
		}
		if rest, ok := strings.CutPrefix(p.Text, stage); ok {
			return clause.Phrase{Text: now + rest}
		}
	}
	return p
}

// withoutNew is what all of the things are that new ones were counted of: 新登记企业
// 5万户，总量20万户 are 企业.
func (c *document) withoutNew(p clause.Phrase) clause.Phrase {
	w := c.x.words.Match(p.Text, word.Newly)
	if n := utf8.RuneCountInString(w); n > 0 && p.Size() > n+1 && len(p.Spans) == 1 {
		return clause.Phrase{Text: strings.TrimPrefix(p.Text, w), Spans: [][2]int{{p.Spans[0][0] + n, p.Spans[0][1]}}}
	}
	return p
}

// newly is what a growth goes on with behind a count of new things: 新登记企业5万户，
// 增长8%, or 新增[企业]5万户，增长8% are both of the new ones.
func (c *context) newly(whole clause.Phrase, before *draft) clause.Phrase {
	action := before.action
	if before.r.Verb == "新增" && !before.q.Counts() {
		return whole // 境外投资新增22亿美元，增长55%
	}
	if !c.x.words.IsOne(action, word.Newly) || hasPrefix(whole.Text, "新", "净") || hasSuffix(whole.Text, "量", "额", "率") {
		return whole
	}
	n := utf8.RuneCountInString(action)
	if s := whole.Spans; len(s) == 2 && s[0][0] >= 0 && s[1][0] >= n && lang.HasPrefix(c.t, s[1][0]-n, action) {
		return clause.Join( // 文体旅领域[新增]企业
			clause.Phrase{Text: c.doc.Quote(s[0][0], s[0][1]), Spans: s[:1]},
			clause.Phrase{Text: c.doc.Quote(s[1][0]-n, s[1][1]), Spans: [][2]int{{s[1][0] - n, s[1][1]}}})
	}
	return clause.Join(clause.Phrase{}.Plus(action), whole)
}

// withoutTotal is what new ones are counted of behind a total: 企业[总量]90万户，新增
// 12万户.
func (c *context) withoutTotal(p clause.Phrase) clause.Phrase {
	if n := utf8.RuneCountInString(c.x.words.Match(p.Text, word.Total)); n > 0 && p.Size() > n+1 {
		return p.Shorter(n)
	}
	return p
}

// hasPrefix tells whether s begins with one of starts.
func hasPrefix(s string, starts ...string) bool {
	return slices.ContainsFunc(starts, func(start string) bool { return strings.HasPrefix(s, start) })
}

// partHead is the head of the whole that a part leaves out: 市县重点项目20个，其中县重点
// [项目]5个.
func (c *context) partHead(d *draft, np *subject.Noun) clause.Phrase {
	n := len(np.Object)
	if n == 0 || len(c.history) == 0 || d.r.Measure != "level" || !d.q.Counts() || np.Object[n-1].Text != "重点" {
		return clause.Phrase{}
	}
	for k := len(c.history) - 1; k >= max(0, len(c.history)-3); k-- {
		if _, rest, ok := strings.Cut(c.history[k].Text, "重点"); ok && rest != "" && utf8.RuneCountInString(rest) < 5 {
			return clause.Phrase{}.Plus(rest)
		}
	}
	return clause.Phrase{}
}

// wholeOf notes what the parts behind 其中 are parts of: an investment behind them
// is of the whole. 项目40个，其中续建15个，[项目]总投资8亿元.
func (c *context) wholeOf(d *draft) {
	p := c.before
	if p == nil || len(c.last) == 0 || !p.q.Counts() || !d.q.Counts() || p.q.After >= d.q.Before {
		return
	}
	if c.amongThem(p, d.q) {
		c.whole = c.latest()
	}
}

// amongThem tells whether 其中 stands between what p measures and a number.
func (c *context) amongThem(p *draft, q *lang.Quantity) bool {
	return lang.Index(c.t[p.q.After:q.Before], "其中") >= 0
}

// partDone is what was counted before 其中 with the place that a verb without a noun says has some of them: 引进项目
// 300个，其中[高新区]引进26个. It is empty for others.
func (c *context) partDone(d *draft, np *subject.Noun) clause.Phrase {
	b := c.single(d.q)
	if b == nil || !d.r.IsLevel() || b.q.UnitName != d.q.UnitName || !c.amongThem(b, d.q) {
		return clause.Phrase{}
	}
	items := np.Items()
	k := len(items)
	for k > 0 && items[k-1].IsVerbal() && items[k-1].Is(word.Acting, word.Becoming) {
		k--
	}
	if k == 0 || k == len(items) && np.Action == "" && d.r.Verb != "新增" || clause.HasPause(items[:k]) || !hasSuffix(items[k-1].Text, "区", "园", "城", "中心", "市", "县", "镇", "乡", "基地") {
		return clause.Phrase{}
	}
	return clause.Join(clause.PhraseOf(c.doc.Text, items[:k]), c.last[0])
}

// tradeHead is what an amount of a trade measures, where the amount before it says
// so: 主营业务收入800亿元，建材行业[主营业务收入]250亿元.
func (c *context) tradeHead(d *draft, np *subject.Noun, p clause.Phrase) clause.Phrase {
	trade := strings.HasSuffix(p.Text, "业") && !clause.HasPause(np.Items())
	if !trade || !d.r.IsLevel() || d.q.Unit == nil || d.q.Unit.Dim != "money" || np.Action != "" && !d.r.Reached {
		return clause.Phrase{}
	}
	if b := c.single(d.q); b == nil || b.r.Measure != "level" || d.q.UnitName != b.q.UnitName {
		return clause.Phrase{}
	}
	last := c.last[0]
	head := last.Text
	if bare := c.stripAttribute(last); bare.Text != last.Text && !strings.HasSuffix(head, "主营业务收入") {
		head = strings.TrimPrefix(last.Text, bare.Text)
	} else if i := strings.Index(head, "主营业务收入"); i > 0 {
		head = head[i:]
	}
	if !c.x.words.Is(head, word.Attribute) && head != "主营业务收入" {
		return clause.Phrase{}
	}
	return clause.Phrase{}.Plus(head)
}
