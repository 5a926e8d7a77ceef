package dataset

import (
	"reflect"
	"strconv"
	"strings"
)

// AppendCSV appends the row to b as a line of CSV with the table's columns in
// their order, for programs that read it with the table's types: nulls are
// empty, strings stand in quotation marks (which are doubled inside), dates are
// YYYY-MM-DD, headline is true or false. A string may hold line breaks.
func (r *FactRow) AppendCSV(b []byte) []byte {
	row := reflect.ValueOf(r).Elem()
	for i, c := range factColumns {
		if i > 0 {
			b = append(b, ',')
		}
		if f := row.Field(i); !c.isNull(f) {
			b = appendCell(b, reflect.Indirect(f))
		}
	}
	return append(b, '\n')
}

func appendCell(b []byte, f reflect.Value) []byte {
	if f.Type() == dateType {
		return append(b, Date(f.Int()).String()...)
	}
	switch f.Kind() {
	case reflect.Int32:
		return strconv.AppendInt(b, f.Int(), 10)
	case reflect.Bool:
		return strconv.AppendBool(b, f.Bool())
	case reflect.Float64:
		return strconv.AppendFloat(b, f.Float(), 'g', -1, 64)
	default:
		return appendQuoted(b, f.String())
	}
}

func appendQuoted(b []byte, s string) []byte {
	b = append(b, '"')
	for {
		before, after, found := strings.Cut(s, `"`)
		b = append(append(b, before...), '"')
		if !found {
			return b
		}
		b = append(b, '"')
		s = after
	}
}
