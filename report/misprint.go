package report

import (
	"strings"

	"zhibiao/han"
)

// misprint reads a sign that stands in a number by mistake: the letter l or I
// for 1, O for 0, ? for the point. It answers r where no number surely goes
// through it: 5G, T3, 3l of water.
func misprint(text []rune, i int) rune {
	r := text[i]
	switch r {
	case 'l', 'I':
		if oneLike(text, i) {
			return '1'
		}
	case 'O', 'o', 'Ｏ':
		if digitAt(text, i-1) && (digitAt(text, i+1) || measureAt(text, i+1)) {
			return '0'
		}
	case '?', '？':
		if digitAt(text, i-1) && digitAt(text, i+1) && !pointBefore(text, i) && measureAt(text, digitsEnd(text, i+1)) {
			return '.'
		}
	}
	return r
}

// oneLike: 3l.62, 25l亿元, 4l.1%, l0亿美元.
func oneLike(text []rune, i int) bool {
	if digitAt(text, i-1) {
		if isPoint(at(text, i+1)) {
			return digitAt(text, i+2)
		}
		return digitAt(text, i+1) || measureAt(text, i+1)
	}
	before := at(text, i-1)
	return (before == 0 || han.Is(before)) && digitAt(text, i+1) && measureAt(text, digitsEnd(text, i+1))
}

// measureAt tells whether a scale, 元 or a percent sign stands at text[i]: what
// goes before it is a number.
func measureAt(text []rune, i int) bool {
	return strings.ContainsRune("万亿元%％﹪", at(text, i)) && at(text, i) != 0
}

// digitsEnd is where the digits at text[i] end.
func digitsEnd(text []rune, i int) int {
	for digitAt(text, i) {
		i++
	}
	return i
}

// digitsStart is where the digits before text[i] begin.
func digitsStart(text []rune, i int) int {
	for digitAt(text, i-1) {
		i--
	}
	return i
}

// pointBefore tells whether a point stands before the digits before text[i].
func pointBefore(text []rune, i int) bool { return isPoint(at(text, digitsStart(text, i)-1)) }

func isPoint(r rune) bool { return r == '.' || r == '．' }

func digitAt(text []rune, i int) bool { return han.IsAnyDigit(at(text, i)) }

func at(text []rune, i int) rune { return han.At(text, i) }

// income tells whether the 人 at text[i] is a misprint of 收入: 财政收人 is, 招收人员
// is none.
func income(text []rune, i int) bool {
	return at(text, i-1) == '收' && strings.ContainsRune("政总纯算务业配售税营游费金均民产售", at(text, i-2)) &&
		!strings.ContainsRune("员才数口民士群", at(text, i+1))
}

// lostPercent is what a bad export makes of %; the table of units knows it.
const lostPercent = "_M_M_"

// warnOfMisprints names the numbers that norm reads otherwise than text has
// them.
func (d *draft) warnOfMisprints() {
	const most = 5
	n := 0
	for i := han.Differ(d.Text, d.Norm, 0); i < len(d.Text); i = han.Differ(d.Text, d.Norm, i+1) {
		if !corrects(d.Text[i], d.Norm[i]) {
			continue
		}
		if n++; n <= most {
			a, b := max(0, i-6), min(len(d.Text), i+7)
			d.warn("warn.misprint", string(d.Text[a:b]), string(d.Norm[a:b]))
		}
	}
	if strings.Contains(d.utf8, lostPercent) {
		d.warn("warn.misprint_percent", lostPercent)
	}
	if n > most {
		d.warn("warn.misprints", n-most)
	}
}

// corrects tells whether norm, which is not what the text has, reads r as meant otherwise.
func corrects(r, norm rune) bool {
	switch r {
	case 'l', 'I', '人':
		return true
	case 'O', 'o', 'Ｏ':
		return norm == '0'
	case '?', '？':
		return norm == '.'
	}
	return false
}
