package extract

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/subject"
	"zhibiao/extract/word"
)

// nounBefore is the phrase before the number with its owner, or the subject
// that an elliptic clause goes on with.
func (c *context) nounBefore(d *draft, q *lang.Quantity, np *subject.Noun) clause.Phrase {
	if left := afterExamples(np.Object); len(left) < len(np.Object) && d.r.Measure == "level" && q.Counts() && np.Action != "" {
		own := *np
		own.Object, np = left, &own
	}
	p := clause.Join(clause.PhraseOf(c.doc.Text, np.Owner), benefits(d, np, len(np.Object) > 0), c.lightens(d, np), clause.PhraseOf(c.doc.Text, np.Object))
	if p.Empty() || c.givenOut(d, np) {
		return c.goOn(d, q, np)
	}
	if has := c.capacityOf(np); !has.Empty() {
		p = has
	}
	if who := c.puller(d, np); !who.Empty() {
		p = clause.Join(who.Plus(np.Action), clause.PhraseOf(c.doc.Text, np.Object)).Plus(d.r.Verb)
	}
	if np.Via && len(np.Object) == 0 && d.r.Rule == "measure.acted" {
		p = p.Plus(d.r.Verb) // 为[国家节约]9万元
	}
	if of := c.contributes(q, p); !of.Empty() {
		d.rules = append(d.rules, "subject.owned")
		return clause.Join(of, p)
	}
	if each := c.atLevel(d, np); !each.Empty() {
		d.rules = append(d.rules, "subject.owned")
		return each
	}
	whole := c.own(q, p, np)
	if p := c.rateAgain(p); !p.Empty() {
		whole = p
	}
	if other := c.otherResidents(p); !other.Empty() {
		whole = other
	}
	if c.single(q) != nil {
		switch {
		case strings.HasPrefix(p.Text, "每") && per.FindString(p.Text) == p.Text:
			whole = clause.Join(p, c.latest()) // 专利拥有量增长12%，[每万人口]达18件
		case p.Says("日均", "月均"):
			whole, d.plain = clause.Join(c.latest(), p), c.latest() // 新登记企业9000户、[日均]24户
		}
	}
	if c.headed(d) && !c.x.words.Is(p.Text, word.PerHead) && c.stripAttribute(p).Text == p.Text {
		whole = p.Plus("人均") // 茶园面积12万亩，农民[人均]1.2亩
		whole = clause.Join(whole, c.latest())
	}
	if per := c.perShared(d, np, p); !per.Empty() {
		whole = clause.Join(per, p)
	}
	if head := c.partHead(d, np); !head.Empty() {
		whole = clause.Join(p, head)
	}
	if part := c.partDone(d, np); !part.Empty() {
		whole = part
	}
	if named := c.countedName(p); !named.Empty() && !q.Counts() {
		whole = named
	}
	if head := c.carriedHead(d, np, p); !head.Empty() && whole.Text == p.Text {
		whole = clause.Join(p, head)
	}
	if q.Dimension() == "money" || p.Text == "总量" {
		whole = c.withoutRateName(whole) // 增速高于全市，[总量]占全市的12%
	}
	if whole.Text != p.Text {
		d.rules = append(d.rules, "subject.owned")
	} else {
		d.rules = append(d.rules, "subject.before")
	}
	return whole
}

// rateAgain is what the figure before measures, where it was a rate right before the name: 将制造业现
// 行16%的[税率]降至13%. It is empty for others.
func (c *context) rateAgain(p clause.Phrase) clause.Phrase {
	b := c.before
	if b == nil || !b.r.Origin || len(c.last) != 1 || len(p.Spans) == 0 || p.Spans[0][0] != b.q.After+1 || !strings.HasSuffix(c.last[0].Text, p.Text) {
		return clause.Phrase{}
	}
	return c.last[0]
}

// givenOut tells whether the words before a count say only to whom some of the things counted last
// went: 筹集住房1.1万套，[向人才配租]4600套.
func (c *context) givenOut(d *draft, np *subject.Noun) bool {
	if !np.Via || len(np.Object) > 0 || !d.r.IsLevel() || !d.q.Counts() || people(d.q) {
		return false
	}
	p := c.single(d.q)
	return p != nil && p.q.UnitName == d.q.UnitName && d.q.UnitName != "个"
}

// headed tells whether 人均 stands right before an amount of what was measured last, in the same
// unit, behind those who have it.
func (c *context) headed(d *draft) bool {
	p := c.single(d.q)
	return p != nil && d.r.IsLevel() && !d.r.Reached && !d.q.Counts() && p.q.Dimension() == d.q.Dimension() && lang.HasPrefix(c.t, d.q.Before-2, "人均")
}

// capacityOf is the capacity that words have of some goods: 主要生产能力有煤炭 is 煤炭[生产能力]. It is
// empty for others.
func (c *context) capacityOf(np *subject.Noun) clause.Phrase {
	items := np.Items()
	n := len(items)
	if n < 2 || items[n-2].Text != capacity || !items[n-1].IsNoun() || !slices.Contains(c.t[items[n-2].End:items[n-1].Start], '有') {
		return clause.Phrase{}
	}
	return clause.Join(clause.PhraseOf(c.doc.Text, items[n-1:]), clause.PhraseOf(c.doc.Text, items[n-2:n-1]))
}

