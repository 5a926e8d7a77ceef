package quantity

import (
	"strings"

	"zhibiao/extract/lang"
)

// shareBounds gives 分别控制在13‰和11‰以内 and 分别超过70和50亿元 their bound twice.
func shareBounds(t []rune, qs []lang.Quantity, from int) {
	for i := len(qs) - 2; i >= 0; i-- {
		a, b := &qs[i], &qs[i+1]
		if a.Why != "" || b.Why != "" || a.IsRange || b.IsRange || a.UnitName != b.UnitName || !joined(t, a.After, b.Before) {
			continue
		}
		apart := strings.Contains(string(t[max(from, a.Before-12):a.Before]), "分别")
		switch {
		case a.Bound == "eq" && b.After > b.End && (apart || !lang.AnyAt(t, a.End, "、") && !lang.AnyAt(t, a.Before-1, "、")):
			a.Bound = b.Bound
		case b.Bound == "eq" && a.Before < a.Start && apart:
			b.Bound = a.Bound
		}
	}
}

// shareUnits gives 2.8和0.6个百分点 its unit twice.
func (s *Scanner) shareUnits(t []rune, qs []lang.Quantity) {
	for i := len(qs) - 2; i >= 0; i-- {
		a, b := &qs[i], &qs[i+1]
		if a.UnitName == "个" && b.IsPoints() && !a.IsRange && joined(t, a.End, b.Start) { // 12.7个、12个百分点
			a.Unit, a.UnitName, a.Why, a.Bound = b.Unit, b.UnitName, "", b.Bound
			a.Kind = lang.KindOf(a)
			a.Rules = append(a.Rules, "unit.shared")
			continue
		}
		if a.UnitName != "" || a.Why != "" || a.Rank || b.Unit == nil || a.Num.Han || a.Part > 0 {
			continue
		}
		if !joined(t, a.End, b.Start) {
			continue
		}
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
		a.Kind = lang.KindOf(a)
		if a.Bound == "eq" && b.Bound != "range" {
			a.Bound = b.Bound
		}
		a.Rules = append(a.Rules, "unit.shared")
	}
}

// joined tells whether two numbers stand side by side in a list: nothing but 、
// or 和 between them.
func joined(t []rune, end, start int) bool {
	return start-end == 1 && lang.AnyAt(t, end, "、和及与")
}
