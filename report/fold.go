package report

import (
	"slices"

	"zhibiao/han"
)

// fold returns the Norm of text: of the same length, with full-width letters,
// digits and signs of numbers as ASCII, ASCII punctuation between Chinese
// characters as Chinese, zeros of Chinese numerals as 〇, traditional
// characters as simplified ones. It stands in room where that is large enough.
func fold(room, text []rune) []rune {
	s := loadSimplifier()
	norm := slices.Grow(room, len(text))[:len(text)]
	changed := 0
	for i, r := range text {
		switch {
		case r >= 0x4E00 && r <= 0x9FFF:
			if r == '人' && income(text, i) {
				r = '入'
			} else if t := s.char[r-firstHan]; t != 0 {
				changed++
				r = rune(t)
			}
		case r >= 0x80:
			r = foldWide(text, i)
		case unsettled.Has(r):
			r = foldASCII(text, i)
		}
		norm[i] = r
	}
	if changed == 0 {
		return norm
	}
	if changed >= 5 && changed*100 >= len(text) {
		s.words(text, norm)
		return norm
	}
	for i, r := range text {
		if r != norm[i] && simplifiedToo.Has(r) {
			norm[i] = r
		}
	}
	return norm
}

// fullWidth are the forms of ASCII that are folded wherever they stand. The
// letter Ｏ and marks of sentences ask for what is beside them.
var fullWidth = han.NewTable("０１２３４５６７８９" +
	"ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚＡＢＣＤＥＦＧＨＩＪＫＬＭＮＰＱＲＳＴＵＶＷＸＹＺ" +
	"％＋－～／＝＜＞＊＃＆＄．")

// foldWide folds full-width forms and zeros.
func foldWide(text []rune, i int) rune {
	r := text[i]
	if fullWidth.Has(r) {
		return r - 0xFEE0
	}
	switch r {
	case '，':
		if thousands(text, i) {
			return ','
		}
	case '。':
		if stopForPoint(text, i) {
			return '.'
		}
	case '：', '∶', '﹕':
		return colon(text, i)
	case '○', '◯', 'Ｏ':
		return zero(text, i)
	case '﹪':
		return '%'
	case '−', '‐', '‑', '–':
		return '-'
	case '—':
		if roman(at(text, i-1)) && roman(at(text, i+1)) || digitAt(text, i-1) && digitAt(text, i+1) {
			return '-' // Ⅰ—Ⅲ类水质, 3—6岁儿童
		}
	case '｡':
		return '。'
	default:
		return loadSimplifier().of(r)
	}
	return r
}

// thousands tells whether the comma at i parts thousands (1，120亿元): one to
// three digits before it, exactly three behind.
func thousands(text []rune, i int) bool {
	if digitsEnd(text, i+1) != i+4 {
		return false
	}
	first := digitsStart(text, i)
	if first == i || first < i-3 || isPoint(at(text, first-1)) {
		return false
	}
	return text[first] != '0' && text[first] != '０'
}

// stopForPoint tells whether a full stop is a misprint of a point: 3。5%, but
// 缩小至2.54。30个县 and 增长5。2023年.
func stopForPoint(text []rune, i int) bool {
	end := digitsEnd(text, i+1)
	if !digitAt(text, i-1) || end == i+1 || pointBefore(text, i) {
		return false
	}
	return measureAt(text, end) || end < len(text) && hasPrefix(text[end:], "个百")
}

// colon is one of a ratio between digits (52：46), else of a sentence.
func colon(text []rune, i int) rune {
	if digitAt(text, i-1) && digitAt(text, i+1) {
		return ':'
	}
	return '：'
}

// roman tells whether r is a Roman numeral of one sign.
func roman(r rune) bool { return r >= 'Ⅰ' && r <= 'Ⅻ' }

// zero is what a circle or a letter of its shape stands for.
func zero(text []rune, i int) rune {
	switch r := text[i]; {
	case hanBeside(text, i):
		return '〇'
	case r != 'Ｏ':
		return r
	case misprint(text, i) == '0':
		return '0'
	}
	return 'O'
}

// hanBeside tells whether a Chinese digit stands on both sides, or on one
// with the year's sign on the other (一九九○年).
func hanBeside(text []rune, i int) bool {
	before, behind := at(text, i-1), at(text, i+1)
	if zeroLike(before) && han.UpToTen(behind) > 0 {
		return true // the second zero of 二OO一年
	}
	left := han.UpToTen(before) >= 0
	right := han.UpToTen(behind) >= 0 || behind == '年' || zeroLike(behind)
	if text[i] == '○' {
		return left || right
	}
	return left && right
}

func zeroLike(r rune) bool { return r == '○' || r == 'Ｏ' || r == 'O' }

// wideForm is the mark of Chinese text for one of ASCII, 0 where there is none.
var wideForm = [0x80]rune{',': '，', ';': '；', ':': '：', '!': '！', '?': '？', '(': '（', ')': '）'}

// unsettled are the characters of ASCII that what stands beside them may change.
var unsettled = han.NewTable("OolI,;:!?()")

// foldASCII gives Chinese text its own punctuation, and numbers the digits that
// letters stand for.
func foldASCII(text []rune, i int) rune {
	r := text[i]
	if (r == 'O' || r == 'o') && hanBeside(text, i) {
		return '〇'
	}
	if m := misprint(text, i); m != r {
		return m
	}
	if wide := wideForm[r]; wide != 0 && inChinese(text, i) {
		return wide
	}
	return r
}

// inChinese tells whether the mark at i stands beside Chinese text, or closes
// one that ends in a percentage: 增长8%!
func inChinese(text []rune, i int) bool {
	if chinese(at(text, i-1)) || chinese(at(text, i+1)) {
		return true
	}
	return i+1 == len(text) && at(text, i-1) == '%' && text[i] != ','
}

func chinese(r rune) bool { return han.Is(r) || han.IsPunct(r) }
