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
	endsIn = clause.EndsIn
	kind   = clause.OfKind
)

// The classes of words that rules ask for.
var (
	anything = clause.Anything
	end      = clause.End
	some     = anything.But(end)

	noun         = clause.Noun
	verb         = clause.Verb
	verbal       = clause.Verbal
	verbOrAdverb = verb.Or(tagged("d"))
	plainVerb    = verb.Not(word.Nominal)                                 // a verb that is no noun as well: 修建
	nominal      = is(word.Nominal)                                       // a verb that may close a noun: 改造
	acting       = verb.Or(is(word.Acting))                               // a verb, or a word that acts as one: 惠及
	actsAlways   = is(word.Acting).Not(word.Nominal)                      // no noun as well: 惠及
	does         = verb.Or(is(word.Becoming))                             // what the things do, or what becomes of them
	object       = noun.Not(word.Attribute, word.VerbHead)                // what a verb may act on
	heading      = is(word.EndsInHead).Long(3)                            // a short noun that ends in a head which a verb may name: 试点区, 服务站
	head         = is(word.VerbHead).Or(heading)                          // makes a name of the verb before it: 工程, 服务站
	predicative  = tagged("v", "a", "ad", "an", "i", "l", "z", "d", "vd") // may say what becomes of a noun

	compound = clause.ClassOf(func(k *clause.Token) bool { return k.Compound }) // makes a name with the word behind it
	whole    = clause.ClassOf(func(k *clause.Token) bool { return k.Whole })    // that name is never cut

	own         = is(word.OwnArea)
	preposition = tagged("p")
	at          = says("在").Tagged("p")
	de          = says("的")
	closesPlace = tagged("f").Or(is(word.PlaceEnd)) // closes a place, a time or a condition: 中
	ofClass     = says("类", "型", "式")               // of the word before: 整治提升[类]项目

	joint   = clause.Joint
	joins   = says("和", "及")
	stop    = kind(clause.Stop)
	pauses  = kind(clause.Stop, clause.Pause)
	closing = pauses.Or(says("和", "及", "等")) // ends the clause, or a member of a list
)

// startsWith are the words that start with text.
func startsWith(text string) clause.Class {
	return clause.ClassOf(func(k *clause.Token) bool { return strings.HasPrefix(k.Text, text) })
}
