// Package subject reads the words around a number as noun phrases: what a
// subject can be made of. It sees the tokens of one clause and knows nothing
// of other clauses or of the number's reading.
//
// Read takes the words before a number (noun.go): what leads is dropped
// (trim.go, lead.go), a verb and what ends in it is cut off (verb.go, evidence.go,
// tail.go), adverbs and marks
// fall out (clean.go). Behind takes the words behind it, up to where they say what
// the things do (behind.go, end.go, end_verb.go, verb_in_name.go, predicate.go).
//
// What a word is at its place is told by tables (rule.go): a row a rule, tried in
// their order, written in classes of words (class.go) and in what is asked of the
// place (where.go). Which word does what stands in the lexicon (words.tsv,
// evidence.tsv); a rule here asks for roles.
package subject
