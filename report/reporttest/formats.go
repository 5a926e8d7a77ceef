package reporttest

import (
	"fmt"
	"strings"
)

// File is a file that holds Grids behind paragraphs of the report.
type File struct {
	Name   string
	Data   []byte
	Merged bool // the format says which cells are merged
	Indent bool // and how far labels are indented
}

// GridFiles are the Grids in every format.
func GridFiles() ([]File, error) {
	write := func(one func(*Grid) string) string {
		var b strings.Builder
		for i := range Grids {
			b.WriteString(one(&Grids[i]) + "\n")
		}
		return b.String()
	}
	old := func(wide bool) []byte {
		body, rows := strings.Join(Paragraphs, "\r")+"\r", [][]byte{}
		for i := range Grids {
			t, r := Grids[i].Word97(wide)
			body, rows = body+t+"\r", append(rows, r...)
		}
		return DOCTables(body, rows)
	}
	text := Text()
	body := ""
	for _, p := range Paragraphs {
		body += Para(p)
	}
	workbook, err := Workbook(Grids)
	if err != nil {
		return nil, err
	}
	y, z := 800.0, 800.0
	var page, ruled []Piece
	rules := ""
	for i := range Grids {
		p, below := Grids[i].Printed(y, false)
		page, y = append(page, p...), below
		p, r, below := Grids[i].Ruled(z, i)
		ruled, rules, z = append(ruled, p...), rules+r, below
	}
	return []File{
		{"a.html", []byte("<html><body>" + Article() + write((*Grid).HTML) + "</body></html>"), true, true},
		{"a.docx", DOCX(body + write((*Grid).Word)), true, true},
		{"a.rtf", []byte(`{\rtf1\ansi\ansicpg936 ` + rtfText(text) + write(func(g *Grid) string { return g.RTF(false) }) + `}`), true, true},
		{"wide.rtf", []byte(`{\rtf1\ansi\ansicpg936 ` + rtfText(text) + write(func(g *Grid) string { return g.RTF(true) }) + `}`), true, true},
		{"a.doc", old(false), true, true},
		{"wide.doc", old(true), true, true},
		{"tabs.txt", []byte(text + write((*Grid).Tabbed)), false, false},
		{"wide.txt", []byte(text + write(func(g *Grid) string { return g.Spaced(2) })), false, true},
		{"narrow.txt", []byte(text + write(func(g *Grid) string { return g.Spaced(1) })), false, true},
		{"a.md", []byte(text + "\n" + write((*Grid).Markdown)), false, false},
		{"a.pdf", PDFOf([][]Piece{page}), false, true},
		{"ruled.pdf", PDFStreams([]string{rules + Drawn(ruled)}), true, true},
		{"a.xlsx", workbook, true, true},
	}, nil
}

// rtfText writes text in the code page of an RTF file.
func rtfText(s string) string {
	var b strings.Builder
	for _, c := range GB18030(s) {
		switch {
		case c == '\n':
			b.WriteString("\\par\n")
		case c < 0x80:
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, `\'%02x`, c)
		}
	}
	return b.String()
}
