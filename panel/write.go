package panel

import (
	"io"

	"zhibiao/dataset"
	"zhibiao/export"
)

// Table is the panel as a table, a row a line.
func Table(rows []Row) export.Table { return export.TableOf("panel", export.Rows(rows)) }

// WriteFile writes rows to path, whole or not at all, in the format that its
// ending names: .csv, .parquet, or a workbook (.xlsx). The same rows make the
// same bytes.
func WriteFile(path string, rows []Row, meta dataset.Meta) error {
	if export.FormatOf(path, export.XLSX) == "" {
		return export.WriteFile(path, Table(rows), meta)
	}
	return export.Atomic(path, func(w io.Writer) error { return writeWorkbook(w, rows, meta) })
}
