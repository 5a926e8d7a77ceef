package subject

import (
	"slices"
	"unicode/utf8"

	"zhibiao/extract/clause"
	"zhibiao/extract/word"
)

// leads tells whether the first of items is no part of the name behind it.
func (r *Reader) leads(items []clause.Token) bool {
	switch items[0].Kind {
	case clause.Moment, clause.Pause, clause.Paren:
		return true
	case clause.Quoted:
		return false
	}
	return leading.decide(opening{r, items}) == outside
}

// opening are the words from one that may lead to a name.
type opening struct {
	*Reader
	items []clause.Token
}

func (o opening) ahead() []clause.Token { return o.items }

// given is what the rules of an opening ask of it besides its words.
type given = []func(opening) bool

// leading are the words that lead to a name and are no part of it.
var leading = inOrder([]rule[opening]{
	{outside, "[主要]是产品价格", words{says("主要"), says("是"), some}, nil},
	{outside, "[平均]每年增长", words{says("平均"), is(word.Timed, word.EveryTime)}, nil},
	{outside, "[平均]提高水平", words{says("平均"), verb.Is(word.OpensGrowth, word.OpensChange)}, nil},
	{outside, "[免费]为居民体检", words{free, preposition}, nil},
	{outside, "[免费]发放书籍", words{free, is(word.Acting).Not(word.Nominal)}, nil},
	{outside, "[免费]开放场馆", words{free, is(word.Acting)}, given{freely}},
	{within, "[重点]节能工程", words{is(word.Degree).Is(word.GoalKind), nominal, is(word.VerbHead)}, nil},
	{outside, "[高标准]建设农田", words{is(word.Degree).But(free), acting.But(says("发展"))}, nil},
	{outside, "[高标准]、高效率改造", words{is(word.Degree), kind(clause.Pause).Or(joint), is(word.Degree), is(word.Acting)}, nil},
	{outside, "[妥善]化解积案", words{is(word.ShownAdverb).And(predicative).But(startsWith("每")), acting}, nil},
	{outside, "[科学]应对台风", words{says("科学", "从容"), tagged("v")}, nil},
	{outside, "[大力]推进改革", words{tagged("n").Is(word.ShownAdverb).Long(2), is(word.Acting)}, given{noIndicator}},

	{within, "[中央]对地方一般性转移支付", words{anything, says("对"), says("地方", "市县", "县区"), some}, nil},
	{outside, "[可]发电", words{is(word.Able), verbal, end}, nil},
	{outside, "[可]新增就业", words{says("可"), startsWith("新增")}, nil},
	{outside, "[可]吸纳就业", words{says("可"), says("吸纳", "带动", "安置", "容纳"), some}, nil},
	{outside, "[相当于]节约标准煤", words{says("相当于"), acting.Or(is(word.OpensChange)), some}, nil},
	{outside, "[相当于]农民增加收入", words{says("相当于"), noun, verbal.Is(word.OpensGrowth, word.OpensChange)}, nil},
	{outside, "[多]生产棉纱", words{says("多"), verbal, noun}, nil},
	{within, "[国家]对农业的投资总额", words{is(word.Actor), says("对").Tagged("p"), some}, given{ofWhom}},
	{outside, "[同期]人口", words{says("同期"), noun}, nil},
	{outside, "[年]接待游客", words{says("年"), verb, some}, given{noAttribute}},
	{outside, "[整体]提升医院环境", words{says("整体"), verb.Is(word.Second)}, nil},
	{outside, "[基本]解决饮水问题", words{says("基本"), tagged("v").Is(word.Acting)}, given{adjacent, plain}},
	{outside, "[在]今年实现", words{says("在"), kind(clause.Moment)}, given{noPlace}},
	{outside, "[市政府]投入资金", words{is(word.Actor), acting.Not(word.Nominal, word.Describing).But(compound)}, given{plain}},
	{outside, "[国家]共减少城镇人口", words{is(word.Actor), tagged("d").Is(word.Dropped), acting.Not(word.Nominal, word.Describing).But(compound), some.But(de)}, nil},
	{outside, "[全国]粮食产量", words{says("全国", "我国"), some}, given{national}},

	{within, "[被]侵占林地", undergone, nil},
	{within, "[为]困难群众", words{lead.Tagged("p").Says("为", "对", "向"), some}, nil},
	{within, "[在]各地", words{lead.Tagged("p").Says("在", "从", "按", "由")}, nil},
	{within, "[年度]投资", words{lead.Says("年度"), says("投资"), end}, nil},
	{within, "[统筹]", words{says("统筹"), end}, nil},
	{outside, "[其中]工业投资", words{lead}, nil},

	{outside, "[全市]", words{own.Over(1), end}, nil},
	{within, "[各级]政府投资", words{own.And(startsWith("各")), noun}, nil},
	{within, "[省政府]规章", words{own.And(endsIn("政府")), noun}, given{adjacent}},
	{outside, "[全市]粮食产量", words{own, some}, nil},
	{within, "[云岭]机场", words{anything, startsWith("机场")}, given{ownArea}},
	{outside, "[云岭]粮食产量", nil, given{ownArea}},

	{within, "[按时]签收率", words{inTime, endsIn("率"), end}, nil},
	{within, "[三年]行动", words{years, is(word.VerbHead)}, nil},
	{outside, "[两年]造林", words{years, some}, nil},
	{within, "[未]贯通道路", words{says("未", "不", "尚未"), kind(clause.Word)}, nil},
	{within, "[长期]国债", words{tagged("d").Is(word.Nominal).Or(tagged("d").Says("长期", "临时", "重复", "初次", "自然"))}, nil},
	{outside, "[初步]核算产值", words{tagged("d")}, nil},
	{outside, "[迅速]扩大规模", words{tagged("ad"), tagged("v").Not(word.Nominal)}, given{plain}},
	{within, "[每亩]平均产量", words{is(word.PerHead), says("平均")}, nil},
	{within, "[各类]展会", words{tagged("r").Is(word.Distributive)}, nil},
	{outside, "[这里]要说明", words{tagged("r").But(anything.Over(2).Or(says("每个")))}, nil},
	{outside, "[当前]存款余额", words{tagged("t").Is(word.Timed)}, nil},
	{outside, "[内]新建水电站", words{says("内", "里", "前"), some}, nil},
	{outside, "[但是]存款余额", words{connective}, nil},
})

