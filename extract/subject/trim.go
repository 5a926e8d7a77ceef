package subject

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhibiao/extract/clause"
	"zhibiao/extract/word"
)

// Trim drops what stands before a noun phrase: time, place, connectives, the
// report's own area.
func (r *Reader) Trim(items []clause.Token) []clause.Token {
	items = behindParts(behindBasis(behindOffices(behindSource(behindManner(behindEvent(behindCondition(items)))))))
	for items = behindMeans(behindYear(items)); len(items) > 0 && r.leads(items); items = behindMeans(items) {
		items = items[1:]
	}
	return items
}

// behindEvent drops the event that a figure comes after, and that it is a goal:
// [达产后]年产值, [总体目标是]生产总值.
func behindEvent(items []clause.Token) []clause.Token {
	for i := 1; i+1 < len(items) && i < 6; i++ {
		it, before := &items[i], &items[i-1]
		event := it.Text == "后" && it.Pos == "f" && i < 3 && items[0].IsVerb()
		goal := it.Text == "是" && strings.HasSuffix(before.Text, "目标")
		if event || goal {
			return items[i+1:]
		}
	}
	return items
}

// leads tells whether the first of items is no part of the name behind it.
func (r *Reader) leads(items []clause.Token) bool {
	it := &items[0]
	last := len(items) == 1
	switch it.Kind {
	case clause.Moment, clause.Pause, clause.Paren:
		return true
	case clause.Quoted:
		return false
	}
	switch {
	case !last && (averages(items) || saysHow(items) || r.tellsHow(items)):
		return true
	case toLower(items):
		return false
	case everyYear(items), inTime(items), actorActs(items), r.National && it.Says("全国", "我国") && !last:
		return true
	case it.Is(word.Leading):
		return !opensPhrase(items) && !yearly(items)
	case it.Is(word.OwnArea) && (!last || it.Len() > 1):
		return last || !areaInName(items)
	case r.Area[it.Text] && (last || r.Indicator(Joined(items[1:]))):
		return last || !strings.HasPrefix(items[1].Text, "机场") // an airport's name
	case rateInTime(items):
		return false
	case !last && it.Pos == "m" && someYears(it.Text):
		return !items[1].Is(word.VerbHead) // 两年造林, but 三年行动
	case it.Says("未", "不") && !last && items[1].Kind == clause.Word:
		return false // 未贯通道路, 不合格产品
	case it.Pos == "d":
		return !it.Is(word.Nominal) && !it.Says("长期", "临时")
	case it.Pos == "r":
		return it.Len() < 3 && !it.Is(word.Distributive)
	case it.Pos == "t":
		return it.Is(word.Timed)
	case it.Text == "内":
		return !last // 五年[内]新建水电站
	}
	return slices.Contains(connective, it.Pos)
}

// toLower tells whether items name what one level gives to the one below: 中央对地方专项转移支付.
func toLower(items []clause.Token) bool {
	return len(items) > 3 && items[1].Text == "对" && items[2].Says("地方", "市县", "县区")
}

// everyYear tells whether 年 opens what is done every year: [年]接待游客.
func everyYear(items []clause.Token) bool {
	return items[0].Text == "年" && len(items) > 2 && items[1].IsVerb() && !items[len(items)-1].Is(word.Attribute)
}

// inTime tells whether items begin with a time and 在: [在本世纪末]把人口控制在.
func inTime(items []clause.Token) bool {
	return items[0].Text == "在" && clause.At(items, 1).Kind == clause.Moment && !placeAhead(items[2:])
}

// actorActs tells whether one who owns no figure opens items, before what he does:
// [市政府]投入资金.
func actorActs(items []clause.Token) bool {
	verb := clause.At(items, 1)
	return items[0].Is(word.Actor) && actsNext(verb) && !verb.Is(word.Nominal) && !verb.Compound
}

// rateInTime tells whether items are the rate of what is done in time: 按时签收率.
func rateInTime(items []clause.Token) bool {
	how := &items[0]
	if how.Pos != "d" || len(items) != 2 || !strings.HasSuffix(items[1].Text, "率") {
		return false
	}
	return strings.HasPrefix(how.Text, "按") || how.Says("及时", "如期")
}

// someYears tells whether a word counts years: 两年, but not 百年.
func someYears(text string) bool {
	return utf8.RuneCountInString(text) == 2 && strings.HasSuffix(text, "年") && text != "千年" && text != "百年"
}

