package subject

import (
	"strings"

	"zhibiao/extract/clause"
	"zhibiao/extract/word"
)

// Governing is the index of the first verb that acts on something behind the
// first of items, -1 if none. One that may be part of a name gives way to one
// behind it that may not: 科技[创新]企业[提供]贷款.
func Governing(items []clause.Token) int {
	first := -1
	for i := 1; i < len(items); i++ {
		switch it := &items[i]; {
		case it.OfKind(clause.Stop, clause.Amount):
			return first
		case !actsOnNext.Begins(items[i:]):
		case !nominal.Has(it):
			return i
		case first < 0:
			first = i
		}
	}
	return first
}

// actsOnNext is a verb that may act on what stands behind it.
var actsOnNext = words{verbal.Or(is(word.BareAct)).Is(word.Acting, word.Carrying).And(kind(clause.Word)), anything.But(de)}

// firstVerb is the index of the first verb that governs, -1 if none does. A
// verb inside a name (转移就业, 研发投入) does not.
func firstVerb(items []clause.Token) int {
	for i := range items {
		switch {
		case items[i].Kind != clause.Word, !mayGovern.Has(&items[i]), !governs(items, i):
		case i == 0:
			return i
		case verbInName.Begins(items[i:]): // 垃圾压缩站
		case mayName.Has(&items[i]) && namesAfter(items, i):
		case act.Has(&items[i]):
			return i
		}
	}
	return -1
}

var (
	mayGovern  = act.Or(verbal, tagged("a")) // no row of governing lets another word act
	verbInName = words{anything, is(word.NounEnd).And(kind(clause.Word))}
	mayName    = nominal.Not(word.Strong)
)

// namesAfter tells whether the nominal verb at i makes a name with the word
// before it and what stands behind.
func namesAfter(items []clause.Token, i int) bool {
	switch {
	case !nounOrVerb.Has(&items[i-1]):
		return false
	case closesName.Begins(items[i:]), benefited.Begins(items[i:]), worksOnWork.Begins(items[i:]), worksPaid.Begins(items[i:]), leadsName.Begins(items[i:]):
		return true
	}
	return clause.At(items, i+1).IsNoun() && verbLater(items[i+1:])
}

var (
	nounOrVerb  = noun.Or(verb).And(kind(clause.Word))
	closesName  = words{anything, is(word.Attribute).Or(de, says("不仅", "不但"), anything.But(kind(clause.Word)))}
	worksOnWork = words{not(word.Strong), verb.Is(word.Nominal), end}                       // 草地修复治理
	worksPaid   = words{not(word.Strong), verbal.Is(word.Nominal), is(word.Attribute), end} // 生活保障补助支出
	leadsName   = words{not(word.Carrying), noun}
	benefited   = words{anything, is(word.Benefiting)} // 旧房改造惠及群众
)

// governs tells whether items[i] is a verb that acts on what follows: one of
// the known verbs, or any verb that opens a clause and is not part of a name.
func governs(items []clause.Token, i int) bool {
	return governing.decide(spot{items: items, at: i}) == outside
}

