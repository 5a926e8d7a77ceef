package extract

import (
	"strings"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/word"
	"zhibiao/report"
)

// context is one sentence at work.
type context struct {
	x        *Extractor
	doc      *report.Document
	st       *state
	t        []rune
	qs       []lang.Quantity
	ms       []lang.Mention
	w        lang.When
	par      report.Paragraph
	sentence int
	from, to int
	items    []clause.Token
	drafts   []draft

	pending    []clause.Phrase // subjects that 分别 still has to give out
	spread     reading         // how the quantity that said 分别 was read
	lastClause []clause.Token  // the last clause without a quantity
	twins      []draft         // counts that wait for the noun of the next
	group      []clause.Phrase // the subjects of the last list that 分别 gave values
	served0    clause.Phrase   // 对X: whom the sentence is about
	qualifier  string          // a condition on the next figure
	share      clause.Phrase   // the share that was read last: 占A比重
	sharing    clause.Phrase   // its owner
	lastAt     int             // where the last quantity ended
	ratioName  string          // what a:b:c is called
}

// draft is a fact before it is written out.
type draft struct {
	q         *lang.Quantity
	subjects  []clause.Phrase
	r         reading
	action    string
	qualifier string
	mention   *lang.Mention
	rules     []string
	clauseAt  int
}

// run reads the sentence clause by clause.
func (c *context) run() error {
	start := 0
	first := true
	for i := 0; i <= len(c.items); i++ {
		if i < len(c.items) && c.items[i].Kind != clause.Stop {
			continue
		}
		if i > start {
			if err := c.clause(c.items[start:i], first); err != nil {
				return err
			}
			first = false
		}
		start = i + 1
	}
	return nil
}

// clause reads one clause: the quantities in it, and the words between them.
func (c *context) clause(items []clause.Token, first bool) error {
	if len(items) > 0 && items[0].Kind == clause.Piece {
		c.st.clause = clause.Phrase{} // no quantity near: nobody asks for its words
		return nil
	}
	var at []int
	for i := range items {
		if items[i].Kind == clause.Amount {
			at = append(at, i)
		}
	}
	if len(at) == 0 && c.qualify(items) {
		return nil
	}
	if first {
		c.begin(items)
	}
	if len(at) == 0 {
		c.remember(items)
		return nil
	}
	lo := 0
	var carry []clause.Token // words that both neighbours share
	for n, i := range at {
		q := &c.qs[items[i].Index]
		left := items[lo:i]
		if carry != nil {
			left = carry
		}
		hi := len(items)
		if n+1 < len(at) {
			hi = at[n+1]
		}
		gap := items[i+1 : hi]
		right, next, shared := c.split(q, gap, n+1 < len(at))
		if err := c.resolve(q, left, right, gap, n+1 < len(at)); err != nil {
			return err
		}
		carry = nil
		if n+1 < len(at) {
			if shared {
				carry = gap
			} else {
				carry = gap[next:]
			}
			if len(carry) == 0 {
				carry = []clause.Token{}
			}
		}
		lo = hi
	}
	return nil
}

