package dataset

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed columns.tsv
var columnsTable string

// Description says what a column holds.
type Description struct{ Table, Column, Chinese, English string }

// Descriptions are those of all columns of all tables: facts, documents,
// tokens, panel, words. docs/data.md, the workbook's page of explanations and
// Stata's labels are made of them.
var Descriptions = sync.OnceValue(func() []Description {
	var all []Description
	for line := range strings.Lines(columnsTable) {
		c := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(c) != 4 || c[0] == "table" {
			continue
		}
		all = append(all, Description{c[0], c[1], c[2], c[3]})
	}
	return all
})

// Describe finds what a column of a table holds.
func Describe(table, column string) (Description, bool) {
	for _, d := range Descriptions() {
		if d.Table == table && d.Column == column {
			return d, true
		}
	}
	return Description{}, false
}
