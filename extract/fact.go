package extract

import "zhibiao/message"

// Fact is one quantity together with one subject. Offsets count code points
// of Document.Text, half-open. The fields are those of the facts table that
// depend on the text; dataset adds the document's.
type Fact struct {
	Origin     string // text or table
	Start, End int
	Quote      string

	Value       *float64 // nil for a goal without a number
	Low, High   *float64 // both or neither
	Unit        string   // without scale; "" where there is none
	UnitWritten string   // as written, with scale: 亿元
	Dimension   string
	ValueSI     *float64
	UnitSI      string

	Bound    string // eq, approx, ge, le, range
	Modifier string // the words: 左右, 超
	Measure  string // level, growth, change, multiple, rank
	Base     string // yoy, mom, annual_avg, other, or ""

	Subject                  string
	SubjectStart, SubjectEnd int // both 0 where the subject does not stand in one piece
	Qualifier, Action        string
	Indicator, IndicatorName string // the lexicon's id and Chinese name, "" where none fits
	Scope                    string // whole, part, elsewhere

	Period                 string
	PeriodStart, PeriodEnd string // YYYY-MM-DD, inclusive
	Status                 string // actual, estimate, target

	Section   string // heading path
	Chapter   string
	Paragraph int
	Sentence  int    // index in Document.Sentences
	Context   string // of a table's fact what stands for its sentence: title, heads, row; else ""

	Rules      []string // ids of the rules that made it, in the order they fired
	Confidence float64
}

// Quantity is a number found in a text, whether it makes a fact or not.
type Quantity struct {
	Start, End int
	Quote      string
	Value      float64
	Low, High  *float64
	Unit       string
	Bound      string
	Dimension  string
	Kind       string // number, percent, fraction, range, currency, count, dimension, multiple, ordinal
	Fact       bool   // it made at least one fact
	Why        string // why it makes no fact, "" if it does
}

// Counts tells whether q is a quantity at all: names, idioms and words that
// hold a numeral are none, ordinals and bare numbers are.
func (q *Quantity) Counts() bool {
	switch q.Why {
	case "name", "idiom", "slogan", "meeting", "date", "document_number", "word", "unit":
		return false
	}
	return true
}

// PeriodMention is a period named in a text.
type PeriodMention struct {
	Start, End int
	Quote      string
	Period     string
	From, To   string // YYYY-MM-DD, inclusive
}

// Result is what Extract finds in a document.
type Result struct {
	Facts      []Fact
	Quantities []Quantity
	Periods    []PeriodMention
	Warnings   []message.Text // tables that were left out, with their place
}
