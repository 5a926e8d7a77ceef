package extract

import (
	"zhibiao/extract/lang"
	"zhibiao/report"
)

// How the rows of a list that has lost its marks are told: so many follow one another,
// each numbered one higher, with no more than so many other lines between two.
const (
	numberedRows  = 3
	numberedApart = 4
)

// rowNumbers are the lengths of the numbers that open the paragraphs of a document
// without a mark behind them, as the rows of a table do that was copied as text: 12新建
// 公园3个, 13改造校舍5所. They are 0 where a paragraph has none.
func rowNumbers(doc *report.Document) []int {
	out := make([]int, len(doc.Paragraphs))
	var run []int // the paragraphs of the rows so far
	last := 0     // their last number
	keep := func() {
		if len(run) < numberedRows {
			for _, i := range run {
				out[i] = 0
			}
		}
		run = run[:0]
	}
	for i := range doc.Paragraphs {
		value, size := rowNumber(doc.Norm[doc.Paragraphs[i].Start:doc.Paragraphs[i].End])
		if size == 0 {
			continue
		}
		follows := len(run) > 0 && value == last+1 && i-run[len(run)-1] <= numberedApart+1
		if !follows {
			keep()
		}
		run, last, out[i] = append(run, i), value, size
	}
	keep()
	return out
}

// rowNumber is the number right before the first letter of t, and its length.
func rowNumber(t []rune) (value, size int) {
	for size < len(t) && size < 4 && lang.IsDigit(t[size]) {
		value = 10*value + int(t[size]-'0')
		size++
	}
	if size == 0 || size > 3 || size == len(t) || !lang.IsHan(t[size]) && t[size] != '“' {
		return 0, 0
	}
	return value, size
}
