package message

import (
	_ "embed"
	"strings"
)

//go:embed data/terms.tsv
var termTable string

// terms is the glossary: what a column or its value is called, so that every
// text calls it the same.
var terms = loadTerms(termTable)

// term is a line of the glossary.
type term struct {
	zh, en string
	not    []string // Chinese words that are not used for it
}

func loadTerms(table string) map[string]term {
	out := map[string]term{}
	for line := range strings.Lines(table) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := append(strings.Split(line, "\t"), "", "", "")
		t := term{zh: cells[1], en: cells[2]}
		if cells[3] != "" {
			t.not = strings.Split(cells[3], "|")
		}
		out[cells[0]] = t
	}
	return out
}

// Term is what a column (measure), or a column's value (measure.growth), is
// called, "" where the glossary does not know it.
func Term(key string, l Language) string {
	if l == Chinese {
		return terms[key].zh
	}
	return terms[key].en
}

// Code is a value of a column for people: its term in Chinese, the value itself
// in English and where the glossary does not know it.
func Code(column, value string, l Language) string {
	if t, ok := terms[column+"."+value]; ok && l == Chinese {
		return t.zh
	}
	return value
}
