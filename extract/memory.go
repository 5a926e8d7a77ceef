package extract

import (
	"slices"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/measure"
)

// memory is what the clauses of a sentence leave to those behind them. It is a
// value: who reads a clause takes the memory of what stands before it and
// returns its own.
type memory struct {
	before  *draft           // the last draft
	lastAt  int              // where its quantity ended
	last    []clause.Phrase  // its subjects, or the owner where it is a share
	history []clause.Phrase  // subjects of the sentence, in order
	nothing []*lang.Quantity // what measures nothing

	said       clause.Phrase  // what the last clause without a quantity spoke of
	unread     []clause.Token // that clause, before it was asked what it speaks of
	lastClause []clause.Token // that clause
	served0    clause.Phrase  // 对X: whom the sentence is about
	qualifier  string         // a condition on the next figure

	whole clause.Phrase // of what the parts behind 其中 are
	aside *heard        // what was spoken of before a bracket that holds a figure

	pending []clause.Phrase // subjects that 分别 still has to give out
	spread  measure.Reading // how the quantity that said 分别 was read
	group   []clause.Phrase // the subjects of the last list that 分别 gave values
	twins   []draft         // counts that wait for the noun of the next

	share     clause.Phrase // the share that was read last: 占A比重
	ratioName string        // what a:b:c is called
	zone      clause.Phrase // that the stretch of the sentence began with
	outside   clause.Phrase // the name before a circumstance with a figure of its own
}

// silent tells whether q makes no fact.
func (m *memory) silent(q *lang.Quantity) bool {
	return q.Why != "" || slices.Contains(m.nothing, q)
}

// heard is what a figure behind a bracket goes on with: what was spoken of before it.
type heard struct {
	before *draft
	last   []clause.Phrase
	said   clause.Phrase
}
