package panel

import (
	"cmp"
	"slices"
	"strings"

	"zhibiao/dataset"
)

// table collects the figures of document after document, by side of a row,
// and what else its reports say of goals.
type table struct {
	figures map[key][]candidate
	trusted map[key][]int // those of figures that are trusted more than the others
	goals   goals
	only    dataset.Filter // the facts that may stand in a row
}

func newTable() *table {
	return &table{figures: map[key][]candidate{}, trusted: map[key][]int{}, goals: goals{}}
}

// add takes one document's facts.
func (t *table) add(text []rune, facts []dataset.FactRow) {
	t.goals.add(text, facts)
	t.addFigures(text, facts, newFigure)
}

// addFigures takes one document's facts that may stand for a side of a row, and of each
// what a row says of it.
func (t *table) addFigures(text []rune, facts []dataset.FactRow, said func(*dataset.FactRow, key) *figure) {
	main := &mainGoals{text: text}
	sizes := summarySizes(facts)
	narrow := narrowIndustry(facts)
	shared := sharedIncomes(facts)
	for i := range facts {
		f := &facts[i]
		if !t.only.Fact(f) {
			continue
		}
		k, ok := place(f)
		if !ok || narrow[k.side] && f.Indicator == industry && !aboveSize(f) || k.measure == "level" && shared[f.QuoteStart] {
			continue
		}
		w, ok := whole(f, text)
		if !ok {
			continue
		}
		if k.measure == "level" && w.added(f) {
			k.measure = "change" // 新增100家 is what is new of a stock
		}
		r := newRank(f, k.side, main, sizes[stretch{f.Paragraph, k.side}])
		if r.trust() > 0 {
			t.trusted[k] = append(t.trusted[k], len(t.figures[k]))
		}
		t.figures[k] = append(t.figures[k], candidate{i, *f.Value, f.Unit, r, said(f, k)})
	}
}

// industry is the value added of 规模以上工业. Older reports give that of all
// industry in its place; where a report gives both they are two things.
const industry = "industrial_value_added"

func aboveSize(f *dataset.FactRow) bool { return strings.Contains(f.Subject, "规") }

// narrowIndustry tells for which sides a report speaks of 规模以上工业.
func narrowIndustry(facts []dataset.FactRow) map[side]bool {
	narrow := map[side]bool{}
	for i := range facts {
		if f := &facts[i]; f.Indicator == industry && aboveSize(f) {
			if k, ok := place(f); ok {
				narrow[k.side] = true
			}
		}
	}
	return narrow
}

// sharedIncomes are the places of the amounts that are said of 城乡居民 at
// once: that of both together is the income of neither.
func sharedIncomes(facts []dataset.FactRow) map[int32]bool {
	urban, shared := map[int32]bool{}, map[int32]bool{}
	for i := range facts {
		if facts[i].Indicator == "income_urban" {
			urban[facts[i].QuoteStart] = true
		}
	}
	for i := range facts {
		if facts[i].Indicator == "income_rural" && urban[facts[i].QuoteStart] {
			shared[facts[i].QuoteStart] = true
		}
	}
	return shared
}

// stretch is one side of what a paragraph tells.
type stretch struct {
	paragraph int32
	side      side
}

// summarySizes counts the headline indicators in each paragraph.
func summarySizes(facts []dataset.FactRow) map[stretch]int {
	type mention struct {
		stretch
		indicator string
	}
	seen := map[mention]bool{}
	sizes := map[stretch]int{}
	for i := range facts {
		if _, known := headlines[facts[i].Indicator]; !known {
			continue
		}
		k, ok := place(&facts[i])
		if m := (mention{stretch{facts[i].Paragraph, k.side}, k.indicator}); ok && !seen[m] {
			seen[m] = true
			sizes[m.stretch]++
		}
	}
	return sizes
}

