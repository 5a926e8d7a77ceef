package subject

import (
	"zhibiao/extract/clause"
	"zhibiao/extract/word"
)

// ends tells whether the noun ends before the word looked at: the first that says something
// decides.
func (b *spot) ends() bool {
	said := apart.decide(*b)
	if said == unsaid {
		said = b.ofKind()
	}
	if said == unsaid && !b.first() {
		said = followers.decide(*b)
	}
	if said == unsaid {
		said = b.atPredicate()
	}
	if said == unsaid {
		said = b.atVerb()
	}
	if said == unsaid {
		said = others.decide(*b)
	}
	return said == outside
}

// apart are other things with names of their own, which are not counted with those before
// them.
var apart = inOrder([]rule[spot]{
	{outside, "完成15公里农村公路改建[和]太湖大堤加固", words{joint, ofItsOwn}, where{inside, kindBefore, noExamples}},
})

var (
	// ofItsOwn begins the name of one thing, by its place or by whose it is.
	ofItsOwn = tagged("ns").Not(word.Vague, word.VerbHead, word.Leading).Or(is(word.Level).Over(1))
	// kindName are the words that the name of a kind of things ends in.
	kindName = noun.Or(nominal).Over(1).But(tagged("ns").Or(is(word.Level)))
)

// ofKind decides of what is no word.
func (b *spot) ofKind() verdict {
	switch b.it().Kind {
	case clause.Quoted, clause.Paren:
		return within
	case clause.Pause:
		if plainVerb.Has(b.next()) {
			return outside
		}
		return within // it goes on with the list
	case clause.Moment:
		if b.first() && b.at+1 < len(b.items) { // 21个“十三五”专项规划
			b.start = b.at + 1
			return within
		}
		return outside
	case clause.Stop, clause.Amount:
		return outside
	}
	return unsaid
}

