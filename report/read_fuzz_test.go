package report

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"zhibiao/report/reporttest"
)

// fuzzRead checks what holds for every input: no panic of a reader, valid
// text, errors that say everything.
func fuzzRead(t *testing.T, name string, data []byte) {
	opt := ReadOptions{CacheDir: pdfCache, Limits: Limits{Document: 4 << 20, Text: 1 << 20, Unpacked: 16 << 20, PDFTime: 5 * time.Second}}
	for r, err := range Read(context.Background(), Input{Source: name, Data: data}, opt) {
		var e *Error
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

// seed adds the samples whose names have one of the endings, cut short where
// they are long.
func seed(f *testing.F, endings ...string) {
	for _, s := range reporttest.Samples() {
		for _, e := range endings {
			if strings.HasSuffix(s.Name, e) && len(s.Data) < 30000 {
				f.Add(s.Data)
			}
		}
	}
}

func FuzzText(f *testing.F) {
	seed(f, ".txt", ".md")
	f.Fuzz(func(t *testing.T, data []byte) { fuzzRead(t, "a.txt", data) })
}

func FuzzHTML(f *testing.F) {
	seed(f, ".html", ".htm", ".mht")
	f.Fuzz(func(t *testing.T, data []byte) { fuzzRead(t, "a.html", append([]byte("<html>"), data...)) })
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
	seed(f, ".doc", ".wps")
	f.Add(reporttest.DOC(false)[:3000])
	f.Fuzz(func(t *testing.T, data []byte) { fuzzRead(t, "a.doc", data) })
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
	for name, data := range tables(f) {
		if strings.HasSuffix(name, ".xlsx") {
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) { fuzzRead(t, "a.xlsx", data) })
}

func FuzzParquet(f *testing.F) {
	for name, data := range tables(f) {
		if strings.HasSuffix(name, ".parquet") {
			f.Add(data)
		}
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
	seed(f, "scan.pdf", "locked.pdf", "loop.pdf", "cut.pdf")
	f.Fuzz(func(t *testing.T, data []byte) { fuzzRead(t, "a.pdf", append([]byte("%PDF-1.4\n"), data...)) })
}
