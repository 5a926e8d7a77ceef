package subject

import (
	"zhibiao/extract/clause"
	"zhibiao/extract/word"
)

// atPredicate ends before the verbs that say what the things do.
func (b *spot) atPredicate() verdict {
	if b.first() || onlyArea(*b) || predicates.decide(*b) != outside {
		return unsaid
	}
	for b.at-1 > b.start && plainVerb.Has(b.back()) && !organizes(b.items, b.at-1) {
		b.at--
	}
	return outside
}

// predicates tell whether the word looked at says what the things do (outside): 12个园区
// [引进]项目68个, or is part of their name (within).
var predicates = inOrder([]rule[spot]{
	{within, "3个国际[组织]签署备忘录", words{says("组织")}, where{organized}},
	{outside, "3个国际组织[签署]备忘录", words{acting}, where{behindOrganization}},
	{outside, "12家金融机构[落户]深圳", words{settling, somewhere, pauses}, nil},

	{within, "3处公园[休憩]座椅", words{compound}, nil},
	{within, "3个产值[超]千亿集群", words{says("超", "近"), tagged("m"), noun}, nil},
	{within, "8个[失业]人员", words{is(word.NameVerb, word.Attribute)}, nil},
	{within, "3个试点[联动]试点区", nil, where{makesHead}},
	{within, "3处外贸[楼宇]型场地", words{anything, ofClass}, nil},

	{within, "建成3个非遗[展示]体验中心", words{quietVerb}, where{acted, placeCloses}},
	{outside, "5所民办幼儿园[转为]公办幼儿园", words{verb.Long(2).And(endsIn("为"))}, nil},
	{outside, "5个居委会[合并]为街道", words{verbal.Or(nominal).Long(2), says("为", "成")}, nil},
	{outside, "9个国家[签署]科技协议", words{is(word.Predicating)}, where{plainly}},
	{outside, "12个产业[做]大做强", words{verb.Says("占", "做")}, nil},
	{outside, "12个乡[建立]了档案", words{verb, says("了")}, nil},
	{outside, "4起案件[立案查处]", words{longAct}, nil},

	{within, "8个乡镇[卫生院]", words{notVerb}, nil},
	{within, "4项[分得]的收入", words{anything, de}, nil},
	{within, "4项[分得]股份的收入", nil, where{relative}},
	{within, "8个工艺[传承]保护整理工程", words{anything, verb}, where{headCloses}},

	{outside, "3名护士[赴]武汉支援", words{tagged("v"), placeName}, nil},
	{outside, "12家企业[来]沪设立总部", words{says("来", "赴", "驻"), anything.Long(1), acting.Or(tagged("ns", "d"))}, nil},
	{outside, "12个行政村[设立]法律顾问", words{is(word.ShownVerb), noun.Or(verb, is(word.Determiner))}, nil},
})

var (
	settling  = verbal.Or(is(word.Acting)).Long(2).And(kind(clause.Word))
	somewhere = tagged("ns").Not(word.Acting, word.Nominal)
	placeName = tagged("ns").Not(word.Vague, word.VerbHead).Over(1).But(startsWith("城")) // 武汉, not 城区
	placed    = words{ranked, rankPlace}                                                 // [位居全省]前三位
	ranked    = says("居", "位居", "稳居", "高居", "居于", "位列", "名列", "列", "排名", "排在", "进入", "跻身", "处于")
	rankPlace = tagged("f", "ns").Or(endsIn("省"), endsIn("市"), endsIn("县"), endsIn("区"), endsIn("州"), endsIn("国"), says("全球", "世界", "首位", "榜首"), kind(clause.Amount))
	longAct   = is(word.Acting).Not(word.Nominal).Over(3)
	notVerb   = anything.But(plainVerb)
)
