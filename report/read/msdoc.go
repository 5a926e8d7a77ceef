package read

import (
	"context"
	"encoding/binary"
	"errors"
	"io"

	"github.com/richardlehane/mscfb"

	"zhibiao/report"
)

// sniffOLE tells apart what travels in OLE files by their streams.
func (f *file) sniffOLE() (kind, *report.Error) {
	ole, err := mscfb.New(f.r)
	if err != nil {
		return "", f.fail("open", "a damaged Office file: "+plain(err), saveAsText)
	}
	for i := 0; i < 10000; i++ {
		e, err := ole.Next()
		if err != nil {
			break
		}
		switch e.Name {
		case "WordDocument":
			return kindDOC, nil
		case "EncryptedPackage":
			return "", f.fail("open", "the Office file is encrypted", "open it with its password and save it without")
		case "Workbook", "Book":
			return "", f.fail("open", "is an old Excel workbook (.xls)", "save it as .xlsx or CSV")
		case "PowerPoint Document":
			return "", f.fail("open", "is a presentation", saveAsText)
		case "HwpSummaryInformation":
			return "", f.fail("open", "is a Hangul document", saveAsText)
		}
	}
	return "", f.fail("open", "an Office file of an unknown kind", saveAsText)
}

// Places in the file information block of Word 97 to 2003.
const (
	fibFlags   = 0x0A
	fibVersion = 0x02
	fibTextLen = 0x4C // characters of the body, then of the footnotes
	fibClx     = 0x1A2
)

var errDOC = errors.New("its table of text pieces is broken")

// readDOC reads a Word 97 to 2003 document by its table of text pieces.
// Raised digits are written as superscripts, and tables as such. Automatic numbers and marks of
// deletion are stored elsewhere and not seen.
func readDOC(_ context.Context, f *file) (report.Raw, *report.Error) {
	if f.size > f.opt.Limits.Document {
		_, fail := f.bytes()
		return report.Raw{}, fail
	}
	const remedy = "open it in Word and save it as .docx"
	ole, err := mscfb.New(f.r)
	if err != nil {
		return report.Raw{}, f.fail("open", "a damaged Word file: "+plain(err), remedy)
	}
	streams := map[string][]byte{}
	for i := 0; i < 10000; i++ {
		e, err := ole.Next()
		if err != nil {
			break
		}
		if n := e.Name; (n == "WordDocument" || n == "0Table" || n == "1Table" || n == "Data") && streams[n] == nil && len(e.Path) == 0 {
			b, err := io.ReadAll(io.LimitReader(e, f.size))
			if err != nil && len(b) == 0 {
				return report.Raw{}, f.fail("open", "a damaged Word file: "+plain(err), remedy)
			}
			streams[n] = b
		}
	}
	fib := streams["WordDocument"]
	if len(fib) < fibClx+8 {
		return report.Raw{}, f.fail("open", "a damaged Word file: its head is cut", remedy)
	}
	flags := binary.LittleEndian.Uint16(fib[fibFlags:])
	switch {
	case flags&0x0100 != 0:
		return report.Raw{}, f.fail("open", "the Word file is encrypted", "open it with its password and save it without, as .docx")
	case binary.LittleEndian.Uint16(fib[fibVersion:]) < 0xC1:
		return report.Raw{}, f.fail("open", "is of Word 95 or older", remedy)
	}
	table := streams["0Table"]
	if flags&0x0200 != 0 {
		table = streams["1Table"]
	}
	marks := marker{raised: raiser{runs: docRaised(fib, table)}, paras: docParas(fib, table, streams["Data"])}
	chars, err := docPieces(fib, table, f.opt.Limits.Text, &marks)
	if err != nil {
		return report.Raw{}, f.fail("read", "a damaged Word file: "+plain(err), remedy)
	}
	r := f.raw(kindDOC)
	r.Lines = true
	body := min(int(binary.LittleEndian.Uint32(fib[fibTextLen:])), len(chars))
	notes := min(body+int(binary.LittleEndian.Uint32(fib[fibTextLen+4:])), len(chars))
	if body <= 0 || notes < body {
		return report.Raw{}, f.fail("read", "a damaged Word file: "+errDOC.Error(), remedy)
	}
	r.Text, marks.rows = docLines(chars[:body], marks.rows)
	r.Notes, _ = docLines(chars[body:notes], marks.rows)
	return r, nil
}

// docPieces puts the pieces of the text together, as UTF-16.
func docPieces(doc, table []byte, limit int64, marks *marker) ([]uint16, error) {
	at, n := int(binary.LittleEndian.Uint32(doc[fibClx:])), int(binary.LittleEndian.Uint32(doc[fibClx+4:]))
	if at < 0 || n < 0 || at > len(table) || n > len(table)-at {
		return nil, errDOC
	}
	clx := table[at : at+n]
	for len(clx) > 3 && clx[0] == 1 { // properties of pieces
		skip := 3 + int(binary.LittleEndian.Uint16(clx[1:]))
		if skip > len(clx) {
			return nil, errDOC
		}
		clx = clx[skip:]
	}
	if len(clx) < 5 || clx[0] != 2 {
		return nil, errDOC
	}
	size := int(binary.LittleEndian.Uint32(clx[1:]))
	clx = clx[5:]
	if size < 4 || size > len(clx) {
		return nil, errDOC
	}
	pieces := (size - 4) / 12
	var out []uint16
	for i := range pieces {
		from := binary.LittleEndian.Uint32(clx[4*i:])
		to := binary.LittleEndian.Uint32(clx[4*i+4:])
		fc := binary.LittleEndian.Uint32(clx[4*(pieces+1)+8*i+2:])
		count := int64(to) - int64(from)
		if count < 0 || int64(len(out))+count > limit {
			return nil, errDOC
		}
		narrow := fc&0x40000000 != 0
		start := int64(fc & 0x3FFFFFFF)
		if narrow {
			start /= 2
			if start+count > int64(len(doc)) {
				return nil, errDOC
			}
			for k, b := range doc[start : start+count] {
				out = append(out, marks.char(cp1252(b), start+int64(k)))
			}
			continue
		}
		if start+2*count > int64(len(doc)) {
			return nil, errDOC
		}
		for k := start; k < start+2*count; k += 2 {
			out = append(out, marks.char(binary.LittleEndian.Uint16(doc[k:]), k))
		}
	}
	return out, nil
}

// cp1252 decodes the bytes that differ from Latin 1 and stand in reports.
func cp1252(b byte) uint16 {
	switch b {
	case 0x85:
		return '…'
	case 0x91:
		return '‘'
	case 0x92:
		return '’'
	case 0x93:
		return '“'
	case 0x94:
		return '”'
	case 0x95:
		return '•'
	case 0x96:
		return '–'
	case 0x97:
		return '—'
	}
	return uint16(b)
}
