package reporttest

import (
	"encoding/binary"
	"fmt"
	"html"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Grid is a table as its readers have to give it. In its rows < is a place
// that the cell on its left covers, ^ one that the cell above covers; spaces
// before a cell's text are its indent.
type Grid struct {
	Title string // of a line or more
	Rows  [][]string
}

// Grids are tables of invented figures, of the shapes that reports have.
var Grids = []Grid{
	{"表1　2022年末静安区常住人口数及其构成", [][]string{
		{"指标", "年末数（万人）", "比重（%）"},
		{"常住人口", "97.03", "100.00"},
		{"  其中：男性", "46.51", "47.93"},
		{"    女性", "50.52", "52.07"},
	}},
	{"表2　2022年静安区主要指标", [][]string{
		{"指标", "单位", "2022年", "<"},
		{"^", "^", "绝对数", "增长（%）"},
		{"一般公共预算收入", "亿元", "262.43", "5.6"},
		{"进出口总额", "亿元", "1,036.20", "-2.1"},
		{"新增就业岗位", "万个", "2.80", "…"},
	}},
}

func (g *Grid) span(i, k int) (down, right int) {
	down, right = 1, 1
	for k+right < len(g.Rows[i]) && g.Rows[i][k+right] == "<" {
		right++
	}
	for i+down < len(g.Rows) && k < len(g.Rows[i+down]) && g.Rows[i+down][k] == "^" {
		down++
	}
	return down, right
}

func covered(s string) bool { return s == "<" || s == "^" }

// HTML writes the table with colspan and rowspan.
func (g *Grid) HTML() string {
	var b strings.Builder
	fmt.Fprintf(&b, "<p>%s</p><table border=1>", strings.ReplaceAll(g.Title, "\n", "</p><p>"))
	for i, r := range g.Rows {
		b.WriteString("<tr>\n")
		for k, c := range r {
			if covered(c) {
				continue
			}
			tag := "td"
			if i == 0 {
				tag = "th"
			}
			down, right := g.span(i, k)
			text := strings.TrimLeft(c, " ")
			fmt.Fprintf(&b, "<%s rowspan=\"%d\" colspan='%d'><p>%s<span>%s</span></p></%s>\n", tag, down, right, strings.Repeat("&nbsp;", len(c)-len(text)), html.EscapeString(text), tag)
		}
		b.WriteString("</tr>")
	}
	return b.String() + "</table>"
}

// Word writes the table for a DOCX body, with merged cells.
func (g *Grid) Word() string {
	var b strings.Builder
	for l := range strings.SplitSeq(g.Title, "\n") {
		b.WriteString(Para(l))
	}
	b.WriteString("<w:tbl><w:tblPr/>")
	for i, r := range g.Rows {
		b.WriteString("<w:tr>")
		for k, c := range r {
			if c == "<" {
				continue
			}
			down, right := g.span(i, k)
			fmt.Fprintf(&b, `<w:tc><w:tcPr><w:gridSpan w:val="%d"/>`, right)
			switch {
			case c == "^":
				b.WriteString("<w:vMerge/>")
				c = ""
			case down > 1:
				b.WriteString(`<w:vMerge w:val="restart"/>`)
			}
			b.WriteString("</w:tcPr>")
			text := strings.TrimLeft(c, " ")
			// two paragraphs in a cell, where its text has a bracket
			first, rest, two := strings.Cut(text, "（")
			fmt.Fprintf(&b, `<w:p><w:pPr><w:ind w:left="%d"/></w:pPr>%s</w:p>`, 105*(len(c)-len(text)), Run(first))
			if two {
				b.WriteString(Para("（" + rest))
			}
			b.WriteString("</w:tc>")
		}
		b.WriteString("</w:tr>")
	}
	return b.String() + "</w:tbl>"
}

// Spaced writes the table as text whose columns are runs of spaces, with a
// Chinese character as wide as wide others.
func (g *Grid) Spaced(wide int) string {
	width := func(s string) (n int) {
		for _, x := range s {
			n++
			if x >= 0x1100 {
				n += wide - 1
			}
		}
		return n
	}
	column := []int{2}
	for k := range g.Rows[0] {
		most := 8
		for i, r := range g.Rows {
			if _, right := g.span(i, k); right == 1 {
				most = max(most, width(r[k]))
			}
		}
		column = append(column, column[k]+most+4)
	}
	var b strings.Builder
	b.WriteString("        " + strings.ReplaceAll(g.Title, "\n", "\n                  ") + "\n")
	for _, r := range g.Rows {
		at := 0
		for k, c := range r {
			if covered(c) {
				continue
			}
			text := strings.TrimLeft(c, " ")
			pad := max(column[k]+len(c)-len(text)-at, 2)
			b.WriteString(strings.Repeat(" ", pad) + text)
			at += pad + width(text)
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

// Tabbed writes the table as text whose columns tabs part.
func (g *Grid) Tabbed() string {
	var b strings.Builder
	b.WriteString(g.Title + "\n")
	for _, r := range g.Rows {
		var cells []string
		for _, c := range r {
			if covered(c) {
				c = ""
			}
			cells = append(cells, c)
		}
		b.WriteString(strings.Join(cells, "\t") + "\n")
	}
	return b.String()
}

// Markdown writes the table with bars.
func (g *Grid) Markdown() string {
	var b strings.Builder
	b.WriteString(strings.ReplaceAll(g.Title, "\n", "\n\n") + "\n\n")
	for i, r := range g.Rows {
		b.WriteString("| " + strings.NewReplacer("<", "", "^", "").Replace(strings.Join(r, " | ")) + " |\n")
		if i == 0 {
			b.WriteString("|" + strings.Repeat("---|", len(r)) + "\n")
		}
	}
	return b.String()
}

// Widths of the columns in Word's formats, in twentieths of a point.
const cellTwips = 1400

// RTF writes the table for the body of an RTF file. Where wide is true a cell
// over several columns is one that ends where they do, as programs write it
// today; else it is followed by those that it covers, which say so.
func (g *Grid) RTF(wide bool) string {
	var b strings.Builder
	b.WriteString(`\pard ` + rtfText(g.Title+"\n") + "\n")
	for i, r := range g.Rows {
		rows, cells := "", ""
		for k, c := range r {
			down, right := g.span(i, k)
			switch {
			case c == "<" && wide:
				continue
			case c == "<":
				rows += `\clmrg`
			case c == "^":
				rows += `\clvmrg`
			case down > 1:
				rows += `\clvmgf`
			}
			end := k + 1
			if right > 1 && c != "<" {
				if wide {
					end = k + right
				} else {
					rows += `\clmgf`
				}
			}
			rows += fmt.Sprintf(`\clbrdrt\brdrs\cellx%d`, cellTwips*end-108)
			if covered(c) {
				c = ""
			}
			cells += rtfText(c) + `\cell `
		}
		b.WriteString(`\trowd\trleft-108` + rows + `\pard\intbl ` + cells + `\row` + "\n")
	}
	return b.String() + `\pard `
}

// Word97 writes the table for the text of a DOC file, with a row's end as one
// character, and what each row's end says; wide as for RTF.
func (g *Grid) Word97(wide bool) (text string, rows [][]byte) {
	var b strings.Builder
	b.WriteString(strings.ReplaceAll(g.Title, "\n", "\r") + "\r")
	for i, r := range g.Rows {
		le := binary.LittleEndian
		edges, flags := le.AppendUint16(nil, 0xFF94), []byte{} // the first begins at -108
		n := 0
		for k, c := range r {
			if c == "<" && wide {
				continue
			}
			n++
			down, right := g.span(i, k)
			end, flag := k+1, uint16(0)
			switch {
			case c == "<":
				flag = 2
			case right > 1 && wide:
				end = k + right
			case right > 1:
				flag = 1
			}
			if c == "^" {
				flag |= 0x20
			} else if down > 1 {
				flag |= 0x60
			}
			edges = le.AppendUint16(edges, uint16(cellTwips*end-108))
			flags = append(le.AppendUint16(flags, flag), make([]byte, 18)...)
			if covered(c) {
				c = ""
			}
			b.WriteString(c + "\a")
		}
		b.WriteByte(docRowEnd)
		says := append(append([]byte{byte(n)}, edges...), flags...)
		rows = append(rows, says)
	}
	return b.String(), rows
}

// Workbook writes the tables to sheets of one workbook, each under its title.
func Workbook(grids []Grid) ([]byte, error) {
	x := excelize.NewFile()
	for n, g := range grids {
		sheet := fmt.Sprintf("表%d", n+1)
		if _, err := x.NewSheet(sheet); err != nil {
			return nil, err
		}
		titles := strings.Split(g.Title, "\n")
		for i, l := range titles {
			_ = x.SetCellStr(sheet, fmt.Sprintf("A%d", i+1), l)
		}
		for i, r := range g.Rows {
			for k, c := range r {
				if covered(c) {
					continue
				}
				at, _ := excelize.CoordinatesToCellName(k+1, i+1+len(titles))
				_ = x.SetCellStr(sheet, at, c)
				if down, right := g.span(i, k); down*right > 1 {
					end, _ := excelize.CoordinatesToCellName(k+right, i+len(titles)+down)
					_ = x.MergeCell(sheet, at, end)
				}
			}
		}
	}
	_ = x.DeleteSheet("Sheet1")
	b, err := x.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// Lines writes the table as text with each cell on a line of its own, as a page
// is copied whose cells are paragraphs.
func (g *Grid) Lines() string {
	var b strings.Builder
	b.WriteString(g.Title + "\n")
	for _, r := range g.Rows {
		for _, c := range r {
			if !covered(c) && c != "" {
				b.WriteString(c + "\n")
			}
		}
	}
	return b.String()
}
