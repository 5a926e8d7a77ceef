package read

import (
	"regexp"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"zhibiao/report"
	"zhibiao/report/columns"
)

// reflow makes paragraphs of printed lines: heads, feet and page numbers are
// dropped, and a line continues the one before it unless it is indented or
// the one before stops short of the margin.
func reflow(pages []pdfPage) string {
	lines := unwrap(printedLines(pages, furnitureLines(pages)))
	left, right := margins(lines)
	rows := printedRows(lines)
	var out []string
	var prev *pdfLine
	var ruled ruledRows
	for i := range lines {
		l := &lines[i]
		if l.row != nil {
			out = append(out, ruled.add(l.row))
			prev = nil
			continue
		}
		ruled.last = nil
		if row, ok := rows[i]; ok {
			if row != "" {
				out = append(out, row)
			}
			prev = nil
			continue
		}
		if prev != nil && continues(prev, l, left, right) {
			out[len(out)-1] = joinPrinted(out[len(out)-1], l.text)
		} else {
			out = append(out, l.text)
		}
		prev = l
	}
	return strings.Join(out, "\n")
}

// printedLines are the lines of all pages but for those in drop. Pieces of a
// line that the library has parted, as it does with cells, are one again.
func printedLines(pages []pdfPage, drop map[[2]int]bool) (out []pdfLine) {
	for i := range pages {
		first := len(out)
		for j, l := range pages[i].lines {
			if drop[[2]int{i, j}] {
				continue
			}
			if n := len(out); n > first && l.row == nil && out[n-1].row == nil && beside(&out[n-1], &l) {
				out[n-1].append(&l)
				continue
			}
			out = append(out, l)
		}
	}
	return out
}

// beside tells that b stands on the line of a, on its right.
func beside(a, b *pdfLine) bool {
	size := min(a.size, b.size)
	return abs(a.base-b.base) < sameBase*size && b.left > a.right
}

func (l *pdfLine) append(b *pdfLine) {
	l.text += "\t" + b.text
	l.words = append(l.words, b.words...)
	l.right = b.right
}

// printedRows finds tables by the places of words: the lines of text of those
// printed lines that are rows of one.
func printedRows(lines []pdfLine) map[int]string {
	words := make([]columns.Line, len(lines))
	for i := range lines {
		words[i] = lines[i].words
		if lines[i].row != nil {
			words[i] = columns.Line{{Text: "。"}} // ends a table without rules
		}
	}
	rows := map[int]string{}
	tables, lost := columns.Find(words)
	for _, stretch := range lost {
		loseRows(lines, stretch, rows)
	}
	for _, t := range tables {
		writeRows(lines, &t, rows)
	}
	return rows
}

// writeRows writes the rows of a table; a line that is the half of another
// row's label is empty.
func writeRows(lines []pdfLine, t *columns.Table, rows map[int]string) {
	left := lines[t.Rows[0].Line].left
	for _, r := range t.Rows {
		left = min(left, lines[r.Line].left)
	}
	labels, column := map[int]string{}, labelColumn(lines, t)
	for _, r := range t.Rows {
		labels[r.Line] = printedCell(&lines[r.Line], r.Cells[column])
	}
	gone := wrappedLabels(lines, t, labels, column)
	mark := report.TableMark
	for _, r := range t.Rows {
		if gone[r.Line] {
			rows[r.Line] = ""
			continue
		}
		l := &lines[r.Line]
		cells := make([]string, len(r.Cells))
		for c, idx := range r.Cells {
			cells[c] = printedCell(l, idx)
			if r.Left != nil && r.Left[c] {
				cells[c] = string(report.LeftMark)
			}
		}
		cells[column] = labels[r.Line]
		if len(r.Cells[0]) > 0 && column == 0 { // an indent tells what a label belongs to
			indent := int((l.words[r.Cells[0][0]].From - left) / max(l.size, 4) * 2)
			cells[0] = strings.Repeat(" ", min(max(indent, 0), 40)) + cells[0]
		}
		rows[r.Line] = string(mark) + strings.Join(cells, string(report.CellMark))
		mark = report.RowMark
	}
}

// printedCell joins words of a line.
func printedCell(l *pdfLine, words []int) (s string) {
	for _, w := range words {
		s = joinPrinted(s, l.words[w].Text)
	}
	return s
}

// leastLost is how many rows a table that cannot be read must have to be one.
const leastLost = 4

// loseRows writes the rows of a table whose columns are not known, without
// heads: nothing is read from it, and its cells do not run together.
func loseRows(lines []pdfLine, stretch []int, rows map[int]string) {
	if len(stretch) < leastLost {
		return
	}
	mark := report.TableMark
	for _, k := range stretch {
		var cells []string
		for _, w := range lines[k].words {
			cells = append(cells, w.Text)
		}
		rows[k] = string(mark) + strings.Join(cells, string(report.CellMark))
		mark = report.RowMark
	}
}

