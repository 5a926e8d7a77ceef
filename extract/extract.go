package extract

import (
	"cmp"
	"fmt"
	"slices"
	"sync"

	"zhibiao/extract/clause"
	"zhibiao/extract/confidence"
	"zhibiao/extract/goal"
	"zhibiao/extract/ignore"
	"zhibiao/extract/lang"
	"zhibiao/extract/measure"
	"zhibiao/extract/period"
	"zhibiao/extract/quantity"
	"zhibiao/extract/table"
	"zhibiao/extract/word"
	"zhibiao/lexicon"
	"zhibiao/report"
	"zhibiao/segment"
)

// Extractor finds facts. It is immutable and safe for concurrent use.
type Extractor struct {
	words      *word.Table
	cutter     *clause.Cutter
	scan       *quantity.Scanner
	table      *table.Reader
	periods    *period.Finder
	non        *ignore.Names
	measures   *measure.Reader
	qualifiers *qualifiers
	indicators *indicators
	several    several
	areas      *areas
	goals      goal.Patterns
	model      *confidence.Model
	rooms      *sync.Pool                    // of *room
	brief      bool                          // quantities and periods are not listed
	observe    func(*Fact, *confidence.Case) // may be nil
}

// New compiles every table and pattern once.
func New(lex *lexicon.Lexicon, seg segment.Segmenter) (*Extractor, error) {
	words, err := word.New(lex)
	if err != nil {
		return nil, fmt.Errorf("read the words: %w", err)
	}
	non, err := ignore.NewNames(lex, words)
	if err != nil {
		return nil, fmt.Errorf("read the non-quantities: %w", err)
	}
	measures, err := measure.NewReader(words)
	if err != nil {
		return nil, err
	}
	qualifiers, err := newQualifiers(words)
	if err != nil {
		return nil, err
	}
	goals, err := goal.New()
	if err != nil {
		return nil, err
	}
	model, err := confidence.Load()
	if err != nil {
		return nil, err
	}
	x := &Extractor{
		model:      model,
		words:      words,
		cutter:     &clause.Cutter{Words: words, Seg: seg},
		scan:       quantity.NewScanner(lex, words),
		periods:    period.NewFinder(lex, words),
		non:        non,
		measures:   measures,
		qualifiers: qualifiers,
		indicators: newIndicators(lex, words),
		several:    newSeveral(lex),
		goals:      goals,
		rooms:      &sync.Pool{New: func() any { return &room{} }},
	}
	x.areas = newAreas(lex, x.indicators)
	x.table = table.New(x.scan.Units, func(name string) bool { return x.indicators.named(name) != nil })
	return x, nil
}

// Brief is x, but that its results list no quantities and periods, which facts
// do without.
func (x *Extractor) Brief() *Extractor {
	b := *x
	b.brief = true
	return &b
}

// Extract finds the facts of doc, in the order of the text. The error is a
// pattern's time running out, with the place.
func (x *Extractor) Extract(doc *report.Document) (*Result, error) { return x.extract(doc, nil) }

// usualFacts is more than a sentence makes. Where no room is left for so many,
// what was read so far foretells how many more there will be.
const usualFacts = 16

// numerals is how many numerals in digits a text holds: about as many as facts.
func numerals(t []rune) int {
	n := 0
	for i := 1; i < len(t); i++ {
		if lang.IsDigit(t[i]) && !lang.IsDigit(t[i-1]) && t[i-1] != '.' {
			n++
		}
	}
	return n
}

// extract finds the facts of doc, and notes in trace how, where it is not nil.
func (x *Extractor) extract(doc *report.Document, trace *Trace) (*Result, error) {
	res, _ := freed.Get().(*Result)
	if n := numerals(doc.Norm) + usualFacts; res == nil || cap(res.Facts) < n {
		res = &Result{Facts: make([]Fact, 0, n)}
	}
	d := x.document(doc)
	d.trace = trace
	d.room = x.rooms.Get().(*room)
	defer func() {
		d.room.work = work{} // it holds on to the document
		for i := range min(together, len(doc.Sentences)) {
			d.room.places[i].sentence = sentence{}
		}
		x.rooms.Put(d.room)
	}()
	left := newBudget(doc, baseTime)
	taken, err := d.tables(res, &left)
	if err != nil {
		return nil, err
	}
	for from := 0; from < len(doc.Sentences); from += together {
		if err := d.read(from, min(from+together, len(doc.Sentences)), taken, &left, res); err != nil {
			return nil, err
		}
	}
	if len(taken) > 0 {
		slices.SortStableFunc(res.Facts, func(a, b Fact) int { return a.Start - b.Start })
		slices.SortStableFunc(res.Quantities, func(a, b Quantity) int { return a.Start - b.Start })
	}
	x.complete(doc, res.Facts)
	return res, nil
}

