package quantity

import (
	"math/big"

	"zhibiao/extract/lang"
	"zhibiao/extract/num"
)

// percentWords reads 百分之七点九, 千分之十三, 百分之五到六.
func (s *Scanner) percentWords(t []rune, i int, starts num.UnitAt) (q lang.Quantity, next int, ok bool) {
	if i+3 >= len(t) || t[i+1] != '分' || t[i+2] != '之' || t[i] != '百' && t[i] != '千' && t[i] != '万' || !num.Starts(t[i+3]) {
		return q, 0, false
	}
	n, good := num.Parse(t, i+3, starts)
	if !good {
		return q, 0, false
	}
	q = lang.Quantity{Start: i, End: n.End, Num: n, Val: n.Val.Rat(), Kind: "percent", Bound: "eq", UnitName: "%"}
	if n.Seq { // 百分之一百 never is a row of digits, but 百分之五六 is
		return q, 0, false
	}
	switch t[i] {
	case '千':
		q.UnitName = "‰"
	case '万':
		q.Val.Mul(q.Val, big.NewRat(1, 100))
	}
	if n.Pair {
		q.Low, q.High, q.IsRange = new(big.Rat).SetInt64(n.Low), new(big.Rat).SetInt64(n.High), true
	}
	j := n.End
	if j < len(t) && lang.IsRangeMark(t[j]) && j+1 < len(t) {
		k := j + 1
		for k < len(t) && lang.IsRangeMark(t[k]) {
			k++
		}
		if k+3 < len(t) && t[k] == t[i] && t[k+1] == '分' && t[k+2] == '之' {
			k += 3
		}
		if k < len(t) && num.Starts(t[k]) {
			if m, good := num.Parse(t, k, starts); good && m.Val.Float() > n.Val.Float() {
				if u, _ := s.Units.At(t, m.End); u == nil {
					q.Low, q.High, q.IsRange, q.End = n.Val.Rat(), m.Val.Rat(), true, m.End
				}
			}
		}
	}
	if n.Fuzz == '几' {
		q.Bound = "approx"
	}
	q.UnitFrom, q.UnitTo = q.Start, q.Start+3
	q.Settle()
	q.Kind = "percent"
	return q, q.End, true
}
