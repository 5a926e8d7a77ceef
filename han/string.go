package han

import (
	"strings"
	"unicode/utf8"
)

// String is string(text), and takes half as long where most of it is Chinese.
func String(text []rune) string {
	var room [192]byte
	b := room[:0]
	if n := 3 * len(text); n > len(room) {
		b = make([]byte, 0, n)
	}
	return string(Append(b, text))
}

// Append is b with text behind it, in UTF-8.
func Append(b []byte, text []rune) []byte {
	for _, r := range text {
		if r >= 0x800 && r < 0xD800 { // three bytes
			b = append(b, 0xE0|byte(r>>12), 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
		} else {
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}

// First is the character that text begins with and how many bytes it takes, as
// utf8.DecodeRuneInString has it: that of Chinese is read here.
func First(text string) (r rune, n int) {
	if r = Three(text); r > 0 {
		return r, 3
	}
	return utf8.DecodeRuneInString(text)
}

// Last is the character that text ends in, as utf8.DecodeLastRuneInString has it.
func Last(text string) rune {
	if r := Three(text[max(0, len(text)-3):]); r > 0 {
		return r
	}
	r, _ := utf8.DecodeLastRuneInString(text)
	return r
}

// Three is the character of three bytes that text begins with, as those of Chinese are. It
// is 0 for others, and for some of three bytes.
func Three(text string) rune {
	if IsThree(text) {
		return rune(text[0]&0xF)<<12 | rune(text[1]&0x3F)<<6 | rune(text[2]&0x3F)
	}
	return 0
}

// IsThree tells whether text begins with what Three reads.
func IsThree(text string) bool {
	return len(text) > 2 && text[0] > 0xE0 && text[0] < 0xED && text[1]>>6 == 2 && text[2]>>6 == 2
}

// At is t[i], 0 outside of t.
func At(t []rune, i int) rune {
	if i >= 0 && i < len(t) {
		return t[i]
	}
	return 0
}

// HasPrefix tells whether s stands at t[i].
func HasPrefix(t []rune, i int, s string) bool {
	if i < len(t) && len(s) > 2 && s[0]>>4 == 0xE && t[i] != rune(s[0]&0xF)<<12|rune(s[1]&0x3F)<<6|rune(s[2]&0x3F) {
		return false // most words of Chinese end the look with their first character
	}
	for _, r := range s {
		if i >= len(t) || t[i] != r {
			return false
		}
		i++
	}
	return true
}

// In tells whether r is one of the characters of set, which is valid UTF-8. For Chinese ones
// it takes a third of what strings.ContainsRune does.
func In(r rune, set string) bool {
	if r < 0x800 || r > 0xFFFF {
		return strings.ContainsRune(set, r)
	}
	a, b, c := 0xE0|byte(r>>12), 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F
	for i := 2; i < len(set); i++ {
		if set[i] == c && set[i-1] == b && set[i-2] == a {
			return true
		}
	}
	return false
}
