package export

import (
	"iter"
	"reflect"
	"strings"

	"zhibiao/dataset"
)

// Column is a column of a table.
type Column struct {
	Name string
	Type reflect.Type // string, bool, int32, float64 or dataset.Date
	// Options are those of the column's parquet tag: "optional,dict".
	Options string
}

// Table is rows under columns. Each value of a row has its column's type, or is
// nil for null.
type Table struct {
	Name    string // of the sheet
	Columns []Column
	Rows    iter.Seq2[[]any, error]
}

// ColumnsOf are the columns of a row type, by its parquet tags.
func ColumnsOf[T any]() []Column {
	var columns []Column
	for f := range reflect.TypeFor[T]().Fields() {
		name, options, _ := strings.Cut(f.Tag.Get("parquet"), ",")
		c := Column{Name: name, Type: f.Type, Options: options}
		if f.Type.Kind() == reflect.Pointer {
			c.Type, c.Options = f.Type.Elem(), "optional"
			if c.Type == reflect.TypeFor[dataset.Date]() {
				c.Options = "optional,date"
			}
		}
		columns = append(columns, c)
	}
	return columns
}

// ValuesOf are a row's values in the order of ColumnsOf. What the Parquet file
// would hold as null is nil.
func ValuesOf[T any](row T) []any {
	v := reflect.ValueOf(row)
	values := make([]any, v.NumField())
	for i := range values {
		f := v.Field(i)
		if f.Kind() == reflect.Pointer {
			if !f.IsNil() {
				values[i] = f.Elem().Interface()
			}
			continue
		}
		if f.IsZero() && strings.Contains(v.Type().Field(i).Tag.Get("parquet"), "optional") {
			continue
		}
		values[i] = f.Interface()
	}
	return values
}

// TableOf makes a table of rows of one type.
func TableOf[T any](name string, rows iter.Seq2[T, error]) Table {
	return Table{name, ColumnsOf[T](), func(yield func([]any, error) bool) {
		for row, err := range rows {
			if err != nil {
				yield(nil, err)
				return
			}
			if !yield(ValuesOf(row), nil) {
				return
			}
		}
	}}
}

// Rows makes a sequence of a slice, for TableOf.
func Rows[T any](rows []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}
}
