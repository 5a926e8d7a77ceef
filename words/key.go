package words

import (
	"cmp"
	"context"
	_ "embed"
	"iter"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"zhibiao/dataset"
	"zhibiao/segment"
)

//go:embed stopwords.txt
var stopwordsText string

var stopwords = func() map[string]bool {
	set := map[string]bool{}
	for line := range strings.Lines(stopwordsText) {
		if !strings.HasPrefix(line, "#") {
			for word := range strings.FieldsSeq(line) {
				set[word] = true
			}
		}
	}
	return set
}()

// Key is a word that a document uses often, or more often than the others.
type Key struct {
	DocID       string `parquet:"doc_id,dict"`
	RegionCode  string `parquet:"region_code,optional,dict"`
	Region      string `parquet:"region,optional,dict"`
	ReportYear  int32  `parquet:"report_year,optional"`
	Kind        string `parquet:"kind,optional,dict"`
	Word        string `parquet:"word,dict"`
	Count       int32  `parquet:"count"`
	Rank        int32  `parquet:"rank"` // by count, from 1
	Words       int32  `parquet:"words"`
	Others      int64  `parquet:"others"`       // count in all other documents
	OthersWords int64  `parquet:"others_words"` // words of all other documents
	// Keyness is the log-likelihood ratio, negative where the word is rarer
	// here than elsewhere (Dunning 1993, Computational Linguistics 19:1;
	// Rayson and Garside 2000): above 3.84 the difference is significant at 5%,
	// above 10.83 at 0.1%.
	Keyness     float64 `parquet:"keyness"`
	KeynessRank int32   `parquet:"keyness_rank"`
}

// vocabulary counts words by number.
type vocabulary struct {
	numbers map[string]int32
	words   []string
	total   []int64 // of each word, over all documents
	all     int64   // words of all documents
}

type counted struct {
	word  int32
	count int32
}

type tally struct {
	document dataset.DocumentRow // without its text
	words    int32
	counts   []counted
}

// Keys returns, of each document, the top words by count and the top words by
// keyness against all the others that the filter lets through, sorted by
// keyness. Function words, numbers and single characters are no words here.
func Keys(ctx context.Context, dir string, opt Options, top int) iter.Seq2[Key, error] {
	return func(yield func(Key, error) bool) {
		v := &vocabulary{numbers: map[string]int32{}}
		var tallies []tally
		documents := perDocument(ctx, dir, opt, func(d *dataset.DocumentRow) []heap { return []heap{heapOf(d, opt.Tag(d.Text))} })
		for h, err := range documents {
			if err != nil {
				yield(Key{}, err)
				return
			}
			tallies = append(tallies, v.add(h))
		}
		for i := range tallies {
			for _, k := range v.keys(&tallies[i], top) {
				if !yield(k, nil) {
					return
				}
			}
		}
	}
}

// heap is a document's words, counted.
type heap struct {
	document dataset.DocumentRow
	words    int32
	counts   map[string]int32
}

func heapOf(d *dataset.DocumentRow, tokens []segment.Token) heap {
	h := heap{document: *d, counts: map[string]int32{}}
	h.document.Text = ""
	for _, t := range tokens {
		if !isWord(t.Text) {
			continue
		}
		h.words++
		if speaks(t) {
			h.counts[strings.Clone(t.Text)]++
		}
	}
	return h
}

func (v *vocabulary) add(h heap) tally {
	t := tally{document: h.document, words: h.words}
	for word, n := range h.counts {
		number, ok := v.numbers[word]
		if !ok {
			number = int32(len(v.words))
			v.numbers[word] = number
			v.words = append(v.words, word)
			v.total = append(v.total, 0)
		}
		v.total[number] += int64(n)
		t.counts = append(t.counts, counted{number, n})
	}
	v.all += int64(h.words)
	return t
}

// keys are the words of a document that lead one of its two rankings.
func (v *vocabulary) keys(t *tally, top int) []Key {
	d := &t.document
	all := make([]Key, 0, len(t.counts))
	for _, c := range t.counts {
		k := Key{
			DocID: d.DocID, RegionCode: d.RegionCode, Region: d.Region, ReportYear: d.ReportYear, Kind: d.Kind,
			Word: v.words[c.word], Count: c.count, Words: t.words,
			Others: v.total[c.word] - int64(c.count), OthersWords: v.all - int64(t.words),
		}
		k.Keyness = keyness(float64(k.Count), float64(k.Others), float64(k.Words), float64(k.OthersWords))
		all = append(all, k)
	}
	rank := func(by func(a, b Key) int, set func(*Key) *int32) {
		slices.SortFunc(all, func(a, b Key) int { return cmp.Or(by(a, b), strings.Compare(a.Word, b.Word)) })
		for i := range all {
			*set(&all[i]) = int32(i + 1)
		}
	}
	rank(func(a, b Key) int { return cmp.Compare(b.Count, a.Count) }, func(k *Key) *int32 { return &k.Rank })
	rank(func(a, b Key) int { return cmp.Compare(b.Keyness, a.Keyness) }, func(k *Key) *int32 { return &k.KeynessRank })
	return slices.DeleteFunc(all, func(k Key) bool { return int(k.Rank) > top && int(k.KeynessRank) > top })
}

// keyness is the signed log-likelihood ratio of a word with a of c words here
// and b of d words elsewhere; 0 where there is no elsewhere.
func keyness(a, b, c, d float64) float64 {
	if c == 0 || d == 0 {
		return 0
	}
	part := func(n, size float64) float64 {
		if n == 0 {
			return 0
		}
		return n * math.Log(n*(c+d)/(size*(a+b)))
	}
	g := 2 * (part(a, c) + part(b, d))
	if a/c < b/d {
		return -g
	}
	return g
}

// isWord tells a word from marks and space.
func isWord(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// speaks tells whether a word says something of a document: nouns, verbs,
// adjectives, idioms and names of two characters and more.
func speaks(t segment.Token) bool {
	if utf8.RuneCountInString(t.Text) < 2 || t.Pos == "" || stopwords[t.Text] {
		return false
	}
	if !strings.ContainsFunc(t.Text, unicode.IsLetter) {
		return false
	}
	switch t.Pos[0] {
	case 'n', 'v', 'a', 'i', 'l', 'j', 'b', 's', 'e': // eng is English
		return true
	}
	return false
}
