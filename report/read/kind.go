package read

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"path"
	"regexp"
	"strings"
	"unicode/utf8"

	"zhibiao/report"
)

// kind is a file format as Document.Format has it, plus those that hold
// documents of another kind.
type kind string

const (
	kindText     kind = "text"
	kindMarkdown kind = "markdown"
	kindHTML     kind = "html"
	kindMHTML    kind = "mhtml"
	kindPDF      kind = "pdf"
	kindDOCX     kind = "docx"
	kindDOC      kind = "doc"
	kindRTF      kind = "rtf"
	kindCSV      kind = "csv"
	kindJSONL    kind = "jsonl"
	kindParquet  kind = "parquet"
	kindXLSX     kind = "xlsx"
	kindZIP      kind = "zip"
)

// headSize is how much of a file is read to tell its kind.
const headSize = 256 << 10

const (
	saveAsText = "save it as .docx, .pdf, .html or text"
	makeText   = "run text recognition (OCR) on it, or get the report as text"
	unpackIt   = "unpack it and read the folder"
)

// refused are formats known by their first bytes that are not read.
var refused = []struct{ magic, reason, remedy string }{
	{"\x89PNG", "is a picture", makeText},
	{"\xFF\xD8\xFF", "is a picture", makeText},
	{"GIF8", "is a picture", makeText},
	{"II*\x00", "is a picture", makeText},
	{"MM\x00*", "is a picture", makeText},
	{"AT&TFORM", "is a scanned DjVu book", makeText},
	{"HN\x01\x00", "is a CAJ file", "save it as PDF with the program that shows it"},
	{"CAJ\x00", "is a CAJ file", "save it as PDF with the program that shows it"},
	{"KDH ", "is a KDH file", "save it as PDF with the program that shows it"},
	{"Rar!", "is a RAR archive", unpackIt},
	{"7z\xBC\xAF\x27\x1C", "is a 7z archive", unpackIt},
	{"\x1F\x8B", "is a gzip archive", unpackIt},
	{"BZh", "is a bzip2 archive", unpackIt},
	{"\xFD7zXZ", "is an xz archive", unpackIt},
	{"\x28\xB5\x2F\xFD", "is a zstd archive", unpackIt},
	{"\x7FELF", "is a program, not a document", "leave it out"},
	{"SQLite format 3\x00", "is an SQLite database", "export the table as CSV"},
}

// sniff tells the kind of a file by its content; the ending decides only
// between kinds of text.
func (f *file) sniff() (kind, *report.Error) {
	if f.size == 0 {
		return "", f.fail("open", "the file is empty", "get it again from where it came")
	}
	head, fail := f.start(min(f.size, headSize))
	if fail != nil {
		return "", fail
	}
	n := len(head)
	has := func(magic string) bool { return bytes.HasPrefix(head, []byte(magic)) }
	switch {
	case bytes.Contains(head[:min(n, 1024)], []byte("%PDF-")):
		return kindPDF, nil
	case has("PK\x03\x04"), has("PK\x05\x06"):
		return f.sniffZIP()
	case has("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"):
		return f.sniffOLE()
	case has("PAR1"):
		return kindParquet, nil
	case has(`{\rtf`):
		return kindRTF, nil
	case has("MZ") && bytes.IndexByte(head[:min(n, 256)], 0) >= 0:
		return "", f.fail("open", "is a program, not a document", "leave it out")
	case has("RIFF") && bytes.Contains(head[:min(n, 16)], []byte("WEBP")):
		return "", f.fail("open", "is a picture", makeText)
	case has("BM") && bytes.IndexByte(head[:min(n, 32)], 0) >= 0:
		return "", f.fail("open", "is a picture", makeText)
	}
	for _, m := range refused {
		if has(m.magic) {
			return "", f.fail("open", m.reason, m.remedy)
		}
	}
	return f.sniffText(head)
}

// sniffZIP tells apart what travels in ZIP files.
func (f *file) sniffZIP() (kind, *report.Error) {
	z, err := zip.NewReader(f.r, f.size)
	if err != nil {
		return "", f.fail("open", "a damaged ZIP or Word file: "+plain(err), "get it again; if it is a cut download, the end is missing")
	}
	for _, m := range z.File {
		switch name := strings.ToLower(m.Name); {
		case strings.HasPrefix(name, "word/") && strings.HasSuffix(name, ".xml"):
			return kindDOCX, nil
		case strings.HasPrefix(name, "xl/workbook.") && strings.HasSuffix(name, ".xml"):
			return kindXLSX, nil
		case strings.HasPrefix(name, "xl/workbook.bin"):
			return "", f.fail("open", "is a binary workbook (.xlsb)", "save it as .xlsx or CSV")
		case strings.HasPrefix(name, "ppt/"):
			return "", f.fail("open", "is a presentation", saveAsText)
		case name == "ofd.xml":
			return "", f.fail("open", "is an OFD document", "save it as PDF with the program that shows it")
		case name == "mimetype" && m.UncompressedSize64 < 200:
			if r, err := m.Open(); err == nil {
				b, _ := io.ReadAll(io.LimitReader(r, 200))
				_ = r.Close()
				if bytes.Contains(b, []byte("opendocument")) {
					return "", f.fail("open", "is an OpenDocument file", "save it as .docx, or a table as .xlsx")
				}
				if bytes.Contains(b, []byte("epub")) {
					return "", f.fail("open", "is an e-book", saveAsText)
				}
			}
		}
	}
	return kindZIP, nil
}

