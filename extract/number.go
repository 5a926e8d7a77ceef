package extract

import (
	"math/big"
	"strconv"
)

// decimal is mant × 10^exp, exact.
type decimal struct {
	mant int64
	exp  int
}

// float rounds once, at the end: 8.29 × 10⁸ is 829000000, not 828999999.9999999.
func (d decimal) float() float64 {
	if d.exp == 0 {
		return float64(d.mant)
	}
	f, _ := strconv.ParseFloat(strconv.FormatInt(d.mant, 10)+"e"+strconv.Itoa(d.exp), 64)
	return f
}

func (d decimal) rat() *big.Rat {
	r := new(big.Rat).SetInt64(d.mant)
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(abs(d.exp))), nil)
	if d.exp >= 0 {
		return r.Mul(r, new(big.Rat).SetInt(p))
	}
	return r.Quo(r, new(big.Rat).SetInt(p))
}

func abs(i int) int {
	if i < 0 {
		return -i
	}
	return i
}

// numeral is a number as written, without its unit.
type numeral struct {
	start, end int // half-open, in the runes given
	val        decimal
	fuzz       rune  // 余, 多, 几, 数: the inner word that makes it inexact; 0 if none
	han        bool  // written in Chinese numerals throughout
	scale      int   // power of ten of the scale words at its end (万 = 4), for units as written
	scaleAt    int   // where those scale words start; end if there are none
	digits     int   // ASCII digits before a decimal point or scale
	point      bool  // it has a decimal point
	bare       bool  // a scale without a digit: 百万, 千
	seq        bool  // Han digits in a row without scales: 二〇二二, 两三
	low, high  int64 // both set for 两三, 五六十
	pair       bool
}

const maxDigits = 18 // longer runs of digits are no quantity; int64 holds them all

// digitOf is the value of a Han digit, -1 if r is none.
func digitOf(r rune) int64 {
	switch r {
	case '零', '〇', '○':
		return 0
	case '一':
		return 1
	case '二', '两':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	}
	return -1
}

