package panel

import (
	"strconv"

	"zhibiao/dataset"
)

// goals are the goals that the reports name, by region and year.
type goals map[planned]*named

// planned is a region and a year that a report of it plans.
type planned struct {
	code, region string
	year         int32
}

// named is what the reports of a region and year name.
type named struct {
	mainGoals  bool // there is a paragraph of main goals
	unnumbered map[statement]bool
}

// statement is a goal without a number: 居民收入增长与经济增长同步.
type statement struct{ indicator, measure string }

func (g goals) add(text []rune, facts []dataset.FactRow) {
	main := &mainGoals{text: text}
	for i := range facts {
		f := &facts[i]
		if f.Status != "target" || f.Period != strconv.Itoa(int(f.ReportYear)) || f.Chapter == "other" || f.Kind == "communique" {
			continue
		}
		at := planned{f.RegionCode, f.Region, f.ReportYear}
		if g[at] == nil {
			g[at] = &named{unnumbered: map[statement]bool{}}
		}
		if f.Value == nil {
			g[at].unnumbered[statement{f.Indicator, f.Measure}] = true
		}
		if !g[at].mainGoals {
			g[at].mainGoals = main.hold(f)
		}
	}
}

// stated tells whether a row's goal was set: true where there is one, or one
// without a number; false where a report has its paragraph of main goals and
// the row has none; nil where no such paragraph is known.
func (g goals) stated(k key, found bool) *bool {
	n := g[planned{k.code, k.region, k.year}]
	switch {
	case found:
	case n == nil:
		return nil
	case n.unnumbered[statement{k.indicator, k.measure}]:
		found = true
	case !n.mainGoals:
		return nil
	}
	return &found
}
