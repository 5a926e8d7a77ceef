package subject

import (
	"slices"

	"zhibiao/extract/clause"
	"zhibiao/extract/word"
)

// The tests of this file are what the tables of the noun behind a number ask of a
// place besides its words.

// nounRules are rules of the noun behind a number.
type (
	nounRules = rules[spot]
	where     = []func(spot) bool
)

// ahead are the word looked at and what follows.
func (b spot) ahead() []clause.Token { return b.items[b.at:] }

// opens holds where the noun begins; inside, behind that; atStart, where nothing
// stands between the number and the noun.
func opens(b spot) bool   { return b.first() }
func inside(b spot) bool  { return !b.first() }
func atStart(b spot) bool { return b.start == 0 }

// behindLink holds where 的 stands between the number and the noun.
func behindLink(b spot) bool { return b.items[0].Text == "的" }

// What stands before the number: a verb that acts on what is counted, one whose object
// is work, one of holding.
func acted(b spot) bool   { return b.before.Acted }
func works(b spot) bool   { return b.before.Works }
func noWorks(b spot) bool { return !b.before.Works }
func held(b spot) bool    { return b.before.Holds }

// behindDe holds behind 的, denied behind 未, verbBefore behind another verb, afterNoun
// behind a noun.
func behindDe(b spot) bool   { return b.back().Text == "的" }
func denied(b spot) bool     { return b.back().Text == "未" }
func verbBefore(b spot) bool { return b.back().IsVerb() }
func afterNoun(b spot) bool  { return b.back().IsNoun() }

// afterDescribed holds behind what describes a verb behind 的: 的[整体]转换.
func afterDescribed(b spot) bool {
	return b.at > 2 && b.items[b.at-2].Text == "的" && b.back().Tagged("n", "b", "a") && !b.back().Is(word.VerbHead)
}

// behindProject holds behind the name of a project.
func behindProject(b spot) bool { return hasHead.Has(b.back()) }

var hasHead = endsIn("项目").Or(endsIn("工程"))

// behindOpening holds behind a verb that a name may open with.
func behindOpening(b spot) bool { return b.back().Is(word.Opening) }

// back is the word before the word looked at.
func (b *spot) back() *clause.Token { return clause.At(b.items, b.at-1) }

// organized holds at 组织 as a noun, behindOrganization behind it.
func organized(b spot) bool          { return organizes(b.items, b.at) }
func behindOrganization(b spot) bool { return b.at > 1 && organizes(b.items, b.at-1) }

// lasts holds at a duration, relative at a verb that describes the noun behind its
// 的, plainly at any other, headCloses where the head of a name closes the clause.
func lasts(b spot) bool      { return duration(b.items[b.at:]) > 0 }
func relative(b spot) bool   { return Relative(b.items, b.at) }
func plainly(b spot) bool    { return !relative(b) }
func headCloses(b spot) bool { return lastWord(b.items[b.at:]).Is(word.VerbHead) }

// makesHead holds where a head behind the word makes a name of it, nameAhead where
// that stands behind the next word.
func makesHead(b spot) bool { return makesName(b.items[b.at+1:]) }
func nameAhead(b spot) bool { return makesName(b.items[b.at+2:]) }

// behindPeople holds behind the name of people, notActed where no verb acts on what is
// counted, which may be theirs.
func behindPeople(b spot) bool { return ofPeople.Has(b.back()) }
func notActed(b spot) bool     { return !b.before.Acted }

// behindCountries holds behind 国家和地区.
func behindCountries(b spot) bool { return b.back().Text == "国家和地区" }

var ofPeople = says("人民", "群众", "居民", "村民", "市民", "人口")

// placeCloses holds where the name of a place closes the clause, with only nouns and verbs
// that may name what it is for before it.
func placeCloses(b spot) bool {
	for i := b.at; i < len(b.items) && i < b.at+5; i++ {
		switch k := &b.items[i]; {
		case k.Kind != clause.Word || !noun.Has(k) && !quietVerb.Has(k):
			return false
		case closing.Has(clause.At(b.items, i+1)):
			return i > b.at && placeHead.Has(k)
		}
	}
	return false
}

// fundCloses holds where the name of a fund closes the clause, with only words that may say what
// it is for before it.
func fundCloses(b spot) bool {
	for i := b.at; i < len(b.items) && i < b.at+4; i++ {
		switch k := &b.items[i]; {
		case k.Kind != clause.Word || !k.Tagged("n", "v", "vn", "a", "an", "b"):
			return false
		case fund.Has(k):
			return closing.Has(clause.At(b.items, i+1))
		}
	}
	return false
}

var fund = endsIn("基金")

// placeHead are the words that the name of a place ends in.
var placeHead = noun.And(endsIn("点").Or(endsIn("区"), endsIn("站"), endsIn("中心"), endsIn("基地"), endsIn("平台"), endsIn("馆"), endsIn("室"), endsIn("园")))

// kindBefore holds behind the name of a kind of things, where no name of one thing opens
// the noun; noExamples where no 等 follows, before which all are counted together.
func kindBefore(b spot) bool { return kindName.Has(b.back()) && !ofItsOwn.Has(&b.items[b.start]) }

func noExamples(b spot) bool {
	return !slices.ContainsFunc(b.ahead(), func(k clause.Token) bool { return k.Text == "等" })
}

// inState holds at the two verbs behind the adverb that opens the noun: 相对[集中][居住]
// 农户.
func inState(b spot) bool {
	if n := b.at - b.start; n != 1 && n != 2 {
		return false
	}
	return livingSo.Begins(b.items[b.start:])
}

var livingSo = clause.Row{tagged("d").Long(2).Not(word.Dropped, word.Leading, word.Able), verb, verb, noun}

// workNamed holds where the name of what was done may close with a verb: 完成12家企业
// [整合].
func workNamed(b spot) bool {
	if !b.before.Works || b.items[b.start].Pos == "d" {
		return false
	}
	return verbsOnly(b) || !b.it().Is(word.Becoming, word.Ending)
}

// verbsOnly tells whether the noun is so far only verbs, with what says how.
func verbsOnly(b spot) bool {
	for i := b.start; i < b.at; i++ {
		if !verbOrAdverb.Has(&b.items[i]) {
			return false
		}
	}
	return true
}

// onlyArea tells whether the noun is so far only an area or says of what kind, which
// no count has for its noun: 20项全市[推广技术], 15个重点[招引项目].
func onlyArea(b spot) bool {
	return b.at == b.start+1 && noThing.Has(&b.items[b.start])
}

var noThing = is(word.Generic).Or(says("全球", "全国", "世界")).Or(is(word.Degree).Is(word.GoalKind))

// verbAhead tells whether a verb stands in what follows of the clause: 与北京学校[结
// 对].
func verbAhead(b spot) bool {
	for i := b.at + 1; i < len(b.items); i++ {
		switch k := &b.items[i]; {
		case !k.OfKind(clause.Word, clause.Quoted):
			return false
		case meets.Has(k):
			return true
		}
	}
	return false
}

// meets are verbs that say what one does with another.
var meets = verb.And(not(word.Nominal).Or(is(word.ShownPredicate)), is(word.Strong, word.Doing).Or(alone))

// alone are the words that make no name with the one behind them.
var alone = anything.But(compound)
