package dataset

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Filter chooses facts and documents. The zero value lets all through; where
// several values are given for a column, any of them will do.
type Filter struct {
	Indicators    []string // ids or Chinese names
	Statuses      []string // actual, estimate, target
	Measures      []string // level, growth, change, multiple, rank
	Scopes        []string // whole, part, elsewhere
	Regions       []string // names, or codes; two or four digits take in all that lies within
	Levels        []string // national, province, prefecture, county, township
	From, To      int      // report years, inclusive; 0 where open
	Headline      bool     // only facts that stand for their indicator
	MinConfidence float64
}

// choices are the values that a column can have.
var choices = []struct {
	name   string
	of     func(*Filter) []string
	values []string
}{
	{"status", func(f *Filter) []string { return f.Statuses }, []string{"actual", "estimate", "target"}},
	{"measure", func(f *Filter) []string { return f.Measures }, []string{"level", "growth", "change", "multiple", "rank"}},
	{"scope", func(f *Filter) []string { return f.Scopes }, []string{"whole", "part", "elsewhere"}},
	{"level", func(f *Filter) []string { return f.Levels }, []string{"national", "province", "prefecture", "county", "township"}},
}

// Choices are the values that a column to choose by can have.
func Choices(column string) []string {
	for _, c := range choices {
		if c.name == column {
			return c.values
		}
	}
	return nil
}

// Validate says which value can never be one.
func (f *Filter) Validate() error {
	for _, c := range choices {
		for _, v := range c.of(f) {
			if !slices.Contains(c.values, v) {
				return fmt.Errorf("--%s %s: write one of %s", c.name, v, strings.Join(c.values, ", "))
			}
		}
	}
	if f.MinConfidence < 0 || f.MinConfidence > 1 {
		return fmt.Errorf("--min-confidence %v: write a number from 0 to 1", f.MinConfidence)
	}
	return nil
}

// ParseYears reads 2001-2010, 2001-, -2010 or 2001 as the first and last of a
// range, 0 where it is open.
func ParseYears(s string) (from, to int, err error) {
	first, last, isRange := strings.Cut(s, "-")
	if !isRange {
		last = first
	}
	for _, end := range []struct {
		text string
		year *int
	}{{first, &from}, {last, &to}} {
		if end.text == "" && isRange {
			continue
		}
		y, bad := strconv.Atoi(end.text)
		if bad != nil || y < 1900 || y > 2199 {
			return 0, 0, fmt.Errorf("--years %s: write a year or two, such as 2001-2010", s)
		}
		*end.year = y
	}
	if to != 0 && from > to {
		return 0, 0, fmt.Errorf("--years %s: the first year is behind the last", s)
	}
	return from, to, nil
}

// Fact tells whether the filter lets a fact through.
func (f *Filter) Fact(r *FactRow) bool {
	if f.Headline && !r.Headline || r.Confidence < f.MinConfidence {
		return false
	}
	if !among(f.Statuses, r.Status) || !among(f.Measures, r.Measure) || !among(f.Scopes, r.Scope) {
		return false
	}
	if !f.indicator(r) {
		return false
	}
	return f.Place(r.RegionCode, r.Region, r.RegionLevel) && f.Year(int(r.ReportYear))
}

// indicator tells whether a fact's indicator is one of those chosen. GDP is gdp.
func (f *Filter) indicator(r *FactRow) bool {
	return len(f.Indicators) == 0 || slices.ContainsFunc(f.Indicators, func(name string) bool {
		return name == r.IndicatorName || strings.EqualFold(name, r.Indicator)
	})
}

// Document tells whether the filter lets a document through, as far as it
// speaks of documents.
func (f *Filter) Document(r *DocumentRow) bool {
	return f.Place(r.RegionCode, r.Region, r.RegionLevel) && f.Year(int(r.ReportYear))
}

// Year tells whether a year lies in the range.
func (f *Filter) Year(year int) bool {
	return year >= f.From && (f.To == 0 || year <= f.To)
}

// Place tells whether a region is one of those chosen.
func (f *Filter) Place(code, name, level string) bool {
	if !among(f.Levels, level) {
		return false
	}
	if len(f.Regions) == 0 {
		return true
	}
	return slices.ContainsFunc(f.Regions, func(r string) bool {
		within := (len(r) == 2 || len(r) == 4) && strings.HasPrefix(code, r)
		return r == name || r == code || within
	})
}

// among tells whether a value is one of those chosen, or all are.
func among(chosen []string, value string) bool {
	return len(chosen) == 0 || slices.Contains(chosen, value)
}
