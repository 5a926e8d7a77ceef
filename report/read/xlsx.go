package read

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"zhibiao/message"
	"zhibiao/report"
)

// Bounds of a workbook. What is larger than xlsxMemory goes to temporary
// files, which the library deletes on Close.
const (
	xlsxUnpacked = 2 << 30
	xlsxMemory   = 16 << 20
	xlsxHeader   = 10    // a table's header stands in one of the first rows
	xlsxCell     = 32767 // Excel cuts what is longer
)

// readXLSX reads the sheets of a workbook that have a text column, one report
// a row. Rows count from the header on, as in CSV. A workbook without such a
// column whose sheets hold tables of figures is one report.
func readXLSX(ctx context.Context, f *file, out emit) {
	const remedy = "open it in Excel and save it again, or save it as CSV"
	z, err := zip.NewReader(f.r, f.size)
	if err != nil {
		out(report.Raw{}, f.fail("open", "a damaged workbook: "+plain(err), remedy))
		return
	}
	for _, m := range z.File {
		if m.UncompressedSize64 > ratioFree && m.UncompressedSize64/maxRatio > m.CompressedSize64 {
			out(report.Raw{}, f.fail("open", fmt.Sprintf("packed %d times: an archive bomb", m.UncompressedSize64/max(m.CompressedSize64, 1)), "leave it out"))
			return
		}
	}
	if f.size > 4*f.opt.Limits.Document {
		out(report.Raw{}, f.fail("open", "the workbook is too large", "save it as CSV"))
		return
	}
	x, err := excelize.OpenReader(io.NewSectionReader(f.r, 0, f.size), excelize.Options{
		UnzipSizeLimit: xlsxUnpacked, UnzipXMLSizeLimit: xlsxMemory, RawCellValue: true,
	})
	if err != nil {
		if errors.Is(err, excelize.ErrWorkbookFileFormat) {
			out(report.Raw{}, f.fail("open", "a damaged workbook: "+plain(err), remedy))
			return
		}
		out(report.Raw{}, f.fail("open", "the workbook cannot be opened: "+plain(err), remedy))
		return
	}
	defer func() { _ = x.Close() }()
	found := false
	var first []string
	for i, sheet := range x.GetSheetList() {
		sub := *f
		if found {
			sub.source += "#" + sheet
		}
		header, more := sub.sheet(ctx, x, sheet, out)
		if !more {
			return
		}
		if header == nil {
			found = true
		} else if i == 0 || len(first) == 0 {
			first = header
		}
	}
	if found {
		return
	}
	if f.opt.TextColumn == "" {
		r, ok, fail := f.xlsxTables(ctx, x)
		if ok || fail != nil {
			var err error
			if fail != nil {
				err = fail
			}
			out(r, err)
			return
		}
	}
	out(report.Raw{}, f.noTextColumn(first))
}

// sheet reads one sheet. It returns the first row if no header was found
// (nil if it was), and whether to go on.
func (f *file) sheet(ctx context.Context, x *excelize.File, name string, out emit) (header []string, more bool) {
	rows, err := x.Rows(name)
	if err != nil {
		return []string{}, true // a chart, not a table
	}
	defer func() { _ = rows.Close() }()
	var cols fields
	var first []string
	n, width := 0, 0
	for line := 1; rows.Next(); line++ {
		if ctx.Err() != nil {
			out(report.Raw{}, f.fail("read", "stopped: "+ctx.Err().Error(), "run the same command again"))
			return nil, false
		}
		cells, err := rows.Columns()
		if err != nil {
			return nil, out(report.Raw{}, f.rowError(n+1, "the row cannot be read: "+plain(err), "open it in Excel and save it again"))
		}
		if width == 0 {
			if first == nil && len(cells) > 0 {
				first = cells
			}
			if cols = columnsOf(cells, f.opt.TextColumn); cols.text >= 0 {
				width = len(cells)
			} else if line >= xlsxHeader {
				break
			}
			continue
		}
		n++
		if strings.TrimSpace(strings.Join(cells, "")) == "" {
			continue // rows that are only formatted
		}
		cell := func(i int) string {
			if i < 0 || i >= len(cells) {
				return ""
			}
			return cells[i]
		}
		r, fail := f.rowRaw(kindXLSX, n, cols, cell)
		if fail != nil {
			if !out(report.Raw{}, fail) {
				return nil, false
			}
			continue
		}
		if r.Date == "" {
			r.Date = excelDate(cell(cols.date))
		}
		if len([]rune(cell(cols.text))) >= xlsxCell {
			r.Warnings = append(r.Warnings, message.New("warn.full_cell"))
		}
		if !out(r, nil) {
			return nil, false
		}
	}
	if width == 0 {
		if first == nil {
			first = []string{}
		}
		return first, true
	}
	if err := rows.Error(); err != nil {
		return nil, out(report.Raw{}, f.fail("read", fmt.Sprintf("the sheet is damaged behind row %d: %s", n, plain(err)), "open it in Excel and save it again"))
	}
	if n == 0 {
		return nil, out(report.Raw{}, f.fail("read", "the table has no rows", "check the export"))
	}
	return nil, true
}

// excelDate reads a day count as Excel stores dates.
func excelDate(s string) string {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || v < 20000 || v > 60000 {
		return ""
	}
	t, err := excelize.ExcelDateToTime(v, false)
	if err != nil {
		return ""
	}
	return t.Format("2006-01-02")
}
