package subject

import (
	"slices"
	"strings"

	"zhibiao/extract/clause"
	"zhibiao/extract/word"
)

// Noun is what the words left of a number name, with their verb cut off:
// [为X] [owner] verb object.
type Noun struct {
	Owner  []clause.Token // what stands before the verb, or behind 为
	Object []clause.Token // what the verb acts on
	Action string         // the verb
	List   bool           // the phrase ended in 等: only examples of what is counted
	Via    bool           // the owner came with 为, 对
	Carry  bool           // the verb between owner and object only carries the figure
}

// Items are the tokens of the owner and of the object, not to be changed.
func (n *Noun) Items() []clause.Token {
	switch {
	case len(n.Owner) == 0:
		return slices.Clip(n.Object)
	case len(n.Object) == 0:
		return slices.Clip(n.Owner)
	}
	return slices.Concat(n.Owner, n.Object)
}

// Empty tells whether n has neither.
func (n *Noun) Empty() bool { return len(n.Owner)+len(n.Object) == 0 }

// Reader reads the noun phrases of one report. It is immutable.
type Reader struct {
	Words    *word.Table
	National bool     // the report is the State Council's
	Area     []string // the names of the report's own area

	// Indicator tells whether a name is an indicator's, with or without an
	// area before it; Exact, whether it is one as it stands.
	Indicator, Exact func(name string) bool
}

// Read reads the words before a number. keep leaves verbs inside the name, as
// growth, ranks and shares have them: [供热保障投诉]下降58%. goesOn tells that
// a subject was named before, which a bare verb goes on with.
func (r *Reader) Read(items []clause.Token, keep, goesOn bool) Noun {
	if items = beforeCrossing(r.Trim(items)); plusFrom.Begins(items) {
		items = items[1:] // 加上[从稳定调节基金调入]
	}
	if !keep {
		items = lastServed(withoutModal(items))
	}
	switch {
	case len(items) == 0 || items[0].Kind != clause.Word || items[0].Pos != "p":
	case Serves(&items[0]) && keep && len(items) > 2 && items[1].IsVerb() && items[1].Is(word.Causing):
		return r.Read(items[1:], keep, goesOn) // 对实现总产值翻两番充满信心
	case Serves(&items[0]):
		return r.served(items)
	case r.ofPlace(items):
	case takenFrom(items):
		return Noun{Object: Clean(items[1:])}
	case describesBy(items), ofShare(items):
		return Noun{Object: Clean(items)} // 由市场决定价格的比重, 在出口总额中的比重
	default:
		items = r.Trim(skipPreposition(items))
	}
	items = behindTold(behindCause(items))
	items, list := withoutExamples(withoutPlace(actEnds.cut(items)))
	var n Noun
	switch {
	case len(items) == 0:
	case keep:
		n = r.measured(items)
	case goesOn && onlyActs(items):
		n.Action = Joined(items)
	default:
		n = r.acted(items)
	}
	n.List = list
	return n
}

// beforeCrossing drops that what is measured passed round numbers before: 生产总值[连续跨过3个万亿元
// 台阶]、突破10万亿元.
func beforeCrossing(items []clause.Token) []clause.Token {
	for i := 1; i+1 < len(items); i++ {
		if crosses.Has(&items[i]) && crossed.In(items[i+1:]) {
			return items[:i]
		}
	}
	return items
}

var (
	crosses = says("跨过", "跨越", "跨上", "迈上", "迈过", "跃上", "连跨", "跨")
	crossed = endsIn("台阶").Or(endsIn("大关"), endsIn("关口"))
)

// lastServed drops the act that a pause parts from whom another is done for: [落实政策、]为企业
// 减负.
func lastServed(items []clause.Token) []clause.Token {
	if len(items) < 5 || !acting.Has(&items[0]) {
		return items
	}
	for i := len(items) - 3; i > 1; i-- {
		if servesMore.Begins(items[i:]) && !de.In(items[i:]) {
			return items[i+1:]
		}
	}
	return items
}

var servesMore = words{kind(clause.Pause), says("为", "向").Tagged("p"), noun}

// onlyActs tells whether items are a verb that acts on what was named before, or two: 建成公租房560套，
// [配租入住]320套.
func onlyActs(items []clause.Token) bool {
	return len(items) == 1 && items[0].Is(word.BareAct) || twoActs.Is(items)
}

