package quantity

import (
	"math/big"

	"zhibiao/extract/lang"
	"zhibiao/extract/num"
)

var hundred = big.NewRat(100, 1)

// number reads the numeral at t[i] with its unit. next is where to go on; ok
// is false where nothing worth listing stands there.
func (s *Scanner) number(t []rune, i, from int, starts num.UnitAt) (q lang.Quantity, next int, ok bool) {
	if q, next, ok = s.percentWords(t, i, starts); ok {
		return q, next, true
	}
	n, good := num.Parse(t, i, starts)
	if !good {
		end := n.End
		if end <= i {
			end = i + 1
			for lang.IsDigit(t[i]) && end < len(t) && lang.IsDigit(t[end]) {
				end++
			}
		}
		return q, end, false
	}
	q = lang.Quantity{Start: i, End: n.End, Num: n, Val: n.Val.Rat(), Kind: "number", Bound: "eq"}
	if n.Pair {
		q.Low, q.High, q.IsRange = new(big.Rat).SetInt64(n.Low), new(big.Rat).SetInt64(n.High), true
	}
	// A letter or a hyphenated code before the number: T800, G331, PM2.5, 18-01.
	if i > from && lang.IsLatin(t[i-1]) && !n.Han {
		q.Why = "name"
	}
	if i > from+1 && !n.Han && (t[i-1] == '-' || t[i-1] == '.') && (lang.IsLatin(t[i-2]) || lang.IsDigit(t[i-2])) {
		q.Why = "name"
	}
	j := n.End
	// N分之M
	if j+2 < len(t) && t[j] == '分' && t[j+1] == '之' && num.Starts(t[j+2]) && n.Val.Mant > 0 {
		m, good := num.Parse(t, j+2, starts)
		if good && m.Val.Mant > 0 {
			q.Val = new(big.Rat).Quo(m.Val.Rat(), n.Val.Rat())
			q.Val.Mul(q.Val, hundred)
			q.Fraction, q.Kind, q.UnitName, q.End = true, "fraction", "%", m.End
			q.IsRange = false
			q.Finish(j)
			return q, q.End, true
		}
	}
	if !n.Han && n.Scale == 0 && j+1 < len(t) && t[j] == '/' && lang.IsDigit(t[j+1]) && !n.Point {
		m, good := num.Digits(t, j+1, starts)
		if good && m.Val.Mant > n.Val.Mant && m.Val.Mant <= 100 && n.Val.Mant > 0 && (m.End >= len(t) || t[m.End] != '/') && (i == from || t[i-1] != '/') {
			q.Val = new(big.Rat).Quo(n.Val.Rat(), m.Val.Rat())
			q.Val.Mul(q.Val, hundred)
			q.Fraction, q.Kind, q.UnitName, q.End = true, "fraction", "%", m.End
			q.Finish(j)
			return q, q.End, true
		}
		q.Why = "name"
		q.Finish(j)
		return q, m.End, true
	}
	if j < len(t) && t[j] == '成' && lang.At(t, j+1) != '都' && !n.Pair && n.Val.Mant < 1000 && n.Scale == 0 && n.Val.Float() < 10 && n.Val.Float() > 0 && !lang.AnyAt(t, j+1, "功为果立员长本") {
		q.Val.Mul(q.Val, big.NewRat(10, 1))
		q.End = j + 1
		if q.End < len(t) && t[q.End] == '半' {
			q.Val.Add(q.Val, big.NewRat(5, 1))
			q.End++
		} else if q.End < len(t) && lang.DigitOf(t[q.End]) > 0 && n.Han {
			q.Val.Add(q.Val, big.NewRat(lang.DigitOf(t[q.End]), 1))
			q.End++
		}
		q.Fraction, q.Kind, q.UnitName = true, "fraction", "%"
		if q.End < len(t) && t[q.End] == '多' {
			q.Bound = "ge"
			q.End++
		}
		q.Finish(j)
		return q, q.End, true
	}
	if n.Han && n.Val.Mant == 1 && j < len(t) && t[j] == '半' && !lang.AnyAt(t, j+1, "年天时") {
		q.Val, q.Fraction, q.Kind, q.UnitName, q.End = big.NewRat(50, 1), true, "fraction", "%", j+1
		q.Finish(j)
		return q, q.End, true
	}
	// A range, its first part with or without a unit: 5%—5.5%, 20万—25万亩, 8至9%.
	u1, k1 := s.Units.At(t, j)
	if k1 == 1 && u1.Noun && lang.At(t, j+1) == '民' && u1.Name != "人" { // 百万市民
		u1, k1 = nil, 0
	}
	if k1 == 1 && j+1 < len(t) && compounds[string(t[j:j+2])] {
		u1, k1 = nil, 0 // 8亿人口, 600万家庭
	}
	if k1 > 0 && (lang.HasPrefix(t, j, "个体工") || lang.HasPrefix(t, j, "个体户") || lang.HasPrefix(t, j, "个体经") || lang.HasPrefix(t, j, "个体私")) {
		u1, k1 = nil, 0
	}
	if m, u, end, good := s.rangeEnd(t, from, &n, j, u1, k1, starts); good {
		lo, hi := n.Val, m.Val
		if n.Scale == 0 && m.Scale > 0 && k1 == 0 && (n.Point || lo.Float() <= hi.Float()/float64(num.Pow10[min(m.Scale, 18)])) {
			lo.Exp += m.Scale
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
		q.Settle()
		return q, end, true
	}
	// 1.1:52.5:46.4
	if j+1 < len(t) && lang.IsRatioMark(t[j]) && lang.IsDigit(t[j+1]) && !n.Han && n.Scale == 0 || i > from && lang.IsRatioMark(t[i-1]) && i-1 > from && lang.IsDigit(t[i-2]) {
		if ratioParts(t, i, from) >= 3 && ratioSum(t, i, from) > 95 && ratioSum(t, i, from) < 105 {
			q.Kind, q.Part = "number", ratioOrdinal(t, i, from)
			q.Finish(j)
			return q, q.End, true
		}
		q.Why = "clock time or score"
		q.Finish(j)
		return q, q.End, true
	}
	if k1 > 0 {
		q.Unit, q.End = u1, j+k1
		q.UnitFrom, q.UnitTo = n.ScaleAt, q.End
		if n.Fuzz != 0 && n.Scale > 0 && n.ScaleAt > n.End {
			q.UnitFrom = n.End
		}
		if q.End+1 < len(t) && t[q.End] == '多' && u1.IsTime() {
			n.Fuzz = '多'
		}
	} else {
		q.UnitFrom, q.UnitTo = n.ScaleAt, n.End
		if j < len(t) && lang.IsLatin(t[j]) && !n.Han && q.Why == "" {
			q.Why = "name"
			for q.End < len(t) && (lang.IsLatin(t[q.End]) || lang.IsDigit(t[q.End])) {
				q.End++
			}
		}
	}
	if minus(t, i, from) && q.Unit != nil && (q.Unit.Dim == "ratio" || q.Unit.Dim == "temperature") {
		q.Val.Neg(q.Val)
		q.Start--
		q.Rules = append(q.Rules, "number.minus")
	}
	q.Num = n
	q.Settle()
	if (q.UnitName == "位" || q.UnitName == "名") && n.Scale == 0 && ranked(t, i, from) {
		q.Rank, q.UnitName, q.Kind, q.Bound = true, "位", "ordinal", "eq" // 位居61名
	}
	return q, q.End, true
}

// minus: a sign stands right before the number, and no range or code ends there.
func minus(t []rune, i, from int) bool {
	if i-1 < from {
		return false
	}
	switch t[i-1] {
	case '-', '－', '−', '负':
		return i-2 < from || lang.IsHan(t[i-2]) || lang.IsHard(t[i-2])
	}
	return false
}
