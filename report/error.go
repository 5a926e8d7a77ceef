package report

import "strings"

// Error is a document that cannot be read: one line of files.csv.
type Error struct {
	Source string // as in Document.Source
	Stage  string // open, decode, read, clean
	Reason string // what is wrong
	Remedy string // what the user can do, may be empty
}

// Error returns "source: reason (remedy)".
func (e *Error) Error() string {
	var b strings.Builder
	if e.Source != "" {
		b.WriteString(e.Source)
		b.WriteString(": ")
	}
	b.WriteString(e.Reason)
	if e.Remedy != "" {
		b.WriteString(" (")
		b.WriteString(e.Remedy)
		b.WriteString(")")
	}
	return b.String()
}
