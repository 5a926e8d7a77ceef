package lexicon

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// table says which columns a file of the lexicon has. The first columns, as
// many as keys says, name a row: two rows with the same key are one entry.
type table struct {
	name    string // the file is name.tsv
	columns []string
	keys    int
	flags   []int // columns that hold yes or nothing
}

// yes marks a flag that is set; an empty cell is one that is not.
const yes = "yes"

var (
	unitTable = &table{
		name:    "units",
		columns: []string{"name", "aliases", "dimension", "si_factor", "si_unit", "example"},
		keys:    1,
	}
	classifierTable = &table{
		name:    "classifiers",
		columns: []string{"name", "weak", "noun", "example"},
		keys:    1,
		flags:   []int{1, 2},
	}
	modifierTable = &table{
		name:    "modifiers",
		columns: []string{"text", "side", "bound", "example"},
		keys:    2,
	}
	nonQuantityTable = &table{
		name:    "nonquantities",
		columns: []string{"text", "reason", "example"},
		keys:    1,
	}
	periodTable = &table{
		name:    "periods",
		columns: []string{"text", "expect", "example"},
		keys:    1,
	}
	indicatorTable = &table{
		name:    "indicators",
		columns: []string{"id", "name", "aliases", "dimension", "topic", "english", "example"},
		keys:    1,
	}
	roleTable = &table{
		name:    "roles",
		columns: []string{"role", "match", "meaning", "example"},
		keys:    1,
	}
	termTable = &table{
		name:    "words",
		columns: []string{"word", "roles", "example"},
		keys:    1,
	}
	severalTable = &table{
		name:    "several",
		columns: []string{"name", "holds", "example"},
		keys:    1,
	}
	spellingTable = &table{
		name:    "spellings",
		columns: []string{"text", "as", "example"},
		keys:    1,
	}
	regionTable = &table{
		name:    "regions",
		columns: []string{"code", "name", "short", "from", "to"},
		keys:    2,
	}

	tables = []*table{
		unitTable, classifierTable, modifierTable, nonQuantityTable,
		periodTable, indicatorTable, roleTable, termTable, severalTable, spellingTable, regionTable,
	}
)

// column is the index of a named column, -1 where there is none.
func (t *table) column(name string) int {
	for i, c := range t.columns {
		if c == name {
			return i
		}
	}
	return -1
}

// record is one line of a table: its cells in the order of table.columns.
type record struct {
	cells []string
	row   Row
}

// key names the record's entry.
func (t *table) key(r record) string {
	return strings.Join(r.cells[:t.keys], "\t")
}

// parse reads a table. Lines that are wrong are problems and leave no record.
func (t *table) parse(file, text string) ([]record, Problems) {
	var problems Problems
	report := func(line, column int, format string, args ...any) {
		problems = append(problems, Problem{file, line, column, fmt.Sprintf(format, args...)})
	}
	text = strings.TrimPrefix(text, "\ufeff")
	if !utf8.ValidString(text) {
		valid := text[:firstInvalid(text)]
		line := strings.Count(valid, "\n") + 1
		valid = valid[strings.LastIndexByte(valid, '\n')+1:]
		report(line, utf8.RuneCountInString(valid)+1, "not UTF-8: save the table as text in UTF-8, with tabs between the columns")
		return nil, problems
	}

	var header []int // table column of each field, -1 where ignored
	example := t.column("example")
	lines, n := strings.Count(text, "\n")+1, len(t.columns)
	records := make([]record, 0, lines)
	cells, columns := make([]string, lines*n), make([]int, lines*n)
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimRight(line, "\r\n")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if header == nil {
			var ok bool
			header, ok = t.header(line, func(column int, message string) { report(number, column, "%s", message) })
			if !ok {
				return nil, problems
			}
			continue
		}
		r := record{cells[:n:n], Row{File: file, Line: number, columns: columns[:n:n]}}
		cells, columns = cells[n:], columns[n:]
		column, field := 1, 0
		for cell := range strings.SplitSeq(line, "\t") {
			width := utf8.RuneCountInString(cell) + 1
			switch {
			case field >= len(header):
				if strings.TrimSpace(cell) != "" {
					report(number, column, "more cells than the header has columns")
				}
			case header[field] >= 0:
				r.cells[header[field]] = unquote(strings.TrimSpace(cell))
				r.row.columns[header[field]] = column
			}
			column += width
			field++
		}
		for i, at := range r.row.columns {
			if at == 0 {
				r.row.columns[i] = column - 1 // the end of the line
			}
		}
		if r.cells[0] == "" {
			report(number, r.row.columns[0], "empty %s", t.columns[0])
			continue
		}
		if example >= 0 {
			r.row.Example = r.cells[example]
		}
		for _, i := range t.flags {
			if cell := r.cells[i]; cell != "" && cell != yes {
				report(number, r.row.columns[i], "bad flag %q: write %s, or nothing", cell, yes)
			}
		}
		records = append(records, r)
	}
	if header == nil {
		report(1, 1, "no header line: name the columns %s", strings.Join(t.columns, ", "))
	}
	return records, problems
}

