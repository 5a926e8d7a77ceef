package corrections

import (
	"fmt"
	"slices"
	"strings"

	"zhibiao/dataset"
	"zhibiao/message"
)

// Rule ends the rules of a corrected fact.
const Rule = "correction"

// Apply corrects the facts of one document and returns them, sorted as the
// table wants them, with a warning for each line that could not be applied:
// its fact is no longer there, or another line corrects the same column.
func (l *List) Apply(doc string, facts []dataset.FactRow) (out []dataset.FactRow, warnings []message.Text) {
	if l == nil || len(l.lines[doc]) == 0 {
		return facts, nil
	}
	warn := func(c Line, id string, args ...any) {
		warnings = append(warnings, message.New("warn.correction", l.Name, c.Number, message.New(id, args...)))
	}
	lines := l.lines[doc]
	added := map[string]bool{}
	gone := map[int]bool{}
	out = slices.Clone(facts)
	for i, c := range lines {
		if k := later(lines, i); k >= 0 {
			warn(c, "warn.correction.again", lines[k].Number, c.Column)
			continue
		}
		at := slices.IndexFunc(out, func(f dataset.FactRow) bool { return f.FactID == c.FactID && f.Quote == c.Quote })
		switch {
		case at < 0 && slices.ContainsFunc(out, func(f dataset.FactRow) bool { return f.FactID == c.FactID }):
			warn(c, "warn.correction.quote", c.FactID, c.Quote)
		case at < 0:
			warn(c, "warn.correction.gone", c.FactID, c.Quote)
		case c.Column == "fact" && c.Value == "":
			gone[at] = true
		case c.Column == "fact":
			f := out[at]
			if added[f.FactID+c.Value] || slices.ContainsFunc(out, func(o dataset.FactRow) bool {
				return o.QuoteStart == f.QuoteStart && o.QuoteEnd == f.QuoteEnd && o.Subject == c.Value
			}) {
				warn(c, "warn.correction.subject", c.Value)
				continue
			}
			added[f.FactID+c.Value] = true
			f.Subject, f.SubjectStart, f.SubjectEnd = c.Value, nil, nil
			f.Indicator, f.IndicatorName = "", ""
			f.FactID = another(out, f)
			mark(&f)
			out = append(out, f)
		default:
			l.set(&out[at], c)
			mark(&out[at])
		}
	}
	kept := out[:0:0]
	for i, f := range out {
		if !gone[i] {
			kept = append(kept, f)
		}
	}
	dataset.SortFacts(kept)
	return kept, warnings
}

// later is the index of a later line that corrects the same column of the
// same fact, -1 where there is none. Subjects are added, not replaced.
func later(lines []Line, i int) int {
	c := lines[i]
	for k := len(lines) - 1; k > i; k-- {
		o := lines[k]
		if o.FactID == c.FactID && o.Quote == c.Quote && o.Column == c.Column && (c.Column != "fact" || o.Value == c.Value) {
			return k
		}
	}
	return -1
}

// another is a fact_id that the quantity's next subject can have.
func another(facts []dataset.FactRow, f dataset.FactRow) string {
	base := f.FactID
	if doc, rest, ok := strings.Cut(base, ":"); ok {
		span, _, _ := strings.Cut(rest, ":")
		base = doc + ":" + span
	}
	for n := 2; ; n++ {
		id := fmt.Sprintf("%s:%d", base, n)
		if !slices.ContainsFunc(facts, func(o dataset.FactRow) bool { return o.FactID == id }) {
			return id
		}
	}
}

// mark says that a person has corrected f.
func mark(f *dataset.FactRow) {
	f.Confidence = 1
	if !strings.HasSuffix(","+f.Rule, ","+Rule) {
		f.Rule = strings.TrimPrefix(f.Rule+","+Rule, ",")
	}
}
