package evaluate

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"zhibiao/dataset"
)

// Counts add up over files.
type Counts struct {
	Gold, Found, Matched int
	Right                map[string]int // by field, of the matched
	SubjectF1            float64        // sum over the matched
}

// Fields are the names in Counts.Right in the order to print them; quantity,
// fact and fact_exact are right where all their fields are.
var Fields = []string{"span", "value", "unit", "bound", "measure", "base", "period", "status", "subject", "subject80"}

// Add adds another file's counts.
func (c *Counts) Add(o Counts) {
	c.Gold += o.Gold
	c.Found += o.Found
	c.Matched += o.Matched
	c.SubjectF1 += o.SubjectF1
	if c.Right == nil {
		c.Right = map[string]int{}
	}
	for k, v := range o.Right {
		c.Right[k] += v
	}
}

// F1 of n right ones.
func (c Counts) F1(n int) float64 {
	p, r := c.rate(n, c.Found), c.rate(n, c.Gold)
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// Precision and Recall are those of mentions.
func (c Counts) Precision() float64 { return c.rate(c.Matched, c.Found) }

// Recall of mentions.
func (c Counts) Recall() float64 { return c.rate(c.Matched, c.Gold) }

// Share is how many of the matched have a field right.
func (c Counts) Share(field string) float64 { return c.rate(c.Right[field], c.Matched) }

// MeanSubjectF1 is the mean of the subjects' character F1 over the matched.
func (c Counts) MeanSubjectF1() float64 { return c.SubjectF1 / math.Max(1, float64(c.Matched)) }

func (Counts) rate(n, of int) float64 { return float64(n) / float64(max(1, of)) }

// Miss is a gold fact that was not found (Found is nil), a fact that is not in
// the gold (Gold is nil), or a pair that differs in the fields of What.
type Miss struct {
	What  string // missed, spurious, or the fields
	Gold  *Gold
	Found *dataset.FactRow
}

// Score holds the facts found in text, which is the report's as the document
// has it, against a gold report. Optional gold facts count neither way, nor do
// goals without a number.
func Score(r Report, text string, found []dataset.FactRow) (Counts, []Miss) {
	gold, facts, goldUsed, factUsed, pairs := pairUp(r, text, found)
	c := Counts{Right: map[string]int{}}
	var misses []Miss
	for i, g := range r.Gold {
		if g.Optional {
			continue
		}
		c.Gold++
		if !goldUsed[i] {
			misses = append(misses, Miss{"missed", &r.Gold[i], nil})
		}
	}
	for i, f := range facts {
		if !factUsed[i] && !r.optional(gold, f) {
			c.Found++
			misses = append(misses, Miss{"spurious", nil, &found[f.index]})
		}
	}
	for _, p := range pairs {
		g, f := &r.Gold[p.gold], &found[facts[p.fact].index]
		if g.Optional {
			continue
		}
		c.Found++
		c.Matched++
		right, subject := compare(g, f)
		right["span"] = gold[p.gold].start == facts[p.fact].start && gold[p.gold].end == facts[p.fact].end
		c.SubjectF1 += subject
		for k, ok := range right {
			if ok {
				c.Right[k]++
			}
		}
		var wrong []string
		for _, k := range []string{"value", "unit", "bound", "measure", "base", "subject", "period", "status"} {
			if !right[k] {
				wrong = append(wrong, k)
			}
		}
		if wrong != nil {
			misses = append(misses, Miss{strings.Join(wrong, ","), g, f})
		}
	}
	return c, misses
}

// pairUp holds the facts with a number against the gold: both as spans in the
// gold's skeleton, which of them are used, and the pairs that they make.
func pairUp(r Report, text string, found []dataset.FactRow) (gold, facts []mention, goldUsed, factUsed []bool, pairs []pair) {
	goldSkeleton, textSkeleton := newSkeleton(r.Text), newSkeleton(text)
	onto := align(textSkeleton.runes, goldSkeleton.runes)
	gold = make([]mention, len(r.Gold))
	for i, g := range r.Gold {
		gold[i] = mention{goldSkeleton.offset(g.Start), goldSkeleton.offset(g.End), i}
	}
	for i, f := range found {
		if f.Value != nil {
			facts = append(facts, mention{onto[textSkeleton.offset(int(f.QuoteStart))], onto[textSkeleton.offset(int(f.QuoteEnd))], i})
		}
	}
	slices.SortStableFunc(facts, func(a, b mention) int { return cmp.Or(a.start-b.start, a.end-b.end) })

	goldUsed, factUsed, pairs = match(gold, facts, func(g, f mention) float64 {
		return subjectF1(&r.Gold[g.index], &found[f.index])
	})
	return gold, facts, goldUsed, factUsed, pairs
}

// mention is a span in the gold's skeleton.
type mention struct{ start, end, index int }

func overlap(a, b mention) bool { return a.start < b.end && b.start < a.end }

// optional tells whether f lies on a gold fact that counts neither way.
func (r *Report) optional(gold []mention, f mention) bool {
	return slices.ContainsFunc(gold, func(g mention) bool { return r.Gold[g.index].Optional && overlap(f, g) })
}

type pair struct{ gold, fact int }

// match pairs overlapping spans, the best subjects and overlaps first.
func match(gold, facts []mention, subject func(g, f mention) float64) (goldUsed, factUsed []bool, pairs []pair) {
	type candidate struct {
		pair
		worth float64
	}
	var candidates []candidate
	for i, g := range gold {
		for k, f := range facts {
			if overlap(f, g) {
				both := float64(min(f.end, g.end) - max(f.start, g.start))
				all := float64(max(f.end, g.end) - min(f.start, g.start))
				candidates = append(candidates, candidate{pair{i, k}, both/all + subject(g, f)})
			}
		}
	}
	slices.SortFunc(candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.worth, a.worth), a.gold-b.gold, a.fact-b.fact)
	})
	goldUsed, factUsed = make([]bool, len(gold)), make([]bool, len(facts))
	for _, c := range candidates {
		if !goldUsed[c.gold] && !factUsed[c.fact] {
			goldUsed[c.gold], factUsed[c.fact] = true, true
			pairs = append(pairs, c.pair)
		}
	}
	return goldUsed, factUsed, pairs
}

