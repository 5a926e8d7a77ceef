package extract

import (
	"slices"

	"zhibiao/extract/clause"
	"zhibiao/extract/measure"
	"zhibiao/report"
)

// Trace is how a document was read, for showing.
type Trace struct {
	Sentences []SentenceTrace // those with a quantity that may make a fact
}

// SentenceTrace has the tokens that a sentence was read by, and how each number
// in it was read.
type SentenceTrace struct {
	Sentence int // index in Document.Sentences
	Tokens   []clause.Token
	Numbers  []NumberTrace
}

// NumberTrace is how one number was read. Offsets count code points of
// Document.Text.
type NumberTrace struct {
	Start, End int
	From, To   int               // the words before the number that may belong to it
	Readings   []measure.Reading // of every rule that knows the words: the first was taken
	Candidates []Candidate       // what it may measure: the first was taken
	Subjects   []string          // those that it measures
	Rules      []string          // by these rules
}

// Candidate is what a number may measure, with the rules that propose it.
type Candidate struct {
	Rules   []string
	Subject string // "" where the rule finds none
}

// Trace is Extract, and how it went.
func (x *Extractor) Trace(doc *report.Document) (*Result, *Trace, error) {
	trace := &Trace{}
	res, err := x.extract(doc, trace)
	return res, trace, err
}

// note keeps how a number was read, if anyone asked; candidates are what it may
// have measured, the first what it does.
func (c *context) note(d *draft, n *number, candidates []candidate) error {
	if c.trace == nil {
		return nil
	}
	q := n.Quantity
	t := NumberTrace{Start: q.Start, End: q.End, From: d.clauseAt, To: q.Before, Rules: slices.Clone(d.rules)}
	for _, p := range d.subjects {
		t.Subjects = append(t.Subjects, p.Text)
	}
	for i := range candidates {
		k := &candidates[i]
		t.Candidates = append(t.Candidates, Candidate{Rules: k.rules, Subject: k.subjects[0].Text})
	}
	var err error
	if t.Readings, err = c.x.measures.All(c.look(d, n)); err != nil {
		return err
	}
	c.trace.Numbers = append(c.trace.Numbers, t)
	return nil
}
