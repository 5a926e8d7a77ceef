package table

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"zhibiao/extract/lang"
	"zhibiao/report"
)

// sheet is a table at work.
type sheet struct {
	r    *Reader
	doc  *report.Document
	t    *report.Table
	c    Context
	text [][]string // of each place, that of the cell that covers it
	kind [][]kind
	val  [][]value

	first, heads int // rows of the heads: first to heads-1; the body starts at heads
	titleText    string
	titleHead    head
	titleUnits   []unit
	years        []int  // those that the title names
	cur          int    // the year that 本年 speaks of
	noun         string // of the first row, where the whole table measures it
	title        string // the indicator that the title names

	cols []column
	data int // how many columns hold figures
	rows []row
	odd  []bool // by row: which columns its cells stand in is not known

	unitless int // figures left out because nothing says their unit
}

func newSheet(r *Reader, doc *report.Document, t *report.Table, c Context) *sheet {
	g := &sheet{r: r, doc: doc, t: t, c: c}
	n := t.Columns()
	for i, row := range t.Rows {
		text, kinds, vals := make([]string, n), make([]kind, n), make([]value, n)
		for k, cell := range row {
			text[k] = strings.TrimSpace(string(doc.Norm[cell.Start:cell.End]))
			vals[k], kinds[k] = r.value(doc.Norm, cell.Start, cell.End)
		}
		g.text, g.kind, g.val = append(g.text, text), append(g.kind, kinds), append(g.val, vals)
		_ = i
	}
	g.spread()
	g.findHeads()
	return g
}

// spread gives covered places the text of the cell that covers them.
func (g *sheet) spread() {
	for i, row := range g.t.Rows {
		for k, cell := range row {
			for a := range cell.Down {
				for b := range cell.Right {
					if a+b > 0 && i+a < len(g.text) && k+b < len(g.text[i+a]) {
						g.text[i+a][k+b] = g.text[i][k]
					}
				}
			}
		}
	}
}

var yearCell = regexp.MustCompile(`^(?:19|20)\d\d\s*年?$`)

// orderLabel stands before the numbers of the columns.
var orderLabel = regexp.MustCompile(`^(?:栏次|行次|列次|序号|项目|甲|A)?$`)

// valued tells whether a row holds figures: years that head columns and the
// numbers of the columns are none.
func (g *sheet) valued(i int) bool {
	n, years, order := 0, 0, 0
	for k := range g.kind[i] {
		if k == 0 || g.kind[i][k] != number {
			continue
		}
		n++
		if yearCell.MatchString(g.text[i][k]) {
			years++
		}
		if v := g.val[i][k].val; v.IsInt() && v.Num().IsInt64() && v.Num().Int64() == int64(order)+1 {
			order++
		}
	}
	ordered := order == n && n >= 2 && orderLabel.MatchString(g.text[i][0])
	return n > 0 && years < n && !ordered
}

// only is the text of the only cell of a row that has any, "" if more have.
func (g *sheet) only(i int) string {
	s := ""
	for k, cell := range g.t.Rows[i] {
		if cell.Right > 0 && g.text[i][k] != "" {
			if s != "" {
				return ""
			}
			s = g.text[i][k]
		}
	}
	return s
}

// findHeads finds the rows that head the columns: those above the first with
// figures, but for titles above them and groups below them.
func (g *sheet) findHeads() {
	body := 0
	for body < len(g.text) && !g.valued(body) {
		body++
	}
	if body == len(g.text) {
		return
	}
	for g.first < body && g.only(g.first) != "" {
		g.first++
	}
	for body > g.first+1 && g.only(body-1) != "" && g.text[body-1][0] != "" && g.t.Rows[body-1][0].Right > 0 {
		body--
	}
	if body > g.first {
		g.heads = body
	}
}

// isProse tells a table whose cells hold words rather than figures.
func (g *sheet) isProse() bool {
	figures, prose := 0, 0
	for i := range g.kind {
		for k := range g.kind[i] {
			switch {
			case g.kind[i][k] == number && k > 0:
				figures++
			case g.kind[i][k] == words && (len([]rune(g.text[i][k])) > 25 || strings.ContainsAny(g.text[i][k], "。；，")):
				prose++
			}
		}
	}
	return figures < 2 || prose > figures
}

// headText are the heads, to compare with another table's.
func (g *sheet) headText() string {
	var b strings.Builder
	for i := g.first; i < g.heads; i++ {
		b.WriteString(strings.Join(g.text[i], "\t"))
		b.WriteByte('\n')
	}
	return b.String()
}

var tableNumber = regexp.MustCompile(`^(?:续|附)?表\s*[\d一二三四五六七八九十\-—.]*[：:、.\s]*`)

var continued = regexp.MustCompile(`^[（(]?续(?:上?表)?\s*[\d一二三四五六七八九十]*[)）]?$`)

// goesOn tells that the lines above a table name no new one: there are none,
// or 续表, or a unit alone.
func goesOn(lines []string) bool {
	for _, l := range lines {
		if l = strings.TrimSpace(titleUnit.ReplaceAllString(l, "")); strings.Trim(l, "（）() ") != "" && !continued.MatchString(l) {
			return false
		}
	}
	return true
}

// readTitle reads the lines above the table, and those in its first rows. It
// fails where they say that the table goes on with one that is not known.
func (g *sheet) readTitle() bool {
	var lines []string
	for _, p := range g.t.Title {
		par := g.doc.Paragraphs[p]
		lines = append(lines, string(g.doc.Norm[par.Start:par.End]))
	}
	for i := range g.first {
		lines = append(lines, g.only(i))
	}
	if goesOn(lines) {
		b := g.c.Before
		switch {
		case b != nil && b.heads == g.headText():
			lines = append([]string{b.title}, lines...)
		case len(lines) > 0 && continued.MatchString(lines[0]), b == nil && g.c.Adjacent:
			return false
		}
	}
	var names []string
	for _, l := range lines {
		g.titleUnits = append(g.titleUnits, g.r.titled(l)...)
		l = strings.TrimSpace(titleUnit.ReplaceAllString(tableNumber.ReplaceAllString(l, ""), ""))
		if l = strings.Trim(l, "（）() "); l != "" {
			names = append(names, l)
		}
	}
	g.titleText = strings.Join(lines, " ")
	g.cur = g.c.To
	if g.cur == 0 {
		g.cur = g.c.Year
	}
	name := strings.Join(names, "")
	if ys := yearForm.FindAllStringSubmatch(name, -1); len(ys) > 0 && !yearSpan.MatchString(name) {
		g.titleHead = g.r.readHead(ys[len(ys)-1][0], g.cur)
		g.cur = g.titleHead.period.Y2
	}
	g.titleHead = g.r.readHead(name, g.cur)
	for _, y := range yearForm.FindAllStringSubmatch(name, -1) {
		n, _ := strconv.Atoi(y[1])
		g.years = append(g.years, n)
	}
	if p := g.titleHead.period; !p.OK() || p.Y1 < p.Y2 || g.twoYears() {
		g.titleHead.period = lang.Span{}
	}
	g.title = g.r.titleNoun(name)
	return true
}

// twoYears tells a title that names two: 2023年执行情况和2024年预算.
func (g *sheet) twoYears() bool {
	return len(g.years) > 1 && slices.Min(g.years) < slices.Max(g.years)
}

// why says why no figure of the table is understood.
func (g *sheet) why() string {
	if g.unitless > 0 {
		return "nothing says the unit of its figures"
	}
	return "its rows are not understood"
}
