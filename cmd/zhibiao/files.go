package main

import (
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
	rows []dataset.FileRow // of this run
	at   map[string]int    // by source as files.csv has it
	past []dataset.FileRow // of earlier runs' inputs that this one did not come upon
}

func (l *ledger) add(row dataset.FileRow) {
	if l.at == nil {
		l.at = map[string]int{}
	}
	l.at[dataset.Plain(row.Source)] = len(l.rows)
	l.rows = append(l.rows, row)
}

func (l *ledger) reject(e report.Error) {
	l.add(dataset.FileRow{Source: e.Source, Status: dataset.StatusRejected, Stage: e.Stage, Reason: e.Reason, Remedy: e.Remedy})
}

// find is the row of a source, nil where there is none.
func (l *ledger) find(source string) *dataset.FileRow {
	if i, ok := l.at[dataset.Plain(source)]; ok {
		return &l.rows[i]
	}
	return nil
}

// copied adds a source that has the text of another one, whatever became of
// that.
func (l *ledger) copied(source, of string) {
	row := dataset.FileRow{Source: source}
	if first := l.find(of); first != nil {
		row = *first
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
	row := l.find(c.Dropped)
	row.CopyOf, row.Facts = c.Kept, 0
	if c.Same {
		row.Status = dataset.StatusCopy
		return
	}
	row.Status, row.Stage = dataset.StatusRejected, "duplicate"
	row.Reason = "another text than " + c.Kept + ", which is fuller and has the same id " + c.ID
	row.Remedy = "leave one of them out, or tell them apart with a manifest"
}

// all are the lines of files.csv.
func (l *ledger) all() []dataset.FileRow {
	if len(l.past) == 0 {
		return l.rows // they are many
	}
	return slices.Concat(l.rows, l.past)
}

func countFiles(rows []dataset.FileRow, status string) (n int) {
	for i := range rows {
		if rows[i].Status == status {
			n++
		}
	}
	return n
}

// warned is how many documents of the folder have warnings.
func (l *ledger) warned() (n int) {
	for _, r := range l.all() {
		if r.Warnings != "" && (r.Status == dataset.StatusRead || r.Status == dataset.StatusUnchanged) {
			n++
		}
	}
	return n
}

// rejects are the rows of what this run rejected.
func (l *ledger) rejects() (rows []dataset.FileRow) {
	for _, r := range l.rows {
		if r.Status == dataset.StatusRejected {
			rows = append(rows, r)
		}
	}
	return rows
}

// earlier adds what the folder tells of inputs that this run has no row of.
// named tells whether a source is one that this run would have found if it
// were still there.
func (l *ledger) earlier(rows []dataset.FileRow, named func(source string) bool) {
	holder := map[string]string{} // sources of this run by the id of their document
	for _, r := range l.rows {
		if r.Status == dataset.StatusRead || r.Status == dataset.StatusUnchanged {
			holder[r.DocID] = r.Source
		}
	}
	slices.SortStableFunc(rows, func(a, b dataset.FileRow) int { return strings.Compare(a.Source, b.Source) })
	for _, r := range rows {
		if l.find(r.Source) != nil {
			continue
		}
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
		l.past = append(l.past, r)
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
