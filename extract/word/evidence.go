package word

import (
	"strings"
	"unicode/utf8"

	"zhibiao/lexicon"
)

// withShown are the roles of a word and those that the corpus shows of it.
func (r Roles) withShown(u lexicon.Use) Roles {
	if u.Predicate() {
		r = r.With(ShownPredicate)
	}
	if u.Governs() {
		r = r.With(ShownGoverning)
	}
	if u.Leads >= 4 && u.Adverb() >= 0.6 {
		return r.With(ShownAdverb)
	}
	share, ok := u.Verb()
	switch {
	case !ok:
	case share >= 0.6:
		r = r.With(ShownVerb)
	case share >= 0.45:
		r = r.With(ShownLeaning)
	case share <= 0.35:
		r = r.With(ShownName)
	}
	return r
}

// Compound tells whether the corpus uses a verb and the noun behind it as one
// name: 改造项目. A verb that does has the role ShownNaming, the noun ShownNamed.
func (t *Table) Compound(verb, noun string) bool { return t.lex.Compounds()[[2]string{verb, noun}] }

// IsOneWord tells whether two words that the segmenter cuts are one: 占|比. The first has the role
// OpensOne then, the second EndsOne.
func (t *Table) IsOneWord(first, second string) bool { return t.roles[first+second].Has(OneWord) }

// ActsInName tells whether the name of an indicator, which the segmenter knows
// whole, begins with a verb that acts on the rest of it: [取缔]燃煤锅炉. Behind
// another verb less evidence will do.
func (t *Table) ActsInName(verb, rest string, behind bool) bool {
	if !t.names[verb+rest] || t.Is(verb, Nominal, NameVerb) || t.Is(rest, Attribute) {
		return false
	}
	u := t.lex.Use(verb)
	if strings.HasPrefix(rest, "各类") || strings.HasPrefix(rest, "各项") {
		return u.Verbs > 0
	}
	share, ok := u.Verb()
	if !ok || !u.Verbal() {
		return false
	}
	return share >= 0.6 && utf8.RuneCountInString(rest) > 2 && t.names[rest] || behind && t.Is(verb, Acting) && share >= 0.45
}

// IsName tells whether text is the name of an indicator.
func (t *Table) IsName(text string) bool { return t.names[text] }
