package dataset

import (
	"bytes"
	"encoding/json"
	"math"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"
)

// column is a field of a row as text formats need it.
type column struct {
	name     string
	optional bool // its zero value is null
}

// columnsOf returns the columns of a row's type, in the order of its fields.
func columnsOf(row any) []column {
	t := reflect.TypeOf(row)
	columns := make([]column, t.NumField())
	for i := range columns {
		name, rest, _ := strings.Cut(t.Field(i).Tag.Get("parquet"), ",")
		columns[i] = column{name, strings.Contains(rest, "optional")}
	}
	return columns
}

var (
	factColumns     = columnsOf(FactRow{})
	documentColumns = columnsOf(DocumentRow{})
	dateType        = reflect.TypeFor[Date]()
)

// isNull tells whether the table holds f, a field of this column, as null.
func (c column) isNull(f reflect.Value) bool {
	if f.Kind() == reflect.Pointer {
		return f.IsNil()
	}
	return c.optional && f.IsZero()
}

// appendRow appends row as a JSON object with its Parquet column names, in
// their order; what the table holds as null is null.
func appendRow(b []byte, row reflect.Value, columns []column) ([]byte, error) {
	b = append(b, '{')
	for i, c := range columns {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, '"')
		b = append(b, c.name...)
		b = append(b, '"', ':')
		f := row.Field(i)
		if c.isNull(f) {
			b = append(b, "null"...)
			continue
		}
		var err error
		if b, err = appendJSON(b, reflect.Indirect(f)); err != nil {
			return nil, err
		}
	}
	return append(b, '}'), nil
}

// appendJSON appends what encoding/json writes of f without escapes for HTML.
// What most fields hold is written at once: the encoder takes ten times as long.
func appendJSON(b []byte, f reflect.Value) ([]byte, error) {
	if f.Type() == dateType {
		return append(append(append(b, '"'), Date(f.Int()).String()...), '"'), nil
	}
	switch {
	case f.Kind() == reflect.String && plain(f.String()):
		return append(append(append(b, '"'), f.String()...), '"'), nil
	case f.Kind() == reflect.Int32:
		return strconv.AppendInt(b, f.Int(), 10), nil
	case f.Kind() == reflect.Bool:
		return strconv.AppendBool(b, f.Bool()), nil
	case f.Kind() == reflect.Float64 && usual(f.Float()):
		return strconv.AppendFloat(b, f.Float(), 'f', -1, 64), nil
	}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	if err := e.Encode(f.Interface()); err != nil {
		return nil, err
	}
	return append(b, bytes.TrimSuffix(out.Bytes(), []byte("\n"))...), nil
}

// plain tells whether s stands in JSON as it is. U+2028 and U+2029, which JSON
// escapes, begin with the byte E2.
func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' || c == 0xe2 {
			return false
		}
	}
	return utf8.ValidString(s)
}

// usual tells whether JSON writes f without an exponent.
func usual(f float64) bool {
	size := math.Abs(f)
	return size == 0 || 1e-6 <= size && size < 1e21
}
