package export

import (
	"bufio"
	"fmt"
	"io"
	"reflect"
	"strings"

	"zhibiao/dataset"
)

// writeDo writes the commands that load data, a CSV file in the same folder,
// in Stata 14 or later: names without reading the file's first line (and the
// mark before it), strings as strings, numbers as doubles, dates as dates,
// truth as 0 and 1, and labels.
// The options are those of Stata's help for import delimited (1.1.7, 2019).
func writeDo(w io.Writer, t Table, data string) error {
	b := bufio.NewWriter(w)
	var names, texts, numbers []string
	for i, c := range t.Columns {
		names = append(names, c.Name)
		column := fmt.Sprint(i + 1)
		switch c.Type.Kind() {
		case reflect.Float64:
			numbers = append(numbers, column)
		case reflect.Int32:
			if c.Type == reflect.TypeFor[dataset.Date]() {
				texts = append(texts, column)
			} else {
				numbers = append(numbers, column)
			}
		default:
			texts = append(texts, column)
		}
	}
	say := func(format string, args ...any) { _, _ = fmt.Fprintf(b, format+"\n", args...) } // errors come with Flush
	say("* Loads %s, which lies in the same folder. Stata 14 or later.", data)
	say("version 14")
	say("clear")
	say("import delimited %s ///", strings.Join(names, " "))
	say("    using \"%s\", encoding(\"utf-8\") delimiters(\",\") ///", data)
	say("    varnames(nonames) rowrange(2) bindquotes(strict) asdouble ///")
	say("    stringcols(%s) numericcols(%s)", strings.Join(texts, " "), strings.Join(numbers, " "))
	for _, c := range t.Columns {
		switch {
		case c.Type == reflect.TypeFor[dataset.Date]():
			say("generate double zb_date = date(%s, \"YMD\")", c.Name)
			say("order zb_date, after(%s)", c.Name)
			say("drop %s", c.Name)
			say("rename zb_date %s", c.Name)
			say("format %s %%td", c.Name)
		case c.Type.Kind() == reflect.Bool:
			say("replace %s = cond(%s == \"true\", \"1\", cond(%s == \"false\", \"0\", \"\"))", c.Name, c.Name, c.Name)
			say("destring %s, replace", c.Name)
		}
	}
	for _, c := range t.Columns {
		if d, ok := dataset.Describe(t.Name, c.Name); ok {
			say("label variable %s \"%s\"", c.Name, label(d.Chinese))
		}
	}
	say("compress")
	return b.Flush()
}

// label makes a label of a description: Stata takes 80 characters, and a quote
// or a back quote would end or expand it.
func label(s string) string {
	s = strings.NewReplacer("\"", "", "`", "", "$", "").Replace(s)
	if r := []rune(s); len(r) > 80 {
		return string(r[:79]) + "…"
	}
	return s
}