// governing tell whether a verb is part of a name, or acts (outside).
var governing = inOrder([]rule[spot]{
	{within, "人民调解[组织]受理纠纷", words{says("组织"), verb}, where{inside, organized}},
	{within, "[引导]基金", words{whole}, nil},
	{within, "[总]投资超亿元项目", words{says("总").Tagged("b"), is(word.Attribute), says("超", "超过").Or(tagged("m"))}, nil},
	{within, "[新]市民", words{says("新"), newcomer}, nil},
	{within, "未[开工]项目", nil, where{negated}},
	{within, "[组织]起来的农户", words{verb, says("起来", "起"), de}, nil},
	{within, "[有]经贸关系的国家", words{is(word.Describing)}, where{relative}},
	{within, "[上市]企业总数", words{is(word.NameVerb).Not(word.Strong), noun}, where{totalLast}},
	{within, "[创新]水平指数", words{nominal.Not(word.Strong), noun}, where{indexLast}},
	{within, "实行[扩大]自主权试点的企业", nil, where{describedTo, relative}},
	{within, "[储备]项目数量", words{compound.Is(word.Nominal).Not(word.Strong), some, some}, where{attributeLast}},

	{within, "国家[支持]的企业", words{verb, de, some}, where{inside}},

	{outside, "[修建]公路", words{act.And(verb)}, nil},
	{outside, "[建设]公路", words{act}, where{opens}},
	{outside, "政府共[办理]议案", words{act}, where{told}},
	{outside, "项目[投产]运营", words{act.Is(word.BareAct).Not(word.Nominal).But(preposition)}, nil}, // the segmenter takes it for a noun
	{within, "公路[建设]", words{act}, nil},
	{within, "公路[桥梁]", nil, where{inside}},

	{outside, "[取缔]摊点", nil, where{opensAny}},
	{outside, "[振兴]", words{lone, end}, nil},
	{outside, "[把握]好", words{verbal.Or(is(word.Acting)), says("好", "住"), end}, nil},
	{outside, "[保护]提升街区", words{plainVerb.Is(word.ShownVerb), verb.Is(word.Carrying)}, nil},
	{outside, "[防范]和化解风险", words{verb.Is(word.ShownVerb)}, where{shares}},
})

// act are the verbs that the tables know.
var act = is(word.Acting, word.Carrying)

// newcomer are the nouns that 新 describes where it is no act: 新[市民], but 新[签]合同,
// 新[供应建设用地].
var newcomer = clause.ClassOf(func(k *clause.Token) bool { return strings.HasPrefix(k.Pos, "n") }).Not(word.Acting, word.Nominal).But(anything.Over(3))

// lone are the verbs that no list knows, as they act on what is counted: 振兴107个产业集群.
var lone = tagged("v").Long(2).Not(word.ShownName, word.ShownAdverb, word.Nominal, word.NameVerb, word.Attribute, word.Becoming)

// describedTo holds where a verb before it, that mostly describes, opens the words.
func describedTo(b spot) bool { return b.at > 0 && b.items[0].Is(word.Describing) }

// negated holds behind 未 and 不.
func negated(b spot) bool { return b.back().Says("未", "不", "尚未") }

// told holds behind an adverb that says that what follows was done so many times, so
// that it is a verb: 政府系统[共]办理议案.
func told(b spot) bool { return summing.Has(b.back()) }

var summing = tagged("d").Is(word.Dropped).Is(word.Carrying)

// attributeLast holds where the words end in an attribute.
func attributeLast(b spot) bool { return b.items[len(b.items)-1].Is(word.Attribute) }

// totalLast holds where the words end in the name of a total, indexLast in that of an index: no
// verb acts on these.
func totalLast(b spot) bool { return total.Has(&b.items[len(b.items)-1]) }
func indexLast(b spot) bool { return index.Has(&b.items[len(b.items)-1]) }

var (
	total = endsIn("总数").Or(endsIn("总量"))
	index = endsIn("指数")
)

// opensAny holds at a verb that the tables do not know, before what it acts on.
func opensAny(b spot) bool { return opensClause(b.items, b.at) }

// shares holds where another verb is joined to the first, of one object.
func shares(b spot) bool { return sharesObject(b.items, 1) }

// opensClause tells whether items[i], a verb that the tables do not know,
// stands before a noun that it acts on.
func opensClause(items []clause.Token, i int) bool {
	it := &items[i]
	if inName.Has(it) || i+1 == len(items) {
		return false
	}
	next := &items[i+1]
	if well.Begins(items[i+1:]) {
		next = &items[i+2]
	}
	if i == 0 && it.Is(word.ShownVerb) {
		switch {
		case steadies.Has(it) && long.Has(next), suppliesOf.Has(it) && onNoun(items):
			return true
		}
	}
	return unknown.Has(it) && (actedOn.Has(next) || opensWhole(items[i:]))
}

