package quantity

import (
	"math/big"

	"zhibiao/extract/lang"
	"zhibiao/han"
)

// sign makes the quantity negative where -, 负 or 零下 stands before it.
func (r *reader) sign() {
	q := &r.q
	n := signBefore(r.t, q.Start, r.from, q)
	if n == 0 {
		return
	}
	q.Val = new(big.Rat).Neg(q.Val)
	if q.IsRange && q.Low != nil {
		q.Low, q.High = new(big.Rat).Neg(q.High), new(big.Rat).Neg(q.Low)
	}
	q.Start -= n
	q.Why = ""
	q.Rules = append(q.Rules, "number.minus")
}

// What stands before the sign of a number: 负 begins no word there (减负, 税负), and
// a - no code or list.
var (
	beforeNegative = han.NewSet("、（为是至到达于率幅长降增速余润额")
	beforeMinus    = han.NewSet("为是至到达于率幅长降增")
	beforeMark     = han.NewSet("、(（")
	beforeDash     = han.NewSet("年月日时号区第期") // 2024年-2025年
)

// signBefore is the length of the sign before t[i], 0 if there is none.
func signBefore(t []rune, i, from int, q *lang.Quantity) int {
	if i-1 < from {
		return 0
	}
	before := rune(0)
	if i-2 >= from {
		before = t[i-2]
	}
	switch t[i-1] {
	case '-', '－', '−':
		if minus(before, q) {
			return 1
		}
	case ' ':
		if i-2 == from && lang.AnyAt(t, i-2, "-－−") && q.Unit == nil {
			return 2
		}
	case '的':
		if before == '负' && lang.HasPrefix(t, i, "百分之") { // 负的百分之二十
			return 2
		}
	case '负':
		if opensNegative(before) && !isStorey(q.Unit) {
			return 1
		}
	case '下':
		if before == '零' && isTemperature(q.Unit) {
			return 2
		}
	}
	return 0
}

func opensNegative(before rune) bool {
	return before == 0 || lang.IsHard(before) || beforeNegative.Has(before)
}

// isStorey: 负一层 lies below the ground.
func isStorey(u *lang.Unit) bool { return u != nil && (u.Name == "层" || u.Name == "楼") }

func isTemperature(u *lang.Unit) bool { return u != nil && (u.Dim == "temperature" || u.Name == "度") }

// minus tells whether a - behind a rune is a sign. Behind a number it makes a
// range or a code, behind a name a type (长征-5), at the start of a line a list.
func minus(before rune, q *lang.Quantity) bool {
	switch {
	case before == 0:
		return q.Unit == nil || !q.Unit.Class
	case beforeDash.Has(before):
		return false
	case lang.IsHan(before):
		measured := q.Unit != nil || q.Num.Scale > 0 || q.Num.Point
		return measured || beforeMinus.Has(before)
	case before == '%', before == '‰':
		return q.Unit != nil && q.Unit.Dim == "ratio"
	}
	return lang.IsHard(before) || beforeMark.Has(before)
}
