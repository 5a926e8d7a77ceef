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
	char    [lastHan - firstHan + 1]uint16 // by rune - firstHan, 0 where nothing changes
	phrases map[rune][]phrase
}

// phrase is a word whose characters do not follow the table (乾隆, 瞭望).
type phrase struct {
	from string
	to   []rune // as long as from
}

// loadSimplifier reads the embedded tables once.
var loadSimplifier = sync.OnceValue(func() *simplifier {
	s := &simplifier{phrases: map[rune][]phrase{}}
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
		if p := (phrase{from, []rune(to)}); ok && utf8.RuneCountInString(from) == len(p.to) {
			first, _ := utf8.DecodeRuneInString(from)
			s.phrases[first] = append(s.phrases[first], p)
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
		var to []rune // of the longest word that stands here
		for _, p := range s.phrases[text[i]] {
			if len(p.to) > len(to) && hasPrefix(text[i:], p.from) {
				to = p.to
			}
		}
		copy(norm[i:], to)
		i += max(len(to)-1, 0)
	}
}
