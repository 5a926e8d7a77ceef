package han_test

import (
	"strings"
	"testing"

	"zhibiao/han"
)

func TestString(t *testing.T) {
	for _, text := range []string{"", "增长8.5%，约€12", "\u07ff\u0800\ud7ff\ue000\uffff𠮷", strings.Repeat("亿元", 100), string(rune(0x110000))} {
		if got := han.String([]rune(text)); got != text {
			t.Errorf("%q comes back as %q", text, got)
		}
	}
	if got := han.String([]rune{0xD800, '元'}); got != "\uFFFD元" {
		t.Errorf("half a pair comes back as %q", got)
	}
}

func TestIn(t *testing.T) {
	const set = "达至a，é𠮷"
	for _, r := range "达至a，é𠮷" {
		if !han.In(r, set) {
			t.Errorf("%c is missing", r)
		}
	}
	for _, r := range []rune{'到', 'b', 0, 0xFFFD, 0xD800, '。'} {
		if han.In(r, set) {
			t.Errorf("%q is none", r)
		}
	}
}