// scaleOf is the power of ten of a scale word, 0 if r is none.
func scaleOf(r rune) int {
	switch r {
	case '十':
		return 1
	case '百':
		return 2
	case '千':
		return 3
	case '万':
		return 4
	case '亿':
		return 8
	}
	return 0
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// numeralStart tells whether a numeral can start with r.
func numeralStart(r rune) bool {
	if r < 0x80 {
		return isDigit(r)
	}
	switch r {
	case '几', '数', '廿', '卅':
		return true
	}
	return digitOf(r) >= 0 || scaleOf(r) > 0
}

var pow10 = [...]int64{1, 10, 100, 1000, 10000, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18}

// unitAt tells how long a unit of measurement that starts at i is, so that the
// 千 of 千瓦 is not taken for a scale.
type unitAt func(i int) int

// parseNumeral reads the numeral that starts at t[i]. ok is false where none
// does, or where it is longer than maxDigits; end is then where to go on.
func parseNumeral(t []rune, i int, unit unitAt) (n numeral, ok bool) {
	if isDigit(t[i]) {
		return parseDigits(t, i, unit)
	}
	return parseHan(t, i, unit)
}

// parseDigits reads 1,500  1.2万亿  2万余  20多万  3万5千  1亿2000万.
func parseDigits(t []rune, i int, unit unitAt) (n numeral, ok bool) {
	n.start = i
	j := i
	var mant int64
	exp, count := 0, 0
	for j < len(t) {
		r := t[j]
		if isDigit(r) {
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
	n.digits = count
	if j+1 < len(t) && (t[j] == '.' || t[j] == '·' && count <= 4) && isDigit(t[j+1]) {
		k := j + 1
		for k < len(t) && isDigit(t[k]) {
			if count < maxDigits {
				mant = mant*10 + int64(t[k]-'0')
				exp--
			}
			count++
			k++
		}
		n.point = true
		j = k
	}
	n.end, n.scaleAt = j, j
	if count > maxDigits {
		return n, false
	}
	n.val = decimal{mant, exp}
	readScale(t, &n, unit)
	// 3万5千, 1亿2000万: a further part of a lower scale
	if n.scale >= 4 && n.fuzz == 0 && n.end < len(t) && isDigit(t[n.end]) && !n.point {
		m, ok2 := parseDigits(t, n.end, unit)
		if ok2 && !m.point && m.scale < n.scale && m.val.exp >= 0 && m.val.exp <= 8 && n.val.exp <= 12 && n.val.mant < 1e6 && m.val.mant < 1e8 {
			a, b := n.val.mant*pow10[n.val.exp], m.val.mant*pow10[m.val.exp]
			if b < pow10[n.scale] && (m.scale > 0 || m.digits == n.scale) {
				n.val, n.end, n.fuzz = decimal{a + b, 0}, m.end, m.fuzz
				n.scale, n.scaleAt = m.scale, m.scaleAt
			}
		}
	}
	return n, true
}

// grouped tells whether the digits at t[i] are cut in threes by full-width
// commas at least twice, as in ３，０５４，３０８，０００: one such comma ends a clause.
func grouped(t []rune, i int) bool {
	j := i
	for j < len(t) && isDigit(t[j]) && j-i < 3 {
		j++
	}
	return j < len(t) && isThousands(t[j]) && threeDigits(t, j+1) && j+4 < len(t) && isThousands(t[j+4]) && threeDigits(t, j+5)
}

func isThousands(r rune) bool { return r == ',' || r == '，' }

func threeDigits(t []rune, i int) bool {
	if i+3 > len(t) || !isDigit(t[i]) || !isDigit(t[i+1]) || !isDigit(t[i+2]) {
		return false
	}
	return i+3 == len(t) || !isDigit(t[i+3])
}

// readScale takes 余/多/几 and 十百千万亿 behind digits into n.
func readScale(t []rune, n *numeral, unit unitAt) {
	j := n.end
	if j+1 < len(t) && isFuzz(t[j]) && scaleOf(t[j+1]) > 0 && unit(j+1) == 0 {
		n.fuzz = t[j]
		j++
	}
	at := j
	for j < len(t) {
		s := scaleOf(t[j])
		if s == 0 || unit(j) > 1 {
			break
		}
		n.val.exp += s
		n.scale += s
		j++
		if j+1 < len(t) && isFuzz(t[j]) && scaleOf(t[j+1]) > 0 && unit(j+1) == 0 && n.fuzz == 0 {
			n.fuzz = t[j]
			j++
		}
	}
	if n.scale > 0 {
		n.scaleAt = at
	}
	n.end = j
	if j < len(t) && isFuzz(t[j]) && t[j] != '几' && n.fuzz == 0 {
		n.fuzz = t[j]
		n.end = j + 1
	}
}

func isFuzz(r rune) bool { return r == '余' || r == '多' || r == '几' }

// parseHan reads 一百五十多万  三千二百  十几  几十万  数百  两三  二〇二二  七点九.
func parseHan(t []rune, i int, unit unitAt) (n numeral, ok bool) {
	n.start, n.han = i, true
	j := hanRun(t, i, unit, &n)
	if j == i {
		return n, false
	}
	n.end = j
	run := t[i:j]
	scales := 0
	for _, r := range run {
		if scaleOf(r) > 0 {
			scales++
		}
	}
	switch {
	case scales == 0 && len(run) == 1:
		n.val.mant = digitOf(run[0])
		ok = n.val.mant >= 0
	case scales == 0 && len(run) == 2 && adjacent(run, 0):
		n.setPair(digitOf(run[0]), digitOf(run[1]))
		ok = true
	case scales == 0:
		n.seq = true
		ok = len(run) <= maxDigits
		for _, r := range run {
			if ok {
				n.val.mant = n.val.mant*10 + digitOf(r)
			}
		}
	default:
		ok = n.setHan(run)
	}
	n.scaleAt = n.end
	for k := j; k > i && scaleOf(t[k-1]) >= 4; k-- {
		n.scaleAt = k - 1
		n.scale += scaleOf(t[k-1])
	}
	n.bare = scales == len(run) && run[0] != '十'
	// 七点九
	if ok && j+1 < len(t) && t[j] == '点' && digitOf(t[j+1]) >= 0 && !n.seq && !n.pair && n.val.mant < 1e6 {
		j++
		for ; j < len(t) && digitOf(t[j]) >= 0 && n.val.exp > -6; j++ {
			n.val.mant = n.val.mant*10 + digitOf(t[j])
			n.val.exp--
		}
		n.end, n.scaleAt, n.point = j, j, true
		readScale(t, &n, unit)
		return n, true
	}
	if ok && n.fuzz == 0 && j < len(t) && (t[j] == '余' || t[j] == '多') && (scales > 0) {
		n.fuzz = t[j]
		n.end = j + 1
	}
	return n, ok
}

func (n *numeral) setPair(low, high int64) {
	n.low, n.high, n.pair = low, high, true
	n.val = decimal{(low + high) / 2, 0}
	if (low+high)%2 != 0 {
		n.val = decimal{(low + high) * 5, -1}
	}
}

// hanRun is the end of the run of Chinese numerals that starts at i; it notes
// the 几, 数, 余 or 多 inside in n.
func hanRun(t []rune, i int, unit unitAt, n *numeral) int {
	j := i
	for j < len(t) && j-i < 24 {
		r := t[j]
		next := rune(0)
		if j+1 < len(t) {
			next = t[j+1]
		}
		switch {
		case digitOf(r) >= 0:
		case scaleOf(r) > 0:
			if unit(j) > 1 {
				return j
			}
		case r == '几' && (scaleOf(next) > 0 && unit(j+1) < 2 && j == i || j > i && t[j-1] == '十'):
			n.fuzz = '几'
		case r == '数' && j == i && scaleOf(next) > 0 && unit(j+1) < 2:
			n.fuzz = '几'
		case (r == '余' || r == '多') && j > i && scaleOf(next) >= 4 && n.fuzz == 0:
			n.fuzz = r
		default:
			return j
		}
		j++
	}
	return j
}

// adjacent tells whether run[k] and run[k+1] are neighbouring digits, as in 两三.
func adjacent(run []rune, k int) bool {
	a, b := digitOf(run[k]), digitOf(run[k+1])
	return a > 0 && b == a+1
}

// setHan evaluates a run with scales into n.val, and both ends of 五六十.
func (n *numeral) setHan(run []rune) bool {
	for k := 0; k+2 < len(run); k++ {
		if adjacent(run, k) && scaleOf(run[k+2]) > 0 {
			low, ok1 := hanValue(append(append([]rune{}, run[:k+1]...), run[k+2:]...))
			high, ok2 := hanValue(append(append([]rune{}, run[:k]...), run[k+1:]...))
			if ok1 && ok2 {
				n.setPair(low, high)
			}
			return ok1 && ok2
		}
	}
	v, ok := hanValue(run)
	n.val = decimal{v, 0}
	return ok
}

// hanValue evaluates 三千二百, 十五, 一亿二千万, 三千五 (3500), 百万 (10⁶).
// ok is false where the run is no number (十五五).
func hanValue(run []rune) (v int64, ok bool) {
	var total, section int64
	cur, last, big := int64(-1), 9, 0
	zero := false
	for _, r := range run {
		switch d := digitOf(r); {
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
		s := scaleOf(r)
		if s < 4 {
			if s >= last && last < 9 {
				// 百千: no number; but 万 starts a new section
				return 0, false
			}
			if cur < 0 {
				cur = 1
			}
			section += cur * pow10[s]
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
					total, big = total*pow10[8], 8
					continue
				default:
					return 0, false
				}
			}
			if big == 4 && s == 4 || big == 8 && s == 8 || section > 1e6 {
				return 0, false
			}
			if big == 4 && s == 8 {
				total = (total + section) * pow10[8]
			} else {
				total += section * pow10[s]
			}
			section, cur, last, big = 0, -1, 9, s
		}
		zero = false
	}
	if cur > 0 {
		// a digit behind a scale takes the next one down: 三千五, 两万三
		unit := int64(1)
		if !zero && last > 1 && last < 9 {
			unit = pow10[last-1]
		} else if !zero && last == 9 && big > 0 && section == 0 {
			unit = pow10[big-1]
		}
		section += cur * unit
	}
	return total + section, true
}
