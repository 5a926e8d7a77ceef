package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/subject"
	"zhibiao/extract/word"
)

// handOut gives a number the subject that 分别 still has for it, if only a joint
// stands before it.
func (c *context) handOut(d *draft, n *number) bool {
	if left := withoutPer(n.Left); len(c.pending) == 0 || len(left) > 1 || !clause.OnlyJoints(left) {
		return false
	}
	q := n.Quantity
	d.subjects, c.pending = c.pending[:1], c.pending[1:]
	d.r = c.spread
	d.r.Rule = ""
	d.clauseAt = c.before.clauseAt // 比2011年 holds for all
	if p := c.before; q.Bound == "eq" && p.bounded() && p.q.Before < p.q.Start && p.q.After == p.q.End {
		d.bound = p.boundOf() // 分别超98.5%和99%
	}
	if d.r.Measure == "growth" && q.IsPoints() {
		d.r.Measure = "change"
	}
	d.rules = append(d.rules, "subject.distributed")
	c.take(d)
	if c.trace != nil {
		c.trace.Numbers = append(c.trace.Numbers, NumberTrace{Start: q.Start, End: q.End, From: q.Before, To: q.Before, Subjects: []string{d.subjects[0].Text}, Rules: slices.Clone(d.rules)})
	}
	return true
}

// turnsOver is the verb by which a number that has the subject that 分别 still has for it moves the
// other way: 原煤、焦炭产量分别下降8%和[上升]3%. It is empty for other numbers.
func (c *context) turnsOver(n *number) string {
	if len(c.pending) == 0 {
		return ""
	}
	return c.x.turningVerb(c.t[c.before.q.After:n.Quantity.Before])
}

// turningVerb is the verb of growth that stands with a joint between two numbers, and nothing else:
// 和[上升]. It is empty where other words do.
func (x *Extractor) turningVerb(between []rune) string {
	words := strings.TrimLeft(string(between), " ")
	verb := strings.TrimLeft(words, "、和及与")
	if verb == words || verb != "高" && verb != "低" && !x.words.IsOne(verb, word.Growth) {
		return ""
	}
	return verb
}

// handOver gives a number that moves the other way, as verb says, the next of the subjects of 分别.
func (c *context) handOver(d *draft, verb string) {
	d.subjects, c.pending = c.pending[:1], c.pending[1:]
	if d.r.Measure != c.spread.Measure {
		d.r = c.spread
		if d.r.Sign = 0; verb == "低" || c.x.words.Has(verb, word.Falls) {
			d.r.Sign = -1 // 分别比计划高1.6个和[低0.4个]百分点
		}
	}
	d.clauseAt = c.before.clauseAt
	d.rules = append(d.rules, "subject.distributed")
	c.take(d)
}

// spreading is a number with the list that it may be spread over.
type spreading struct {
	*number
	d      *draft
	series int              // how many numbers stand in a list with it
	parts  [][]clause.Token // the members of the list before it, if one is there
}

// spreadOut gives a number's subject to the members of a list, or several
// subjects to the number where its words say that it holds for each.
func (c *context) spreadOut(d *draft, n *number) {
	s := &spreading{number: n, d: d, series: c.series(n.Quantity)}
	if items := withoutBasis(n.np.Items()); clause.Joint.In(items) { // most are one thing
		s.parts = clause.PartsOf(items, s.series)
	}
	if several := c.severalIn(s); several != nil {
		c.deal(d, several, "subject.distributed")
		return
	}
	c.nameAll(s)
	oneEach := s.oneEach()
	switch {
	case oneEach, c.goesOn(d, &n.np, s.series), c.rateOfEach(s):
		c.distribute(d, n.Quantity, &n.np, n.head)
	case n.own.Each, twofold(n.Left):
		c.each(d, n)
	case slices.Contains(d.rules, "subject.judged"): // in one 维护稳定和综合治理考核
	case !n.np.List && s.series < 2:
		if names := c.eachOfEach(n.np.Items()); names != nil && d.q.Rank {
			d.subjects, d.rules = names, append(d.rules, "subject.each")
		} else if names := c.heldByEach(d, s.parts); len(names) > 0 {
			c.giveEach(d, s.parts, names)
		}
	}
	switch q := n.Quantity; {
	case q.Part > 0:
		d.subjects = []clause.Phrase{c.industry(q.Part, &n.np)}
	case q.Rank && n.np.Empty() && len(c.group) > 1 && c.group[0].Text != c.group[1].Text && s.series != len(c.group) && !oneEach:
		d.subjects = c.group
	}
}

