package han

import "unicode/utf8"

// String is string(text), and takes half as long where most of it is Chinese.
func String(text []rune) string {
	var room [192]byte
	b := room[:0]
	if n := 3 * len(text); n > len(room) {
		b = make([]byte, 0, n)
	}
	for _, r := range text {
		if r >= 0x800 && r < 0xD800 { // three bytes
			b = append(b, 0xE0|byte(r>>12), 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
		} else {
			b = utf8.AppendRune(b, r)
		}
	}
	return string(b)
}
