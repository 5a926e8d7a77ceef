package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/subject"
	"zhibiao/extract/word"
)

// choice is what the rules of subjects see of a number: how it was read, the
// noun behind it, and what that noun does. A rule that proposes something notes in
// the draft how it came to that; one that does not leaves the draft as it was.
type choice struct {
	*number
	d            *draft
	behind, rest []clause.Token
	shared       bool // 的 stands before the number and the noun behind is shared
}

// candidate is what a number may measure, with the ids of the rules that
// propose it.
type candidate struct {
	subjects []clause.Phrase
	rules    []string
}

// subjectRules propose what a number measures; nil proposes nothing. They are
// in the order of their worth: the first that proposes something has the
// number, the others are what it could have been.
var subjectRules = []func(c *context, at *choice) []clause.Phrase{
	ofShare,        // 工业[占经济总量比重]30%
	examplesBefore, // 税收、利润等[下降3%]
	growthBehind,   // [增长5%]的出口
	judgedIn,       // 在[治水考核]中，我市名列第一
	nounCompared,   // 出口[增长5%]
	goalSet,        // 新增就业6万人，超额完成年初确定的[5万人]目标
	putToWork,      // 在[城镇安置]903万人[就业]
	servedRate,     // 对小微企业…[80%]的税收优惠
	wholly,         // [隔离人员]100%[闭环转运]
	thoseWhich,     // 企业90个，其中17个是[国外帮助设计的]
	sharedNoun,     // 8个国家级、13个省级[医疗中心]
	timesChanged,   // [养老金]6次[调整]
	nounCounted,    // 30个[老旧小区]
	invested,       // 投资5亿元实施[A工程]
	spent,          // 投入2亿元扶持[项目]
	paid,           // [区财政]投入5亿元
	listBefore,     // 税收、利润等[3亿元]
	nounAlone,      // [3亿元]税收
	peopleWho,      // 1559人[实现稳定脱贫]
	timesDone,      // 两次[下调利率]
	thoseDone,      // 这些[项目]，已经[建成投产]的有17个
	thoseOf,        // 企业90个，其中[限额以上]的有17个
	nounBefore,     // 税收[3亿元]
}

// choose gives a draft what it measures.
func (c *context) choose(d *draft, at *choice) {
	for _, rule := range subjectRules {
		if d.subjects = rule(c, at); d.subjects != nil {
			return
		}
	}
}

// all are the candidates of a number, the one that choose takes first.
func (c *context) all(at *choice) []candidate {
	var out []candidate
	for _, rule := range subjectRules {
		own, d := *at, *at.d
		own.d, d.rules = &d, nil
		if subjects := rule(c, &own); subjects != nil {
			out = append(out, candidate{subjects, d.rules})
		}
	}
	return out
}

// choice reads what stands behind a number.
func (c *context) choice(d *draft, n *number, shared bool) *choice {
	at := &c.room.work.choice
	*at = choice{number: n, d: d, shared: shared}
	if len(n.Right) > 0 {
		at.behind, at.rest = subject.Behind(n.Right, c.actsOn(d, n))
	}
	if !at.isLevel() {
		return at
	}
	if u := n.Quantity.Unit; u != nil && u.Dim == "money" {
		if first := clause.At(at.behind, 0); first.Text == "用于" || first.Text == "迈进" || len(at.behind) == 1 && first.Pos == "q" {
			at.behind = nil // 筹集15亿元用于资助学生, 约合1243亿元人民币
		}
	}
	if len(at.behind) == 1 && at.behind[0].Says("外", "以外", "之外", "两档", "三档", "四档", "五档") {
		at.behind = nil // 除动用结余8亿元外, 调整为1500元、1400元两档
	}
	if len(at.behind) > 0 {
		at.behind = c.withoutAttribute(n, c.counted(d, n, at.behind), at.rest)
	}
	if c.preposition(n.Quantity) != "" {
		at.servedNoun(c)
	}
	if whose := c.ofAmount(n); len(whose) > 0 {
		at.behind, at.rest = whose, nil
	}
	if n.Quantity.UnitName == "%" && len(at.behind) == 0 && len(n.np.Object) == 0 && clause.At(n.Right, 0).IsVerb() && !d.r.Origin && !c.yardstick(n.Quantity) {
		at.behind = c.served(n.Right) // it leads to no other figure, as in 由25%增加到45%
	}
	at.number = c.withoutVerbs(n, at.behind)
	return at
}

