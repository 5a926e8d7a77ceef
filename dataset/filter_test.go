package dataset

import (
	"strings"
	"testing"
)

func TestFilterFact(t *testing.T) {
	f := FactRow{
		RegionCode: "310106", Region: "静安区", RegionLevel: "county", ReportYear: 2023, Indicator: "gdp", IndicatorName: "地区生产总值",
		Measure: "growth", Status: "actual", Scope: "whole", Confidence: 0.8,
	}
	for _, c := range []struct {
		name   string
		filter Filter
		want   bool
	}{
		{"none", Filter{}, true},
		{"indicator", Filter{Indicators: []string{"cpi", "gdp"}}, true},
		{"in capitals", Filter{Indicators: []string{"GDP"}}, true},
		{"its Chinese name", Filter{Indicators: []string{"地区生产总值"}}, true},
		{"another indicator", Filter{Indicators: []string{"cpi"}}, false},
		{"status", Filter{Statuses: []string{"target"}}, false},
		{"measure", Filter{Measures: []string{"growth", "level"}}, true},
		{"scope", Filter{Scopes: []string{"part"}}, false},
		{"region by name", Filter{Regions: []string{"静安区"}}, true},
		{"region by code", Filter{Regions: []string{"310106"}}, true},
		{"province's two digits", Filter{Regions: []string{"31"}}, true},
		{"prefecture's four digits", Filter{Regions: []string{"3102"}}, false},
		{"no prefix of another length", Filter{Regions: []string{"3"}}, false},
		{"level", Filter{Levels: []string{"province"}}, false},
		{"years", Filter{From: 2020, To: 2023}, true},
		{"years before", Filter{To: 2022}, false},
		{"years behind", Filter{From: 2024}, false},
		{"headline", Filter{Headline: true}, false},
		{"confidence", Filter{MinConfidence: 0.8}, true},
		{"more confidence", Filter{MinConfidence: 0.81}, false},
	} {
		if got := c.filter.Fact(&f); got != c.want {
			t.Errorf("%s: got %v", c.name, got)
		}
	}
}

func TestFilterValidate(t *testing.T) {
	for want, f := range map[string]Filter{
		"--status done: write one of actual": {Statuses: []string{"done"}},
		"--level city: write one of":         {Levels: []string{"county", "city"}},
		"from 0 to 1":                        {MinConfidence: 80},
	} {
		if err := f.Validate(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
	if err := (&Filter{Statuses: []string{"target"}, Scopes: []string{"whole"}}).Validate(); err != nil {
		t.Error(err)
	}
}

func TestParseYears(t *testing.T) {
	for _, c := range []struct {
		text     string
		from, to int
		bad      bool
	}{
		{"2001-2010", 2001, 2010, false},
		{"2001-", 2001, 0, false},
		{"-2010", 0, 2010, false},
		{"2001", 2001, 2001, false},
		{"", 0, 0, true},
		{"2010-2001", 0, 0, true},
		{"99", 0, 0, true},
		{"2001-2002-2003", 0, 0, true},
	} {
		from, to, err := ParseYears(c.text)
		if from != c.from || to != c.to || (err != nil) != c.bad {
			t.Errorf("%q: got %d, %d, %v", c.text, from, to, err)
		}
	}
}
