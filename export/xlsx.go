package export

import (
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"zhibiao/dataset"
)

// MaxRows is what a sheet holds below its head.
const MaxRows = 1<<20 - 1

// writeXLSX writes a workbook of one sheet.
func writeXLSX(w io.Writer, t Table) (err error) {
	x := excelize.NewFile()
	defer func() { err = errors.Join(err, x.Close()) }()
	if err := x.SetSheetName("Sheet1", t.Name); err != nil {
		return err
	}
	// How many rows come is not known yet; a wrong range would hide them from
	// readers that trust it (openpyxl's read_only).
	if err := x.SetSheetDimension(t.Name, ""); err != nil {
		return err
	}
	s, err := x.NewStreamWriter(t.Name)
	if err != nil {
		return err
	}
	bold, err := x.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	head := make([]any, len(t.Columns))
	for i, c := range t.Columns {
		head[i] = excelize.Cell{StyleID: bold, Value: Harmless(c.Name)}
		if err := s.SetColWidth(i+1, i+1, widthOf(c)); err != nil {
			return err
		}
	}
	if err := errors.Join(
		s.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}),
		s.SetRow("A1", head),
	); err != nil {
		return err
	}
	n := 1
	for row, err := range t.Rows {
		if err != nil {
			return err
		}
		if n++; n > MaxRows+1 {
			return fmt.Errorf("a sheet holds %d rows and the table has more; write .csv or .parquet, or choose fewer", MaxRows)
		}
		if err := s.SetRow(fmt.Sprintf("A%d", n), SheetCells(row)); err != nil {
			return err
		}
	}
	if n > 1 { // a table, for its filters, has a row at least
		last, err := excelize.CoordinatesToCellName(len(t.Columns), n)
		if err != nil {
			return err
		}
		if err := s.AddTable(&excelize.Table{Range: "A1:" + last, Name: "zhibiao", StyleName: "TableStyleLight1"}); err != nil {
			return err
		}
	}
	if err := s.Flush(); err != nil {
		return err
	}
	return WriteBook(w, x)
}

// SheetCells are the values as a sheet holds them: strings are strings there
// and never formulas.
func SheetCells(row []any) []any {
	cells := make([]any, len(row))
	for i, v := range row {
		switch x := v.(type) {
		case string:
			cells[i] = Harmless(x)
		case dataset.Date:
			cells[i] = x.String()
		default:
			cells[i] = v
		}
	}
	return cells
}

// widthOf is a width for a column, in characters, by its name and kind: rows
// are written as they come, so that the longest is not known.
func widthOf(c Column) float64 {
	switch c.Name {
	case "sentence", "target_sentence", "actual_sentence":
		return 60
	case "fact_id", "doc_id", "section", "subject":
		return 26
	}
	return float64(max(10, min(24, utf8.RuneCountInString(c.Name)+2)))
}
