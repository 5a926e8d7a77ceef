package reporttest

import "strings"

// Lead is how many of the report's paragraphs stand before a random table.
const Lead = 11

// around are the paragraphs before and behind the table.
func (t *RandomTable) around() (before, after []string) {
	if t.Note != "" {
		after = []string{t.Note}
	}
	return Paragraphs[:Lead], append(after, Paragraphs[Lead])
}

// text is the table as text among the paragraphs.
func (t *RandomTable) text(table string) []byte {
	before, after := t.around()
	return []byte(strings.Join(before, "\n") + "\n" + table + strings.Join(after, "\n") + "\n")
}

// Texts are the ways to write the table as text, without what stands around it.
func (t *RandomTable) Texts() []File {
	return []File{
		{Name: "a.md", Data: []byte(t.Markdown())},
		{Name: "tabs.txt", Data: []byte(t.Tabbed())},
		{Name: "spaces.txt", Data: []byte(t.Spaced(2))},
		{Name: "lines.txt", Data: []byte(t.Lines())},
	}
}

// TextFile is a table that is written as text, among the paragraphs.
func (t *RandomTable) TextFile(name, table string) File {
	return File{Name: name, Data: t.text(table)}
}

// Ragged are the formats that write a row's cells one behind the other, so that
// rows may be of different length.
func (t *RandomTable) Ragged(way int) []File {
	g := &t.Grid
	before, after := t.around()
	old, rows := g.Word97(way%2 == 0)
	return []File{
		{"a.html", []byte("<html><body>" + enclosed(before, "<p>", "</p>") + g.HTML() + enclosed(after, "<p>", "</p>") + "</body></html>"), true, true},
		{"a.docx", DOCX(wordParagraphs(before) + g.Word() + wordParagraphs(after)), true, true},
		{"a.md", t.text(g.Markdown()), false, false},
		{"tabs.txt", t.text(g.Tabbed()), false, false},
		{"lines.txt", t.text(g.Lines()), false, false},
		{"a.rtf", []byte(`{\rtf1\ansi\ansicpg936 ` + rtfText(enclosed(before, "", "\n")) + g.RTF(way%2 == 0) + rtfText(enclosed(after, "", "\n")) + `}`), true, true},
		{"a.doc", DOCTables(enclosed(before, "", "\r")+old+enclosed(after, "", "\r"), rows), true, true},
	}
}

func enclosed(lines []string, open, end string) string {
	return open + strings.Join(lines, end+open) + end
}

func wordParagraphs(lines []string) (s string) {
	for _, l := range lines {
		s += Para(l)
	}
	return s
}

// Files are the table in every format, each behind some paragraphs of the
// report.
func (t *RandomTable) Files(way int) ([]File, error) {
	g := &t.Grid
	before, after := t.around()
	workbook, err := Workbook([]Grid{*g})
	if err != nil {
		return nil, err
	}
	first, y := written(before, 800)
	plain, below := g.Printed(y, true)
	last, _ := written(after, below)
	page := append(append(first, plain...), last...)
	ruled, rules, below := g.Ruled(y, way)
	last, _ = written(after, below)
	return append(t.Ragged(way),
		File{"a.xlsx", workbook, true, true},
		File{"spaces.txt", t.text(g.Spaced(2)), false, true},
		File{"plain.pdf", PDFOf([][]Piece{page}), false, true},
		File{"ruled.pdf", PDFStreams([]string{rules + Drawn(append(append(first, ruled...), last...))}), true, true},
	), nil
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
