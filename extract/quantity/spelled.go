package quantity

import (
	"zhibiao/extract/lang"
	"zhibiao/extract/num"
)

// Numbers as they are spelled outside of reports: .77, 1.5e3, 100K, 5½, 5 1/2.

// numeral reads the numeral at t[i].
func numeral(t []rune, i int, starts num.UnitAt) (n lang.Numeral, ok bool) {
	if t[i] == '.' {
		if n, ok = num.Parse(t, i+1, starts); ok {
			n.Start, n.Point = i, true
			n.Val.Exp -= n.Digits
		}
		return n, ok
	}
	if n, ok = num.Parse(t, i, starts); ok && !n.Han && n.Scale == 0 && n.Exact() && lang.At(t, n.End) < 0x800 {
		exponent(t, &n)
		thousands(t, &n)
		andPart(t, &n)
		andSlash(t, &n)
	}
	return n, ok
}

// leadingPoint tells whether a number without a digit before its point starts at
// t[i]: .77.
func leadingPoint(t []rune, i, from int) bool {
	if t[i] != '.' || !lang.IsDigit(lang.At(t, i+1)) {
		return false
	}
	return i == from || lang.IsHard(t[i-1]) || t[i-1] == ' '
}

// exponent reads the e3 of 1.5e3.
func exponent(t []rune, n *lang.Numeral) {
	if !lang.AnyAt(t, n.End, "eE") {
		return
	}
	k, sign := n.End+1, 1
	if lang.AnyAt(t, k, "+-") {
		if t[k] == '-' {
			sign = -1
		}
		k++
	}
	e, n2 := 0, k
	for ; n2-k < 2 && lang.IsDigit(lang.At(t, n2)); n2++ {
		e = e*10 + int(t[n2]-'0')
	}
	next := lang.At(t, n2)
	if n2 == k || e > 15 || lang.IsDigit(next) || lang.IsLatin(next) {
		return
	}
	n.Val.Exp += sign * e
	n.End, n.ScaleAt = n2, n2
}

// thousands reads the K of 100K; 5K and 8K are names.
func thousands(t []rune, n *lang.Numeral) {
	next := lang.At(t, n.End+1)
	if !lang.AnyAt(t, n.End, "Kk") || n.Digits < 2 || lang.IsLatin(next) || lang.IsDigit(next) || lang.IsHan(next) {
		return
	}
	n.Val.Exp += 3
	n.End++
	n.ScaleAt = n.End
}

// parts are fractions of one sign, in hundredths.
var parts = map[rune]int64{'½': 50, '¼': 25, '¾': 75}

// andPart reads the ½ of 5½.
func andPart(t []rune, n *lang.Numeral) {
	if p, ok := parts[lang.At(t, n.End)]; ok && n.Val.Exp == 0 {
		n.Val = lang.Scaled(n.Val.Mant*100+p, -2)
		n.Point = true
		n.End++
		n.ScaleAt = n.End
	}
}

// andSlash reads the 1/2 of 5 1/2, to twelve decimals.
func andSlash(t []rune, n *lang.Numeral) {
	if lang.At(t, n.End) != ' ' || n.Val.Exp != 0 || n.Digits > 5 {
		return
	}
	part, i := short(t, n.End+1)
	if lang.At(t, i) != '/' {
		return
	}
	of, end := short(t, i+1)
	if part == 0 || part >= of || lang.IsDigit(lang.At(t, end)) || lang.AnyAt(t, end, "/.-") {
		return
	}
	const decimals, one = 12, 1e12
	n.Val = lang.Scaled(n.Val.Mant*one+part*one/of, -decimals)
	n.Point = true
	n.End, n.ScaleAt = end, end
}

// short is the number of two digits at most at t[i], and where it ends.
func short(t []rune, i int) (v int64, end int) {
	for end = i; end < i+2 && lang.IsDigit(lang.At(t, end)); end++ {
		v = v*10 + int64(t[end]-'0')
	}
	return v, end
}