// opensWhole tells whether items are a verb and what, neither noun nor verb, opens its
// object: 整治[各类]隐患, 引进[省外]资金.
func opensWhole(items []clause.Token) bool { return allOf.Begins(items) || fromPlace.Begins(items) }

var (
	allOf     = words{is(word.Acting, word.ShownVerb), tagged("r").And(startsWith("各"))}
	fromPlace = words{tagged("v"), tagged("s")}
)

var (
	inName     = is(word.ShownName).Or(compound).Not(word.Acting)
	well       = words{says("好"), some}    // 发挥好双方优势
	steadies   = tagged("a").But(compound) // 稳定粮食播种面积36万亩
	long       = noun.Over(3)
	suppliesOf = verbal.Is(word.Nominal) // 供应商品房95万平方米
	unknown    = verb.Long(2).Not(word.Nominal, word.NameVerb, word.Attribute)
	actedOn    = noun.Over(1).Not(word.Attribute).Or(is(word.Acting).Not(word.Nominal, word.Carrying))
)

// onNoun tells whether only a noun of its own stands behind the verb that items
// begin with.
func onNoun(items []clause.Token) bool {
	if !ownNoun.Has(&items[1]) || items[len(items)-1].Is(word.Attribute) {
		return false
	}
	return !noNoun.In(items[1:])
}

var (
	ownNoun = object.Over(1)
	noNoun  = anything.But(noun)
)

// verbLater tells whether a verb that governs stands in items.
func verbLater(items []clause.Token) bool { return strong.In(items) }

var strong = verb.Is(word.Strong).Or(plainVerb.Is(word.Carrying))

// pivoted is the index of the verb that another is made to do: 提请人大[审议]法规, 促进
// 银行[发放]贷款. It is 0 where there is none.
func pivoted(verb clause.Token, rest []clause.Token) int {
	if !verb.Is(word.MakesAct) {
		return 0
	}
	for i := 1; i+1 < len(rest) && rest[i].Kind == clause.Word; i++ {
		if at := rest[i-1:]; madeToAct.Begins(at) || madeToBoth.Begins(at) || madeToDoAnd.Begins(at) {
			return i
		}
	}
	return 0
}

// What another is made to do, by one verb or two: 提请人大[审议]法规, 提请人大[制定和修改]法规.
var (
	madeToAct   = words{noun, plainVerb.But(compound).Is(word.Acting, word.ShownVerb), object}
	madeToBoth  = words{noun, oneAct, verb.Is(word.Acting), object}
	madeToDoAnd = words{noun, oneAct, joint, verb.Is(word.Acting), object}
	oneAct      = is(word.Acting).Not(word.Nominal)
)

// pivotsLast tells whether what another is made to do is the verb that closes rest: 组织
// 企业[参加]展会.
func pivotsLast(verb clause.Token, rest []clause.Token) bool {
	return verb.Is(word.MakesAct) && madeToDo.Ends(rest)
}

var madeToDo = words{
	noun.And(is(word.Vague).Or(endsIn("企业"), endsIn("人大"))),
	plainVerb.But(compound).Not(word.NameVerb).Is(word.Acting, word.ShownVerb),
}

