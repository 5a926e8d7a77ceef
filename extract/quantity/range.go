package quantity

import (
	"math/big"

	"zhibiao/extract/lang"
	"zhibiao/extract/num"
)

// rangeOf reads 5%—5.5%, 20万—25万亩, 8至9%, 两到三千元, 2.4元和2.8元之间; its
// first part may have no unit.
func (r *reader) rangeOf() bool {
	m, u, end, ok := r.rangeEnd()
	if !ok {
		return false
	}
	q, n := &r.q, &r.n
	lo, hi := n.Val, m.Val
	if r.k == 0 && n.Lead == 0 && shares(n, &m) {
		lo.Exp += scaleOf(n, &m)
	}
	q.Low, q.High = lo.Rat(), hi.Rat()
	if q.Low.Cmp(q.High) > 0 {
		q.Low, q.High = q.High, q.Low
	}
	q.IsRange = true
	q.Unit = u
	q.End = end
	q.Num.Scale, q.Num.ScaleAt, q.Num.End = m.Scale, m.ScaleAt, m.End
	q.UnitFrom, q.UnitTo = m.ScaleAt, end
	if m.Fuzz != 0 {
		q.UnitFrom = m.End
	}
	r.signs()
	q.Settle()
	if q.UnitName == "成" {
		asTenths(q)
	}
	return true
}

// signs makes both ends negative where the first is: -5%至-3%.
func (r *reader) signs() {
	q := &r.q
	n := signBefore(r.t, q.Start, r.from, q)
	if n == 0 {
		return
	}
	q.Low, q.High = new(big.Rat).Neg(q.High), new(big.Rat).Neg(q.Low)
	if q.Low.Cmp(q.High) > 0 {
		q.Low, q.High = q.High, q.Low
	}
	q.Start -= n
}

// shares tells whether the first end n takes the scale of the second: 两到三千.
func shares(n, m *lang.Numeral) bool {
	s := scaleOf(n, m)
	return s > 0 && (n.Point || n.Val.Float() <= m.Val.Float()/float64(num.Pow10[min(s, 18)]))
}

// scaleOf is the scale that the first end takes from the second: 两到三千 takes
// all of it, 十到二十万 the 万.
func scaleOf(n, m *lang.Numeral) int {
	if n.Han && (m.Lead == 0 || n.End-n.Start > 1) {
		return m.Scale
	}
	return m.Lead
}

// rangeEnd reads the second half of a range: its numeral, its unit, which is
// nil for numbers alone, and where it ends.
func (r *reader) rangeEnd() (m lang.Numeral, u *lang.Unit, end int, ok bool) {
	t, n := r.t, &r.n
	j := n.End + r.k
	if r.k > 0 {
		j += lang.PrefixLen(t, j, "（含）", "（不含）") // 2万元（含）—6万元
	}
	k, between := r.rangeMark(j)
	if k == j || n.Pair || n.Seq {
		return m, nil, 0, false
	}
	negative := signBefore(t, n.Start, r.from, &lang.Quantity{Unit: r.u, Num: *n}) > 0
	if negative {
		if k = minusAgain(t, k); k == 0 {
			return m, nil, 0, false // -3%-5%: two numbers
		}
	}
	m, ok = parseAt(t, k, r.starts)
	if !ok || m.Han && !n.Han || m.Seq || m.Pair {
		return m, nil, 0, false
	}
	u, k = r.s.unitBehind(t, m.End)
	end = m.End + k
	switch {
	case between && !lang.HasPrefix(t, end, "之间"),
		u == nil && (r.k > 0 || !r.bareRange(j, end)),
		u != nil && r.u != nil && u.Name != r.u.Name,
		!negative && falls(n, &m):
		return m, nil, 0, false
	}
	return m, u, end, true
}

// minusAgain is where the second number begins behind the mark that ends at t[k], if it
// is negative as the first one was: -5%--3%, 负5%至负3%. It is 0 where it is not.
func minusAgain(t []rune, k int) int {
	if lang.At(t, k) == '负' {
		return k + 1
	}
	if lang.At(t, k-1) == '-' && lang.IsRangeMark(lang.At(t, k-2)) {
		return k
	}
	return 0
}

// falls tells whether a range from n to m goes down, whose numbers are written out:
// 5到3, but not 8到1万.
func falls(n, m *lang.Numeral) bool {
	return n.Val.Float() > m.Val.Float() && (n.Scale >= m.Scale || m.Scale == 0)
}

// rangeMark is where the second number of a range stands whose first part ends
// at t[j]; j where no mark stands there. between tells that 之间 must follow.
func (r *reader) rangeMark(j int) (k int, between bool) {
	t := r.t
	k = j
	if lang.At(t, k) == ' ' && lang.IsRangeMark(lang.At(t, k+1)) {
		k++
	}
	if lang.AnyAt(t, k, "和与") {
		return k + 1, true
	}
	start := k
	for k < start+3 && lang.IsRangeMark(lang.At(t, k)) {
		k++
	}
	if k == start || lang.AnyAt(t, start, "到至") && r.hasOrigin() {
		return j, false
	}
	if lang.At(t, k) == ' ' {
		k++
	}
	return k, false
}

// hasOrigin tells whether 从 or 由 stands before the number, so that 到 leads to what is
// now: 从12家到20家. A clause that opens with a number without a unit gives a range.
func (r *reader) hasOrigin() bool {
	at := r.n.Start - 1
	if at < r.from || !lang.AnyAt(r.t, at, "从由") {
		return false
	}
	return r.k > 0 || at > r.from && !lang.IsHard(r.t[at-1])
}

// bareRange: numbers without a unit make a range with 到 or 至 between them, and
// nothing more behind: 两百到两百八十.
func (r *reader) bareRange(j, end int) bool {
	t := r.t
	if lang.HasPrefix(t, end, "之间") {
		return true
	}
	return lang.AnyAt(t, j, "到至") && lang.ClauseEnd(t, end) && r.n.Val.Float() >= 10 && (r.n.Han || r.n.Digits != 4)
}
