package columns

// Place is a place of a table whose cells are lines: those from From to To-1,
// none where they are equal. Left and Up tell a place that the cell on its left
// or above it covers.
type Place struct {
	From, To int
	Left, Up bool
}

// Lost is what cannot be read of tables whose cells are lines: from Line on
// lines that surely are a table's and make no grid, or a Row of a table with
// more or fewer figures than it has columns.
type Lost struct {
	Line int
	Row  bool
}

// FindLined finds tables in text that has each cell on a line of its own: a
// head with the columns' names, then rows of a label and the same number of
// figures. A row has as many places as its table has columns.
func FindLined(lines []string) (tables [][][]Place, lost []Lost) {
	s := newStack(lines)
	run := 0 // where the lines since the last table or sentence begin
	for i := 0; i < len(lines); {
		t := s.tableAt(i)
		switch {
		case t != nil:
			tables = append(tables, t.rows)
			lost = append(s.lose(run, i, lost), t.odd...)
			i, run = t.end, t.end
		case s.kinds[i] == otherLine:
			lost = s.lose(run, i, lost)
			i++
			run = i
		default:
			i++
		}
	}
	return tables, s.lose(run, len(lines), lost)
}

// Bounds of a table whose cells are lines.
const (
	mostLined  = 14 // columns
	leastLost  = 8  // figures in lines that are a table left out
	leastPairs = 4  // and places where one follows a label
)

// lose adds the lines from-to to those lost if they can be nothing but a
// table: many figures alone on their lines, with labels between them. The
// numbers of pages in a list of contents grow.
func (s *stack) lose(from, to int, lost []Lost) []Lost {
	figs, pairs, first := 0, 0, -1
	grows, last := true, ""
	for i := from; i < to; i++ {
		if s.kinds[i] != figureLine {
			continue
		}
		figs++
		if i > from && s.kinds[i-1] != figureLine {
			pairs++
			if first < 0 {
				first = i - 1
			}
		}
		if k := s.lines[i]; !plainNumber(k) || len(k) < len(last) || len(k) == len(last) && k < last {
			grows = false
		} else {
			last = k
		}
	}
	if figs < leastLost || pairs < leastPairs || figs*3 < to-from || grows {
		return lost
	}
	return append(lost, Lost{Line: first})
}
