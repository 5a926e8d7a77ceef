package report

import (
	"strconv"
	"strings"
)

var entities = map[string]rune{
	"nbsp": 0xA0, "ensp": 0x2002, "emsp": 0x2003, "thinsp": 0x2009,
	"amp": '&', "lt": '<', "gt": '>', "quot": '"', "apos": '\'',
	"ldquo": '“', "rdquo": '”', "lsquo": '‘', "rsquo": '’',
	"mdash": '—', "ndash": '–', "hellip": '…', "middot": '·', "bull": '•',
	"times": '×', "permil": '‰', "deg": '°', "plusmn": '±', "zwnj": 0x200C, "zwj": 0x200D,
}

// entity reads an HTML entity at the start of t: its rune and its length in
// bytes, 0 where there is none.
func entity(t string) (rune, int) {
	end := strings.IndexByte(t[:min(len(t), 12)], ';')
	if end < 2 {
		return 0, 0
	}
	name := t[1:end]
	if name[0] != '#' {
		r, ok := entities[name]
		if !ok {
			return 0, 0
		}
		return r, end + 1
	}
	name, base := name[1:], 10
	if name != "" && name[0]|0x20 == 'x' {
		name, base = name[1:], 16
	}
	v, err := strconv.ParseUint(name, base, 32)
	if err != nil || v == 0 || v > 0x10FFFF || v >= 0xD800 && v < 0xE000 {
		return 0, 0
	}
	return rune(v), end + 1
}
