package extract

import (
	"slices"
	"strconv"
	"strings"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/num"
	"zhibiao/han"
	"zhibiao/report"
)

// sentence is a sentence with what stands in it: quantities, periods, tokens.
// It is not changed while its clauses are read.
type sentence struct {
	*document
	place    *place
	index    int // in Document.Sentences
	par      report.Paragraph
	w        lang.When
	t        []rune // the document's Norm
	from, to int
	qs       []lang.Quantity
	ms       []lang.Mention
	items    []clause.Token
	earlier  []Fact         // of the sentences before it
	foretold bool           // its words may say of a figure that it is not final
	trace    *SentenceTrace // nil where nobody asked
}

// sentence is sentence i before anything is found in it: where it stands, and
// what its periods are relative to.
func (d *document) sentence(i int, p *place) *sentence {
	at := &d.doc.Sentences[i]
	s := &p.sentence
	*s = sentence{document: d, place: p, index: i, t: d.doc.Norm, from: at.Start, to: at.End}
	s.par, s.w = chapterOf(d.doc, at)
	if at.Heading > s.from && at.Heading <= s.to {
		// A heading that runs into the sentence is scanned too: its own numeral
		// is left out by the ordinal rules.
		s.from = at.Heading
		for s.from < s.to && lang.AnyAt(s.t, s.from, " 　") {
			s.from++
		}
	}
	s.from += listMark(s.t[s.from:s.to], d.doc.Raw[min(s.from, len(d.doc.Raw)):])
	if i := at.Paragraph; i >= 0 && i < len(d.rows) && s.from == d.doc.Paragraphs[i].Start {
		s.from += d.rows[i]
	}
	return s
}

// scan finds the periods and the quantities of the sentence, and marks the
// quantities that measure nothing. Where no numeral stands there are only periods to list.
func (s *sentence) scan() error {
	numeral := hasNumeral(s.t[s.from:s.to])
	if !numeral && (s.par.Chapter != "" || s.x.brief) {
		return nil
	}
	s.ms = s.x.periods.Find(s.place.mentions, s.t, s.from, s.to, s.w)
	s.place.mentions = s.ms
	if !numeral {
		return nil
	}
	mi := 0
	s.qs = s.x.scan.Scan(&s.place.quantities, s.t, s.from, s.to, func(i int) int {
		for mi < len(s.ms) && s.ms[mi].End <= i {
			mi++
		}
		if mi < len(s.ms) && s.ms[mi].Start <= i {
			return s.ms[mi].End
		}
		return 0
	})
	if s.w.Plan {
		s.qs = withoutLevelGoals(s.qs)
	}
	return s.x.non.Mark(s.t, s.from, s.to, s.qs)
}

// withoutLevelGoals leaves 与上年持平 to the goals without numbers.
func withoutLevelGoals(qs []lang.Quantity) []lang.Quantity {
	return slices.DeleteFunc(qs, func(q lang.Quantity) bool { return q.Growth && q.Val.Sign() == 0 && q.End-q.Start == 2 })
}

// cut cuts a sentence with quantities that may make facts into words.
func (s *sentence) cut() {
	if !slices.ContainsFunc(s.qs, func(q lang.Quantity) bool { return q.Why == "" }) {
		return
	}
	room := &s.place.tokens
	if s.document.trace != nil {
		room = nil // it keeps them
	}
	s.items = s.x.cutter.Cut(room, s.t, s.from, s.to, s.qs, s.ms)
}

// find adds to res what the sentence says.
func (s *sentence) find(res *Result) error {
	var last []clause.Phrase
	if len(s.items) == 0 {
		res.list(s, nil)
	} else {
		var err error
		if last, err = s.facts(res); err != nil {
			return err
		}
	}
	return s.goals(res, last)
}

