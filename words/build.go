package words

import (
	"cmp"
	"context"
	"iter"
	"sync"
	"unicode"

	"zhibiao/dataset"
	"zhibiao/segment"
)

// Part is a stretch of a document's text.
type Part struct {
	Start, End       int // code points, half-open
	Chapter, Section string
}

// Options say what is counted and how. Terms are needed, the rest may be zero.
type Options struct {
	Counter *Counter
	Filter  dataset.Filter
	// Tag cuts a text into tokens. Without it Count counts no words.
	Tag func(text string) []segment.Token
	// Parts cuts a document by its headings; it is asked where chapters or
	// sections are wanted.
	Parts     func(*dataset.DocumentRow) []Part
	ByChapter bool
	Jobs      int // documents at work at a time; 1 if 0
}

// Row says how often a document uses a term. Term is empty in the row of a
// whole group.
type Row struct {
	DocID        string   `parquet:"doc_id,dict"`
	RegionCode   string   `parquet:"region_code,optional,dict"`
	Region       string   `parquet:"region,optional,dict"`
	RegionLevel  string   `parquet:"region_level,optional,dict"`
	ReportYear   int32    `parquet:"report_year,optional"`
	Kind         string   `parquet:"kind,optional,dict"`
	Chapter      string   `parquet:"chapter,optional,dict"`
	Group        string   `parquet:"group,dict"`
	Term         string   `parquet:"term,optional,dict"`
	Count        int32    `parquet:"count"`
	Chars        int32    `parquet:"chars"`
	Words        int32    `parquet:"words"`
	Per10kChars  *float64 `parquet:"per_10k_chars"`
	ShareOfWords *float64 `parquet:"share_of_words"`
}

// chapters are those that rows by chapter are made for, in every document.
var chapters = []string{"review", "plan", "outlook", "other"}

// Count returns the rows of all documents under dir that the filter lets
// through: for each document (and chapter) first the row of a group, then
// those of its terms.
func Count(ctx context.Context, dir string, opt Options) iter.Seq2[Row, error] {
	return perDocument(ctx, dir, opt, func(d *dataset.DocumentRow) []Row { return count(d, opt) })
}

// perDocument makes rows of every document, Jobs at a time, in their order.
func perDocument[T any](ctx context.Context, dir string, opt Options, rowsOf func(*dataset.DocumentRow) []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		window := make([]dataset.DocumentRow, 0, max(1, opt.Jobs))
		flush := func() bool {
			rows := make([][]T, len(window))
			var wait sync.WaitGroup
			for i := range window {
				wait.Go(func() { rows[i] = rowsOf(&window[i]) })
			}
			wait.Wait()
			window = window[:0]
			for _, document := range rows {
				for _, r := range document {
					if !yield(r, nil) {
						return false
					}
				}
			}
			return true
		}
		for d, err := range documents(dir, &opt.Filter) {
			if err := cmp.Or(err, ctx.Err()); err != nil {
				yield(none, err)
				return
			}
			window = append(window, d)
			if len(window) == cap(window) && !flush() {
				return
			}
		}
		flush()
	}
}

// documents are those under dir that the filter lets through, by year.
func documents(dir string, f *dataset.Filter) iter.Seq2[dataset.DocumentRow, error] {
	return func(yield func(dataset.DocumentRow, error) bool) {
		folder, err := dataset.Open(dir)
		if err != nil {
			yield(dataset.DocumentRow{}, err)
			return
		}
		defer func() { _ = folder.Close() }()
		for _, year := range folder.Years() {
			if !f.Year(year) {
				continue
			}
			for d, err := range folder.Documents(year) {
				if err == nil && !f.Document(&d) {
					continue
				}
				if !yield(d, err) || err != nil {
					return
				}
			}
		}
	}
}

// count counts the terms of one document.
func count(d *dataset.DocumentRow, opt Options) []Row {
	texts := map[string]string{"": d.Text}
	order := []string{""}
	if opt.ByChapter {
		texts, order = byChapter(d, opt.Parts(d)), chapters
	}
	var rows []Row
	for _, chapter := range order {
		rows = append(rows, countText(d, chapter, texts[chapter], opt)...)
	}
	return rows
}

// byChapter puts the parts of each chapter together, a line each.
func byChapter(d *dataset.DocumentRow, parts []Part) map[string]string {
	text := []rune(d.Text)
	texts := map[string]string{}
	for _, p := range parts {
		texts[p.Chapter] += string(text[p.Start:p.End]) + "\n"
	}
	return texts
}

// countText counts the terms in a text of document d.
func countText(d *dataset.DocumentRow, chapter, text string, opt Options) []Row {
	c := opt.Counter
	counts := make([]int32, len(c.Terms))
	groups := make([]int32, len(c.Groups))
	for _, m := range c.Find(text) {
		counts[m.Term]++
		groups[c.group[m.Term]]++
	}
	chars, words := han(text), int32(0)
	if opt.Tag != nil {
		words = countWords(opt.Tag(text))
	}
	row := func(group int, term string, n int32) Row {
		r := Row{
			DocID: d.DocID, RegionCode: d.RegionCode, Region: d.Region, RegionLevel: d.RegionLevel,
			ReportYear: d.ReportYear, Kind: d.Kind, Chapter: chapter, Group: c.Groups[group], Term: term,
			Count: n, Chars: chars, Words: words,
		}
		r.Per10kChars, r.ShareOfWords = ratio(10000*float64(n), chars), ratio(float64(n), words)
		return r
	}
	var rows []Row
	for g := range c.Groups {
		rows = append(rows, row(g, "", groups[g]))
		for i, t := range c.Terms {
			if c.group[i] == g {
				rows = append(rows, row(g, t.Text, counts[i]))
			}
		}
	}
	return rows
}

// countWords counts the tokens that are no marks.
func countWords(tokens []segment.Token) int32 {
	n := int32(0)
	for _, t := range tokens {
		if isWord(t.Text) {
			n++
		}
	}
	return n
}

func ratio(n float64, of int32) *float64 {
	if of == 0 {
		return nil
	}
	r := n / float64(of)
	return &r
}

// han counts the Chinese characters of a text.
func han(text string) int32 {
	n := int32(0)
	for _, r := range text {
		if unicode.Is(unicode.Han, r) {
			n++
		}
	}
	return n
}
