package report

import (
	"sync"

	"zhibiao/han"
	"zhibiao/message"
)

// Document is one report, read and cleaned. Every offset in it counts Unicode
// code points of Text, half-open.
type Document struct {
	Source   string // path as given, "archive.zip!member" or "table.csv#row"
	Format   string // text, markdown, html, pdf, docx, doc, csv, jsonl, parquet, xlsx
	Encoding string // utf-8, gb18030, utf-16le, utf-16be, big5; empty for binary formats
	Bytes    int    // size of the input
	SHA256   string // of the clean text as UTF-8, hex
	Meta     Meta

	// Text is the clean text: bold marks, stray spaces, page furniture and
	// breaks inside sentences are gone; paragraphs are separated by one '\n',
	// the cells of a table's row by '\t'.
	// Characters are the report's own (traditional stay traditional, full
	// width stays full width).
	Text []rune
	utf8 string // Text, written out; empty where it was not
	// Norm is Text folded rune for rune (full-width letters, digits, ％ ．
	// to ASCII; traditional to simplified), so that len(Norm) == len(Text).
	// Rules read Norm, quotes come from Text.
	Norm []rune
	// Raw holds for each rune of Text its offset in the decoded source.
	Raw []int32

	Sections   []Section
	Paragraphs []Paragraph
	Sentences  []Sentence
	Tables     []Table // in the order of Text
	Warnings   []message.Text
}

// Meta is what is known of a report as a whole. Zero values mean unknown.
type Meta struct {
	Title, Meeting, Date, Speaker string // Date is YYYY-MM-DD
	Region                        string // official name, 全国 for the State Council
	RegionCode                    string // GB/T 2260, six digits
	RegionLevel                   string // national, province, prefecture, county, township
	Year                          int    // the year the report plans
	Kind                          string // work_report, communique, plan, budget, other
}

// Chapter tells what a stretch of a report speaks of.
type Chapter string

// The chapters of a work report.
const (
	Review  Chapter = "review"  // what was done
	Plan    Chapter = "plan"    // the goals and tasks of the report's year
	Outlook Chapter = "outlook" // the goals of several years
	Other   Chapter = "other"   // furniture, annexes, glossaries
)

// Section is one heading with what stands under it.
type Section struct {
	Level      int    // 1 for 一、, 2 for （一）, 3 for 1. or 一是; 0 for the document's head
	Title      string // without its number and closing mark
	Start, End int    // the heading's span
	Parent     int    // index in Document.Sections, -1 at the top
	Chapter    Chapter
	// From and To are the years that the section speaks of unless a sentence
	// says otherwise: 2022, 2022 in the review of a 2023 report, 2018, 2022 in
	// its review of five years, 2023, 2027 in its outlook; in a list behind the
	// report the year that its title names. Zero if unknown.
	From, To int
}

// Paragraph is a line of Text.
type Paragraph struct {
	Start, End int
	Section    int  // index in Document.Sections, -1 before the first
	Heading    bool // the paragraph is a heading and nothing more
	Row        bool // the paragraph is a row of one of Document.Tables
	Chapter    Chapter
	From, To   int // as in Section
}

// Sentence ends behind 。！？ (with the closing quotes and brackets after them)
// or with its paragraph, in a table with its row. ； ends no sentence: its clauses share their subjects.
type Sentence struct {
	Start, End int
	Paragraph  int // index in Document.Paragraphs
	No         int // ordinal in the document, from 0
	// Heading is the end of a heading that runs into this sentence
	// (（一）稳增长。 一是抓投资，), equal to Start where there is none.
	Heading int
}

// Free gives the room of a document to one to come, unless few documents need as much.
// Nothing of it is used any more.
func (d *Document) Free() {
	if len(d.Text) < 1<<20 {
		freed.Put(&Document{Text: d.Text[:0], Norm: d.Norm[:0], Raw: d.Raw[:0], Paragraphs: d.Paragraphs[:0], Sentences: d.Sentences[:0]})
	}
}

var freed sync.Pool // of *Document

// UTF8 is Text, written out.
func (d *Document) UTF8() string {
	if d.utf8 == "" {
		return string(d.Text)
	}
	return d.utf8
}

// WithText is d with another text of the same length.
func (d *Document) WithText(text []rune) *Document {
	twin := *d
	twin.Text, twin.utf8 = text, ""
	return &twin
}

// Quote returns Text[start:end] as a string.
func (d *Document) Quote(start, end int) string { return han.String(d.Text[start:end]) }
