package columns

// lined is a table at work.
type lined struct {
	stack   *stack
	columns int
	words   []bool // by column: it holds words
	order   bool   // the first column holds the rows' numbers
	rows    [][]Place
	full    int // how many rows have a value in each column
	odd     []Lost
	end     int // the line behind it
}

// body reads the rows of a table from line i; heads are the lines that name its
// columns. It is nil where the lines are no such rows, or go on with figures
// that fit none.
func (s *stack) body(i int, heads []int, order bool) *lined {
	t := &lined{stack: s, columns: len(heads), order: order}
	first := i
	for k := 0; k < maxGroups && s.group(first); k++ {
		first++
	}
	if !t.shape(first, heads) {
		return nil
	}
	for i < len(s.lines) {
		row, end := t.row(i)
		if row == nil {
			break
		}
		t.rows = append(t.rows, row...)
		i = end
	}
	t.end = i
	least := 2
	if len(heads) == 2 || len(t.odd) > 0 {
		least = 3
	}
	if t.full < least || len(t.odd) > t.full || !s.ends(i) {
		return nil
	}
	return t
}

// shape learns from the row at line i which columns hold words: the label's,
// those before the first figure, and those whose head says so.
func (t *lined) shape(i int, heads []int) bool {
	s := t.stack
	if i+t.columns > len(s.lines) {
		return false
	}
	figures := 0
	for k, h := range heads {
		word := k == 0 && !t.order || k > 0 && !s.figure(i+k)
		if word && figures > 0 && !s.wordHead(h) {
			return false
		}
		if !word && k > 0 {
			figures++
		}
		t.words = append(t.words, word)
	}
	return figures > 0 && (!t.order || t.words[1])
}

// row reads a row at line i: one with all its values, a group, or one with
// more or fewer figures than there are columns.
func (t *lined) row(i int) (rows [][]Place, end int) {
	switch {
	case t.matches(i):
		t.full++
		return [][]Place{places(i, t.columns)}, i + t.columns
	case t.stack.group(i) && t.matches(i+1):
		return [][]Place{t.alone(0, i, i+1)}, i + 1
	}
	if end := t.oddEnd(i); end > 0 {
		t.odd = append(t.odd, Lost{i, true})
		// Figures behind no label are read as nothing.
		return [][]Place{t.alone(0, i, i+1), t.alone(1, i+1, end)}, end
	}
	return nil, 0
}

// alone is a row with one cell, of the lines from-to.
func (t *lined) alone(column, from, to int) []Place {
	row := make([]Place, t.columns)
	for k := range row {
		switch {
		case k < column:
			row[k] = Place{From: from, To: from}
		case k == column:
			row[k] = Place{From: from, To: to}
		default:
			row[k] = Place{From: to, To: to}
		}
	}
	return row
}

// matches tells whether the lines at i are a whole row.
func (t *lined) matches(i int) bool {
	s := t.stack
	if i+t.columns > len(s.lines) {
		return false
	}
	for k, word := range t.words {
		switch {
		case k == 0 && t.order:
			if !isOrder(s.lines[i], t.full+1) {
				return false
			}
		case word && k == 0:
			if !s.label(i) {
				return false
			}
		case word:
			if s.kinds[i+k] != wordLine && !isSign(s.lines[i+k]) {
				return false
			}
		case !s.figure(i + k):
			return false
		}
	}
	return true
}

// oddEnd is the end of a row at line i that has a label and figures, but not
// one for each column; 0 if there is none.
func (t *lined) oddEnd(i int) int {
	s := t.stack
	if t.order || i >= len(s.lines) || !s.label(i) {
		return 0
	}
	k := i + 1
	for _, word := range t.words[1:] {
		if !word {
			break
		}
		if k >= len(s.lines) || s.kinds[k] != wordLine {
			return 0
		}
		k++
	}
	from := k
	for k < len(s.lines) && s.kinds[k] == figureLine && k-from <= t.columns {
		k++
	}
	if k == from || k-from > t.columns {
		return 0
	}
	return k
}
