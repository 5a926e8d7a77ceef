package reporttest

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"
)

// docText is where the text stands in the files that DOCOf makes.
const docText = 0x400

// DOC is the report as Word 97 stores it.
func DOC(encrypted bool) []byte {
	return docBody(strings.Join(Paragraphs, "\r")+"\r", encrypted)
}

// docBody is a Word 97 file of two pieces of UTF-16.
func docBody(body string, encrypted bool) []byte {
	units := utf16.Encode([]rune(body))
	flags := uint16(0)
	if encrypted {
		flags = 0x0100
	}
	return DOCOf(flags, uint32(len(units)), 0, docPieces(units), docUnits(units))
}

// docUnits are the bytes of UTF-16.
func docUnits(units []uint16) (b []byte) {
	for _, u := range units {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return b
}

// docPieces is a table of two pieces for a text.
func docPieces(units []uint16) []byte {
	le := binary.LittleEndian
	half := len(units) / 2
	var plc []byte
	for _, cp := range []int{0, half, len(units)} {
		plc = le.AppendUint32(plc, uint32(cp))
	}
	for _, fc := range []int{docText, docText + 2*half} {
		plc = le.AppendUint16(le.AppendUint32(le.AppendUint16(plc, 0), uint32(fc)), 0)
	}
	clx := append([]byte{2, 0, 0, 0, 0}, plc...)
	le.PutUint32(clx[1:], uint32(len(plc)))
	return clx
}

// docRowEnd stands in the texts of DOCTables where a row ends.
const docRowEnd = 0x06

// DOCTables is a Word 97 file whose body holds tables: cells end with \a, rows
// with docRowEnd, and rows are what their ends say. A page for each paragraph
// says whether it stands in a table.
func DOCTables(body string, rows [][]byte) []byte {
	const size = 512
	le := binary.LittleEndian
	units := utf16.Encode([]rune(body))
	var ends []int // of the paragraphs
	var props [][]byte
	inTable := []byte{0x16, 0x24, 1}
	for i, u := range units {
		switch u {
		case '\r':
			ends, props = append(ends, i+1), append(props, nil)
		case '\a':
			ends, props = append(ends, i+1), append(props, inTable)
		case docRowEnd:
			units[i] = '\a'
			says := le.AppendUint16([]byte{0x16, 0x24, 1, 0x17, 0x24, 1, 0x08, 0xD6}, uint16(len(rows[0])+1))
			ends, props = append(ends, i+1), append(props, append(says, rows[0]...))
			rows = rows[1:]
		}
	}
	text := docUnits(units)
	text = append(text, make([]byte, (size-(docText+len(text))%size)%size)...)
	first := (docText + len(text)) / size
	plc := le.AppendUint32(nil, docText)
	for _, e := range ends {
		plc = le.AppendUint32(plc, uint32(docText+2*e))
	}
	from := 0
	for i, e := range ends {
		page := make([]byte, size)
		le.PutUint32(page, uint32(docText+2*from))
		le.PutUint32(page[4:], uint32(docText+2*e))
		if p := append([]byte{0, 0}, props[i]...); len(p) > 2 { // behind the style's number
			page[8] = 32
			page[64], page[65] = 0, byte((len(p)+1)/2)
			copy(page[66:], p)
		}
		page[size-1] = 1
		text = append(text, page...)
		plc = le.AppendUint32(plc, uint32(first+i))
		from = e
	}
	clx := docPieces(units)
	doc := append(make([]byte, docText), text...)
	le.PutUint16(doc, 0xA5EC)
	le.PutUint16(doc[2:], 0xC1)
	le.PutUint32(doc[0x4C:], uint32(len(units)))
	le.PutUint32(doc[0x102:], uint32(len(clx)))
	le.PutUint32(doc[0x106:], uint32(len(plc)))
	le.PutUint32(doc[0x1A6:], uint32(len(clx)))
	return OLE(map[string][]byte{"WordDocument": doc, "0Table": append(clx, plc...)})
}

// DOCOf makes a Word 97 file of its flags, the counts of characters in its
// body and notes, its table of pieces and the text that they point into.
func DOCOf(flags uint16, body, notes uint32, clx, text []byte) []byte {
	le := binary.LittleEndian
	doc := append(make([]byte, docText), text...)
	le.PutUint16(doc, 0xA5EC)
	le.PutUint16(doc[2:], 0xC1)
	le.PutUint16(doc[0x0A:], flags)
	le.PutUint32(doc[0x4C:], body)
	le.PutUint32(doc[0x50:], notes)
	le.PutUint32(doc[0x1A6:], uint32(len(clx)))
	return OLE(map[string][]byte{"WordDocument": doc, "0Table": clx})
}

// DOCRaised is a Word 97 file of one piece whose second part is superscript
// (kind 1) or subscript (kind 2).
func DOCRaised(before, mark, after string, kind byte) []byte {
	le := binary.LittleEndian
	var text []byte
	var ends []uint32 // of the three parts, in the WordDocument stream
	for _, part := range []string{before, mark, after} {
		for _, c := range utf16.Encode([]rune(part)) {
			text = le.AppendUint16(text, c)
		}
		ends = append(ends, uint32(docText+len(text)))
	}
	clx := make([]byte, 5+16)
	clx[0], clx[1] = 2, 16
	le.PutUint32(clx[9:], uint32(len(text)/2))
	le.PutUint32(clx[15:], docText)
	table := le.AppendUint32(clx, docText)
	table = le.AppendUint32(table, ends[2])
	const size = 512
	pad := (size - (docText+len(text))%size) % size
	page := make([]byte, size)
	for i, fc := range append([]uint32{docText}, ends...) {
		le.PutUint32(page[4*i:], fc)
	}
	const props = 400
	page[4*4+1] = props / 2
	// Bold (one byte), a font (two), a property of any length, and the one that raises.
	grp := []byte{0x35, 0x08, 1, 0x4F, 0x4A, 3, 0, 0x31, 0xCA, 2, 7, 7, 0x48, 0x2A, kind}
	page[props] = byte(len(grp))
	copy(page[props+1:], grp)
	page[size-1] = 3
	table = le.AppendUint32(table, uint32((docText+len(text)+pad)/size))
	doc := append(make([]byte, docText), text...)
	doc = append(append(doc, make([]byte, pad)...), page...)
	le.PutUint16(doc, 0xA5EC)
	le.PutUint16(doc[2:], 0xC1)
	le.PutUint32(doc[0x4C:], uint32(len(text)/2))
	le.PutUint32(doc[0xFA:], uint32(len(clx)))
	le.PutUint32(doc[0xFE:], 12)
	le.PutUint32(doc[0x1A6:], uint32(len(clx)))
	return OLE(map[string][]byte{"WordDocument": doc, "0Table": table})
}

// OLE packs streams as a compound file. Streams are at least 4096 bytes, so
// that no small-stream table is needed.
func OLE(streams map[string][]byte) []byte {
	const sector = 512
	le := binary.LittleEndian
	names := []string{"0Table", "EncryptedPackage", "WordDocument", "Workbook"}
	var data []byte
	var fat []uint32
	type entry struct {
		name        string
		start, size int
	}
	var dir []entry
	chain := func(b []byte) int {
		start := len(fat)
		n := (len(b) + sector - 1) / sector
		for i := range n {
			next := uint32(start + i + 1)
			if i == n-1 {
				next = 0xFFFFFFFE
			}
			fat = append(fat, next)
		}
		data = append(data, b...)
		data = append(data, make([]byte, n*sector-len(b))...)
		return start
	}
	for _, n := range names {
		if b, ok := streams[n]; ok {
			if len(b) < 4096 {
				b = append(b, make([]byte, 4096-len(b))...)
			}
			dir = append(dir, entry{n, chain(b), len(b)})
		}
	}
	d := make([]byte, 4*128)
	put := func(i int, e entry, kind byte, left, right, child uint32) {
		b := d[128*i:]
		for k, u := range utf16.Encode([]rune(e.name)) {
			le.PutUint16(b[2*k:], u)
		}
		le.PutUint16(b[64:], uint16(2*len(e.name)+2))
		b[66], b[67] = kind, 1
		le.PutUint32(b[68:], left)
		le.PutUint32(b[72:], right)
		le.PutUint32(b[76:], child)
		le.PutUint32(b[116:], uint32(e.start))
		le.PutUint32(b[120:], uint32(e.size))
	}
	const none = 0xFFFFFFFF
	put(0, entry{name: "Root Entry", start: -2}, 5, none, none, 1)
	for i, e := range dir {
		right := uint32(none)
		if i+1 < len(dir) {
			right = uint32(i + 2)
		}
		put(i+1, e, 2, none, right, none)
	}
	dirStart := chain(d)
	fatSectors := (len(fat) + 1 + 127) / 128
	fatStart := len(fat)
	for range fatSectors {
		fat = append(fat, 0xFFFFFFFD)
	}
	fb := make([]byte, fatSectors*sector)
	for i := range fatSectors * 128 {
		v := uint32(none)
		if i < len(fat) {
			v = fat[i]
		}
		le.PutUint32(fb[4*i:], v)
	}
	data = append(data, fb...)
	head := make([]byte, sector)
	copy(head, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	le.PutUint16(head[24:], 0x3E)
	le.PutUint16(head[26:], 3)
	le.PutUint16(head[28:], 0xFFFE)
	le.PutUint16(head[30:], 9)
	le.PutUint16(head[32:], 6)
	le.PutUint32(head[44:], uint32(fatSectors))
	le.PutUint32(head[48:], uint32(dirStart))
	le.PutUint32(head[56:], 4096)
	le.PutUint32(head[60:], 0xFFFFFFFE)
	le.PutUint32(head[68:], 0xFFFFFFFE)
	for i := range 109 {
		v := uint32(none)
		if i < fatSectors {
			v = uint32(fatStart + i)
		}
		le.PutUint32(head[76+4*i:], v)
	}
	return append(head, data...)
}
