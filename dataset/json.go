package dataset

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
)

// marshalRow writes a row with its Parquet column names, in their order; what
// the table holds as null is null.
func marshalRow(row any) ([]byte, error) {
	v := reflect.ValueOf(row)
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	for i := range v.NumField() {
		name, rest, _ := strings.Cut(v.Type().Field(i).Tag.Get("parquet"), ",")
		b.WriteString(`,"` + name + `":`)
		f := v.Field(i)
		if f.IsZero() && strings.Contains(rest, "optional") {
			b.WriteString("null")
			continue
		}
		if err := e.Encode(f.Interface()); err != nil {
			return nil, err
		}
		b.Truncate(b.Len() - 1) // the encoder's line break
	}
	out := append(b.Bytes(), '}')
	out[0] = '{'
	return out, nil
}
