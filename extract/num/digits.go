package num

import (
	"zhibiao/extract/lang"
)

// Digits reads 1,500  1.2万亿  2万余  20多万  3万5千  1亿2000万.
func Digits(t []rune, i int, unit UnitAt) (n lang.Numeral, ok bool) {
	n.Start = i
	j := i
	var mant int64
	exp, count := 0, 0
	for j < len(t) {
		r := t[j]
		if lang.IsDigit(r) {
			if count < maxDigits {
				mant = mant*10 + int64(r-'0')
			}
			count++
			j++
			continue
		}
		// thousands: a comma with three digits behind it and no fourth
		if j > i && threeDigits(t, j+1) && (r == ',' || r == '，') && (j-i <= 3 || isThousands(t[j-4])) && (r == ',' || j-i > 3 || grouped(t, i)) {
			j++
			continue
		}
		break
	}
	n.Digits = count
	if j+1 < len(t) && (t[j] == '.' || t[j] == '·' && count <= 4) && lang.IsDigit(t[j+1]) {
		k := j + 1
		for k < len(t) && lang.IsDigit(t[k]) {
			if count < maxDigits {
				mant = mant*10 + int64(t[k]-'0')
				exp--
			}
			count++
			k++
		}
		n.Point = true
		j = k
	}
	n.End, n.ScaleAt = j, j
	if count > maxDigits {
		return n, false
	}
	n.Val = lang.Scaled(mant, exp)
	readScale(t, &n, unit)
	// 3万5千, 1亿2000万: a further part of a lower scale
	if n.Scale >= 4 && n.Fuzz == 0 && n.End < len(t) && lang.IsDigit(t[n.End]) && !n.Point {
		m, ok2 := Digits(t, n.End, unit)
		if ok2 && !m.Point && m.Scale < n.Scale && m.Val.Exp >= 0 && m.Val.Exp <= 8 && n.Val.Exp <= 12 && n.Val.Mant < 1e6 && m.Val.Mant < 1e8 {
			a, b := n.Val.Mant*Pow10[n.Val.Exp], m.Val.Mant*Pow10[m.Val.Exp]
			if b < Pow10[n.Scale] && (m.Scale > 0 || m.Digits == n.Scale) {
				n.Val, n.End, n.Fuzz = lang.Scaled(a+b, 0), m.End, m.Fuzz
				n.Scale, n.ScaleAt = m.Scale, m.ScaleAt
			}
		}
	}
	return n, true
}

// grouped tells whether the digits at t[i] are cut in threes by full-width
// commas at least twice, as in ３，０５４，３０８，０００: one such comma ends a clause.
func grouped(t []rune, i int) bool {
	j := i
	for j < len(t) && lang.IsDigit(t[j]) && j-i < 3 {
		j++
	}
	return j < len(t) && isThousands(t[j]) && threeDigits(t, j+1) && j+4 < len(t) && isThousands(t[j+4]) && threeDigits(t, j+5)
}

func isThousands(r rune) bool { return r == ',' || r == '，' }

func threeDigits(t []rune, i int) bool {
	if i+3 > len(t) || !lang.IsDigit(t[i]) || !lang.IsDigit(t[i+1]) || !lang.IsDigit(t[i+2]) {
		return false
	}
	return i+3 == len(t) || !lang.IsDigit(t[i+3])
}

// readScale takes 余/多/几 and 十百千万亿 behind digits into n.
func readScale(t []rune, n *lang.Numeral, unit UnitAt) {
	j := n.End
	if j+1 < len(t) && isFuzz(t[j]) && lang.ScaleOf(t[j+1]) > 0 && unit(j+1) == 0 {
		n.Fuzz = t[j]
		j++
	}
	at := j
	for j < len(t) {
		s := lang.ScaleOf(t[j])
		if s == 0 || unit(j) > 1 {
			break
		}
		n.Val.Exp += s
		n.Scale += s
		j++
		if j+1 < len(t) && isFuzz(t[j]) && lang.ScaleOf(t[j+1]) > 0 && unit(j+1) == 0 && n.Fuzz == 0 {
			n.Fuzz = t[j]
			j++
		}
	}
	if n.Scale > 0 {
		n.ScaleAt = at
	}
	n.End = j
	if j < len(t) && isFuzz(t[j]) && t[j] != '几' && n.Fuzz == 0 {
		n.Fuzz = t[j]
		n.End = j + 1
	}
}

func isFuzz(r rune) bool { return r == '余' || r == '多' || r == '几' }