// continues tells that line b goes on with the paragraph of line a.
func continues(a, b *pdfLine, left, right float64) bool {
	size := max(a.size, b.size)
	switch {
	case strings.ContainsRune(a.text, '\t') || strings.ContainsRune(b.text, '\t'): // rows of a table
		return false
	case b.left > left+1.2*b.size: // indented
		return false
	case columns.IsTitle(b.words) && !strings.ContainsAny(b.text, "，。"): // of a table
		return false
	case a.right < right-2.5*size && (a.right-a.left < 0.75*(right-left) || closes(a.text)):
		// the paragraph ended before the margin; ragged lines in the middle of
		// a sentence did not
		return false
	case closes(a.text) && numbered.MatchString(b.text): // a heading without indent
		return false
	case a.size > 1.25*b.size || b.size > 1.25*a.size: // a title
		return false
	}
	return true
}

var numbered = regexp.MustCompile(`^([一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节部]|各位代表)`)

// closes tells that a printed line ends where a paragraph may end.
func closes(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune("。！？；：”）", r)
}

// margins are where most lines begin and end.
func margins(lines []pdfLine) (left, right float64) {
	var lefts, rights []float64
	for _, l := range lines {
		if utf8.RuneCountInString(l.text) > 12 {
			lefts, rights = append(lefts, l.left), append(rights, l.right)
		}
	}
	if len(lefts) == 0 {
		return 0, 0
	}
	sort.Float64s(lefts)
	sort.Float64s(rights)
	return lefts[len(lefts)/10], rights[len(rights)*8/10]
}

var (
	digitRun   = regexp.MustCompile(`[0-9０-９一二三四五六七八九十〇IVXivx]+`)
	pageNumber = regexp.MustCompile(`^[\s\-—–－―─_·.~～•第共/页Pp()（）\[\]【】0-9０-９]*$`)
)

// furnitureLines finds heads, feet and page numbers: lines at a page's edges
// that are the same on many pages but for their numbers.
func furnitureLines(pages []pdfPage) map[[2]int]bool {
	drop := map[[2]int]bool{}
	count := map[string]int{}
	for _, p := range pages {
		seen := map[string]bool{}
		for _, j := range edgeLines(p) {
			k := furnitureKey(p.lines[j].text)
			if !seen[k] {
				seen[k] = true
				count[k]++
			}
		}
	}
	need := max(2, (len(pages)+2)/3)
	for i, p := range pages {
		for rank, j := range edgeLines(p) {
			if p.inTable(j) {
				continue
			}
			t := p.lines[j].text
			number := rank%edgeDepth < 2 && pageNumber.MatchString(t) && utf8.RuneCountInString(t) <= 16
			if number || len(pages) > 1 && count[furnitureKey(t)] >= need && utf8.RuneCountInString(t) < 60 {
				drop[[2]int{i, j}] = true
			}
		}
	}
	return drop
}

// inTable tells a line that belongs to a table, which may open or end many
// pages with the same words: its title, its heads, its rows.
func (p *pdfPage) inTable(j int) bool {
	l := &p.lines[j]
	if l.row != nil {
		return true
	}
	if columns.IsTitle(l.words) {
		return true
	}
	above, below := -1, -1 // the nearest lines
	for k := range p.lines {
		switch o := &p.lines[k]; {
		case o.base > l.base+0.5*l.size && (above < 0 || o.base < p.lines[above].base):
			above = k
		case o.base < l.base-0.5*l.size && (below < 0 || o.base > p.lines[below].base):
			below = k
		}
	}
	row := func(k int) bool { return k >= 0 && columns.IsRow(p.lines[k].words) }
	if len(l.words) < 2 {
		return false
	}
	return row(below) || row(above) && row(j)
}

// edgeDepth is how many lines at the top and at the bottom are looked at.
const edgeDepth = 3

// edgeLines are the indexes of a page's highest lines, from the top, then of
// its lowest, from the bottom.
func edgeLines(p pdfPage) []int {
	idx := make([]int, len(p.lines))
	for i := range idx {
		idx[i] = i
	}
	sort.SliceStable(idx, func(a, b int) bool { return p.lines[idx[a]].base > p.lines[idx[b]].base })
	n := min(edgeDepth, len(idx))
	edge := append([]int{}, idx[:n]...)
	for i := range n {
		edge = append(edge, idx[len(idx)-1-i])
	}
	return edge
}

func furnitureKey(s string) string {
	s = strings.Join(strings.Fields(s), "")
	return digitRun.ReplaceAllString(s, "#")
}

// joinPrinted joins two printed lines of one paragraph.
func joinPrinted(a, b string) string {
	x, _ := utf8.DecodeLastRuneInString(a)
	y, _ := utf8.DecodeRuneInString(b)
	if x < 0x250 && y < 0x250 && unicode.IsLetter(x) && unicode.IsLetter(y) {
		return a + " " + b
	}
	return a + b
}
