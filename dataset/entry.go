package dataset

import "strings"

// Origin is what a document was made from, so that the next run can tell
// whether it needs to be read again.
type Origin struct {
	File  string // the file that holds it, without !member or #row
	Hash  Digest // of the file's bytes
	Rules string // hash of whatever else decides on the result
	Parts int    // how many documents the file holds
}

// Entry is a document with its rows, packed for Store.Add.
type Entry struct {
	ID, Source, SHA256 string
	Year               int
	Chars              int32

	document, facts, tokens []byte
}

// NewEntry packs a document's rows. It is the costly half of Store.Add and
// may run on any goroutine.
func NewEntry(doc DocumentRow, facts []FactRow, tokens []TokenRow) Entry {
	e := Entry{
		ID: doc.DocID, Source: doc.Source, SHA256: doc.SHA256, Year: int(doc.ReportYear), Chars: doc.Chars,
		document: encodeRows([]DocumentRow{doc}),
		facts:    encodeRows(facts),
	}
	if tokens != nil {
		e.tokens = encodeRows(tokens)
	}
	return e
}

// validPath makes a path a valid string column.
func validPath(path string) string { return strings.ToValidUTF8(path, "\uFFFD") }
