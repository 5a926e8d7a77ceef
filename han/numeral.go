package han

// Digit is the value of a Chinese digit: 〇, ○ and 零 are 0, 一 to 九 are 1 to
// 9, every other rune is -1. 两 is none: it counts and stands in no year.
func Digit(r rune) int {
	switch r {
	case '零', '〇', '○':
		return 0
	case '一':
		return 1
	case '二':
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

// UpToTen is Digit, and 10 for 十.
func UpToTen(r rune) int {
	if r == '十' {
		return 10
	}
	return Digit(r)
}

// Scale is the power of ten of 十, 百, 千, 万 and 亿, 0 where r is none of them.
func Scale(r rune) int {
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

// Small reads a numeral below 100 (三, 十, 十二, 二十, 二十三) at the start of s.
// n is its length in runes, 0 where there is none.
func Small(s []rune) (v, n int) {
	for n < len(s) && n < 3 {
		d := UpToTen(s[n])
		if d < 0 || d == 0 {
			break
		}
		switch {
		case d < 10 && n == 0:
			v = d
		case d < 10 && s[n-1] == '十':
			v += d
			return v, n + 1
		case d == 10 && n == 0:
			v = 10
		case d == 10 && s[n-1] != '十':
			v *= 10
		default:
			return v, n
		}
		n++
	}
	return v, n
}
