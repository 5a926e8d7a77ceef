package report

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
	"strings"
	"sync"
	"unicode/utf8"

	"zhibiao/han"
)

//go:embed data/simplify.txt.gz
var simplifyGz []byte

const (
	firstHan = 0x3400
	lastHan  = 0xFAFF
)

// simplifier turns traditional characters into simplified ones, rune for rune.
type simplifier struct {
	char    []uint16 // by rune - firstHan, 0 where nothing changes
	phrases map[rune][]phrase
}

// phrase is a word whose characters do not follow the table (乾隆, 瞭望).
type phrase struct{ from, to []rune }

// loadSimplifier reads the embedded tables once.
var loadSimplifier = sync.OnceValue(func() *simplifier {
	s := &simplifier{char: make([]uint16, lastHan-firstHan+1), phrases: map[rune][]phrase{}}
	z, err := gzip.NewReader(bytes.NewReader(simplifyGz))
	if err != nil {
		return s
	}
	b, err := io.ReadAll(z)
	if err != nil {
		return s
	}
	chars, words, _ := strings.Cut(string(b), "\n\n")
	for l := range strings.Lines(chars) {
		k, n := utf8.DecodeRuneInString(l)
		v, _ := utf8.DecodeRuneInString(l[n:])
		if k >= firstHan && k <= lastHan && v <= 0xFFFF {
			s.char[k-firstHan] = uint16(v)
		}
	}
	for l := range strings.Lines(words) {
		from, to, ok := strings.Cut(strings.TrimSpace(l), "\t")
		if p := (phrase{[]rune(from), []rune(to)}); ok && len(p.from) == len(p.to) {
			s.phrases[p.from[0]] = append(s.phrases[p.from[0]], p)
		}
	}
	return s
})

// simplifiedToo holds keys of the table that simplified texts use as well, in
// names mostly: they change only in a text that is traditional throughout.
const simplifiedToo = "乾昇著瞭夥藉徵鍾餘於吒濛麽塢"

// fold returns the Norm of text: of the same length, with full-width letters,
// digits and signs of numbers as ASCII, ASCII punctuation between Chinese
// characters as Chinese, zeros of Chinese numerals as 〇, traditional
// characters as simplified ones.
func fold(text []rune) []rune {
	s := loadSimplifier()
	norm := make([]rune, len(text))
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
		case r < 0x80:
			if r >= '0' && r <= '9' || r == ' ' || r == '\n' {
				break
			}
			r = foldASCII(text, i)
		default:
			r = foldWide(text, i)
		}
		norm[i] = r
	}
	if changed == 0 {
		return norm
	}
	if changed >= 5 && changed*100 >= len(text) {
		s.words(text, norm)
	} else {
		for i, r := range text {
			if r != norm[i] && han.Is(r) && r != '○' && strings.ContainsRune(simplifiedToo, r) {
				norm[i] = r
			}
		}
	}
	return norm
}

// words corrects norm where the text has a word of the phrase table.
func (s *simplifier) words(text, norm []rune) {
	for i := 0; i < len(text); i++ {
		best := 0
		var to []rune
		for _, p := range s.phrases[text[i]] {
			if len(p.from) > best && i+len(p.from) <= len(text) && equal(text[i:i+len(p.from)], p.from) {
				best, to = len(p.from), p.to
			}
		}
		if best > 0 {
			copy(norm[i:], to)
			i += best - 1
		}
	}
}

