package panel

import (
	"errors"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"
)

// maxRows is what a sheet holds below its head.
const maxRows = 1<<20 - 1

// writeXLSX writes one sheet; strings are strings there and never formulas.
func writeXLSX(w io.Writer, rows []Row) (err error) {
	if len(rows) > maxRows {
		return fmt.Errorf("a sheet holds %d rows and the panel has %d; write .csv or .parquet", maxRows, len(rows))
	}
	x := excelize.NewFile()
	defer func() { err = errors.Join(err, x.Close()) }()
	const sheet = "panel"
	if err := x.SetSheetName("Sheet1", sheet); err != nil {
		return err
	}
	s, err := x.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	head := make([]any, len(columns))
	for i, c := range columns {
		head[i] = c
	}
	if err := errors.Join(
		s.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}),
		s.SetRow("A1", head),
	); err != nil {
		return err
	}
	for i, r := range rows {
		values := r.values()
		for k, v := range values {
			if str, ok := v.(string); ok {
				values[k] = harmless(str)
			}
		}
		if err := s.SetRow(fmt.Sprintf("A%d", i+2), values); err != nil {
			return err
		}
	}
	if err := s.Flush(); err != nil {
		return err
	}
	return x.Write(w)
}
