package subject

import (
	"zhibiao/extract/clause"
	"zhibiao/extract/word"
)

// atVerb ends before a verb, unless a rule says that it is part of the name.
func (b *spot) atVerb() verdict {
	switch {
	case !tells.Has(b.it()):
		return unsaid
	case b.first():
		return openingVerbs.decide(*b)
	}
	return verbsInside.decide(*b)
}

// tells are the verbs, and the words that act as one.
var tells = verb.Or(is(word.Ending), tagged("vn").Is(word.Strong, word.Doing), is(word.Becoming).Not(word.Nominal))

// openingVerbs decide of a verb that the name would begin with.
var openingVerbs = inOrder([]rule[spot]{
	{within, "3个[超]千亿集群", words{says("超", "过", "近"), tagged("m"), noun}, nil},
	{within, "20个[提升]类项目", words{anything, ofClass}, nil},
	{outside, "2764人[避免]了风险", words{anything, says("了")}, nil},
	{within, "1600万元[就业]补助资金", words{not(word.Strong), verb, is(word.BareNoun, word.VerbHead), closing}, nil},
	{within, "25个[集中]采购试点药品", words{is(word.NameVerb), verbal, noun}, where{atStart}},
	{within, "3个[创新]举措", words{nominal.Not(word.Becoming), noun}, nil},
	{within, "12个[续建]工程", words{anything, is(word.VerbHead)}, nil},
	{within, "12个[蹲点]调研组", words{idle}, nil},
	{within, "建成5个[就业]帮扶车间集中安置点", words{quietVerb}, where{acted, placeCloses}},
	{within, "完成9项[补充]耕地任务", words{not(word.Carrying, word.Strong), noun}, where{works, headCloses}},
	{within, "确定16个[整合]区域", words{anything, noun}, where{acted}},
	{within, "完成12项[集中]治理", words{not(word.Carrying), verb, closing}, where{works}},
	{outside, "12个[达标]", nil, nil},
})

// verbsInside decide of a verb behind the name's first word.
var verbsInside = inOrder([]rule[spot]{
	{within, "20项全市[推广]技术", nil, where{onlyArea}},
	{within, "20个整治[提升]类项目", words{anything, ofClass}, nil},
	{within, "1.5万离校未[就业]毕业生", nil, where{denied}},
	{within, "3个国际[组织]签署备忘录", words{says("组织")}, where{organized}},
	{within, "3个产值[超]千亿集群", words{says("超", "近"), tagged("m"), noun}, nil},
	{within, "3个产值[超]千亿的集群", words{says("超", "近"), tagged("m"), de, noun}, nil},
	{within, "30个新建[续建]项目", words{is(word.Acting), is(word.VerbHead)}, where{behindOpening}},
	{within, "27个延期[交房]项目", words{anything, noun}, where{verbsOnly}},

	{within, "3个民生[候选]项目", words{compound.And(quiet, nominal.Or(not(word.Becoming, word.Ending)))}, nil},
	{within, "90万农业[转移]人口", words{compound.Is(word.Nominal), says("人口", "人员", "劳动力", "职工")}, nil},
	{within, "8个示范[站]", words{is(word.NounEnd).Long(1), closing}, nil},
	{within, "8项客车[更换]等项目", words{anything, says("等")}, nil},
	{within, "3个山区道路[改善]工程", words{is(word.Nominal, word.NameEnding), noun.Is(word.Attribute, word.VerbHead)}, nil},
	{within, "3个供电[引领]区", words{still, is(word.NounEnd), closing}, nil},
	{within, "创建60个垃圾[减量]、分类示范点", words{idle, kind(clause.Pause), noun.Or(verb), is(word.VerbHead), closing}, where{acted}},
	{within, "建成5个易地[搬迁]集中安置点", words{quietVerb}, where{acted, placeCloses}},
	{within, "3个乡村振兴集中[推进]区", words{verb, shortHead, closing}, where{verbBefore}},
	{within, "3公里污水[收集]管道", words{still.Not(word.ShownVerb), head, closing}, nil},
	{within, "3个信息[征集]系统投入使用", words{still.Not(word.ShownVerb, word.Winning), is(word.VerbHead), does.Or(tagged("d", "ad"))}, nil},
	{within, "60万居民养老[保障]的问题", words{still.But(makesUp), de, noun}, where{afterNoun}},

	{within, "3万户用户的整体[转换]", words{verb, closing}, where{afterDescribed}},
	{within, "完成12家矿山企业[整合]", words{anything, closing}, where{workNamed}},
	{within, "完成12座矿山[修复]治理", words{anything, verb.Not(word.Becoming, word.Ending), closing}, where{workNamed}},
	{outside, "8个项目[竣工]投产", words{is(word.Ending), does.Or(stop)}, nil},

	{within, "8个村庄[改造]", words{nominal, pauses.Or(joins)}, nil},
	{within, "8条道路[改造]提升", words{nominal, verb.Is(word.Nominal)}, nil},
	{within, "8台低氮燃烧[改造]超额完成", words{nominal.Not(word.Becoming), noun.Or(is(word.Ending, word.Becoming))}, nil},
	{within, "8个农村[蹲点]调研组", words{idle, noun.Or(verb)}, nil},
	{outside, "12个全部[办复]", nil, nil},
})

var (
	// shortHead are heads of one character, which no verb acts on alone.
	shortHead = is(word.NounEnd).Or(says("区", "点")).Long(1)
	// idle are verbs that the tables do not know to act.
	idle = not(word.Acting, word.Carrying, word.Becoming)
	// quietVerb are verbs that name what a place is for: 展示, 集中, 安置, but not 建成.
	quietVerb = verb.Not(word.Acting, word.Carrying, word.Strong, word.Doing).Or(verb.Is(word.NameVerb, word.Nominal))
	// still are verbs that say nothing of what became of the things.
	still = not(word.Strong, word.Doing, word.Becoming, word.Ending)
	// makesUp are verbs that say of what the noun behind their 的 consists.
	makesUp = says("组成", "构成")
	// quiet are verbs that make names with the word behind them.
	quiet = not(word.Acting, word.Works).But(says("得到"))
)
