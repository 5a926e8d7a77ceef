package quantity

import (
	"zhibiao/extract/lang"
)

// shareBounds gives the members of a list the bound of its last (分别控制在13‰和11‰以内) or
// of its first (分别超过70亿元、50亿元和30亿元).
func shareBounds(t []rune, qs []lang.Quantity, from int) {
	shares := false // the bound of the next is a's too
	for i := len(qs) - 2; i >= 0; i-- {
		a, b := &qs[i], &qs[i+1]
		listed := lang.AnyAt(t, a.End, "、") || lang.AnyAt(t, a.Before-1, "、")
		shares = mayShareBound(t, a, b) && a.Bound == "eq" && (!listed || isApart(t, a, from)) && (shares || b.After > b.End)
		if shares {
			a.Bound = b.Bound
		}
	}
	shares = false // that of a is the next one's
	for i := 0; i+1 < len(qs); i++ {
		a, b := &qs[i], &qs[i+1]
		shares = mayShareBound(t, a, b) && b.Bound == "eq" && (shares || a.Before < a.Start && isApart(t, a, from))
		if shares {
			b.Bound = a.Bound
		}
	}
}

// isApart tells whether 分别 stands before a number.
func isApart(t []rune, q *lang.Quantity, from int) bool {
	return lang.Index(t[max(from, q.Before-12):q.Before], "分别") >= 0
}

// mayShareBound tells whether two numbers stand side by side and measure in one unit, each
// one value.
func mayShareBound(t []rune, a, b *lang.Quantity) bool {
	return joined(t, a.After, b.Before) && a.Why == "" && b.Why == "" && !a.IsRange && !b.IsRange && a.UnitName == b.UnitName
}

// shareUnits gives 2.8和0.6个百分点 its unit twice.
func (s *Scanner) shareUnits(t []rune, qs []lang.Quantity) {
	for i := len(qs) - 2; i >= 0; i-- {
		a, b := &qs[i], &qs[i+1]
		switch {
		case !joined(t, a.End, b.Start):
			continue
		case a.UnitName == "个" && b.IsPoints() && !a.IsRange: // 12.7个、12个百分点
			a.Unit, a.UnitName, a.Why, a.Bound = b.Unit, b.UnitName, "", b.Bound
		case bare(a) && b.Unit != nil:
			shareUnit(a, b)
		default:
			continue
		}
		a.Kind = lang.KindOf(a)
		a.Rules = append(a.Rules, "unit.shared")
	}
}

// bare tells whether a quantity is digits without a unit, which it may have from another.
func bare(q *lang.Quantity) bool {
	return q.UnitName == "" && q.Why == "" && !q.Rank && !q.Num.Han && q.Part == 0
}

// shareUnit gives a the unit of b, with its scale and bound where a has none.
func shareUnit(a, b *lang.Quantity) {
	if a.Num.Scale == 0 && b.Num.Scale > 0 && !b.IsRange {
		a.Num.Val.Exp += b.Num.Scale
		a.Num.Scale = b.Num.Scale
		negative := a.Val.Sign() < 0
		if a.Val = a.Num.Val.Rat(); negative {
			a.Val.Neg(a.Val)
		}
	}
	a.Unit, a.UnitName = b.Unit, b.Unit.Name
	a.UnitFrom, a.UnitTo = b.UnitFrom, b.UnitTo
	if a.Bound == "eq" && b.Bound != "range" {
		a.Bound = b.Bound
	}
}

// joined tells whether two numbers stand side by side in a list: nothing but 、
// or 和 between them.
func joined(t []rune, end, start int) bool {
	return start-end == 1 && lang.AnyAt(t, end, "、和及与")
}