// DropVerbs cuts the verbs that open items: 新建、翻建, 建设筹措, 完成了.
func DropVerbs(items []clause.Token) (action string, rest []clause.Token) {
	if len(items) == 0 {
		return "", nil
	}
	action = items[0].Text
	strong := items[0].Is(word.Strong) // it acts even before an attribute
	for i := 1; ; {
		switch {
		case i >= len(items):
			return action, nil
		case i == 1 && items[0].Is(word.Works) && namesWork(items[1:]):
			return action, items[1:]
		case workName.Begins(items[i:]) && namesWork(items[i:]):
			return action, items[i:]
		case describesBare(items[i:]), placeOf.Begins(items[i:]) && placeCloses(spot{items: items, at: i}):
			return action, items[i:]
		case i == 1 && meetings.Is(items[i:]):
			return action, items[i:]
		case follows(items, i), secondVerb(items, i, strong):
			action, strong = action+items[i].Text, false
			i++
		case jointVerb(items, i), sharesObject(items, i):
			action, strong = action+items[i].Text+items[i+1].Text, false
			i += 2
		case i == 1 && carriesAlone(items[1:]): // 梳理形成12件实事
			action += items[1].Text
			i++
		case particle(items, i):
			i++
		default:
			return action, items[i:]
		}
	}
}

// namesWork tells whether items are verbs and a noun that says too little without them:
// 实施[扩容提质项目], 实施[建设项目].
func namesWork(items []clause.Token) bool {
	last := len(items) - 1
	return last > 0 && items[last].Is(word.VerbHead) && !noWork.In(items[:last])
}

// workName is a verb that opens the name of a work and that the segmenter takes for a noun: 开工建设[转型]发
// 展项目.
var workName = words{tagged("n").Is(word.Nominal), verbal, is(word.VerbHead)}

// noWork are the words that name no work, before what was worked on: 完成[新建]项目.
var noWork = anything.But(verbal.Or(is(word.Nominal))).Or(plainVerb.Is(word.Strong, word.Carrying))

// placeOf is a manner in which something is done at the place that is named: 建成[集中供水点].
var placeOf = words{is(word.Manner).Is(word.NameVerb), verbal.Or(noun)}

// describesBare tells whether items are a verb and a noun that says too little
// without it: 安排[扶持资金], 转移[涉险群众].
func describesBare(items []clause.Token) bool {
	return fundsFor.Is(items) || inDanger.Is(items)
}

// meetings are a verb and a noun that says nothing of what is done without it: 完成[对接活动].
var meetings = words{is(word.Acting).Not(word.Carrying, word.Strong, word.Building, word.Second), says("活动", "行动", "工作", "任务")}

var (
	fundsFor = words{verbal.Not(word.Strong), is(word.BareNoun)}
	inDanger = words{verbal.Not(word.Acting, word.Carrying, word.Second, word.ShownVerb), is(word.Vague).Not(word.BareNoun)}
)

// sharesObject tells whether items[i] joins two verbs of one object: 新建[和转化]
// 租赁房源. The first has none of its own, so that the second is no part of the
// name, unless a head follows that both may name: 研发和生产企业.
func sharesObject(items []clause.Token, i int) bool {
	if i >= len(items) || !joinsVerbs.Begins(items[i-1:]) {
		return false
	}
	rest := items[min(len(items), i+2):]
	if len(rest) > 0 && rest[0].Is(word.Second) {
		rest = rest[1:] // 扩建和提标[改造]13座水厂
	}
	return len(rest) == 0 || shared.Has(&rest[0])
}

var (
	joinsVerbs = words{acting.Not(word.NameVerb), joint.Or(says("或")), verbal.Or(is(word.Acting)).And(kind(clause.Word))}
	shared     = noun.Or(compound).Not(word.Attribute, word.VerbHead)
)

// carriesAlone tells whether items are a verb that carries the figure, and
// nothing else.
func carriesAlone(items []clause.Token) bool {
	return carrier.Is(items) || carried.Is(items)
}

var (
	carrier = words{plainVerb.Is(word.Carrying)}
	carried = words{plainVerb.Is(word.Carrying), says("了")}
)

// particle tells whether items[i] only goes with the verb before it: 完成[了].
func particle(items []clause.Token, i int) bool {
	it := &items[i]
	switch {
	case it.Kind != clause.Word:
		return false
	case it.Text == "的":
		return i == 1 || clause.IsJoint(&items[i-2])
	}
	return it.Is(word.Dropped) && !pastClass.Begins(items[i:]) && !undergone.Begins(items[i:]) || it.Says("了", "好") || i+1 == len(items) && it.Text == "住"
}

