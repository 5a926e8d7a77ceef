package quantity

import (
	"math/big"

	"zhibiao/extract/lang"
	"zhibiao/extract/num"
)

// percentWords reads 百分之七点九, 千分之十三, 万分之三, 负百分之五, 百分之五到六
// and 百分百 at t[i].
func (r *reader) percentWords(i int) bool {
	t, q := r.t, &r.q
	if lang.HasPrefix(t, i, "百分百") {
		*q = lang.Quantity{Start: i, End: i + 3, Val: big.NewRat(100, 1), Kind: "percent", Bound: "eq", UnitName: "%", UnitTo: i + 3}
		q.Num = lang.Numeral{Start: i, End: i + 3, Han: true, Val: lang.Scaled(100, 0), ScaleAt: i + 3}
		q.Finish(i)
		return true
	}
	power, k := denominator(t, i)
	if k == 0 && lang.HasPrefix(t, i, "百分") && num.Starts(lang.At(t, i+2)) { // 百分三十
		power, k = 2, i+2
	}
	if k == 0 {
		return false
	}
	n, good := parseAt(t, k, r.starts)
	if !good || n.Seq { // 百分之一百 never is a row of digits, but 百分之五六 is
		return false
	}
	*q = lang.Quantity{Start: i, End: n.End, Num: n, Kind: "percent", Bound: "eq", UnitName: "%"}
	unit := int64(1)
	switch {
	case power == 3:
		q.UnitName = "‰"
	case power > 3:
		unit = num.Pow10[power-2]
	}
	share := func(v *big.Rat) *big.Rat { return v.Quo(v, new(big.Rat).SetInt64(unit)) }
	q.Val = share(n.Val.Rat())
	if n.Pair {
		q.Low, q.High, q.IsRange = share(new(big.Rat).SetInt64(n.Low)), share(new(big.Rat).SetInt64(n.High)), true
	}
	if m, ok := r.percentEnd(i, k, &n); ok {
		q.Low, q.High, q.IsRange, q.End = share(n.Val.Rat()), share(m.Val.Rat()), true, m.End
	}
	if n.Fuzz == '几' {
		q.Bound = "approx"
	}
	r.sign()
	q.UnitFrom, q.UnitTo = i, k
	q.Settle()
	if q.IsRange {
		q.Kind = "range"
	}
	return true
}

// denominator reads the 百分之 at t[i]: the power of ten, and where the numeral
// stands; 0 if there is none.
func denominator(t []rune, i int) (power, k int) {
	k = i
	for lang.ScaleOf(lang.At(t, k)) > 0 && k-i < 3 {
		power += lang.ScaleOf(t[k])
		k++
	}
	if power < 2 || power > 8 || !lang.HasPrefix(t, k, "分之") {
		return 0, 0
	}
	return power, k + 2
}

// percentEnd reads the second half of 百分之五到六 and 百分之五至百分之六.
func (r *reader) percentEnd(i, at int, n *lang.Numeral) (m lang.Numeral, ok bool) {
	t, j := r.t, n.End
	for c := 0; lang.IsRangeMark(lang.At(t, j)) && c < 3; c++ {
		j++
	}
	if j == n.End {
		return m, false
	}
	if lang.HasPrefix(t, j, string(t[i:at])) {
		j += at - i
	}
	m, ok = parseAt(t, j, r.starts)
	if !ok || m.Val.Float() <= n.Val.Float() {
		return m, false
	}
	u, _ := r.s.Units.At(t, m.End)
	return m, u == nil
}
