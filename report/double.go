package report

import (
	"slices"

	"zhibiao/han"
)

// overlap returns how many runes at the start of t repeat the end of prev
// because a page break doubled them: 公共预算 / 算收入. One rune alone is taken
// out only where text has the same three runes elsewhere, for 发展中 / 中小企业
// is no doubling.
func overlap(prev, t, text []rune) int {
	for k := min(6, len(prev), len(t)); k >= 1; k-- {
		if !slices.Equal(prev[len(prev)-k:], t[:k]) || !allHan(t[:k]) {
			continue
		}
		if k >= 2 {
			return k
		}
		if len(prev) < 2 || len(t) < 2 || reduplicated(t[0]) {
			return 0
		}
		if occurs(text[:len(text)-len(prev)], prev[len(prev)-2], t[0], t[1]) || occurs(t[1:], prev[len(prev)-2], t[0], t[1]) ||
			occurs(prev[:len(prev)-1], prev[len(prev)-2], t[0], t[1]) || common(prev[len(prev)-2], t[0], t[1]) {
			return 1
		}
	}
	return 0
}

func allHan(t []rune) bool {
	for _, r := range t {
		if !han.Is(r) || han.UpToTen(r) >= 0 {
			return false
		}
	}
	return true
}

// common tells words so frequent in reports that a doubling inside them needs
// no other witness.
func common(a, b, c rune) bool {
	switch string([]rune{a, b, c}) {
	case "共预算", "预算收", "预算支", "财政收", "生产总", "增加值", "总产值", "投资额", "零售总", "进出口", "可支配", "居民人", "百分点":
		return true
	}
	return false
}

// reduplicated tells characters that words double: 人人, 户户, 大大.
func reduplicated(r rune) bool {
	for _, c := range "人大天年家户多件事处时日村个层环步稳渐往常仅刚纷种代月周项条点面方每逐区县市乡镇街心" {
		if r == c {
			return true
		}
	}
	return false
}

func occurs(t []rune, a, b, c rune) bool {
	for i := 0; i+2 < len(t); i++ {
		if t[i] == a && t[i+1] == b && t[i+2] == c {
			return true
		}
	}
	return false
}

// maxDoubles bounds how many doublings of a text are looked into.
const maxDoubles = 64

// undouble takes out two-rune stretches that a page break inside a line
// doubled (招大招大引强 → 招大引强), where the text shows that the stretch never
// stands without what follows it here. 研究研究 stays.
func (b *buffer) undouble() {
	left := maxDoubles
	for i := range b.lines {
		l := &b.lines[i]
		if l.row > 0 {
			continue
		}
		t := b.text(i)
		for i := doubleFrom(t, 0); i+6 <= len(t); i = doubleFrom(t, i+1) {
			if t[i] == t[i+1] || !allHan(t[i:i+6]) {
				continue
			}
			if left--; left < 0 {
				return
			}
			if !b.alwaysFollowed(t[i], t[i+1], t[i+4], t[i+5]) {
				continue
			}
			copy(t[i:], t[i+2:])
			t = t[:len(t)-2]
			copy(b.raw[l.start+i:], b.raw[l.start+i+2:l.end])
			// Close the gap with the break behind the line, whose place is kept.
			brk := b.raw[l.end]
			l.end -= 2
			b.r[l.end], b.raw[l.end] = '\n', brk
		}
	}
}

// doubleFrom is where, from i on, two runes of t follow each other twice.
func doubleFrom(t []rune, i int) int {
	for i+3 < len(t) {
		switch {
		case t[i+1] != t[i+3]:
			i += 2 // neither from i nor from behind it
		case t[i] != t[i+2]:
			i++
		default:
			return i
		}
	}
	return i
}

// alwaysFollowed tells whether ab, apart from ab before ab, stands at least
// twice in the text and always before cd.
func (b *buffer) alwaysFollowed(a0, a1, c, d rune) bool {
	n := 0
	r := b.r
	for i := 0; i+5 < len(r); i++ {
		if r[i] != a0 || r[i+1] != a1 || r[i+2] == a0 && r[i+3] == a1 {
			continue
		}
		if r[i+2] != c || r[i+3] != d {
			return false
		}
		n++
	}
	return n >= 2
}
