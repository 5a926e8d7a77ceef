package reporttest

import (
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// Sample is one file with what is expected of it.
type Sample struct {
	Name     string // file name with its ending
	Data     []byte
	Format   string // as Document.Format, empty if refused
	Encoding string // as Document.Encoding
	// Paragraphs are expected to the letter, once white space is dropped.
	Paragraphs []string
	// Joined says that the reader leaves the joining of broken lines to
	// cleaning: only the text as a whole is compared.
	Joined bool
	Notes  string // expected footnotes
	// Refused is a part of the reason for which the file is refused.
	Refused string
}

// Text is the report as plain text, one paragraph a line.
func Text() string { return strings.Join(Paragraphs, "\n") + "\n" }

func encode(e encoding.Encoding, s string) []byte {
	b, err := e.NewEncoder().Bytes([]byte(s))
	if err != nil {
		panic(err)
	}
	return b
}

// Samples returns the report in every readable form, and what is refused.
func Samples() []Sample {
	var all []Sample
	for _, f := range []func() []Sample{Texts, Pages, Words, PDFs, Refused} {
		all = append(all, f()...)
	}
	return all
}

// GB18030 and the others encode a text.
func GB18030(s string) []byte { return encode(simplifiedchinese.GB18030, s) }

// Big5 encodes a text in traditional characters.
func Big5(s string) []byte { return encode(traditionalchinese.Big5, s) }

// UTF16 encodes a text, with a byte order mark or without.
func UTF16(s string, big, mark bool) []byte {
	e, m := unicode.LittleEndian, unicode.IgnoreBOM
	if big {
		e = unicode.BigEndian
	}
	if mark {
		m = unicode.UseBOM
	}
	return encode(unicode.UTF16(e, m), s)
}

// Texts are plain text and Markdown in all encodings.
func Texts() []Sample {
	text, trad := Text(), strings.Join(Traditional, "\n")
	p := func(name, enc string, data []byte) Sample {
		return Sample{Name: name, Data: data, Format: "text", Encoding: enc, Paragraphs: Paragraphs}
	}
	damaged := []byte(text)
	damaged[len(damaged)/2] = 0xFF // inside a character
	md := Sample{Name: "标记.md", Data: []byte("# " + strings.Join(Paragraphs, "\n\n")), Format: "markdown", Encoding: "utf-8", Paragraphs: Paragraphs}
	md.Paragraphs = append([]string{"# " + Paragraphs[0]}, Paragraphs[1:]...)
	tr := func(name, enc string, data []byte) Sample {
		s := p(name, enc, data)
		s.Paragraphs = Traditional
		return s
	}
	return []Sample{
		p("utf8.txt", "utf-8", []byte(text)),
		p("utf8-bom.txt", "utf-8", []byte("\xEF\xBB\xBF"+text)),
		p("crlf.txt", "utf-8", []byte(strings.ReplaceAll(text, "\n", "\r\n"))),
		p("gb18030.txt", "gb18030", GB18030(text)),
		p("gbk-short.txt", "gb18030", GB18030(Paragraphs[0])).only(0, 1),
		p("utf16le-bom.txt", "utf-16le", UTF16(text, false, true)),
		p("utf16be-bom.txt", "utf-16be", UTF16(text, true, true)),
		p("utf16le.txt", "utf-16le", UTF16(text, false, false)),
		p("utf16be.txt", "utf-16be", UTF16(text, true, false)),
		tr("big5.txt", "big5", Big5(trad)),
		tr("big5-short.txt", "big5", Big5(Traditional[0]+Traditional[3])).is(Traditional[0] + Traditional[3]),
		tr("trad-gbk.txt", "gb18030", GB18030(trad)),
		tr("trad-utf8.txt", "utf-8", []byte(trad)),
		p("nul.txt", "utf-8", []byte(strings.Replace(text, "经济", "经\x00济", 3))),
		p("no-ending", "utf-8", []byte(text)),
		p("wrong.pdf", "utf-8", []byte(text)),
		p("wrong.docx", "gb18030", GB18030(text)),
		p("换\n行.txt", "utf-8", []byte(text)),
		md,
	}
}

func (s Sample) only(from, to int) Sample {
	s.Paragraphs = s.Paragraphs[from:to]
	return s
}

func (s Sample) is(paragraphs ...string) Sample {
	s.Paragraphs = paragraphs
	return s
}

// Refused are files that no reader takes.
func Refused() []Sample {
	zeros := strings.Repeat("\x00", 4096)
	r := func(name, data, reason string) Sample {
		return Sample{Name: name, Data: []byte(data), Refused: reason}
	}
	return []Sample{
		r("empty.txt", "", "empty"),
		r("blank.txt", " \n\t\n", "no text"),
		r("zeros.txt", zeros, "neither text"),
		r("noise.txt", "\x01\x02\x03\x04\x05\x80\x81\x07\x08\x0e"+zeros, "neither text"),
		r("english.txt", "The quick brown fox jumps over the lazy dog.\n", "no Chinese"),
		r("digits.txt", strings.Repeat("0123456789", 1000), "no Chinese"),
		r("brackets.txt", strings.Repeat("[", 1000000), "no Chinese"),
		r("braces.json", strings.Repeat(`{"a":`, 100000), "not a JSON object"),
		r("program.txt", "MZ\x90\x00\x03\x00\x00\x00"+zeros, "program"),
		r("elf.txt", "\x7FELF\x02\x01\x01"+zeros, "program"),
		r("picture.pdf", "\x89PNG\r\n\x1a\n"+zeros, "picture"),
		r("scan.jpg", "\xFF\xD8\xFF\xE0"+zeros, "picture"),
		r("report.rar", "Rar!\x1A\x07\x00"+zeros, "RAR"),
		r("report.docx", "PK\x03\x04 cut short", "damaged ZIP"),
		r("report.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 cut short", "damaged Office"),
		r("report.parquet", "PAR1 cut short", "damaged Parquet"),
	}
}
