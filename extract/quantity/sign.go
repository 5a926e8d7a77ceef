package quantity

import (
	"math/big"

	"zhibiao/extract/lang"
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

// signBefore is the length of the sign before t[i], 0 if there is none.
func signBefore(t []rune, i, from int, q *lang.Quantity) int {
	if i-1 < from {
		return 0
	}
	before := lang.At(t, i-2)
	if i-2 < from {
		before = 0
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
		// 减负, 税负, 担负 are words.
		stands := before == 0 || lang.IsHard(before) || lang.AnyAt([]rune{before}, 0, "、（为是至到达于率幅长降增速余润额")
		if stands && (q.Unit == nil || q.Unit.Name != "层" && q.Unit.Name != "楼") {
			return 1
		}
	case '下':
		if before == '零' && q.Unit != nil && (q.Unit.Dim == "temperature" || q.Unit.Name == "度") {
			return 2
		}
	}
	return 0
}

// minus tells whether a - behind a rune is a sign. Behind a number it makes a
// range or a code, behind a name a type (长征-5), at the start of a line a list.
func minus(before rune, q *lang.Quantity) bool {
	measured := q.Unit != nil || q.Num.Scale > 0 || q.Num.Point
	switch {
	case before == 0:
		return q.Unit == nil || !q.Unit.Class
	case lang.AnyAt([]rune{before}, 0, "年月日时号区第期"):
		return false
	case lang.IsHan(before):
		return measured || lang.AnyAt([]rune{before}, 0, "为是至到达于率幅长降增")
	case before == '%' || before == '‰':
		return q.Unit != nil && q.Unit.Dim == "ratio"
	}
	return lang.IsHard(before) || before == '、' || before == '(' || before == '（'
}
