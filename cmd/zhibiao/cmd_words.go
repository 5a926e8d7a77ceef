package main

import (
	"context"
	"os"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"zhibiao/dataset"
	"zhibiao/export"
	"zhibiao/lexicon"
	"zhibiao/report"
	"zhibiao/segment"
	"zhibiao/words"
)

// wordsOptions are the flags of words.
type wordsOptions struct {
	Terms     []string
	Out       string
	By        string
	Wide      bool
	KWIC      int
	List      bool
	Top       int
	UserWords string
	Jobs      int
	filterFlags
}

func newWords(io streams) *cobra.Command {
	opt := wordsOptions{Jobs: runtime.GOMAXPROCS(0)}
	cmd := &cobra.Command{
		Use:   "words DIR",
		Short: "Count how often each report uses each term",
		Long: `words counts the terms of a list in the texts of the folder that extract wrote,
which is how published work measures a government's attention. A list is a table
with the columns group and term (.xlsx, .csv, .tsv, .txt; one term a line will
do), or one of those that come with the program: see --list.

Terms are exact strings. Inside a group the longest are counted first, and what
they cover is not counted again. One row per document, group and term, zeros
included, and a row per group with the term left empty; with the counts per
10,000 Chinese characters and as a share of Jieba's words without punctuation.

Without --terms: the most frequent words of each document, and those that mark it
off from the others (keyness: the log-likelihood ratio), without stop words.
Without -o the table is printed as CSV.
` + exitHelp,
		Example: `  zhibiao words out --terms environment,digital_economy -o attention.csv
  zhibiao words out --terms myterms.xlsx --by chapter --wide -o wide.parquet
  zhibiao words out --terms innovation --kwic 15
  zhibiao words out -o keywords.xlsx
  zhibiao words --list`,
		Args: func(cmd *cobra.Command, given []string) error {
			if opt.List {
				return args(cobra.NoArgs, "usage.args.list")(cmd, given)
			}
			return args(cobra.ExactArgs(1), "usage.args.folder")(cmd, given)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if opt.List {
				listTerms(io)
				return nil
			}
			if err := opt.finalize(); err != nil {
				return err
			}
			return runWords(cmd.Context(), io, opt, args[0])
		},
	}
	f := cmd.Flags()
	f.StringSliceVar(&opt.Terms, "terms", nil, "files of terms, or ids of lists that come with the program")
	f.StringVarP(&opt.Out, "out", "o", "", "file to write: .csv, .parquet, .xlsx or .jsonl")
	f.StringVar(&opt.By, "by", "", "chapter: count review, plan, outlook and other on their own")
	f.BoolVar(&opt.Wide, "wide", false, "one row a document, one column a group")
	f.IntVar(&opt.KWIC, "kwic", 0, "write the places instead, with so many characters on each side")
	f.BoolVar(&opt.List, "list", false, "list the term lists that come with the program, with their sources")
	f.IntVar(&opt.Top, "top", 50, "without --terms: how many words of each ranking")
	f.StringVar(&opt.UserWords, "user-words", "", "file of words that the segmenter should not cut, one a line")
	f.IntVar(&opt.Jobs, "jobs", opt.Jobs, "documents at work at a time")
	opt.addPlaceFlags(f)
	return cmd
}

func (o *wordsOptions) finalize() error {
	switch {
	case o.By != "" && o.By != "chapter":
		return usage("usage.words.by", o.By)
	case o.KWIC < 0 || o.Top < 1 || o.Jobs < 1:
		return usage("usage.words.above_zero")
	case len(o.Terms) == 0 && (o.Wide || o.KWIC > 0 || o.By != ""):
		return usage("usage.words.need_terms")
	case o.KWIC > 0 && (o.Wide || o.By != ""):
		return usage("usage.words.kwic")
	}
	if o.Out != "" {
		if err := checkOut(o.Out, export.CSV, export.Parquet, export.XLSX, export.JSONL); err != nil {
			return err
		}
	}
	return o.filterFlags.finalize()
}

func runWords(ctx context.Context, io streams, opt wordsOptions, dir string) error {
	if err := checkFolder(dir, dataset.DocumentsDir); err != nil {
		return err
	}
	own, err := userWords(opt.UserWords)
	if err != nil {
		return err
	}
	count := words.Options{Filter: opt.Filter, Jobs: opt.Jobs, ByChapter: opt.By != "", Parts: partsOf}
	if opt.KWIC == 0 { // places need no words
		if count.Tag, err = tagger(own); err != nil {
			return err
		}
	}
	table := export.TableOf("words", words.Keys(ctx, dir, count, opt.Top))
	if len(opt.Terms) > 0 {
		terms, err := readTerms(opt.Terms)
		if err != nil {
			return err
		}
		if count.Counter, err = words.NewCounter(terms); err != nil {
			return err
		}
		switch {
		case opt.KWIC > 0:
			table = export.TableOf("words", words.Concordance(ctx, dir, count, opt.KWIC))
		case opt.Wide:
			table = words.Wide(words.Count(ctx, dir, count), count.Counter.Groups, count.ByChapter)
		default:
			table = words.Table(words.Count(ctx, dir, count))
		}
	}
	return writeTable(io, opt.Out, dir, table)
}