// capacity is what a plant can make.
const capacity = "生产能力"

// puller is what makes another grow by so much: [消费]拉动经济增长2个百分点. The clause before may name
// it: [服务业增加值]增长8%，拉动经济增长3个百分点, [消费]对经济增长的贡献率37%，拉动经济增长4个百分点. It is empty
// for other figures.
func (c *context) puller(d *draft, np *subject.Noun) clause.Phrase {
	if !d.q.IsPoints() || d.r.Measure != "change" || np.Action != "拉动" || len(np.Object) == 0 {
		return clause.Phrase{}
	}
	if len(np.Owner) > 0 || c.single(d.q) == nil {
		return clause.PhraseOf(c.doc.Text, np.Owner)
	}
	who := c.last[0]
	switch b := c.before; {
	case strings.HasSuffix(who.Text, "贡献率"):
		name, _, ok := strings.Cut(who.Text, "对")
		if !ok {
			return clause.Phrase{}
		}
		return clause.Phrase{Text: name}
	case b.r.Measure != "growth" || d.r.Base != "" || d.r.Of != "":
		return clause.Phrase{}
	}
	d.plain = who // what is said next is of it, too
	return who
}

// atLevel is an attribute that is told of one level after the other, behind the level that stands
// right before the number: 生均经费[小学]1200元、[初中]1500元. It is empty where no other level follows
// or went before.
func (c *context) atLevel(d *draft, np *subject.Noun) clause.Phrase {
	n := len(np.Object)
	if n == 0 || !d.r.IsLevel() || !c.isLevelWord(np.Object[n-1:]) {
		return clause.Phrase{}
	}
	level := clause.PhraseOf(c.doc.Text, np.Object[n-1:])
	if p := c.before; n == 1 && len(np.Owner) == 0 && p != nil && !p.plain.Empty() && c.samePart(p, d.q) {
		d.plain = p.plain
		return clause.Join(level, p.plain)
	}
	if n == 1 || !c.levelFollows(d.q) {
		return clause.Phrase{}
	}
	if head := &np.Object[n-2]; !head.IsNoun() || clause.HasPause(np.Object) {
		return clause.Phrase{}
	}
	d.plain = clause.Join(clause.PhraseOf(c.doc.Text, np.Owner), clause.PhraseOf(c.doc.Text, np.Object[:n-1]))
	return clause.Join(level, d.plain)
}

// levelFollows tells whether the amount q is told of another level behind the next pause or comma.
func (c *context) levelFollows(q *lang.Quantity) bool {
	next := c.clauseBehind(q)
	if len(next) > 0 && next[0].Kind == clause.Pause {
		next = next[1:]
	} else {
		next = c.nextClause(q)
	}
	return len(next) > 1 && c.isLevelWord(next) && reachedNext(next[1:])
}

// reachedNext tells whether an amount follows, or the verbs by which it is reached, or of what it is one: 达到,
// 提高到, 每人每月.
func reachedNext(items []clause.Token) bool {
	for len(items) > 0 && (items[0].IsVerb() || items[0].Says("到", "至", "为") || hasPrefix(items[0].Text, "每")) {
		items = items[1:]
	}
	return clause.At(items, 0).Kind == clause.Amount
}

// isLevelWord tells whether the first word is a level that a list goes through: 省级, 农村, 小学.
func (c *context) isLevelWord(items []clause.Token) bool {
	k := &items[0]
	return k.Kind == clause.Word && (levelWord.Has(k) || isLevel(items[:1]) || c.x.words.IsOne(k.Text, word.House))
}

// contributes is what has so large a part in something, with 对: [服务业增加值]增长8%，[对]经济
// 增长贡献率60%. It is empty where nothing was named.
func (c *context) contributes(q *lang.Quantity, p clause.Phrase) clause.Phrase {
	joint, name := "对", "贡献率"
	if strings.HasSuffix(p.Text, "之比") {
		joint, name = "与", "之比" // 研发经费300亿元，[与]生产总值之比2.5%
	}
	if !strings.HasSuffix(p.Text, name) || c.single(q) == nil {
		return clause.Phrase{}
	}
	at := p.Spans[0][0]
	if at > 2 && c.x.words.Has(string(c.t[at-2:at]), word.RankArea) {
		joint += string(c.t[at-2 : at]) // [对全市]经济增长贡献率
	}
	if from := at - utf8.RuneCountInString(joint); from < 0 || !lang.HasPrefix(c.t, from, joint) || strings.HasSuffix(c.last[0].Text, name) {
		return clause.Phrase{}
	}
	last := c.last[0]
	if _, share, ok := strings.Cut(last.Text, "占"); ok {
		last = last.Shorter(utf8.RuneCountInString(share) + 1)
	}
	return last.Plus(joint)
}

