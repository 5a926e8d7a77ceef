package report

import (
	"slices"

	"zhibiao/han"
)

// dropPageNumbers drops lines such as — 3 —, 9/22, 第3页 共22页, and bare
// numbers that stand where a page ended.
func (b *buffer) dropPageNumbers() {
	for i := range b.lines {
		t := b.text(i)
		if len(t) > 14 || b.lines[i].row > 0 {
			continue
		}
		switch numberOfPage(t) {
		case pageNumber:
			b.lines[i].drop = true
		case bareNumber:
			// 广义货币M / 2 / 适度增长 is no page number.
			l := &b.lines[i]
			if i > 0 && !l.blank && han.IsLatin(b.r[b.lines[i-1].end-1]) {
				continue
			}
			if l.blank || i+1 == len(b.lines) || i > 0 && !b.lines[i-1].drop {
				l.drop = len(t) <= 3
			}
		}
	}
}

// pageLine is what a line may be that stands where a page ended.
type pageLine uint8

const (
	noNumber   pageLine = iota
	bareNumber          // 3
	pageNumber          // — 3 —, 9/22, 第3页 共22页: nothing else
)

// What may stand beside the digits of a page's number.
var pageMarks, pageWords, pageGaps = han.NewSet("-—–－·/／•~"), han.NewSet("第页共"), han.NewSet(" ，,")

func numberOfPage(t []rune) pageLine {
	digits, marks, words := 0, 0, 0
	for _, r := range t {
		switch {
		case han.IsAnyDigit(r):
			digits++
		case pageMarks.Has(r):
			marks++
		case pageWords.Has(r):
			words++
		case !pageGaps.Has(r):
			return noNumber
		}
	}
	opens, closes := digitAt(t, 0), digitAt(t, len(t)-1)
	is := false
	switch {
	case digits == 0, digits > 8:
	case words > 0:
		is = words > 1
	case marks == 0:
		return bareNumber
	case marks > 1:
		is = !opens && !closes
	case t[len(t)-1] == '-':
		is = opens && digits <= 4 // - 12 -, whose first mark was taken for a list's
	default:
		is = digits <= 6 && slices.ContainsFunc(t, isSlash)
	}
	if is {
		return pageNumber
	}
	return noNumber
}

func isSlash(r rune) bool { return r == '/' || r == '／' }