// header maps the fields of the header line to the table's columns.
func (t *table) header(line string, report func(column int, message string)) ([]int, bool) {
	var fields []int
	seen := make([]bool, len(t.columns))
	ok := true
	column := 1
	for cell := range strings.SplitSeq(line, "\t") {
		name := unquote(strings.TrimSpace(cell))
		i := t.column(name)
		switch {
		case i >= 0 && seen[i]:
			report(column, "column "+name+" is named twice")
			ok = false
		case i >= 0:
			seen[i] = true
		case name != "":
			report(column, fmt.Sprintf("unknown column %q: %s.tsv has %s", name, t.name, strings.Join(t.columns, ", ")))
			ok = false
		}
		fields = append(fields, i)
		column += utf8.RuneCountInString(cell) + 1
	}
	for i := range t.keys {
		if !seen[i] {
			report(1, "no column "+t.columns[i])
			ok = false
		}
	}
	return fields, ok
}

// unquote takes off the quotes that a spreadsheet puts around a cell.
func unquote(cell string) string {
	if len(cell) < 2 || cell[0] != '"' || cell[len(cell)-1] != '"' {
		return cell
	}
	return strings.ReplaceAll(cell[1:len(cell)-1], `""`, `"`)
}

// split cuts a cell of several names.
func split(cell string) []string {
	if cell == "" {
		return nil
	}
	names := strings.Split(cell, "|")
	for i, name := range names {
		names[i] = strings.TrimSpace(name)
	}
	return names
}

func firstInvalid(s string) int {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(s)
}

// merge lays the rows of a user's table over the embedded ones: a row with a
// known key replaces, a row whose key begins with '-' deletes, others add.
func (t *table) merge(base, user []record) ([]record, Problems) {
	var problems Problems
	at := make(map[string]int, len(base)+len(user))
	for i, r := range base {
		at[t.key(r)] = i
	}
	deleted := make(map[int]bool)
	result := base
	for _, r := range user {
		if name, ok := strings.CutPrefix(r.cells[0], "-"); ok {
			found := false
			for i, b := range base { // all entries of that name, whatever the other keys
				if b.cells[0] == name {
					deleted[i], found = true, true
				}
			}
			if !found {
				problems = append(problems, Problem{
					r.row.File, r.row.Line, r.row.columns[0],
					fmt.Sprintf("nothing to delete: no %s %q", t.columns[0], name),
				})
			}
			continue
		}
		key := t.key(r)
		if i, ok := at[key]; ok && i < len(base) {
			result[i] = r
			delete(deleted, i)
			continue
		}
		result = append(result, r)
	}
	if len(deleted) == 0 {
		return result, problems
	}
	kept := make([]record, 0, len(result))
	for i, r := range result {
		if !deleted[i] {
			kept = append(kept, r)
		}
	}
	return kept, problems
}
