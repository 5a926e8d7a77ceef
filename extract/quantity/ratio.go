package quantity

import (
	"zhibiao/extract/lang"
	"zhibiao/extract/num"
)

// ratio reads a part of 1.1:52.5:46.4; other numbers with a colon are times and
// scores.
func (r *reader) ratio() bool {
	t, i, j := r.t, r.i, r.n.End
	opens := lang.IsRatioMark(lang.At(t, j)) && lang.IsDigit(lang.At(t, j+1)) && !r.n.Han && r.n.Scale == 0
	goes := i-1 > r.from && lang.IsRatioMark(t[i-1]) && lang.IsDigit(t[i-2])
	if !opens && !goes {
		return false
	}
	if opens && toOne(t, j) && namesRatio(t, i, r.from) {
		r.q.Kind = "number" // 城乡居民收入比2.1:1
		r.q.Finish(j)
		r.q.After += 2
		return true
	}
	if ratioParts(t, i, r.from) >= 3 && ratioSum(t, i, r.from) > 95 && ratioSum(t, i, r.from) < 105 {
		r.q.Kind, r.q.Part = "number", ratioOrdinal(t, i, r.from)
	} else {
		r.q.Why = "clock time or score"
	}
	r.q.Finish(j)
	return true
}

// toOne tells whether a ratio goes on with one, and ends: 2.1[:1].
func toOne(t []rune, j int) bool {
	next := lang.At(t, j+2)
	return lang.At(t, j+1) == '1' && !lang.IsDigit(next) && next != '.' && !lang.IsRatioMark(next)
}

// namesRatioReach is how far before a ratio its name may end.
const namesRatioReach = 16

// namesRatio tells whether words before t[i] name a ratio: 收入比缩小至, 的比例为.
func namesRatio(t []rune, i, from int) bool {
	for k := i - 1; k > from && k >= i-namesRatioReach && !lang.IsHard(t[k]); k-- {
		if t[k] == '比' && lang.IsHan(t[k-1]) {
			return true
		}
	}
	return false
}

// ratioParts counts the numbers of the a:b:c that t[i] is a part of.
func ratioParts(t []rune, i, from int) int {
	a := ratioStart(t, i, from)
	n := 1
	for k := a; k < len(t) && (lang.IsDigit(t[k]) || lang.IsRatioMark(t[k]) || t[k] == '.'); k++ {
		if lang.IsRatioMark(t[k]) {
			n++
		}
	}
	return n
}

// ratioSum adds the parts up: shares come to 100, clock times do not.
func ratioSum(t []rune, i, from int) float64 {
	a := ratioStart(t, i, from)
	sum := 0.0
	for k := a; k < len(t) && (lang.IsDigit(t[k]) || lang.IsRatioMark(t[k]) || t[k] == '.'); {
		if !lang.IsDigit(t[k]) {
			k++
			continue
		}
		n, _ := num.Parse(t, k, num.NoUnits)
		sum += n.Val.Float()
		k = n.End
	}
	return sum
}

// ratioOrdinal is the place of the number at t[i] in its a:b:c, from 1.
func ratioOrdinal(t []rune, i, from int) int {
	n := 1
	for k := i - 1; k >= ratioStart(t, i, from); k-- {
		if lang.IsRatioMark(t[k]) {
			n++
		}
	}
	return n
}

// ratioStart is where the a:b:c begins that t[i] is a part of: a colon before its
// first number is none of its marks.
func ratioStart(t []rune, i, from int) int {
	a := i
	for a > from && (lang.IsDigit(t[a-1]) || lang.IsRatioMark(t[a-1]) || t[a-1] == '.') {
		a--
	}
	for a < i && !lang.IsDigit(t[a]) {
		a++
	}
	return a
}
