package num

import "zhibiao/extract/lang"

// capitalDigit is the value of a digit as cheques have it, 0 if r is none.
func capitalDigit(r rune) int64 {
	switch r {
	case '壹':
		return 1
	case '贰':
		return 2
	case '叁':
		return 3
	case '肆':
		return 4
	case '伍':
		return 5
	case '陆':
		return 6
	case '柒':
		return 7
	case '捌':
		return 8
	case '玖':
		return 9
	}
	return 0
}

// capitalScale is the power of ten of a scale as cheques have it, 0 if r is none.
func capitalScale(r rune) int {
	switch r {
	case '拾':
		return 1
	case '佰':
		return 2
	case '仟':
		return 3
	}
	return 0
}

// capitals tells whether a numeral in the capitals of cheques starts at t[i]:
// 柒万贰仟, 叁拾捌, 陆元. 大陆 and 队伍 hold such characters too: one digit
// alone is none, nor is one before 十 or 百.
func capitals(t []rune, i int) bool {
	if capitalDigit(t[i]) == 0 && t[i] != '拾' {
		return false
	}
	n, scales := 0, 0
	for ; i+n < len(t); n++ {
		if capitalScale(t[i+n]) > 0 || lang.AnyAt(t, i+n, "万亿") {
			scales++
		} else if capitalDigit(t[i+n]) == 0 && lang.DigitOf(t[i+n]) != 0 {
			break
		}
	}
	if n > 1 && scales == 0 {
		return n > 2 // 壹贰叁: digits in a row
	}
	name := lang.AnyAt(t, i-1, "大队")
	return n > 1 && !name || lang.AnyAt(t, i+n, "元圆角分")
}

// digitOf is the value of a Chinese digit, -1 if r is none.
func (r *reader) digitOf(c rune) int64 {
	if d := capitalDigit(c); d > 0 && r.capital {
		return d
	}
	return lang.DigitOf(c)
}

// scaleOf is the power of ten of the scale word at t[j], 0 if none stands there.
// Those of cheques stand behind any digit: 6佰元.
func (r *reader) scaleOf(j int) int {
	if j >= len(r.t) {
		return 0
	}
	if s := lang.ScaleOf(r.t[j]); s > 0 {
		return s
	}
	if s := capitalScale(r.t[j]); s > 0 && (r.capital || j > r.at) {
		return s
	}
	return 0
}

// scaleAt is scaleOf, but 0 where a unit's name begins: 千瓦.
func (r *reader) scaleAt(j int) int {
	if s := r.scaleOf(j); s > 0 && r.unit(j) < 2 {
		return s
	}
	return 0
}
