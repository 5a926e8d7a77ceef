package subject

import (
	"zhibiao/extract/clause"
	"zhibiao/extract/word"
)

// verdict is what a rule says of the word looked at.
type verdict uint8

const (
	unsaid verdict = iota
	within         // the noun goes on
	ended          // the noun ended before it
)

// ends tells whether the noun ends before the word looked at: the first rule
// that says something decides.
func (b *behind) ends() bool {
	for _, rule := range nounRules {
		switch rule(b) {
		case within:
			return false
		case ended:
			return true
		}
	}
	return false
}

// nounRules tell where the noun behind a number ends.
var nounRules = []func(*behind) verdict{
	ofKind,
	atHolder,
	atState,
	atDescription,
	atManner,
	atIdiom,
	atAbility,
	atPredicate,
	atVerb,
	atAdverb,
	atJoint,
	atTime,
}

// ofKind decides of what is no word.
func ofKind(b *behind) verdict {
	switch b.it().Kind {
	case clause.Quoted, clause.Paren:
		return within
	case clause.Pause:
		// A pause goes on with the list where no new verb starts behind it.
		if b.next().IsVerb() && !b.next().Is(word.Nominal) {
			return ended
		}
		return within
	case clause.Moment:
		if b.first() && b.at+1 < len(b.items) { // 21个“十三五”专项规划
			b.start = b.at + 1
			return within
		}
		return ended
	case clause.Stop, clause.Amount:
		return ended
	}
	return unsaid
}

// atHolder ends before the 的 that leads to who holds what is counted: 拥有300张床位
// [的医院].
func atHolder(b *behind) verdict {
	if b.before.Holds && !b.first() && b.it().Text == "的" && b.next().IsNoun() {
		return ended
	}
	return unsaid
}

// atState goes on over an adverb and the two verbs that open the name: 相对[集中][居住]
// 农户.
func atState(b *behind) verdict {
	at, how := b.at-b.start, &b.items[b.start]
	if at != 1 && at != 2 || how.Pos != "d" || how.Len() != 2 || how.Is(word.Dropped, word.Leading, word.Able) || b.start+3 >= len(b.items) {
		return unsaid
	}
	noun := &b.items[b.start+3]
	if b.items[b.start+1].IsVerb() && b.items[b.start+2].IsVerb() && noun.IsNoun() {
		return within
	}
	return unsaid
}

// atDescription goes on over what describes the noun behind its 的, and over
// what is done to it: 设施[完备]的体育公园, 历年审计问题的[整改].
func atDescription(b *behind) verdict {
	it := b.it()
	if b.first() || it.Text == "的" {
		return unsaid
	}
	tells := it.Is(word.ShownPredicate) && !it.Is(word.Acting, word.Carrying) || it.Pos == "a"
	switch {
	case tells && b.next().Text == "的" && clause.At(b.items, b.at+2).IsNoun():
		return within
	case b.before.Works && b.items[b.at-1].Text == "的" && it.IsVerb() && b.closes(1):
		return within
	}
	return unsaid
}

// closes tells whether the clause, or a member of a list, ends n words on.
func (b *behind) closes(n int) bool {
	if b.at+n >= len(b.items) {
		return true
	}
	k := &b.items[b.at+n]
	return k.OfKind(clause.Stop, clause.Pause) || k.Says("和", "及", "等")
}

// atManner ends before what says how something was done: 6个项目[顺利]开工.
func atManner(b *behind) verdict {
	if b.first() {
		return unsaid
	}
	it, next := b.it(), b.next()
	acts := next.IsVerb() || next.Is(word.Becoming)
	switch {
	case it.Is(word.Manner) && acts && it.Pos == "a" && makesName(b.items[b.at+2:]):
		return within // 企业[平稳]发展基金
	case it.Is(word.Dropped), it.Is(word.Manner) && acts, it.Text == "进展", it.Text == "平均":
		return ended
	case duration(b.items[b.at:]) > 0:
		return ended // 17个村[3个月]完成征迁
	case (it.Is(word.Generic) || it.Says("全国", "一次") || it.Pos == "ad" && !b.before.Works) && (acts || next.Pos == "p"):
		return ended // 26项案例[全省]推广
	case it.Is(word.Leading) && it.Len() == 2 && !it.Is(word.Vague, word.VerbHead) && next.IsVerb() && !next.Is(word.Nominal) && b.closes(2):
		return ended // 90家名企[精准]对接
	case it.Text == "基本" && (acts || next.Tagged("p", "d")), it.Is(word.Leading) && it.Pos == "b" && acts:
		return ended
	}
	return unsaid
}

// atIdiom ends before an idiom that closes the clause: 产业园[从无到有].
func atIdiom(b *behind) verdict {
	it, next := b.it(), b.next()
	if !b.first() && it.Tagged("i", "z") && it.Len() == 4 && next.OfKind(clause.Stop, clause.Pause) {
		return ended
	}
	return unsaid
}

// atAdverb ends before an adverb or a preposition that is no part of the name.
func atAdverb(b *behind) verdict {
	it, next := b.it(), b.next()
	if b.onlyArea() {
		return within
	}
	switch it.Pos {
	case "d", "p", "y", "e":
		if it.Text == "未" && !b.first() && next.IsVerb() && next.Is(word.Nominal) && clause.At(b.items, b.at+2).IsNoun() {
			return within // 1.5万离校未就业毕业生
		}
	case "f":
		if !b.first() && it.Is(word.PlaceEnd) && (next.IsVerb() || next.Is(word.Becoming) || next.Pos == "vn" && next.Is(word.Acting)) {
			return ended // 在2个条例[中]设置专章
		}
		return unsaid
	default:
		return unsaid
	}
	plain := it.Pos == "d" && it.Len() == 2 && !it.Is(word.Dropped, word.Leading, word.ShownAdverb, word.ShownPredicate, word.Manner, word.Able)
	named := plain && next.IsNoun() && next.Pos != "a" // 团结[进步]示范社区
	if b.first() || named || it.Says("与", "和") {
		return within
	}
	return ended
}

// atJoint ends before a conjunction that joins no nouns.
func atJoint(b *behind) verdict {
	if b.it().Pos != "c" {
		return unsaid
	}
	if !b.first() && b.next().Text == "一批" {
		return ended // 40项民生实事[和一批微实事]
	}
	switch b.it().Text {
	case "和", "及", "与", "以及", "或", "及其":
		return within
	}
	return ended
}

// atTime ends before a time.
func atTime(b *behind) verdict {
	if b.it().Pos == "t" && b.it().Is(word.Timed) {
		return ended
	}
	return unsaid
}