// writeTable writes a table made of the folder dir to a file, or prints it as
// CSV where none is named.
func writeTable(io streams, path, dir string, table export.Table) error {
	if path == "" {
		return export.Write(io.out, export.CSV, table, dataset.Meta{})
	}
	lexicon, err := dataset.Lexicon(dir)
	if err != nil {
		return err
	}
	n := 0
	rows := table.Rows
	table.Rows = func(yield func([]any, error) bool) {
		for row, err := range rows {
			n++
			if !yield(row, err) {
				return
			}
		}
	}
	if err := export.WriteFile(path, table, dataset.Meta{Version: version, Lexicon: lexicon}); err != nil {
		return err
	}
	io.tell(io.out, "written.rows", n, path)
	if n == 0 {
		io.tell(io.err, "filter.nothing")
	}
	return nil
}

// readTerms reads lists of terms: files, or ids of the program's own.
func readTerms(names []string) ([]words.Term, error) {
	var all []words.Term
	seen := map[words.Term]bool{}
	for _, name := range names {
		list, err := termList(name)
		if err != nil {
			return nil, &usageError{err}
		}
		for _, t := range list {
			if !seen[t] {
				seen[t] = true
				all = append(all, t)
			}
		}
	}
	return all, nil
}

func termList(name string) ([]words.Term, error) {
	for _, l := range lexicon.TermLists() {
		if strings.EqualFold(l.ID, name) || l.Name == name {
			return words.ParseTerms(name, l.Name, l.Text)
		}
	}
	if _, err := os.Stat(name); err != nil && !strings.ContainsAny(name, "./\\") {
		return nil, usage("usage.words.no_terms", name)
	}
	return words.ReadTerms(name)
}

func listTerms(io streams) {
	for _, l := range lexicon.TermLists() {
		source := l.Source
		if source == "own" {
			source = io.message("terms.own")
		}
		say(io.out, "%s  %s, %s: %s", l.ID, l.Name, l.English, io.message("count.terms", len(l.Terms())))
		io.tell(io.out, "terms.source", source)
		if l.Note != "" {
			say(io.out, "    %s", l.Note)
		}
	}
}

// userWords reads the words that a segmenter should not cut.
func userWords(path string) ([]string, error) {
	if path == "" {
		return nil, nil
	}
	terms, err := words.ReadTerms(path)
	if err != nil {
		return nil, &usageError{err}
	}
	list := make([]string, len(terms))
	for i, t := range terms {
		list[i] = t.Text
	}
	return list, nil
}

// joiner makes one token of each policy term and each of the user's words.
func joiner(own []string) (*words.Joiner, error) {
	return words.NewJoiner(append(lexicon.PolicyTerms(), own...))
}

// tagger loads the segmenter as the tokens table uses it.
func tagger(own []string) (func(string) []segment.Token, error) {
	e, err := newEngine("")
	if err != nil {
		return nil, err
	}
	seg, err := e.segmenter()
	if err != nil {
		return nil, err
	}
	join, err := joiner(own)
	if err != nil {
		return nil, err
	}
	return func(text string) []segment.Token { return join.Join(text, seg.Tag(text)) }, nil
}

// partsOf cuts a stored document by its headings. They are found anew, as when
// the document was read; a line that reads otherwise now goes with the one
// before it.
func partsOf(d *dataset.DocumentRow) []words.Part {
	doc, err := report.New(
		report.Raw{Source: d.Source, Format: d.Format, Text: d.Text, Title: d.Title, Lines: true},
		report.Options{Year: int(d.ReportYear), Kind: d.Kind},
	)
	if err != nil { // a text that was read once is one of a report
		return []words.Part{{End: int(d.Chars), Chapter: string(report.Other)}}
	}
	var parts []words.Part
	start, next := 0, 0
	chapter, section := string(report.Other), ""
	for line := range strings.SplitSeq(d.Text, "\n") {
		end := start + len([]rune(line))
		for i := next; i < min(next+3, len(doc.Paragraphs)); i++ {
			p := doc.Paragraphs[i]
			if doc.Quote(p.Start, p.End) == line {
				chapter, section, next = string(p.Chapter), sectionPath(doc, p.Section), i+1
				break
			}
		}
		parts = append(parts, words.Part{Start: start, End: end, Chapter: chapter, Section: section})
		start = end + 1
	}
	return parts
}

// sectionPath is the way to a section, as the facts name it.
func sectionPath(doc *report.Document, section int) string {
	var parts []string
	for i := section; i >= 0; i = doc.Sections[i].Parent {
		parts = append(parts, doc.Sections[i].Title)
	}
	slices.Reverse(parts)
	return strings.Join(parts, " / ")
}
