package extract

import (
	"fmt"
	"strings"

	"zhibiao/lexicon"
	"zhibiao/report"
	"zhibiao/segment"
)

// Extractor finds facts. It is immutable and safe for concurrent use.
type Extractor struct {
	seg        segment.Segmenter
	scan       *scanner
	periods    *periodFinder
	non        *nonQuantities
	tails      *tails
	indicators *indicators

	goalPatterns []goalPattern
}

// New compiles every table and pattern once.
func New(lex *lexicon.Lexicon, seg segment.Segmenter) (*Extractor, error) {
	non, err := newNonQuantities(lex)
	if err != nil {
		return nil, fmt.Errorf("read the non-quantities: %w", err)
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
		seg:        seg,
		scan:       &scanner{units: newUnits(lex)},
		periods:    newPeriodFinder(lex),
		non:        non,
		tails:      tails,
		indicators: newIndicators(lex),

		goalPatterns: goals,
	}
	for _, m := range lex.Modifiers {
		switch m.Side {
		case "before":
			x.scan.before.add(reversed([]rune(m.Text)), m.Bound)
		case "after":
			x.scan.after.add([]rune(m.Text), m.Bound)
		}
	}
	for _, w := range [...]string{"约有", "大约有", "约占", "约达", "近达"} {
		x.scan.before.add(reversed([]rune(w)), "approx")
	}
	return x, nil
}

// Extract finds the facts of doc, in the order of the text. The error is a
// pattern's time running out, with the place.
func (x *Extractor) Extract(doc *report.Document) (*Result, error) {
	res := &Result{}
	st := newState(doc)
	st.x = x
	for i := range doc.Sentences {
		if err := x.sentence(doc, i, st, res); err != nil {
			s := doc.Sentences[i]
			return nil, fmt.Errorf("extract %s at %d: %w", doc.Source, s.Start, err)
		}
	}
	return res, nil
}

// state is what a sentence knows of those before it.
type state struct {
	x        *Extractor
	doc      *report.Document
	national bool            // the report is the State Council's
	own      map[string]bool // names of the report's own area

	last      []phrase // subjects of the last quantity
	history   []phrase // subjects of this sentence, in order
	topic     phrase   // what the sentence began with
	clause    phrase   // what the last clause without a quantity spoke of
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
func chapterOf(doc *report.Document, s *report.Sentence) (report.Paragraph, when) {
	p := report.Paragraph{Chapter: report.Review, Section: -1}
	if s.Paragraph >= 0 && s.Paragraph < len(doc.Paragraphs) {
		p = doc.Paragraphs[s.Paragraph]
	}
	w := when{year: doc.Meta.Year, from: p.From, to: p.To, plan: p.Chapter == report.Plan || p.Chapter == report.Outlook}
	if p.Chapter == report.Other && w.year > 0 {
		// An annex speaks of the year that its heading names; else its title
		// tells whether it lists what is to be done.
		switch {
		case p.From > 0:
			w.plan = p.From >= w.year
		case annexPlans(doc, p.Section):
			w.plan, w.from, w.to = true, w.year, w.year
		}
	}
	if w.to == 0 && w.year > 0 {
		y := w.year - 1
		if w.plan {
			y = w.year
		}
		w.from, w.to = y, y
	}
	return p, w
}

// addPeriods lists the periods named in a sentence.
func (res *Result) addPeriods(doc *report.Document, ms []mention) {
	for i := range ms {
		if m := &ms[i]; m.span.ok() {
			a, b := m.span.dates()
			res.Periods = append(res.Periods, PeriodMention{m.start, m.end, doc.Quote(m.start, m.end), m.span.String(), a, b})
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
	if p.Heading && w.year > 0 {
		st.begin(s.Paragraph)
		return nil
	}
	st.begin(s.Paragraph)
	if p.Chapter == "" && !hasNumeral(t[from:to]) {
		res.addPeriods(doc, x.periods.find(t, from, to, w))
	}
	if !hasNumeral(t[from:to]) {
		return x.goals(doc, si, p, w, st, res, nil)
	}
	ms := x.periods.find(t, from, to, w)
	mi := 0
	qs := x.scan.scan(t, from, to, func(i int) int {
		for mi < len(ms) && ms[mi].end <= i {
			mi++
		}
		if mi < len(ms) && ms[mi].start <= i {
			return ms[mi].end
		}
		return 0
	})
	if err := x.exclude(t, from, to, qs); err != nil {
		return err
	}
	res.addPeriods(doc, ms)
	first := len(res.Quantities)
	live := 0
	for i := range qs {
		res.Quantities = append(res.Quantities, qs[i].public(doc))
		if qs[i].why == "" {
			live++
		}
	}
	if live == 0 {
		return x.goals(doc, si, p, w, st, res, ms)
	}
	items := layOut(t, from, to, qs, ms, x.seg)
	c := &context{x: x, doc: doc, st: st, t: t, qs: qs, ms: ms, w: w, par: p, sentence: si, from: from, to: to, items: items}
	if err := c.run(); err != nil {
		return err
	}
	for i := range qs {
		if qs[i].why != "" {
			res.Quantities[first+i].Why = qs[i].why
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
	for i < len(t) && i-d < 3 && isDigit(t[i]) {
		i++
	}
	if i > d && d > 0 && i < len(t) && (t[i] == ']' || t[i] == '〕' || t[i] == '】') {
		return i + 1
	}
	if i > 0 && d == 0 && i+1 < len(t) && (t[i] == '.' || t[i] == '、' || t[i] == '．') {
		if !isDigit(t[i+1]) || i+1 < len(raw) && raw[i+1]-raw[i] > 1 {
			return i + 1
		}
		return 0
	}
	for i = 0; i < len(t) && i < 3 && (digitOf(t[i]) > 0 || t[i] == '十'); i++ {
	}
	if i > 0 && i < len(t) && (t[i] == '是' || t[i] == '要') {
		return i + 1
	}
	return 0
}

func hasNumeral(t []rune) bool {
	for i, r := range t {
		if numeralStart(r) || r == '第' || r == '翻' || r == '倍' || r == '首' && i+1 < len(t) && t[i+1] == '位' || r == '半' {
			return true
		}
	}
	return false
}

// begin forgets what the sentence before left; a new paragraph forgets all.
func (st *state) begin(paragraph int) {
	st.paragraph = paragraph
	st.last, st.history, st.topic, st.clause = nil, nil, phrase{}, phrase{}
}

// public is q as explain lists it.
func (q *quantity) public(doc *report.Document) Quantity {
	out := Quantity{Start: q.start, End: q.end, Quote: doc.Quote(q.start, q.end), Unit: q.unitName, Bound: q.bound, Kind: q.kind, Why: q.why}
	if q.val != nil {
		out.Value, _ = q.val.Float64()
	}
	if q.isRange && q.low != nil {
		lo, _ := q.low.Float64()
		hi, _ := q.high.Float64()
		out.Low, out.High = &lo, &hi
	}
	out.Dimension = q.dimension()
	return out
}

func (q *quantity) dimension() string {
	switch {
	case q.rank:
		return "rank"
	case q.fraction, q.unitName == "%", q.unitName == "‰", q.growth:
		return "ratio"
	case q.part > 0:
		return "ratio"
	case q.unit != nil:
		return q.unit.dim
	case q.kind == "number" && q.why == "":
		return "count"
	}
	return ""
}