// goalSet is what was told of before the goal that someone had set for it: [新增就业]6万人，超额完成年初确定的5万
// 人目标.
func goalSet(c *context, at *choice) []clause.Phrase {
	q := at.Quantity
	k := q.After
	if lang.At(c.t, k) == '的' {
		k++
	}
	if c.at(k, word.GoalName) == 0 {
		return nil
	}
	p := c.single(q)
	if p == nil || p.q.UnitName != q.UnitName {
		return nil
	}
	words := strings.TrimSuffix(string(c.t[at.d.clauseAt:q.Before]), "的")
	if !hasSuffix(words, "下达", "确定", "提出", "规划", "计划", "规定", "制定") || !lang.HoldsOne(words, "完成", "实现", "达到", "低于", "高于", "好于", "优于", "超过", "突破") {
		return nil
	}
	return at.by("subject.inherited", c.last[0])
}

// servedNoun ends the noun behind those for whom something is done at the verb: 为173个
// [小区]新增设施. Where none are named it is what is done for them: 为2万人次提供[培训].
func (at *choice) servedNoun(c *context) {
	switch v := subject.Governing(at.Right); {
	case v > 1 && at.Right[0].Text == "新增": // 对2万亿元[新增财政资金]建立机制
		at.behind, at.rest = subject.Clean(at.Right[:v]), at.Right[v:]
	case actsFirst.Begins(at.Right) && !subject.Relative(at.Right, 0):
		done := c.served(at.Right)
		if len(done) == 0 {
			done = subject.Clean(at.Right[1:])
		}
		at.behind, at.rest = done, nil
	case v > 0:
		at.behind, at.rest = subject.Clean(at.Right[:v]), at.Right[v:]
	}
}

// actsFirst is a verb right behind the number.
var actsFirst = clause.Row{clause.Verb.Is(word.Acting, word.Carrying)}

// actsOn is what the verb before a number makes of the verbs behind it.
func (c *context) actsOn(d *draft, n *number) subject.Before {
	verb := n.np.Action
	if verb == "" && n.np.Empty() && lang.AnyAt(c.t, n.Quantity.Before-1, "、和及与") {
		verb = d.action // 新增120个高清视频、150套[引导]屏
	}
	acted := verb != "" && countsThings(n.Quantity) && !d.r.Reached && !c.x.words.Is(verb, word.MakesAct, word.Causing)
	return subject.Before{
		Acted:   acted,
		Matters: c.x.words.Has(n.Quantity.UnitName, word.Matter),
		Works:   c.x.words.Is(verb, word.Works) || c.x.words.Has(n.Quantity.UnitName, word.Event),
		Bare:    verb == "" && d.r.Verb == "" && n.np.Empty() && (n.Quantity.Counts() || n.Quantity.UnitName == "") && !c.listedOn(n.Quantity),
		Holds:   c.x.words.LenBefore(c.t[c.from:n.Quantity.Before], word.Holding) > 0,
	}
}

// listedOn tells whether a number stands in a list behind another, whose verb may act on it too.
func (c *context) listedOn(q *lang.Quantity) bool {
	p := c.inPart(q)
	return p != nil && p.action != ""
}

// counted ends the noun behind a number where what it does begins.
func (c *context) counted(d *draft, n *number, behind []clause.Token) []clause.Token {
	switch {
	case d.among:
		return beforeMiddle(behind)
	case n.More && c.isMeans(n.Quantity):
		return beforeGiving(behind)
	}
	behind = beforeAim(withoutLevel(n, c.whose(d, n, beforeSome(amongWhich(c.beforeDone(behind))))))
	switch {
	case len(n.Right) > 0 && n.Right[0].Text == "等" && n.Quantity.UnitName == "" && !n.Quantity.Rank:
		return nil // 裁减员额20万等各项任务
	case (d.r.Origin || c.yardstick(d.q)) && ledOn(n.Right):
		return nil // 由85个减为26个, 比上年的85个减少59个
	case c.countedTwice(n, behind):
		return nil // 安置房12栋1200套分配到户
	case c.samePer(d, n):
		return nil // 每吨钢的能耗，由上年的2.5吨煤，降低到2.2吨煤
	case onlySteps(n.Right, behind):
		return nil // 突破百亿元大关, 跨过3个万亿级关口, 达到5亿元的目标
	case c.x.words.Is(n.np.Action, word.MakesAct):
		return withoutAct(behind)
	}
	return behind
}

