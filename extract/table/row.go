package table

import (
	"strconv"
	"strings"

	"zhibiao/extract/lang"
)

// row is a row of a table's body, in one of its blocks.
type row struct {
	index  int
	block  int // the column of its label
	label  label
	owner  string // the thing that the label is a kind of, "" if none is known
	period lang.Span
	unit   unit
	own    *value // a figure at the end of the label: 地区生产总值3003亿元
	skip   bool
}

// readRows reads the labels of the body, block by block.
func (g *sheet) readRows() {
	done := map[int]bool{}
	for _, c := range g.cols {
		if c.role == figuresOf && !done[c.label] {
			done[c.label] = true
			g.readBlock(&c)
		}
	}
}

// readBlock reads the rows of the block that column c belongs to.
func (g *sheet) readBlock(c *column) {
	var ls []label
	flat := true
	least := -1
	for i := g.heads; i < len(g.text); i++ {
		l := g.labelAt(i, c)
		if !l.blank {
			if least >= 0 && l.indent != least {
				flat = false
			}
			least = l.indent
		}
		ls = append(ls, l)
	}
	t := tree{flat: flat}
	known := len(g.rows)
	last := "" // the last label that names a thing, for rows that say growth alone
	g.noun = ""
	for n, l := range ls {
		i := g.heads + n
		if l.blank || g.odd[i] || g.repeats(i) {
			continue
		}
		r := row{index: i, block: c.label, label: l, unit: l.unit}
		if v, rest := g.ownFigure(i, c); v != nil {
			l = g.r.readLabel(rest, l.indent, g.c.Own)
			r.label, r.own = l, v
		}
		if yearCell.MatchString(l.text) {
			y, _ := strconv.Atoi(l.text[:4])
			r.period = lang.Years(y, y)
			r.label.total = true // the whole of what its columns measure
		}
		if l.text == "" && l.growth && n == 0 { // the head of a column that stands among the rows
			g.rows = g.rows[:known]
			return
		}
		if l.text == "" && l.growth {
			r.label.text, r.label.full = last, last != ""
			r.skip = last == ""
			g.rows = append(g.rows, r)
			continue
		}
		if len(g.rows) == 0 && l.full && strings.Contains(strings.Join(strings.Fields(g.titleText), ""), l.text) {
			g.noun = l.text
		}
		above := t.add(l, i)
		r.owner = g.ownerOf(above, i, c)
		last = l.text
		if !l.full && r.owner != "" {
			last = combine(l.text, r.owner)
		}
		if c.units >= 0 && !r.unit.ok() {
			r.unit = g.unitAt(i, c.units)
		}
		g.rows = append(g.rows, r)
	}
}

// labelAt is the label of row i: what stands in the label's column, or in a
// wider one where that is empty.
func (g *sheet) labelAt(i int, c *column) label {
	k := c.label
	for n := len(c.outer) - 1; n >= 0 && g.text[i][k] == ""; n-- {
		k = c.outer[n]
	}
	return g.r.readLabel(g.text[i][k], g.t.Rows[i][k].Indent+4*(k-c.label), g.c.Own)
}

// ownFigure is the figure with which the label of row i ends, and what stands
// before it; nil where a label has none.
func (g *sheet) ownFigure(i int, c *column) (*value, string) {
	cell := &g.t.Rows[i][c.label]
	t := g.doc.Norm
	at := cell.End
	for at > cell.Start && !lang.IsDigit(t[at-1]) {
		at--
	}
	for at > cell.Start && (lang.IsDigit(t[at-1]) || t[at-1] == '.' || t[at-1] == ',') {
		at--
	}
	if at == cell.End || at <= cell.Start || !lang.IsHan(t[at-1]) {
		return nil, ""
	}
	v, k := g.r.value(t, at, cell.End)
	rest := string(t[cell.Start:at])
	if k != number || !v.unit.ok() || v.bound != "eq" || !g.r.readLabel(rest, 0, g.c.Own).full {
		return nil, ""
	}
	return &v, rest
}

// repeats tells a row that says the heads again, where a table goes on.
func (g *sheet) repeats(i int) bool {
	for h := g.first; h < g.heads; h++ {
		same := true
		for k := range g.text[i] {
			same = same && g.text[i][k] == g.text[h][k]
		}
		if same {
			return true
		}
	}
	return !g.valued(i) && g.kindsOf(i, number) > 1
}

func (g *sheet) kindsOf(i int, want kind) (n int) {
	for k, have := range g.kind[i] {
		if k > 0 && have == want {
			n++
		}
	}
	return n
}

// ownerOf is the thing that a row's label may be a kind of: the nearest of the
// rows that it belongs to that names one, or the label of a wider column, or
// the first row where the whole table measures it.
func (g *sheet) ownerOf(above []node, i int, c *column) string {
	for n := len(above) - 1; n >= 0; n-- {
		if l := &above[n].label; l.full && !l.total {
			return l.text
		}
	}
	for n := len(c.outer) - 1; n >= 0; n-- {
		if l := g.r.readLabel(g.text[i][c.outer[n]], 0, g.c.Own); l.full && !l.total {
			return l.text
		}
	}
	return g.noun
}

// unitAt reads the cell of row i in a column of units; a sign of repetition
// takes the unit above.
func (g *sheet) unitAt(i, k int) unit {
	s := g.text[i][k]
	for s == "〃" || s == "″" || s == "\"" || s == "”" {
		if i--; i < g.heads {
			return unit{}
		}
		s = g.text[i][k]
	}
	if u, ok := g.r.parse(s); ok {
		return u
	}
	u, _ := unknown(s)
	return u
}
