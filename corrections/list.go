package corrections

import (
	"encoding/csv"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"

	"zhibiao/message"
)

// Line is one correction.
type Line struct {
	Number        int // in the file, the header is 1
	FactID, Quote string
	Column, Value string
}

// List is a file of corrections. The nil List corrects nothing.
type List struct {
	Name  string            // of the file, for messages
	lines map[string][]Line // by doc_id, in the order of the file
	name  func(indicator string) (string, bool)
}

// Read reads a table of corrections; name is what messages call it, indicator
// gives an indicator's name by its id. The error names the line, what is wrong
// and the remedy.
func Read(in io.Reader, name string, indicator func(id string) (string, bool)) (*List, error) {
	r := csv.NewReader(in)
	r.FieldsPerRecord = -1
	header, err := r.Read()
	if errors.Is(err, io.EOF) {
		return &List{Name: name}, nil
	}
	if err != nil {
		return nil, message.Errorf("corrections.file", name, err)
	}
	at, err := columnsOf(header, name)
	if err != nil {
		return nil, err
	}
	l := &List{Name: name, lines: map[string][]Line{}, name: indicator}
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return l, nil
		}
		if err != nil {
			return nil, message.Errorf("corrections.file", name, err)
		}
		number, _ := r.FieldPos(0)
		if err := l.add(cells, at, number); err != nil {
			return nil, message.Errorf("corrections.line", name, number, err)
		}
	}
}

// needed are the columns that a table of corrections must have.
var needed = []string{"fact_id", "quote", "column", "value"}

func columnsOf(header []string, name string) (map[string]int, error) {
	at := map[string]int{}
	for i, h := range header {
		h = strings.ToLower(strings.TrimSpace(strings.TrimPrefix(h, "\ufeff")))
		if _, ok := at[h]; !ok {
			at[h] = i
		}
	}
	for _, n := range needed {
		if _, ok := at[n]; !ok {
			return nil, message.Errorf("corrections.no_column", name, n)
		}
	}
	return at, nil
}

// add takes a line in, if it corrects something.
func (l *List) add(cells []string, at map[string]int, number int) error {
	cell := func(name string) string {
		if i := at[name]; i < len(cells) {
			return plain(cells[i])
		}
		return ""
	}
	c := Line{Number: number, FactID: cell("fact_id"), Quote: cell("quote"), Column: strings.ToLower(cell("column")), Value: cell("value")}
	if c.Column == "" {
		if c.Value != "" && c.FactID != "" {
			return message.Errorf("corrections.value_without_column", c.Value)
		}
		return nil
	}
	doc, _, ok := strings.Cut(c.FactID, ":")
	if !ok {
		return message.Errorf("corrections.fact_id", c.FactID)
	}
	if err := l.check(c); err != nil {
		return err
	}
	l.lines[doc] = append(l.lines[doc], c)
	return nil
}

// plain undoes what keeps a spreadsheet from reading a cell as a formula.
func plain(cell string) string {
	cell = strings.TrimSpace(cell)
	if len(cell) > 1 && cell[0] == '\'' && strings.ContainsRune("=+-@\t\r'", rune(cell[1])) {
		return cell[1:]
	}
	return cell
}

// Documents are the ids of the documents that have corrections, in order.
func (l *List) Documents() []string {
	if l == nil {
		return nil
	}
	return slices.Sorted(maps.Keys(l.lines))
}

// First is the first line that corrects a document.
func (l *List) First(doc string) Line { return l.lines[doc][0] }
