package read

import "zhibiao/report/columns"

// unwrap makes one line of a row with cells that are printed on several lines
// while the others stand in their middle: their lines come one by one.
func unwrap(lines []pdfLine) []pdfLine {
	out := lines[:0]
	open := false // the last line is such a row
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		n := len(out)
		end := stackEnd(lines, i)
		cell := l
		if end > i+1 {
			cell = stacked(lines[i:end])
		}
		switch {
		case n > 0 && goesUp(&out[n-1], lines, i, end, open):
			out[n-1].lengthen(lines[i:end])
			open = true
			i = end - 1
		case end > i+1 && n > 0 && beside(&out[n-1], &cell):
			out[n-1].append(&cell)
			open = true
			i = end - 1
		case end > i+1 && end < len(lines) && beside(&cell, &lines[end]):
			out = append(out, cell)
			open = true
			i = end - 1
		case open && l.row == nil && beside(&out[n-1], &l):
			out[n-1].append(&l)
		default:
			out = append(out, l)
			open = false
		}
	}
	return out
}

// mostStacked is how many lines a cell has at most.
const mostStacked = 5

// stackEnd is the end of the lines of one word, from line i on, that stand close
// under each other.
func stackEnd(lines []pdfLine, i int) int {
	end := i + 1
	for end < len(lines) && end-i < mostStacked && under(&lines[end-1], &lines[end]) {
		end++
	}
	return end
}

// goesUp tells that the lines from i to end go on with the last cell of row a,
// whose other cells stand at the height of its first line: behind them the text
// goes on there, or has done so before.
func goesUp(a *pdfLine, lines []pdfLine, i, end int, open bool) bool {
	if a.row != nil || len(a.words) == 0 {
		return false
	}
	last := pdfLine{pdfBox: a.pdfBox, words: a.words[len(a.words)-1:]}
	last.left, last.right = last.words[0].From, last.words[0].To
	if !under(&last, &lines[i]) {
		return false
	}
	return end < len(lines) && beside(a, &lines[end]) || open && len(a.words) > 1
}

// lengthen adds lines to the last cell of a row.
func (l *pdfLine) lengthen(lines []pdfLine) {
	w := &l.words[len(l.words)-1]
	for _, m := range lines {
		w.Text, l.text = joinPrinted(w.Text, m.text), joinPrinted(l.text, m.text)
		w.From, w.To = min(w.From, m.left), max(w.To, m.right)
	}
	l.right = max(l.right, w.To)
}

// under tells that b stands close under a, each of one word.
func under(a, b *pdfLine) bool {
	size := max(a.size, b.size)
	step := a.base - b.base
	aligned := min(abs(a.left-b.left), abs(a.right-b.right), abs(a.left+a.right-b.left-b.right)/2)
	return len(a.words) == 1 && len(b.words) == 1 && step > 0.9*size && step < 1.9*size && aligned < 0.5*size
}

// stacked is the cell that lines under each other are, in their middle.
func stacked(lines []pdfLine) pdfLine {
	cell := lines[0]
	word := columns.Word{From: cell.left, To: cell.right}
	for _, l := range lines {
		word.Text = joinPrinted(word.Text, l.text)
		word.From, word.To = min(word.From, l.left), max(word.To, l.right)
	}
	cell.text, cell.words = word.Text, []columns.Word{word}
	cell.left, cell.right = word.From, word.To
	cell.base = (lines[0].base + lines[len(lines)-1].base) / 2
	return cell
}

// wrappedLabels finds the lines of a table that are the half of a label: they
// stand nearer to the row above or below than rows stand to each other. The
// half goes to that row's label; the result says which lines are gone.
func wrappedLabels(lines []pdfLine, t *columns.Table, labels map[int]string, column int) map[int]bool {
	gone := map[int]bool{}
	for k := 1; k < len(t.Rows); k++ {
		if !labelOnly(&t.Rows[k], column) {
			continue
		}
		l := &lines[t.Rows[k].Line]
		above := lines[t.Rows[k-1].Line].base - l.base
		below := 0.0
		if k+1 < len(t.Rows) {
			below = l.base - lines[t.Rows[k+1].Line].base
		}
		switch {
		case above > 0 && above < 0.8*below && !labelOnly(&t.Rows[k-1], column) && k > 1:
			labels[t.Rows[k-1].Line] += labels[t.Rows[k].Line]
			gone[t.Rows[k].Line] = true
		case below > 0 && below < 0.8*above && !labelOnly(&t.Rows[k+1], column):
			labels[t.Rows[k+1].Line] = labels[t.Rows[k].Line] + labels[t.Rows[k+1].Line]
			gone[t.Rows[k].Line] = true
		}
	}
	return gone
}

// labelOnly tells a row with text in the label's column alone.
func labelOnly(r *columns.Row, column int) bool {
	for k, c := range r.Cells {
		if len(c) > 0 && k != column {
			return false
		}
	}
	return true
}

// labelColumn is the column of the labels: the second where the first holds
// the numbers of the rows.
func labelColumn(lines []pdfLine, t *columns.Table) int {
	numbers := 0
	for _, r := range t.Rows {
		switch s := printedCell(&lines[r.Line], r.Cells[0]); {
		case s == "":
		case columns.IsFigure(s):
			numbers++
		case numbers > 0:
			return 0
		}
	}
	if numbers > 0 && t.Columns > 2 {
		return 1
	}
	return 0
}