// severalIn are those whom one name holds, with a number for each of them: 城乡居民收入
// 达到A和B, 三次产业增加值增长A、B、C. It is nil for others.
func (c *context) severalIn(s *spreading) []clause.Phrase {
	if len(s.d.subjects) != 1 {
		return nil
	}
	if c.heldAgainstEach(s) {
		return slices.Repeat(s.d.subjects, s.series) // 增速分别高于全国、全省4个和2.1个百分点
	}
	switch s.series {
	case 2:
		if p := s.d.subjects[0]; strings.HasPrefix(p.Text, "城乡") && s.Quantity.Dimension() == "money" {
			return c.x.several.of(p, 2) // 城乡低保标准提高到800元和600元
		}
		if two := c.urbanAndRural(s.d); len(two) == 2 {
			return two
		}
	case 3:
		if len(s.parts) == 3 {
			return nil // 茶叶、油茶、毛竹三大产业产值
		}
		if three := c.ofIndustries(s); three != nil {
			return three
		}
		return c.x.several.of(s.d.subjects[0], 3)
	}
	return nil
}

// ofIndustries are the three industries with a name that 分别 gives three figures, where their shares
// went before: 三次产业结构为12:45:43，[对经济增长的贡献率]分别为. It is nil for others.
func (c *context) ofIndustries(s *spreading) []clause.Phrase {
	p := c.inPart(s.Quantity)
	if p == nil || p.q.Part != 3 || s.np.Empty() {
		return nil
	}
	name := clause.PhraseOf(c.doc.Text, s.head)
	var out []clause.Phrase
	for _, industry := range industryNames[1:] {
		out = append(out, clause.Phrase{}.Plus(industry+name.Text))
	}
	return out
}

// heldAgainstEach tells whether one figure is held against as many places as there are numbers.
func (c *context) heldAgainstEach(s *spreading) bool {
	verb := slices.IndexFunc(s.Left, func(k clause.Token) bool { return k.Is(word.Comparing) })
	if verb < 0 || s.series < 2 {
		return false
	}
	places := clause.Parts(s.Left[verb+1:])
	return len(places) == s.series && !slices.ContainsFunc(places, func(p []clause.Token) bool {
		return !c.x.words.Has(subject.Joined(p), word.Wider)
	})
}

// nameAll gives a growth that is not one of as many as there are members of a list to
// each of them, where all have names of their own: 进口、出口均增长3%.
func (c *context) nameAll(s *spreading) {
	if s.own.Distrib || !s.d.r.Changes() || len(s.parts) < 2 || s.series == len(s.parts) {
		return
	}
	all := c.expand(s.parts, len(s.parts))
	if c.allIndicators(all) || !s.np.List && c.everyWhole(s.parts) {
		s.d.subjects = all
	}
}

// oneEach tells whether the numbers in a list are one for each member of the list before
// them: 粮食、油料产量达到A和B.
func (s *spreading) oneEach() bool {
	if s.own.Distrib || spreads(s.Left) && (!s.np.List || !s.Quantity.Counts()) {
		return true
	}
	if len(s.parts) < 2 || s.series != len(s.parts) {
		return false
	}
	switch {
	case s.d.r.Changes():
		return true
	case s.d.r.Share == "":
		return !s.np.List
	}
	return s.own.Each || slices.ContainsFunc(s.Left, func(k clause.Token) bool { return k.Text == "各" })
}

// deal gives the number of d the first of subjects, and those behind it the others.
func (c *context) deal(d *draft, subjects []clause.Phrase, rule string) {
	d.subjects, c.pending, c.spread, c.group = subjects[:1], subjects[1:], d.r, subjects
	d.rules = append(d.rules, rule)
}

// goesOn tells whether growths without a noun stand for the members of the
// list before them: 进口、出口分别为5亿元和8亿元，增长3%和4%. So do the figures that others
// came to: 进口、出口分别由5亿元和8亿元增加到[6亿元和9亿元], 分别增长5%和8%，达到[6亿元和9亿元].
func (c *context) goesOn(d *draft, np *subject.Noun, series int) bool {
	if !np.Empty() || series < 2 {
		return false
	}
	switch compares := d.r.Measure == "growth" || d.r.Measure == "multiple" || strings.HasPrefix(d.r.Share, "完成"); {
	case series == len(c.group):
		led := (d.r.Reached || d.q.Bound == "ge" && d.q.Before < d.q.Start) && c.before != nil && (c.before.r.Origin || c.before.r.Measure == "growth")
		return compares || led || d.r.Measure == "change" || d.q.Rank // 开工率、投产率分别达90%、70%，居全市第二、第一
	case len(c.group) > 0:
		return false
	default:
		return compares && series <= len(c.history) // 分别恢复到2019年的83%和79%
	}
}

// rateOfEach tells whether percentages are the rates of those who had one each before: 小学、初中入学率
// 分别为99%和97%，[辍学率]控制在0.5%和2.3%以内.
func (c *context) rateOfEach(s *spreading) bool {
	return s.series > 1 && s.series == len(c.group) && s.d.r.Measure == "level" && s.Quantity.UnitName == "%" && s.np.Action == "" &&
		len(s.np.Owner) == 0 && len(s.np.Object) == 1 && s.np.Object[0].Is(word.Attribute) && strings.HasSuffix(s.np.Object[0].Text, "率")
}

