package quantity

import (
	"math/big"

	"zhibiao/extract/lang"
	"zhibiao/extract/num"
)

// percent makes the quantity a fraction of a hundred that ends at end.
func (r *reader) percent(end, unitAt int) {
	r.q.Fraction, r.q.Kind, r.q.UnitName, r.q.End = true, "fraction", "%", end
	r.q.Finish(unitAt)
}

// fraction reads 四分之一, 一又四分之三 and 三分之一到二分之一.
func (r *reader) fraction() bool {
	v, end := fractionAt(r.t, r.n, r.starts)
	if v == nil && lang.At(r.t, r.n.End) == '又' {
		if m, ok := parseAt(r.t, r.n.End+1, r.starts); ok {
			if v, end = fractionAt(r.t, m, r.starts); v != nil {
				v.Add(v, new(big.Rat).Mul(r.n.Val.Rat(), hundred))
			}
		}
	}
	if v == nil {
		return false
	}
	r.q.Val, r.q.IsRange = v, false
	if lang.IsRangeMark(lang.At(r.t, end)) {
		if m, ok := parseAt(r.t, end+1, r.starts); ok {
			if w, e := fractionAt(r.t, m, r.starts); w != nil && w.Cmp(v) > 0 {
				r.q.Low, r.q.High, r.q.IsRange = v, w, true
				r.q.Val = middle(v, w)
				r.q.Bound = "range"
				end = e
			}
		}
	}
	r.percent(end, r.n.End)
	if r.q.IsRange {
		r.q.Kind = "range"
	}
	return true
}

// fractionAt is the fraction in hundredths whose denominator is n, nil where
// 分之 does not follow; end is where it ends.
func fractionAt(t []rune, n lang.Numeral, starts num.UnitAt) (v *big.Rat, end int) {
	j := n.End
	if !lang.HasPrefix(t, j, "分之") || n.Val.Mant <= 0 {
		return nil, 0
	}
	m, ok := parseAt(t, j+2, starts)
	if !ok || m.Val.Mant <= 0 {
		return nil, 0
	}
	v = new(big.Rat).Quo(m.Val.Rat(), n.Val.Rat())
	return v.Mul(v, hundred), m.End
}

// parseAt reads the numeral at t[i], if one starts there.
func parseAt(t []rune, i int, starts num.UnitAt) (n lang.Numeral, ok bool) {
	if !num.Starts(lang.At(t, i)) {
		return n, false
	}
	return num.Parse(t, i, starts)
}

func middle(low, high *big.Rat) *big.Rat {
	v := new(big.Rat).Add(low, high)
	return v.Quo(v, big.NewRat(2, 1))
}

// slash reads 2/3; other numbers with a slash are names.
func (r *reader) slash() bool {
	t, n, j := r.t, &r.n, r.n.End
	if n.Han || n.Scale > 0 || n.Point || lang.At(t, j) != '/' || !lang.IsDigit(lang.At(t, j+1)) || r.starts(j) > 0 {
		return false // 9/10万 is a rate
	}
	m, good := num.Parse(t, j+1, num.NoUnits)
	single := lang.At(t, m.End) != '/' && (r.i == r.from || t[r.i-1] != '/')
	if good && single && proper(n, &m) {
		r.q.Val = new(big.Rat).Quo(n.Val.Rat(), m.Val.Rat())
		r.q.Val.Mul(r.q.Val, hundred)
		r.percent(m.End, j)
		return true
	}
	r.q.Why = "name"
	r.q.Finish(j)
	r.q.End = max(m.End, j+1)
	return true
}

// proper tells whether n of m parts may be said so: 2/3, but not 10/3, 24/365.
func proper(n, m *lang.Numeral) bool {
	if m.Point || m.Val.Exp != 0 || m.Val.Mant > 100 {
		return false
	}
	return n.Val.Mant > 0 && n.Val.Mant < m.Val.Mant
}

// notTenths: a word begins with 成.
func notTenths(t []rune, j int) bool {
	return lang.AnyAt(t, j+1, "功为果立员长本都")
}

// tenths reads 六成, 七成五, 三成半.
func (r *reader) tenths() bool {
	t, n, j := r.t, &r.n, r.n.End
	if lang.At(t, j) != '成' || notTenths(t, j) || n.Pair || n.Scale > 0 || n.Val.Float() > 10 || n.Val.Float() <= 0 {
		return false
	}
	if _, _, _, ok := r.rangeEnd(); ok {
		return false // 六成至八成
	}
	q := &r.q
	q.Val.Mul(q.Val, big.NewRat(10, 1))
	end := j + 1
	if lang.At(t, end) == '半' {
		q.Val.Add(q.Val, big.NewRat(5, 1))
		end++
	} else if d := lang.DigitOf(lang.At(t, end)); d > 0 && n.Han {
		q.Val.Add(q.Val, big.NewRat(d, 1))
		end++
	}
	if lang.At(t, end) == '多' {
		q.Bound = "ge"
		end++
	}
	r.percent(end, j)
	return true
}

// asTenths turns a range of 成 into one of %: 六七成, 六成至八成.
func asTenths(q *lang.Quantity) {
	ten := big.NewRat(10, 1)
	for _, v := range []**big.Rat{&q.Val, &q.Low, &q.High} {
		*v = new(big.Rat).Mul(*v, ten)
	}
	q.Unit, q.UnitName, q.Fraction = nil, "%", true
}

// discount reads 打六折, 七五折, 8.5折: what is left to pay.
func (r *reader) discount() bool {
	n, j := &r.n, r.n.End
	if lang.At(r.t, j) != '折' || lang.AnyAt(r.t, j+1, "合算旧叠腾扣扇射") || n.Scale > 0 || n.Fuzz != 0 || n.Val.Float() <= 0 || n.Val.Float() >= 100 {
		return false
	}
	v := n.Val.Rat()
	switch {
	case n.Pair: // 七八折 are 78 %
		v = new(big.Rat).SetInt64(n.Low*10 + n.High)
	case n.Val.Float() < 10:
		v.Mul(v, big.NewRat(10, 1))
	}
	r.q.Val, r.q.IsRange = v, false
	r.percent(j+1, j)
	return true
}
