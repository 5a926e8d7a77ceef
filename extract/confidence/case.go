package confidence

import "zhibiao/extract/clause"

// Case is what the rules saw of a fact. Offsets are the document's, in code
// points, half-open.
type Case struct {
	Rules     []string // the ids of the rules that made it, in order
	Indicator bool     // the lexicon knows what is measured

	Measure, Base, Bound      string
	Dimension, Unit           string
	Chapter, Status           string
	Kind                      string // of the document
	Year                      int    // of the report, 0 where unknown
	Dated                     bool   // the text names the period
	Years                     int    // that the chapter speaks of
	Expected                  bool   // the sentence holds a word of expecting: 预计, 初步
	Subject                   string
	Spans                     [][2]int // where the subject stands; -1, -1 for words that do not
	Action                    string
	Mates                     int // other facts of the same quantity
	Start, End, Before, After int // the quantity, without and with its modifiers
	From, To                  int // the sentence

	Tokens []clause.Token // of the sentence
}
