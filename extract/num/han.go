package num

import (
	"zhibiao/extract/lang"
)

// Han reads 一百五十多万  三千二百  十几  几十万  数百  两三  二〇二二  七点九.
func Han(t []rune, i int, unit UnitAt) (n lang.Numeral, ok bool) {
	n.Start, n.Han = i, true
	j := hanRun(t, i, unit, &n)
	if j == i {
		return n, false
	}
	n.End = j
	run := t[i:j]
	scales := 0
	for _, r := range run {
		if lang.ScaleOf(r) > 0 {
			scales++
		}
	}
	switch {
	case scales == 0 && len(run) == 1:
		n.Val.Mant = lang.DigitOf(run[0])
		ok = n.Val.Mant >= 0
	case scales == 0 && len(run) == 2 && adjacent(run, 0):
		n.SetPair(lang.DigitOf(run[0]), lang.DigitOf(run[1]))
		ok = true
	case scales == 0:
		n.Seq = true
		ok = len(run) <= maxDigits
		for _, r := range run {
			if ok {
				n.Val.Mant = n.Val.Mant*10 + lang.DigitOf(r)
			}
		}
	default:
		ok = setHan(&n, run)
	}
	n.ScaleAt = n.End
	for k := j; k > i && lang.ScaleOf(t[k-1]) >= 4; k-- {
		n.ScaleAt = k - 1
		n.Scale += lang.ScaleOf(t[k-1])
	}
	n.Bare = scales == len(run) && run[0] != '十'
	// 七点九
	if ok && j+1 < len(t) && t[j] == '点' && lang.DigitOf(t[j+1]) >= 0 && !n.Seq && !n.Pair && n.Val.Mant < 1e6 {
		j++
		for ; j < len(t) && lang.DigitOf(t[j]) >= 0 && n.Val.Exp > -6; j++ {
			n.Val.Mant = n.Val.Mant*10 + lang.DigitOf(t[j])
			n.Val.Exp--
		}
		n.End, n.ScaleAt, n.Point = j, j, true
		readScale(t, &n, unit)
		return n, true
	}
	if ok && n.Fuzz == 0 && j < len(t) && (t[j] == '余' || t[j] == '多') && (scales > 0) {
		n.Fuzz = t[j]
		n.End = j + 1
	}
	return n, ok
}

// hanRun is the end of the run of Chinese numerals that starts at i; it notes
// the 几, 数, 余 or 多 inside in n.
func hanRun(t []rune, i int, unit UnitAt, n *lang.Numeral) int {
	j := i
	for j < len(t) && j-i < 24 {
		r := t[j]
		next := rune(0)
		if j+1 < len(t) {
			next = t[j+1]
		}
		switch {
		case lang.DigitOf(r) >= 0:
		case lang.ScaleOf(r) > 0:
			if unit(j) > 1 {
				return j
			}
		case r == '几' && (lang.ScaleOf(next) > 0 && unit(j+1) < 2 && j == i || j > i && t[j-1] == '十'):
			n.Fuzz = '几'
		case r == '数' && j == i && lang.ScaleOf(next) > 0 && unit(j+1) < 2:
			n.Fuzz = '几'
		case (r == '余' || r == '多') && j > i && lang.ScaleOf(next) >= 4 && n.Fuzz == 0:
			n.Fuzz = r
		default:
			return j
		}
		j++
	}
	return j
}

// adjacent tells whether run[k] and run[k+1] are neighbouring digits, as in 两三.
func adjacent(run []rune, k int) bool {
	a, b := lang.DigitOf(run[k]), lang.DigitOf(run[k+1])
	return a > 0 && b == a+1
}

// setHan evaluates a run with scales into n.val, and both ends of 五六十.
func setHan(n *lang.Numeral, run []rune) bool {
	for k := 0; k+2 < len(run); k++ {
		if adjacent(run, k) && lang.ScaleOf(run[k+2]) > 0 {
			low, ok1 := HanValue(append(append([]rune{}, run[:k+1]...), run[k+2:]...))
			high, ok2 := HanValue(append(append([]rune{}, run[:k]...), run[k+1:]...))
			if ok1 && ok2 {
				n.SetPair(low, high)
			}
			return ok1 && ok2
		}
	}
	v, ok := HanValue(run)
	n.Val = lang.Scaled(v, 0)
	return ok
}

// HanValue evaluates 三千二百, 十五, 一亿二千万, 三千五 (3500), 百万 (10⁶).
// ok is false where the run is no number (十五五).
func HanValue(run []rune) (v int64, ok bool) {
	var total, section int64
	cur, last, big := int64(-1), 9, 0
	zero := false
	for _, r := range run {
		switch d := lang.DigitOf(r); {
		case d == 0:
			if cur >= 0 {
				return 0, false
			}
			zero = true
			continue
		case d > 0:
			if cur >= 0 {
				return 0, false
			}
			cur = d
			continue
		case r == '几' || r == '数':
			if section%100 == 10 || section%100 > 10 { // 十几: what 几 adds is not known
				continue
			}
			cur = 1
			continue
		case r == '余' || r == '多':
			continue
		}
		s := lang.ScaleOf(r)
		if s < 4 {
			if s >= last && last < 9 {
				// 百千: no number; but 万 starts a new section
				return 0, false
			}
			if cur < 0 {
				cur = 1
			}
			section += cur * Pow10[s]
			last, cur = s, -1
		} else {
			if cur > 0 {
				section += cur
			}
			if section == 0 {
				switch {
				case total == 0:
					section = 1
				case s == 8 && big == 4 && total <= 1e9: // 一万亿
					total, big = total*Pow10[8], 8
					continue
				default:
					return 0, false
				}
			}
			if big == 4 && s == 4 || big == 8 && s == 8 || section > 1e6 {
				return 0, false
			}
			if big == 4 && s == 8 {
				total = (total + section) * Pow10[8]
			} else {
				total += section * Pow10[s]
			}
			section, cur, last, big = 0, -1, 9, s
		}
		zero = false
	}
	if cur > 0 {
		// a digit behind a scale takes the next one down: 三千五, 两万三
		unit := int64(1)
		if !zero && last > 1 && last < 9 {
			unit = Pow10[last-1]
		} else if !zero && last == 9 && big > 0 && section == 0 {
			unit = Pow10[big-1]
		}
		section += cur * unit
	}
	return total + section, true
}
