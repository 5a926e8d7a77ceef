package main

import (
	"fmt"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"zhibiao/dataset"
	"zhibiao/export"
	"zhibiao/panel"
	"zhibiao/words"
)

var columnsBlock = regexp.MustCompile(`(?s)<!-- columns (\w+) -->\n.*?<!-- end -->`)

// TestGoldenDataDictionary holds the tables of docs/data.md against the schema
// in code and the descriptions of its columns.
func TestGoldenDataDictionary(t *testing.T) {
	tables := map[string][]export.Column{
		"facts":     export.ColumnsOf[dataset.FactRow](),
		"documents": export.ColumnsOf[dataset.DocumentRow](),
		"tokens":    export.ColumnsOf[dataset.TokenRow](),
		"panel":     export.ColumnsOf[panel.Row](),
		"words":     export.ColumnsOf[words.Row](),
	}
	described := 0
	for _, columns := range tables {
		described += len(columns)
	}
	if n := len(dataset.Descriptions()); n != described {
		t.Errorf("columns.tsv describes %d columns, and there are %d", n, described)
	}
	const path = "../../docs/data.md"
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	got := columnsBlock.ReplaceAllStringFunc(string(text), func(block string) string {
		table := columnsBlock.FindStringSubmatch(block)[1]
		return "<!-- columns " + table + " -->\n" + columnTable(t, table, tables[table]) + "<!-- end -->"
	})
	switch {
	case got == string(text):
	case *update:
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("%s is not what the schema says; make golden writes it", path)
	}
}

// columnTable are a table's columns as a table of Markdown.
func columnTable(t *testing.T, table string, columns []export.Column) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("| column · 栏目 | type · 类型 | 含义 | meaning |\n|---|---|---|---|\n")
	for _, c := range columns {
		d, ok := dataset.Describe(table, c.Name)
		if !ok {
			t.Errorf("%s.%s is not described in dataset/columns.tsv", table, c.Name)
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", c.Name, typeName(c.Type), d.Chinese, d.English)
	}
	return b.String()
}

func typeName(t reflect.Type) string {
	switch {
	case t == reflect.TypeFor[dataset.Date]():
		return "date"
	case t.Kind() == reflect.Float64:
		return "double"
	case t.Kind() == reflect.Slice:
		return "list of string"
	}
	return t.Kind().String()
}