// compare says which fields of a matched fact are right, and the character F1
// of its subject.
func compare(g *Gold, f *dataset.FactRow) (map[string]bool, float64) {
	subject := subjectF1(g, f)
	value, unit := sameQuantity(g, f)
	r := map[string]bool{
		"value":     value,
		"unit":      unit,
		"bound":     g.Bound == f.Bound,
		"measure":   g.Measure == f.Measure,
		"base":      g.Base == f.Base,
		"subject":   subject > 0.999,
		"subject80": subject >= 0.8,
		"period":    samePeriod(g, f.Period),
		"status":    g.Status == f.Status,
	}
	r["quantity"] = r["value"] && r["unit"] && r["bound"]
	r["fact"] = r["quantity"] && r["measure"] && r["base"] && r["subject80"] && r["period"] && r["status"]
	r["fact_exact"] = r["fact"] && r["subject"]
	return r, subject
}

// sameQuantity: value and unit agree; a growth of 1 倍 is a growth of 100 %.
func sameQuantity(g *Gold, f *dataset.FactRow) (value, unit bool) {
	if g.Value == nil {
		return false, letters(g.Unit) == letters(f.Unit)
	}
	gv, fv := *g.Value, *f.Value
	if g.Measure == "growth" && (g.Unit == "倍" && f.Unit == "%" || g.Unit == "%" && f.Unit == "倍") {
		if g.Unit == "倍" {
			gv *= 100
		} else {
			fv *= 100
		}
		return near(gv, fv), true
	}
	value = near(gv, fv) && (g.Low == nil || nearPtr(g.Low, f.ValueLow) && nearPtr(g.High, f.ValueHigh))
	n := letters(g.Unit)
	return value, n == letters(f.Unit) && (n != "" || g.Unit == f.Unit)
}

// samePeriod: a span of years may be given by its last year where the number
// is a level or is compared with another base.
func samePeriod(g *Gold, period string) bool {
	if g.Period == period || slices.Contains(g.PeriodAlt, period) {
		return true
	}
	last, ok := strings.CutPrefix(g.Period[min(4, len(g.Period)):], "/")
	return ok && len(g.Period) == 9 && period == last &&
		(g.Measure == "level" || g.Measure == "multiple" || g.Measure == "rank" || g.Base == "other")
}

func nearPtr(a, b *float64) bool {
	if a == nil || b == nil {
		return a == b
	}
	return near(*a, *b)
}

func near(a, b float64) bool {
	return math.Abs(a-b) <= 1e-6*math.Max(1, math.Max(math.Abs(a), math.Abs(b)))
}

func subjectF1(g *Gold, f *dataset.FactRow) float64 {
	best := charF1(g.Subject, f.Subject)
	for _, s := range g.SubjectAlt {
		best = math.Max(best, charF1(s, f.Subject))
	}
	return best
}

// charF1 is the F1 of two strings' letters, as bags.
func charF1(a, b string) float64 {
	a, b = letters(a), letters(b)
	bag := map[rune]int{}
	total, both := 0, 0
	for _, r := range a {
		bag[r]++
		total++
	}
	for _, r := range b {
		total++
		if bag[r] > 0 {
			bag[r]--
			both++
		}
	}
	if total == 0 {
		return 1
	}
	return float64(2*both) / float64(total)
}

// letters are the letters and digits of s, folded.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return r
		}
		return -1
	}, norm.NFKC.String(s))
}
