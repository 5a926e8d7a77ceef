package extract

import (
	"cmp"
	"slices"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/measure"
	"zhibiao/extract/subject"
)

// context is a sentence at work, clause by clause, with the memory of what
// stands before the clause, which carries it on.
type context struct {
	*sentence
	memory
	drafts []*draft
}

// draft is a fact before it is written out.
type draft struct {
	q         *lang.Quantity
	prev      *draft // the one before it in the sentence, nil for the first
	subjects  []clause.Phrase
	r         measure.Reading
	bound     string // what the words make of the quantity's bound, "" for nothing
	action    string
	qualifier string
	mention   *lang.Mention
	rules     []string
	clauseAt  int
	course    course        // how it stands to a period of several years
	sharing   clause.Phrase // the owner of a share
	plain     clause.Phrase // what those behind it go on with, where that is not its subject
	whose     clause.Phrase // of which a share becomes something
	among     bool          // it counts those among whom the rank behind it is
}

// boundOf is the bound of the draft: the quantity's, or what the words make of it.
func (d *draft) boundOf() string { return cmp.Or(d.bound, d.q.Bound) }

// bounded tells whether the draft is bound from one side, or approximate.
func (d *draft) bounded() bool { b := d.boundOf(); return b != "eq" && b != "range" }

// clause reads one clause: the quantities in it, and the words between them.
func (c *context) clause(items []clause.Token) error {
	numbers := clause.Numbers(c.room.work.numbers, items, c.qs)
	c.room.work.numbers = numbers
	if len(numbers) == 0 {
		c.remember(items)
		return nil
	}
	for i := range numbers {
		n := &c.room.work.number
		*n = number{Number: numbers[i]}
		if err := c.number(n); err != nil {
			return err
		}
	}
	return nil
}

// number is a quantity with what its words were read as.
type number struct {
	clause.Number
	own  measure.Reading // what the words before it say
	head []clause.Token  // the words before the verb phrase
	np   subject.Noun    // what they name
	rate bool            // the words behind it make a growth of it: 6%的增速
}

// number finds what a quantity measures.
func (c *context) number(n *number) error {
	q := n.Quantity
	defer func() {
		c.spoken() // by what stands before this number
		c.lastAt = q.After
	}()
	from := q.Before
	if len(n.Left) > 0 {
		from = min(from, n.Left[0].Start)
	}
	c.aroundBracket(q)
	d := c.room.work.draft()
	*d = draft{q: q, clauseAt: from, qualifier: c.qualifier, rules: append(d.rules[:0], q.Rules...)}
	c.qualifier = ""
	if c.handOut(d, n) {
		return nil
	}
	turned := c.turnsOver(n)
	if turned == "" {
		c.pending = nil
	}
	if err := c.reading(d, n); err != nil {
		return err
	}
	if turned != "" {
		c.handOver(d, turned)
		return nil
	}
	if c.countsWithNext(d, n) {
		c.twins = append(c.twins, *d)
		return nil
	}
	shared := c.before != nil && len(n.Left) > 0 && n.Left[0].Start >= c.lastAt && n.Left[len(n.Left)-1].Text == "的"
	var others []candidate
	if c.trace != nil {
		others = c.all(c.choice(d, n, shared))
	}
	c.choose(d, c.choice(d, n, shared))
	c.pointed(d, n)
	c.spreadOut(d, n)
	c.inZone(d, n)
	d.course = c.courseOf(d, n)
	c.take(d)
	return c.note(d, n, others)
}

// aroundBracket keeps what was spoken of before a bracket with a figure in it, and goes on with
// that behind it: 能耗（按每公斤[7000大卡]的标准煤计算），比上年降低8%.
func (c *context) aroundBracket(q *lang.Quantity) {
	switch inside := c.inBracket(q); {
	case inside && c.aside == nil:
		c.aside = &heard{c.before, c.last, c.spoken()}
	case !inside && c.aside != nil:
		if c.spoken().Empty() {
			c.before, c.last = c.aside.before, c.aside.last
			c.say(c.aside.said)
		}
		c.aside = nil
	}
}

// inBracket tells whether a bracket that holds q opens before it.
func (c *context) inBracket(q *lang.Quantity) bool {
	for k := q.Start - 1; k >= max(c.from, c.lastAt); k-- {
		switch c.t[k] {
		case '）':
			return false
		case '（':
			return k > c.from
		}
	}
	return c.aside != nil // as the number before
}

