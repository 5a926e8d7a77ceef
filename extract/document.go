package extract

import (
	"slices"
	"strings"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/measure"
	"zhibiao/extract/quantity"
	"zhibiao/extract/subject"
	"zhibiao/extract/word"
	"zhibiao/report"
)

// document is what the sentences of a report have in common. It is not changed
// while they are read, but for what one leaves to the next: room, periods that
// were written out, and where main goals begin.
type document struct {
	x        *Extractor
	doc      *report.Document
	national bool     // the report is the State Council's
	names    []string // of the report's own area
	nouns    *subject.Reader
	openings []int    // where the main goals of each paragraph begin, -1 where it has none, 0 until that is asked
	rows     []int    // how long the row number is that opens each paragraph, 0 where it has none
	dittos   []ditto  // remarks that hold for the rest of their paragraph
	paths    []string // the heading path of each section
	trace    *Trace   // nil where nobody asked
	room     *room
	written  map[lang.Span]writtenSpan
}

// room is where sentences and their parts stand while they are read. Those before
// are overwritten.
type room struct {
	places    [together]place
	sentences []*sentence // of the places that are taken
	work      work
}

// together is how many sentences are read side by side (docs/speed.md). Each step is taken for
// all of them before the next, while the processor has its code and its tables at hand.
const together = 128

// place is where a sentence stands with what is found in it.
type place struct {
	sentence   sentence
	quantities quantity.Room
	mentions   []lang.Mention
	tokens     clause.Room
}

// work is the sentence and the number that are read now.
type work struct {
	context context
	numbers []clause.Number // of the clause
	number  number
	bare    number // number without the verbs that pass for nouns
	choice  choice
	owning  owning
	look    measure.Look
	drafts  []draft
	taken   []*draft        // room for context.drafts
	history []clause.Phrase // and for memory.history
}

// draft is room for one more draft of the sentence. Those before it stay where they are.
func (w *work) draft() *draft {
	const several = 64
	n := len(w.drafts)
	if n == cap(w.drafts) {
		w.drafts, n = make([]draft, 0, max(2*n, several)), 0
	}
	w.drafts = w.drafts[:n+1]
	return &w.drafts[n]
}

// writtenSpan is a period as facts have it.
type writtenSpan struct{ name, from, to string }

// write writes a period out, once for all facts of the document.
func (d *document) write(s lang.Span) writtenSpan {
	w, ok := d.written[s]
	if !ok {
		w.name = s.String()
		w.from, w.to = s.Dates()
		d.written[s] = w
	}
	return w
}

func (x *Extractor) document(doc *report.Document) *document {
	d := &document{x: x, doc: doc, openings: make([]int, len(doc.Paragraphs)), dittos: dittosOf(doc), rows: rowNumbers(doc), written: map[lang.Span]writtenSpan{}}
	d.national = doc.Meta.RegionLevel == "national"
	d.paths = make([]string, len(doc.Sections))
	for i := range d.paths {
		d.paths[i] = sectionPath(doc, i)
	}
	if region := doc.Meta.Region; region != "" {
		d.names = []string{region}
		for _, kind := range x.words.List(word.AreaKind) {
			if short, ok := strings.CutSuffix(region, kind); ok && len([]rune(short)) > 1 {
				d.names = append(d.names, short)
			}
		}
	}
	d.nouns = &subject.Reader{
		Words: x.words, National: d.national, Area: d.names,
		Indicator: func(name string) bool { return x.indicators.find(name, nil) != nil },
		Exact:     func(name string) bool { return x.indicators.named(name) != nil },
	}
	return d
}

// section is the heading path of section i, "" outside all.
func (d *document) section(i int) string {
	if i < 0 || i >= len(d.paths) {
		return ""
	}
	return d.paths[i]
}

// sectionPath joins the titles of section i and of those that it lies in.
func sectionPath(doc *report.Document, i int) string {
	var parts []string
	for n := 0; i >= 0 && i < len(doc.Sections) && n < 8; n++ {
		parts = append(parts, doc.Sections[i].Title)
		i = doc.Sections[i].Parent
	}
	slices.Reverse(parts)
	return strings.Join(parts, " / ")
}
