package dataset

import (
	"reflect"
	"strings"
	"testing"
)

// TestDescribed finds columns without a description, and descriptions without
// a column. The panel's and the words' are looked at where docs/data.md is.
func TestDescribed(t *testing.T) {
	known := map[string]bool{}
	for table, row := range map[string]reflect.Type{
		"facts": reflect.TypeFor[FactRow](), "documents": reflect.TypeFor[DocumentRow](), "tokens": reflect.TypeFor[TokenRow](),
	} {
		for f := range row.Fields() {
			name, _, _ := strings.Cut(f.Tag.Get("parquet"), ",")
			known[table+"."+name] = true
			if d, ok := Describe(table, name); !ok || d.Chinese == "" || d.English == "" {
				t.Errorf("%s.%s is not described in columns.tsv", table, name)
			}
		}
	}
	for _, d := range Descriptions() {
		if own := d.Table == "facts" || d.Table == "documents" || d.Table == "tokens"; own && !known[d.Table+"."+d.Column] {
			t.Errorf("columns.tsv describes %s.%s, which is no column", d.Table, d.Column)
		}
	}
}
