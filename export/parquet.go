package export

import (
	"fmt"
	"io"
	"reflect"

	"github.com/parquet-go/parquet-go"

	"zhibiao/dataset"
)

// writeParquet writes one file with the same metadata as the other tables.
func writeParquet(w io.Writer, t Table, meta dataset.Meta) error {
	row := rowType(t.Columns)
	schema := parquet.SchemaOf(reflect.New(row).Interface())
	p := parquet.NewWriter(w, append(dataset.WriterOptions(meta), schema)...)
	for values, err := range t.Rows {
		if err != nil {
			return err
		}
		v := reflect.New(row)
		for i, x := range values {
			set(v.Elem().Field(i), x)
		}
		if err := p.Write(v.Interface()); err != nil { // one at a time: see dataset's writer
			return err
		}
	}
	return p.Close()
}

// rowType is a struct with a field for each column: columns come by name from
// a list of terms, so that no type of the program has them.
func rowType(columns []Column) reflect.Type {
	fields := make([]reflect.StructField, len(columns))
	for i, c := range columns {
		tag := c.Name
		if c.Options != "" {
			tag += "," + c.Options
		}
		t := c.Type
		if t.Kind() != reflect.String && t.Kind() != reflect.Slice && c.Options != "" {
			t = reflect.PointerTo(t)
		}
		fields[i] = reflect.StructField{
			Name: fmt.Sprintf("F%d", i), Type: t, Tag: reflect.StructTag(fmt.Sprintf("parquet:%q", tag)),
		}
	}
	return reflect.StructOf(fields)
}

func set(field reflect.Value, value any) {
	if value == nil {
		return
	}
	if field.Kind() == reflect.Pointer {
		field.Set(reflect.New(field.Type().Elem()))
		field = field.Elem()
	}
	field.Set(reflect.ValueOf(value))
}
