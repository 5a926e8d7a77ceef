package panel

import (
	"encoding/csv"
	"io"
)

// writeCSV writes UTF-8 with the mark by which Excel knows it.
func writeCSV(w io.Writer, rows []Row) error {
	if _, err := io.WriteString(w, "\uFEFF"); err != nil {
		return err
	}
	c := csv.NewWriter(w)
	_ = c.Write(columns) // errors come with Flush
	cells := make([]string, len(columns))
	for _, r := range rows {
		for i, v := range r.values() {
			cells[i] = text(v)
		}
		_ = c.Write(cells)
	}
	c.Flush()
	return c.Error()
}
