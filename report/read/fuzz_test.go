package read

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/parquet-go/parquet-go"

	"zhibiao/report"
	"zhibiao/report/reporttest"
)

// fuzzRead checks what holds for every input: no panic of a reader, valid
// text, errors that say everything.
func fuzzRead(t *testing.T, name string, data []byte) {
	opt := Options{CacheDir: pdfCache, Limits: Limits{Document: 4 << 20, Text: 1 << 20, Unpacked: 16 << 20, PDFTime: 5 * time.Second}}
	for r, err := range Reports(context.Background(), Input{Source: name, Data: data}, opt) {
		var e *report.Error
		switch {
		case err == nil:
			if !utf8.ValidString(r.Text) || !utf8.ValidString(r.Notes) || strings.ContainsAny(r.Text, "\r\x00") {
				t.Fatalf("not a clean text: %q", r.Text)
			}
			if r.Source == "" || r.Format == "" {
				t.Fatalf("without source or format: %+v", r)
			}
		case !errors.As(err, &e) || e.Reason == "" || e.Remedy == "":
			t.Fatalf("an error has to say everything: %v", err)
		case strings.Contains(e.Reason, "broke on it"):
			t.Fatalf("a panic: %v", e)
		}
	}
}

// Seeds are short: the fuzzer spends its time shrinking long ones.

func FuzzText(f *testing.F) {
	f.Add([]byte("一、增长5%\r\n"))
	f.Add([]byte("# 标题\n**二**\x00\xFF"))
	f.Add(reporttest.GB18030("全区生产总值增长5%。"))
	f.Add(reporttest.Big5("全區生產總值增長5%。"))
	f.Add(reporttest.UTF16("全区生产总值增长5%。", true, false))
	f.Add(reporttest.UTF16("全区生产总值增长5%。", false, true))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzRead(t, "a.txt", data) })
}

func FuzzHTML(f *testing.F) {
	f.Add("<p>一<br>二</p><table><tr><td>三<td>四</table>")
	f.Add("<div class=TRS_Editor><font><p>一&nbsp;<a href=x>二</a></font></div><ul><li><a>三</a></ul>")
	f.Add("<title>报告_网</title><meta name=PubDate content=2023-1-2><pre>一\n二</pre><ruby>一<rt>y</rt></ruby>")
	f.Add(strings.Repeat("<i>", 520) + "一<td>二")
	f.Fuzz(func(t *testing.T, page string) { fuzzRead(t, "a.html", []byte("<html>"+page)) })
}

func FuzzMHTML(f *testing.F) {
	f.Add("Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n5LiA\r\n--B--")
	f.Add("Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=E4=B8=80\r\n--B--")
	f.Fuzz(func(t *testing.T, part string) {
		fuzzRead(t, "a.mht", []byte("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"B\"\r\n\r\n--B\r\n"+part))
	})
}

func FuzzDOCX(f *testing.F) {
	f.Add("<w:p><w:r><w:t>一</w:t></w:r></w:p>", "<w:footnotes><w:footnote><w:p/></w:footnote></w:footnotes>", "<w:numbering/>")
	f.Add("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>一</w:t><w:br/></w:r></w:p></w:tc></w:tr></w:tbl>", "", "<w:numbering><w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/></w:lvl></w:abstractNum></w:numbering>")
	f.Add("<mc:AlternateContent><mc:Choice><w:txbxContent><w:p/></w:txbxContent></mc:Choice><mc:Fallback/></mc:AlternateContent>", "", "")
	f.Fuzz(func(t *testing.T, body, notes, numbers string) {
		fuzzRead(t, "a.docx", reporttest.DOCX(body, "word/footnotes.xml", notes, "word/numbering.xml", numbers))
	})
}

func FuzzDOC(f *testing.F) {
	text := []byte("\x00N\x8cN\t\x00\x07\x00\x07\x00\x13\x00A\x00\x14\x00B\x00\x15\x00\r\x00")
	f.Add(uint16(0), uint32(12), uint32(0), []byte("\x02\x10\x00\x00\x00\x00\x00\x00\x00\x0c\x00\x00\x00\x00\x00\x00\x04\x00\x00\x00\x00"), text)
	f.Add(uint16(0), uint32(3), uint32(4), []byte("\x01\x01\x00\x00\x02\x10\x00\x00\x00\x00\x00\x00\x00\x0c\x00\x00\x00\x00\x00\x00\x08\x00\x40\x00\x00"), text)
	f.Fuzz(func(t *testing.T, flags uint16, body, notes uint32, clx, text []byte) {
		fuzzRead(t, "a.doc", reporttest.DOCOf(flags, body, notes, clx, text))
	})
}

func FuzzRTF(f *testing.F) {
	f.Add(`{\ansicpg936 \u19968?\'d2\'bb{\*\x y}{\footnote z}\par \uc2\u-10179??\u-8704??\cell\row}`)
	f.Fuzz(func(t *testing.T, s string) { fuzzRead(t, "a.doc", []byte(`{\rtf1 一`+s)) })
}

func FuzzCSV(f *testing.F) {
	f.Add("一,\"二\n三\"\n四,\"五\"\"六\"\n")
	f.Add("\"\n\"\"\n\"\"\",\r\n")
	f.Fuzz(func(t *testing.T, data string) { fuzzRead(t, "a.csv", []byte("text,标题\n"+data)) })
}

func FuzzJSONL(f *testing.F) {
	f.Add([]byte(`{"text":"一"}` + "\n" + `{"text":["一","二"],"year":2023.0}`))
	f.Add([]byte(`[{"text":"一"},{"text":`))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzRead(t, "a.jsonl", data) })
}

func FuzzXLSX(f *testing.F) {
	f.Add(`<row r="1"><c r="A1" t="inlineStr"><is><t>text</t></is></c></row><row r="2"><c r="A2" t="s"><v>0</v></c></row>`, `<si><t>一</t></si>`)
	f.Add(`<row><c t="str"><f>1+1</f><v>text</v></c></row><row r="9"><c r="XFD9"><v>2.5</v></c></row>`, `<si><r><t>一</t></r></si>`)
	f.Fuzz(func(t *testing.T, rows, strs string) {
		fuzzRead(t, "a.xlsx", reporttest.XLSX(rows, strs))
	})
}

func FuzzParquet(f *testing.F) {
	for _, opt := range []parquet.WriterOption{parquet.Compression(&parquet.Uncompressed), parquet.Compression(&parquet.Zstd)} {
		var b bytes.Buffer
		type row struct {
			Text string `parquet:"text,optional"`
		}
		w := parquet.NewGenericWriter[row](&b, opt)
		_, _ = w.Write([]row{{"一"}, {""}})
		_ = w.Close()
		f.Add(b.Bytes())
	}
	f.Fuzz(func(t *testing.T, data []byte) { fuzzRead(t, "a.parquet", data) })
}

func FuzzZIP(f *testing.F) {
	f.Add(reporttest.Zip("a.txt", "一", "b.csv", "text,year\n一,2023\n"))
	f.Add(reporttest.Zip("a/", "", "内.zip", string(reporttest.Zip("a.txt", "一"))))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzRead(t, "a.zip", data) })
}

func FuzzPDF(f *testing.F) {
	f.Add(reporttest.PDF([]string{"全区生产总值增长5%。"}))
	for _, s := range reporttest.PDFs() {
		if len(s.Data) < 1000 {
			f.Add(s.Data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) { fuzzRead(t, "a.pdf", append([]byte("%PDF-1.4\n"), data...)) })
}