// behindOffices drops those of a government who act: [市政府系统]共办理议案.
func behindOffices(items []clause.Token) []clause.Token {
	if len(items) < 4 || !strings.HasSuffix(items[0].Text, "政府") || items[1].Text != "系统" {
		return items
	}
	if next := &items[2]; next.Pos == "d" || actsNext(next) {
		return items[2:]
	}
	return items
}

// placeAhead tells whether a word that closes a place, a time or a condition stands
// in items: 在2014年的考核[中].
func placeAhead(items []clause.Token) bool {
	return slices.ContainsFunc(items, func(k clause.Token) bool { return k.Pos == "f" || k.Is(word.PlaceEnd) })
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

// behindParts drops in how many parts an act was done: [分六批]开工项目.
func behindParts(items []clause.Token) []clause.Token {
	if len(items) < 3 || items[0].Text != "分" || items[1].Pos != "m" || !strings.ContainsAny(lastRune(items[1].Text), "批期步") {
		return items
	}
	return items[2:]
}

// connective are the tags of words that name nothing.
var connective = []string{"c", "u", "uj", "ul", "y"}

// actsNext tells whether a word is a verb, or acts as one.
func actsNext(it *clause.Token) bool { return it.IsVerb() || it.Is(word.Acting) }

// averages tells whether 平均 opens items as an adverb: [平均]每年, [平均]增长.
func averages(items []clause.Token) bool {
	if items[0].Text != "平均" {
		return false
	}
	next := &items[1]
	return next.Is(word.Timed, word.EveryTime) || next.IsVerb() && next.Is(word.OpensGrowth, word.OpensChange)
}

// yearly tells whether items are 年度投资, which is not the whole investment.
func yearly(items []clause.Token) bool {
	return len(items) == 2 && items[0].Text == "年度" && items[1].Text == "投资"
}

// saysHow tells whether a word of degree opens items before a verb: [高标准]建设.
func saysHow(items []clause.Token) bool {
	next := &items[1]
	if items[0].Text == "免费" {
		return next.Pos == "p" || next.Is(word.Acting) && (!next.Is(word.Nominal) || doneTo(items[1:]))
	}
	return items[0].Is(word.Degree) && actsNext(next) && next.Text != "发展"
}

// doneTo tells whether items are a verb and a noun of its own that it acts on:
// [安装报警器], but 培训班.
func doneTo(items []clause.Token) bool {
	if len(items) < 2 || items[0].Compound {
		return false
	}
	noun := &items[1]
	return noun.IsNoun() && !noun.Is(word.Attribute, word.VerbHead, word.NounEnd)
}

// tellsHow tells whether the corpus shows the first of items as what says how
// the verb behind it is done: [妥善]化解积案.
func (r *Reader) tellsHow(items []clause.Token) bool {
	it, next := &items[0], &items[1]
	if !it.Is(word.ShownAdverb) || !actsNext(next) {
		return false
	}
	return slices.Contains(predicative, it.Pos) || it.Pos == "n" && it.Len() == 2 && next.Is(word.Acting) && !r.Exact(it.Text)
}

// opensPhrase tells whether a preposition opens items that Read reads by it:
// 为居民, 在全国.
func opensPhrase(items []clause.Token) bool {
	if items[0].Pos != "p" {
		return false
	}
	switch items[0].Text {
	case "为", "对", "向":
		return len(items) > 1
	case "在", "从", "按", "由":
		return true
	}
	return false
}

// areaInName tells whether the word for the report's area belongs to the name
// behind it: 全区性会议, 省政府规章, 各部门支出.
func areaInName(items []clause.Token) bool {
	it, next := &items[0], &items[1]
	if !next.IsNoun() {
		return strings.HasPrefix(next.Text, "性")
	}
	return strings.HasPrefix(next.Text, "性") || strings.HasPrefix(it.Text, "各") || strings.HasSuffix(it.Text, "政府") && next.Start == it.End
}

// behindCondition drops a condition that opens items: [正常年景下]粮食产量.
func behindCondition(items []clause.Token) []clause.Token {
	for i := 1; i < len(items)-1 && i < 4; i++ {
		if items[i].Kind == clause.Word && items[i].Text == "下" && items[i].Pos == "f" {
			return items[i+1:]
		}
	}
	return items
}

// behindManner drops what ends in 地 before a verb: [有计划地]引进龙头企业.
func behindManner(items []clause.Token) []clause.Token {
	for i := 1; i+1 < len(items) && i < 5; i++ {
		if items[i].Text == "地" && items[i].Pos[0] == 'u' && actsNext(&items[i+1]) {
			return items[i+1:]
		}
	}
	return items
}

// behindSource drops who or what says a figure: [《纲要》提出了]能耗降低20%, [将超过
// 《建议》提出的]人均产值.
func behindSource(items []clause.Token) []clause.Token {
	for i := 1; i+2 < len(items) && i < 8; i++ {
		if !items[i].Is(word.Stating) {
			continue
		}
		next := &items[i+1]
		if particle := next.Says("的", "了"); particle && strings.HasPrefix(items[i-1].Text, "《") || next.Text == "的" && items[i+2].Kind == clause.Moment {
			return items[i+2:]
		}
	}
	return items
}

// behindMeans drops the way in which something was done: [通过各种方式]使用国外贷款.
func behindMeans(items []clause.Token) []clause.Token {
	if len(items) < 4 || !items[0].Says("通过", "以", "采取") {
		return items
	}
	for i := 1; i+2 < len(items) && i < 8; i++ {
		if items[i].Is(word.Means) && (actsNext(&items[i+1]) || items[i+1].IsVerb()) {
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
		it := &items[i]
		if !it.IsVerb() || !it.Is(word.Acting, word.Carrying) || it.Compound || it.Is(word.Nominal, word.NameVerb) && i+1 < len(items) {
			continue
		}
		if next := i + 1; next == len(items) || items[next].IsNoun() && !items[next].Is(word.VerbHead, word.Attribute) {
			return items[i:]
		}
	}
	return items
}

// skipPreposition drops 在…中, 通过…, 按…: up to the place word or the verb.
func skipPreposition(items []clause.Token) []clause.Token {
	if last := len(items) - 1; last > 2 && items[0].Text == "在" && items[last].Text == "的" && items[1].IsNoun() {
		return items[1:] // 在专家帮助建设的[41个项目]中
	}
	for i := 1; i < len(items); i++ {
		it := &items[i]
		if it.Kind != clause.Word {
			continue
		}
		if i == 2 && items[1].Kind == clause.Moment && it.Says("开始", "起") {
			return items[i+1:] // 从今年开始发行国债
		}
		if it.Pos == "f" || it.Is(word.PlaceEnd) {
			return items[i+1:]
		}
		if it.Is(word.Acting) || it.IsVerb() && it.Is(word.Carrying, word.ShownVerb) {
			return items[i:]
		}
	}
	return nil
}

// withoutOrigin cuts off what a figure rises from, where its own words stand
// before the number: 全员劳动生产率[从人均]8.7万元.
func withoutOrigin(items []clause.Token) []clause.Token {
	for k := len(items) - 1; k > 0 && k > len(items)-3; k-- {
		if it := &items[k]; it.Pos == "p" && it.Says("从", "由") {
			return items[:k]
		}
	}
	return items
}

// withoutPlace drops 在…中 from the middle: 人均GDP[在内地大城市中]突破.
func withoutPlace(items []clause.Token) []clause.Token {
	for i := 1; i < len(items); i++ {
		if items[i].Kind != clause.Word || items[i].Text != "在" || items[i].Pos != "p" {
			continue
		}
		for k := i + 1; k < len(items) && k < i+8; k++ {
			if items[k].Is(word.PlaceEnd) && ofWhole(items[k+1:]) {
				break // 服务业[在生产总值中]的比重
			}
			if items[k].Is(word.PlaceEnd) {
				return append(append([]clause.Token{}, items[:i]...), items[k+1:]...)
			}
		}
	}
	return items
}

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

// ofWhole tells whether items say that what stands before them is a share: 的比重.
func ofWhole(items []clause.Token) bool {
	shares := len(items) > 1 && items[0].Text == "的" && items[1].Is(word.ShareName)
	return shares && (len(items) == 2 || len(items) == 3 && items[2].Pos == "d") // 的比重已
}

// describesBy tells whether a preposition opens a clause that describes the
// noun behind its 的, and no place or condition: 由市场决定价格的比重, not
// 在…情况下.
func describesBy(items []clause.Token) bool {
	verb := items[0].Text == "由"
	last := &items[len(items)-1]
	for i := 1; i+1 < len(items); i++ {
		k := &items[i]
		switch {
		case k.Kind != clause.Word || k.Pos == "f" || k.Text == "中":
			return false
		case k.Text == "的":
			return verb && len(items)-i < 6 && (last.IsNoun() || last.Pos == "q") && last.Pos != "f"
		}
		verb = verb || k.IsVerb()
	}
	return false
}
