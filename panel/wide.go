package panel

import (
	"cmp"
	"maps"
	"reflect"
	"slices"

	"zhibiao/export"
)

// series is what a column of the wide panel holds.
type series struct{ indicator, measure, unit string }

// Wide is the panel with one row a region and year, and two columns an
// indicator and measure: gdp_growth_target and gdp_growth_actual. Where a series
// comes in several units, the columns of all but the commonest end in their
// unit (fdi_level_元_target). Columns without a value are left out.
func Wide(rows []Row) export.Table {
	names := seriesNames(rows)
	columns := export.ColumnsOf[Row]()[:3] // the region
	columns = append(columns, export.Column{Name: "year", Type: reflect.TypeFor[int32]()})
	at := map[string]int{}
	column := func(name string) {
		at[name] = len(columns)
		columns = append(columns, export.Column{Name: name, Type: reflect.TypeFor[float64](), Options: "optional"})
	}
	goals, results := map[series]bool{}, map[series]bool{}
	for i := range rows {
		s := seriesOf(&rows[i])
		goals[s] = goals[s] || rows[i].Target != nil
		results[s] = results[s] || rows[i].Actual != nil
	}
	for _, s := range slices.SortedFunc(maps.Keys(names), compareSeries) {
		if goals[s] {
			column(names[s] + "_target")
		}
		if results[s] {
			column(names[s] + "_actual")
		}
	}
	return export.Table{Name: "panel", Columns: columns, Rows: func(yield func([]any, error) bool) {
		for _, line := range byPlaceAndYear(rows) {
			values := make([]any, len(columns))
			copy(values, export.ValuesOf(line[0])[:3])
			values[3] = line[0].Year
			for i := range line {
				name := names[seriesOf(&line[i])]
				if x := line[i].Target; x != nil {
					values[at[name+"_target"]] = *x
				}
				if x := line[i].Actual; x != nil {
					values[at[name+"_actual"]] = *x
				}
			}
			if !yield(values, nil) {
				return
			}
		}
	}}
}

func seriesOf(r *Row) series { return series{r.Indicator, r.Measure, r.Unit} }

func compareSeries(a, b series) int {
	return cmp.Or(cmp.Compare(a.indicator, b.indicator), cmp.Compare(a.measure, b.measure), cmp.Compare(a.unit, b.unit))
}

// seriesNames are the names of all series, without the unit for the commonest.
func seriesNames(rows []Row) map[series]string {
	count := map[series]int{}
	for i := range rows {
		count[seriesOf(&rows[i])]++
	}
	commonest := map[series]series{} // of a series without its unit
	for _, s := range slices.SortedFunc(maps.Keys(count), compareSeries) {
		bare := series{s.indicator, s.measure, ""}
		if best, ok := commonest[bare]; !ok || count[s] > count[best] {
			commonest[bare] = s
		}
	}
	names := map[series]string{}
	for s := range count {
		names[s] = s.indicator + "_" + s.measure
		if commonest[series{s.indicator, s.measure, ""}] != s {
			names[s] += "_" + cmp.Or(s.unit, "none")
		}
	}
	return names
}

// byPlaceAndYear groups rows, which are sorted by region, by region and year.
func byPlaceAndYear(rows []Row) [][]Row {
	sorted := slices.Clone(rows)
	slices.SortStableFunc(sorted, comparePlaceAndYear)
	var groups [][]Row
	for start := 0; start < len(sorted); {
		end := start + 1
		for end < len(sorted) && comparePlaceAndYear(sorted[start], sorted[end]) == 0 {
			end++
		}
		groups = append(groups, sorted[start:end])
		start = end
	}
	return groups
}

func comparePlaceAndYear(a, b Row) int {
	return cmp.Or(cmp.Compare(a.RegionCode, b.RegionCode), cmp.Compare(a.Region, b.Region), cmp.Compare(a.Year, b.Year))
}
