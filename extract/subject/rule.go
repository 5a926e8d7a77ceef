package subject

import "zhibiao/extract/clause"

// verdict is what a rule says of the word looked at.
type verdict uint8

const (
	unsaid verdict = iota
	within         // the noun goes on
	ended          // the noun ended before it
)

// rule is a row of a table: where the words are as it asks, it says what becomes of
// the noun. Its example is its test: the word looked at stands in brackets.
type rule struct {
	says    verdict
	example string
	words   words // the word looked at and those behind it
	where   where // what else must hold
}

type (
	words = clause.Row
	where = []test
)

// test is what a rule asks of the place where it is tried.
type test func(*behind) bool

// rules are tried in their order: the first that fits decides.
type rules []rule

// first is the rule that decides of the word looked at, nil if none does.
func (rs rules) first(b *behind) *rule {
	for i := range rs {
		if rs[i].fits(b) {
			return &rs[i]
		}
	}
	return nil
}

// decide is what the rules say of the word looked at.
func (rs rules) decide(b *behind) verdict {
	if r := rs.first(b); r != nil {
		return r.says
	}
	return unsaid
}

// fits tells whether r is of the word looked at.
func (r *rule) fits(b *behind) bool {
	if !r.words.Begins(b.items[b.at:]) {
		return false
	}
	for _, holds := range r.where {
		if !holds(b) {
			return false
		}
	}
	return true
}
