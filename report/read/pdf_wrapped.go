package read

import "zhibiao/report/columns"

// unwrap makes one line of a row whose label is printed on two, with its
// figures between them: the label's halves and the figures come as lines of
// their own.
func unwrap(lines []pdfLine) []pdfLine {
	out := lines[:0]
	for i := 0; i < len(lines); i++ {
		if i+2 < len(lines) {
			a, b, c := &lines[i], &lines[i+1], &lines[i+2]
			if figuresAlone(b) {
				b, c = c, b
			}
			if halves(a, b) && figuresAlone(c) && a.base > c.base && c.base > b.base {
				a.text += b.text
				a.words[0].Text += b.words[0].Text
				a.words[0].To = max(a.words[0].To, b.words[0].To)
				a.text += "\t" + c.text
				a.words = append(a.words, c.words...)
				a.right, a.base = c.right, c.base
				out = append(out, *a)
				i += 2
				continue
			}
		}
		out = append(out, lines[i])
	}
	return out
}

// halves tells two lines of one word that stand close under each other.
func halves(a, b *pdfLine) bool {
	return len(a.words) == 1 && len(b.words) == 1 && a.base-b.base < 1.9*a.size && abs(a.left-b.left) < 2*a.size
}

func figuresAlone(l *pdfLine) bool {
	for _, w := range l.words {
		if !columns.IsFigure(w.Text) {
			return false
		}
	}
	return len(l.words) > 0
}

// wrappedLabels finds the lines of a table that are the half of a label: they
// stand nearer to the row above or below than rows stand to each other. The
// half goes to that row's label; the result says which lines are gone.
func wrappedLabels(lines []pdfLine, t *columns.Table, labels map[int]string) map[int]bool {
	gone := map[int]bool{}
	for k := 1; k < len(t.Rows); k++ {
		if !labelOnly(&t.Rows[k]) {
			continue
		}
		l := &lines[t.Rows[k].Line]
		above := lines[t.Rows[k-1].Line].base - l.base
		below := 0.0
		if k+1 < len(t.Rows) {
			below = l.base - lines[t.Rows[k+1].Line].base
		}
		switch {
		case above > 0 && above < 0.8*below && !labelOnly(&t.Rows[k-1]) && k > 1:
			labels[t.Rows[k-1].Line] += labels[t.Rows[k].Line]
			gone[t.Rows[k].Line] = true
		case below > 0 && below < 0.8*above && !labelOnly(&t.Rows[k+1]):
			labels[t.Rows[k+1].Line] = labels[t.Rows[k].Line] + labels[t.Rows[k+1].Line]
			gone[t.Rows[k].Line] = true
		}
	}
	return gone
}

func labelOnly(r *columns.Row) bool {
	for _, c := range r.Cells[1:] {
		if len(c) > 0 {
			return false
		}
	}
	return true
}
