package main

import (
	"testing"

	"zhibiao/dataset"
)

// TestFilterTakesUsualNames: what people write for a region, an indicator and a
// list of terms finds what the tables call by its full name.
func TestFilterTakesUsualNames(t *testing.T) {
	f := filterFlags{Filter: dataset.Filter{Regions: []string{"上海", "保定易县", "青云县"}, Indicators: []string{"国内生产总值", "CPI"}}}
	if err := f.finalize(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		code, name string
		want       bool
	}{
		{"310000", "上海市", true},
		{"310106", "静安区", false},
		{"130633", "易县", true},
		{"990001", "青云县", true}, // of a lexicon of one's own
	} {
		if f.Place(c.code, c.name, "") != c.want {
			t.Errorf("%s passes: %v", c.name, !c.want)
		}
	}
	for indicator, want := range map[string]bool{"gdp": true, "cpi": true, "exports": false} {
		row := dataset.FactRow{RegionCode: "310000", Indicator: indicator}
		if f.Fact(&row) != want {
			t.Errorf("%s passes: %v", indicator, !want)
		}
	}
	for _, name := range []string{"environment", "环境"} {
		if list, err := termList(name); err != nil || len(list) == 0 {
			t.Errorf("%s: %d terms, %v", name, len(list), err)
		}
	}
}
