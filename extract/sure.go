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
	q := d.q
	seen := confidence.Case{
		Rules: f.Rules, Indicator: f.Indicator != "",
		Measure: f.Measure, Base: f.Base, Bound: f.Bound, Dimension: f.Dimension, Unit: f.Unit,
		Chapter: f.Chapter, Status: f.Status, Kind: c.doc.Meta.Kind, Year: c.doc.Meta.Year,
		Dated: d.mention != nil, Years: c.w.To - c.w.From + 1, Expected: c.expecting,
		Subject: f.Subject, Spans: p.Spans, Action: f.Action, Mates: mates,
		Start: q.Start, End: q.End, Before: q.Before, After: q.After, From: c.from, To: c.to,
		Tokens: c.items,
	}
	if c.x.observe != nil {
		shown := seen
		c.x.observe(f, &shown)
	}
	return c.x.model.Of(&seen)
}

// expects tells whether the sentence holds a word of expecting.
func (s *sentence) expects() bool {
	for i := s.from; i+1 < s.to; i++ {
		if s.t[i] == '预' && (s.t[i+1] == '计' || s.t[i+1] == '期') || s.t[i] == '初' && s.t[i+1] == '步' {
			return true
		}
	}
	return false
}