// ledOn tells whether words lead from the number before them to another: 126家[发展到]238家,
// 比上年的19%[有所降低].
func ledOn(right []clause.Token) bool {
	for len(right) > 0 && right[0].Pos == "d" {
		right = right[1:]
	}
	first, second := clause.At(right, 0), clause.At(right, 1)
	return first.IsVerb() || hasSuffix(first.Text, "到", "至") || hasPrefix(second.Text, "到", "至") || second.Text == "为" && first.Is(word.Acting)
}

// countedTwice tells whether the number counts again what the one right before it counts,
// and only what became of it stands behind.
func (c *context) countedTwice(n *number, behind []clause.Token) bool {
	p := c.before
	if p == nil || p.q.After != n.Quantity.Start || !p.q.Counts() {
		return false
	}
	return !slices.ContainsFunc(behind, func(k clause.Token) bool { return !k.IsVerbal() && !k.Is(word.Becoming, word.Ending) })
}

// samePer tells whether the noun behind a number says only in what a thing is measured that
// was named before: 每吨钢的能耗，由2.5吨[煤]，降低到2.2吨[煤].
func (c *context) samePer(d *draft, n *number) bool {
	p := c.before
	switch {
	case len(n.Right) != 1 || n.Quantity.Dimension() != "mass":
		return false
	case d.r.Origin:
		return !c.spoken().Empty()
	}
	return d.r.Reached && p != nil && p.r.Origin && p.q.UnitName == n.Quantity.UnitName && lang.HasPrefix(c.t, p.q.After, n.Right[0].Text)
}

// withoutLevel drops what of the things counted is raised: 提升13个[产业园区]水平.
func withoutLevel(n *number, behind []clause.Token) []clause.Token {
	last := len(behind) - 1
	if last > 0 && n.Quantity.Counts() && !behind[0].IsVerb() && behind[last].Text == "水平" && behind[last-1].IsNoun() && !behind[last-1].Is(word.Attribute) {
		return behind[:last]
	}
	return behind
}

// beforeAim ends the noun behind a number where it says that this is aimed at: 90个[村出列]的目标.
func beforeAim(behind []clause.Token) []clause.Token {
	if n := len(behind); n > 3 && behind[n-1].Is(word.Step) && behind[n-2].Text == "的" && behind[0].IsNoun() {
		return behind[:n-2]
	}
	return behind
}

// onlySteps tells whether the noun behind a number only says what the number is:
// 突破百亿元[大关]; with 的, that it was aimed at: 达到5亿元的[目标].
func onlySteps(right, behind []clause.Token) bool {
	for len(behind) > 1 && behind[len(behind)-1].Pos == "f" { // 在5亿元的水平[上]
		behind = behind[:len(behind)-1]
	}
	if len(behind) == 0 || len(behind) > 3 || !behind[len(behind)-1].Is(word.Step) {
		return false
	}
	if !behind[len(behind)-1].Is(word.Leading, word.Vague, word.Attribute) {
		return true
	}
	return of(right) && !slices.ContainsFunc(behind, func(k clause.Token) bool {
		return k.Pos != "a" && !k.Is(word.Step) && !k.Says("调控", "控制")
	})
}

// amongWhich ends the noun behind a number where some of the things counted are told of: 41户[企业]中
// 亏损企业17户.
func amongWhich(behind []clause.Token) []clause.Token {
	for i := 1; i+1 < len(behind); i++ {
		if behind[i].Says("中") && behind[i].Pos == "f" && behind[i-1].IsNoun() {
			return behind[:i]
		}
	}
	return behind
}

// beforeSome ends the noun behind a number where others begin that it does not
// count: 100个[国营农场]和一些县.
func beforeSome(behind []clause.Token) []clause.Token {
	for i := 1; i+1 < len(behind); i++ {
		if behind[i].Is(word.Joint) && behind[i+1].Is(word.Some) {
			return behind[:i]
		}
	}
	return behind
}

