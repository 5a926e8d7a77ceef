package panel

import (
	"reflect"
	"strconv"
	"strings"
)

// columns are the panel's columns in order.
var columns = func() (names []string) {
	for f := range reflect.TypeFor[Row]().Fields() {
		name, _, _ := strings.Cut(f.Tag.Get("parquet"), ",")
		names = append(names, name)
	}
	return names
}()

// values are a row's values in the columns' order: string, float64, bool,
// int32, or nil for null.
func (r Row) values() []any {
	v := reflect.ValueOf(r)
	values := make([]any, v.NumField())
	for i := range values {
		switch x := v.Field(i).Interface().(type) {
		case *float64:
			if x != nil {
				values[i] = *x
			}
		case *bool:
			if x != nil {
				values[i] = *x
			}
		case string:
			if x != "" {
				values[i] = x
			}
		default:
			values[i] = x
		}
	}
	return values
}

// text is a value as a cell of CSV holds it, empty for null.
func text(value any) string {
	switch x := value.(type) {
	case float64:
		return strconv.FormatFloat(x, 'f', -1, 64)
	case int32:
		return strconv.Itoa(int(x))
	case bool:
		return strconv.FormatBool(x)
	case string:
		return harmless(x)
	}
	return ""
}

// harmless makes a string that no spreadsheet takes for a formula.
func harmless(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r＝＋－＠", []rune(s)[0]) {
		return "'" + s
	}
	return s
}
