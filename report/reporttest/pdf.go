package reporttest

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"unicode/utf16"
)

// pdfDoc writes a PDF object by object.
type pdfDoc struct {
	b    bytes.Buffer
	at   []int
	tail string // more entries of the trailer
}

func newPDF() *pdfDoc {
	d := &pdfDoc{}
	d.b.WriteString("%PDF-1.4\n")
	return d
}

func (d *pdfDoc) add(body string) int {
	d.at = append(d.at, d.b.Len())
	fmt.Fprintf(&d.b, "%d 0 obj\n%s\nendobj\n", len(d.at), body)
	return len(d.at)
}

func (d *pdfDoc) stream(dict, data string) int {
	return d.add(fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dict, len(data), data))
}

func (d *pdfDoc) finish(root int) []byte {
	x := d.b.Len()
	fmt.Fprintf(&d.b, "xref\n0 %d\n0000000000 65535 f \n", len(d.at)+1)
	for _, o := range d.at {
		fmt.Fprintf(&d.b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&d.b, "trailer\n<</Size %d/Root %d 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", len(d.at)+1, root, d.tail, x)
	return d.b.Bytes()
}

// Places on a page of A4, in points.
const (
	pdfLeft    = 90.0
	pdfTop     = 750.0
	pdfSize    = 12.0
	pdfLeading = 24.0
	pdfChars   = 34 // of a line
	pdfLines   = 25 // of a page
)

// hex is a text as the PDF's font counts it: UTF-16.
func hex(s string) string {
	var b strings.Builder
	b.WriteByte('<')
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	b.WriteString("> Tj\n")
	return b.String()
}

// Piece is text at a place of a page, in points from its left and bottom.
type Piece struct {
	X, Y float64
	Text string
	Size float64 // pdfSize if 0

	Narrow bool // digits and letters are half as wide as Chinese characters
}

// PDFOf prints pages of placed text in a Chinese font that the file does not
// embed.
func PDFOf(pages [][]Piece) []byte {
	var streams []string
	for _, page := range pages {
		streams = append(streams, Drawn(page))
	}
	return PDFStreams(streams)
}

// Drawn is a page's content stream that prints placed text.
func Drawn(page []Piece) string {
	var c strings.Builder
	for _, p := range page {
		size := p.Size
		if size == 0 {
			size = pdfSize
		}
		font := 1
		if p.Narrow {
			font = 2
		}
		fmt.Fprintf(&c, "BT /F%d %g Tf 1 0 0 1 %g %g Tm %sET\n", font, size, p.X, p.Y, hex(p.Text))
	}
	return c.String()
}

// PDFStreams makes a PDF of pages' content streams, which may use the fonts F1
// and F2; in F2 digits and letters are half as wide as Chinese characters.
func PDFStreams(streams []string) []byte {
	d := newPDF()
	desc := d.add("<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>")
	fonts := ""
	for i, widths := range []string{"", "/W[1 95 500]"} {
		cid := d.add(fmt.Sprintf("<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor %d 0 R/DW 1000%s>>", desc, widths))
		font := d.add(fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/STSong-Light-UniGB-UCS2-H/Encoding/UniGB-UCS2-H/DescendantFonts[%d 0 R]>>", cid))
		fonts += fmt.Sprintf("/F%d %d 0 R", i+1, font)
	}
	parent := len(d.at) + 2*len(streams) + 1
	var kids []string
	for _, c := range streams {
		s := d.stream("", c)
		kids = append(kids, fmt.Sprintf("%d 0 R", d.add(fmt.Sprintf("<</Type/Page/Parent %d 0 R/MediaBox[0 0 595 842]/Resources<</Font<<%s>>>>/Contents %d 0 R>>", parent, fonts, s))))
	}
	pagesObj := d.add(fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", strings.Join(kids, " "), len(streams)))
	return d.finish(d.add(fmt.Sprintf("<</Type/Catalog/Pages %d 0 R>>", pagesObj)))
}

// PDF is the report printed: lines of a fixed width, first lines indented,
// with a running head and page numbers.
func PDF(paragraphs []string) []byte {
	var lines []Piece
	for _, p := range paragraphs {
		r := []rune(p)
		x, n := pdfLeft+2*pdfSize, pdfChars-2
		for len(r) > 0 {
			k := min(n, len(r))
			lines = append(lines, Piece{X: x, Text: string(r[:k])})
			r, x, n = r[k:], pdfLeft, pdfChars
		}
	}
	var pages [][]Piece
	for p := 0; p*pdfLines < len(lines); p++ {
		page := []Piece{{X: 220, Y: 800, Text: "静安区政府工作报告（2023）"}}
		for i, l := range lines[p*pdfLines : min(len(lines), (p+1)*pdfLines)] {
			l.Y = pdfTop - float64(i)*pdfLeading
			page = append(page, l)
		}
		pages = append(pages, append(page, Piece{X: 280, Y: 60, Text: fmt.Sprintf("- %d -", p+1)}))
	}
	return PDFOf(pages)
}

// scan is a PDF whose pages are pictures.
func scan() []byte {
	d := newPDF()
	img := d.stream("/Type/XObject/Subtype/Image/Width 2/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray", "\x00\xff\xff\x00")
	s := d.stream("", "q 595 0 0 842 0 0 cm /I Do Q")
	page := d.add(fmt.Sprintf("<</Type/Page/Parent %d 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I %d 0 R>>>>/Contents %d 0 R>>", s+2, img, s))
	pages := d.add(fmt.Sprintf("<</Type/Pages/Kids[%d 0 R]/Count 1>>", page))
	return d.finish(d.add(fmt.Sprintf("<</Type/Catalog/Pages %d 0 R>>", pages)))
}

// locked is a PDF that wants a password.
func locked() []byte {
	d := newPDF()
	pages := d.add("<</Type/Pages/Kids[]/Count 0>>")
	root := d.add(fmt.Sprintf("<</Type/Catalog/Pages %d 0 R>>", pages))
	h := strings.Repeat("5A", 32)
	enc := d.add("<</Filter/Standard/V 1/R 2/O<" + h + ">/U<" + h + ">/P -4>>")
	d.tail = fmt.Sprintf("/Encrypt %d 0 R/ID[<00><00>]", enc)
	return d.finish(root)
}

// loop is a PDF whose tables point at each other for ever.
func loop() []byte {
	s := "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000>>\nendobj\n"
	x := len(s)
	return []byte(s + fmt.Sprintf("xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000058 00000 n \ntrailer\n<</Size 3/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n", x, x))
}

// PDFs are PDF documents.
func PDFs() []Sample {
	return []Sample{
		{Name: "printed.pdf", Data: PDF(Paragraphs), Format: "pdf", Paragraphs: Paragraphs},
		{Name: "printed.txt", Data: PDF(Paragraphs), Format: "pdf", Paragraphs: Paragraphs},
		{Name: "scan.pdf", Data: scan(), Refused: "scan"},
		{Name: "locked.pdf", Data: locked(), Refused: "encrypted"},
		{Name: "loop.pdf", Data: loop(), Refused: "PDF"},
		{Name: "cut.pdf", Data: []byte("%PDF-1.7\n1 0 obj\n<<"), Refused: "damaged PDF"},
	}
}

// PDFFlate is a PDF of one page whose packed content unpacks to content.
func PDFFlate(content string) []byte {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	_, _ = z.Write([]byte(content))
	_ = z.Close()
	d := newPDF()
	s := d.stream("/Filter/FlateDecode", b.String())
	page := d.add(fmt.Sprintf("<</Type/Page/Parent %d 0 R/MediaBox[0 0 595 842]/Resources<<>>/Contents %d 0 R>>", s+2, s))
	pages := d.add(fmt.Sprintf("<</Type/Pages/Kids[%d 0 R]/Count 1>>", page))
	return d.finish(d.add(fmt.Sprintf("<</Type/Catalog/Pages %d 0 R>>", pages)))
}

// PDFForms is a PDF of one page that draws a form, which draws the next one
// several times, and so on.
func PDFForms(deep, times int) []byte {
	d := newPDF()
	inner, res := "0 0 10 10 re f ", ""
	for range deep {
		s := d.stream("/Type/XObject/Subtype/Form/BBox[0 0 595 842]"+res, inner)
		inner, res = strings.Repeat("/F Do ", times), fmt.Sprintf("/Resources<</XObject<</F %d 0 R>>>>", s)
	}
	s := d.stream("", inner)
	page := d.add(fmt.Sprintf("<</Type/Page/Parent %d 0 R/MediaBox[0 0 595 842]%s/Contents %d 0 R>>", s+2, res, s))
	pages := d.add(fmt.Sprintf("<</Type/Pages/Kids[%d 0 R]/Count 1>>", page))
	return d.finish(d.add(fmt.Sprintf("<</Type/Catalog/Pages %d 0 R>>", pages)))
}
