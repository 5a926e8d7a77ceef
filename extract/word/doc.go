// Package word gives the words of a report their roles: which verbs act, which
// nouns name an attribute, which words fall out of a name. The words stand in
// lexicon/data/words.tsv, each once with all its roles; what a role means
// stands in lexicon/data/roles.tsv. A rule asks for a role and never for a
// word.
package word