// facts adds the quantities and the facts of a sentence that was cut to res. It returns
// the subjects of the last.
func (s *sentence) facts(res *Result) (last []clause.Phrase, err error) {
	s.earlier = res.Facts
	if s.document.trace != nil {
		s.trace = &SentenceTrace{Sentence: s.index}
		defer func() {
			for i := 0; i < len(s.items); i++ { // also what no number has asked for
				(&context{sentence: s}).words(s.items[i : i+1])
			}
			s.trace.Tokens = s.items
			s.document.trace.Sentences = append(s.document.trace.Sentences, *s.trace)
		}()
	}
	w := &s.room.work
	w.drafts = w.drafts[:0]
	c := &w.context
	*c = context{sentence: s, drafts: w.taken[:0], memory: memory{history: w.history[:0]}}
	if err := c.read(); err != nil {
		return nil, err
	}
	w.taken, w.history = c.drafts, c.history
	res.list(s, c)
	s.foretold = len(c.drafts) > 0 && c.forecast(s.t[s.doc.Sentences[s.index].Start:s.to])
	res.Facts = slices.Grow(res.Facts, len(c.drafts))
	for _, d := range c.drafts {
		res.Facts = c.facts(res.Facts, d)
	}
	return c.last, nil
}

// read reads the sentence clause by clause: what the quantities of each measure.
// Each takes the memory of those before it and leaves its own.
func (c *context) read() error {
	start := 0
	items := c.items
	for i := 0; i <= len(items); i++ {
		if i < len(items) && items[i].Kind != clause.Stop {
			continue
		}
		if i > start {
			if err := c.clause(items[start:i]); err != nil {
				return err
			}
		}
		start = i + 1
	}
	return nil
}

// chapterOf is the chapter of a sentence with what periods are relative to.
func chapterOf(doc *report.Document, s *report.Sentence) (report.Paragraph, lang.When) {
	p := report.Paragraph{Chapter: report.Review, Section: -1}
	if s.Paragraph >= 0 && s.Paragraph < len(doc.Paragraphs) {
		p = doc.Paragraphs[s.Paragraph]
	}
	w := lang.When{Year: doc.Meta.Year, Month: monthOf(doc.Meta.Date), From: p.From, To: p.To, Plan: p.Chapter == report.Plan || p.Chapter == report.Outlook, Review: p.Chapter == report.Review && p.From > 0}
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

// monthOf is the month of a date YYYY-MM-DD, 0 where there is none.
func monthOf(date string) int {
	if len(date) < 7 {
		return 0
	}
	m, _ := strconv.Atoi(date[5:7])
	return m
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

// listMark is the length of a list's mark at the start of a sentence: 10. ③
// [22] 九是. raw tells 8. 3条 from 8.3条: the space between is gone.
func listMark(t []rune, raw []int32) int {
	switch {
	case len(t) < 3:
		return 0
	case t[0] >= '①' && t[0] <= '⑳':
		return 1
	case lang.AnyAt(t, 0, "[〔【"):
		if n := digitsAt(t, 1); n > 0 && lang.AnyAt(t, 1+n, "]〕】") {
			return n + 2
		}
	case lang.IsDigit(t[0]):
		n := digitsAt(t, 0)
		if n+1 < len(t) && lang.AnyAt(t, n, ".、．") && (!lang.IsDigit(t[n+1]) || apart(raw, n)) {
			return n + 1
		}
	default:
		return ordinalMark(t)
	}
	return 0
}

// digitsAt is how many digits stand at t[i], three at most.
func digitsAt(t []rune, i int) int {
	n := 0
	for n < 3 && lang.IsDigit(lang.At(t, i+n)) {
		n++
	}
	return n
}

// apart tells whether something stood in the source between characters i and i+1.
func apart(raw []int32, i int) bool { return i+1 < len(raw) && raw[i+1]-raw[i] > 1 }

// ordinalMark is the length of 九是, 第一是, 二要 at the start of a sentence.
func ordinalMark(t []rune) int {
	first := lang.PrefixLen(t, 0, "第")
	i := first
	for i < 3 && (lang.DigitOf(lang.At(t, i)) > 0 || lang.At(t, i) == '十') {
		i++
	}
	if i > first && lang.AnyAt(t, i, "是要") {
		return i + 1
	}
	return 0
}

// numeralStarts are the characters of numerals, and those that a quantity without one
// begins with.
var numeralStarts = han.NewTable(num.First + "第翻倍半首榜持")

// hasNumeral tells whether a quantity may stand in t.
func hasNumeral(t []rune) bool {
	for i, r := range t {
		if numeralStarts.Has(r) && (!lang.AnyAt(t, i, "首榜持") || lang.PrefixLen(t, i, "首位", "榜首", "持平") > 0) {
			return true
		}
	}
	return false
}