// countsWithNext tells whether a number and the next one are of the noun behind
// both: 9批次476万多份礼包, 55万平方米、2.8万户旧房改造.
func (c *context) countsWithNext(d *draft, n *number) bool {
	if !n.More || d.r.Measure != "level" {
		return false
	}
	if len(n.Gap) == 0 && c.countsSame(n) {
		return true
	}
	if !n.np.Empty() || n.own.Reached {
		return false
	}
	if len(n.Gap) == 0 {
		return d.q.Counts()
	}
	if len(n.Gap) == 1 && n.Gap[0].Says("共", "计", "合计", "总计") {
		return d.q.Counts() // 6幢共8万平方米厂房
	}
	if len(n.Gap) == 1 && n.Gap[0].Says("和", "及") && people(d.q) {
		next := clause.PhraseOf(c.doc.Text, c.nextNoun(d.q, true))
		return withoutLivestock(next).Text != next.Text
	}
	if len(n.Gap) > 1 || n.Gap[0].Kind != clause.Pause || d.q.Unit == nil || d.q.UnitTo == d.q.UnitFrom {
		return false
	}
	return d.q.Counts() || placed[d.q.Unit.Dim]
}

// withoutLivestock is what people have of what livestock has: 解决2万人、1万头[牲畜的]饮水困难.
func withoutLivestock(p clause.Phrase) clause.Phrase {
	r := []rune(p.Text)
	n := lang.PrefixLen(r, 0, "大牲畜", "大小牲畜", "牲畜")
	if n > 0 {
		n += lang.PrefixLen(r, n, "的")
	}
	if n == 0 || n == len(r) {
		return p
	}
	return p.Behind(n)
}

// countsSame tells whether a number counts the noun behind the next one, though
// other words stand before it: 有[9批]1649名护士, 25个村[223户]962名贫困人口.
func (c *context) countsSame(n *number) bool {
	q := n.Quantity
	if !q.Counts() || len(c.nextNoun(q, n.More)) == 0 {
		return false
	}
	if n.own.Reached {
		return len(n.np.Items()) == 0
	}
	p := c.inSameClause(q)
	if p == nil || !p.q.Counts() || clause.At(n.Left, 0).Start != p.q.After {
		return false
	}
	return n.np.Action == "" && people(q)
}

// keep puts a draft behind those of the sentence so far.
func (c *context) keep(d *draft) {
	if n := len(c.drafts); n > 0 {
		d.prev = c.drafts[n-1]
	}
	c.drafts = append(c.drafts, d)
}

// take records a draft, which is not changed any more, and what it leaves for
// those behind it.
func (c *context) take(d *draft) {
	if slices.ContainsFunc(d.subjects, clause.Phrase.Empty) {
		d.subjects = slices.DeleteFunc(slices.Clone(d.subjects), clause.Phrase.Empty)
	}
	kept := d.subjects
	if len(kept) == 0 {
		c.nothing = append(c.nothing, d.q)
		return
	}
	for _, t := range c.twins {
		t.subjects, t.mention = kept, c.period(t.q)
		if people(t.q) && len(kept) == 1 {
			t.subjects = []clause.Phrase{withoutLivestock(kept[0])}
		}
		t.rules = append(t.rules, "subject.twin")
		c.keep(&t)
	}
	c.twins = nil
	d.mention = c.period(d.q)
	c.keep(d)
	c.wholeOf(d)
	c.before = d
	if d.among || d.q.Counts() && c.inPlace(d.q) {
		return // 在全市六个[行政区]中排名第一: another thing is ranked
	}
	c.last = kept
	if !d.plain.Empty() {
		c.last = []clause.Phrase{d.plain} // the growth alone is of the new ones
	}
	c.share = clause.Phrase{}
	if d.r.Share != "" { // what follows a share goes on with the owner
		c.share = kept[0]
		if owner := d.sharing; !owner.Empty() {
			c.last = []clause.Phrase{owner}
		}
	}
	if !d.r.Distrib && len(c.pending) == 0 && (len(kept) != 1 || !c.inGroup(kept[0])) {
		c.group = nil
	}
	for _, p := range kept {
		if n := len(c.history); n == 0 || c.history[n-1].Text != p.Text {
			c.history = append(c.history, p)
		}
	}
	c.say(clause.Phrase{})
}