var twoActs = words{verbal.Not(word.VerbHead, word.Attribute), is(word.BareAct).Not(word.Nominal)}

// takenFrom tells whether items say what fund money is taken from, and how: 从稳定调节基金调入.
func takenFrom(items []clause.Token) bool { return outOf.Has(&items[0]) && fundTaken.Ends(items) }

var plusFrom = words{says("加上", "再加上"), outOf}

var fundTaken = words{endsIn("基金").Or(endsIn("预算"), endsIn("资金"), endsIn("结余")), tagged("v")}

// behindCause drops what makes others act: [税率降低可使]农民减轻负担.
func behindCause(items []clause.Token) []clause.Token {
	for i := 1; i+2 < len(items); i++ {
		if causes.Begins(items[i:]) && verbal.In(items[:i]) {
			return items[i+1:]
		}
	}
	return items
}

var causes = words{says("使", "可使"), noun}

// ofPlace tells whether 在 and a place open a name: 在沪跨国公司地区总部, 在境外投资的企
// 业.
func (r *Reader) ofPlace(items []clause.Token) bool {
	switch {
	case doesThere(items):
		return true
	case !inShort.Begins(items), items[1].Start != items[0].End, items[2].Start != items[1].End:
		return false
	}
	return placeTag.Has(&items[1]) || r.shortArea(items[1].Text)
}

var (
	inShort  = words{says("在"), anything.Long(1), noun}
	placeTag = tagged("j", "ns", "nr")
)

// doesThere tells whether items name those who do something at a place: 在深办学的高校.
func doesThere(items []clause.Token) bool {
	if !at.Has(&items[0]) {
		return false
	}
	for i := 1; i+1 < len(items) && i < 7; i++ {
		switch {
		case items[i].Text == "的":
			return describedThere(items, i)
		case actsThere.Has(&items[i]):
			return false
		}
	}
	return false
}

// describedThere tells whether the 的 at i parts what is done at a place from who does
// it, and not a place from what is done there: 在成规模的小区设置超市.
func describedThere(items []clause.Token, i int) bool {
	switch {
	case items[i-1].Text == "中", items[i+1].Is(word.Timed), Governing(items[i+1:]) > 0:
		return false
	case i < 2, i == 2 && items[1].Len() < 4:
		return false
	}
	return items[i+1].IsNoun() && !attributeOrPlace.Has(&items[len(items)-1])
}

var (
	actsThere        = actsAlways.Or(anything.But(kind(clause.Word)))
	attributeOrPlace = tagged("f").Or(is(word.Attribute))
)

// shortArea tells whether a character is short for the report's own area: 深 for 深圳.
func (r *Reader) shortArea(char string) bool {
	return slices.ContainsFunc(r.Area, func(name string) bool { return strings.HasPrefix(name, char) })
}

// Serves tells whether a preposition names whom something is done for.
func Serves(it *clause.Token) bool {
	switch it.Text {
	case "为", "对", "给", "向":
		return true
	}
	return false
}

// served reads 为X…, 对X…, 给X…: X is whom it is done for.
func (r *Reader) served(items []clause.Token) Noun {
	if items[0].Text == "对" && trades(Joined(items)) {
		return Noun{Object: Clean(items)} // 对非洲市场出口
	}
	v := Governing(items[1:])
	if v < 0 {
		return Noun{Owner: Clean(items[1:]), Via: true}
	}
	action, rest := DropVerbs(items[1+v:])
	return Noun{Owner: Clean(r.Trim(items[1 : 1+v])), Via: true, Action: action, Object: Clean(rest)}
}

// trades tells whether a name is of trade with the one that 对 names, or of what is passed on to
// it: 对非洲市场出口, 对地方转移支付.
func trades(s string) bool {
	s = strings.TrimSuffix(strings.TrimSuffix(s, "占比"), "比重")
	return slices.ContainsFunc([]string{"出口", "进口", "出口额", "进口额", "进出口", "进出口额", "进出口总额", "直接投资", "贸易", "贸易额", "贸易总额", "转移支付", "返还"}, func(end string) bool { return strings.HasSuffix(s, end) })
}

// withoutExamples cuts off 等 at the end; list tells that it stood there.
func withoutExamples(items []clause.Token) (left []clause.Token, list bool) {
	if !suchAs.Ends(items) {
		return items, false
	}
	return items[:len(items)-1], true
}

