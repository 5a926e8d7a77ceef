package read

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// Places in the file information block, and the properties of paragraphs that
// tell of tables (MS-DOC 2.6.2 and 2.6.3).
const (
	fibParas     = 0x102  // the table of pages of paragraphs: offset and length
	sprmInTable  = 0x2416 // the paragraph stands in a cell
	sprmRowEnd   = 0x2417 // it ends a row
	sprmCells    = 0xD608 // the cells of the row: where each ends, and its flags
	sprmMerge    = 0x5624 // cells that are one
	sprmVMerge   = 0xD62B // a cell that belongs to the one above it
	sprmHugeProp = 0x6646 // the properties stand in the stream Data
	sprmHugeRow  = 0x646B
)

// docPara is a paragraph in a table.
type docPara struct {
	stretch
	rowEnd bool
	cells  []docCell // of the row that it ends
}

// docCell is what the end of a row says of a cell.
type docCell struct {
	edge   int
	joined bool // it is one with others beside it
	up     bool // it belongs to the one above it
}

// docParas are the paragraphs of the file that stand in tables, in their order.
// What is broken of the tables that say so makes none.
func docParas(doc, table, data []byte) (out []docPara) {
	for _, page := range propertyPages(doc, table, fibParas) {
		out = appendParas(out, page, data)
	}
	slices.SortStableFunc(out, func(a, b docPara) int { return cmp.Compare(a.from, b.from) })
	return out
}

// appendParas adds the paragraphs in tables of a page: where each starts and
// ends, then half the place of its properties, which their length opens.
func appendParas(out []docPara, page, data []byte) []docPara {
	le := binary.LittleEndian
	runs := int(page[pageSize-1])
	if 17*runs+4 > pageSize-1 {
		return out
	}
	for k := range runs {
		at := 2 * int(page[4*(runs+1)+13*k])
		if at == 0 || at+2 > pageSize-1 {
			continue
		}
		size := 2*int(page[at]) - 1
		if at++; size < 0 {
			size = 2 * int(page[at])
			at++
		}
		if size < 2 || at+size > pageSize {
			continue
		}
		p := docPara{stretch: stretch{int64(le.Uint32(page[4*k:])), int64(le.Uint32(page[4*k+4:]))}}
		if p.read(page[at+2:at+size], data, true) {
			out = append(out, p)
		}
	}
	return out
}

// read reads the properties of a paragraph; it tells whether it stands in a
// table.
func (p *docPara) read(props, data []byte, huge bool) (inTable bool) {
	le := binary.LittleEndian
	eachProp(props, func(id uint16, v []byte) {
		switch {
		case len(v) == 0:
		case id == sprmInTable:
			inTable = v[0] != 0
		case id == sprmRowEnd:
			p.rowEnd = v[0] != 0
		case id == sprmCells:
			p.cells = docCells(v)
		case id == sprmMerge:
			for k := int(v[0]); k < min(int(v[len(v)-1]), len(p.cells)); k++ {
				p.cells[k].joined = true
			}
		case id == sprmVMerge && len(v) > 1 && int(v[0]) < len(p.cells):
			p.cells[v[0]].up = v[1] == 1
		case (id == sprmHugeProp || id == sprmHugeRow) && huge:
			at := int64(le.Uint32(v))
			if at+2 <= int64(len(data)) {
				more := data[at+2:]
				inTable = p.read(more[:min(len(more), int(le.Uint16(data[at:])))], data, false) || inTable
			}
		}
	})
	return inTable
}

// docCells reads the cells of a row: their number, where the first begins and
// where each ends, then what each is.
func docCells(v []byte) []docCell {
	le := binary.LittleEndian
	n := int(v[0])
	if n > 64 || 1+2*(n+1) > len(v) {
		return nil
	}
	cells := make([]docCell, n)
	start := int(int16(le.Uint16(v[1:])))
	flags := v[1+2*(n+1):]
	for k := range cells {
		cells[k].edge = int(int16(le.Uint16(v[3+2*k:]))) - start
		if 20*k+2 <= len(flags) {
			f := le.Uint16(flags[20*k:])
			cells[k].joined = f&0x3 != 0
			cells[k].up = f&0x60 == 0x20
		}
	}
	return cells
}

// eachProp hands over the properties of a run or a paragraph one after the
// other. Three bits of a property's number give the size of its value.
func eachProp(props []byte, do func(id uint16, value []byte)) {
	for len(props) > 2 {
		id := binary.LittleEndian.Uint16(props)
		props = props[2:]
		size := [8]int{1, 1, 2, 4, 2, 2, 0, 3}[id>>13]
		switch {
		case id == sprmCells && len(props) > 1:
			size = int(binary.LittleEndian.Uint16(props)) - 1
			props = props[2:]
		case id>>13 == 6:
			size = int(props[0])
			props = props[1:]
		}
		if size < 0 || size > len(props) {
			return
		}
		do(id, props[:size])
		props = props[size:]
	}
}
