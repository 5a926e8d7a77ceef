package panel

import "math"

// scale is how a series is shown to people: a value of unit divided by Factor
// is one of Unit.
type scale struct {
	Factor float64
	Unit   string
}

// scales finds, for each series, the scale that people write it in: 亿元, 万人.
// All regions and years of a series share one, so that a column can be sorted.
// Rates, and what is small, stay as they are.
func scales(rows []Row) map[series]scale {
	largest := map[series]float64{}
	for i := range rows {
		r := &rows[i]
		for _, p := range []*float64{r.Target, r.Actual} {
			if p != nil {
				largest[seriesOf(r)] = max(largest[seriesOf(r)], math.Abs(*p))
			}
		}
	}
	found := map[series]scale{}
	for s, x := range largest {
		found[s] = scaleOf(x, s.unit)
	}
	return found
}

// scaleOf is the scale for amounts of up to largest.
func scaleOf(largest float64, unit string) scale {
	switch unit {
	case "", "%", "‰", "百分点", "倍", "微克/立方米":
		return scale{1, unit}
	case "元", "美元", "欧元", "港元", "日元":
		if largest < 1e6 { // an income is said in 元
			return scale{1, unit}
		}
	}
	switch {
	case largest >= 1e8:
		return scale{1e8, "亿" + unit}
	case largest >= 1e4:
		return scale{1e4, "万" + unit}
	}
	return scale{1, unit}
}

// of is a value in this scale, nil for nil.
func (s scale) of(x *float64) any {
	if x == nil {
		return nil
	}
	return *x / s.Factor
}