var suchAs = words{says("等", "等等")}

// measured reads the name of what is compared: only the verbs that open it,
// and one that causes the figure, are no part of it.
func (r *Reader) measured(items []clause.Token) Noun {
	var n Noun
	if items = behindAct(baseEnds.cut(items)); len(items) == 0 {
		return n
	}
	for len(items) > 1 && opensFigure(items) {
		n.Action = items[0].Text
		if items = r.Trim(items[1:]); len(items) == 0 {
			return n
		}
	}
	v := firstVerb(items)
	if v > 0 && until.Begins(items[v:]) {
		v += 2 // 相信到本世纪末[实现]
	}
	if v <= 0 || !causesFigure.Begins(items[v:]) {
		n.Object = Clean(items)
		return n
	}
	object := Clean(r.Trim(items[v+1:]))
	if items[v+1].Text != "的" && leadsTo(items[:v]) {
		return Noun{Action: items[v].Text, Object: object} // 人民相信实现总产值翻两番
	}
	return Noun{Owner: Clean(items[:v]), Action: items[v].Text, Object: object, Carry: true}
}

var (
	until        = words{says("到"), kind(clause.Moment), some}
	causesFigure = words{is(word.Causing).Not(word.Nominal), some}
)

// opensFigure tells whether items begin with a verb that is no part of the name of
// what is measured.
func opensFigure(items []clause.Token) bool {
	return items[0].Kind == clause.Word && (items[0].Is(word.Causing) || opensMeasured(items) || winsIn(items))
}

// leadsTo tells whether items end in a verb or a preposition that leads to the verb
// behind it: 人民[相信]到本世纪末实现, 人民[对]实现. Those before it own no figure.
func leadsTo(items []clause.Token) bool {
	k := len(items) - 1
	for k > 0 && items[k].Kind == clause.Moment {
		k--
	}
	return leadsOn.Has(&items[k])
}

var leadsOn = plainVerb.Or(says("对").Tagged("p"))

// behindAct drops an act that a pause parts from what is measured: [建设管理平台、]
// 可调负荷提升至75万千瓦.
func behindAct(items []clause.Token) []clause.Token {
	if len(items) < 4 || !changesNothing.Has(&items[0]) || !opensMeasured(items) {
		return items
	}
	for i := len(items) - 2; i > 1; i-- {
		if items[i].Kind == clause.Pause {
			return items[i+1:]
		}
	}
	return items
}

var changesNothing = is(word.Acting).Not(word.Causing, word.OpensGrowth, word.OpensChange)

// winsIn tells whether items begin with a verb of winning and end in how that was
// judged: [荣获]治水考核第一名.
func winsIn(items []clause.Token) bool {
	return items[0].Is(word.Winning) && items[len(items)-1].Is(word.Assessing)
}

// opensMeasured tells whether items begin with a verb that acts on what is
// measured: [助力]国际排名, [构建]商品房占40%, but 参加互助组的农户.
func opensMeasured(items []clause.Token) bool {
	return measuring.Begins(items) && (!items[0].Is(word.Describing) || !Relative(items, 0))
}

var measuring = words{
	tagged("v").Long(2).Is(word.ShownVerb).Not(word.Building, word.Nominal, word.NameVerb, word.Attribute, word.Complete).But(compound).But(startsWith("新")),
	noun.Or(tagged("r")).Over(1).Not(word.Attribute, word.VerbHead),
}

// acted reads the name of what is counted, by where its first verb stands.
func (r *Reader) acted(items []clause.Token) Noun {
	for len(items) > 2 && items[0].Pos == "a" && fallsOut(items, 1) { // 稳定[全年]粮食播种面积
		items = append(items[:1:1], items[2:]...)
	}
	items = withoutPlan(lastAct(items))
	if n := len(items); n > 3 && fundsSpent.Ends(items) {
		return Noun{Action: items[n-1].Text, Object: Clean(r.Trim(r.afterVerbs(items[:n-1])))}
	}
	switch v := firstVerb(items); {
	case v < 0, usedFor.In(items[:v]): // 财政[用于]提高收购价格的支出
		return Noun{Object: Clean(items)}
	case v == 0:
		return r.opened(items)
	default:
		return r.divided(items, v)
	}
}

