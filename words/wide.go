package words

import (
	"iter"
	"reflect"

	"zhibiao/export"
)

// Table is the table of counts, one row a term.
func Table(rows iter.Seq2[Row, error]) export.Table { return export.TableOf("words", rows) }

// Wide is the table of counts with one row a document (and chapter) and one
// column a group: how often its terms stand there.
func Wide(rows iter.Seq2[Row, error], groups []string) export.Table {
	var columns []export.Column
	for _, c := range export.ColumnsOf[Row]() {
		switch c.Name {
		case "group", "term", "count", "per_10k_chars", "share_of_words":
		default:
			columns = append(columns, c)
		}
	}
	n := len(columns)
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
				line = shared(r, n)
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

// shared are the values of a row that all its groups share.
func shared(r Row, n int) []any {
	var values []any
	for i, c := range export.ColumnsOf[Row]() {
		switch c.Name {
		case "group", "term", "count", "per_10k_chars", "share_of_words":
		default:
			values = append(values, export.ValuesOf(r)[i])
		}
	}
	return values[:n:n]
}