// countedName is a name that begins with the noun of the count right before it, with all that
// the count was of: [预算内和预算外]两项资金增加一倍. It is empty where the count was of no more.
func (c *context) countedName(p clause.Phrase) clause.Phrase {
	b := c.before
	if b == nil || !b.q.Counts() && !isSize(b.q) || len(b.subjects) != 1 || len(p.Spans) == 0 || p.Spans[0][0] != b.q.After || slices.Contains(b.rules, "subject.predicate") {
		return clause.Phrase{}
	}
	counted, name := []rune(b.subjects[0].Text), []rune(p.Text)
	for n := min(len(counted)-1, len(name)); n > 1; n-- {
		if string(counted[len(counted)-n:]) == string(name[:n]) {
			return b.subjects[0].Plus(string(name[n:]))
		}
	}
	return clause.Phrase{}
}

// afterExamples is what the examples before 等 are examples of: 组建研究院等[基础
// 研究机构]10家.
func afterExamples(items []clause.Token) []clause.Token {
	for i := range items {
		if items[i].Text == "等" && i > 0 && !subject.Vague(items[i+1:]) && items[i+1].IsNoun() {
			return items[i+1:]
		}
	}
	return items
}

// beforeDone ends a counted noun before 完成 in a name that the segmenter knows
// whole: 810个[重点项目]完成投资.
func (c *context) beforeDone(behind []clause.Token) []clause.Token {
	for i := range behind {
		k := &behind[i]
		if at := strings.Index(k.Text, "完成"); at > 0 && k.End-k.Start == utf8.RuneCountInString(k.Text) {
			return c.x.cutter.Before(behind, k.Start+utf8.RuneCountInString(k.Text[:at]), c.t)
		}
	}
	return behind
}

// withoutAct drops what the things counted are made to do: 推动3个综保区[高质量发展].
func withoutAct(behind []clause.Token) []clause.Token {
	for i := 1; i < len(behind); i++ {
		if behind[i-1].IsNoun() && actsOnNoun(behind[i:]) {
			behind = behind[:i] // 支持46所学校[改善条件]
			break
		}
	}
	n := len(behind)
	if n < 2 || behind[n-1].Text != "发展" && (!behind[n-1].Is(word.Becoming) || behind[n-1].Is(word.Attribute)) {
		return behind
	}
	for n--; n > 1 && behind[n-1].Is(word.Degree, word.Manner, word.ShownAdverb); n-- {
	}
	return behind[:n]
}

// actsOnNoun tells whether items begin with a verb that acts on a noun behind it, with which it
// makes no name.
func actsOnNoun(items []clause.Token) bool {
	verb, noun := &items[0], clause.At(items, 1)
	if !verb.IsVerb() || verb.Compound || verb.Is(word.NameVerb) || len(items) > 3 {
		return false
	}
	return verb.Is(word.Acting) && noun.IsNoun() && !noun.IsVerbal() && !noun.Is(word.VerbHead, word.Attribute, word.NounEnd)
}

// doing tells whether the word before a verb is a verb, too, and no owner.
func doing(k *clause.Token) bool {
	if k.Kind == clause.Word && k.Tagged("a", "ad") {
		return true // [具体]抓好9项工作
	}
	return k.IsVerbal() && !k.Is(word.Complete, word.Attribute, word.Member) && k.End-k.Start == 2
}

// samePart tells whether no ； stands between a draft's quantity and q.
func (c *context) samePart(d *draft, q *lang.Quantity) bool {
	return !slices.ContainsFunc(c.t[d.q.After:q.Before], func(r rune) bool { return r == '；' || r == ';' || r == '。' })
}

// inPart is the figure before a number, nil where it is none or another part of the
// sentence's.
func (c *context) inPart(q *lang.Quantity) *draft {
	if p := c.before; p != nil && c.samePart(p, q) {
		return p
	}
	return nil
}

// inSameClause is the figure before a number, nil where it is none or another clause's.
func (c *context) inSameClause(q *lang.Quantity) *draft {
	if p := c.before; p != nil && c.sameClause(p, q) {
		return p
	}
	return nil
}

// single is inPart where it is of one thing alone, c.last[0].
func (c *context) single(q *lang.Quantity) *draft {
	if len(c.last) != 1 {
		return nil
	}
	return c.inPart(q)
}

// nextClause is the clause behind the one that q ends: 投资900万元，实施了….
func (c *context) nextClause(q *lang.Quantity) []clause.Token {
	items := c.itemsBehind(q)
	if len(items) == 0 || items[0].Kind != clause.Stop || items[0].Text != "，" {
		return nil
	}
	return c.words(untilStop(items[1:]))
}

// clauseBehind is what the clause of q goes on with.
func (c *context) clauseBehind(q *lang.Quantity) []clause.Token { return untilStop(c.itemsBehind(q)) }

func (c *context) itemsBehind(q *lang.Quantity) []clause.Token { return c.items[c.itemFrom(q.After):] }

// itemFrom is the index of the first item from an offset on, or how many there are.
func (c *context) itemFrom(at int) int {
	return sort.Search(len(c.items), func(i int) bool { return c.items[i].Start >= at })
}

func untilStop(items []clause.Token) []clause.Token {
	for i := range items {
		if items[i].Kind == clause.Stop {
			return items[:i]
		}
	}
	return items
}
