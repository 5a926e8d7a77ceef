package han

import "slices"

// Character classes, by ranges: no map and no table lookup on the hot path.

// Is tells whether r is a Chinese character, 〇 and 々 among them.
func Is(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF ||
		r == '〇' || r == '々' || r >= 0xF900 && r <= 0xFAFF || r >= 0x20000 && r <= 0x323AF
}

// IsDigit tells whether r is one of 0 to 9.
func IsDigit(r rune) bool { return r >= '0' && r <= '9' }

// IsAnyDigit tells whether r is one of 0 to 9, half or full width.
func IsAnyDigit(r rune) bool { return IsDigit(r) || r >= '０' && r <= '９' }

// IsLetter tells whether r is one of A to Z and a to z.
func IsLetter(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' }

// IsLatin covers letters of Latin, Greek and Cyrillic, and full-width letters.
func IsLatin(r rune) bool {
	return IsLetter(r) || r >= 0xC0 && r <= 0x52F && r != '×' && r != '÷' ||
		r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ'
}

// IsPunct covers Chinese punctuation and full-width forms of ASCII marks.
func IsPunct(r rune) bool {
	return r >= 0x3001 && r <= 0x303F && r != '〇' || r >= 0xFF01 && r <= 0xFF0F ||
		r >= 0xFF1A && r <= 0xFF20 || r >= 0xFF3B && r <= 0xFF40 || r >= 0xFF5B && r <= 0xFF65 ||
		r >= 0x2010 && r <= 0x2027 || r == '·' || r == '…'
}

// SpaceWidth returns 0 for what is no space, 1 for a space, 2 for a wide one.
func SpaceWidth(r rune) int {
	switch {
	case r == ' ' || r == '\t' || r == 0xA0 || r == 0x1680 || r >= 0x2004 && r <= 0x200A ||
		r == 0x2000 || r == 0x202F || r == 0x205F:
		return 1
	case r == 0x3000 || r >= 0x2001 && r <= 0x2003:
		return 2
	}
	return 0
}

// IsBreak tells whether r ends a line.
func IsBreak(r rune) bool {
	return r == '\n' || r == '\r' || r == '\f' || r == '\v' || r == 0x85 || r == 0x2028 || r == 0x2029
}

// IsJunk tells what carries no meaning: control characters, zero-width marks,
// byte order marks, private use (icon fonts), replacement characters.
func IsJunk(r rune) bool {
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

// EndsSentence tells whether a sentence ends with r: 。！？.
func EndsSentence(r rune) bool {
	return r == '。' || r == '！' || r == '？' || r == '!' || r == '?' || r == '｡'
}

// EndsLine tells whether a line that ends with r is complete: 。；：….
func EndsLine(r rune) bool {
	return EndsSentence(r) || r == '；' || r == ';' || r == '：' || r == ':' || r == '…'
}

// Opens tells whether r opens a bracket or a quotation.
func Opens(r rune) bool {
	return r == '（' || r == '(' || r == '“' || r == '‘' || r == '《' || r == '「' || r == '『' ||
		r == '【' || r == '〔' || r == '〈' || r == '['
}

// Closes tells whether r closes a bracket or a quotation.
func Closes(r rune) bool {
	return r == '）' || r == ')' || r == '”' || r == '’' || r == '》' || r == '」' || r == '』' ||
		r == '】' || r == '〕' || r == '〉' || r == ']'
}

// Contains tells whether words stand in text.
func Contains(text, words []rune) bool {
	for ; len(text) >= len(words); text = text[1:] {
		if slices.Equal(text[:len(words)], words) {
			return true
		}
	}
	return false
}