// undergone says what was done to those that are acted on: 收回[被侵占林地].
var undergone = words{says("被"), verb, noun}

// pastClass says how large those are that are counted: 引进[过亿元]项目.
var pastClass = words{says("过"), tagged("m")}

// secondVerb tells whether items[i] is a verb behind another without a noun
// between: 建设[筹措]. A strong one goes only before a verb that acts.
func secondVerb(items []clause.Token, i int, strong bool) bool {
	it, at := &items[i], items[i:]
	switch acts := actsAlways.Has(it); {
	case it.Kind != clause.Word, newThing.Begins(at), nounCounted.Begins(at):
		return false
	case strong && !acts, !acts && !it.Is(word.Second) && !opensClause(items, i):
		return false
	case stop.Has(clause.At(items, i+1)):
		return it.Is(word.Second) || !it.Is(word.Nominal)
	case it.Is(word.Second) && sharesObject(items, i+1):
		return true // 新建[扩建]和改造水厂
	}
	return secondOf.Begins(at) || carriesAmount.Begins(at) || opensWhole(at) || opensName.Begins(at) && items[i+2].Start == items[i+1].End
}

var (
	newThing      = words{says("新"), newcomer}                                        // 建设新时代文明实践中心
	nounCounted   = words{tagged("n").Not(word.Second), end}                          // 办理建议707件
	carriesAmount = words{is(word.Strong).Is(word.Carrying), is(word.Attribute), end} // 累计[完成]投资
	secondOf      = words{anything, noun.Or(verb).Not(word.Attribute)}
	opensName     = words{is(word.Second), nameStart, noun.And(kind(clause.Word))} // 整治[存量]违建, 启动建设[未来]社区

	// nameStart are the words that a name begins with though no name ends so: 各类,
	// 未来, 百亿元, “十四五”.
	nameStart = noun.Or(verb, is(word.Determiner), tagged("m", "t"), kind(clause.Moment))
)

// jointVerb tells whether items[i] joins another verb to those before it:
// 新建[、翻建]公厕.
func jointVerb(items []clause.Token, i int) bool {
	if !joinsWord.Begins(items[i:]) || !items[i+1].Is(word.Acting) && !follows(items, i+1) {
		return false
	}
	return goesOn.Has(clause.At(items, i+2))
}

var (
	joinsWord = words{joint.Or(says("或")), kind(clause.Word)}
	goesOn    = noun.Or(verb, joint, is(word.Distributive), de, end)
)

// lastAct drops the acts with objects of their own that a pause parts from the
// last one: [加大创业扶持力度、]举办招聘会20场.
func lastAct(items []clause.Token) []clause.Token {
	for i := len(items) - 3; i > 1; i-- {
		switch {
		case items[i].Says("等", "的"):
			return items
		case items[i].Kind == clause.Pause && actEnd.Has(&items[i-1]) && startsAct(items[i+1:]) && governs(items, 0):
			return items[i+1:]
		}
	}
	return items
}

// startsAct tells whether items are a verb with what it acts on, and describe
// nothing behind them.
func startsAct(items []clause.Token) bool {
	return (newAct.Begins(items) || causesOne.Begins(items)) && !Relative(items, 0)
}

var newAct = words{
	verb.Long(2).Not(word.Nominal, word.NameVerb, word.Attribute, word.Becoming).Is(word.Acting, word.Carrying, word.ShownVerb).But(compound),
	noun.Or(is(word.Determiner)).Not(word.VerbHead, word.Attribute, word.NounEnd),
}

var (
	causesOne = words{verb.Long(2).Is(word.Causing, word.OpensGrowth).Not(word.Nominal, word.NameVerb), some.Not(word.VerbHead)} // 开展培训、[带动就业]
	actEnd    = noun.Or(tagged("vn"))
)