// Patterns of markup, matched on the start of a text.
var (
	htmlStart = regexp.MustCompile(`(?i)<(!doctype\s+html|html|head|body|meta|title)[\s>]`)
	htmlBlock = regexp.MustCompile(`(?i)</?(p|div|br|table|tr|td|span|font|li|h[1-6]|a)(\s[^<>]*)?/?>`)
	mdMark    = regexp.MustCompile(`^#{1,6} \S|\*\*[^*\n]{1,80}\*\*|^\|[ :|-]+\|$`) // in a line
)

// sniffText tells apart the kinds of text.
func (f *file) sniffText(head []byte) (kind, *report.Error) {
	all, ok := decodeText(head)
	if !ok {
		return "", f.notText()
	}
	if int64(len(head)) == f.size {
		f.text, f.data = all, head
	}
	text := strings.TrimSpace(all.text)
	ending := strings.ToLower(path.Ext(f.name))
	start := text[:min(len(text), 4096)]
	switch {
	case looksJSON(text):
		return kindJSONL, nil
	case strings.HasPrefix(start, "<?xml") && (strings.Contains(start, "w:wordDocument") || strings.Contains(start, "pkg:package")):
		return "", f.fail("open", "is a Word document saved as XML", "save it as .docx")
	case strings.HasPrefix(start, "<") && htmlStart.MatchString(start):
		return kindHTML, nil
	case strings.HasPrefix(start, "From:") || strings.HasPrefix(start, "MIME-Version:") || strings.HasPrefix(start, "Content-Type: multipart/"):
		if strings.Contains(text[:min(len(text), 16<<10)], "boundary=") {
			return kindMHTML, nil
		}
	}
	if strings.Count(text, "<") >= 4 && len(htmlBlock.FindAllStringIndex(text, 4)) == 4 {
		// A table may hold HTML in its cells, and Markdown may hold tags.
		if ending != ".csv" && ending != ".tsv" && ending != ".md" && ending != ".markdown" && !f.looksTable(text) {
			return kindHTML, nil
		}
	}
	if f.looksTable(text) {
		return kindCSV, nil
	}
	if ending == ".csv" || ending == ".tsv" {
		line, _, _ := strings.Cut(text, "\n")
		if isHeader(line) || len(text) < 200 {
			return kindCSV, nil // without a text column: its reader says so
		}
	}
	if ending == ".md" || ending == ".markdown" || marksOfMarkdown(text, 3) == 3 {
		return kindMarkdown, nil
	}
	return kindText, nil
}

// marksOfMarkdown counts the marks of Markdown, up to most.
func marksOfMarkdown(text string, most int) (n int) {
	for line := range strings.Lines(text) {
		may := strings.IndexByte(line, '#') >= 0 || strings.IndexByte(line, '*') >= 0 || strings.IndexByte(line, '|') >= 0
		if may && n < most {
			n += len(mdMark.FindAllStringIndex(strings.TrimSuffix(line, "\n"), most-n))
		}
	}
	return n
}

// isHeader tells a table's first line from prose: names, short and without a
// full stop, between separators.
func isHeader(line string) bool {
	if strings.ContainsAny(line, "。！？") {
		return false
	}
	for _, sep := range [...]string{",", "\t", ";", "|", "，"} {
		cells := strings.Split(line, sep)
		if len(cells) < 2 {
			continue
		}
		long := 0
		for _, c := range cells {
			if utf8.RuneCountInString(c) > 24 {
				long++
			}
		}
		return long*4 < len(cells) // a few names may be explained at length
	}
	return false
}

// looksJSON tells whether text starts as a JSON object or an array of them.
func looksJSON(text string) bool {
	rest := strings.TrimLeft(strings.TrimPrefix(text, "["), " \t\n")
	if !strings.HasPrefix(rest, "{") {
		return false
	}
	rest = strings.TrimLeft(rest[1:], " \t\n")
	if strings.HasPrefix(rest, "}") {
		return true
	}
	if !strings.HasPrefix(rest, `"`) {
		return false
	}
	d := json.NewDecoder(strings.NewReader(rest))
	if t, err := d.Token(); err != nil || t == nil {
		return false
	}
	i := d.InputOffset()
	return strings.HasPrefix(strings.TrimLeft(rest[i:], " \t\n"), ":")
}

// looksTable tells whether the first line is a header with a text column.
func (f *file) looksTable(text string) bool {
	line, _, _ := strings.Cut(text, "\n")
	if len(line) > 16<<10 {
		return false
	}
	_, cols := splitHeader(line, f.opt.TextColumn)
	return len(cols) > 1 && columnsOf(cols, f.opt.TextColumn).text >= 0
}