// giveEach gives a number that holds for each member of a list their names.
func (c *context) giveEach(d *draft, parts [][]clause.Token, names []clause.Phrase) {
	whole := len(parts[0]) == 1 // else the first has an owner for all
	for i := range names {
		if names[i].Text == subject.Joined(parts[i]) && (i == 0 || whole) { // else it has an owner already
			names[i] = c.ownMember(d.q, names[i], parts, i)
		}
	}
	if share := d.r.Share; share != "" {
		for i := range names {
			names[i] = names[i].Plus(share) // 生产性服务业、现代服务业增加值占服务业比重双双突破七成
		}
	}
	d.subjects, d.rules = names, append(d.rules, "subject.each")
}

// ownMember gives member i of a list the owner that the sentence has for it, which is no other
// member: 优良率、[达标率]均为100%.
func (c *context) ownMember(q *lang.Quantity, name clause.Phrase, parts [][]clause.Token, i int) clause.Phrase {
	whole := c.own(q, name, &subject.Noun{Object: parts[i]})
	for k := range parts {
		if k != i && strings.Contains(whole.Text, subject.Joined(parts[k])) {
			return name
		}
	}
	return whole
}

// each gives a number that holds for each of a list its subjects: 甲、乙各1个.
func (c *context) each(d *draft, n *number) {
	items := n.np.Items()
	if n.np.Action != "" && len(clause.Parts(items)) < 2 && len(n.head) > 1 {
		if h := subject.Clean(c.nouns.Trim(n.head)); len(h) > 1 && h[0].Is(word.Strong) {
			items = h[1:]
		}
	}
	if len(items) == 0 && n.np.Action == "" {
		items = c.listSaid()
	}
	if names := c.countedByName(n.Quantity, &n.np); names != nil {
		d.subjects, d.rules = names, append(d.rules, "subject.each")
		return
	}
	if names := c.eachOfEach(items); names != nil {
		d.subjects, d.rules = names, append(d.rules, "subject.each")
		return
	}
	if parts := clause.Parts(items); len(parts) > 1 {
		c.giveEach(d, parts, c.expand(parts, len(parts)))
		return
	}
	// 甲为3个、乙为4个，均居前列
	near := string(c.t[max(c.from, n.Quantity.Before-8):n.Quantity.Before])
	if h := len(c.history); n.np.Empty() && len(c.last) > 0 && h >= 2 && !n.own.Distrib && strings.Contains(near, "均") {
		d.subjects = c.history[h-2:]
	}
}

// eachOfEach are the members of a list with each of the two attributes that stand behind the last: 玉米、油菜
// [种植面积]和[产量]. It is nil where two do not.
func (c *context) eachOfEach(items []clause.Token) []clause.Phrase {
	last, joint := len(items)-1, len(items)-2
	if joint < 3 || !items[joint].Says("和", "及", "与") || !clause.HasPause(items[:joint]) {
		return nil
	}
	second := clause.PhraseOf(c.doc.Text, items[last:])
	goods := clause.Parts(items[:joint])
	whole := clause.PhraseOf(c.doc.Text, goods[len(goods)-1])
	first := c.measureOf(whole.Text)
	if first == "" || !c.isMeasure(second.Text) || whole.Size() == utf8.RuneCountInString(first) || len(whole.Spans) != 1 {
		return nil
	}
	n := utf8.RuneCountInString(first)
	attribute := whole.Behind(whole.Size() - n)
	var out []clause.Phrase
	for i, g := range goods {
		name := clause.PhraseOf(c.doc.Text, g)
		if i == len(goods)-1 {
			name = whole.Shorter(n)
		}
		if last := &g[len(g)-1]; !last.IsNoun() || i < len(goods)-1 && c.measureOf(name.Text) != "" || c.isMeasure(name.Text) {
			return nil
		}
		out = append(out, clause.Join(name, attribute), clause.Join(name, second))
	}
	return out
}

// measureOf is the attribute that a name ends in, with the verb that makes it whole: 油菜[种植面积]. It is empty
// where it ends in none.
func (c *document) measureOf(name string) string {
	r := []rune(name)
	for _, n := range [...]int{4, 2, 3} {
		if n > len(r) {
			continue
		}
		end := string(r[len(r)-n:])
		act := n == 4 && c.x.words.Is(string(r[len(r)-4:len(r)-2]), word.Complete, word.Nominal, word.Attribute)
		if c.isMeasure(end) || act && c.isMeasure(string(r[len(r)-2:])) {
			return end
		}
	}
	return ""
}

// isMeasure tells whether a name is that of an attribute or of an amount of what is done: 产量, 发电量.
func (c *document) isMeasure(name string) bool {
	return c.x.words.Is(name, word.Attribute) || utf8.RuneCountInString(name) == 3 && hasSuffix(name, "量", "额", "数", "率", "值")
}

// listSaid is the list that the clause before consists of: 棉纱、麻袋、糖的产量，都增长一成. It is
// empty where that speaks of something else, or only gives examples.
func (c *context) listSaid() []clause.Token {
	items := subject.Clean(c.nouns.Trim(c.lastWords()))
	examples := slices.ContainsFunc(items, func(k clause.Token) bool { return k.Text == "等" })
	if examples || !clause.HasPause(items) || subject.Joined(items) != c.spoken().Text {
		return nil
	}
	return items
}