// withoutPlan drops 计划 between an amount and the verb before which it is an adverb: 投资
// 总额[计划]安排.
func withoutPlan(items []clause.Token) []clause.Token {
	if n := len(items); planned.Ends(items) {
		return append(append([]clause.Token{}, items[:n-2]...), items[n-1])
	}
	return items
}

var planned = words{endsIn("总额"), says("计划"), verb}

// withoutModal drops the word that says that those before it can or will do what is behind
// it: 水利部门[可以]灌溉农田, 铁路部门[计划]新建铁路. What says too little of who does it falls with it:
// [这项工程可以]灌溉农田, [这一项就可以]节约资金.
func withoutModal(items []clause.Token) []clause.Token {
	if statePlans.Begins(items) {
		return items[1:] // 国家计划收购粮食
	}
	for i := 1; i < len(items); i++ {
		switch {
		case canDo.Begins(items[i:]):
		case !plans.Has(&items[i]), !willDo.Begins(items[i-1:]) && !willMake.Begins(items[i-1:]):
			continue
		}
		if Relative(items, i) {
			continue
		}
		who := Clean(items[:i])
		if Vague(who) || len(who) == 1 && who[0].Pos == "m" {
			return items[i+1:]
		}
		return slices.Concat(items[:i], items[i+1:])
	}
	return items
}

// What can be done, and what those before 计划 will do.
var (
	planners   = noun.Not(word.Nominal).But(tagged("vn")).Or(kind(clause.Moment))
	plans      = says("计划", "要求", "准备")
	statePlans = words{says("国家计划"), verbal.Or(is(word.Acting)), some}
	canDo      = words{is(word.Able), verbal.Or(is(word.Acting, word.OpensChange), says("为")), some.Not(word.Attribute)}
	willDo     = words{planners, plans, verb.Not(word.Attribute).Or(is(word.Member))}
	willMake   = words{planners, plans, tagged("vn"), object.But(tagged("vn"))} // 工厂计划[生产]机床, but 科技计划管理改革
)

// fundsSpent are a name that says whole what the verb behind it acts on: 中小企业发展专项
// 资金[安排].
var fundsSpent = words{
	endsIn("资金").Or(endsIn("经费")),
	tagged("v").Is(word.Carrying, word.Acting).Not(word.Nominal, word.NameVerb, word.Attribute, word.Becoming, word.Ending).But(compound),
}

var usedFor = says("用于")

// afterVerbs is what stands behind the verbs that open items.
func (r *Reader) afterVerbs(items []clause.Token) []clause.Token {
	if firstVerb(items) != 0 {
		return items
	}
	_, rest := DropVerbs(items)
	return rest
}

// opened reads items that a verb opens: 改造[公厕], or a name with its verb:
// [竣工面积].
func (r *Reader) opened(items []clause.Token) Noun {
	switch {
	case ofAttribute(items), newlyAdded(items), listsOthers.Begins(items), len(items) == 1 && r.paidOut(&items[0]):
		return Noun{Object: Clean(items)}
	case ofVague(items), whoBenefits.Begins(items), tellsDoers(items):
		return Noun{Object: Clean(items), Action: items[0].Text}
	}
	action, rest := DropVerbs(items)
	rest = withoutHas(r.Trim(rest))
	if len(rest) == 0 {
		return Noun{Action: action}
	}
	if solved.Is(rest) {
		return Noun{Action: action + rest[0].Text} // 落实解决95条
	}
	if pivotsLast(items[0], rest) {
		return Noun{Action: action + rest[len(rest)-1].Text}
	}
	if w := pivoted(items[0], rest); w > 0 { // 提请人大常委会审议[地方性法规]
		does, object := DropVerbs(rest[w:])
		return Noun{Action: action + does, Object: Clean(r.Trim(object))}
	}
	if w := firstVerb(rest); w > 0 && onlyCarried(rest, w) {
		rest = append(append([]clause.Token{}, rest[:w]...), rest[w+1:]...)
	}
	return Noun{Action: action, Object: Clean(rest)}
}

// withoutHas drops 有 before what there is: 安排平均每年[有]财政赤字.
func withoutHas(items []clause.Token) []clause.Token {
	if hasNoun.Begins(items) {
		return items[1:]
	}
	return items
}

var hasNoun = words{says("有").Tagged("v"), noun.Over(1)}

