package extract

import (
	"math"
	"strings"
	"time"

	"zhibiao/report"
)

// Violations says what of a result breaks what every result must hold. It is
// exported to the tests outside the package.
func Violations(doc *report.Document, res *Result) (out []string) {
	say := func(what, quote string) { out = append(out, what+": "+quote) }
	finite := func(what, quote string, values ...*float64) {
		for _, v := range values {
			if v != nil && (math.IsNaN(*v) || math.IsInf(*v, 0)) {
				say(what+" is not finite", quote)
			}
		}
	}
	inside := func(start, end int) bool { return start >= 0 && start <= end && end <= len(doc.Text) }
	last := 0
	for i := range res.Facts {
		f := &res.Facts[i]
		if !inside(f.Start, f.End) || f.Start == f.End || doc.Quote(f.Start, f.End) != f.Quote {
			say("the fact's place is not its quote", f.Quote)
			continue
		}
		if f.Start < last {
			say("the facts are out of order", f.Quote)
		}
		last = f.Start
		finite("the fact's value", f.Quote, f.Value, f.Low, f.High, f.ValueSI)
		if (f.Low == nil) != (f.High == nil) || f.Low != nil && *f.Low > *f.High {
			say("the range has no two ends in order", f.Quote)
		}
		if f.Low != nil && f.Value != nil && (*f.Value < *f.Low || *f.Value > *f.High) {
			say("the value is outside its range", f.Quote)
		}
		if !inside(f.SubjectStart, f.SubjectEnd) || f.SubjectEnd > f.SubjectStart && squeeze(doc.Quote(f.SubjectStart, f.SubjectEnd)) != f.Subject {
			say("the subject's place is not its words", f.Quote+" "+f.Subject)
		}
		if f.Sentence < 0 || f.Sentence >= len(doc.Sentences) || f.Start < doc.Sentences[f.Sentence].Start || f.End > doc.Sentences[f.Sentence].End {
			say("the fact is not in its sentence", f.Quote)
		}
		if f.Confidence < 0 || f.Confidence > 1 {
			say("the confidence is no share", f.Quote)
		}
		oneOf(say, f.Quote, "bound", f.Bound, "eq", "approx", "ge", "le", "range")
		oneOf(say, f.Quote, "measure", f.Measure, "level", "growth", "change", "multiple", "rank")
		oneOf(say, f.Quote, "status", f.Status, "actual", "estimate", "target")
		oneOf(say, f.Quote, "base", f.Base, "", "yoy", "mom", "annual_avg", "other")
		if compared := f.Measure == "growth" || f.Measure == "change"; !compared && f.Base != "" {
			say("a base without a comparison", f.Quote)
		}
		dates(say, f.Quote, f.PeriodStart, f.PeriodEnd)
	}
	last = 0
	for i := range res.Quantities {
		q := &res.Quantities[i]
		if !inside(q.Start, q.End) || q.Start == q.End || doc.Quote(q.Start, q.End) != q.Quote {
			say("the quantity's place is not its quote", q.Quote)
			continue
		}
		if q.Start < last {
			say("the quantities are out of order", q.Quote)
		}
		last = q.Start
		finite("the quantity's value", q.Quote, &q.Value, q.Low, q.High)
		if q.Fact && q.Why != "" {
			say("a fact with a reason why it is none", q.Quote)
		}
	}
	for i := range res.Periods {
		p := &res.Periods[i]
		if !inside(p.Start, p.End) || doc.Quote(p.Start, p.End) != p.Quote {
			say("the period's place is not its quote", p.Quote)
		}
		dates(say, p.Quote, p.From, p.To)
	}
	return out
}

// squeeze takes the spaces out of s: subjects are told without them.
func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

func oneOf(say func(what, quote string), quote, column, got string, want ...string) {
	for _, w := range want {
		if got == w {
			return
		}
	}
	say("no such "+column+" as "+got, quote)
}

// dates: both or neither, days that exist, in order.
func dates(say func(what, quote string), quote, from, to string) {
	if from == "" && to == "" {
		return
	}
	a, err1 := time.Parse(time.DateOnly, from)
	b, err2 := time.Parse(time.DateOnly, to)
	if err1 != nil || err2 != nil || b.Before(a) {
		say("no period from "+from+" to "+to, quote)
	}
}
