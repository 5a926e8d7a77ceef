package extract

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"zhibiao/extract/clause"
	"zhibiao/extract/ignore"
	"zhibiao/extract/lang"
	"zhibiao/extract/num"
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
	tails      *tails
	indicators *indicators
	areas      *areas

	goalPatterns []goalPattern
}

// New compiles every table and pattern once.
func New(lex *lexicon.Lexicon, seg segment.Segmenter) (*Extractor, error) {
	non, err := ignore.NewNames(lex)
	if err != nil {
		return nil, fmt.Errorf("read the non-quantities: %w", err)
	}
	words, err := word.New(lex)
	if err != nil {
		return nil, fmt.Errorf("read the words: %w", err)
	}
	tails, err := newTails()
	if err != nil {
		return nil, err
	}
	goals, err := newGoalPatterns()
	if err != nil {
		return nil, err
	}
	x := &Extractor{
		words:      words,
		cutter:     &clause.Cutter{Words: words, Seg: seg},
		scan:       quantity.NewScanner(lex),
		periods:    period.NewFinder(lex),
		non:        non,
		tails:      tails,
		indicators: newIndicators(lex, words),

		goalPatterns: goals,
	}
	x.areas = newAreas(lex, x.indicators)
	x.table = table.New(x.scan.Units, func(name string) bool { return x.indicators.byName[name] != nil })
	return x, nil
}

// Extract finds the facts of doc, in the order of the text. The error is a
// pattern's time running out, with the place.
func (x *Extractor) Extract(doc *report.Document) (*Result, error) {
	res := &Result{}
	st := newState(doc)
	st.x = x
	left := newBudget(doc, baseTime)
	taken := x.tables(doc, st, res)
	for i := range doc.Sentences {
		if err := left.check(); err != nil {
			return nil, err
		}
		if taken[doc.Sentences[i].Paragraph] {
			continue
		}
		if err := x.sentence(doc, i, st, res); err != nil {
			s := doc.Sentences[i]
			return nil, fmt.Errorf("extract %s at %d: %w", doc.Source, s.Start, err)
		}
	}
	if len(taken) > 0 {
		slices.SortStableFunc(res.Facts, func(a, b Fact) int { return a.Start - b.Start })
		slices.SortStableFunc(res.Quantities, func(a, b Quantity) int { return a.Start - b.Start })
	}
	x.complete(doc, res.Facts)
	return res, nil
}

// complete adds to facts what does not depend on how they were found.
func (x *Extractor) complete(doc *report.Document, facts []Fact) {
	for i := range facts {
		f := &facts[i]
		f.Origin = cmp.Or(f.Origin, "text")
		f.IndicatorName = x.indicators.names[f.Indicator]
	}
	x.areas.setScopes(doc, facts)
}

// state is what a sentence knows of those before it.
type state struct {
	x        *Extractor
	doc      *report.Document
	national bool            // the report is the State Council's
	own      map[string]bool // names of the report's own area

	last      []clause.Phrase // subjects of the last quantity
	history   []clause.Phrase // subjects of this sentence, in order
	topic     clause.Phrase   // what the sentence began with
	clause    clause.Phrase   // what the last clause without a quantity spoke of
	paragraph int
	path      string // the heading path of section pathOf
	pathOf    int
}

func newState(doc *report.Document) *state {
	st := &state{doc: doc, own: map[string]bool{}, paragraph: -1}
	st.national = doc.Meta.RegionLevel == "national"
	if r := doc.Meta.Region; r != "" {
		st.own[r] = true
		short := []rune(r)
		for _, suf := range []string{"特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "自治州", "自治县", "省", "市", "区", "县", "州", "盟", "旗", "新区"} {
			if strings.HasSuffix(r, suf) && len(short) > len([]rune(suf))+1 {
				st.own[strings.TrimSuffix(r, suf)] = true
			}
		}
	}
	return st
}

// chapterOf is the chapter of a sentence with what periods are relative to.
func chapterOf(doc *report.Document, s *report.Sentence) (report.Paragraph, lang.When) {
	p := report.Paragraph{Chapter: report.Review, Section: -1}
	if s.Paragraph >= 0 && s.Paragraph < len(doc.Paragraphs) {
		p = doc.Paragraphs[s.Paragraph]
	}
	w := lang.When{Year: doc.Meta.Year, From: p.From, To: p.To, Plan: p.Chapter == report.Plan || p.Chapter == report.Outlook}
	if p.Chapter == report.Other && w.Year > 0 {
		// An annex speaks of the year that its heading names; else its title
		// tells whether it lists what is to be done.
		switch {
		case p.From > 0:
			w.Plan = p.From >= w.Year
		case annexPlans(doc, p.Section):
			w.Plan, w.From, w.To = true, w.Year, w.Year
		}
	}
	if w.To == 0 && w.Year > 0 {
		y := w.Year - 1
		if w.Plan {
			y = w.Year
		}
		w.From, w.To = y, y
	}
	return p, w
}

