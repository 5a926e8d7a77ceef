package extract

import (
	"math/big"
	"slices"
	"strings"

	"zhibiao/extract/table"
	"zhibiao/message"
	"zhibiao/report"
)

// tables finds the facts of the document's tables. It returns the paragraphs that the
// rules of prose have nothing to say of: rows of figures, and what names them.
func (d *document) tables(res *Result, left *budget) (map[int]bool, error) {
	x, doc := d.x, d.doc
	taken := map[int]bool{}
	if len(doc.Tables) == 0 {
		return taken, nil
	}
	sentences := make(map[int]int, len(doc.Sentences)) // by paragraph, the first
	for i := len(doc.Sentences) - 1; i >= 0; i-- {
		sentences[doc.Sentences[i].Paragraph] = i
	}
	var before *table.Memory
	for i := range doc.Tables {
		if err := left.check(); err != nil {
			return nil, err
		}
		t := &doc.Tables[i]
		s, ok := sentences[t.First]
		if !ok {
			continue
		}
		_, w := chapterOf(doc, &doc.Sentences[s])
		c := table.Context{Year: w.Year, From: w.From, To: w.To, Plan: w.Plan, Own: d.names, Before: before}
		if i > 0 {
			c.Adjacent = t.First == doc.Tables[i-1].First+len(doc.Tables[i-1].Rows)
		}
		if doc.Meta.Kind == "communique" {
			c.Plan = false
		}
		r := x.table.Read(doc, t, c)
		before = r.Memory
		if r.Prose {
			continue
		}
		for k := range t.Rows {
			taken[t.First+k] = true
		}
		for _, p := range t.Title {
			taken[p] = true
		}
		if r.Why != "" {
			res.Warnings = append(res.Warnings, leftOut(doc, t, r.Why))
		}
		for _, k := range r.Odd {
			p := doc.Paragraphs[t.First+k]
			res.Warnings = append(res.Warnings, message.New("warn.cells", shortName(doc.Quote(p.Start, p.End)), t.First+k+1))
		}
		for k := range r.Figures {
			d.tabled(t, &r.Figures[k], sentences, res)
		}
	}
	if n := len(res.Warnings); n > mostWarnings {
		res.Warnings = append(res.Warnings[:mostWarnings], message.New("warn.tables", n-mostWarnings))
	}
	return taken, nil
}

// mostWarnings is how many tables are named that make no facts.
const mostWarnings = 10

// leftOut is the warning of a table that makes no fact.
func leftOut(doc *report.Document, t *report.Table, why string) message.Text {
	p := doc.Paragraphs[t.First]
	if len(t.Title) > 0 {
		p = doc.Paragraphs[t.Title[0]]
	}
	return message.New("warn.table", shortName(doc.Quote(p.Start, p.End)), t.First+1, message.New(why))
}

// shortName is how a warning names a line.
func shortName(line string) string {
	name := []rune(strings.ReplaceAll(line, "\t", " "))
	if len(name) > 30 {
		name = append(name[:30], '…')
	}
	return string(name)
}

// tabled turns a figure of a table into a fact.
func (d *document) tabled(t *report.Table, g *table.Figure, sentences map[int]int, res *Result) {
	doc := d.doc
	paragraph := t.First + g.Row
	p, period := doc.Paragraphs[paragraph], d.write(g.Period)
	f := Fact{
		Origin: "table", Start: g.Start, End: g.End, Quote: doc.Quote(g.Start, g.End), Context: g.Sentence,
		Bound: g.Bound, Modifier: g.Modifier, Measure: g.Measure, Base: g.Base,
		Subject: g.Subject, SubjectStart: g.LabelStart, SubjectEnd: g.LabelEnd, Qualifier: g.Qualifier,
		Period: period.name, PeriodStart: period.from, PeriodEnd: period.to, Status: g.Status,
		Section: d.section(p.Section), Chapter: string(p.Chapter), Paragraph: paragraph, Sentence: sentences[paragraph],
		Rules: slices.Clone(g.Rules),
	}
	switch {
	case g.Status == "target" && g.Period.Y2 >= doc.Meta.Year && p.Chapter != report.Outlook:
		f.Chapter = string(report.Plan)
	case p.Chapter == report.Other, p.Chapter == "":
		f.Chapter = string(report.Review)
	}
	f.Value, f.Low, f.High = float(g.Value), float(g.Low), float(g.High)
	if g.Unit != nil {
		f.Unit, f.UnitWritten, f.Dimension = g.Unit.Name, g.UnitWritten, g.Unit.Dim
		if g.Unit.SI != nil && g.Unit.SIUnit != "" {
			f.ValueSI, f.UnitSI = float(new(big.Rat).Mul(g.Value, g.Unit.SI)), g.Unit.SIUnit
		}
	}
	if e := d.x.indicators.find(f.Subject, d.names); e != nil {
		f.Indicator = e.ID
		f.Rules = append(f.Rules, "indicator."+e.ID)
	}
	f.Confidence = tableConfidence
	res.Facts = append(res.Facts, f)
	if d.x.brief {
		return
	}
	q := Quantity{Start: f.Start, End: f.End, Quote: f.Quote, Value: *f.Value, Low: f.Low, High: f.High, Unit: f.Unit, Bound: f.Bound, Dimension: f.Dimension, Kind: "number", Fact: true}
	res.Quantities = append(res.Quantities, q)
}

// float rounds an exact number once; nil stays nil.
func float(r *big.Rat) *float64 {
	if r == nil {
		return nil
	}
	v, _ := r.Float64()
	return &v
}
