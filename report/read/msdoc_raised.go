package read

import "encoding/binary"

// Places in the file information block, and the property of a run of
// characters that says whether it is raised (MS-DOC 2.6.1, sprmCIss: 1 is
// superscript, 2 subscript).
const (
	fibRuns    = 0xFA // the table of pages of runs: offset and length
	pageSize   = 512
	sprmRaised = 0x2A48
)

// stretch is a part of the WordDocument stream, in bytes, end exclusive.
type stretch struct{ from, to int64 }

// propertyPages are the pages of the file that give its characters or paragraphs
// their properties, in their order: fib is the place in the header that says where
// their list stands. A list that is broken has none.
func propertyPages(doc, table []byte, fib int) (out [][]byte) {
	le := binary.LittleEndian
	at, n := int64(le.Uint32(doc[fib:])), int64(le.Uint32(doc[fib+4:]))
	if n < 4 || at+n > int64(len(table)) {
		return nil
	}
	plc := table[at : at+n]
	pages := (len(plc) - 4) / 8
	for i := range pages {
		page := int64(le.Uint32(plc[4*(pages+1)+4*i:])&0x3FFFFF) * pageSize
		if page+pageSize <= int64(len(doc)) {
			out = append(out, doc[page:page+pageSize])
		}
	}
	return out
}

// docRaised are the stretches of the file's text that are superscript, in their
// order. What is broken of the tables that say so raises nothing: the text is
// whole without them.
func docRaised(doc, table []byte) (out []stretch) {
	for _, page := range propertyPages(doc, table, fibRuns) {
		out = append(out, raisedRuns(page)...)
	}
	return out
}

// raisedRuns are the superscript runs of a page: where each run starts and
// ends, then half the place of its properties, which their length opens.
func raisedRuns(page []byte) (out []stretch) {
	le := binary.LittleEndian
	runs := int(page[pageSize-1])
	if 5*runs+4 > pageSize-1 {
		return nil
	}
	for k := range runs {
		at := 2 * int(page[4*(runs+1)+k])
		if at == 0 || at >= pageSize-1 {
			continue
		}
		if end := at + 1 + int(page[at]); end <= pageSize-1 && isRaised(page[at+1:end]) {
			out = append(out, stretch{int64(le.Uint32(page[4*k:])), int64(le.Uint32(page[4*k+4:]))})
		}
	}
	return out
}

// isRaised tells whether properties make a run superscript.
func isRaised(props []byte) (raised bool) {
	eachProp(props, func(id uint16, v []byte) {
		if id == sprmRaised && len(v) > 0 {
			raised = v[0] == 1
		}
	})
	return raised
}

// raiser writes the digits of raised stretches as superscripts, as it is handed
// the characters of a piece one after the other.
type raiser struct {
	runs []stretch
	next int
}

// char is c, which stands at offset at of the WordDocument stream.
func (r *raiser) char(c uint16, at int64) uint16 {
	if c < '0' || c > '9' || len(r.runs) == 0 {
		return c
	}
	if r.next >= len(r.runs) || at < r.runs[r.next].from { // a piece may stand before the last one
		r.next = 0
	}
	for r.next < len(r.runs) && at >= r.runs[r.next].to {
		r.next++
	}
	if r.next < len(r.runs) && at >= r.runs[r.next].from {
		return uint16(raisedDigit(rune(c)))
	}
	return c
}
