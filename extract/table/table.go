package table

import (
	"math/big"

	"zhibiao/extract/lang"
	"zhibiao/extract/quantity"
	"zhibiao/report"
)

// Reader reads tables. It is immutable and safe for concurrent use.
type Reader struct {
	units *quantity.Units
	known func(name string) bool
}

// New makes a Reader. known tells the names of indicators.
func New(units *quantity.Units, known func(name string) bool) *Reader {
	return &Reader{units: units, known: known}
}

// Context is what the document tells of the place where a table stands.
type Context struct {
	Year     int // the report's
	From, To int // the years that the chapter speaks of, 0 if unknown
	Plan     bool
	Own      []string // names of the report's own area
	Before   *Memory  // what the table before this one leaves, nil where it was left out
	Adjacent bool     // nothing stands between that table and this one
}

// Memory is what a table that goes on with another one takes from it.
type Memory struct {
	heads string
	title string
}

// Figure is a cell that is understood. Offsets are the document's.
type Figure struct {
	Row, Column      int
	Start, End       int
	Value, Low, High *big.Rat // in the base unit; Low and High of a range, else nil
	Unit             *lang.Unit
	UnitWritten      string
	Bound, Modifier  string
	Measure, Base    string
	Subject          string
	LabelStart       int // span of the row's label where the subject stands there in one piece
	LabelEnd         int // else both 0
	Qualifier        string
	Period           lang.Span
	Status           string
	Sentence         string // title, heads and row
	Rules            []string
}

// Result is what Read makes of a table.
type Result struct {
	Figures []Figure
	Prose   bool   // its cells hold words: nothing for this package
	Why     string // why the table is left out, "" if it is not
	Odd     []int  // rows left out because which columns their cells stand in is not known
	Memory  *Memory
}

// Read reads a table of doc.
func (r *Reader) Read(doc *report.Document, t *report.Table, c Context) Result {
	g := newSheet(r, doc, t, c)
	if g.isProse() {
		return Result{Prose: true, Memory: &Memory{}}
	}
	if g.heads == 0 {
		return Result{Why: "its columns have no heads"}
	}
	if g.fewHeads() {
		return Result{Why: "it has more columns than heads"}
	}
	if !g.readTitle() {
		return Result{Why: "it goes on with a table that is not understood"}
	}
	g.readColumns()
	res := Result{Memory: &Memory{heads: g.headText(), title: g.titleText}}
	if g.data == 0 {
		res.Why = "no column of figures is understood"
		return res
	}
	g.findOdd()
	g.readRows()
	res.Figures = g.figures()
	if len(res.Figures) == 0 {
		res.Why = g.why()
		return res
	}
	for i, odd := range g.odd {
		if odd {
			res.Odd = append(res.Odd, i)
		}
	}
	return res
}
