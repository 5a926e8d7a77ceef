package panel

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"math"

	"github.com/xuri/excelize/v2"

	"zhibiao/dataset"
	"zhibiao/export"
)

// The workbook's sheets.
const (
	panelSheet  = "面板"
	notesSheet  = "说明"
	sourceSheet = "来源"
	doubtSheet  = "待核查"
)

// maxLinked is how many rows get links: a sheet holds 65,530 of them, and the
// library looks through all for each.
const maxLinked = 20000

// writeWorkbook writes the panel as one hands it on: in units people read, with
// what each column means, the sentences behind each figure, and what to check.
func writeWorkbook(w io.Writer, rows []Row, meta dataset.Meta) (err error) {
	if len(rows) > export.MaxRows {
		return fmt.Errorf("a sheet holds %d rows and the panel has %d; choose fewer, or write .csv or .parquet", export.MaxRows, len(rows))
	}
	x := excelize.NewFile()
	defer func() { err = errors.Join(err, x.Close()) }()
	if err := x.SetDocProps(&excelize.DocProperties{Creator: "zhibiao " + meta.Version, Title: "zhibiao panel"}); err != nil {
		return err
	}
	b := book{x: x, rows: rows, shown: scales(rows)}
	if b.styles, err = newStyles(x); err != nil {
		return err
	}
	for i, s := range []sheet{b.panel(), b.notes(), b.sources(), b.doubts()} {
		if err := b.write(i, s); err != nil {
			return fmt.Errorf("sheet %s: %w", s.name, err)
		}
	}
	return export.WriteBook(w, x)
}

// book is a workbook in the making.
type book struct {
	x      *excelize.File
	rows   []Row
	shown  map[series]scale
	styles styles
}

// sheet is one of its sheets before it is written.
type sheet struct {
	name   string
	head   []string
	rows   [][]any
	widest float64 // of a column, in characters
	wrap   bool    // long text runs on in the next line
	styled func(row, column int) (style int)
	links  []link
}

// link leads from a cell to a place in the workbook.
type link struct{ cell, place string }

func (b *book) write(index int, s sheet) error {
	if index == 0 {
		if err := b.x.SetSheetName("Sheet1", s.name); err != nil {
			return err
		}
	} else if _, err := b.x.NewSheet(s.name); err != nil {
		return err
	}
	last, err := excelize.CoordinatesToCellName(len(s.head), len(s.rows)+1)
	if err != nil {
		return err
	}
	// What is not a cell comes first: a stream writes it as it is now.
	if err := errors.Join(b.x.SetSheetDimension(s.name, "A1:"+last), b.x.AutoFilter(s.name, "A1:"+last, nil), b.printable(s.name)); err != nil {
		return err
	}
	for _, l := range s.links {
		if err := b.x.SetCellHyperLink(s.name, l.cell, l.place, "Location"); err != nil {
			return err
		}
	}
	out, err := b.x.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	widths := s.widths()
	for i, width := range widths {
		if err := out.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	head := make([]any, len(s.head))
	for i, name := range s.head {
		head[i] = excelize.Cell{StyleID: b.styles.head, Value: name}
	}
	if err := out.SetRow("A1", head); err != nil {
		return err
	}
	for i, row := range s.rows {
		cells := export.SheetCells(row)
		for k := range cells {
			if style := b.styleOf(&s, i, k); style != 0 {
				cells[k] = excelize.Cell{StyleID: style, Value: cells[k]}
			}
		}
		height := excelize.RowOpts{}
		if s.wrap {
			height.Height = lineHeight * lineCount(row, widths)
		}
		if err := out.SetRow(fmt.Sprintf("A%d", i+2), cells, height); err != nil {
			return err
		}
	}
	return out.Flush()
}

// printable lays a sheet out for paper: across, as wide as a page, with the
// head on each.
func (b *book) printable(name string) error {
	fit, across, a4, wide, high := true, "landscape", 9, 1, 0 // pages; 0 is as many as needed
	return errors.Join(
		b.x.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}),
		b.x.SetPageLayout(name, &excelize.PageLayoutOptions{Orientation: &across, Size: &a4, FitToWidth: &wide, FitToHeight: &high}),
		b.x.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: name + "!$1:$1", Scope: name}),
	)
}

func (b *book) styleOf(s *sheet, row, column int) int {
	if s.styled != nil {
		if style := s.styled(row, column); style != 0 {
			return style
		}
	}
	if s.wrap {
		return b.styles.wrap
	}
	return 0
}

// widths fit the columns to what they hold.
func (s *sheet) widths() []float64 {
	widths := make([]float64, len(s.head))
	for i, name := range s.head {
		widths[i] = textWidth(name) + 3 // the filter's button
	}
	for _, row := range s.rows {
		for i, v := range row {
			widths[i] = max(widths[i], textWidth(export.Cell(v))+1)
		}
	}
	for i := range widths {
		widths[i] = min(widths[i], cmp.Or(s.widest, 40))
	}
	return widths
}

// lineHeight is the height of a line, in points, and highest that of a row.
const (
	lineHeight = 15
	highest    = 400
)

// lineCount is how many lines a row takes where long text runs on.
func lineCount(row []any, widths []float64) float64 {
	most := 1.0
	for i, v := range row {
		most = max(most, math.Ceil(textWidth(export.Cell(v))/(widths[i]-2)))
	}
	return min(most, highest/lineHeight)
}

// textWidth is the width of a text in characters of a sheet's font: two for a
// Chinese one.
func textWidth(s string) float64 {
	n := 0
	for _, r := range s {
		n++
		if r >= 0x2E80 {
			n++
		}
	}
	return float64(n)
}

// styles are the numbers of the styles in use.
type styles struct{ head, link, center, met, missed, wrap int }

func newStyles(x *excelize.File) (s styles, err error) {
	fill := func(color string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
	}
	center := &excelize.Alignment{Horizontal: "center"}
	for _, c := range []struct {
		id    *int
		style excelize.Style
	}{
		{&s.head, excelize.Style{Font: &excelize.Font{Bold: true}, Fill: fill("E7E6E6"), Alignment: &excelize.Alignment{Vertical: "center"}}},
		{&s.link, excelize.Style{Font: &excelize.Font{Color: "0563C1", Underline: "single"}, Alignment: &excelize.Alignment{Vertical: "top"}}},
		{&s.center, excelize.Style{Alignment: center}},
		{&s.met, excelize.Style{Font: &excelize.Font{Color: "006100"}, Fill: fill("C6EFCE"), Alignment: center}},
		{&s.missed, excelize.Style{Font: &excelize.Font{Color: "9C0006"}, Fill: fill("FFC7CE"), Alignment: center}},
		{&s.wrap, excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}}},
	} {
		if *c.id, err = x.NewStyle(&c.style); err != nil {
			return s, err
		}
	}
	return s, nil
}