// The classes of words that lead.
var (
	lead = is(word.Leading)
	free = says("免费")
	// years are the words that count years: 两年, but not 百年.
	years = tagged("m").And(endsIn("年"), clause.ClassOf(ofTwo)).But(says("千年", "百年"))

	// connective are the tags of words that name nothing.
	connective = tagged("c", "u", "uj", "ul", "y")
	// inTime are the adverbs that a rate may be of: 按时.
	inTime = tagged("d").And(startsWith("按").Or(says("及时", "如期", "一次性")))
)

// ofTwo tells whether a word has two characters.
func ofTwo(k *clause.Token) bool { return utf8.RuneCountInString(k.Text) == 2 }

// ofWhom tells whether the words end in what someone gives, with 的 before it and no verb behind:
// 国家对农业[的投资总额].
func ofWhom(o opening) bool {
	n := len(o.items)
	return n > 4 && o.items[n-2].Text == "的" && (o.items[n-1].Is(word.Attribute) || o.Words.Has(o.items[n-1].Text, word.OwnHead))
}

// freely tells whether 免费 stands before a verb and a noun of its own that it acts on:
// 安装报警器, but 培训班.
func freely(o opening) bool {
	return actsAlone.Begins(o.items[1:])
}

var actsAlone = words{alone, object.Not(word.NounEnd)}

// plain tells whether the verb behind the word looked at describes nothing: not 正式交付营
// 业的铁路.
func plain(o opening) bool { return !Relative(o.items, 1) }

// noIndicator tells whether the word looked at is no indicator's name.
func noIndicator(o opening) bool { return !o.Exact(o.items[0].Text) }

// noAttribute tells whether the name ends in no attribute.
func noAttribute(o opening) bool { return !o.items[len(o.items)-1].Is(word.Attribute) }

// noPlace tells whether no word stands ahead that closes a place, a time or a
// condition: 在2014年的考核[中].
func noPlace(o opening) bool { return !closesPlace.In(o.items[2:]) }

// national tells whether the report is the State Council's.
func national(o opening) bool { return o.National }

// adjacent tells whether nothing stands between the word looked at and the next.
func adjacent(o opening) bool { return o.items[1].Start == o.items[0].End }

// ownArea tells whether the word looked at is the name of the report's area, alone or
// before an indicator's name.
func ownArea(o opening) bool {
	return slices.Contains(o.Area, o.items[0].Text) && (len(o.items) == 1 || o.Indicator(Joined(o.items[1:])))
}
