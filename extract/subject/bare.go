package subject

import (
	"zhibiao/extract/clause"
	"zhibiao/extract/word"
)

// tellsNothing tells whether the noun runs up to the clause's end where no verb acts on what
// is counted: what its clause says of the things then stands in it.
func (b *spot) tellsNothing() bool {
	return b.before.Bare && (pauses.Has(clause.At(b.items, b.at)) || pauses.Has(b.back()))
}

// toPredicate goes back to where the noun ends before what its clause says, if a word of it
// may say that.
func (b *spot) toPredicate() {
	for at := b.start + 1; at < b.at; at++ {
		if p := (spot{b.items, b.start, at, b.before}); bareNouns.decide(p) == outside {
			b.at = at
		}
	}
}

// bareNouns end at what a clause says of the things that stand alone before it: verbs that
// no list knows.
var bareNouns = inOrder([]rule[spot]{
	{within, "12个街道[结对]帮扶点", nil, where{placeCloses}},
	{outside, "9万人民[众志成城]", words{anything.Long(4).And(kind(clause.Word)).Not(word.Attribute, word.VerbHead), pauses}, where{behindPerson}},
	{outside, "9名民警[冲锋]一线", words{anything.Long(2), says("一线")}, where{behindPerson}},
	{outside, "9名民警[不惧]危险", words{predicative.Long(2).Not(word.Nominal), tagged("n", "an"), pauses}, where{behindPerson}},
	{outside, "9名队员[白衣]执甲", words{anything.Long(2), guess, pauses}, where{behindPerson}},
	{outside, "9条河流[稳定]消劣", words{tagged("a"), guess, pauses}, where{behindNoun}},
	{outside, "9万人民[讲]政治", words{tagged("v").Long(1), noun}, where{behindPerson}},
	{outside, "23名机关干部[包联]企业", words{guess, noun.Over(1)}, where{behindActor}},
	{outside, "48家县级医院[共享]三级医院资源", words{acts, object.Over(1)}, where{behindActor, noHead}},
	{outside, "48家县级医院[共享]三级医院服务", words{acts, actor}, where{behindActor}},
	{outside, "9个博士[来]云岭创业", words{says("来", "赴"), tagged("ns", "nr", "n")}, where{behindActor}},
	{outside, "9条河流[再现]绿水清波", words{strange, object}, where{behindNoun, noHead}},
	{outside, "9条产业链[延链]补链强链", words{guess, guess, guess}, where{behindNoun}},
	{outside, "9项改革任务[落细]落实", words{guess, acting.Or(predicative, guess), end}, where{behindNoun}},
})

var (
	// acts are verbs that may be part of names too.
	acts = tagged("v").Long(2).Not(word.Nominal, word.NameVerb, word.Attribute).But(compound)
	// strange are those that mostly are none.
	strange = acts.Not(word.ShownName, word.NameEnding)
	guess   = tagged("x").Long(2).And(kind(clause.Word))

	person      = noun.And(endsIn("人民").Or(endsIn("群众"), endsIn("居民"), endsIn("儿女"), endsIn("干部"), endsIn("志愿者"), endsIn("人员"), endsIn("民警"), endsIn("干警"), endsIn("队员"), endsIn("党员"), endsIn("市民"), endsIn("村民"), endsIn("学子"), endsIn("官兵"), endsIn("师生")))
	actor       = people.Or(endsIn("干部"), endsIn("博士"), endsIn("学生"), endsIn("医院"), endsIn("学校"), endsIn("街道"), endsIn("部门"), endsIn("机构"), endsIn("公司"), endsIn("高校"))
	countedNoun = noun.Over(1).Not(word.Attribute, word.Level, word.Generic, word.OwnArea).But(tagged("b", "a", "f", "m", "vn"))
)

// behindPerson holds behind people, behindActor behind those who do things, behindNoun behind any noun that can be
// counted.
func behindPerson(b spot) bool { return person.Has(b.back()) }
func behindActor(b spot) bool  { return b.back().IsNoun() && actor.Has(b.back()) }
func behindNoun(b spot) bool   { return countedNoun.Has(b.back()) && !b.back().Says("已") }

// noHead holds where the clause ends in no head of a name.
func noHead(b spot) bool { return !head.Has(lastWord(b.ahead())) }
