package quantity

import (
	"zhibiao/extract/lang"
	"zhibiao/extract/num"
)

// rangeEnd reads the second half of a range that starts with n.
func (s *Scanner) rangeEnd(t []rune, from int, n *lang.Numeral, j int, u1 *lang.Unit, k1 int, starts num.UnitAt) (m lang.Numeral, u *lang.Unit, end int, ok bool) {
	k := j + k1
	if k >= len(t) || !lang.IsRangeMark(t[k]) || n.Pair || n.Seq {
		return m, nil, 0, false
	}
	if (t[k] == '到' || t[k] == '至') && n.Start > from && (t[n.Start-1] == '从' || t[n.Start-1] == '由') {
		return m, nil, 0, false
	}
	for c := 0; k < len(t) && lang.IsRangeMark(t[k]) && c < 3; c++ {
		k++
	}
	if k >= len(t) || !num.Starts(t[k]) {
		return m, nil, 0, false
	}
	m, ok = num.Parse(t, k, starts)
	if !ok || m.Han != n.Han && !n.Han || m.Seq {
		return m, nil, 0, false
	}
	u2, k2 := s.Units.At(t, m.End)
	if u2 == nil {
		return m, nil, 0, false
	}
	if u1 != nil && u1.Name != u2.Name {
		return m, nil, 0, false
	}
	if n.Val.Float() > m.Val.Float() && n.Scale >= m.Scale {
		return m, nil, 0, false
	}
	return m, u2, m.End + k2, true
}
