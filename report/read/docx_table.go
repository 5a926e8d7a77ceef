package read

import (
	"strconv"
	"strings"
)

// docxTable is an open table.
type docxTable struct {
	grid   grid
	row    []docxCell
	cell   []string // paragraphs of the open cell
	open   bool
	indent int  // of the open cell's first paragraph, in columns
	right  int  // columns that the open cell covers
	under  bool // the open cell belongs to the one above it
}

// docxCell is a cell of the open row.
type docxCell struct {
	text          string
	indent, right int
	under         bool
}

// A cell longer than this is a page laid out with a table, not a figure's.
const longCell = 300

// openCell starts a cell.
func (t *docxTable) openCell() {
	t.open, t.indent, t.right, t.under = true, 0, 1, false
}

// property notes what a table says of its open cell or of its first paragraph.
func (t *docxTable) property(name, val, left string) {
	switch name {
	case "w:gridSpan":
		t.right, _ = strconv.Atoi(val)
	case "w:vMerge":
		t.under = val != "restart"
	case "w:ind":
		if n, err := strconv.Atoi(left); err == nil && t.open && len(t.cell) == 0 {
			t.indent = max(0, n/105) // half the width of a character of 10.5 points
		}
	}
}

func (t *docxTable) endCell(b *docxBody) {
	if !t.open {
		return
	}
	t.open = false
	text, long := joinCell(t.cell)
	cell := t.cell
	t.cell = nil
	if long {
		t.endRow()
		t.flush(b)
		b.outside(cell)
		return
	}
	indent := t.indent
	if len(cell) > 0 {
		indent += leading(cell[0])
	}
	t.row = append(t.row, docxCell{text, indent, t.right, t.under})
}

// leading is the width of the white space that s opens with.
func leading(s string) (n int) {
	for _, r := range s {
		switch r {
		case ' ', 0xA0:
			n++
		case 0x3000, 0x2003:
			n += 2
		default:
			return n
		}
	}
	return n
}

func (t *docxTable) endRow() {
	if len(t.row) == 0 {
		return
	}
	t.grid.row()
	for _, c := range t.row {
		if c.under {
			t.grid.up(c.right)
			continue
		}
		t.grid.cell(c.text, c.indent, 1, c.right)
	}
	t.row = nil
}

// flush writes the rows so far to what is around the table.
func (t *docxTable) flush(b *docxBody) {
	lines := t.grid.lines()
	t.grid = grid{}
	b.outside(lines)
}

// outside emits lines of the innermost table to what is around it.
func (b *docxBody) outside(lines []string) {
	n := len(b.cells)
	saved := b.cells
	b.cells = b.cells[:n-1]
	b.emit(lines)
	b.cells = saved
}

// joinCell makes one line of a cell's paragraphs; long says that they are
// prose, or a table of their own, and have to stay lines.
func joinCell(paras []string) (text string, long bool) {
	var parts []string
	n, prose := 0, 0
	for _, p := range paras {
		if p = strings.TrimSpace(p); p != "" {
			parts = append(parts, strings.ReplaceAll(p, "\t", " "))
			n += hanCount(p)
			if strings.ContainsRune(p, '。') {
				prose++
			}
			long = long || isRow(p)
		}
	}
	return strings.Join(parts, " "), long || n > longCell || prose > 1
}

// joinRow joins the cells of a row by tabs, so that figures are not glued.
func joinRow(cells []string) string {
	return strings.TrimSpace(strings.Join(cells, "\t"))
}
