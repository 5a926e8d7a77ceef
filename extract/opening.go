package extract

import (
	"slices"

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
func (c *context) earnsMore(np *subject.Noun, q *lang.Quantity) bool {
	return len(np.Owner) > 0 && !np.Via && len(np.Object) == 1 && np.Object[0].Says("收入", "支出") && q.Dimension() == "money"
}

// openingVerb: 压减支出11%, 减少费用1.19亿元, where the verb itself measures.
func (c *context) openingVerb(d *draft, np *subject.Noun, q *lang.Quantity) {
	o := &opened{context: c, d: d, np: np, q: q}
	rule := slices.IndexFunc(openedRules, func(r openedRule) bool { return r.is(o) })
	switch {
	case rule >= 0:
		d.r.Measure = openedRules[rule].measure
		d.rules = append(d.rules, "measure.opening")
		if openedRules[rule].averages && lang.Index(c.t[c.clauseStart(q):q.Before], "每年") >= 0 {
			d.r.Base = "annual_avg"
		}
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

// opened is a number whose clause a verb opens.
type opened struct {
	*context
	d  *draft
	np *subject.Noun
	q  *lang.Quantity
}

// openedRule tells when the verb measures, and as what.
type openedRule struct {
	is       func(*opened) bool
	measure  string
	averages bool // 每年 makes an average of it
}

// openedRules are tried in order.
var openedRules = []openedRule{
	{(*opened).rate, "growth", false},
	{(*opened).compared, "change", false},
	{(*opened).yields, "change", true},
	{(*opened).lessens, "change", false},
}

// rate: [压减]支出11%.
func (o *opened) rate() bool {
	ratio := o.q.UnitName == "%" || o.q.Unit != nil && o.q.Unit.Dim == "ratio"
	return ratio && !o.q.Fraction && !o.q.IsPoints() && o.opens(word.OpensGrowth)
}

// compared: 比上年[减少]费用1.19亿元.
func (o *opened) compared() bool {
	changes := o.opens(word.OpensChange) || o.np.Action == "增加" || o.np.Action == "提高"
	return changes && o.q.Unit != nil && o.based(o.d)
}

// yields: [增产]粮食8万吨, 农民每年[增加]收入8亿元.
func (o *opened) yields() bool {
	switch o.np.Action {
	case "增产":
		return o.measured()
	case "增加":
		return o.earnsMore(o.np, o.q)
	}
	return false
}

// lessens: 企业[减少]费用1.19亿元.
func (o *opened) lessens() bool {
	return o.np.Owner != nil && !o.np.Via && o.opens(word.OpensChange) && o.measured()
}

func (o *opened) opens(role word.Role) bool { return o.x.words.Is(o.np.Action, role) }

// measured tells whether the unit measures, and does not count.
func (o *opened) measured() bool { return o.q.Unit != nil && !o.q.Unit.Class }
