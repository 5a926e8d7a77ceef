package columns

import "slices"

// band is the stretch of a line that a column takes.
type band struct{ from, to float64 }

func (b *band) add(w Word) {
	b.from, b.to = min(b.from, w.From), max(b.to, w.To)
}

// overlap is how much of w lies in b; below zero it is how far away it lies.
func (b band) overlap(w Word) float64 { return min(b.to, w.To) - max(b.from, w.From) }

// nearest is the band that w stands in, or else nearest to.
func nearest(bands []band, w Word) int {
	best := 0
	for i := range bands {
		if bands[i].overlap(w) > bands[best].overlap(w) {
			best = i
		}
	}
	return best
}

// arrange sorts the words of heads and rows into columns. The rows with the
// most figures say where figures stand; heads that stand over none of them
// head the label and other columns of words. It fails where rows contradict
// each other.
func arrange(lines []Line, heads, rows []int) (Table, bool) {
	values := valueBands(lines, rows)
	if values == nil {
		return Table{}, false
	}
	words := wordBands(lines, heads, rows, values)
	bands := slices.Concat(words, values)
	slices.SortFunc(bands, func(a, b band) int {
		if a.from < b.from {
			return -1
		}
		return 1
	})
	t := Table{Columns: len(bands)}
	for _, k := range heads {
		t.Rows = append(t.Rows, Row{Line: k, Cells: headCells(lines[k], bands, values)})
	}
	for i := 1; i < len(heads); i++ {
		if !spread(lines, &t.Rows[i-1], &t.Rows[i]) {
			return Table{}, false
		}
	}
	for _, k := range rows {
		cells, ok := rowCells(lines[k], bands)
		if !ok {
			return Table{}, false
		}
		t.Rows = append(t.Rows, Row{Line: k, Cells: cells, Odd: astray(lines[k], values)})
	}
	return t, true
}

// astray tells a row with a figure that stands below none of the columns.
func astray(l Line, values []band) bool {
	for _, w := range l[1:] {
		if IsFigure(w.Text) && !isSign(w.Text) && values[nearest(values, w)].overlap(w) <= 0 {
			return true
		}
	}
	return false
}

// valueBands are the columns of figures: those of the rows that have the most,
// widened by the others' figures.
func valueBands(lines []Line, rows []int) []band {
	most := 0
	for _, k := range rows {
		most = max(most, figures(lines[k]))
	}
	bands := make([]band, most)
	first := true
	for _, k := range rows {
		if figures(lines[k]) != most {
			continue
		}
		n := 0
		for _, w := range lines[k][1:] {
			if !IsFigure(w.Text) {
				continue
			}
			if first {
				bands[n] = band{w.From, w.To}
			}
			bands[n].add(w)
			n++
		}
		first = false
	}
	for i := 1; i < len(bands); i++ {
		if bands[i].from < bands[i-1].to {
			return nil // columns that run into each other
		}
	}
	return bands
}

// wordBands are the columns that hold no figures: the label's, and those that
// a head names between it and the figures or behind them.
func wordBands(lines []Line, heads, rows []int, values []band) []band {
	label := band{lines[rows[0]][0].From, lines[rows[0]][0].To}
	for _, k := range rows {
		label.from = min(label.from, lines[k][0].From)
		label.to = max(label.to, lines[k][0].To)
	}
	label.to = min(label.to, values[0].from)
	out := []band{label}
	for _, k := range heads {
		head := lines[k]
		for i, g := range merge(head) {
			w := Word{From: head[g[0]].From, To: head[g[len(g)-1]].To}
			if i == 0 || values[nearest(values, w)].overlap(w) > 0 || len(out) > 1 && out[nearest(out[1:], w)+1].overlap(w) > 0 {
				continue
			}
			if b, ok := wordColumn(lines, rows, head, i, w, values); ok {
				out = append(out, b)
			}
		}
	}
	for i := 1; i < len(out); i++ { // the label ends where the next column starts
		if out[i].from > label.from && out[i].from < out[0].to {
			out[0].to = out[i].from
		}
	}
	return out
}

// wordColumn widens a head, the n-th of its line, by the words that stand below
// it. There is a column only where most rows have a word there.
func wordColumn(lines []Line, rows []int, line Line, n int, head Word, values []band) (band, bool) {
	b := band{head.From, head.To}
	found := 0
	for _, k := range rows {
		for i, w := range lines[k] {
			if i == 0 && !ordered(lines[k]) && figures(lines[k]) > 0 && below(line, line[0], w) {
				continue // the row's label
			}
			label := i == 1 && n == 1 && ordered(lines[k])
			if !IsFigure(w.Text) && values[nearest(values, w)].overlap(w) <= 0 && (label || below(line, head, w)) {
				b.add(w)
				found++
				break
			}
		}
	}
	return b, found*2 > len(rows)
}

// below tells that a word stands below a head of a line: no other is nearer, and
// the gap between them is less than three times the head's width.
func below(line Line, head, w Word) bool {
	h := band{head.From, head.To}
	for _, o := range line {
		if o != head && (band{o.From, o.To}).overlap(w) > h.overlap(w) {
			return false
		}
	}
	return h.overlap(w) > -3*(head.To-head.From)
}

// rowCells sorts a row's words. It fails where two figures fall into one
// column.
func rowCells(l Line, bands []band) ([][]int, bool) {
	cells := make([][]int, len(bands))
	k := 0
	for i, w := range l {
		if i > 0 || bands[0].overlap(w) <= 0 {
			k = max(k, nearest(bands, w))
		}
		if IsFigure(w.Text) && len(cells[k]) > 0 {
			return nil, false
		}
		cells[k] = append(cells[k], i)
	}
	return cells, true
}

// headCells sorts a head's words: each to the column that it stands over, or
// one after the other where there are as many as columns, or as figures' columns
// and none over the labels.
func headCells(l Line, bands, values []band) [][]int {
	cells := make([][]int, len(bands))
	groups := merge(l)
	k := 0
	figures := len(groups) == len(values) && bands[0].overlap(l[0]) <= 0
	for i, g := range groups {
		w := Word{From: l[g[0]].From, To: l[g[len(g)-1]].To}
		switch {
		case len(groups) == len(bands):
			k = i
		case figures:
			k = slices.Index(bands, values[i])
		case i > 0 || len(groups) == 1 || bands[0].overlap(w) <= 0:
			k = max(k, nearest(bands, w))
		}
		cells[k] = append(cells[k], g...)
	}
	return cells
}
