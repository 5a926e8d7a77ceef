package subject

import (
	"zhibiao/extract/clause"
	"zhibiao/extract/word"
)

// atVerb ends before a verb, unless one of verbRules says that it is part of the name.
func atVerb(b *behind) verdict {
	if !b.tells() {
		return unsaid
	}
	for _, rule := range verbRules {
		if said := rule(b); said != unsaid {
			return said
		}
	}
	return ended
}

// tells tells whether the word looked at is a verb, or acts as one.
func (b *behind) tells() bool {
	it := b.it()
	doing := it.Pos == "vn" && it.Is(word.Strong, word.Doing)
	becoming := it.Is(word.Becoming) && !it.Is(word.Nominal)
	return doing || becoming || it.IsVerb() || it.Is(word.Ending)
}

// verbRules tell whether the verb looked at is part of the name: the first that says
// something decides.
var verbRules = []func(*behind) verdict{
	verbBehindArea,
	verbOfClass,
	verbDenied,
	verbOpens,
	verbsBefore,
	nameOfCompound,
	nameOfOne,
	verbInExamples,
	nameOfAttribute,
	nameOfHead,
	workDone,
	verbOfState,
	nounAtEnd,
	nounInside,
	verbUnknown,
	nounOfHead,
}

// withinIf is within where in is true, and says nothing else.
func withinIf(in bool) verdict {
	if in {
		return within
	}
	return unsaid
}

// verbBehindArea: 20项全市[推广]技术.
func verbBehindArea(b *behind) verdict { return withinIf(b.onlyArea()) }

// verbOfClass: 整治[提升]类项目.
func verbOfClass(b *behind) verdict { return withinIf(ofClass(b.next())) }

// verbDenied: 离校未[就业]毕业生. So is 组织 as a noun.
func verbDenied(b *behind) verdict {
	return withinIf(!b.first() && (b.items[b.at-1].Text == "未" || organizes(b.items, b.at)))
}

// verbOpens decides of a verb that the name would begin with: [引导]基金.
func verbOpens(b *behind) verdict {
	if !b.first() {
		return unsaid
	}
	it, next, third := b.it(), b.next(), clause.At(b.items, b.at+2)
	switch {
	case next.Text == "了":
		return ended // 2764人避免了风险
	case next.IsVerb() && !it.Is(word.Strong) && b.closes(3) && third.Is(word.BareNoun, word.VerbHead):
		return within // 1600万元就业补助资金
	case b.start == 0 && it.Is(word.NameVerb) && next.IsVerbal() && third.IsNoun():
		return within // 25个集中采购试点药品
	case verbOpensName(it, next), b.before.Acted && next.IsNoun():
		return within
	case b.before.Works && !it.Is(word.Carrying) && next.IsVerb() && b.closes(2):
		return within
	}
	return ended
}

// verbsBefore: 27个延期[交房]项目.
func verbsBefore(b *behind) verdict { return withinIf(b.verbsOnly() && b.next().IsNoun()) }

// nameOfCompound: [转移]人口.
func nameOfCompound(b *behind) verdict {
	it := b.it()
	if !it.Compound || it.Is(word.Acting, word.Works) || it.Text == "得到" {
		return unsaid
	}
	return withinIf(it.Is(word.Nominal) || !it.Is(word.Becoming, word.Ending))
}

// nameOfOne: 示范[站].
func nameOfOne(b *behind) verdict {
	return withinIf(b.it().Len() == 1 && b.it().Is(word.NounEnd) && b.closes(1))
}

// verbInExamples: 客车[更换]等项目.
func verbInExamples(b *behind) verdict { return withinIf(b.next().Text == "等") }

// nameOfAttribute: 新能源[运营]车辆.
func nameOfAttribute(b *behind) verdict {
	next := b.next()
	return withinIf(b.it().Is(word.Nominal, word.NameEnding) && next.IsNoun() && next.Is(word.Attribute, word.VerbHead))
}

// nameOfHead: the corpus does not show the verb to act, and a head closes the clause:
// 污水[收集]管道.
func nameOfHead(b *behind) verdict {
	it, next := b.it(), b.next()
	switch {
	case it.Is(word.Strong, word.Doing, word.Becoming, word.Ending) || !b.closes(2):
		return unsaid
	case it.Is(word.ShownVerb):
		return withinIf(next.Is(word.NounEnd)) // 供电引领区
	}
	return withinIf(next.Is(word.VerbHead, word.NounEnd) || heading(next))
}

// workDone: what was done is named whole: 完成12家矿山企业[整合].
func workDone(b *behind) verdict {
	it, next := b.it(), b.next()
	if !b.before.Works || b.items[b.start].Pos == "d" || !b.verbsOnly() && it.Is(word.Becoming, word.Ending) {
		return unsaid
	}
	another := next.IsVerb() && !next.Is(word.Becoming, word.Ending) && b.closes(2)
	return withinIf(another || b.closes(1))
}

// verbOfState: 8个项目[竣工]投产.
func verbOfState(b *behind) verdict {
	next := b.next()
	if b.it().Is(word.Ending) && (next.Kind == clause.Stop || next.IsVerb() || next.Is(word.Becoming)) {
		return ended
	}
	return unsaid
}

// nounAtEnd: a noun made of a verb closes the name, or its member of a list.
func nounAtEnd(b *behind) verdict {
	next := b.next()
	closes := next.OfKind(clause.Stop, clause.Pause) || next.Says("和", "及")
	return withinIf(b.it().Is(word.Nominal) && (closes || next.IsVerb() && next.Is(word.Nominal)))
}

// nounInside: 低氮燃烧[改造]超额完成.
func nounInside(b *behind) verdict {
	it, next := b.it(), b.next()
	return withinIf(it.Is(word.Nominal) && !it.Is(word.Becoming) && (next.IsNoun() || next.Is(word.Ending, word.Becoming)))
}

// verbUnknown decides of a verb that the tables do not know.
func verbUnknown(b *behind) verdict {
	next := b.next()
	if b.it().Is(word.Acting, word.Carrying, word.Becoming) {
		return unsaid
	}
	return withinIf(next.IsNoun() || next.IsVerb())
}

// nounOfHead: [改造]工程.
func nounOfHead(b *behind) verdict {
	return withinIf(b.it().Is(word.Nominal) && b.next().Is(word.VerbHead))
}

// verbOpensName tells whether the name begins with the verb it: 引导基金.
func verbOpensName(it, next *clause.Token) bool {
	named := next.IsNoun() && it.Is(word.Nominal) && !it.Is(word.Becoming)
	return named || next.Is(word.VerbHead) || !it.Is(word.Acting, word.Carrying, word.Becoming)
}
