package extract

import (
	"zhibiao/lexicon"
	"zhibiao/report"
	"zhibiao/segment"
)

// What the rooms beside this one need of the lexicon, which they do not know.

// UserWords are the words of lex that the segmenter which New is given has to
// know.
func UserWords(lex *lexicon.Lexicon) []segment.Word {
	known := lex.UserWords()
	words := make([]segment.Word, 0, len(known))
	for _, w := range known {
		words = append(words, segment.Word{Text: w.Text, Pos: w.Pos})
	}
	return words
}

// Regions finds the regions of lex for package report.
func Regions(lex *lexicon.Lexicon) report.RegionFinder { return regions{lex.Regions()} }

type regions struct{ *lexicon.Regions }

func (r regions) FindRegion(name, within string, year int) (report.Region, bool) {
	found, ok := r.Find(name, within, year)
	return report.Region(found), ok
}

func (r regions) ScanRegions(text string, year int) []report.Region {
	found := r.Scan(text, year)
	out := make([]report.Region, len(found))
	for i, f := range found {
		out[i] = report.Region(f)
	}
	return out
}