// followers are what belongs to the noun behind its first word, or leads on to what
// the things do.
var followers = inOrder([]rule[spot]{
	{outside, "拥有300张床位[的]医院", words{de, noun}, where{held}},
	{outside, "33个公路项目[的]建设和前期工作", words{de, is(word.GoingOn).Or(says("建设", "前期"))}, where{behindProject}},
	{outside, "3个郊野公园[的]建设", words{de, says("建设"), closing}, nil},
	{within, "60户相对[集中]居住农户", nil, where{inState}},
	{outside, "80万群众[创新]创业的沃土", words{verb.Or(tagged("vn", "i"))}, where{behindPeople, relative}},
	{outside, "80万村民[一道]奋斗", words{says("一道", "一同", "携手")}, where{behindPerson}},
	{outside, "80万村民[的]幸福", words{de, some}, where{behindPeople, notActed}},
	{outside, "50个国家和地区[的]选手", words{de, some}, where{behindCountries, noWorks}},
	{within, "3个设施[完备]的体育公园", words{describes, de, noun}, nil},
	{within, "设立2万元的民营企业[平稳]发展基金", nil, where{behindLink, fundCloses}},
	{within, "完成12项审计查出问题的[整改]", words{verb, closing}, where{works, behindDe}},

	{within, "3个农户[稳定]脱贫工程", words{is(word.Manner).Tagged("a"), does}, where{nameAhead}},
	{outside, "6个项目[已]开工", words{is(word.Dropped)}, nil},
	{within, "建成5个易地搬迁[集中]安置点", words{quietVerb}, where{acted, placeCloses}},
	{within, "4个矿产[集中]开采区", words{is(word.Manner), placeHead.Over(2), closing}, nil},
	{within, "3个乡村振兴[集中]推进区", words{verb, verb, shortHead, closing}, nil},
	{outside, "6个项目[集中]开工", words{is(word.Manner), does}, nil},
	{outside, "6个项目[经]专家评审", words{says("经", "经过"), some.But(tagged("m"))}, where{plainly}},
	{outside, "6个项目[主体]完工", words{says("主体"), is(word.Becoming, word.Ending)}, nil},
	{outside, "6个项目[进展]顺利", words{says("进展", "平均")}, nil},
	{outside, "17个村[3]个月完成征迁", nil, where{lasts}},
	{outside, "26项案例[全省]推广", words{is(word.Generic).Or(says("全国", "一次")), does.Or(preposition)}, nil},
	{outside, "带动90户农户[户均]增收2000元", words{is(word.PerHead), does}, where{inside}},
	{outside, "9万人口[生活]在贫困线以下", words{says("生活", "居住"), says("在", "于")}, where{inside}},
	{outside, "以12个项目[为]内容", words{says("为").Tagged("p"), some}, nil},
	{outside, "12场演艺展览[丰富]市民生活", words{says("丰富"), noun}, nil},
	{outside, "3个研究平台[正式]启动", words{tagged("ad"), does.Or(preposition)}, where{noWorks}},
	{outside, "90家名企[精准]对接", words{is(word.Leading).Long(2).Not(word.Vague, word.VerbHead), plainVerb.Or(is(word.Ending).Not(word.Nominal)), closing}, nil},
	{outside, "12个项目[基本]建成", words{says("基本"), does.Or(tagged("p", "d"), startsWith("按"))}, nil},
	{outside, "90家企业[主动]承担任务", words{is(word.Leading).Tagged("b"), does}, nil},

	{outside, "3个产业园[从无到有]", words{tagged("i", "z").Over(3), pauses}, nil},
	{outside, "9名志愿者[活跃]在社区", words{verb.Or(tagged("vn", "a")).Not(word.Nominal).But(says("组织")), at}, where{plainly}},
	{outside, "9个场馆[服务]市民", words{says("服务"), ofPeople}, where{noWorks}},
	{outside, "12项指标[位居]全省前三位", placed, where{plainly}},
	{outside, "5项指标增速[高于]全国", words{verb.Is(word.Comparing)}, where{plainly}},
	{outside, "237个行政村[可]接通", words{verb.Is(word.Able)}, nil},
	{outside, "12所学校[与]北京学校结对", words{preposition}, where{verbAhead}},
})

// describes are the words that say of a noun how it is: 完备.
var describes = is(word.ShownPredicate).Not(word.Acting, word.Carrying).Or(tagged("a"))

// others decide of what is no verb.
var others = inOrder([]rule[spot]{
	{within, "20项全市[先进]技术", nil, where{onlyArea}},

	{within, "1.5万离校[未]就业毕业生", words{says("未"), verb.Is(word.Nominal), noun}, where{inside}},
	{within, "12个社区[慢速]充电桩", words{namingAdverb, noun.But(tagged("a"))}, nil},
	{within, "12个[特别]措施", words{formWord}, where{opens}},
	{within, "12个县[与]区", words{formWord.Says("与", "和")}, nil},
	{outside, "12个项目[均]在建", words{formWord}, nil},

	{outside, "在2个条例[中]设置专章", words{tagged("f").Is(word.PlaceEnd), does.Or(tagged("vn").Is(word.Acting), says("名列", "位列", "排名"))}, where{inside}},

	{outside, "40项民生实事[和]一批微实事", words{conjunction, says("一批", "多个", "多条", "多项", "多家", "若干")}, where{inside}},
	{within, "3座大桥[及]景观", words{conjunction.Says("和", "及", "与", "以及", "或", "及其")}, nil},
	{outside, "12个县[而]且", words{conjunction}, nil},

	{outside, "12个项目[去年]开工", words{tagged("t").Is(word.Timed)}, nil},
})

var (
	formWord     = tagged("d", "p", "y", "e")
	conjunction  = tagged("c")
	namingAdverb = tagged("d").Long(2).Not(word.Dropped, word.Leading, word.ShownAdverb, word.ShownPredicate, word.Manner, word.Able)
)