// choose returns the one that stands for a side of a row, and how many
// competed; nil where none did.
func (t *table) choose(k key) (*candidate, int32) {
	var best *candidate
	n := int32(0)
	figures := t.figures[k]
	for i := range figures {
		f := &figures[i]
		if t.strange(k, f) {
			continue
		}
		n++
		if best == nil || f.rank.compare(best.rank) < 0 {
			best = f
		}
	}
	return best, n
}

// near is how many years around one its figures are compared with, and times
// how much they may differ.
const (
	near  = 2
	times = 4
)

// strange tells whether a headline indicator's level is less than a quarter or
// more than four times of whatever figures of more trust say of the years
// around: it is that of a part, or the sum of several years, without a word
// that says so.
func (t *table) strange(k key, f *candidate) bool {
	if _, known := headlines[k.indicator]; !known || k.measure != "level" {
		return false
	}
	below, above := false, false
	last := k.year + near
	for k.year -= near; k.year <= last; k.year++ {
		for _, k.side = range []side{target, actual} {
			for _, i := range t.trusted[k] {
				o := &t.figures[k][i]
				if o.unit != f.unit || o.rank.trust() <= f.rank.trust() || o.value <= 0 {
					continue
				}
				switch q := f.value / o.value; {
				case q < 1.0/times:
					below = true
				case q > times:
					above = true
				default:
					return false
				}
			}
		}
	}
	return below || above
}

// rows joins both sides of every row.
func (t *table) rows() []Row {
	var rows []Row
	done := map[key]bool{}
	for k := range t.figures {
		k.side = target
		if done[k] {
			continue
		}
		done[k] = true
		rows = append(rows, t.join(k)...)
	}
	slices.SortFunc(rows, func(a, b Row) int {
		return cmp.Or(
			strings.Compare(a.RegionCode, b.RegionCode), strings.Compare(a.Region, b.Region), strings.Compare(a.RegionLevel, b.RegionLevel),
			strings.Compare(a.Indicator, b.Indicator), strings.Compare(a.Measure, b.Measure),
			cmp.Compare(a.Year, b.Year), strings.Compare(a.Unit, b.Unit),
		)
	})
	return rows
}

// join makes the row of a key, or two where its goal and its result are in
// units that do not convert.
func (t *table) join(k key) []Row {
	k.side = target
	goal, goals := t.choose(k)
	k.side = actual
	result, results := t.choose(k)
	if goal != nil && result != nil {
		r := *result.figure
		if r.convert(*goal.figure) {
			return []Row{t.row(k, goal.figure, &r, goals+results)}
		}
	}
	var rows []Row
	if goal != nil {
		rows = append(rows, t.row(k, goal.figure, nil, goals))
	}
	if result != nil {
		rows = append(rows, t.row(k, nil, result.figure, results))
	}
	return rows
}

// row makes a row of a goal and a result in the same unit, either of which
// may be nil.
func (t *table) row(k key, goal, result *figure, candidates int32) Row {
	r := Row{
		RegionCode: k.code, Region: k.region, RegionLevel: k.level,
		Indicator: k.indicator, Measure: k.measure, Year: k.year, Candidates: candidates,
		TargetStated: t.goals.stated(k, goal != nil),
	}
	if goal != nil {
		r.Unit = goal.unit
		r.Target, r.TargetLow, r.TargetHigh = goal.value, goal.low, goal.high
		r.IndicatorName = goal.name
		r.TargetBound, r.TargetFactID, r.TargetSentence = goal.bound, goal.id, goal.sentence
	}
	if result != nil {
		r.Unit = result.unit
		r.Actual, r.ActualLow, r.ActualHigh = result.value, result.low, result.high
		r.IndicatorName = result.name
		r.ActualBound, r.ActualStatus, r.ActualFactID, r.ActualSentence = result.bound, result.status, result.id, result.sentence
	}
	if goal != nil && result != nil {
		r.Gap = difference(*result.value, *goal.value)
		r.Met = met(k.indicator, *goal, *result)
	}
	return r
}
