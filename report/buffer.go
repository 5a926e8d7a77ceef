package report

// line is a stretch of buffer.r that stood on a line of the source.
type line struct {
	start, end int
	indent     int  // leading spaces, a wide one counts 2
	blank      bool // an empty line stood before it
	bold       int  // end of the bold phrase that the line opens with, else 0
	mark       bool // a Markdown heading mark opened it
	item       bool // a Markdown list mark opened it
	drop       bool // furniture: not in the clean text
	tail       bool // stands behind the end of the report's body
	row        int  // ordinal in buffer.rows from 1; 0 for a line that is no row of a table
	// Its size in the source, spaces and indent counted: in characters, and in
	// columns, a Chinese character being two wide. Set by size.
	chars, columns int
}

// buffer is text on its way to a Document: runes, where each came from, and
// the lines they make. Lines are not empty and in order.
type buffer struct {
	r     []rune
	raw   []int32
	lines []line
	rows  []bufferRow
	han   int // Chinese characters
}
