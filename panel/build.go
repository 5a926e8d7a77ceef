package panel

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"slices"

	"zhibiao/dataset"
)

// Build reads the facts and documents under dir and returns the panel, sorted
// by region code, region, indicator, measure, year and unit. Of the filter,
// status, scope, headline and confidence choose the facts that compete; region,
// level, indicator, measure and years choose rows, the years being those of the
// goals and results.
func Build(ctx context.Context, dir string, filter dataset.Filter) ([]Row, error) {
	folder, err := dataset.Open(dir)
	if err != nil {
		return nil, err
	}
	defer func() { _ = folder.Close() }()
	t := newTable()
	t.only = dataset.Filter{
		Statuses: filter.Statuses, Scopes: filter.Scopes, Headline: filter.Headline, MinConfidence: filter.MinConfidence,
	}
	for _, y := range folder.Years() {
		if y == 0 {
			continue // a report without a year sets no year's goals
		}
		texts, err := readTexts(folder.Documents(y))
		if err != nil {
			return nil, err
		}
		for facts, err := range folder.FactsByDocument(y) {
			if err := cmp.Or(err, ctx.Err()); err != nil {
				return nil, err
			}
			text, ok := texts[facts[0].DocID]
			if !ok {
				return nil, fmt.Errorf("%s has facts of %s but not its text; run extract again with --force", dir, facts[0].DocID)
			}
			if facts[0].RegionCode == "" && facts[0].Region == "" {
				continue // nor that of an unknown place
			}
			t.add([]rune(text), facts)
		}
	}
	return slices.DeleteFunc(t.rows(), func(r Row) bool { return !chosen(&r, &filter) }), nil
}

// chosen tells whether a filter lets a row through.
func chosen(r *Row, filter *dataset.Filter) bool {
	f := *filter
	f.Statuses, f.Scopes, f.Headline, f.MinConfidence = nil, nil, false, 0
	return f.Fact(&dataset.FactRow{
		RegionCode: r.RegionCode, Region: r.Region, RegionLevel: r.RegionLevel, ReportYear: r.Year,
		Indicator: r.Indicator, IndicatorName: r.IndicatorName, Measure: r.Measure,
	})
}

// MarkHeadlines sets Headline of the facts of one document that stand for their
// indicator, measure, period and status in it: those that a panel of this
// document alone would take. text is the document's.
func MarkHeadlines(text []rune, facts []dataset.FactRow) {
	t := newTable()
	t.addFigures(text, facts, func(*dataset.FactRow, key) *figure { return nil })
	for i := range facts {
		facts[i].Headline = false
	}
	for k := range t.figures {
		if f, _ := t.choose(k); f != nil {
			facts[f.fact].Headline = true
		}
	}
}

// readTexts reads a year's texts by document.
func readTexts(documents iter.Seq2[dataset.DocumentRow, error]) (map[string]string, error) {
	texts := map[string]string{}
	for row, err := range documents {
		if err != nil {
			return nil, err
		}
		texts[row.DocID] = row.Text
	}
	return texts, nil
}