// read adds to res what the sentences from from to to, half-open, say, but for those of paragraphs
// that are taken.
func (d *document) read(from, to int, taken map[int]bool, left *budget, res *Result) error {
	all := d.room.sentences[:0]
	for i := from; i < to; i++ {
		if taken[d.doc.Sentences[i].Paragraph] {
			continue
		}
		if s := d.sentence(i, &d.room.places[len(all)]); !s.par.Heading || s.w.Year == 0 {
			all = append(all, s)
		}
	}
	d.room.sentences = all
	failed := func(s *sentence, err error) error {
		return fmt.Errorf("extract %s at %d: %w", d.doc.Source, d.doc.Sentences[s.index].Start, err)
	}
	for _, s := range all {
		if err := left.check(); err != nil {
			return err
		}
		if err := s.scan(); err != nil {
			return failed(s, err)
		}
	}
	for _, s := range all {
		if err := left.check(); err != nil {
			return err
		}
		s.cut()
	}
	for _, s := range all {
		if err := left.check(); err != nil {
			return err
		}
		if n, at := len(res.Facts), s.from; n > 0 && n >= cap(res.Facts)-usualFacts {
			res.Facts = slices.Grow(res.Facts, n*(len(d.doc.Norm)-at)/(at+1)+usualFacts)
		}
		if err := s.find(res); err != nil {
			return failed(s, err)
		}
	}
	return nil
}

// Free gives the room of a result to a document to come, unless few documents need as much.
// Nothing of it is used any more.
func (res *Result) Free() {
	if cap(res.Facts) > ManyFacts {
		return
	}
	*res = Result{Facts: res.Facts[:0]}
	freed.Put(res)
}

// ManyFacts are more than nearly all documents have.
const ManyFacts = 5000

var freed sync.Pool // of *Result

// complete adds to facts what does not depend on how they were found.
func (x *Extractor) complete(doc *report.Document, facts []Fact) {
	for i := range facts {
		f := &facts[i]
		f.Origin = cmp.Or(f.Origin, "text")
		f.IndicatorName = x.indicators.names[f.Indicator]
	}
	x.areas.setScopes(doc, facts)
}

// list lists the periods and the quantities of a sentence. Of those that a
// reading took a fact was made or it was found that they measure nothing; c is
// nil where there was none.
func (res *Result) list(s *sentence, c *context) {
	if s.x.brief {
		return
	}
	for i := range s.ms {
		if m := &s.ms[i]; m.Span.OK() {
			w := s.write(m.Span)
			res.Periods = append(res.Periods, PeriodMention{m.Start, m.End, s.doc.Quote(m.Start, m.End), w.name, w.from, w.to})
		}
	}
	first := len(res.Quantities)
	at := make(map[*lang.Quantity]int, len(s.qs))
	for i := range s.qs {
		at[&s.qs[i]] = first + i
		res.Quantities = append(res.Quantities, public(&s.qs[i], s.doc))
	}
	if c == nil {
		return
	}
	for _, q := range c.nothing {
		res.Quantities[at[q]].Why = "nothing that it measures"
	}
	for _, d := range c.drafts {
		res.Quantities[at[d.q]].Fact = true
	}
}

// public is q as explain lists it.
func public(q *lang.Quantity, doc *report.Document) Quantity {
	out := Quantity{Start: q.Start, End: q.End, Quote: doc.Quote(q.Start, q.End), Unit: q.UnitName, Bound: q.Bound, Kind: q.Kind, Why: q.Why}
	if q.Val != nil {
		out.Value, _ = q.Val.Float64()
	}
	if q.IsRange && q.Low != nil {
		lo, _ := q.Low.Float64()
		hi, _ := q.High.Float64()
		out.Low, out.High = &lo, &hi
	}
	out.Dimension = q.Dimension()
	return out
}
