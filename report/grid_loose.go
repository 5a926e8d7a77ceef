package report

import (
	"strings"

	"zhibiao/report/columns"
)

// looseRows are lines whose words stand apart as those of a table do, and that
// are in none of the tables found: one of their rows contradicts the others.
// Read as prose, their words would run together. Tabs still tell their cells;
// where they are parted by spaces nothing says what stands under what.
func looseRows(text string, lines []spacedLine, rows []gridRow) (out []gridRow) {
	taken := map[int]bool{}
	for _, r := range rows {
		taken[r.from] = true
	}
	for i := 0; i < len(lines); {
		run, end := looseRun(text, lines[i:], taken)
		if len(run) == 0 {
			i++
			continue
		}
		beside := end+i < len(lines) && taken[lines[end+i].from] || follows(lines[:i], taken)
		if enough(text, run, beside) {
			for k := range run {
				row := looseRow(text, &run[k])
				row.first = k == 0
				row.short = row.short || beside // what heads it is not known
				out = append(out, row)
			}
		}
		i += end
	}
	return out
}

// looseRun lists the lines from the first on that may be rows, and tells where
// they end. A line of one word may stand between them.
func looseRun(text string, lines []spacedLine, taken map[int]bool) (run []spacedLine, end int) {
	var between []spacedLine
	for ; end < len(lines); end++ {
		l := &lines[end]
		w := wordsOf(text, l)
		switch {
		case len(w) == 0 && !taken[l.from]:
		case taken[l.from], len(w) == 1 && (len(run) == 0 || len(between) > 0), columns.IsProse(w), columns.IsTitle(w):
			return run, end
		case len(w) > 1:
			run = append(append(run, between...), *l)
			between = nil
		default:
			between = append(between, *l)
		}
	}
	return run, end
}

// follows tells that the last of the lines with words is a table's. One of one
// word may stand behind it.
func follows(lines []spacedLine, taken map[int]bool) bool {
	alone := 0
	for k := len(lines) - 1; k >= 0 && alone < 2; k-- {
		switch l := &lines[k]; {
		case taken[l.from]:
			return true
		case len(l.words) > 1:
			return false
		default:
			alone += len(l.words)
		}
	}
	return false
}

// enough tells that lines are a table's: two of them hold figures and words, and
// one has tabs or two figures, or a figure stands beside a table that is known.
func enough(text string, run []spacedLine, beside bool) bool {
	rows, figures, apart := 0, 0, false
	for i := range run {
		w := wordsOf(text, &run[i])
		n := 0
		for _, k := range w {
			if columns.IsFigure(k.Text) {
				n++
			}
		}
		figures += n
		if columns.IsRow(w) || n > 1 && n < len(w) {
			rows++
		}
		apart = apart || run[i].tabbed || n > 1
	}
	return rows > 1 && apart || beside && figures > 0
}

func wordsOf(text string, l *spacedLine) (out columns.Line) {
	for _, w := range l.words {
		if w.from < w.to {
			out = append(out, columns.Word{Text: text[w.from:w.to]})
		}
	}
	return out
}

func looseRow(text string, l *spacedLine) gridRow {
	row := gridRow{from: l.from, to: l.to}
	if !strings.Contains(text[l.from:l.to], "\t") {
		row.cells, row.short = l.words, len(l.words) > 1
		return row
	}
	at := l.from
	for cell := range strings.SplitSeq(strings.TrimSuffix(text[l.from:l.to], "\n"), "\t") {
		row.cells = append(row.cells, cellOf(cell, at))
		at += len(cell) + 1
	}
	return row
}
