package lang

import (
	"math/big"
	"strconv"
)

// Decimal is mant × 10^exp, exact.
type Decimal struct {
	Mant int64
	Exp  int
}

// Float rounds once, at the end: 8.29 × 10⁸ is 829000000, not 828999999.9999999.
func (d Decimal) Float() float64 {
	if d.Exp == 0 {
		return float64(d.Mant)
	}
	f, _ := strconv.ParseFloat(strconv.FormatInt(d.Mant, 10)+"e"+strconv.Itoa(d.Exp), 64)
	return f
}

// Rat is d as an exact fraction.
func (d Decimal) Rat() *big.Rat {
	r := new(big.Rat)
	if d.Exp == 0 {
		return r.SetInt64(d.Mant)
	}
	p := powerOfTen(abs(d.Exp))
	if d.Exp < 0 {
		return r.SetFrac(big.NewInt(d.Mant), p)
	}
	return r.SetInt(new(big.Int).Mul(p, big.NewInt(d.Mant)))
}

// powersOfTen are those that numbers of reports need, not to be changed.
var powersOfTen = func() (powers [20]*big.Int) {
	for i := range powers {
		powers[i] = new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(i)), nil)
	}
	return powers
}()

func powerOfTen(n int) *big.Int {
	if n < len(powersOfTen) {
		return powersOfTen[n]
	}
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}

func abs(i int) int {
	if i < 0 {
		return -i
	}
	return i
}

// Scaled is mant × 10^exp.
func Scaled(mant int64, exp int) Decimal { return Decimal{mant, exp} }
