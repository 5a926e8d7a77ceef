package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"iter"
	"reflect"
	"slices"
	"strings"

	"zhibiao/dataset"
	"zhibiao/export"
)

// difference is a fact that is not the same in two folders. Old is nil where
// it was added, New where it was removed.
type difference struct {
	Change   string           `json:"change"`            // added, removed, changed
	Columns  []string         `json:"columns,omitempty"` // that changed
	Rules    []string         `json:"rules,omitempty"`   // that made the difference
	Old, New *dataset.FactRow `json:"-"`
}

func (d difference) MarshalJSON() ([]byte, error) {
	type plain difference
	return json.Marshal(struct {
		plain
		Old *dataset.FactRow `json:"old"`
		New *dataset.FactRow `json:"new"`
	}{plain(d), d.Old, d.New})
}

// diffYear compares a year of two folders, document by document.
func diffYear(before, after *dataset.Folder, year int) iter.Seq2[difference, error] {
	return func(yield func(difference, error) bool) {
		oldNext, stopOld := iter.Pull2(before.FactsByDocument(year))
		defer stopOld()
		newNext, stopNew := iter.Pull2(after.FactsByDocument(year))
		defer stopNew()
		old, oldErr, oldOK := oldNext()
		now, nowErr, nowOK := newNext()
		for oldOK || nowOK {
			if err := cmp.Or(oldErr, nowErr); err != nil {
				yield(difference{}, err)
				return
			}
			var a, b []dataset.FactRow
			takeOld := oldOK && (!nowOK || old[0].DocID <= now[0].DocID)
			takeNew := nowOK && (!oldOK || now[0].DocID <= old[0].DocID)
			if takeOld {
				a = old
				old, oldErr, oldOK = oldNext()
			}
			if takeNew {
				b = now
				now, nowErr, nowOK = newNext()
			}
			for _, d := range diffFacts(a, b) {
				if !yield(d, nil) {
					return
				}
			}
		}
	}
}

// diffFacts compares one document's facts, both in the table's order. Facts
// are the same ones by span and subject, then by span.
func diffFacts(before, after []dataset.FactRow) []difference {
	var ds []difference
	used := make([]bool, len(after))
	rest := make([]*dataset.FactRow, 0, len(before))
	pairUp := func(f *dataset.FactRow, subject bool) bool {
		for i := range after {
			g := &after[i]
			if !used[i] && f.QuoteStart == g.QuoteStart && f.QuoteEnd == g.QuoteEnd && (!subject || f.Subject == g.Subject) {
				used[i] = true
				if c := columns(f, g); c != nil {
					ds = append(ds, difference{"changed", c, rulesApart(f, g), f, g})
				}
				return true
			}
		}
		return false
	}
	for i := range before {
		if !pairUp(&before[i], true) {
			rest = append(rest, &before[i])
		}
	}
	for _, f := range rest {
		if !pairUp(f, false) {
			ds = append(ds, difference{"removed", nil, rulesOf(f), f, nil})
		}
	}
	for i := range after {
		if !used[i] {
			ds = append(ds, difference{"added", nil, rulesOf(&after[i]), nil, &after[i]})
		}
	}
	slices.SortStableFunc(ds, func(a, b difference) int {
		return cmp.Compare(a.any().QuoteStart, b.any().QuoteStart)
	})
	return ds
}

func (d difference) any() *dataset.FactRow {
	if d.New != nil {
		return d.New
	}
	return d.Old
}

// columns names the columns that differ.
func columns(a, b *dataset.FactRow) []string {
	var names []string
	va, vb := reflect.ValueOf(*a), reflect.ValueOf(*b)
	for i := range va.NumField() {
		name, _, _ := strings.Cut(va.Type().Field(i).Tag.Get("parquet"), ",")
		if notCompared[name] {
			continue
		}
		if !reflect.DeepEqual(va.Field(i).Interface(), vb.Field(i).Interface()) {
			names = append(names, name)
		}
	}
	return names
}

// rulesOf are the rules that made a fact.
func rulesOf(f *dataset.FactRow) []string {
	if f.Rule == "" {
		return nil
	}
	return strings.Split(f.Rule, ",")
}

// rulesApart are the rules that only one of two facts has, or all where they
// share them: then a rule itself was changed.
func rulesApart(a, b *dataset.FactRow) []string {
	before, after := rulesOf(a), rulesOf(b)
	var apart []string
	for _, r := range before {
		if !slices.Contains(after, r) {
			apart = append(apart, r)
		}
	}
	for _, r := range after {
		if !slices.Contains(before, r) {
			apart = append(apart, r)
		}
	}
	if apart == nil {
		return after
	}
	return apart
}

// factColumns names the columns that diff compares.
func factColumns() (names []string) {
	for _, c := range export.ColumnsOf[dataset.FactRow]() {
		if !notCompared[c.Name] {
			names = append(names, c.Name)
		}
	}
	return names
}

// notCompared are the id and what a change of the rules itself changes.
var notCompared = map[string]bool{"fact_id": true, "rule": true, "confidence": true}

// column is a column's value as text.
func column(f *dataset.FactRow, name string) string {
	v := reflect.ValueOf(*f)
	for i := range v.NumField() {
		if n, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("parquet"), ","); n == name {
			x := v.Field(i)
			if x.Kind() == reflect.Pointer {
				if x.IsNil() {
					return "null"
				}
				x = x.Elem()
			}
			if s := fmt.Sprint(x.Interface()); s != "" {
				return s
			}
			return "null"
		}
	}
	return ""
}
