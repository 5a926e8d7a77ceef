package subject

import (
	"strings"
	"unicode/utf8"

	"zhibiao/extract/clause"
	"zhibiao/extract/word"
)

// Trim drops what stands before a noun phrase: time, place, connectives, the
// report's own area.
func (r *Reader) Trim(items []clause.Token) []clause.Token {
	for i := range circumstances {
		items = circumstances[i].drop(items)
	}
	for items = means.drop(behindYear(behindBasis(items))); len(items) > 0 && r.leads(items); items = means.drop(items) {
		items = items[1:]
	}
	return items
}

// circumstance is what may open items and is no part of the name: it runs up to the
// first place where the words are as until asks.
type circumstance struct {
	example string       // what is dropped stands in brackets
	opens   clause.Class // its first word
	until   words        // a word, what the circumstance ends in, and what follows
	within  int          // how many words on until may begin, at most
	keep    int          // how many words of until stay
}

// circumstances are dropped one after the other.
var circumstances = []circumstance{
	{"[包括同胞在内的]人民", says("包括", "连同"), words{anything, says("在内"), de}, 8, 0},
	{"[以公园为中心的]街区", says("以"), words{says("为"), is(word.Degree).Or(says("中心", "重点", "主", "主体", "基础", "目标")), de}, 9, 0},
	{"[全国首个]经济总量", anything, words{anything, says("首个"), some}, 4, 1},
	{"[正常年景下]粮食产量", anything, words{anything, says("下").Tagged("f"), some}, 3, 1},
	{"[盈亏相抵后]利润", says("盈亏"), words{anything, says("后").Tagged("f"), some}, 3, 1},
	{"[达产后]年产值", verb, words{anything, says("后").Tagged("f"), some}, 2, 1},
	{"[汛期前]加固堤防", tagged("t", "v").Or(kind(clause.Quoted)), words{anything, says("前").Tagged("f"), acting}, 2, 1},
	{"[总体目标是]生产总值", anything, words{endsIn("目标"), says("是"), some}, 5, 1},
	{"[有计划地]引进企业", anything, words{anything, says("地").Tagged("uv"), acting}, 4, 1},
	{"[《纲要》提出的]粮食产量", anything, words{startsWith("《"), is(word.Stating), says("的", "了"), some}, 7, 1},
	{"[会议批准的]收入预算", anything, words{endsIn("会议").Or(endsIn("人大"), endsIn("常委会"), endsIn("人代会")), is(word.Stating), says("的"), some}, 6, 1},
	{"[超过预期提出的]今年目标", anything, words{anything, is(word.Stating), de, kind(clause.Moment)}, 7, 1},
	{"[市政府系统]办理议案", endsIn("政府"), words{anything, says("系统"), acting.Or(tagged("d")), some}, 1, 2},
	{"[的基础上]增长", says("的"), words{says("基础"), says("上")}, 2, 0}, // behind a number
	{"[分六批]开工项目", says("分"), words{anything, tagged("m").And(endsIn("批").Or(endsIn("期"), endsIn("步"))), some}, 1, 1},
}

// means is the way in which something was done.
var means = circumstance{"[通过各种方式]使用贷款", says("通过", "以", "采取"), words{anything, is(word.Means), acting, some}, 7, 2}

// drop cuts the circumstance off items that it opens.
func (c *circumstance) drop(items []clause.Token) []clause.Token {
	if len(items) == 0 || !c.opens.Has(&items[0]) {
		return items
	}
	for i := 0; i < c.within && i+len(c.until) <= len(items); i++ {
		if c.until.Begins(items[i:]) {
			return items[i+len(c.until)-c.keep:]
		}
	}
	return items
}

// behindYear drops a year that has lost its 年: [一九五八]粮食产量.
func behindYear(items []clause.Token) []clause.Token {
	year := ""
	for i := 0; i+1 < len(items) && i < 3 && items[i].Pos == "m"; i++ {
		if year += items[i].Text; utf8.RuneCountInString(year) == 4 && (strings.HasPrefix(year, "一九") || strings.HasPrefix(year, "二〇")) {
			return items[i+1:]
		}
	}
	return items
}

