package han

import "slices"

// Character classes: by ranges, by switches, or a bit each; no map, for they are
// asked for on the hot path.

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
func IsPunct(r rune) bool { return punct.Has(r) }

var punct = NewTable("·").withRanges(
	0x3001, 0x3006, 0x3008, 0x303F, // all but 〇
	0xFF01, 0xFF0F, 0xFF1A, 0xFF20, 0xFF3B, 0xFF40, 0xFF5B, 0xFF65,
	0x2010, 0x2027,
)

// SpaceWidth returns 0 for what is no space, 1 for a space, 2 for a wide one.
func SpaceWidth(r rune) int {
	switch r {
	case ' ', '\t', 0xA0, 0x1680, 0x2000, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200A, 0x202F, 0x205F:
		return 1
	case 0x2001, 0x2002, 0x2003, 0x3000:
		return 2
	}
	return 0
}

// IsBreak tells whether r ends a line.
func IsBreak(r rune) bool {
	switch r {
	case '\n', '\r', '\f', '\v', 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}

// IsJunk tells what carries no meaning: control characters, zero-width marks,
// byte order marks, private use (icon fonts), replacement characters.
func IsJunk(r rune) bool { return junk.Has(r) || r >= 0xE0000 }

var junk = NewTable("\u00AD\uFEFF").withRanges(
	0x00, 0x1F, 0x7F, 0x9F,
	0x200B, 0x200F, 0x202A, 0x202E, 0x2060, 0x206F,
	0xE000, 0xF8FF, // private use
	0xFE00, 0xFE0F, 0xFFF0, 0xFFFD,
)

// The marks that end sentences and other lines, and those of brackets and quotations.
const (
	sentenceEnds = "。！？!?｡"
	lineEnds     = "；;：:…"
	opening      = "（(“‘《「『【〔〈["
	closing      = "）)”’》」』】〕〉]"
)

var endsSentence, endsLine = NewTable(sentenceEnds), NewTable(sentenceEnds + lineEnds)

var opens, closes, bounds = NewTable(opening), NewTable(closing), NewTable(sentenceEnds + opening + closing)

// EndsSentence tells whether a sentence ends with r: 。！？.
func EndsSentence(r rune) bool { return endsSentence.Has(r) }

// EndsLine tells whether a line that ends with r is complete: 。；：….
func EndsLine(r rune) bool { return endsLine.Has(r) }

// Opens tells whether r opens a bracket or a quotation.
func Opens(r rune) bool { return opens.Has(r) }

// Closes tells whether r closes a bracket or a quotation.
func Closes(r rune) bool { return closes.Has(r) }

// Bounds tells whether r does one of the three: most characters do none.
func Bounds(r rune) bool { return bounds.Has(r) }

// Contains tells whether words stand in text.
func Contains(text, words []rune) bool {
	for ; len(text) >= len(words); text = text[1:] {
		if slices.Equal(text[:len(words)], words) {
			return true
		}
	}
	return false
}
