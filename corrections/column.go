package corrections

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"zhibiao/dataset"
	"zhibiao/message"
)

// texts are the columns that take any text, by the field that holds them.
var texts = map[string]func(f *dataset.FactRow) *string{
	"unit":      func(f *dataset.FactRow) *string { return &f.Unit },
	"dimension": func(f *dataset.FactRow) *string { return &f.Dimension },
	"modifier":  func(f *dataset.FactRow) *string { return &f.Modifier },
	"subject":   func(f *dataset.FactRow) *string { return &f.Subject },
	"qualifier": func(f *dataset.FactRow) *string { return &f.Qualifier },
	"action":    func(f *dataset.FactRow) *string { return &f.Action },
	"bound":     func(f *dataset.FactRow) *string { return &f.Bound },
	"measure":   func(f *dataset.FactRow) *string { return &f.Measure },
	"base":      func(f *dataset.FactRow) *string { return &f.Base },
	"scope":     func(f *dataset.FactRow) *string { return &f.Scope },
	"status":    func(f *dataset.FactRow) *string { return &f.Status },
	"period":    func(f *dataset.FactRow) *string { return &f.Period },
	"indicator": func(f *dataset.FactRow) *string { return &f.Indicator },
}

// choices are the columns that take one of a few words.
var choices = map[string][]string{
	"bound":   {"eq", "approx", "ge", "le", "range"},
	"measure": {"level", "growth", "change", "multiple", "rank"},
	"base":    {"", "yoy", "mom", "annual_avg", "other"},
	"scope":   {"whole", "part", "elsewhere"},
	"status":  {"actual", "estimate", "target"},
}

// numbers are the columns that take a number, or nothing.
var numbers = map[string]func(f *dataset.FactRow) **float64{
	"value":      func(f *dataset.FactRow) **float64 { return &f.Value },
	"value_low":  func(f *dataset.FactRow) **float64 { return &f.ValueLow },
	"value_high": func(f *dataset.FactRow) **float64 { return &f.ValueHigh },
}

// Columns are the columns that can be corrected, in order; confidence 1 says
// that a fact is right as it is.
func Columns() []string {
	out := append(slices.Collect(maps.Keys(texts)), slices.Collect(maps.Keys(numbers))...)
	out = append(out, "confidence", "fact")
	slices.Sort(out)
	return out
}

// check tells what is wrong with a line by itself.
func (l *List) check(c Line) error {
	if list, ok := choices[c.Column]; ok && !slices.Contains(list, c.Value) {
		return message.Errorf("corrections.choice", c.Column, c.Value, strings.TrimPrefix(strings.Join(list, ", "), ", "))
	}
	switch {
	case numbers[c.Column] != nil:
		if _, err := number(c.Value); err != nil {
			return message.Errorf("corrections.number", c.Column, c.Value)
		}
	case c.Column == "confidence":
		if c.Value != "1" {
			return message.Errorf("corrections.confidence", c.Value)
		}
	case c.Column == "period":
		if _, _, ok := days(c.Value); !ok {
			return message.Errorf("corrections.period", c.Value)
		}
	case c.Column == "indicator" && c.Value != "":
		if _, ok := l.name(c.Value); !ok {
			return message.Errorf("corrections.indicator", c.Value)
		}
	case c.Column == "subject" && c.Value == "":
		return message.Errorf("corrections.subject")
	case texts[c.Column] == nil && c.Column != "fact":
		return message.Errorf("corrections.column", c.Column, strings.Join(Columns(), ", "))
	}
	return nil
}

// set gives f's column the line's value, and mends what hangs on it.
func (l *List) set(f *dataset.FactRow, c Line) {
	if field := numbers[c.Column]; field != nil {
		v, _ := number(c.Value)
		if c.Column == "value" {
			f.ValueSI = converted(f, v)
		}
		*field(f) = v
		return
	}
	field := texts[c.Column]
	if field == nil { // confidence
		return
	}
	*field(f) = c.Value
	switch c.Column {
	case "unit":
		f.ValueSI, f.UnitSI = nil, ""
	case "subject":
		f.SubjectStart, f.SubjectEnd = nil, nil
	case "indicator":
		f.IndicatorName = ""
		if c.Value != "" {
			f.IndicatorName, _ = l.name(c.Value)
		}
	case "measure":
		if c.Value != "growth" && c.Value != "change" {
			f.Base = ""
		}
	case "period":
		f.PeriodStart, f.PeriodEnd, _ = days(c.Value)
	}
}

// converted is a new value in f's SI unit, by the factor that the old one had.
func converted(f *dataset.FactRow, v *float64) *float64 {
	if v == nil || f.ValueSI == nil || f.Value == nil || *f.Value == 0 {
		return nil
	}
	si := *v * (*f.ValueSI / *f.Value)
	return &si
}

// number reads a number; nothing is null.
func number(s string) (*float64, error) {
	if s == "" {
		return nil, nil
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return nil, err
	}
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return nil, strconv.ErrRange
	}
	return &v, nil
}