var solved = words{tagged("v").Long(2).Is(word.Acting, word.ShownVerb).Not(word.Nominal, word.Attribute, word.NameVerb, word.Complete)}

// onlyCarried tells whether the verb at w only carries the figure of what stands behind
// it, and makes no name with it.
func onlyCarried(items []clause.Token, w int) bool {
	return (carriesNew.Begins(items[w:]) || carriesAny.Begins(items[w:])) && !Relative(items, w)
}

var (
	carriesFigure = is(word.Carrying).Not(word.Nominal)
	carriesNew    = words{carriesFigure.And(startsWith("新")), some}
	carriesAny    = words{carriesFigure, some.Not(word.VerbHead)}
)

// ofAttribute tells whether a verb and what it opens are one attribute:
// 竣工面积, 办理环节.
func ofAttribute(items []clause.Token) bool { return ownAttribute.Is(items) || headOfVerb.Is(items) }

var (
	bare         = not(word.Strong).But(says("推进", "推动"))
	ownAttribute = words{bare, is(word.Attribute)}
	headOfVerb   = words{bare.Is(word.NameVerb), is(word.Head)}
)

// ofVague tells whether a noun says too little without its verb: 走访企业.
func ofVague(items []clause.Token) bool {
	for _, form := range vagueForms {
		if form.Is(items) {
			return true
		}
	}
	return false
}

var (
	vague      = is(word.Vague).Not(word.BareNoun).But(says("人"))
	vagueForms = []words{
		{not(word.Strong), is(word.BareNoun)},                           // 签约资金
		{is(word.Causing), is(word.BareNoun).Says("消费")},                // 带动消费
		{says("拉动", "带动"), says("销售")},                                  // 拉动销售
		{not(word.Strong, word.Works, word.Building), vague},            // 走访企业, but 引进企业
		{not(word.Strong, word.Works).Is(word.Complete), vague.Long(2)}, // 开工项目
	}
)

// listsOthers are a verb that is one of several works: 更新改造和其他措施投资.
var listsOthers = words{nominal.Or(tagged("l", "vn")), joint, says("其他", "其它")}

// whoBenefits are those who have the good of something, with the verb that says so:
// 惠及学生.
var whoBenefits = words{is(word.Benefiting), noun}

// tellsDoers tells whether items name those who do something by the verb and its object: 普及教育
// 的县, 加入合作社的农户.
func tellsDoers(items []clause.Token) bool {
	at := slices.IndexFunc(items, func(k clause.Token) bool { return k.Text == "的" })
	if at < 2 || at > 3 || !doing.Begins(items) || !doer.Has(&items[len(items)-1]) {
		return false
	}
	return !noDoing.In(items[1:at]) && !noDoing.In(items[at+1:])
}

var (
	doing   = words{verb.Long(2).Not(word.Causing, word.MakesAct), noun.Or(verbal.Is(word.Nominal))}
	noDoing = anything.But(noun.Or(tagged("a", "b"), verbal.Is(word.Nominal)))
	doer    = noun.And(is(word.Vague).Or(endsIn("户"), endsIn("员"), endsIn("县"), endsIn("村"), endsIn("企业"), endsIn("厂矿"), endsIn("职工"), endsIn("学生"), endsIn("学校"), endsIn("人口")))
)

// paidOut tells whether a verb alone names what is paid: 每户[补助]3000元.
func (r *Reader) paidOut(it *clause.Token) bool {
	return it.Is(word.Nominal) && r.Words.Has(it.Text, word.Outlay)
}

// newlyAdded tells whether 新增 is part of a name: 新增城镇就业, 新增登记企业.
func newlyAdded(items []clause.Token) bool {
	return newJobs.Begins(items) || items[0].Text == "新增" && strings.HasSuffix(Joined(items[1:]), "城镇就业")
}

var newJobs = words{says("新增"), startsWith("就业").Or(startsWith("登记"))}

