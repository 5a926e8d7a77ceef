package lang

import "math/big"

// Quantity is a number with its unit and bounds, found on Norm. Offsets are
// the document's.
type Quantity struct {
	Start, End       int // the span: numeral, scale, unit
	Before, After    int // the span with its modifiers: 超…, …左右
	Val, Low, High   *big.Rat
	IsRange          bool
	Num              Numeral
	Unit             *Unit
	UnitName         string
	UnitFrom, UnitTo int // the unit as written, with scale
	Bound            string
	Modifier         string
	Kind             string
	Why              string // why it can make no fact; "" while it can
	Rules            []string

	Rank     bool
	Growth   bool // the words themselves say growth: 翻一番, 倍增
	Sign     int  // of growth words: -1 for 减半
	Fraction bool
	Part     int // ordinal in 1.1:52.5:46.4, from 1
}

// IsPoints tells whether q is a difference of two percentages: 2个百分点.
func (q *Quantity) IsPoints() bool {
	return q.UnitName == "百分点" || q.UnitName == "千分点" || q.UnitName == "基点"
}

// Counts tells whether the quantity counts things, so that the noun is
// looked for behind it.
func (q *Quantity) Counts() bool {
	if q.Unit == nil {
		return !q.Num.Point || q.Num.Scale > 0 || q.Part > 0 // 0.46 is an index
	}
	return q.Unit.Class
}

// Finish sets the span with modifiers to the bare one, and the unit as written to
// what stands from unitAt on where it is not set.
func (q *Quantity) Finish(unitAt int) {
	q.Before, q.After = q.Start, q.End
	if q.UnitTo == 0 {
		q.UnitFrom, q.UnitTo = unitAt, q.End
	}
	if q.UnitFrom > q.UnitTo {
		q.UnitFrom = q.UnitTo
	}
}

// Settle fills what follows from the numeral and the unit.
func (q *Quantity) Settle() {
	if q.IsRange && q.Low != nil {
		q.Val = new(big.Rat).Add(q.Low, q.High)
		q.Val.Quo(q.Val, big.NewRat(2, 1))
		q.Bound = "range"
	}
	switch q.Num.Fuzz {
	case '余', '多':
		q.Bound = "ge"
	case '几', '来':
		q.Bound = "approx"
	}
	if q.Unit != nil {
		q.UnitName = q.Unit.Name
	}
	if q.Kind == "number" {
		q.Kind = KindOf(q)
	}
	q.Finish(q.Num.End)
}

// KindOf is the kind of a quantity that explain lists.
func KindOf(q *Quantity) string {
	switch {
	case q.IsRange:
		return "range"
	case q.Unit == nil:
		return "number"
	case q.UnitName == "倍" || q.UnitName == "番":
		return "multiple"
	case q.Unit.Dim == "ratio":
		return "percent"
	case q.Unit.Dim == "money":
		return "currency"
	case q.Unit.Class || q.Unit.Dim == "count":
		return "count"
	}
	return "dimension"
}

// Small tells whether q is a small Chinese numeral, which lists or names more
// often than it counts.
func (q *Quantity) Small() bool {
	return q.Num.Han && q.Num.Val.Exp == 0 && q.Num.Val.Mant <= 10 && !q.Fraction && (q.Val == nil || q.Val.Sign() >= 0) && q.Kind != "percent" && q.UnitName != "%"
}

// Dimension is the dimension that the tables have for q, "" if it has none.
func (q *Quantity) Dimension() string {
	switch {
	case q.Rank:
		return "rank"
	case q.Fraction, q.UnitName == "%", q.UnitName == "‰", q.Growth:
		return "ratio"
	case q.Part > 0:
		return "ratio"
	case q.Unit != nil:
		return q.Unit.Dim
	case q.Kind == "number" && q.Why == "":
		return "count"
	}
	return ""
}
