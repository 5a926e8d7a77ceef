package main

import (
	"iter"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"zhibiao/dataset"
	"zhibiao/report"
)

// ledger says what became of every input, of every row of a table and every
// member of an archive, in the order of the inputs.
type ledger struct {
	lines []fileLine       // of this run
	at    map[string]int32 // by source as files.csv has it
	past  []fileLine       // of earlier runs' inputs that this one did not come upon
	again map[dataset.FileRow]*dataset.FileRow
}

// fileLine is a row in little room, since there may be very many: shared is what it
// has in common with others.
type fileLine struct {
	source, docID, copyOf, warnings string
	shared                          *dataset.FileRow
	year, facts                     int32
}

// expect makes room for the rows of so many inputs.
func (l *ledger) expect(inputs int) {
	l.lines = make([]fileLine, 0, inputs)
	l.at = make(map[string]int32, inputs)
}

func (l *ledger) line(row dataset.FileRow) fileLine {
	own := fileLine{row.Source, row.DocID, row.CopyOf, row.Warnings, nil, row.ReportYear, row.Facts}
	row.Source, row.DocID, row.CopyOf, row.Warnings, row.ReportYear, row.Facts = "", "", "", "", 0, 0
	if l.again[row] == nil {
		if l.again == nil {
			l.again = map[dataset.FileRow]*dataset.FileRow{}
		}
		l.again[row] = &row
	}
	own.shared = l.again[row]
	return own
}

func (n fileLine) row() dataset.FileRow {
	row := *n.shared
	row.Source, row.DocID, row.CopyOf, row.Warnings, row.ReportYear, row.Facts = n.source, n.docID, n.copyOf, n.warnings, n.year, n.facts
	return row
}

func (l *ledger) add(row dataset.FileRow) {
	if l.at == nil {
		l.at = map[string]int32{}
	}
	l.at[dataset.Plain(row.Source)] = int32(len(l.lines))
	l.lines = append(l.lines, l.line(row))
}

func (l *ledger) reject(e report.Error) {
	l.add(dataset.FileRow{Source: e.Source, Status: dataset.StatusRejected, Stage: e.Stage, Reason: e.Reason, Remedy: e.Remedy})
}

// has tells whether a source has a row.
func (l *ledger) has(source string) bool {
	_, ok := l.at[dataset.Plain(source)]
	return ok
}

// find is the row of a source, ok where there is one.
func (l *ledger) find(source string) (row dataset.FileRow, ok bool) {
	i, ok := l.at[dataset.Plain(source)]
	if !ok {
		return row, false
	}
	return l.lines[i].row(), true
}

// set changes the row of a source that has one.
func (l *ledger) set(row dataset.FileRow) {
	l.lines[l.at[dataset.Plain(row.Source)]] = l.line(row)
}

// copied adds a source that has the text of another one, whatever became of
// that.
func (l *ledger) copied(source, of string) {
	row := dataset.FileRow{Source: source}
	if first, ok := l.find(of); ok {
		row = first
		row.Source = source
		if first.Status == dataset.StatusCopy {
			of = first.CopyOf
		}
	}
	row.CopyOf = of
	if row.Status != dataset.StatusRejected {
		row.Status, row.Facts = dataset.StatusCopy, 0
	}
	l.add(row)
}

// clash marks what two documents with one id come to. Both have their row.
func (l *ledger) clash(c dataset.Clash) {
	row, _ := l.find(c.Dropped)
	defer func() { l.set(row) }()
	row.CopyOf, row.Facts = c.Kept, 0
	if c.Same {
		row.Status = dataset.StatusCopy
		return
	}
	row.Status, row.Stage = dataset.StatusRejected, "duplicate"
	row.Reason = "another text than " + c.Kept + ", which is fuller and has the same id " + c.ID
	row.Remedy = "leave one of them out, or tell them apart with a manifest"
}

// rowsOf are the rows of lines, one list behind the other.
func rowsOf(lists ...[]fileLine) iter.Seq[dataset.FileRow] {
	return func(yield func(dataset.FileRow) bool) {
		for _, lines := range lists {
			for _, n := range lines {
				if !yield(n.row()) {
					return
				}
			}
		}
	}
}

// own are the rows of this run, all are the lines of files.csv.
func (l *ledger) own() iter.Seq[dataset.FileRow] { return rowsOf(l.lines) }
func (l *ledger) all() iter.Seq[dataset.FileRow] { return rowsOf(l.lines, l.past) }

func countFiles(rows iter.Seq[dataset.FileRow], status string) (n int) {
	for row := range rows {
		if row.Status == status {
			n++
		}
	}
	return n
}

// warned is how many documents of the folder have warnings.
func (l *ledger) warned() (n int) {
	for r := range l.all() {
		if r.Warnings != "" && (r.Status == dataset.StatusRead || r.Status == dataset.StatusUnchanged) {
			n++
		}
	}
	return n
}

// rejects are the rows of what this run rejected.
func (l *ledger) rejects() (rows []dataset.FileRow) {
	for r := range l.own() {
		if r.Status == dataset.StatusRejected {
			rows = append(rows, r)
		}
	}
	return rows
}

// earlier adds what the folder tells of inputs that this run has no row of, in the room of lines.
// named tells whether a source is one that this run would have found if it
// were still there.
func (l *ledger) earlier(lines []fileLine, named func(source string) bool) {
	holder := map[string]string{} // sources of this run by the id of their document
	for r := range l.own() {
		if r.Status == dataset.StatusRead || r.Status == dataset.StatusUnchanged {
			holder[r.DocID] = r.Source
		}
	}
	slices.SortStableFunc(lines, func(a, b fileLine) int { return strings.Compare(a.source, b.source) })
	l.past = lines[:0]
	for _, n := range lines {
		r := n.row()
		by, replaced := holder[r.DocID]
		stood := r.Status == dataset.StatusRead || r.Status == dataset.StatusUnchanged || r.Status == dataset.StatusGone
		switch {
		case stood && replaced:
			r.Status, r.CopyOf, r.Facts = dataset.StatusReplaced, by, 0
		case !named(r.Source):
		case r.Status == dataset.StatusRejected:
			continue // it is not there and never was a document
		case r.Status != dataset.StatusReplaced:
			r.Status = dataset.StatusGone
		}
		l.past = append(l.past, l.line(r))
	}
}

var rowNumber = regexp.MustCompile(`#[0-9]+$`)

// holders are the files that a source may lie in: itself, the table, the
// archive.
func holders(source string) []string {
	all := []string{source}
	table := rowNumber.ReplaceAllString(source, "")
	if table != source {
		all = append(all, table)
	}
	for i, r := range table {
		if r == '!' {
			all = append(all, table[:i])
		}
	}
	return all
}

// namedBy tells whether one of the arguments names a file: itself, a folder
// around it, or a pattern for either.
func namedBy(args []string, file string) bool {
	for _, arg := range args {
		arg = filepath.Clean(arg)
		if arg == "." && filepath.IsLocal(file) {
			return true
		}
		for path := filepath.Clean(file); ; path = filepath.Dir(path) {
			if match, err := filepath.Match(arg, path); path == arg || err == nil && match {
				return true
			}
			if dir := filepath.Dir(path); dir == path || dir == "." {
				break
			}
		}
	}
	return false
}