// resolve finds what q measures.
func (c *context) resolve(q *lang.Quantity, left, right, gap []clause.Token, more bool) error {
	st := c.st
	from := q.Before
	if len(left) > 0 && left[0].Start < q.Before {
		from = left[0].Start
	}
	d := draft{q: q, clauseAt: from, qualifier: c.qualifier}
	c.qualifier = ""
	d.rules = append(d.rules, q.Rules...)
	defer func() { c.lastAt = q.After }()

	// What 分别 still has to give out comes first.
	if len(c.pending) > 0 && clause.OnlyJoints(left) && len(left) < 2 {
		d.subjects = c.pending[:1]
		c.pending = c.pending[1:]
		d.r = c.spread
		d.r.rules = nil
		if p := c.drafts[len(c.drafts)-1].q; q.Bound == "eq" && p.Bound != "eq" && p.Bound != "range" && p.Before < p.Start && p.After == p.End {
			q.Bound = p.Bound // 分别超98.5%和99%
		}
		if d.r.measure == "growth" && q.IsPoints() {
			d.r.measure = "change"
		}
		d.rules = append(d.rules, "subject.distributed")
		c.take(&d)
		return nil
	}
	c.pending = nil

	noun := func(end int) bool {
		np := st.read(c.x.cutter.Before(left, end, c.t), false)
		return len(np.object) > 0 && (np.action == "" || np.owner != nil) || np.owner != nil
	}
	r, err := c.x.measure(c.t, from, q, noun, len(right) > 0 && right[0].IsNoun())
	if err != nil {
		return err
	}
	r.cut = wholeWord(left, r.cut)
	if r.measure == "level" && r.share == "" && q.UnitName == "%" && len(right) > 1 && right[0].Text == "的" && right[1].Is(word.Rate) {
		r.measure = "growth" // 6.5%左右的增速
		right = nil
	}
	d.r = r
	d.rules = append(d.rules, r.rules...)
	head := c.x.cutter.Before(left, r.cut, c.t)
	if head, d.qualifier, err = c.inlineQualifier(head, d.qualifier); err != nil {
		return err
	}
	if d.qualifier == "" && (strings.Contains(r.pre, "口径") || strings.Contains(r.pre, "可比") || strings.Contains(r.pre, "不变价")) {
		d.qualifier = r.pre
	}
	keep := r.share != "" || r.measure == "growth" || r.measure == "change" || r.measure == "rank" || r.measure == "multiple"
	np := st.read(head, keep)
	d.action = np.action
	if n := len(c.drafts); d.action == "" && n > 0 && !r.reached && len(left) > 0 && c.sameClause(&c.drafts[n-1], q) {
		d.action = c.drafts[n-1].action // 改造乡镇卫生院1.88万所、县医院786所
	}
	if r.reached && d.action == "" {
		d.action = r.verb
	}
	// 提高农村低保标准6%, 减少租赁费1.19亿元: the verb opens the clause.
	if d.r.measure == "level" && d.r.share == "" && np.action != "" && len(np.object) > 0 && !r.reached {
		c.openingVerb(&d, np, q)
	}
	// 压减时间58%、材料52%: the verb goes on.
	if n := len(c.drafts); n > 0 && d.r.measure == "level" && r.reached && len(np.items()) == 0 && q.UnitName == "%" && c.drafts[n-1].r.measure == "growth" && strings.Contains(r.pre, "力争") {
		d.r.measure, d.r.base = "growth", c.drafts[n-1].r.base // 增长10%以上，力争达到12%
	}
	if n := len(c.drafts); n > 0 && d.r.measure == "level" && !r.reached && np.action == c.drafts[n-1].action && np.action != "" && q.UnitName == "%" && c.drafts[n-1].r.opening && c.sameClause(&c.drafts[n-1], q) {
		d.r.measure, d.r.sign, d.r.opening = "growth", c.drafts[n-1].r.sign, true
	}
	// 增长23.9%和28.2%: the second value is read like the first.
	if n := len(c.drafts); n > 0 && len(left) == 0 && d.r.measure == "level" && !r.reached && !q.Rank {
		if p := &c.drafts[n-1]; p.q.After+1 >= q.Before && lang.AnyAt(c.t, p.q.After, "、和及与") && p.q.UnitName == q.UnitName && (p.r.measure == "growth" || p.r.measure == "change") {
			d.r = p.r
		}
	}
	// 9批次476万多份礼包: both count what stands behind the second.
	if more && len(gap) == 0 && len(np.items()) == 0 && d.r.measure == "level" && q.Counts() && !r.reached {
		c.twins = append(c.twins, d)
		return nil
	}
	subject := c.subject(&d, q, np, right, more, len(c.drafts) > 0 && len(left) > 0 && left[0].Start >= c.lastAt && left[len(left)-1].Text == "的")
	if len(subject) == 0 {
		return nil
	}
	d.subjects = subject
	// 分别 gives one value to each subject of the list.
	if n := len(clause.Parts(np.items())); !r.distrib && n > 1 && (d.r.measure == "growth" || d.r.measure == "change") {
		if c.series(q) == n {
			r.distrib = true
		} else if all := c.expand(clause.Parts(np.items()), n); c.allIndicators(all) || !np.list && c.everyWhole(clause.Parts(np.items())) {
			d.subjects = all
		}
	}
	r.distrib = r.distrib || spreads(left)
	if n := c.series(q); r.distrib || len(np.items()) == 0 && d.r.measure == "growth" && n > 1 && (n == len(c.group) || len(c.group) == 0 && n == len(st.history)) {
		c.distribute(&d, q, np, head)
	} else if r.each || !np.list && c.holdsForEach(&d, np) {
		items := np.items()
		if np.action != "" && len(clause.Parts(items)) < 2 && len(head) > 1 {
			if h := clean(c.st.trim(head)); len(h) > 1 && h[0].Is(word.Strong) {
				items = h[1:]
			}
		}
		if parts := clause.Parts(items); len(parts) > 1 {
			d.subjects = c.expand(parts, len(parts))
			for i := range d.subjects {
				d.subjects[i] = c.own(d.subjects[i], nounPhrase{object: parts[i]})
			}
			d.rules = append(d.rules, "subject.each")
		} else if len(np.items()) == 0 && len(st.last) > 0 {
			if n := len(st.history); n >= 2 && !r.distrib && strings.Contains(string(c.t[max(c.from, q.Before-8):q.Before]), "均") {
				d.subjects = st.history[n-2:]
			}
		}
	}
	if q.Rank && len(np.items()) == 0 && len(c.group) > 1 && !r.distrib {
		d.subjects = c.group
	}
	if q.Part > 0 {
		d.subjects = []clause.Phrase{c.industry(q.Part, np)}
	}
	c.take(&d)
	return nil
}

