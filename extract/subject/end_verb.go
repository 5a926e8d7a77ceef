package subject

import (
	"zhibiao/extract/clause"
	"zhibiao/extract/word"
)

// atAbility ends before what the noun can do, and before whom it does it with:
// 237个行政村[可]接通, 12所学校[与]北京学校结对.
func atAbility(b *behind) verdict {
	it := b.it()
	if !b.first() && (it.IsVerb() && it.Is(word.Able) || it.Pos == "p" && verbAhead(b.items[b.at+1:])) {
		return ended
	}
	return unsaid
}

// verbAhead tells whether a verb stands in what follows of the clause: 与北京学校[结
// 对].
func verbAhead(items []clause.Token) bool {
	for i := range items {
		k := &items[i]
		switch {
		case !k.OfKind(clause.Word, clause.Quoted):
			return false
		case k.IsVerb() && (!k.Compound || k.Is(word.Strong, word.Doing)) && (!k.Is(word.Nominal) || k.Is(word.ShownPredicate)):
			return true
		}
	}
	return false
}

// atPredicate ends before the verbs that say what the things do.
func atPredicate(b *behind) verdict {
	if b.first() || !predicates(b.items, b.at) || b.onlyArea() {
		return unsaid
	}
	for b.at-1 > b.start && b.items[b.at-1].IsVerb() && !b.items[b.at-1].Is(word.Nominal) && !organizes(b.items, b.at-1) {
		b.at--
	}
	return ended
}

// verbsOnly tells whether the noun is so far only verbs, with what says how.
func (b *behind) verbsOnly() bool {
	for i := b.start; i < b.at; i++ {
		if !b.items[i].IsVerb() && b.items[i].Pos != "d" {
			return false
		}
	}
	return true
}

// onlyArea tells whether the noun is so far only an area, which no count has for
// its noun: 20项全市[推广技术].
func (b *behind) onlyArea() bool {
	return b.at == b.start+1 && b.items[b.start].Is(word.Generic)
}

// atVerb ends before a verb, unless it is part of the name.
func atVerb(b *behind) verdict {
	it := b.it()
	verb := it.IsVerb() || it.Pos == "vn" && it.Is(word.Strong, word.Doing) || it.Is(word.Becoming) && !it.Is(word.Nominal) || it.Is(word.Ending)
	switch {
	case !verb:
		return unsaid
	case b.onlyArea(), verbInName(b), !b.first() && b.items[b.at-1].Text == "未", !b.first() && organizes(b.items, b.at):
		return within
	}
	return ended
}

// verbInName tells whether the verb looked at is part of the name.
func verbInName(b *behind) bool {
	it, next := b.it(), b.next()
	nominal := it.Is(word.Nominal)
	if ofClass(next) {
		return true
	}
	if b.first() {
		if next.Text == "了" {
			return false // 2764人避免了风险
		}
		if next.IsVerb() && !it.Is(word.Strong) && b.closes(3) && clause.At(b.items, b.at+2).Is(word.BareNoun, word.VerbHead) {
			return true // 1600万元就业补助资金
		}
		if b.start == 0 && it.Is(word.NameVerb) && next.IsVerbal() && clause.At(b.items, b.at+2).IsNoun() {
			return true // 25个集中采购试点药品
		}
		return verbOpensName(it, next) || b.before.Acted && next.IsNoun() || b.before.Works && !it.Is(word.Carrying) && next.IsVerb() && b.closes(2)
	}
	switch {
	case b.verbsOnly() && next.IsNoun():
		return true // 27个延期交房项目
	case it.Compound && !it.Is(word.Acting, word.Works) && (nominal || !it.Is(word.Becoming, word.Ending)) && it.Text != "得到":
		return true // 转移人口
	case it.Len() == 1 && it.Is(word.NounEnd) && b.closes(1):
		return true // 示范[站]
	case next.Text == "等":
		return true // 客车更换等项目
	case (nominal || it.Is(word.NameEnding)) && next.IsNoun() && next.Is(word.Attribute, word.VerbHead):
		return true
	case b.namesHead():
		return true // 自行车停放点
	case b.before.Works && b.items[b.start].Pos != "d" && (b.verbsOnly() || !it.Is(word.Becoming, word.Ending)) && (b.closes(1) || next.IsVerb() && !next.Is(word.Becoming, word.Ending) && b.closes(2)):
		return true // 完成12家矿山企业整合
	case it.Is(word.Ending) && (next.Kind == clause.Stop || next.IsVerb() || next.Is(word.Becoming)):
		return false
	case nominal && (next.OfKind(clause.Stop, clause.Pause) || next.Says("和", "及") || next.IsVerb() && next.Is(word.Nominal)):
		return true
	case nominal && !it.Is(word.Becoming) && (next.Is(word.Ending, word.Becoming) || next.IsNoun()):
		return true // 低氮燃烧改造超额完成
	case !it.Is(word.Acting, word.Carrying, word.Becoming):
		return next.IsNoun() || next.IsVerb() || next.Is(word.VerbHead) && nominal // the tables do not know it
	}
	return next.Is(word.VerbHead) && nominal
}

// namesHead tells whether the verb looked at, which the corpus does not show to
// act, makes a name with a head that closes the clause: 污水[收集]管道.
func (b *behind) namesHead() bool {
	it, next := b.it(), b.next()
	switch {
	case it.Is(word.Strong, word.Doing, word.Becoming, word.Ending) || !b.closes(2):
		return false
	case it.Is(word.ShownVerb):
		return next.Is(word.NounEnd) // 供电引领区
	}
	return next.Is(word.VerbHead, word.NounEnd) || heading(next)
}

// verbOpensName tells whether the name begins with the verb it: 引导基金.
func verbOpensName(it, next *clause.Token) bool {
	switch {
	case next.Is(word.VerbHead):
		return true
	case next.IsNoun() && !it.Is(word.Becoming) && it.Is(word.Nominal):
		return true
	}
	return !it.Is(word.Acting, word.Carrying, word.Becoming)
}
