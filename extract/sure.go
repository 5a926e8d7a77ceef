package extract

import (
	"zhibiao/extract/clause"
	"zhibiao/extract/confidence"
)

// goalConfidence is how often a goal without a number was right: 221 were
// read by hand.
const goalConfidence = 0.95

// tableConfidence is that of the facts of tables. All 73 were right in the one
// annotated report that has tables; it was worked on, so others will do worse,
// and by how much is not known.
const tableConfidence = 0.95

// Observed is x, but that it shows each fact with what the rules saw of it to
// see, in the order of the text: the confidence model is trained on that.
func (x *Extractor) Observed(see func(*Fact, *confidence.Case)) *Extractor {
	o := *x
	o.observe = see
	return &o
}

// sure is the probability that f, made of d with the subject p, is right.
// mates counts the other facts of the same quantity.
func (c *context) sure(d *draft, f *Fact, p clause.Phrase, mates int) float64 {
	seen := confidence.Case{
		Rules: f.Rules, Indicator: f.Indicator != "",
		Measure: f.Measure, Bound: f.Bound, Dimension: f.Dimension, Unit: f.Unit, Status: f.Status,
		Years: c.w.To - c.w.From + 1, Subject: f.Subject, Spans: p.Spans, Mates: mates,
		Before: d.q.Before, After: d.q.After, Tokens: c.items,
	}
	if c.x.observe != nil {
		shown := seen
		c.x.observe(f, &shown)
	}
	return c.x.model.Of(&seen)
}
