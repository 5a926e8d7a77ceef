package table

import (
	"regexp"
	"strings"
)

// role is what a column holds.
type role uint8

const (
	ignored role = iota
	labels
	unitsOf
	figuresOf
)

// column is a column of a table. Label, group and units are columns of its
// block: a table may have two side by side.
type column struct {
	role  role
	text  string // of its heads
	head  head
	label int   // the column of its label
	outer []int // columns of wider labels before it
	units int   // the column of its units, -1 if there is none
}

var (
	orderHead = regexp.MustCompile(`^(?:序号|编号|行次|栏次|科目编码|编码|代码|科目代码|项目编码|No\.?|NO)$`)
	unitHead  = regexp.MustCompile(`^(?:计量|计算)?单\s*位$`)
	otherHead = regexp.MustCompile(`备注|说明|属性|性质|类型|责任|牵头|依据|来源|负责|单位名称|内容|地点|地址|年限|时限|时间|进度安排|主体|业主|建设单位|实施单位`)
	// noteHead heads words that tell more of a row, wherever they stand.
	noteHead  = regexp.MustCompile(`^(?:(?:指标|目标)?(?:属性|性质)|备注|说明)$`)
	blockHead = regexp.MustCompile(`项目|指标|科目|行业|产品|地区|名称|类别|收入|支出|国家|部门`)
)

