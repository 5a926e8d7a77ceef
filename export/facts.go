package export

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"strings"

	"zhibiao/dataset"
)

// Facts are the facts under dir that a filter lets through, by year and in the
// order of the files.
func Facts(ctx context.Context, dir string, filter *dataset.Filter) iter.Seq2[dataset.FactRow, error] {
	return func(yield func(dataset.FactRow, error) bool) {
		folder, err := dataset.Open(dir)
		if err != nil {
			yield(dataset.FactRow{}, err)
			return
		}
		defer func() { _ = folder.Close() }()
		for _, year := range folder.Years() {
			if !filter.Year(year) {
				continue
			}
			for f, err := range folder.Facts(year) {
				if err := cmp.Or(err, ctx.Err()); err != nil {
					yield(f, err)
					return
				}
				if filter.Fact(&f) && !yield(f, nil) {
					return
				}
			}
		}
	}
}

// Doubt is a fact to look at, as a line of a corrections file: what was found
// wrong goes into column and value (value empty and column "fact" removes the
// fact), lines without a column change nothing. The columns behind who are for
// the reader.
type Doubt struct {
	FactID     string   `parquet:"fact_id"`
	Quote      string   `parquet:"quote"`
	Column     string   `parquet:"column,optional"`
	Value      string   `parquet:"value,optional"`
	Note       string   `parquet:"note,optional"`
	Who        string   `parquet:"who,optional"`
	Sentence   string   `parquet:"sentence"`
	Subject    string   `parquet:"subject,optional"`
	Indicator  string   `parquet:"indicator,optional"`
	FactValue  *float64 `parquet:"fact_value"`
	Unit       string   `parquet:"unit,optional"`
	Measure    string   `parquet:"measure,optional"`
	Period     string   `parquet:"period,optional"`
	Status     string   `parquet:"status,optional"`
	Scope      string   `parquet:"scope,optional"`
	Confidence float64  `parquet:"confidence"`
}

// Doubtful are the n facts of lowest confidence, the lowest first.
func Doubtful(facts iter.Seq2[dataset.FactRow, error], n int) ([]Doubt, error) {
	var lowest []Doubt
	keep := func() {
		slices.SortStableFunc(lowest, func(a, b Doubt) int {
			return cmp.Or(cmp.Compare(a.Confidence, b.Confidence), strings.Compare(a.FactID, b.FactID))
		})
		lowest = lowest[:min(n, len(lowest))]
	}
	for f, err := range facts {
		if err != nil {
			return nil, err
		}
		lowest = append(lowest, Doubt{
			FactID: f.FactID, Quote: f.Quote, Sentence: f.Sentence, Subject: f.Subject, Indicator: f.Indicator,
			FactValue: f.Value, Unit: f.Unit, Measure: f.Measure, Period: f.Period, Status: f.Status, Scope: f.Scope,
			Confidence: f.Confidence,
		})
		if len(lowest) >= 2*n+1000 {
			keep()
		}
	}
	keep()
	return lowest, nil
}
