package confidence

import "zhibiao/extract/clause"

// Case is what the rules saw of a fact. Offsets are the document's, in code
// points, half-open.
type Case struct {
	Rules     []string // the ids of the rules that made it, in order
	Indicator bool     // the lexicon knows what is measured

	Measure, Bound, Dimension, Unit, Status string

	Years         int // that the chapter speaks of
	Subject       string
	Spans         [][2]int // where the subject stands; -1, -1 for words that do not
	Mates         int      // other facts of the same quantity
	Before, After int      // the quantity with its modifiers

	Tokens []clause.Token // of the sentence
}
