package export

import (
	"encoding/csv"
	"io"
)

// writeCSV writes UTF-8 with the mark by which Excel knows it.
func writeCSV(w io.Writer, t Table) error {
	if _, err := io.WriteString(w, "\uFEFF"); err != nil {
		return err
	}
	c := csv.NewWriter(w)
	cells := make([]string, len(t.Columns))
	for i, col := range t.Columns {
		cells[i] = Harmless(col.Name)
	}
	_ = c.Write(cells) // errors come with Flush
	for row, err := range t.Rows {
		if err != nil {
			return err
		}
		for i, v := range row {
			cells[i] = Cell(v)
		}
		_ = c.Write(cells)
	}
	c.Flush()
	return c.Error()
}