// whose ends the noun behind a count before 的 and what those counted have: 5个[工业部]的产
// 品成本. What is made is itself counted, and so is work: 组建3个行业的技术平台, 8个小区的改造. The
// people are counted whatever they have: 14亿[人民]的智慧.
func (c *context) whose(d *draft, n *number, behind []clause.Token) []clause.Token {
	at := slices.IndexFunc(behind, func(k clause.Token) bool { return k.Text == "的" })
	if at < 1 || at+1 == len(behind) {
		return behind
	}
	whose, has := behind[:at], &behind[len(behind)-1]
	switch q := n.Quantity; {
	case q.UnitName == "" && c.allPeople(subject.Joined(whose)) && !c.x.words.Is(d.action, word.Nominal):
		return whose // 14亿人口的大国, but 解决6万人口的饮水困难
	case q.UnitName != "个" && q.UnitName != "家" && q.UnitName != "种", n.np.Action != "" || d.action != "", subject.Vague(whose):
		return behind
	case has.Says("调查", "统计"):
		return whose // 据1200个[农业社]的调查
	case has.IsVerbal(), has.Is(word.VerbHead, word.Nominal, word.Step, word.Acting):
		return behind
	}
	if !strings.HasPrefix(whose[at-1].Pos, "n") || slices.ContainsFunc(whose, namesNone) {
		return behind
	}
	return whose
}

// namesNone tells whether a word before 的 may say how a thing is, and names none.
func namesNone(k clause.Token) bool {
	return k.Kind != clause.Word || !k.IsNoun() || k.Tagged("a", "b", "i", "l") || k.Is(word.Attribute)
}

// allPeople tells whether a name is that of the people, and of no part of them.
func (c *context) allPeople(name string) bool {
	return name == "人口" || c.x.words.IsOne(name, word.People)
}

// isAttribute tells whether words name an attribute of what stands before them,
// and nothing that can be counted.
func (c *context) isAttribute(items []clause.Token) bool {
	if len(items) == 1 && (items[0].Is(word.Attribute) || c.x.words.Has(items[0].Text, word.OwnedEnd)) {
		return true
	}
	e := c.x.indicators.named(subject.Joined(items))
	return e != nil && e.Dimension != "count"
}

// withoutVerbs is a number whose phrase holds no verb that passes for a noun:
// [帮扶]7.2万名就业困难人员, [协调]解决问题62项, [审批]完成13个更新单元.
func (c *context) withoutVerbs(n *number, behind []clause.Token) *number {
	own := &c.room.work.bare
	*own = *n
	np := &own.np
	counted := len(behind) > 0 && countsThings(n.Quantity)
	if len(behind) > 0 {
		for _, rule := range actingPhrases {
			if verb, acts := rule(np, n.Quantity); acts {
				np.Object, np.Action = nil, verb
				break
			}
		}
	}
	if last := len(np.Object) - 1; last >= 0 {
		counted = !np.Object[last].Is(word.Attribute)
	}
	if counted && len(np.Owner) == 1 && doing(&np.Owner[0]) {
		np.Owner = nil
	}
	return own
}

// actingPhrases tell when the words before a number name nothing but what is done to the
// things counted behind it, and by which verb. The first that does is followed.
var actingPhrases = []func(np *subject.Noun, q *lang.Quantity) (verb string, acts bool){
	actOnCounted,
	becomeOnly,
	actAgain,
	buildCounted,
}

// actOnCounted: [升级改造]68座公厕, [攻坚]34个项目.
func actOnCounted(np *subject.Noun, q *lang.Quantity) (verb string, acts bool) {
	k := len(np.Object)
	if k == 0 || !countsThings(q) || np.Object[k-1].End < q.Before-1 {
		return "", false
	}
	first, last := &np.Object[0], &np.Object[k-1]
	for k > 0 && actsOnCounted(&np.Object[k-1]) {
		k--
	}
	if first == last {
		return last.Text, k == 0 || actsAlone(first, len(np.Owner) == 0)
	}
	opens := k == 1 && (first.Pos == "vn" || first.Is(word.ShownVerb))
	return last.Text, k == 0 || opens
}