func equal(a, b []rune) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// foldWide folds full-width forms and zeros.
func foldWide(text []rune, i int) rune {
	r := text[i]
	switch {
	case r >= '０' && r <= '９', r >= 'ａ' && r <= 'ｚ', r >= 'Ａ' && r <= 'Ｚ' && r != 'Ｏ':
		return r - 0xFEE0
	case r == '○' || r == '◯' || r == 'Ｏ':
		if hanBeside(text, i) {
			return '〇'
		}
		if r == 'Ｏ' {
			if misprint(text, i) == '0' {
				return '0'
			}
			return 'O'
		}
		return r
	case r == '％' || r == '＋' || r == '－' || r == '～' || r == '／' || r == '＝' || r == '＜' || r == '＞' || r == '＊' || r == '＃' || r == '＆' || r == '＄':
		return r - 0xFEE0
	case r == '．':
		return '.'
	case r == '﹪':
		return '%'
	case r == '−' || r == '‐' || r == '‑' || r == '–':
		return '-'
	case r == '∶' || r == '：' || r == '﹕':
		if digitAt(text, i-1) && digitAt(text, i+1) {
			return ':'
		}
		return '：'
	case r == '，':
		if thousands(text, i) {
			return ','
		}
	case r == '。':
		if stopForPoint(text, i) {
			return '.'
		}
	case r == '｡':
		return '。'
	case r >= firstHan && r <= lastHan && han.Is(r):
		if t := loadSimplifier().char[r-firstHan]; t != 0 {
			return rune(t)
		}
	}
	return r
}

// stopForPoint tells whether a full stop is a misprint of a point: 3。5%, but
// 缩小至2.54。30个县 and 增长5。2023年.
func stopForPoint(text []rune, i int) bool {
	if !digitAt(text, i-1) || !digitAt(text, i+1) {
		return false
	}
	a, b := i-1, i+1
	for digitAt(text, a) {
		a--
	}
	for digitAt(text, b) {
		b++
	}
	whole := a < 0 || text[a] != '.' && text[a] != '．'
	return whole && b < len(text) && strings.ContainsRune("%％﹪亿万个元", text[b]) && (text[b] != '个' || b+1 < len(text) && text[b+1] == '百')
}

// foldASCII gives Chinese text its own punctuation.
func foldASCII(text []rune, i int) rune {
	r := text[i]
	switch r {
	case 'O', 'o':
		if hanBeside(text, i) {
			return '〇'
		}
		return misprint(text, i)
	case 'l', 'I':
		return misprint(text, i)
	case '?':
		if m := misprint(text, i); m != r {
			return m
		}
	}
	var wide rune
	switch r {
	case ',':
		wide = '，'
	case ';':
		wide = '；'
	case ':':
		wide = '：'
	case '!':
		wide = '！'
	case '?':
		wide = '？'
	case '(':
		wide = '（'
	case ')':
		wide = '）'
	default:
		return r
	}
	if i > 0 && chinese(text[i-1]) || i+1 < len(text) && chinese(text[i+1]) ||
		i > 0 && i+1 == len(text) && text[i-1] == '%' && wide != '，' {
		return wide
	}
	return r
}

func chinese(r rune) bool { return han.Is(r) || han.IsPunct(r) }

func digitAt(text []rune, i int) bool { return i >= 0 && i < len(text) && han.IsAnyDigit(text[i]) }

// hanBeside tells whether a Chinese digit stands on both sides, or on one
// with the year's sign on the other (一九九○年).
func hanBeside(text []rune, i int) bool {
	l := i > 0 && han.UpToTen(text[i-1]) >= 0
	r := i+1 < len(text) && (han.UpToTen(text[i+1]) >= 0 || text[i+1] == '年' || zeroLike(text[i+1]))
	// The second zero of 二OO一年.
	if i > 0 && zeroLike(text[i-1]) && i+1 < len(text) && han.UpToTen(text[i+1]) > 0 {
		return true
	}
	return l && (r || text[i] == '○') || text[i] == '○' && r
}

func zeroLike(r rune) bool { return r == '○' || r == 'Ｏ' || r == 'O' }

// thousands tells whether the comma at i parts thousands (1，120亿元): one to
// three digits before it, exactly three behind.
func thousands(text []rune, i int) bool {
	if !digitAt(text, i-1) || !digitAt(text, i+1) || !digitAt(text, i+2) || !digitAt(text, i+3) || digitAt(text, i+4) {
		return false
	}
	n := 1
	for n < 5 && digitAt(text, i-1-n) {
		n++
	}
	return n <= 3 && text[i-n] != '0' && text[i-n] != '０' && (i-1-n < 0 || text[i-1-n] != '.' && text[i-1-n] != '．')
}
