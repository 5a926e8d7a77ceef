package panel

import (
	"cmp"
	"context"
	"fmt"

	"zhibiao/dataset"
)

// Build reads the facts and documents under dir and returns the panel, sorted
// by region code, region, indicator, measure, year and unit.
func Build(ctx context.Context, dir string) ([]Row, error) {
	years, err := dataset.Years(dir, dataset.FactsDir)
	if err != nil {
		return nil, err
	}
	t := table{}
	for _, y := range years {
		if y == 0 {
			continue // a report without a year sets no year's goals
		}
		texts, err := readTexts(dataset.YearFile(dir, dataset.DocumentsDir, y))
		if err != nil {
			return nil, err
		}
		for facts, err := range dataset.FactsByDocument(dataset.YearFile(dir, dataset.FactsDir, y)) {
			if err := cmp.Or(err, ctx.Err()); err != nil {
				return nil, err
			}
			text, ok := texts[facts[0].DocID]
			if !ok {
				return nil, fmt.Errorf("%s has facts of %s but not its text; run extract again with --force", dir, facts[0].DocID)
			}
			t.add([]rune(text), facts)
		}
	}
	return t.rows(), nil
}

// readTexts reads a year's texts by document.
func readTexts(path string) (map[string]string, error) {
	texts := map[string]string{}
	for row, err := range dataset.Documents(path) {
		if err != nil {
			return nil, err
		}
		texts[row.DocID] = row.Text
	}
	return texts, nil
}