// becomeOnly: [开业运营]20个商业项目.
func becomeOnly(np *subject.Noun, q *lang.Quantity) (verb string, acts bool) {
	if !q.Counts() || np.Owner != nil || !allBecome(np.Object) {
		return "", false
	}
	return np.Object[len(np.Object)-1].Text, true
}

// actAgain: 迭代[升级]120项功能.
func actAgain(np *subject.Noun, q *lang.Quantity) (verb string, acts bool) {
	return np.Action, q.Counts() && np.Action != "" && behindVerbs(np.Object, q)
}

// buildCounted: 利用边角地[建设]6个停车场.
func buildCounted(np *subject.Noun, q *lang.Quantity) (verb string, acts bool) {
	last := len(np.Object) - 1
	if !q.Counts() || np.Action == "" || last < 1 {
		return "", false
	}
	return np.Object[last].Text, makes(&np.Object[last], q)
}

// actsAlone tells whether the only word before a number acts on what is counted
// behind it: [攻坚]34个项目.
func actsAlone(verb *clause.Token, ownerless bool) bool {
	if verb.Is(word.Attribute) {
		return false
	}
	return verb.Pos == "vn" && !verb.Is(word.NameVerb) || verb.Pos == "v" && ownerless
}

// behindVerbs tells whether what a verb acts on is a verb again, right before q.
func behindVerbs(object []clause.Token, q *lang.Quantity) bool {
	return len(object) == 1 && object[0].Pos == "vn" && object[0].Is(word.Nominal) && !object[0].Is(word.Attribute, word.Acting) && object[0].End == q.Before
}

// makes tells whether a word right before q makes what q counts.
func makes(k *clause.Token, q *lang.Quantity) bool {
	return k.Is(word.Building) && k.Text != "发展" && k.End == q.Before
}

// allBecome tells whether words only say what became of what is counted behind them:
// [开业运营]20个商业项目.
func allBecome(items []clause.Token) bool {
	for i := range items {
		if k := &items[i]; k.Kind != clause.Word || !k.Is(word.Becoming) {
			return false
		}
	}
	return len(items) > 1
}

// countsThings tells whether the noun behind a quantity is what there is so much
// of: 12个[公园], 3万亩[高标准农田].
func countsThings(q *lang.Quantity) bool {
	return q.Counts() || isPlaced(q)
}

// actsOnCounted tells whether a word before a number acts on what is counted
// behind it, or is the report's own area: [升级改造]68座公厕, [抓住我市]36家公司.
func actsOnCounted(k *clause.Token) bool {
	return k.Kind == clause.Word && ((k.Pos == "v" || k.Tagged("vn", "n") && k.Is(word.Acting)) && !k.Is(word.NameVerb, word.Complete, word.Attribute) || k.Is(word.OwnArea, word.Generic))
}

// isLevel tells whether the number counts or measures, and is no share.
func (at *choice) isLevel() bool { return at.d.r.IsLevel() }

// isCompared tells whether the number is a growth, a change, a multiple or a
// rank: what it measures stands before it.
func (at *choice) isCompared() bool { return at.d.r.Measure != "level" && at.d.r.Share == "" }

// by notes the rule, and makes subjects of the phrase.
func (at *choice) by(id string, p clause.Phrase) []clause.Phrase {
	at.d.rules = append(at.d.rules, id)
	return []clause.Phrase{p}
}

// ofShare puts a share behind its owner: 工业[占经济总量比重].
func ofShare(c *context, at *choice) []clause.Phrase {
	if at.d.r.Share == "" {
		return c.shareAgain(at)
	}
	if onlyActs(at.np.Items()) && of(at.Right) && len(at.behind) > 0 { // 占全国人口65%的[地区], 团结占人口九成的[群众]
		return at.by("subject.behind", clause.PhraseOf(c.doc.Text, at.behind).Plus(at.d.r.Share))
	}
	if p := c.heldBy(at); !p.Empty() {
		return at.by("subject.behind", p.Plus(at.d.r.Share))
	}
	if p := c.otherPart(at); !p.Empty() {
		at.d.sharing = p
		return at.by("subject.owned", p.Plus(at.d.r.Share))
	}
	at.d.sharing = c.nounBefore(at.d, at.Quantity, &at.np)
	part := clause.PhraseOf(c.doc.Text, at.np.Items())
	if owner, ok := strings.CutSuffix(at.d.sharing.Text, part.Text); ok && owner != "" && part.Text != "" && strings.Contains(at.d.r.Share, owner) {
		at.d.sharing = part // 一般公共预算收入26亿元，[税收]占一般公共预算收入80%
	}
	if t := at.d.sharing.Text; at.d.r.Share == "占比" && (strings.HasSuffix(t, "比") || c.x.words.EndsIn(t, word.ShareName)) {
		return []clause.Phrase{at.d.sharing}
	}
	return []clause.Phrase{at.d.sharing.Plus(at.d.r.Share)}
}

