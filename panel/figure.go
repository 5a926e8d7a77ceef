package panel

import (
	"slices"
	"strconv"
	"strings"

	"zhibiao/dataset"
)

// side is one half of a row.
type side int

const (
	target side = iota
	actual
)

// key names one side of a row.
type key struct {
	code, region, level string
	indicator, measure  string
	year                int32
	side                side
}

// candidate is a fact that may stand for a side of a row.
type candidate struct {
	fact   int // which of its document's
	value  float64
	unit   string
	rank   rank
	figure *figure // nil where no row is made
}

// figure is what a row says of a fact.
type figure struct {
	id, name         string // name is the indicator's
	sentence         string
	quote            string
	value, low, high *float64
	unit             string
	si               *float64
	unitSI           string
	bound, modifier  string
	status           string
}

func newFigure(f *dataset.FactRow, k key) *figure {
	fig := &figure{
		id: f.FactID, name: f.IndicatorName, sentence: f.Sentence, quote: f.Quote, value: f.Value, low: f.ValueLow, high: f.ValueHigh,
		unit: f.Unit, si: f.ValueSI, unitSI: f.UnitSI, bound: f.Bound, modifier: f.Modifier, status: f.Status,
	}
	if k.measure == "growth" && f.Unit == "百分点" {
		fig.unit = "%"
	}
	return fig
}

// place says where in the panel a fact belongs; ok is false where it belongs
// nowhere: a goal without a number, a month, an average of years, a rank, a
// year that is not the report's to speak of.
func place(f *dataset.FactRow) (k key, ok bool) {
	k = key{
		code: f.RegionCode, region: f.Region, level: f.RegionLevel,
		indicator: f.Indicator, measure: f.Measure,
	}
	if f.Value == nil || f.Indicator == "" || f.ReportYear == 0 || f.Chapter == "other" {
		return k, false
	}
	switch {
	case f.Measure == "level" && fits(f):
	case f.Measure == "growth" && f.Unit == "倍" && headlines[f.Indicator] != headline{}:
		return k, false // no headline figure doubles in a year: 五年增长1.7倍
	case f.Measure == "growth" && f.Base == "yoy":
	case f.Measure == "change" && f.Base == "yoy" && pointsOfIndex(f):
		k.measure = "growth"
	case f.Measure == "change" && f.Base == "yoy" && !paceOf(f):
	default:
		return k, false
	}
	year, err := strconv.Atoi(f.Period)
	if err != nil {
		return k, false
	}
	k.year = int32(year)
	reviewed := f.ReportYear - 1
	if f.Kind == "communique" { // it bears the year that it speaks of
		reviewed = f.ReportYear
	}
	switch {
	case f.Status == "target" && k.year == f.ReportYear && f.Kind != "communique":
		k.side = target
	case (f.Status == "actual" || f.Status == "estimate") && k.year == reviewed:
		k.side = actual
	default:
		return k, false
	}
	return k, true
}

// pointsOfIndex tells whether a price index has risen by points: since the
// year before is 100, they are percent.
func pointsOfIndex(f *dataset.FactRow) bool {
	return f.Indicator == "cpi" && f.Unit == "百分点" && strings.HasSuffix(f.Subject, "指数") && *f.Value > 0
}

// paceOf tells whether a change is that of a growth: 增速提高6.2个百分点, or
// points of what is no rate.
func paceOf(f *dataset.FactRow) bool {
	if d := headlines[f.Indicator].dimension; f.Unit == "百分点" && d != "" && d != "ratio" {
		return true
	}
	return slices.ContainsFunc([]string{"增速", "增幅", "涨幅", "降幅"}, func(s string) bool { return strings.HasSuffix(f.Subject, s) })
}

// fits tells whether a level has a unit that its indicator can have: a share
// of the output is not the output.
func fits(f *dataset.FactRow) bool {
	if f.Indicator == "gdp" && strings.HasSuffix(f.Subject, "经济") {
		return false // 经济增长5% says something of it, 经济 with an amount does not
	}
	if strings.HasSuffix(f.Indicator, "_intensity") && f.Unit == "%" && headlines[f.Indicator].dimension == "" {
		return false // 单位GDP能耗为全国平均水平的1/3
	}
	d := headlines[f.Indicator].dimension
	return d == "" || d == f.Dimension || d == "count" && f.Unit == ""
}
