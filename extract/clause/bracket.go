package clause

import "strings"

// bracketedVerb is the end of 新（改）建, 改（扩）建 whose bracket opens at t[i], 0 if
// none stands there.
func (l *layout) bracketedVerb(i int) int {
	if l.t[i] != '（' || i <= l.at {
		return 0
	}
	t, to := l.t, l.to
	switch t[i-1] {
	case '新', '改', '扩', '续':
	default:
		return 0
	}
	for k := i + 1; k < to && k <= i+5; k++ {
		switch t[k] {
		case '改', '扩', '迁', '续', '重', '翻', '、', '建':
		case '）':
			if k+1 < to && (t[k+1] == '建' || t[k+1] == '扩') {
				if k+2 < to && t[k+1] == '扩' && t[k+2] == '建' {
					return k + 3
				}
				return k + 2
			}
			return 0
		default:
			return 0
		}
	}
	return 0
}

// otherClassifier tells whether a bracket right behind a count holds how else it may be counted: 300人（次）,
// 900套（间）.
func (l *layout) otherClassifier(i, end int) bool {
	return end-i == 3 && strings.ContainsRune("次间户套台名", l.t[i+1]) && l.qi > 0 && l.qs[l.qi-1].After == i
}

// closing is the end of the quotation or bracket that opens at t[i], 0 if it
// does not close before limit or within most runes.
func closing(t []rune, i, limit, most int) int {
	open := t[i]
	var shut rune
	switch open {
	case '“':
		shut = '”'
	case '《':
		shut = '》'
	case '‘':
		shut = '’'
	case '（':
		shut = '）'
	default:
		shut = ')'
	}
	depth := 0
	for k := i; k < limit && k-i < most; k++ {
		switch t[k] {
		case open:
			depth++
		case shut:
			depth--
			if depth == 0 {
				return k + 1
			}
		}
	}
	return 0
}