// otherPart is another part of those whose share was told before, by what the words before 占 tell
// of it: 增收的社员占70%，[减收的]占10% are 减收的社员. So it is of a part of what was measured: 产值90亿元，其中[拥有
// 专利的]占60%. It is empty for others.
func (c *context) otherPart(at *choice) clause.Phrase {
	k := len(at.head) - 1
	p := c.single(at.Quantity)
	if p == nil || at.d.r.Share != "占比" || clause.At(at.head, k).Text != "的" {
		return clause.Phrase{}
	}
	who, whole := subject.Clean(c.nouns.Trim(at.head[:k])), lastHead(c.last[0])
	switch {
	case len(who) == 0:
		return clause.Phrase{}
	case p.r.IsLevel() && who[0].IsVerb():
	case p.r.Share == "", whole.Text == c.last[0].Text:
		return clause.Phrase{}
	}
	return clause.Join(clause.PhraseOf(c.doc.Text, who).Plus("的"), whole)
}

// shareAgain is the share of a wider area that goes on with the share before it: 产量占全国的30%、[全世
// 界的]20%.
func (c *context) shareAgain(at *choice) []clause.Phrase {
	p := c.single(at.Quantity)
	if p == nil || at.Quantity.UnitName != "%" || p.q.UnitName != "%" || !at.isLevel() || !strings.HasPrefix(p.r.Share, "占") {
		return nil
	}
	area := strings.TrimSuffix(subject.Joined(at.np.Items()), "的")
	if !c.x.words.IsOne(area, word.Wider) {
		return nil
	}
	whole := c.last[0]
	owner, _, _ := strings.Cut(whole.Text, "占")
	at.d.plain = whole.Shorter(whole.Size() - utf8.RuneCountInString(owner))
	return at.by("subject.owned", at.d.plain.Plus("占"+area+"比重"))
}

// onlyActs tells whether words are no more than verbs, which act on what follows: [团结]占人
// 口九成的群众.
func onlyActs(items []clause.Token) bool {
	return !slices.ContainsFunc(items, func(k clause.Token) bool { return !k.IsVerb() && !k.Tagged("a", "vn") || k.Is(word.Nominal) })
}

// heldBy are those who hold a share of what stands behind it, with that: 拥有占世界九成[核武器]
// 的[两国]. It is empty where the words before the share do not say that they hold it.
func (c *context) heldBy(at *choice) clause.Phrase {
	items := at.np.Items()
	if len(items) != 1 || !c.x.words.IsOne(items[0].Text, word.Holding) || len(at.behind) == 0 {
		return clause.Phrase{}
	}
	k := slices.IndexFunc(at.behind, func(k clause.Token) bool { return k.Text == "的" })
	if k < 1 {
		return clause.PhraseOf(c.doc.Text, at.behind)
	}
	return clause.Join(clause.PhraseOf(c.doc.Text, at.behind[k+1:]), clause.PhraseOf(c.doc.Text, at.behind[:k]))
}

func examplesBefore(c *context, at *choice) []clause.Phrase {
	if !at.isCompared() || !at.np.List || len(at.np.Object) == 0 {
		return nil
	}
	return at.by("subject.before", clause.PhraseOf(c.doc.Text, at.np.Object))
}

