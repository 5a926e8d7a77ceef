package reporttest

import "strings"

// Files are the table in every format, each behind some paragraphs of the
// report.
func (t *RandomTable) Files(way int) ([]File, error) {
	g := &t.Grid
	before := Paragraphs[:11]
	after := []string{t.Note, Paragraphs[11]}
	if t.Note == "" {
		after = after[1:]
	}
	text := func(table string) []byte {
		return []byte(strings.Join(before, "\n") + "\n" + table + strings.Join(after, "\n") + "\n")
	}
	each := func(lines []string, open, end string) string {
		return open + strings.Join(lines, end+open) + end
	}
	word := func(lines []string) (s string) {
		for _, l := range lines {
			s += Para(l)
		}
		return s
	}
	workbook, err := Workbook([]Grid{*g})
	if err != nil {
		return nil, err
	}
	old, rows := g.Word97(way%2 == 0)
	first, y := written(before, 800)
	plain, below := g.Printed(y, true)
	last, _ := written(after, below)
	page := append(append(first, plain...), last...)
	ruled, rules, below := g.Ruled(y, way)
	last, _ = written(after, below)
	return []File{
		{"a.html", []byte("<html><body>" + each(before, "<p>", "</p>") + g.HTML() + each(after, "<p>", "</p>") + "</body></html>"), true, true},
		{"a.docx", DOCX(word(before) + g.Word() + word(after)), true, true},
		{"a.xlsx", workbook, true, true},
		{"a.md", text(g.Markdown()), false, false},
		{"tabs.txt", text(g.Tabbed()), false, false},
		{"spaces.txt", text(g.Spaced(2)), false, true},
		{"lines.txt", text(g.Lines()), false, false},
		{"a.rtf", []byte(`{\rtf1\ansi\ansicpg936 ` + rtfText(each(before, "", "\n")) + g.RTF(way%2 == 0) + rtfText(each(after, "", "\n")) + `}`), true, true},
		{"a.doc", DOCTables(each(before, "", "\r")+old+each(after, "", "\r"), rows), true, true},
		{"plain.pdf", PDFOf([][]Piece{page}), false, true},
		{"ruled.pdf", PDFStreams([]string{rules + Drawn(append(append(first, ruled...), last...))}), true, true},
	}, nil
}

// written places paragraphs on a page below y.
func written(paragraphs []string, y float64) (out []Piece, below float64) {
	for _, p := range paragraphs {
		r, x := []rune(p), pdfLeft+2*10.0
		for len(r) > 0 {
			k := min(40, len(r))
			out = append(out, Piece{X: x, Y: y, Text: string(r[:k]), Size: 10})
			r, x, y = r[k:], pdfLeft, y-16
		}
	}
	return out, y - 10
}
