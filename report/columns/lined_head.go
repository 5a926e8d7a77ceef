package columns

// tableAt reads the table whose head opens at line i, nil if there is none.
func (s *stack) tableAt(i int) *lined {
	label := i
	if s.kinds[i] == wordLine && orderHead.MatchString(s.lines[i]) {
		label++
	}
	if label >= len(s.lines) || !s.labelHead(label) {
		return nil
	}
	var best *lined
	for n := label - i + 2; n <= mostLined && s.heads(i, i+n); n++ {
		if t := s.body(i+n, span(i, n), label > i); t.better(best) {
			t.rows = append([][]Place{places(i, n)}, t.rows...)
			best = t
		}
	}
	if t := s.twoHeads(i, label); t.better(best) {
		best = t
	}
	return best
}

// better tells that t fits the lines better than o; either may be nil.
func (t *lined) better(o *lined) bool {
	switch {
	case t == nil || o == nil:
		return t != nil
	case len(t.odd) != len(o.odd):
		return len(t.odd) < len(o.odd)
	}
	return t.end > o.end
}

// twoHeads reads a table whose heads stand on two rows: years, and below each
// the same names.
func (s *stack) twoHeads(i, label int) *lined {
	lead, years := label+1-i, 0
	for i+lead < len(s.lines) && s.kinds[i+lead] == wordLine && lead < 4 {
		lead++
	}
	for k := i + lead; k < len(s.lines) && s.kinds[k] == yearLine; k++ {
		years++
	}
	if years == 0 {
		return nil
	}
	below := i + lead + years
	for n := 2; n <= mostLined/years && s.repeats(below, years, n); n++ {
		t := s.body(below+n*years, append(span(i, lead), span(below, n*years)...), label > i)
		if t == nil {
			continue
		}
		top, sub := places(i, lead), []Place{}
		for range lead {
			sub = append(sub, Place{From: below, To: below, Up: true})
		}
		for y := range years {
			top = append(top, places(i+lead+y, 1)...)
			for range n - 1 {
				top = append(top, Place{From: i + lead + y + 1, To: i + lead + y + 1, Left: true})
			}
		}
		t.rows = append([][]Place{top, append(sub, places(below, n*years)...)}, t.rows...)
		return t
	}
	return nil
}

// span lists n lines from line i.
func span(i, n int) (lines []int) {
	for k := range n {
		lines = append(lines, i+k)
	}
	return lines
}

// places are n cells of a line each, from line i.
func places(i, n int) (row []Place) {
	for k := range n {
		row = append(row, Place{From: i + k, To: i + k + 1})
	}
	return row
}
