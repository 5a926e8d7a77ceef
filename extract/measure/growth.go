package measure

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhibiao/extract/word"
)

// grown is a verb of growth right before the number, and what it makes of it.
type grown struct {
	tail
	kind  grownKind
	start int    // of its words, in the document
	base  string // what the words name
}

// grownKind tells what a verb of growth makes of a quantity.
type grownKind uint8

const (
	noGrowth    grownKind = iota
	naturalRate           // 人口自然增长率5‰ is a level
	grownTo               // 增长到500家
	added                 // 新增300家: nothing is compared
	growth                // 同比增长5%
	change                // 比上年增加120个, 提高2个百分点
	acted                 // 增加床位2000个: the verb acts, nothing is compared
)

// grown reads the verb of growth before the number, once.
func (l *Look) grown(r *Reader) *grown {
	g := &l.verb
	if l.read {
		return g
	}
	m, ok := r.growthTail(l.left)
	if rest, yearly := strings.CutPrefix(m.pre, "年平均"); yearly && endsInYear(l.Text[l.From:l.base+m.at]) {
		m.pre, m.at = "平均"+rest, m.at+1 // 比1952年平均降低
	}
	l.read, g.tail, g.start = true, m, l.base+m.at
	if ok {
		if g.base = r.Base(l.words); g.base == "" {
			g.base = r.Base(m.pre + m.post)
		}
		g.kind = l.kindOf(r, g)
	}
	return g
}

// kindOf is what the first of the kinds says that knows the number.
func (l *Look) kindOf(r *Reader, g *grown) grownKind {
	return kinds[l.kindAt(r, g)].kind
}

// kindAt is the index of that kind; the last knows every number.
func (l *Look) kindAt(r *Reader, g *grown) int {
	return slices.IndexFunc(kinds, func(k growthKind) bool { return k.is(l, r, g) })
}

// growthKind tells when a verb of growth makes something of a number. The example has the
// number in brackets.
type growthKind struct {
	kind    grownKind
	example string
	is      func(*Look, *Reader, *grown) bool
}

// kinds are tried in order.
var kinds = []growthKind{
	{naturalRate, "人口自然增长率【5‰】", func(l *Look, _ *Reader, g *grown) bool {
		return strings.HasSuffix(l.until(g.start), "自然")
	}},
	{grownTo, "企业增长到【500家】", (*Look).reachedTo},
	{added, "新增【300家】", func(l *Look, _ *Reader, g *grown) bool {
		return g.at > 0 && l.left[g.at-1] == '新' && strings.HasPrefix(g.verb, "增")
	}},
	{change, "占比提高【2个百分点】", func(l *Look, _ *Reader, _ *grown) bool { return l.Quantity.IsPoints() }},
	{growth, "产值同比增长【5%】", func(l *Look, _ *Reader, g *grown) bool { return l.ratio && !g.more() }},
	{change, "排名前移【3位】", func(l *Look, _ *Reader, _ *grown) bool {
		return l.Quantity.UnitName == "位" && l.Quantity.Unit != nil
	}},
	{acted, "为国家节约【80万元】", func(l *Look, _ *Reader, g *grown) bool {
		return g.base == "" && forWhom(l.until(g.start)) && !WithYear(l.words)
	}},
	{acted, "节约【80万吨】", (*Look).saves},
	{acted, "农民人均增收【860元】", func(l *Look, _ *Reader, g *grown) bool {
		return g.verb == "增收" && g.base == "" && endsInOne(strings.TrimSuffix(l.until(g.start)+g.pre, "年"), "均", "民", "众", "户")
	}},
	{acted, "管网改造提升【60公里】", func(l *Look, r *Reader, g *grown) bool {
		return g.verb == "提升" && g.base == "" && l.works(r, l.until(g.start))
	}},
	{acted, "增加【2000个】床位", func(l *Look, _ *Reader, g *grown) bool { return !l.compares(g) }},
	{acted, "工期加快【3天】", func(_ *Look, _ *Reader, g *grown) bool { return g.verb == "加快" && g.base == "" }},
	{noGrowth, "人数多【3人】", func(l *Look, _ *Reader, g *grown) bool {
		return g.verb == "快" || g.verb == "多" && g.base == "" && !WithYear(l.words)
	}},
	{change, "床位比上年增加【120个】", func(*Look, *Reader, *grown) bool { return true }},
}

// more tells whether something is only held against another: 多5%.
func (g *grown) more() bool { return g.verb == "多" || g.verb == "少" }

// reachedTo tells whether the number is what something grew to, not by how much.
func (l *Look) reachedTo(r *Reader, g *grown) bool {
	if g.to == "" {
		return false
	}
	return !l.percent() || !r.words.Is(g.verb, word.RateName) && !g.kept()
}

// saves tells whether so much was saved, and nothing compared.
func (l *Look) saves(_ *Reader, g *grown) bool {
	if g.verb != "节约" && g.verb != "节省" || g.base != "" {
		return false
	}
	return !l.Noun(g.start) && !WithYear(l.words)
}

