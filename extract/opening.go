package extract

import (
	"strings"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/measure"
	"zhibiao/extract/subject"
	"zhibiao/extract/word"
)

// based tells whether the clause names what it compares with: 比上年减少….
func (c *context) based(d *draft) bool {
	w := string(c.t[d.clauseAt:d.q.Before])
	return c.x.measures.Base(w) == "yoy" || measure.WithYear(w) && c.comparison(d.q, d.clauseAt) != nil
}

// allIndicators tells whether every name is an indicator's.
func (c *context) allIndicators(ps []clause.Phrase) bool {
	for _, p := range ps {
		if c.x.indicators.find(p.Text, c.names) == nil {
			return false
		}
	}
	return true
}

// earnsMore tells whether those named have so much more to earn: 农民增加[收入]8亿元.
func (c *context) earnsMore(np subject.Noun, q *lang.Quantity) bool {
	return len(np.Owner) > 0 && !np.Via && len(np.Object) == 1 && np.Object[0].Text == "收入" && q.Dimension() == "money"
}

// openingVerb: 压减支出11%, 减少费用1.19亿元, where the verb itself measures.
func (c *context) openingVerb(d *draft, np subject.Noun, q *lang.Quantity) {
	ratio := q.Unit != nil && q.Unit.Dim == "ratio" || q.UnitName == "%"
	switch {
	case ratio && !q.Fraction && !q.IsPoints() && c.x.words.Is(np.Action, word.OpensGrowth):
		d.r.Measure = "growth"
		d.rules = append(d.rules, "measure.opening")
	case (c.x.words.Is(np.Action, word.OpensChange) || np.Action == "增加" || np.Action == "提高") && q.Unit != nil && c.based(d):
		d.r.Measure = "change"
		d.rules = append(d.rules, "measure.opening")
	case np.Action == "增产" && q.Unit != nil && !q.Unit.Class, np.Action == "增加" && c.earnsMore(np, q):
		d.r.Measure = "change"
		if strings.Contains(string(c.t[c.clauseStart(q):q.Before]), "每年") {
			d.r.Base = "annual_avg"
		}
		d.rules = append(d.rules, "measure.opening")
	case np.Owner != nil && !np.Via && c.x.words.Is(np.Action, word.OpensChange) && q.Unit != nil && !q.Unit.Class:
		d.r.Measure = "change"
		d.rules = append(d.rules, "measure.opening")
	case q.IsPoints():
		d.r.Measure = "change"
	default:
		return
	}
	d.r.Opening = true
	if c.x.measures.Falls(np.Action) {
		d.r.Sign = -1
	}
}
