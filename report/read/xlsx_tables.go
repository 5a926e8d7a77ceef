package read

import (
	"context"
	"strings"

	"github.com/xuri/excelize/v2"

	"zhibiao/report"
	"zhibiao/report/columns"
)

// xlsxTables reads a workbook whose sheets hold the tables of one report: a
// communiqué's annex, a budget. ok is false where no sheet looks like that.
func (f *file) xlsxTables(ctx context.Context, x *excelize.File) (r report.Raw, ok bool, fail *report.Error) {
	var lines []string
	figures, size := 0, 0
	for _, name := range x.GetSheetList() {
		if ctx.Err() != nil {
			return r, false, f.fail("read", "stopped: "+ctx.Err().Error(), "run the same command again")
		}
		if visible, err := x.GetSheetVisible(name); err == nil && !visible {
			continue
		}
		s, err := newSheet(x, name, f.opt.Limits.Text-int64(size))
		if err != nil {
			return r, false, f.fail("read", plain(err), "no report is that long: check what it is")
		}
		figures += s.figures()
		for _, l := range s.lines() {
			size += len(l)
			lines = append(lines, l)
		}
	}
	if figures < 4 {
		return r, false, nil
	}
	r = f.raw(kindXLSX)
	r.Text, r.Lines = strings.Join(lines, "\n"), true
	return r, true, nil
}

// xlsxSheet is a sheet's cells as they are shown.
type xlsxSheet struct {
	rows   [][]string
	spans  map[[2]int][2]int // top left place of a merged cell → rows and columns
	hidden map[[2]int]bool   // the other places that merged cells cover
}

func newSheet(x *excelize.File, name string, limit int64) (*xlsxSheet, error) {
	s := &xlsxSheet{spans: map[[2]int][2]int{}, hidden: map[[2]int]bool{}}
	rows, err := x.Rows(name)
	if err != nil {
		return s, nil // a chart, not a table
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		cells, err := rows.Columns(excelize.Options{RawCellValue: false})
		if err != nil {
			return nil, err
		}
		cells = cells[:min(len(cells), maxRight)]
		for i, c := range cells {
			cells[i], _ = tidy(unmarked(c))
			limit -= int64(len(c)) + 1
		}
		if limit < 0 {
			return nil, errLong
		}
		s.rows = append(s.rows, cells)
	}
	merged, err := x.GetMergeCells(name)
	if err != nil {
		return s, nil
	}
	for _, m := range merged {
		k, i, err1 := excelize.CellNameToCoordinates(m.GetStartAxis())
		k2, i2, err2 := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err1 != nil || err2 != nil || i2-i > maxDown || k2-k > maxRight || len(s.hidden) > 1e5 {
			continue
		}
		s.spans[[2]int{i - 1, k - 1}] = [2]int{i2 - i + 1, k2 - k + 1}
		for a := i; a <= i2; a++ {
			for b := k; b <= k2; b++ {
				s.hidden[[2]int{a - 1, b - 1}] = a != i || b != k
			}
		}
	}
	return s, rows.Error()
}

// figures counts the cells that are values.
func (s *xlsxSheet) figures() (n int) {
	for _, r := range s.rows {
		for _, c := range r[min(1, len(r)):] {
			if c = strings.TrimSpace(c); c != "" && columns.IsFigure(c) {
				n++
			}
		}
	}
	return n
}

// filled counts the cells of row i that have text; text is the last of them.
func (s *xlsxSheet) filled(i int) (n int, text string) {
	for _, c := range s.rows[i] {
		if c = strings.TrimSpace(c); c != "" {
			n, text = n+1, c
		}
	}
	return n, text
}

// lines writes the sheet: titles and notes as lines, what is between as
// tables, which empty rows part.
func (s *xlsxSheet) lines() (out []string) {
	g := &grid{}
	flush := func() {
		g.even()
		out = append(out, g.lines()...)
		g = &grid{}
	}
	for i := range s.rows {
		n, text := s.filled(i)
		switch {
		case n == 0:
			flush()
		case n == 1 && (len(g.rows) == 0 || len([]rune(text)) > 40):
			flush()
			out = append(out, cellLine(text))
		default:
			s.row(g, i)
		}
	}
	flush()
	return out
}

// row adds row i to g.
func (s *xlsxSheet) row(g *grid, i int) {
	g.row()
	for k, c := range s.rows[i] {
		if s.hidden[[2]int{i, k}] {
			continue
		}
		down, right := 1, 1
		if span, ok := s.spans[[2]int{i, k}]; ok {
			down, right = span[0], span[1]
		}
		g.cell(c, leading(c), down, right)
	}
}
