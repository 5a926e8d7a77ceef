package words

import (
	"iter"
	"reflect"

	"zhibiao/export"
)

// Table is the table of counts, one row a term.
func Table(rows iter.Seq2[Row, error]) export.Table { return export.TableOf("words", rows) }

// Wide is the table of counts with one row a document, or one a chapter where
// they were counted on their own, and one column a group: how often its terms
// stand there.
func Wide(rows iter.Seq2[Row, error], groups []string, byChapter bool) export.Table {
	dropped := map[string]bool{"group": true, "term": true, "count": true, "per_10k_chars": true, "share_of_words": true, "chapter": !byChapter}
	var columns []export.Column
	var kept []int // of Row's columns
	for i, c := range export.ColumnsOf[Row]() {
		if !dropped[c.Name] {
			columns = append(columns, c)
			kept = append(kept, i)
		}
	}
	for _, g := range groups {
		columns = append(columns, export.Column{Name: g, Type: reflect.TypeFor[int32]()})
	}
	return export.Table{Name: "words", Columns: columns, Rows: func(yield func([]any, error) bool) {
		var line []any
		for r, err := range rows {
			if err != nil {
				yield(nil, err)
				return
			}
			if r.Term != "" {
				continue
			}
			if line == nil {
				values := export.ValuesOf(r)
				for _, i := range kept {
					line = append(line, values[i])
				}
			}
			line = append(line, r.Count)
			if len(line) < len(columns) {
				continue
			}
			if !yield(line, nil) {
				return
			}
			line = nil
		}
	}}
}