// divided reads items that the verb at v divides: [高新区]实现[产值].
func (r *Reader) divided(items []clause.Token, v int) Noun {
	verb, rest := items[v], items[v+1:]
	named := visitors.Is(items[v:]) || visits.Begins(items[v:])
	switch {
	case v > 2 && newWork.Begins(items[v-2:]): // 城区新建、改造[道路]
		return Noun{Owner: Clean(items[:v-2]), Action: verb.Text, Object: Clean(r.Trim(rest)), Carry: true}
	case projects.Is(items[v:]), provided.Begins(items[v:]), ofWork.Is(items[v:]):
		return Noun{Object: Clean(items)}
	case !named && makesAct.Has(&items[0]) && r.byActor(items, v): // 配合市人大出台[法规]
		return Noun{Action: items[0].Text + verb.Text, Object: Clean(r.Trim(rest))}
	case len(rest) == 0:
		return Noun{Owner: Clean(items[:v]), Action: verb.Text}
	case !named && verb.Is(word.Carrying) && !namedWork.Begins(items[v:]) && !namedPlace.Is(items[v:]) && !namedWorks.Is(items[v:]):
		action, object := DropVerbs(items[v:])
		return Noun{Owner: Clean(items[:v]), Action: action, Object: Clean(withoutHas(r.Trim(object))), Carry: true}
	}
	if w := pivoted(verb, rest); w > 0 {
		does, object := DropVerbs(rest[w:])
		return Noun{Action: verb.Text + does, Object: Clean(r.Trim(object))}
	}
	if !named && verb.IsVerb() && r.byActor(items, v) {
		return Noun{Action: verb.Text, Object: Clean(r.Trim(rest))} // 各部门荣获[荣誉]
	}
	if actsOn(items, v) { // 企业续租[产业用房]
		return Noun{Owner: Clean(items[:v]), Action: verb.Text, Object: Clean(r.Trim(rest)), Carry: true}
	}
	return Noun{Object: Clean(items)}
}

// What a verb and the words behind it are that divide a name.
var (
	newWork    = words{startsWith("新").Long(2), joint.Or(kind(clause.Pause)), is(word.Acting), noun}                                         // 新建、改造道路
	namedWork  = words{compound.Is(word.Nominal), is(word.VerbHead)}                                                                         // 湿地保护修复工程
	namedPlace = words{is(word.Carrying).Is(word.Nominal).Not(word.Opening), is(word.VerbHead, word.EndsInHead).And(placeHead)}              // 废物处置中心, but 学校改造食堂
	namedWorks = words{is(word.Carrying).Is(word.Nominal).Not(word.Becoming).But(startsWith("新")), verb.Is(word.Nominal), is(word.VerbHead)} // 公园改造提升工程
	projects   = words{says("建设"), says("项目")}                                                                                               // 工业建设项目
	provided   = words{says("提供"), de, some}                                                                                                 // 每百元资金提供的利润
	visitors   = words{nominal, noun.And(attribute)}                                                                                         // 接待人数, 修复治理率
	visits     = words{nominal, noun.Or(tagged("q")).Is(word.Attribute), kind(clause.Pause).Or(joint)}                                       // 接待人次、旅游收入
	ofWork     = words{nominal.Or(is(word.VerbHead), not(word.Carrying, word.Acting))}                                                       // 企业改造, 服务组织
	makesAct   = verb.Is(word.MakesAct)
)

// actsOn tells whether the verb at v, which is no part of names, parts an owner from
// the name of what it acts on.
func actsOn(items []clause.Token, v int) bool {
	last := &items[len(items)-1]
	switch {
	case !owned.Begins(items[v-1:]), verbOrAdverb.Has(&items[0]), attribute.Has(last):
		return false
	case v+2 == len(items) && last.Len() < 3 && !items[v].Is(word.Opening):
		return false // 书房辐射人群, 实际使用台资, but 小学招收新生
	}
	return !partsNames.In(items)
}

var (
	owned = words{
		noun.Over(1).Not(word.ShownAdverb),
		anything.Long(2).Not(word.Nominal, word.NameVerb, word.Becoming, word.Ending, word.Attribute, word.NameEnding, word.MakesAct).But(compound).But(startsWith("新").Not(word.Acting)),
		noun.Over(1).Not(word.Attribute, word.VerbHead, word.NounEnd).But(tagged("r")),
	}
	attribute  = is(word.Attribute).Or(endsIn("率"))
	partsNames = preposition.Or(kind(clause.Pause), de)
)

// byActor tells whether those who act stand before the verb at v, and no name
// of a figure behind it.
func (r *Reader) byActor(items []clause.Token, v int) bool {
	last := &items[len(items)-1]
	return r.Words.Has(items[v-1].Text, word.ActorEnd) && !last.Is(word.Attribute) && !r.Words.Has(last.Text, word.OwnHead)
}
