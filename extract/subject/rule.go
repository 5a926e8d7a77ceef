package subject

import "zhibiao/extract/clause"

// verdict is what a rule says of the word looked at.
type verdict uint8

const (
	unsaid  verdict = iota
	within          // it is part of the name
	outside         // it is not
)

// rule is a row of a table: where the words are as it asks, it says what the word looked
// at is. Its example is its test: the word stands in brackets.
type rule[P place] struct {
	says    verdict
	example string
	words   words          // the word looked at and those behind it
	where   []func(P) bool // what else must hold
}

type words = clause.Row

// place is where rules are tried.
type place interface {
	ahead() []clause.Token // the word looked at and what follows
}

// rules are tried in their order: the first that fits decides.
type rules[P place] struct {
	all   []rule[P]
	index clause.Index
}

func inOrder[P place](all []rule[P]) rules[P] {
	return rules[P]{all, clause.IndexOf(len(all), func(i int) clause.Row { return all[i].words })}
}

// first is the rule that decides of the word looked at, nil if none does.
func (rs *rules[P]) first(at P) *rule[P] {
	items := at.ahead()
	i := rs.index.First(clause.At(items, 0), clause.At(items, 1), func(i int) bool { return rs.all[i].words.Begins(items) && rs.all[i].holds(at) })
	if i < 0 {
		return nil
	}
	return &rs.all[i]
}

// decide is what the rules say of the word looked at.
func (rs *rules[P]) decide(at P) verdict {
	if r := rs.first(at); r != nil {
		return r.says
	}
	return unsaid
}

// holds tells whether all else that r asks holds.
func (r *rule[P]) holds(at P) bool {
	for _, holds := range r.where {
		if !holds(at) {
			return false
		}
	}
	return true
}
