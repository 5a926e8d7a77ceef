package report

import "zhibiao/han"

// markStyle is the way a heading is numbered; a smaller one stands higher.
type markStyle int

const (
	noMark    markStyle = iota
	markPart            // 第一部分
	markBare            // 2022年工作回顾, without a number
	markHan             // 一、
	markParen           // （一）
	markNum             // 1. 1、
	markSub             // （1） ①
	markIs              // 一是 第一， 首先
)

// mark is the number that opens a heading.
type mark struct {
	style markStyle
	n     int // its value
	size  int // its length in runes, with the closing mark
}

// opensPart tells whether a mark numbers a part that has others below it.
func (m mark) opensPart() bool {
	return m.style == markPart || m.style == markHan || m.style == markParen
}

// parseMark reads the number at the start of a line.
func parseMark(t []rune) mark {
	switch c := at(t, 0); {
	case c == '第':
		return ordinalMark(t)
	case hasPrefix(t, "首先，"):
		return mark{markIs, 1, 3}
	case numberOpens.Has(c):
		return bracketMark(t)
	case c >= '①' && c <= '⑳':
		return mark{markSub, int(c-'①') + 1, skip(t, 1)}
	case han.IsAnyDigit(c):
		return digitMark(t)
	case han.UpToTen(c) > 0:
		return hanMark(t)
	}
	return mark{}
}

// ordinalMark reads 第二部分, 第3章, 第一，.
func ordinalMark(t []rune) mark {
	v, n := han.Small(t[1:])
	if n == 0 {
		v, n = number(t[1:])
	}
	if n == 0 {
		return mark{}
	}
	switch at(t, 1+n) {
	case '部':
		if at(t, 2+n) == '分' {
			return mark{markPart, v, skip(t, 3+n)}
		}
	case '章', '篇', '编':
		return mark{markPart, v, skip(t, 2+n)}
	case '，', ',', '、':
		return mark{markIs, v, 2 + n}
	}
	return mark{}
}

// What stands around a number in brackets.
var numberOpens, numberCloses = han.NewSet("（(〔【"), han.NewSet("）)〕】")

// bracketMark reads （十二）, (2).
func bracketMark(t []rune) mark {
	v, n := han.Small(t[1:])
	style := markParen
	if n == 0 {
		v, n = number(t[1:])
		style = markSub
	}
	if n == 0 || !numberCloses.Has(at(t, 1+n)) {
		return mark{}
	}
	return mark{style, v, skip(t, 2+n)}
}

// digitMark reads 3、, 12., 2）; 114.8 and 2023. are none.
func digitMark(t []rune) mark {
	v, n := number(t)
	if n == 0 || n > 2 || v == 0 {
		return mark{}
	}
	m := mark{markNum, v, skip(t, n+1)}
	switch at(t, n) {
	case '、':
		if !digitAt(t, n+1) {
			return m
		}
	case '.', '．':
		if n+1 < len(t) && !digitAt(t, n+1) {
			return m
		}
	case ')', '）':
		m.style = markSub
		return m
	}
	return mark{}
}

// hanMark reads 一、, 四是. 一、二、三产业 and 二、三产业 count things.
func hanMark(t []rune) mark {
	v, n := han.Small(t)
	switch at(t, n) {
	case '、', '．', '.':
		if _, k := han.Small(t[n+1:]); k > 0 && goesOnCounting.Has(at(t, n+1+k)) {
			return mark{}
		}
		return mark{markHan, v, skip(t, n+1)}
	case '是', '要':
		return mark{markIs, v, n + 1}
	}
	return mark{}
}

// goesOnCounting stand behind the second of numerals that are listed.
var goesOnCounting = han.NewSet("、产次")

// number reads ASCII or full-width digits, three at most.
func number(t []rune) (v, n int) {
	for n < len(t) && han.IsAnyDigit(t[n]) {
		if n == 3 {
			return 0, 0
		}
		d := t[n] - '0'
		if d > 9 {
			d = t[n] - '０'
		}
		v = v*10 + int(d)
		n++
	}
	return v, n
}

// skip goes over spaces and doubled marks behind a number: 一、、
func skip(t []rune, i int) int {
	for i < len(t) && (t[i] == ' ' || t[i] == '、' || t[i] == '．') {
		i++
	}
	return min(i, len(t))
}
