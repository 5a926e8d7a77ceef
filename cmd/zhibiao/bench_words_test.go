package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"zhibiao/lexicon"
	"zhibiao/words"
)

// corpusTexts are the texts of the corpus.
func corpusTexts(b *testing.B) (texts []string, size int) {
	b.Helper()
	err := filepath.WalkDir(*corpusDir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".txt") && !strings.HasSuffix(path, ".md") {
			return err
		}
		text, err := os.ReadFile(path)
		texts = append(texts, string(text))
		size += len(text)
		return err
	})
	if err != nil || len(texts) == 0 {
		b.Fatalf("no text files in %s: %v", *corpusDir, err)
	}
	return texts, size
}

// BenchmarkTerms counts 50 terms in the corpus six times, and, to compare,
// looks at each of its characters once.
func BenchmarkTerms(b *testing.B) {
	texts, size := corpusTexts(b)
	var terms []words.Term
	for _, l := range lexicon.TermLists() {
		for _, t := range l.Terms() {
			if len(terms) < 50 {
				terms = append(terms, words.Term{Group: l.Name, Text: t})
			}
		}
	}
	counter, err := words.NewCounter(terms)
	if err != nil {
		b.Fatal(err)
	}
	run := func(name string, do func(string) int) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(6 * int64(size))
			n := 0
			for b.Loop() {
				n = 0
				for range 6 {
					for _, t := range texts {
						n += do(t)
					}
				}
			}
			b.ReportMetric(float64(n), "found")
		})
	}
	run("count", func(t string) int { return len(counter.Find(t)) })
	run("look", func(t string) int { return utf8.RuneCountInString(t) })
}