// take records a draft and what it leaves for those behind it.
func (c *context) take(d *draft) {
	st := c.st
	kept := d.subjects[:0:0]
	for _, p := range d.subjects {
		if !p.Empty() {
			kept = append(kept, p)
		}
	}
	d.subjects = kept
	if len(kept) == 0 {
		d.q.Why = "nothing that it measures"
		return
	}
	for _, t := range c.twins {
		t.subjects, t.mention = kept, c.period(t.q)
		t.rules = append(t.rules, "subject.twin")
		c.drafts = append(c.drafts, t)
	}
	c.twins = nil
	d.mention = c.period(d.q)
	c.drafts = append(c.drafts, *d)
	st.last = kept
	c.share = clause.Phrase{}
	if d.r.share != "" { // what follows a share goes on with the owner
		c.share = kept[0]
		if owner := c.sharing; !owner.Empty() {
			st.last = []clause.Phrase{owner}
		}
	}
	if !d.r.distrib && len(c.pending) == 0 && (len(kept) != 1 || !c.inGroup(kept[0])) {
		c.group = nil
	}
	for _, p := range kept {
		if n := len(st.history); n == 0 || st.history[n-1].Text != p.Text {
			st.history = append(st.history, p)
		}
	}
	st.clause = clause.Phrase{}
}

// wholeWord moves a cut that falls inside a word to its end, or to its start
// where the word is a verb or an adverb: 条约 does not end in 约.
func wholeWord(items []clause.Token, cut int) int {
	for i := range items {
		it := &items[i]
		if it.Kind != clause.Word || it.Start >= cut || it.End <= cut {
			continue
		}
		switch {
		case it.Pos == "x" || it.Pos == "eng" || it.Pos == "m" || strings.HasPrefix(it.Pos, "nr") || it.Pos == "ns" || it.Pos == "nz" || it.Pos == "nt":
			return cut
		case it.IsVerb() || it.Pos == "d" || it.Pos == "c" || it.Pos == "p":
			return it.Start
		}
		if it.End-it.Start <= 2 || it.End-cut == 1 {
			return it.End
		}
	}
	return cut
}

// sameClause tells whether no stop stands between a draft's quantity and q.
func (c *context) sameClause(d *draft, q *lang.Quantity) bool {
	for k := d.q.After; k < q.Before; k++ {
		if lang.IsHard(c.t[k]) {
			return false
		}
	}
	return true
}

// inlineQualifier takes 还原留抵退税因素后 out of the words before a verb.
func (c *context) inlineQualifier(head []clause.Token, q string) ([]clause.Token, string, error) {
	if len(head) < 2 {
		return head, q, nil
	}
	from, to := head[0].Start, head[len(head)-1].End
	if !holdsAny(c.t[from:to], to-from, qualifierRunes) {
		return head, q, nil
	}
	m, err := c.x.tails.qualifier.FindRunesMatch(c.t[from:to])
	if err != nil || m == nil {
		return head, q, err
	}
	a, b := from+m.RuneIndex, from+m.RuneIndex+m.RuneLength
	out := make([]clause.Token, 0, len(head))
	for _, it := range head {
		if it.End <= a || it.Start >= b {
			out = append(out, it)
		}
	}
	return out, c.doc.Quote(a, b), nil
}
