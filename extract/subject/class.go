package subject

import (
	"strings"

	"zhibiao/extract/clause"
	"zhibiao/extract/word"
)

// The words that the tables of this package are written in.
var (
	is     = clause.Is
	not    = clause.Not
	says   = clause.Says
	tagged = clause.Tagged
	kind   = clause.OfKind
)

// The classes of words that rules ask for.
var (
	anything clause.Class = clause.Anything

	noun      = clause.Noun
	verb      = clause.Verb
	verbal    = clause.Verbal
	plainVerb = verb.Not(word.Nominal)        // a verb that is no noun as well: 修建
	nominal   = is(word.Nominal)              // a verb that may close a noun: 改造
	acting    = verb.Or(is(word.Acting))      // a verb, or a word that acts as one: 惠及
	does      = verb.Or(is(word.Becoming))    // what the things do, or what becomes of them
	head      = is(word.VerbHead).Or(heading) // makes a name of the verb before it: 工程, 服务站

	object = noun.Not(word.Attribute, word.VerbHead) // what a verb may act on

	// predicative are the words that may say what becomes of a noun.
	predicative = tagged("v", "a", "ad", "an", "i", "l", "z", "d", "vd")
	// closesPlace are the words that close a place, a time or a condition: 中.
	closesPlace = tagged("f").Or(is(word.PlaceEnd))

	preposition              = tagged("p")
	de                       = says("的")
	whole       clause.Class = func(k *clause.Token) bool { return k.Whole }
	joint       clause.Class = clause.IsJoint
	end         clause.Class = clause.End
	stop                     = kind(clause.Stop)
	joins                    = says("和", "及")
	ofClass                  = says("类", "型", "式") // of the word before: 整治提升[类]项目
	pauses                   = kind(clause.Stop, clause.Pause)
	closing                  = pauses.Or(says("和", "及", "等")) // ends the clause, or a member of a list
	compound    clause.Class = func(k *clause.Token) bool { return k.Compound }
)

// heading tells whether a short noun ends in a head that a verb may name:
// 试点区, 服务站.
func heading(noun *clause.Token) bool {
	return noun.Len() == 3 && noun.Is(word.EndsInHead)
}

// endsIn are the words that end in text.
func endsIn(text string) clause.Class {
	return func(k *clause.Token) bool { return strings.HasSuffix(k.Text, text) }
}

// startsWith are the words that start with text.
func startsWith(text string) clause.Class {
	return func(k *clause.Token) bool { return strings.HasPrefix(k.Text, text) }
}
