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
	{"[正常年景下]粮食产量", anything, words{anything, says("下").Tagged("f"), some}, 3, 1},
	{"[达产后]年产值", verb, words{anything, says("后").Tagged("f"), some}, 2, 1},
	{"[总体目标是]生产总值", anything, words{endsIn("目标"), says("是"), some}, 5, 1},
	{"[有计划地]引进企业", anything, words{anything, says("地").Tagged("uv"), acting}, 4, 1},
	{"[《纲要》提出的]粮食产量", anything, words{startsWith("《"), is(word.Stating), says("的", "了"), some}, 7, 1},
	{"[超过预期提出的]今年目标", anything, words{anything, is(word.Stating), de, kind(clause.Moment)}, 7, 1},
	{"[市政府系统]办理议案", endsIn("政府"), words{anything, says("系统"), acting.Or(tagged("d")), some}, 1, 2},
	{"[分六批]开工项目", says("分"), words{anything, tagged("m").And(endsIn("批").Or(endsIn("期"), endsIn("步"))), some}, 1, 1},
}

// means is the way in which something was done.
var means = circumstance{"[通过各种方式]使用贷款", says("通过", "以", "采取"), words{anything, is(word.Means), acting, some}, 7, 2}

// drop cuts the circumstance off items that it opens.
func (c *circumstance) drop(items []clause.Token) []clause.Token {
	if len(items) == 0 || !c.opens(&items[0]) {
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

// actsNext tells whether a word is a verb, or acts as one.
func actsNext(it *clause.Token) bool { return it.IsVerb() || it.Is(word.Acting) }

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
