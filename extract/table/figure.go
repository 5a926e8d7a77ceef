package table

import (
	"math/big"
	"regexp"
	"slices"
	"strings"

	"zhibiao/extract/lang"
)

// figures makes the facts of the body, row by row.
func (g *sheet) figures() (out []Figure) {
	for i := range g.rows {
		r := &g.rows[i]
		if r.skip {
			continue
		}
		if r.own != nil {
			out = append(out, g.labelled(r))
		}
		for k := range g.cols {
			c := &g.cols[k]
			if c.role != figuresOf || c.label != r.block || c.head.skip || g.kind[r.index][k] != number {
				continue
			}
			if f, ok := g.figure(r, k); ok {
				out = append(out, f)
			}
		}
	}
	return out
}

// labelled makes a fact of the figure in a row's label.
func (g *sheet) labelled(r *row) Figure {
	v := r.own
	f := Figure{
		Row: r.index, Column: r.block, Start: v.start, End: v.end, Bound: v.bound, Measure: "level",
		Subject: r.label.text, Period: g.periodFor(r, &head{}), Sentence: g.sentence(r), Rules: []string{"table.label"},
	}
	g.scale(&f, v.unit, v, v.minus)
	f.Status = g.statusFor(&head{}, f.Period)
	return f
}

// figure makes a fact of the cell in row r and column k.
func (g *sheet) figure(r *row, k int) (Figure, bool) {
	h, v := &g.cols[k].head, &g.val[r.index][k]
	f := Figure{
		Row: r.index, Column: k, Start: v.start, End: v.end, Bound: v.bound, Modifier: v.modifier,
		Measure: h.measure, Base: h.base, Qualifier: h.qualifier,
	}
	u, ok := g.unitFor(r, h, v)
	if !ok {
		g.unitless++
		return f, false
	}
	minus := v.minus
	switch {
	case f.Measure == "" && (r.label.growth || v.grows) && u.ratio():
		f.Measure, f.Base = "growth", or(h.base, or(r.label.base, "yoy"))
		minus = minus != r.label.minus
	case f.Measure == "" && u.ratio() && u.name() != "百分点" && g.paces(r, h):
		f.Measure, f.Base = "growth", "yoy"
	case f.Measure == "" && strings.HasSuffix(u.name(), "百分点"):
		f.Measure, f.Base = "change", "yoy"
	case f.Measure == "growth" && r.label.growth:
		return f, false // a growth of a growth
	}
	if v.wrapped {
		if f.Measure != "growth" && f.Measure != "change" {
			return f, false
		}
		minus = true
	}
	if h.average && (f.Measure != "growth" && f.Measure != "change" || !g.span(&f)) {
		return f, false // what the average of an amount is, its head does not say
	}
	f.Subject = g.named(r, h, f.Measure)
	if f.Subject == "" {
		return f, false
	}
	f.Rules = []string{"table." + or(f.Measure, "level")}
	switch f.Measure {
	case "", "share", "index", "completion", "last":
		f.Measure, f.Base = "level", ""
	}
	if c := &g.t.Rows[r.index][r.block]; string(g.doc.Norm[c.Start:c.End]) == f.Subject {
		f.LabelStart, f.LabelEnd = c.Start, c.End
	}
	g.scale(&f, u, v, minus)
	if !f.Period.OK() {
		f.Period = g.periodFor(r, h)
	}
	f.Status = g.statusFor(h, f.Period)
	f.Sentence = g.sentence(r)
	return f, f.Period.OK() || g.c.Year == 0
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// unitFor is the unit of a cell: its own, its row's, its column's or the
// title's. An index has none; growth and shares are in percent.
func (g *sheet) unitFor(r *row, h *head, v *value) (unit, bool) {
	percent, _ := g.r.parse("%")
	switch h.measure {
	case "index":
		return unit{}, !v.unit.ok()
	case "growth", "share", "completion", "last":
		for _, u := range []unit{v.unit, h.unit, percent} {
			if u.ok() {
				return u, u.ratio()
			}
		}
	case "change":
		for _, u := range append([]unit{v.unit, h.unit, r.unit}, g.titleUnits...) {
			if u.ok() && u.name() != "%" {
				return u, true
			}
		}
		return unit{}, false
	}
	for _, u := range []unit{v.unit, r.unit, h.unit} {
		if u.ok() {
			return u, true
		}
	}
	if r.label.growth || v.grows {
		return percent, true
	}
	for _, u := range g.titleUnits {
		if !u.ratio() || len(g.titleUnits) == 1 {
			return u, true
		}
	}
	if u := g.cols[r.block].head.unit; u.ok() {
		return u, true
	}
	if g.titleHead.unit.ok() {
		return g.titleHead.unit, true
	}
	if strings.HasSuffix(r.label.text, "指数") {
		return unit{}, true
	}
	return unit{}, false
}

var rates = regexp.MustCompile(`率|比重|占比|比例|比$|指数|度$|覆盖|系数|达标|优良|份额|水平|程度|强度|构成|指标`)

// paces tells that a percentage is a growth though no word says so: 地区生产总值
// in percent is its growth.
func (g *sheet) paces(r *row, h *head) bool {
	if g.titleHead.measure == "growth" {
		return true
	}
	if g.titleHead.measure != "" || h.noun != "" && rates.MatchString(h.noun) {
		return false
	}
	return r.label.full && !rates.MatchString(r.label.text) && !rates.MatchString(r.owner)
}

// named is the subject of a cell of row r under head h.
func (g *sheet) named(r *row, h *head, measure string) string {
	noun := h.noun
	switch measure {
	case "share":
		s := g.subject(r, h.of)
		if s == "" {
			return ""
		}
		return s + or(strings.ReplaceAll(noun, "构成", "比重"), "比重")
	case "completion":
		s := g.subject(r, h.of)
		if s == "" {
			return ""
		}
		if strings.Contains(h.text, "预算") {
			return s + "完成预算比例"
		}
		return s + "完成比例"
	case "last":
		s := g.subject(r, h.of)
		if s == "" {
			return ""
		}
		return s + "占" + lastYearsFigure.FindString(h.text) + "比重"
	case "index":
		s := g.subject(r, noun)
		if s == "" || strings.HasSuffix(s, "指数") {
			return s
		}
		return s + "指数"
	}
	return g.subject(r, noun)
}

// lastYearsFigure is what a share of the year before is a share of: 上年决算数.
var lastYearsFigure = regexp.MustCompile(`上年[^的%（(]*`)

// span gives an average the years between the table's first and last.
func (g *sheet) span(f *Figure) bool {
	a, b := 0, 0
	for _, c := range g.cols {
		if p := c.head.period; c.role == figuresOf && p.IsYear() {
			if a == 0 || p.Y1 < a {
				a = p.Y1
			}
			b = max(b, p.Y2)
		}
	}
	if a == 0 || b <= a {
		return false
	}
	f.Period = lang.Years(a+1, b)
	return true
}

// scale multiplies a value out.
func (g *sheet) scale(f *Figure, u unit, v *value, minus bool) {
	f.Unit, f.UnitWritten = u.unit, u.written
	by := u.factor()
	if minus {
		by.Neg(by)
	}
	mul := func(x *big.Rat) *big.Rat {
		if x == nil {
			return nil
		}
		return new(big.Rat).Mul(x, by)
	}
	f.Value, f.Low, f.High = mul(v.val), mul(v.low), mul(v.high)
	if minus && f.Low != nil {
		f.Low, f.High = f.High, f.Low
	}
}

// periodFor is the period that a cell speaks of.
func (g *sheet) periodFor(r *row, h *head) lang.Span {
	switch {
	case r.period.OK():
		return r.period
	case h.period.OK():
		if p := g.titleHead.period; p.OK() && p.M2 < 12 && h.period.WholeYears() && yearToDate.MatchString(h.text) {
			return lang.Months(h.period.Y2, 1, p.M2)
		}
		return h.period
	case g.titleHead.period.OK():
		p := g.titleHead.period
		switch {
		case monthWords.MatchString(h.text):
			return lang.Months(p.Y2, p.M2, p.M2)
		case yearToDate.MatchString(h.text):
			return lang.Months(p.Y2, 1, p.M2)
		}
		return p
	case monthWords.MatchString(h.text):
		return lang.Span{} // which month is not said
	}
	if g.twoYears() { // the result is of the first, the goal of the last
		switch h.status {
		case "actual", "estimate":
			y := slices.Min(g.years)
			return lang.Years(y, y)
		case "target":
			y := slices.Max(g.years)
			return lang.Years(y, y)
		}
		return lang.Span{}
	}
	y := g.cur
	if g.statusWord(h) == "target" && g.c.Year > y && g.c.Plan {
		y = g.c.Year
	}
	if y == 0 {
		return lang.Span{}
	}
	return lang.Years(y, y)
}

func (g *sheet) statusWord(h *head) string {
	if h.status != "" {
		return h.status
	}
	return g.titleHead.status
}

// statusFor tells goals from results: by the head's words, the title's, and
// the chapter's.
func (g *sheet) statusFor(h *head, p lang.Span) string {
	switch s := g.statusWord(h); {
	case s != "":
		return s
	case g.c.Year > 0 && p.Y2 > g.c.Year:
		return "target" // the last column of a five-year plan
	case g.c.Plan && p.Y2 >= g.c.Year:
		return "target"
	}
	return "actual"
}

// sentence is the title, the heads and the row.
func (g *sheet) sentence(r *row) string {
	var lines []string
	if g.titleText != "" {
		lines = append(lines, g.titleText)
	}
	for i := g.first; i < g.heads; i++ {
		lines = append(lines, g.line(i))
	}
	return strings.Join(append(lines, g.line(r.index)), " / ")
}

func (g *sheet) line(i int) string {
	var cells []string
	for _, c := range g.t.Rows[i] {
		if s := strings.TrimSpace(g.doc.Quote(c.Start, c.End)); s != "" {
			cells = append(cells, s)
		}
	}
	return strings.Join(cells, " | ")
}