// works tells whether the words before a verb of growth end in another verb, so that
// both name work that is done: 管网改造[提升]60公里.
func (l *Look) works(r *Reader, before string) bool {
	t := []rune(before)
	verb := string(t[max(0, len(t)-2):])
	if len(t) > 3 && r.words.Is(verb, word.Second) {
		return true
	}
	u := l.Quantity.Unit
	done := u != nil && (u.Class || u.Dim == "length" || u.Dim == "area")
	return done && r.words.Is(verb, word.Nominal) && r.words.Is(verb, word.Acting)
}

// forWhom tells whether words end in whom something is done for: 为国家.
func forWhom(words string) bool {
	i := strings.LastIndex(words, "为")
	return i >= 0 && utf8.RuneCountInString(words[i:]) < 6
}

// kept tells whether a verb of growth, not the level, was held at a percentage:
// 年均增长保持在[6%], 增长达到[8%], but 提高到[6%].
func (g *grown) kept() bool {
	switch g.verb {
	case "增长", "递增", "负增长":
		return g.to != "到" && g.to != "至" && g.to != "为"
	}
	return false
}

// compares tells whether an amount's verb of growth compares it: a noun stands
// before it that grew, or a base is named.
func (l *Look) compares(g *grown) bool {
	if l.Noun(g.start) || WithYear(l.words) {
		return true
	}
	if l.Followed {
		return false
	}
	return g.base != "" || strings.TrimSpace(l.until(g.start)) == ""
}

// whenGrown is a rule that reads the words before a number of which a verb of growth makes that kind.
func whenGrown(kind grownKind, read func(*Look, *Reader, *grown) (*Reading, error)) func(*Reader, *Look) (*Reading, error) {
	return func(r *Reader, l *Look) (*Reading, error) {
		if g := l.grown(r); g.kind == kind {
			return read(l, r, g)
		}
		return nil, nil
	}
}

// naturalRate reads 人口自然增长率[5‰], 人口自然增长率为[5‰].
func (l *Look) naturalRate(_ *Reader, g *grown) (*Reading, error) {
	out := l.out()
	if g.to != "" {
		out.Cut = min(g.start+len([]rune(g.pre+g.verb))+1, l.Quantity.Before)
	}
	out.spread(g.pre + g.post)
	return out, nil
}

// added reads 新增[300家], and 比年初新增[5亿元] as a change.
func (l *Look) added(r *Reader, g *grown) (*Reading, error) {
	if cut, _, err := r.baseCut(l.left[:g.at]); err != nil || cut >= 0 {
		return l.compared(r, g)
	}
	out := l.out()
	out.Cut, out.Verb = g.start-1, "新增"
	return out, nil
}

// compared reads 同比增长[5%], 增速[5%], and 比上年增加[120个], 提高[2个百分点], 前移[3位]: base, sign, and
// the cut before the comparison.
func (l *Look) compared(r *Reader, g *grown) (*Reading, error) {
	if g.kind == change && l.Followed && g.base == "" && l.Quantity.Unit != nil && l.Quantity.Unit.Dim == "money" && !strings.ContainsAny(l.words, "比较") {
		return nil, nil // 银行增加[5亿元]贷款
	}
	out := l.out()
	out.Measure, out.Cut, out.Verb, out.Base, out.Pre = "change", g.start, g.verb, g.base, g.pre
	if g.kind == growth {
		out.Measure = "growth"
	}
	out.spread(g.pre + g.post)
	if r.Falls(g.verb) {
		out.Sign = -1
	}
	cut, of, err := r.baseCut(l.left[:g.at])
	if err != nil {
		return out, err
	}
	if nameInBase(r, of) {
		cut = -1 // 比上年[产值]增长
	}
	if cut >= 0 {
		out.Cut = l.base + cut // 比一九五四年的铺轨里数增长
		if out.Base == "" && r.notBefore(of) {
			out.Base = "other" // 较疫情前
		}
	}
	if r.words.Is(g.verb, word.Comparing) {
		out.Base = "other"
	}
	if cut < 0 && endsInOne(l.until(out.Cut), "比", "较") {
		out.Cut-- // the year of 比2002年增加 reads like an adverb
	}
	l.parted(out) // 分别比2002年增加
	return out, nil
}

// nameInBase tells whether an attribute stands behind the year in the words of a base, and
// so is what grew: 上年[产值].
func nameInBase(r *Reader, of string) bool {
	year := r.words.Match(of, word.LastYear)
	return year != "" && r.words.Is(strings.TrimPrefix(of[len(year):], "同期"), word.Attribute)
}

// acted reads 增加普惠床位[2000个].
func (l *Look) acted(_ *Reader, g *grown) (*Reading, error) {
	out := l.out()
	out.Cut, out.Verb = g.start, g.verb
	if g.verb == "增收" { // 带动[群众增收]20亿元
		out.Cut += utf8.RuneCountInString(g.pre + g.verb)
	}
	out.spread(g.pre + g.post)
	return out, nil
}

// grownTo reads 增长到[500家].
func (l *Look) grownTo(_ *Reader, g *grown) (*Reading, error) {
	out := l.out()
	out.Cut, out.Verb, out.Reached, out.Pre = g.start, g.verb+g.to, true, g.pre
	out.spread(g.pre + g.post)
	return out, nil
}
