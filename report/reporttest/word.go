package reporttest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"strings"
	"unicode/utf16"
)

// Zip packs files under their names, in order: name, content, name, content…
func Zip(files ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i+1 < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err == nil {
			_, err = w.Write([]byte(files[i+1]))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

const wordNS = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`

// Run is a run of Word text.
func Run(s string) string {
	return `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">` + html.EscapeString(s) + `</w:t></w:r>`
}

// Para is a Word paragraph.
func Para(s string) string { return "<w:p><w:pPr><w:jc/></w:pPr>" + Run(s) + "</w:p>" }

// DOCX packs a body, and other parts as name, content.
func DOCX(body string, parts ...string) []byte {
	files := []string{
		"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml", `<?xml version="1.0" encoding="UTF-8"?><w:document ` + wordNS + `><w:body>` + body + `<w:sectPr/></w:body></w:document>`,
	}
	return Zip(append(files, parts...)...)
}

func paras() string {
	var b strings.Builder
	for _, p := range Paragraphs {
		b.WriteString(Para(p))
	}
	return b.String()
}

// reviewed is the report with everything that Word can hide text in.
func reviewed() (body string, want []string) {
	p := Paragraphs
	mid := len([]rune(p[4])) / 2
	a, z := string([]rune(p[4])[:mid]), string([]rune(p[4])[mid:])
	var b strings.Builder
	b.WriteString(`<w:p><w:hyperlink w:anchor="_Toc1">` + Run("一、2022年工作回顾\t1") + `</w:hyperlink></w:p>`)
	for _, s := range p[:4] {
		b.WriteString(Para(s))
	}
	// Half of the sentence is inserted, something deleted, a field, a link.
	b.WriteString(`<w:p>` + Run(a) + `<w:ins w:id="1">` + Run(z) + `</w:ins><w:del w:id="2"><w:r><w:delText>删去100亿元</w:delText></w:r></w:del>` +
		`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE 7</w:instrText></w:r><w:r><w:footnoteReference w:id="2"/></w:r>` +
		`<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏的文字</w:t></w:r></w:p>`)
	box := `<w:txbxContent>` + Para("数据来源：区统计局") + `</w:txbxContent>`
	b.WriteString(`<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">` + box + `</mc:Choice><mc:Fallback>` + box + `</mc:Fallback></mc:AlternateContent></w:r>` +
		`<w:hyperlink w:anchor="x">` + Run(p[5]) + `</w:hyperlink></w:p>`)
	want = append(want, p[:6]...)
	want = append(want, "数据来源：区统计局")
	b.WriteString(`<w:tbl><w:tr><w:tc>` + Para("指标") + `</w:tc><w:tc>` + Para("2022年") + `</w:tc></w:tr><w:tr><w:tc>` + Para("地区生产总值") + Para("（亿元）") + `</w:tc><w:tc>` + Para("2628.5") + `</w:tc></w:tr></w:tbl>`)
	want = append(want, "指标\t2022年", "地区生产总值 （亿元）\t2628.5")
	// One paragraph whose mark is deleted runs into the next.
	one := []rune(p[6])
	b.WriteString(`<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>` + Run(string(one[:20])) + `</w:p>` + Para(string(one[20:])))
	want = append(want, p[6])
	// A break inside a paragraph, and one of a page, which breaks nothing.
	two := []rune(p[7])
	b.WriteString(`<w:p>` + Run(string(two[:2])) + `<w:r><w:br w:type="page"/></w:r>` + Run(string(two[2:])) + `<w:r><w:br/></w:r>` + Run(p[8]) + `</w:p>`)
	want = append(want, p[7], p[8])
	return b.String(), want
}

const footnotes = `<w:footnotes ` + wordNS + `><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>横线</w:t></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>同口径指扣除留抵退税因素。</w:t></w:r></w:p></w:footnote></w:footnotes>`

const numbering = `<w:numbering ` + wordNS + `><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num></w:numbering>`

const styles = `<w:styles ` + wordNS + `><w:style w:styleId="2"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="5"/></w:numPr></w:pPr></w:style></w:styles>`

// numbered is the report whose headings are numbered by Word itself.
func numbered() string {
	var b strings.Builder
	for _, p := range Paragraphs {
		r := []rune(p)
		switch {
		case r[1] == '、': // 一、
			b.WriteString(`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr>` + Run(string(r[2:])) + `</w:p>`)
		case r[0] == '（' && r[2] == '）':
			b.WriteString(`<w:p><w:pPr><w:pStyle w:val="2"/></w:pPr>` + Run(string(r[3:])) + `</w:p>`)
		default:
			b.WriteString(Para(p))
		}
	}
	return b.String()
}

// Words are Word documents, new and old.
func Words() []Sample {
	body, want := reviewed()
	d := func(name string, data []byte) Sample {
		return Sample{Name: name, Data: data, Format: "docx", Paragraphs: Paragraphs}
	}
	rev := d("reviewed.docx", DOCX(body, "word/footnotes.xml", footnotes)).is(want...)
	rev.Notes = "同口径指扣除留抵退税因素。"
	other := strings.NewReplacer("w:", "ns0:", "xmlns:w=", "xmlns:ns0=").Replace(`<w:document ` + wordNS + `><w:body>` + paras() + `</w:body></w:document>`)
	doc := func(name string, data []byte) Sample {
		s := d(name, data)
		s.Format = "doc"
		return s
	}
	return []Sample{
		d("plain.docx", DOCX(paras())),
		d("word.txt", DOCX(paras())),
		d("word.zip", DOCX(paras())),
		d("prefixes.docx", Zip("word/document.xml", other)),
		rev,
		d("numbered.docx", DOCX(numbered(), "word/numbering.xml", numbering, "word/styles.xml", styles)),
		doc("old.doc", DOC(false)),
		doc("wps.wps", DOC(false)),
		doc("rich.doc", RTF()),
		{Name: "locked.doc", Data: DOC(true), Refused: "encrypted"},
		{Name: "locked.docx", Data: OLE(map[string][]byte{"EncryptedPackage": make([]byte, 5000)}), Refused: "encrypted"},
		{Name: "table.xls", Data: OLE(map[string][]byte{"Workbook": make([]byte, 5000)}), Refused: "old Excel"},
		{Name: "bomb.docx", Data: DOCX(strings.Repeat(" ", 100<<20)), Refused: "more than a document"},
		{Name: "long.docx", Data: DOCX(Para(strings.Repeat("一", 9<<20))), Refused: "longer than a report"},
		{Name: "deep.docx", Data: DOCX(strings.Repeat("<w:tbl>", 100000)), Refused: "nested"},
		{Name: "cut.docx", Data: Zip("word/document.xml", `<w:document `+wordNS+`><w:body>`+Para("一")), Refused: "damaged Word"},
		{Name: "nothing.docx", Data: Zip("word/other.xml", "<a/>"), Refused: "missing"},
		{Name: "slides.pptx", Data: Zip("ppt/presentation.xml", "<p/>"), Refused: "presentation"},
		{Name: "open.odt", Data: Zip("mimetype", "application/vnd.oasis.opendocument.text"), Refused: "OpenDocument"},
		{Name: "版式.ofd", Data: Zip("OFD.xml", "<ofd/>"), Refused: "OFD"},
	}
}

// RTF is the report as rich text.
func RTF() []byte {
	var b strings.Builder
	b.WriteString(`{\rtf1\ansi\ansicpg936{\fonttbl{\f0 SimSun;}}{\*\generator x}{\header \'d2\'b3}`)
	for i, p := range Paragraphs {
		b.WriteString(`\pard\plain `)
		for _, u := range utf16.Encode([]rune(p)) {
			switch {
			case u < 0x80:
				b.WriteByte(byte(u))
			case i%2 == 0: // as Word writes
				fmt.Fprintf(&b, `\u%d?`, int16(u))
			default: // as WPS writes
				for _, c := range GB18030(string(rune(u))) {
					fmt.Fprintf(&b, `\'%02x`, c)
				}
			}
		}
		b.WriteString("\\par\r\n")
	}
	b.WriteString("}")
	return []byte(b.String())
}

// XLSX makes a workbook of the rows of its sheet and its shared strings.
func XLSX(rows, strs string) []byte {
	const main = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	return Zip(
		"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
		"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="`+rel+`/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml", `<workbook `+main+` xmlns:r="`+rel+`"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="`+rel+`/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml", `<worksheet `+main+`><sheetData>`+rows+`</sheetData></worksheet>`,
		"xl/sharedStrings.xml", `<sst `+main+`>`+strs+`</sst>`,
	)
}