// behindBasis drops what something is done by or for: [围绕乡村振兴]打造示范点.
func behindBasis(items []clause.Token) []clause.Token {
	if len(items) < 3 || !items[0].Is(word.Basing) {
		return items
	}
	for i := 2; i < len(items) && items[i].Text != "的"; i++ {
		if byBasis.Begins(items[i:]) || byBasisLast.Begins(items[i:]) {
			return items[i:]
		}
	}
	return items
}

var (
	basedAct    = verb.Is(word.Acting, word.Carrying).But(compound)
	builds      = verbal.Is(word.Building)
	byBasis     = words{basedAct.Not(word.Nominal, word.NameVerb).Or(builds), object.Or(tagged("s", "b"))} // 引进[海外]人才
	byBasisLast = words{basedAct.Or(builds), end}
)

// skipPreposition drops 在…中, 通过…, 按…: up to the place word or the verb.
func skipPreposition(items []clause.Token) []clause.Token {
	if len(items) > 3 && inNoun.Begins(items) && ofIt.Ends(items) {
		return items[1:] // 在专家帮助建设的[41个项目]中
	}
	if fromNow.Begins(items) {
		return items[3:] // 从今年开始发行国债
	}
	for i := 1; i < len(items); i++ {
		switch it := &items[i]; {
		case it.Kind != clause.Word:
		case closesPlace.Has(it):
			return items[i+1:]
		case actsBehind.Has(it), i > 1 && at.Has(&items[0]) && opensClause(items, i): // 在全市[布设]探头
			return items[i:]
		}
	}
	if items[0].Text == "除" {
		return items[1:] // 除[历年结余]8亿元外
	}
	return nil
}

var (
	inNoun     = words{says("在"), noun}
	ofIt       = words{de}
	fromNow    = words{anything, kind(clause.Moment), says("开始", "起").And(kind(clause.Word))}
	actsBehind = is(word.Acting).Or(verb.Is(word.Carrying, word.ShownVerb))
)

// withoutPlace drops 在…中 from the middle: 人均GDP[在内地大城市中]突破; so it does the fund that
// money is taken from: 国家[从粮食基金中]拿出.
func withoutPlace(items []clause.Token) []clause.Token {
	for i := 1; i < len(items); i++ {
		if !at.Has(&items[i]) && (!outOf.Has(&items[i]) || !closesPlace.Has(&items[len(items)-2])) {
			continue
		}
		for k := i + 1; k < len(items) && k < i+8; k++ {
			switch {
			case !items[k].Is(word.PlaceEnd):
				continue
			case !ofWhole(items[k+1:]): // 服务业[在生产总值中]的比重
				return append(append([]clause.Token{}, items[:i]...), items[k+1:]...)
			}
			break
		}
	}
	return items
}

var outOf = says("从").Tagged("p")

// ofShare tells whether items name a share by what it is of: 在出口总额中的比重.
func ofShare(items []clause.Token) bool {
	if items[0].Text != "在" {
		return false
	}
	for k := 2; k < len(items); k++ {
		if items[k].Is(word.PlaceEnd) {
			return ofWhole(items[k+1:])
		}
	}
	return false
}

// ofWhole tells whether items say that what stands before them is a share: 的比重, 的比重
// 已.
func ofWhole(items []clause.Token) bool { return itsShare.Is(items) || itsShareHas.Is(items) }

var (
	itsShare    = words{de, is(word.ShareName)}
	itsShareHas = words{de, is(word.ShareName), tagged("d")}
)

// describesBy tells whether a preposition opens a clause that describes the
// noun behind its 的, and no place or condition: 由市场决定价格的比重, not
// 在…情况下.
func describesBy(items []clause.Token) bool {
	if n := len(items); n > 1 && items[n-1].Pos == "d" {
		items = items[:n-1] // 按市价出售的农产品[已]占八成
	}
	for i := 1; i+1 < len(items); i++ {
		switch {
		case placeOrMark.Has(&items[i]):
			return false
		case items[i].Text != "的":
		case len(items)-i > 5, items[0].Text != "由" && !verb.In(items[1:i]) && items[i-1].Pos != "vn":
			return false
		default:
			return countable.Has(&items[len(items)-1])
		}
	}
	return false
}

var (
	placeOrMark = tagged("f").Or(says("中"), anything.But(kind(clause.Word)))
	countable   = noun.Or(tagged("q")).But(tagged("f"))
)
