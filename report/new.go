package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"zhibiao/han"
	"zhibiao/message"
)

// MaxText is the size of decoded text, in bytes, above which a document is
// refused: a hundred times the longest report known.
const MaxText = 32 << 20

// New turns decoded text into a Document. It takes what a reader found and
// what the caller knows, and refuses with an *Error what holds no Chinese text
// or is too large.
func New(raw Raw, opt Options) (*Document, error) {
	if n := len(raw.Text) + len(raw.Notes); n > MaxText {
		return nil, &Error{
			raw.Source, "clean", fmt.Sprintf("the text has %d MB, more than %d", n>>20, MaxText>>20),
			"split the file into one report a file",
		}
	}
	d := newDraft()
	s := scan(raw.Text, &d.Document)
	if err := illegible(&s.buffer, raw.Source); err != nil {
		return nil, err
	}
	notes := 0
	if raw.Notes != "" {
		notes = len(s.lines)
		s.read(raw.Notes, int32(len([]rune(raw.Text))+1))
	}
	d.Source, d.Format, d.Encoding, d.Bytes = raw.Source, raw.Format, raw.Encoding, raw.Bytes
	d.Warnings = append([]message.Text(nil), raw.Warnings...)
	b := &s.buffer
	if !raw.Lines {
		b.undouble()
	}
	body := b.furnish(notes)
	if b.shell(body) {
		return nil, noSentence(raw)
	}
	b.compose(d, raw.Lines, body)
	if len(d.Text) == 0 {
		return nil, &Error{raw.Source, "clean", "nothing but page furniture is left of the text", "save the article alone as text"}
	}
	d.Norm = fold(d.Norm, d.Text)
	d.encode()
	d.warnOfMisprints()
	d.warnOfLost(s.lost)
	d.square()
	d.outline()
	d.describe(raw, opt)
	d.assign()
	d.split()
	if s.han < leastReport {
		d.warn("warn.short", s.han)
	}
	return &d.Document, nil
}

// Plain makes a Document of a sentence or a short text: cleaned and folded,
// without headings, metadata or chapters. Any text is accepted.
func Plain(text string) *Document {
	if len(text) > MaxText {
		text = strings.ToValidUTF8(text[:MaxText], "")
	}
	d := newDraft()
	s := scan(text, &d.Document)
	d.Format, d.Encoding, d.Bytes = "text", "utf-8", len(text)
	s.compose(d, true, zone{to: len(s.lines)})
	d.Norm = fold(d.Norm, d.Text)
	d.square()
	d.encode()
	for i := range d.Paragraphs {
		d.Paragraphs[i].Section = -1
	}
	d.split()
	return &d.Document
}

// encode writes the text out, and hashes it.
func (d *draft) encode() {
	var text strings.Builder
	text.Grow(3 * len(d.Text))
	h, piece := sha256.New(), make([]byte, 0, 8<<10)
	for some := range slices.Chunk(d.Text, 2<<10) {
		piece = han.Append(piece[:0], some)
		_, _ = h.Write(piece)
		_, _ = text.Write(piece)
	}
	d.utf8, d.SHA256 = text.String(), hex.EncodeToString(h.Sum(nil))
}
