package quantity

import (
	"zhibiao/extract/lang"
	"zhibiao/extract/num"
)

// ratioParts counts the numbers of the a:b:c that t[i] is a part of.
func ratioParts(t []rune, i, from int) int {
	a := i
	for a > from && (lang.IsDigit(t[a-1]) || lang.IsRatioMark(t[a-1]) || t[a-1] == '.') {
		a--
	}
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
	a := i
	for a > from && (lang.IsDigit(t[a-1]) || lang.IsRatioMark(t[a-1]) || t[a-1] == '.') {
		a--
	}
	sum := 0.0
	for k := a; k < len(t) && (lang.IsDigit(t[k]) || lang.IsRatioMark(t[k]) || t[k] == '.'); {
		if !lang.IsDigit(t[k]) {
			k++
			continue
		}
		n, _ := num.Digits(t, k, num.NoUnits)
		sum += n.Val.Float()
		k = n.End
	}
	return sum
}

func ratioOrdinal(t []rune, i, from int) int {
	n := 1
	for k := i - 1; k >= from && (lang.IsDigit(t[k]) || lang.IsRatioMark(t[k]) || t[k] == '.'); k-- {
		if lang.IsRatioMark(t[k]) {
			n++
		}
	}
	return n
}
