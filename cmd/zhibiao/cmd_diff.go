package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"zhibiao/dataset"
)

// diffOptions are the flags of diff.
type diffOptions struct {
	JSON    bool
	Summary bool
}

func newDiff(io streams) *cobra.Command {
	var opt diffOptions
	cmd := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Show the facts added, removed and changed between two output folders",
		Long: `diff compares the facts of two output folders: what a change of the rules does
to a corpus. A fact that keeps its document and its span but not its columns is
changed.
` + exitHelp,
		Example: `  zhibiao extract corpus -o before
  zhibiao extract corpus -o after --lexicon mytables
  zhibiao diff before after`,
		Args: args(cobra.ExactArgs(2), "name the old folder and the new one"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runDiff(cmd.Context(), io, opt, args[0], args[1])
		},
	}
	cmd.Flags().BoolVar(&opt.JSON, "json", false, "print JSON lines: change, old, new")
	cmd.Flags().BoolVar(&opt.Summary, "summary", false, "print the counts alone")
	return cmd
}

// difference is a fact that is not the same in two folders. Old is nil where
// it was added, New where it was removed.
type difference struct {
	Change   string           `json:"change"` // added, removed, changed
	Columns  []string         `json:"columns,omitempty"`
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

func runDiff(ctx context.Context, io streams, opt diffOptions, before, after string) error {
	years := map[int]bool{}
	var folders [2]*dataset.Folder
	for i, dir := range []string{before, after} {
		folder, err := dataset.Open(dir)
		if err != nil {
			return err
		}
		defer func() { _ = folder.Close() }()
		if len(folder.Years()) == 0 {
			return usagef("%s holds no facts; name a folder that extract wrote", dir)
		}
		for _, y := range folder.Years() {
			years[y] = true
		}
		folders[i] = folder
	}
	counts := map[string]int{}
	byColumn := map[string]int{}
	e := json.NewEncoder(io.out)
	e.SetEscapeHTML(false)
	for _, year := range slices.Sorted(maps.Keys(years)) {
		for d, err := range diffYear(folders[0], folders[1], year) {
			if err := cmp.Or(err, ctx.Err()); err != nil {
				return err
			}
			counts[d.Change]++
			for _, c := range d.Columns {
				byColumn[c]++
			}
			switch {
			case opt.Summary:
			case opt.JSON:
				if err := e.Encode(d); err != nil {
					return err
				}
			default:
				printDifference(io.out, d)
			}
		}
	}
	if opt.JSON && !opt.Summary {
		return nil
	}
	say(io.out, "%d added, %d removed, %d changed", counts["added"], counts["removed"], counts["changed"])
	for _, c := range slices.SortedFunc(maps.Keys(byColumn), func(a, b string) int {
		return cmp.Or(byColumn[b]-byColumn[a], strings.Compare(a, b))
	}) {
		say(io.out, "  %s: %d", c, byColumn[c])
	}
	return nil
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
					ds = append(ds, difference{"changed", c, f, g})
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
			ds = append(ds, difference{"removed", nil, f, nil})
		}
	}
	for i := range after {
		if !used[i] {
			ds = append(ds, difference{"added", nil, nil, &after[i]})
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

// columns names the columns that differ, leaving out the id and what the rule
// change itself changes.
func columns(a, b *dataset.FactRow) []string {
	var names []string
	va, vb := reflect.ValueOf(*a), reflect.ValueOf(*b)
	for i := range va.NumField() {
		name, _, _ := strings.Cut(va.Type().Field(i).Tag.Get("parquet"), ",")
		switch name {
		case "fact_id", "rule", "confidence":
			continue
		}
		if !reflect.DeepEqual(va.Field(i).Interface(), vb.Field(i).Interface()) {
			names = append(names, name)
		}
	}
	return names
}

func printDifference(w io.Writer, d difference) {
	f := d.any()
	sign := map[string]string{"added": "+", "removed": "-", "changed": "~"}[d.Change]
	say(w, "%s %s", sign, f.FactID)
	say(w, "  %s", printable(strings.Replace(f.Sentence, f.Quote, "【"+f.Quote+"】", 1)))
	if d.Change != "changed" {
		say(w, "  %s %s %s %s %s | %s | %s %s  (%s)", number(f.Value), f.Unit, f.Bound, f.Measure, f.Base, f.Subject, f.Period, f.Status, f.Rule)
		return
	}
	for _, c := range d.Columns {
		say(w, "  %s: %s → %s", c, column(d.Old, c), column(d.New, c))
	}
}

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