func growthBehind(c *context, at *choice) []clause.Phrase {
	behind, q := at.behind, at.Quantity
	grows := at.isCompared() && at.d.r.Measure == "growth" && at.d.r.Cut == q.Before
	if !grows || !at.np.Empty() || len(behind) == 0 || behind[0].Pos == "m" || onlySteps(at.Right, behind) {
		return nil
	}
	if lang.At(c.t, q.Start) == '翻' && !of(at.Right) {
		return nil
	}
	if q.Growth && behind[0].IsVerb() {
		if _, taxed := subject.DropVerbs(behind); len(taxed) > 0 {
			behind = taxed // 减半征收[车辆购置税]
		}
	}
	return at.by("subject.behind", clause.PhraseOf(c.doc.Text, behind))
}

func nounCompared(c *context, at *choice) []clause.Phrase {
	if !at.isCompared() {
		return nil
	}
	p := c.nounBefore(at.d, at.Quantity, &at.np)
	if c.national && at.d.r.Measure == "growth" && at.Quantity.UnitName == "%" && (p.Empty() || c.growsAtAll(at)) {
		p = clause.Phrase{Text: "经济"} // 把增长目标定在7%, 保持8%的增长率
	}
	return []clause.Phrase{p}
}

// growsAtAll tells whether a rate of growth is of nothing that the sentence names: 为了就业，要
// 有[7%]的增速.
func (c *context) growsAtAll(at *choice) bool {
	return at.rate && at.np.Empty() && len(c.last) == 0 && (c.spoken().Empty() || strings.Contains(c.spoken().Text, "增长"))
}

func servedRate(c *context, at *choice) []clause.Phrase {
	if !at.isLevel() || at.Quantity.UnitName != "%" || len(at.behind) == 0 || len(at.np.Object) > 0 || at.d.r.Reached || c.served0.Empty() {
		return nil
	}
	return at.by("subject.served", clause.Join(c.served0, clause.PhraseOf(c.doc.Text, at.behind)))
}

func sharedNoun(c *context, at *choice) []clause.Phrase {
	if !at.isLevel() {
		return nil
	}
	p := c.shared(at.d, at.Quantity, &at.np, at.Right, at.behind, at.More)
	if p.Empty() {
		return nil
	}
	return at.by("subject.shared", p)
}

func nounCounted(c *context, at *choice) []clause.Phrase {
	whole := at.behind
	if !at.isLevel() || !c.looksBehind(at) {
		at.behind = whole
		return nil
	}
	return []clause.Phrase{c.nounBehind(at.d, at.Quantity, &at.np, at.Right, at.behind, at.rest, at.More, at.shared)}
}

func invested(c *context, at *choice) []clause.Phrase {
	if !at.isLevel() || !invests(at.np.Object) || len(at.np.Owner) > 0 {
		return nil
	}
	o := c.financed(at.Quantity, &at.np, at.Right, at.More)
	if o.Empty() {
		return nil
	}
	last := at.np.Object[len(at.np.Object)-1:]
	return at.by("subject.served", clause.Join(o, clause.PhraseOf(c.doc.Text, last)))
}

func spent(c *context, at *choice) []clause.Phrase {
	if !at.isLevel() || !at.np.Empty() || at.Quantity.Dimension() != "money" {
		return nil
	}
	attr := c.spends(at.np.Action)
	if attr == "" {
		return nil
	}
	o := c.financed(at.Quantity, &at.np, at.Right, at.More)
	if o.Empty() {
		return nil
	}
	return at.by("subject.served", moneyOf(o, attr))
}

func listBefore(c *context, at *choice) []clause.Phrase {
	if !at.isLevel() || !at.np.List || len(at.np.Object) == 0 || at.Quantity.Counts() {
		return nil
	}
	return at.by("subject.before", clause.PhraseOf(c.doc.Text, at.np.Object))
}

func nounAlone(c *context, at *choice) []clause.Phrase {
	if !at.isLevel() || !at.np.Empty() || len(at.behind) == 0 || at.d.r.Cut != at.Quantity.Before {
		return nil
	}
	return at.by("subject.behind", clause.PhraseOf(c.doc.Text, at.behind))
}

func nounBefore(c *context, at *choice) []clause.Phrase {
	if !at.isLevel() {
		return nil
	}
	p := c.nounBefore(at.d, at.Quantity, &at.np)
	if u := at.Quantity.Unit; p.Empty() && u != nil && u.Noun {
		p = clause.Phrase{Text: at.Quantity.UnitName}
	}
	return []clause.Phrase{p}
}