// headOf is the text of a column's heads, from the top; a head over several
// columns counts for each.
func (g *sheet) headOf(k int) string {
	var parts []string
	for i := g.first; i < g.heads; i++ {
		if s := strings.Join(strings.Fields(g.text[i][k]), ""); s != "" && (len(parts) == 0 || parts[len(parts)-1] != s) {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, "")
}

// readColumns says what each column holds.
func (g *sheet) readColumns() {
	n := g.t.Columns()
	label, units := -1, -1
	var outer []int
	behind := false // figures have come since the last label
	for k := range n {
		text := g.headOf(k)
		c := column{text: text, label: label, outer: outer, units: units}
		if k < g.headWidth() { // behind it are rows that are too long
			c.role = g.roleOf(k, text, label)
		}
		if c.role == labels && behind && !blockHead.MatchString(text) {
			c.role = ignored // words behind figures tell more of them
		}
		switch c.role {
		case labels:
			if behind { // a second block begins
				outer, units, behind = nil, -1, false
			} else if label >= 0 {
				outer = append(outer[:len(outer):len(outer)], label)
			}
			label = k
			c.head = g.r.readHead(text, g.cur)
		case unitsOf:
			units = k
		case figuresOf:
			behind = true
			c.head = g.r.readHead(text, g.cur)
			g.fromTitle(&c.head)
			g.data++
		}
		g.cols = append(g.cols, c)
	}
	g.inherit()
	g.repeated()
	g.dateless()
	g.headless()
}

// headless leaves out columns of figures without a head of their own. Where
// the last one of a block has none, a head may have been lost and the others
// may have moved: then no column of the block is read.
func (g *sheet) headless() {
	own := make([]bool, len(g.cols))
	for i := g.first; i < g.heads; i++ {
		for k, c := range g.t.Rows[i] {
			own[k] = own[k] || c.Right == 1 && g.text[i][k] != ""
		}
	}
	moved := map[int]bool{} // by the column of the block's label
	for k := range g.cols {
		if c := &g.cols[k]; c.role == figuresOf {
			c.head.skip = c.head.skip || !own[k]
			moved[c.label] = !own[k]
		}
	}
	for k := range g.cols {
		c := &g.cols[k]
		c.head.skip = c.head.skip || moved[c.label]
	}
}

// repeated leaves out columns of one block under the same heads: what tells
// them apart is not in the table.
func (g *sheet) repeated() {
	for k := range g.cols {
		for j := range k {
			a, b := &g.cols[k], &g.cols[j]
			if a.role != figuresOf || b.role != figuresOf || a.label != b.label || a.text != b.text {
				continue
			}
			if h, o := &a.head, &b.head; h.noun == o.noun && h.of == o.of && h.period == o.period && h.status == o.status {
				h.skip, o.skip = true, true
			}
		}
	}
}

// dateless leaves out columns that name no year where one of their block that
// measures the same does: the year above them was lost.
func (g *sheet) dateless() {
	for k := range g.cols {
		for j := range g.cols {
			a, b := &g.cols[k], &g.cols[j]
			if a.role != figuresOf || b.role != figuresOf || a.label != b.label || !b.head.period.OK() {
				continue
			}
			h, o := &a.head, &b.head
			if h.period.OK() || h.average { // an average is of the years beside it
				continue
			}
			h.skip = h.skip || h.noun == o.noun && h.of == o.of && h.measure == o.measure && h.status == o.status && h.unit.name() == o.unit.name()
		}
	}
}

// overYears is a figure that a plan's table sums up over its years: 〔5.7〕.
var overYears = regexp.MustCompile(`^[〔\[［【][^〔\[［【〕\]］】]*[〕\]］】]$`)

// contents are what stands in a column below its head.
type contents struct {
	figures, years, order int // order: so many count up from one
	words, size, units    int // size: the characters of all words
}

func (g *sheet) contentsOf(k int) contents {
	var n contents
	for i := g.heads; i < len(g.text); i++ {
		if g.t.Rows[i][k].Right == 0 {
			continue
		}
		text := g.text[i][k]
		switch g.kind[i][k] {
		case number:
			n.figures++
			if yearCell.MatchString(text) {
				n.years++
			}
			if v := g.val[i][k].val; v.IsInt() && v.Num().Int64() == int64(n.order)+1 {
				n.order++
			}
		case words:
			if overYears.MatchString(text) {
				continue
			}
			n.words++
			n.size += len([]rune(text))
			if _, ok := g.r.parse(text); ok {
				n.units++
			}
		}
	}
	return n
}

// roleOf tells what a column is for, by its head and what stands below it; label is the
// column of labels, -1 as long as none was found.
func (g *sheet) roleOf(k int, head string, label int) role {
	n := g.contentsOf(k)
	if orderHead.MatchString(head) {
		return ignored
	}
	if label < 0 {
		return n.roleBefore(head)
	}
	return n.roleBehind(head)
}

// roleBefore is the role of a column before which no labels stand.
func (n contents) roleBefore(head string) role {
	switch {
	case head == "" && n.figures > 1 && n.order == n.figures, noteHead.MatchString(head):
		return ignored
	case unitHead.MatchString(head):
		return unitsOf
	case n.words >= n.figures, n.years == n.figures:
		return labels
	}
	return ignored
}

// roleBehind is the role of a column behind the labels.
func (n contents) roleBehind(head string) role {
	switch {
	case unitHead.MatchString(head), n.words >= 2 && n.units*5 >= n.words*4 && n.figures == 0:
		return unitsOf
	case otherHead.MatchString(head) && n.figures <= n.words:
		return ignored
	case n.figures > 0 && n.figures >= n.words:
		return figuresOf
	case n.words > n.figures && n.size <= 15*n.words:
		return labels
	}
	return ignored
}

var joined = regexp.MustCompile(`[及和、]`)

// fromTitle gives a head that says nothing of its measure the title's: an
// index, or growth where the title speaks of nothing else.
func (g *sheet) fromTitle(h *head) {
	t := &g.titleHead
	if h.measure != "" || h.unit.ok() && !h.unit.ratio() {
		return
	}
	if t.measure == "index" && !h.unit.ok() {
		h.measure, h.qualifier = "index", t.qualifier
	}
	if t.measure == "growth" && !joined.MatchString(t.text) {
		h.measure, h.base = "growth", or(h.base, t.base)
	}
}

// inherit gives growth, shares and completion what the amount that they are
// said of has: the noun, and where they name none the period and the status.
func (g *sheet) inherit() {
	for k := range g.cols {
		h := &g.cols[k].head
		if g.cols[k].role != figuresOf || h.measure == "" || h.measure == "index" {
			continue
		}
		b := g.amountOf(k)
		if b == nil {
			continue
		}
		if h.measure != "growth" && h.measure != "change" {
			h.of = b.noun
		} else if h.noun == "" {
			h.noun = b.noun
		}
		if !h.period.OK() {
			h.period = b.period
		}
		if h.period == b.period {
			h.status = or(h.status, b.status)
		}
	}
}

// amountOf is the head of the amount that column k compares: the one before
// it, or the latest of its block where k alone compares them.
func (g *sheet) amountOf(k int) *head {
	var before, latest *head
	comparing := 0
	for j := range g.cols {
		c := &g.cols[j]
		if c.role != figuresOf || c.label != g.cols[k].label {
			continue
		}
		if c.head.measure != "" && c.head.measure != "completion" {
			comparing++
			continue
		}
		if c.head.measure == "" && j < k {
			before = &c.head
			if latest == nil || c.head.period.Y2 >= latest.period.Y2 {
				latest = &c.head
			}
		}
	}
	if comparing <= 1 && g.cols[k].head.measure != "completion" {
		return latest
	}
	return before
}
