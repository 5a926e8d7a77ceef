package report

import "zhibiao/message"

// Raw is what a reader found in a file: decoded text and what the format said
// about it. Zero values mean unknown.
type Raw struct {
	Source, Format, Encoding string
	Bytes                    int    // size of the input
	Text                     string // decoded text, the source that Document.Raw points into
	// Title, Region, Date, Year and Kind come from table columns or HTML meta.
	Title, Region, Date string
	Year                int
	Kind                string
	Warnings            []message.Text
	// Lines says that every line break ends a paragraph (docx, html), so that
	// nothing needs to be rejoined.
	Lines bool
	// Notes holds footnotes kept apart; they stand at the end of the document
	// as chapter other. Their offsets continue behind Text and one line break.
	Notes string
}

// Options say what the caller knows better than the document. The zero value
// works.
type Options struct {
	Regions RegionFinder // may be nil: regions then stay as written, without code
	// Year, Region and Kind override what is read off the document (flags and
	// the manifest).
	Year         int
	Region, Kind string
	Hint         Hints
}

// Hints are weaker than the document's own head.
type Hints struct {
	Name   string // file name without folder; taken from Raw.Source if empty
	Folder string // folder it lies in; taken from Raw.Source if empty
}

// Marks with which a reader writes a table into Raw.Text. Each row is a line
// that RowMark opens, the first of a table TableMark; CellMark parts its cells,
// and leading spaces in a cell are its indent. A cell that holds LeftMark or
// UpMark alone is covered by the cell on its left or above it. In Document.Text
// tabs part the cells.
const (
	TableMark = '\x1d'
	RowMark   = '\x1e'
	CellMark  = '\x1f'
	LeftMark  = '\x1b'
	UpMark    = '\x1c'
)