// addPeriods lists the periods named in a sentence.
func (res *Result) addPeriods(doc *report.Document, ms []lang.Mention) {
	for i := range ms {
		if m := &ms[i]; m.Span.OK() {
			a, b := m.Span.Dates()
			res.Periods = append(res.Periods, PeriodMention{m.Start, m.End, doc.Quote(m.Start, m.End), m.Span.String(), a, b})
		}
	}
}

// annexPlans tells whether an annex lists what is to be done: 2014年重大项目计划.
func annexPlans(doc *report.Document, section int) bool {
	for n := 0; section >= 0 && section < len(doc.Sections) && n < 8; n++ {
		s := doc.Sections[section]
		for _, w := range [...]string{"计划", "民生实事", "任务", "目标"} {
			if strings.Contains(s.Title, w) && !strings.Contains(s.Title, "完成情况") && !strings.Contains(s.Title, "名词") {
				return true
			}
		}
		section = s.Parent
	}
	return false
}

func (x *Extractor) sentence(doc *report.Document, si int, st *state, res *Result) error {
	s := &doc.Sentences[si]
	t := doc.Norm
	from, to := s.Start, s.End
	if s.Heading > from && s.Heading <= to {
		// A heading that runs into the sentence is scanned too: its own numeral
		// is left out by the ordinal rules.
		from = s.Heading
		for from < to && (t[from] == ' ' || t[from] == '　') {
			from++
		}
	}
	from += listMark(t[from:to], doc.Raw[min(from, len(doc.Raw)):])
	p, w := chapterOf(doc, s)
	if p.Heading && w.Year > 0 {
		st.begin(s.Paragraph)
		return nil
	}
	st.begin(s.Paragraph)
	if p.Chapter == "" && !hasNumeral(t[from:to]) {
		res.addPeriods(doc, x.periods.Find(t, from, to, w))
	}
	if !hasNumeral(t[from:to]) {
		return x.goals(doc, si, p, w, st, res, nil)
	}
	ms := x.periods.Find(t, from, to, w)
	mi := 0
	qs := x.scan.Scan(t, from, to, func(i int) int {
		for mi < len(ms) && ms[mi].End <= i {
			mi++
		}
		if mi < len(ms) && ms[mi].Start <= i {
			return ms[mi].End
		}
		return 0
	})
	if err := x.non.Mark(t, from, to, qs); err != nil {
		return err
	}
	res.addPeriods(doc, ms)
	first := len(res.Quantities)
	live := 0
	for i := range qs {
		res.Quantities = append(res.Quantities, public(&qs[i], doc))
		if qs[i].Why == "" {
			live++
		}
	}
	if live == 0 {
		return x.goals(doc, si, p, w, st, res, ms)
	}
	items := x.cutter.Cut(t, from, to, qs, ms)
	c := &context{x: x, doc: doc, st: st, t: t, qs: qs, ms: ms, w: w, par: p, sentence: si, from: from, to: to, items: items}
	if err := c.run(); err != nil {
		return err
	}
	for i := range qs {
		if qs[i].Why != "" {
			res.Quantities[first+i].Why = qs[i].Why
		}
	}
	for i := range c.drafts {
		d := &c.drafts[i]
		for k := range c.qs {
			if d.q == &c.qs[k] {
				res.Quantities[first+k].Fact = true
			}
		}
		res.Facts = append(res.Facts, c.facts(d)...)
	}
	return x.goals(doc, si, p, w, st, res, ms)
}

// listMark is the length of a list's mark at the start of a sentence: 10. ③
// [22] 九是. raw tells 8. 3条 from 8.3条: the space between is gone.
func listMark(t []rune, raw []int32) int {
	if len(t) < 3 {
		return 0
	}
	if t[0] >= '①' && t[0] <= '⑳' {
		return 1
	}
	i := 0
	if t[0] == '[' || t[0] == '〔' || t[0] == '【' {
		i++
	}
	d := i
	for i < len(t) && i-d < 3 && lang.IsDigit(t[i]) {
		i++
	}
	if i > d && d > 0 && i < len(t) && (t[i] == ']' || t[i] == '〕' || t[i] == '】') {
		return i + 1
	}
	if i > 0 && d == 0 && i+1 < len(t) && (t[i] == '.' || t[i] == '、' || t[i] == '．') {
		if !lang.IsDigit(t[i+1]) || i+1 < len(raw) && raw[i+1]-raw[i] > 1 {
			return i + 1
		}
		return 0
	}
	for i = 0; i < len(t) && i < 3 && (lang.DigitOf(t[i]) > 0 || t[i] == '十'); i++ {
	}
	if i > 0 && i < len(t) && (t[i] == '是' || t[i] == '要') {
		return i + 1
	}
	return 0
}

func hasNumeral(t []rune) bool {
	for i, r := range t {
		if num.Starts(r) || r == '第' || r == '翻' || r == '倍' || r == '首' && i+1 < len(t) && t[i+1] == '位' || r == '半' {
			return true
		}
	}
	return false
}

// begin forgets what the sentence before left; a new paragraph forgets all.
func (st *state) begin(paragraph int) {
	st.paragraph = paragraph
	st.last, st.history, st.topic, st.clause = nil, nil, clause.Phrase{}, clause.Phrase{}
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
