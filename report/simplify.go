package report

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
	"slices"
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
var simplifiedToo = han.NewSet("乾昇著瞭夥藉徵鍾餘於吒濛麽塢")

// of is r in simplified characters.
func (s *simplifier) of(r rune) rune {
	if r < firstHan || r > lastHan || !han.Is(r) {
		return r
	}
	if t := s.char[r-firstHan]; t != 0 {
		return rune(t)
	}
	return r
}

// words corrects norm where the text has a word of the phrase table.
func (s *simplifier) words(text, norm []rune) {
	for i := 0; i < len(text); i++ {
		best := 0
		var to []rune
		for _, p := range s.phrases[text[i]] {
			if len(p.from) > best && startsWith(text[i:], p.from) {
				best, to = len(p.from), p.to
			}
		}
		if best > 0 {
			copy(norm[i:], to)
			i += best - 1
		}
	}
}

func startsWith(t, prefix []rune) bool {
	return len(t) >= len(prefix) && slices.Equal(t[:len(prefix)], prefix)
}
