package report

// Character classes, by ranges: no map and no table lookup on the hot path.

func isHan(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF ||
		r == '〇' || r == '々' || r >= 0xF900 && r <= 0xFAFF || r >= 0x20000 && r <= 0x323AF
}

// isDigit covers ASCII and full-width digits.
func isDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

func isASCIILetter(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' }

// isLatin covers letters of Latin, Greek and Cyrillic, and full-width letters.
func isLatin(r rune) bool {
	return isASCIILetter(r) || r >= 0xC0 && r <= 0x52F && r != '×' && r != '÷' ||
		r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ'
}

// isCJKPunct covers Chinese punctuation and full-width forms of ASCII marks.
func isCJKPunct(r rune) bool {
	return r >= 0x3001 && r <= 0x303F && r != '〇' || r >= 0xFF01 && r <= 0xFF0F ||
		r >= 0xFF1A && r <= 0xFF20 || r >= 0xFF3B && r <= 0xFF40 || r >= 0xFF5B && r <= 0xFF65 ||
		r >= 0x2010 && r <= 0x2027 || r == '·' || r == '…'
}

// spaceWidth returns 0 for what is no space, 1 for a space, 2 for a wide one.
func spaceWidth(r rune) int {
	switch {
	case r == ' ' || r == '\t' || r == 0xA0 || r == 0x1680 || r >= 0x2004 && r <= 0x200A ||
		r == 0x2000 || r == 0x202F || r == 0x205F:
		return 1
	case r == 0x3000 || r >= 0x2001 && r <= 0x2003:
		return 2
	}
	return 0
}

func isBreak(r rune) bool {
	return r == '\n' || r == '\r' || r == '\f' || r == '\v' || r == 0x85 || r == 0x2028 || r == 0x2029
}

// isJunk tells what carries no meaning: control characters, zero-width marks,
// byte order marks, private use (icon fonts), replacement characters.
func isJunk(r rune) bool {
	switch {
	case r < 0x20 || r >= 0x7F && r < 0xA0 || r == 0xAD:
		return true
	case r < 0x200B:
		return false
	case r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2060 && r <= 0x206F:
		return true
	case r >= 0xE000 && r <= 0xF8FF || r == 0xFEFF || r >= 0xFE00 && r <= 0xFE0F || r >= 0xFFF0 && r <= 0xFFFD:
		return true
	}
	return r >= 0xE0000
}

// isEnd tells whether a rune ends a sentence.
func isEnd(r rune) bool {
	return r == '。' || r == '！' || r == '？' || r == '!' || r == '?' || r == '｡'
}

// isStop tells whether a line that ends so is complete.
func isStop(r rune) bool {
	return isEnd(r) || r == '；' || r == ';' || r == '：' || r == ':' || r == '…'
}

func isOpen(r rune) bool {
	return r == '（' || r == '(' || r == '“' || r == '‘' || r == '《' || r == '「' || r == '『' ||
		r == '【' || r == '〔' || r == '〈' || r == '['
}

func isClose(r rune) bool {
	return r == '）' || r == ')' || r == '”' || r == '’' || r == '》' || r == '」' || r == '』' ||
		r == '】' || r == '〕' || r == '〉' || r == ']'
}

// hanDigit returns the value of 〇一二…九十, or -1.
func hanDigit(r rune) int {
	switch r {
	case '〇', '○', '零':
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
	case '十':
		return 10
	}
	return -1
}

// hanNumber reads a numeral below 100 (三, 十, 十二, 二十, 二十三) at the start
// of s. n is its length in runes, 0 where there is none.
func hanNumber(s []rune) (v, n int) {
	for n < len(s) && n < 3 {
		d := hanDigit(s[n])
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
