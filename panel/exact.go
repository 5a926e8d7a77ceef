package panel

import (
	"math/big"
	"strconv"
)

// exact is the decimal number that a float64 stands for: 5.4, not
// 5.4000000000000004.
func exact(x float64) *big.Rat {
	r, _ := new(big.Rat).SetString(strconv.FormatFloat(x, 'g', -1, 64))
	return r
}

// difference is a - b in decimal arithmetic.
func difference(a, b float64) *float64 {
	d, _ := new(big.Rat).Sub(exact(a), exact(b)).Float64()
	return &d
}

// convert gives a figure the unit of another one; false where that cannot be
// done. Money is never converted.
func (f *figure) convert(to figure) bool {
	if f.unit == to.unit {
		return true
	}
	if f.unitSI == "" || f.unitSI != to.unitSI || f.si == nil || to.si == nil || *f.value == 0 || *to.si == 0 {
		return false
	}
	factor := new(big.Rat).Quo(exact(*f.si), exact(*f.value))
	factor.Mul(factor, exact(*to.value)).Quo(factor, exact(*to.si))
	for _, p := range []**float64{&f.value, &f.low, &f.high} {
		if *p == nil {
			continue
		}
		x, _ := new(big.Rat).Mul(exact(**p), factor).Float64()
		// A mu is 2000/3 m²: what division left behind the twelfth digit goes.
		x, _ = strconv.ParseFloat(strconv.FormatFloat(x, 'g', 12, 64), 64)
		*p = &x
	}
	f.unit = to.unit
	return true
}
