package extract

import (
	"zhibiao/extract/lang"
)

// based tells whether the clause names what it compares with: 比上年减少….
func (c *context) based(d *draft) bool {
	w := string(c.t[d.clauseAt:d.q.Before])
	return baseOf(w) == "yoy" || withYear(w) && c.comparison(d.q, d.clauseAt) != nil
}

// allIndicators tells whether every name is an indicator's.
func (c *context) allIndicators(ps []phrase) bool {
	for _, p := range ps {
		if c.x.indicators.find(p.text, c.st.own) == nil {
			return false
		}
	}
	return true
}

// openingVerb: 压减支出11%, 减少费用1.19亿元, where the verb itself measures.
func (c *context) openingVerb(d *draft, np nounPhrase, q *lang.Quantity) {
	ratio := q.Unit != nil && q.Unit.Dim == "ratio" || q.UnitName == "%"
	switch {
	case ratio && !q.Fraction && !q.IsPoints() && opensGrowth[np.action]:
		d.r.measure = "growth"
		d.rules = append(d.rules, "measure.opening")
	case (opensChange[np.action] || np.action == "增加" || np.action == "提高") && q.Unit != nil && c.based(d):
		d.r.measure = "change"
		d.rules = append(d.rules, "measure.opening")
	case np.owner != nil && !np.via && opensChange[np.action] && q.Unit != nil && !q.Unit.Class:
		d.r.measure = "change"
		d.rules = append(d.rules, "measure.opening")
	case q.IsPoints():
		d.r.measure = "change"
	default:
		return
	}
	d.r.opening = true
	if falls(np.action) {
		d.r.sign = -1
	}
}

var (
	opensGrowth = lang.Set(`压减 压缩 减少 缩短 降低 提高 提升 增加 削减 精简 节约 下调 上调 减 缩减 扩大`)
	opensChange = lang.Set(`减少 降低 缩减`)
)
