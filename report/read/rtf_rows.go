package read

import "strings"

// rtfCell ends a cell in what the reader has collected.
const rtfCell = "\a"

// rtfLines makes lines of what the reader has collected; rows are what the file
// says of the rows in it, unless some are missing.
func rtfLines(s string, rows [][]edgedCell) string {
	s, _ = tidy(s)
	lines := strings.Split(s, "\n")
	n := 0
	for _, l := range lines {
		if strings.HasSuffix(l, rtfCell) {
			n++
		}
	}
	if n != len(rows) {
		rows = make([][]edgedCell, n)
	}
	var out []string
	var table edgedRows
	for _, l := range lines {
		if row, ok := strings.CutSuffix(l, rtfCell); ok {
			table = append(table, rtfRow(strings.Split(row, rtfCell), rows[0]))
			rows = rows[1:]
			continue
		}
		if l = strings.TrimSpace(l); l != "" {
			out = append(append(out, table.lines()...), strings.ReplaceAll(l, rtfCell, "\t"))
			table = nil
		}
	}
	return strings.Join(append(out, table.lines()...), "\n")
}

// rtfRow is a row of cells, of which the file says so much.
func rtfRow(cells []string, says []edgedCell) (row []edgedCell) {
	if len(says) != len(cells) {
		says = make([]edgedCell, len(cells))
	}
	for i, c := range cells {
		cell := says[i]
		cell.text, cell.indent = c, leading(c)
		row = append(row, cell)
	}
	return row
}
