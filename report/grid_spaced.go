package report

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhibiao/han"
	"zhibiao/report/columns"
)

// spacedLine is a line of text with the bytes at which its words start.
type spacedLine struct {
	from, to int
	words    []gridCell
	tabbed   bool
}

// spacedRows finds tables whose columns stand apart by tabs or by runs of
// spaces.
func spacedRows(text string) []gridRow {
	if !spaced(text) {
		return nil
	}
	lines := spacedLines(text)
	rows := findRows(text, lines, tabPlace)
	countTabs(text, rows)
	for _, r := range rows { // the rest is looked for in what is left
		k, _ := slices.BinarySearchFunc(lines, r.from, func(l spacedLine, from int) int { return l.from - from })
		lines[k].words = []gridCell{{from: r.from, to: r.from}}
	}
	even := slices.Clone(lines) // those with tabs say nothing of places
	for i := range even {
		if l := &even[i]; l.tabbed {
			l.words = []gridCell{{from: l.from, to: l.from}}
		}
	}
	narrow, wide := findRows(text, even, narrowPlace), findRows(text, even, widePlace)
	best := narrow
	if len(wide) > len(narrow) || len(wide) == len(narrow) && unevenness(text, wide, widePlace) < unevenness(text, narrow, narrowPlace) {
		best = wide
	}
	rows = append(rows, best...)
	rows = append(rows, looseRows(text, lines, rows)...)
	slices.SortFunc(rows, func(a, b gridRow) int { return a.from - b.from })
	return rows
}

// spaced is a quick look for lines with a figure behind a gap and a word before
// it: without two of them there is no table.
func spaced(text string) bool {
	n := 0
	for i := 2; i < len(text); i++ {
		if text[i] >= 0xE0 {
			i += 2 // the rest of a Chinese character
			continue
		} else if text[i]-'0' > 9 {
			continue
		}
		gap := false
		switch before := text[:i]; before[i-1] {
		case '\t':
			gap = true
		case ' ':
			gap = before[i-2] == ' ' || before[i-2] == 0x80 || before[i-2] == '-'
		case 0x80: // the last byte of a wide space
			gap = strings.HasSuffix(before, "\u3000")
		}
		if gap && strings.TrimSpace(text[strings.LastIndexByte(text[:i], '\n')+1:i]) != "" {
			if n++; n >= 2 {
				return true
			}
		}
	}
	return false
}

// spacedLines cuts the lines of a text into words at tabs, wide spaces and
// runs of spaces.
func spacedLines(text string) []spacedLine {
	var out []spacedLine
	for from := 0; from < len(text); {
		to := lineEnd(text, from)
		l := spacedLine{from: from, to: to}
		start, end, gap, indent := -1, 0, 0, 0
		for i := from; i < to; {
			r, n := rune(text[i]), 1
			if r >= utf8.RuneSelf {
				r, n = utf8.DecodeRuneInString(text[i:])
			}
			w := han.SpaceWidth(r)
			switch {
			case han.IsBreak(r):
			case r == '\t':
				gap += 2
				l.tabbed = l.tabbed || start >= 0
			case w > 0:
				gap += w
			default:
				if start < 0 {
					indent = gap
				}
				if start >= 0 && gap >= 2 {
					l.words = append(l.words, gridCell{from: start, to: end, indent: indent})
					start, indent = -1, gap
				}
				if start < 0 {
					start = i
				}
				gap, end = 0, i+n
			}
			i += n
		}
		if start >= 0 {
			l.words = append(l.words, gridCell{from: start, to: end, indent: indent})
		}
		out = append(out, l)
		from = to
	}
	return out
}

// place tells where on its line the byte at i stands; ok is false where the
// line does not count.
type place func(text string, l *spacedLine, i int) (x float64, ok bool)

// tabPlace counts tabs and nothing else.
func tabPlace(text string, l *spacedLine, i int) (float64, bool) {
	return float64(strings.Count(text[l.from:i], "\t")), l.tabbed
}

// narrowPlace counts characters.
func narrowPlace(text string, l *spacedLine, i int) (float64, bool) {
	return float64(utf8.RuneCountInString(text[l.from:i])), true
}

// widePlace counts a Chinese character twice.
func widePlace(text string, l *spacedLine, i int) (float64, bool) {
	n := 0
	for _, r := range text[l.from:i] {
		n++
		if r >= 0x1100 {
			n++
		}
	}
	return float64(n), true
}

// findRows finds tables by the places of words.
func findRows(text string, lines []spacedLine, at place) []gridRow {
	words := make([]columns.Line, len(lines))
	for i := range lines {
		l := &lines[i]
		for _, w := range l.words {
			a, ok := at(text, l, w.from)
			b, _ := at(text, l, w.to)
			if !ok {
				a, b = 0, 0
			}
			words[i] = append(words[i], columns.Word{Text: text[w.from:w.to], From: a, To: max(b, a+0.5)})
		}
	}
	var out []gridRow
	tables, _ := columns.Find(words)
	for _, t := range tables {
		for k, r := range t.Rows {
			l := &lines[r.Line]
			row := gridRow{from: l.from, to: l.to, first: k == 0, short: r.Odd}
			last := l.from
			for i, c := range r.Cells {
				cell := gridCell{from: last, to: last}
				if r.Left != nil && r.Left[i] {
					cell.merged = LeftMark
				}
				if len(c) > 0 {
					cell = gridCell{from: l.words[c[0]].from, to: l.words[c[len(c)-1]].to, indent: l.words[c[0]].indent}
				}
				last = cell.to
				row.cells = append(row.cells, cell)
			}
			out = append(out, row)
		}
	}
	return out
}

// countTabs finds the rows of tables of tabs that have fewer cells than others,
// and those whose cells stand behind more or fewer tabs than those below and
// above them.
func countTabs(text string, rows []gridRow) {
	for from := 0; from < len(rows); {
		to := from + 1
		for to < len(rows) && !rows[to].first {
			to++
		}
		places := tabsBefore(text, rows[from:to])
		for i := from; i < to; i++ {
			r := &rows[i]
			r.short, r.written = true, 0
			last := strings.Count(text[r.from:r.to], "\t")
			for _, p := range places {
				if p <= last {
					r.written++
				}
			}
			for k, c := range r.cells {
				if c.from < c.to && (strings.Count(text[r.from:c.from], "\t") != places[k] || strings.Contains(text[c.from:c.to], "\t")) {
					r.written = 0
				}
			}
		}
		from = to
	}
}

// tabsBefore is how many tabs stand before each column of a table, in most of
// its rows.
func tabsBefore(text string, rows []gridRow) (places []int) {
	for k := range rows[0].cells {
		counts, best := map[int]int{}, 0
		for _, r := range rows {
			if c := r.cells[k]; c.from < c.to {
				n := strings.Count(text[r.from:c.from], "\t")
				counts[n]++
				if counts[n] > counts[best] {
					best = n
				}
			}
		}
		places = append(places, best)
	}
	return places
}

// unevenness is how far the right edges of the figures of a column lie apart,
// summed up.
func unevenness(text string, rows []gridRow, at place) float64 {
	sum, last := 0.0, map[int]float64{}
	for _, r := range rows {
		l := spacedLine{from: r.from, to: r.to}
		for k, c := range r.cells {
			if k == 0 || c.to == c.from {
				continue
			}
			x, _ := at(text, &l, c.to)
			if p, ok := last[k]; ok && !r.first {
				sum += max(x-p, p-x)
			}
			last[k] = x
		}
	}
	return sum
}
