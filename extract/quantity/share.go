package quantity

import (
	"strings"

	"zhibiao/extract/lang"
)

// shareBounds gives 分别控制在13‰和11‰以内 and 分别超过70和50亿元 their bound twice.
func shareBounds(t []rune, qs []lang.Quantity, from int) {
	for i := len(qs) - 2; i >= 0; i-- {
		a, b := &qs[i], &qs[i+1]
		if !joined(t, a.After, b.Before) || !mayShareBound(a, b) {
			continue
		}
		apart := strings.Contains(string(t[max(from, a.Before-12):a.Before]), "分别")
		listed := lang.AnyAt(t, a.End, "、") || lang.AnyAt(t, a.Before-1, "、")
		switch {
		case a.Bound == "eq" && b.After > b.End && (apart || !listed):
			a.Bound = b.Bound
		case b.Bound == "eq" && a.Before < a.Start && apart:
			b.Bound = a.Bound
		}
	}
}

// mayShareBound tells whether two numbers measure in one unit, each one value.
func mayShareBound(a, b *lang.Quantity) bool {
	return a.Why == "" && b.Why == "" && !a.IsRange && !b.IsRange && a.UnitName == b.UnitName
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
