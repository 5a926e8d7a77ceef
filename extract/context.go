package extract

import (
	"strings"

	"zhibiao/report"
)

// context is one sentence at work.
type context struct {
	x        *Extractor
	doc      *report.Document
	st       *state
	t        []rune
	qs       []quantity
	ms       []mention
	w        when
	par      report.Paragraph
	sentence int
	from, to int
	items    []item
	drafts   []draft

	pending    []phrase // subjects that 分别 still has to give out
	spread     reading  // how the quantity that said 分别 was read
	lastClause []item   // the last clause without a quantity
	twins      []draft  // counts that wait for the noun of the next
	group      []phrase // the subjects of the last list that 分别 gave values
	served0    phrase   // 对X: whom the sentence is about
	qualifier  string   // a condition on the next figure
	lastAt     int      // where the last quantity ended
	ratioName  string   // what a:b:c is called
}

// draft is a fact before it is written out.
type draft struct {
	q         *quantity
	subjects  []phrase
	r         reading
	action    string
	qualifier string
	mention   *mention
	status    string
	rules     []string
	clauseAt  int
}

// run reads the sentence clause by clause.
func (c *context) run() error {
	st := c.st
	start := 0
	first := true
	for i := 0; i <= len(c.items); i++ {
		if i < len(c.items) && c.items[i].kind != stop {
			continue
		}
		if i > start {
			mark := rune(0)
			if start > 0 {
				mark = c.t[c.items[start-1].start]
			}
			if err := c.clause(c.items[start:i], mark, first); err != nil {
				return err
			}
			first = false
		}
		start = i + 1
	}
	_ = st
	return nil
}

// clause reads one clause: the quantities in it, and the words between them.
func (c *context) clause(items []item, mark rune, first bool) error {
	var at []int
	for i := range items {
		if items[i].kind == amount {
			at = append(at, i)
		}
	}
	if len(at) == 0 && c.qualify(items) {
		return nil
	}
	if first {
		c.begin(items)
	}
	c.forecast(items)
	if len(at) == 0 {
		c.remember(items, first)
		return nil
	}
	lo := 0
	var carry []item // words that both neighbours share
	for n, i := range at {
		q := &c.qs[items[i].q]
		left := items[lo:i]
		if carry != nil {
			left = carry
		}
		hi := len(items)
		if n+1 < len(at) {
			hi = at[n+1]
		}
		gap := items[i+1 : hi]
		right, next, shared := c.split(q, left, gap, n+1 < len(at))
		if err := c.resolve(q, left, right, gap, n+1 < len(at), mark); err != nil {
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
				carry = []item{}
			}
		}
		lo = hi
	}
	return nil
}

// split shares out the words between a quantity and the next one: right
// belongs to the first, gap[next:] to the second; shared words serve both.
func (c *context) split(q *quantity, left, gap []item, more bool) (right []item, next int, shared bool) {
	if len(gap) == 0 {
		return nil, 0, false
	}
	if isJoint(&gap[0]) {
		return nil, 1, false
	}
	if !more {
		// up to a pause behind which a new verb or rank starts
		for i := 1; i < len(gap); i++ {
			if gap[i].kind == pause && i+1 < len(gap) && gap[i+1].isVerb() && !nominal[gap[i+1].text] {
				return gap[:i], i + 1, false
			}
		}
		return gap, len(gap), false
	}
	last := -1
	for i := len(gap) - 1; i > 0; i-- {
		if isJoint(&gap[i]) {
			last = i
			break
		}
	}
	switch {
	case last == len(gap)-1:
		return gap[:last], len(gap), false
	case last > 0:
		// 道路大中修、积水改善 5 处: where the noun behind the first number goes
		// on is told by the verb that starts the second part.
		for i := 1; i < len(gap); i++ {
			if isJoint(&gap[i]) && i+1 < len(gap) && (gap[i+1].isVerb() && !nominal[gap[i+1].text] || gap[i].text == "，") {
				return gap[:i], i + 1, false
			}
		}
		for i := 1; i < len(gap); i++ {
			if isJoint(&gap[i]) {
				return gap[:i], i + 1, false
			}
		}
	}
	return gap, 0, true
}

func isJoint(it *item) bool {
	return it.kind == pause || it.kind == word && (it.text == "和" || it.text == "及" || it.text == "与" || it.text == "以及" || it.text == "并" || it.text == "且" || it.text == "、")
}

// begin notes what the sentence is about: the noun before its first verb.
func (c *context) begin(items []item) {
	st := c.st
	st.topic = phrase{}
	for i := range items {
		if items[i].kind == amount {
			items = items[:i]
			break
		}
	}
	items = st.trim(items)
	v := -1
	for i := range items {
		if items[i].isVerb() && (i > 0 || acting[items[i].text]) {
			v = i
			break
		}
	}
	if v > 0 {
		items = items[:v]
	} else if v == 0 {
		return
	}
	if np := clean(items); len(np) == 0 || ownerless(np, phraseOf(c.doc.Text, np)) {
		return
	}
	if len(items) > 0 && items[0].pos == "p" {
		return
	}
	p := phraseOf(c.doc.Text, clean(items))
	if n := p.size(); n >= 2 && n <= 14 {
		st.topic = p
	}
}

// remember keeps what a clause without a quantity speaks of.
func (c *context) remember(items []item, first bool) {
	st := c.st
	st.clause = phrase{}
	c.lastClause = items
	np := st.read(items, false)
	if np.via && len(np.owner) > 0 {
		st.clause = phraseOf(c.doc.Text, np.owner)
		c.served0 = st.clause
		return
	}
	if items = st.trim(items); len(items) > 0 && items[0].isVerb() && len(st.last) > 0 {
		return
	}
	p := phraseOf(c.doc.Text, np.owner)
	switch {
	case len(np.owner) > 0:
	case np.action != "":
		// 提速既有多层住宅加装电梯，完工数量…: what is done counts only where no
		// figure has been given yet.
		if len(st.last) > 0 {
			return
		}
		p = phraseOf(c.doc.Text, np.object)
		if hasPause(np.object) || p.size() > 14 {
			return
		}
	default:
		// X稳步增长: the noun before the verb
		p = phraseOf(c.doc.Text, np.object)
		if len(np.object) > 1 && np.object[0].isVerb() && np.object[1].noun() {
			p = phraseOf(c.doc.Text, np.object[1:])
		}
		for i := range np.object {
			if i > 0 && (np.object[i].isVerb() && !nominal[np.object[i].text] || becoming[np.object[i].text] && i+1 == len(np.object) || strings.HasPrefix(np.object[i].text, "创") || strings.HasPrefix(np.object[i].text, "再创") || strings.HasPrefix(np.object[i].text, "跃上")) {
				p = phraseOf(c.doc.Text, clean(np.object[:i]))
				break
			}
		}
	}
	if n := p.size(); n >= 2 && n <= 24 {
		st.clause = p
	}
}

// qualify tells whether a clause is a condition on how the next figure was
// measured (扣除价格因素后), and keeps it.
func (c *context) qualify(items []item) bool {
	if len(items) == 0 {
		return false
	}
	a, b := items[0].start, items[len(items)-1].end
	w := string(c.t[a:b])
	for _, s := range [...]string{"还原", "扣除", "剔除", "按", "同口径", "可比", "考虑", "如", "若", "不含", "含", "包括", "还原后"} {
		if strings.HasPrefix(w, s) && (strings.HasSuffix(w, "后") || strings.HasSuffix(w, "因素") || strings.HasSuffix(w, "口径") || strings.HasSuffix(w, "计算") || strings.HasSuffix(w, "价") || strings.HasSuffix(w, "价格") || strings.HasSuffix(w, "影响") || strings.HasSuffix(w, "口径下")) {
			c.qualifier = c.doc.Quote(a, b)
			return true
		}
	}
	return false
}

// forecast: 预计 makes what follows in the sentence an estimate.
func (c *context) forecast(items []item) {
	for i := range items {
		switch items[i].text {
		case "预计", "预期", "初步核算", "初步统计", "快报数", "估计":
			c.st.estimate = true
		}
	}
}

// lookup returns the governing period before offset at.
func (c *context) period(q *quantity) *mention {
	var best *mention
	for i := range c.ms {
		m := &c.ms[i]
		if m.start > q.start {
			break
		}
		if m.base || m.silent || c.bracketed(m, q) {
			continue
		}
		best = m
	}
	return best
}

// bracketed tells whether m stands in a bracket that closes before q.
func (c *context) bracketed(m *mention, q *quantity) bool {
	depth := 0
	for k := m.start - 1; k >= c.from; k-- {
		if c.t[k] == '）' {
			depth--
		}
		if c.t[k] == '（' {
			depth++
		}
	}
	if depth <= 0 {
		return false
	}
	for k := m.end; k < q.start; k++ {
		if c.t[k] == '）' {
			return true
		}
	}
	return false
}

// comparison is the base period named in the clause of q, nil if none is.
func (c *context) comparison(q *quantity, from int) *mention {
	for i := len(c.ms) - 1; i >= 0; i-- {
		m := &c.ms[i]
		if m.base && m.start >= from && m.end <= q.start {
			return m
		}
	}
	return nil
}

// resolve finds what q measures.
func (c *context) resolve(q *quantity, left, right, gap []item, more bool, mark rune) error {
	st := c.st
	from := q.before
	if len(left) > 0 && left[0].start < q.before {
		from = left[0].start
	}
	d := draft{q: q, clauseAt: from, qualifier: c.qualifier}
	c.qualifier = ""
	d.rules = append(d.rules, q.rules...)
	defer func() { c.lastAt = q.after }()

	// What 分别 still has to give out comes first.
	if len(c.pending) > 0 && onlyJoints(left) && len(left) < 2 {
		d.subjects = c.pending[:1]
		c.pending = c.pending[1:]
		d.r = c.spread
		d.r.rules = nil
		if d.r.measure == "growth" && q.isPoints() {
			d.r.measure = "change"
		}
		d.rules = append(d.rules, "subject.distributed")
		c.take(&d)
		return nil
	}
	c.pending = nil

	noun := func(end int) bool {
		np := st.read(before(left, end, c.t), false)
		return len(np.object) > 0 && (np.action == "" || np.owner != nil) || np.owner != nil
	}
	r, err := c.x.measure(c.t, from, q, noun, len(right) > 0 && right[0].noun())
	if err != nil {
		return err
	}
	d.r = r
	d.rules = append(d.rules, r.rules...)
	head := before(left, r.cut, c.t)
	keep := r.share != "" || r.measure == "growth" || r.measure == "change" || r.measure == "rank" || r.measure == "multiple"
	np := st.read(head, keep)
	d.action = np.action
	if r.reached && d.action == "" {
		d.action = r.verb
	}
	// 提高农村低保标准6%, 减少租赁费1.19亿元: the verb opens the clause.
	if d.r.measure == "level" && d.r.share == "" && np.action != "" && len(np.object) > 0 && !r.reached {
		c.openingVerb(&d, np, q)
	}
	// 增长23.9%和28.2%: the second value is read like the first.
	if n := len(c.drafts); n > 0 && len(left) == 0 && d.r.measure == "level" && !r.reached && !q.rank {
		if p := &c.drafts[n-1]; p.q.after+1 >= q.before && p.q.unitName == q.unitName && (p.r.measure == "growth" || p.r.measure == "change") {
			d.r = p.r
		}
	}
	// 9批次476万多份礼包: both count what stands behind the second.
	if more && len(gap) == 0 && len(np.items()) == 0 && d.r.measure == "level" && q.counts() && !r.reached {
		c.twins = append(c.twins, d)
		return nil
	}
	subject := c.subject(&d, q, np, right, more, len(c.drafts) > 0 && len(left) > 0 && left[0].start >= c.lastAt && left[len(left)-1].text == "的")
	if len(subject) == 0 {
		return nil
	}
	d.subjects = subject
	// 分别 gives one value to each subject of the list.
	if n := len(c.parts(np.items())); !r.distrib && n > 1 && (d.r.measure == "growth" || d.r.measure == "change") {
		if c.series(q) == n {
			r.distrib = true
		} else if all := c.expand(c.parts(np.items()), n); c.allIndicators(all) {
			d.subjects = all
		}
	}
	if r.distrib || len(np.items()) == 0 && d.r.measure == "growth" && len(c.group) > 1 && c.series(q) == len(c.group) {
		c.distribute(&d, q, np, gap, head)
	} else if r.each {
		items := np.items()
		if np.action != "" && len(c.parts(items)) < 2 && len(head) > 1 {
			if h := clean(c.st.trim(head)); len(h) > 1 && strong[h[0].text] {
				items = h[1:]
			}
		}
		if parts := c.parts(items); len(parts) > 1 {
			d.subjects = c.expand(parts, len(parts))
			for i := range d.subjects {
				d.subjects[i] = c.own(d.subjects[i], nounPhrase{object: parts[i]}, q)
			}
			d.rules = append(d.rules, "subject.each")
		} else if len(np.items()) == 0 && len(st.last) > 0 {
			if n := len(st.history); n >= 2 && !r.distrib && strings.Contains(string(c.t[max(c.from, q.before-8):q.before]), "均") {
				d.subjects = st.history[n-2:]
			}
		}
	}
	if q.rank && len(np.items()) == 0 && len(c.group) > 1 && !r.distrib {
		d.subjects = c.group
	}
	if q.part > 0 {
		d.subjects = []phrase{c.industry(q.part, np)}
	}
	c.take(&d)
	return nil
}

// allIndicators tells whether every name is an indicator's.
func (c *context) allIndicators(ps []phrase) bool {
	for _, p := range ps {
		if c.x.indicators.find(p.text, c.st.own) == nil {
			return false
		}
	}
	return true
}

// openingVerb: 压减支出11%, 减少费用1.19亿元, where the verb itself measures.
func (c *context) openingVerb(d *draft, np nounPhrase, q *quantity) {
	ratio := q.unit != nil && q.unit.dim == "ratio" || q.unitName == "%"
	switch {
	case ratio && !q.fraction && !q.isPoints() && opensGrowth[np.action]:
		d.r.measure = "growth"
		d.rules = append(d.rules, "measure.opening")
	case np.owner != nil && !np.via && opensChange[np.action] && q.unit != nil && !q.unit.class:
		d.r.measure = "change"
		d.rules = append(d.rules, "measure.opening")
	case q.isPoints():
		d.r.measure = "change"
	default:
		return
	}
	if falls(np.action) {
		d.r.sign = -1
	}
}

var (
	opensGrowth = set(`压减 压缩 减少 缩短 降低 提高 提升 增加 削减 精简 下调 上调 减 缩减 扩大`)
	opensChange = set(`减少 降低 缩减`)
)

func onlyJoints(items []item) bool {
	for i := range items {
		if !isJoint(&items[i]) && !(items[i].kind == word && falling[items[i].text]) {
			return false
		}
	}
	return true
}

// subject decides between the noun before and the noun behind the number.
func (c *context) subject(d *draft, q *quantity, np nounPhrase, right []item, more, shared bool) []phrase {
	st, text := c.st, c.doc.Text
	object := phraseOf(text, np.object)
	owner := phraseOf(text, np.owner)
	d.r.measure = orLevel(d.r.measure)

	if d.r.share != "" {
		p := join(owner, object)
		if p.empty() {
			p = c.inherit(q)
		} else {
			p = c.own(p, np, q)
		}
		return []phrase{p.plus(d.r.share)}
	}
	if d.r.measure == "rank" || d.r.measure == "growth" || d.r.measure == "change" || d.r.measure == "multiple" {
		if np.list {
			return []phrase{c.orInherit(object, q)}
		}
		p := join(owner, object)
		if np.via && !object.empty() {
			p = join(owner, object)
		}
		if p.empty() {
			if d.r.measure == "growth" && len(right) > 0 && d.r.cut == q.before {
				if n, _ := rightPhrase(right); len(n) > 0 {
					return []phrase{phraseOf(text, n)}
				}
			}
			return []phrase{c.inherit(q)}
		}
		return []phrase{c.own(p, np, q)}
	}
	behind, rest := rightPhrase(right)
	if c.preposition(q) != "" {
		// 为173个小区新增设施: the noun ends at the verb
		if v := governing(right); v > 0 {
			behind, rest = clean(right[:v]), right[v:]
		}
	}
	if q.unitName == "%" && len(behind) == 0 && object.empty() && len(right) > 0 && right[0].isVerb() {
		behind = c.served(right)
	}
	useBehind := len(behind) > 0
	if useBehind && q.unitName == "%" && object.empty() && !d.r.reached && !c.served0.empty() {
		return []phrase{join(c.served0, phraseOf(text, behind))}
	}
	if useBehind && !q.counts() {
		// Units of measurement have the noun before them, unless only a verb
		// stands there: 完成14公里架空线入地工程, 总投资10亿元的项目.
		of := len(right) > 0 && right[0].text == "的"
		useBehind = object.empty() && (owner.empty() || np.via) && !d.r.reached || of && object.empty()
	}
	if useBehind && !object.empty() && d.r.reached && behind[0].isVerb() {
		useBehind = false
	}
	if useBehind && q.counts() && !object.empty() && !np.list && len(right) > 0 && right[0].isVerb() && (acting[right[0].text] || carrying[right[0].text]) {
		useBehind = false
	}
	if useBehind {
		if n := len(behind); n > 1 && behind[n-1].text == "建设" && (strings.HasSuffix(behind[n-2].text, "项目") || strings.HasSuffix(behind[n-2].text, "工程")) {
			behind = behind[:n-1]
		}
		p := phraseOf(text, behind)
		d.rules = append(d.rules, "subject.behind")
		if len(right) > 0 && right[0].text == "的" && len(np.object) > 0 && attribute[np.object[len(np.object)-1].text] {
			return []phrase{join(p, object)} // 面积3平方公里的出口加工区
		}
		close := !np.list && len(np.object) > 0 && !hasPause(np.object) && object.size() <= 8 && np.object[len(np.object)-1].end >= q.before-1
		if isVague(behind) && !close && c.preposition(q) == "" {
			if pr := predicate(rest); len(pr) > 0 && !more {
				p = join(p, phraseOf(text, pr))
			} else if len(pr) > 0 {
				p = join(phraseOf(text, pr), p)
			}
		}
		switch {
		case np.list || shared:
		case np.via && !owner.empty():
			p = join(owner, p)
		case len(np.owner) > 0 && owner.size() <= 16 && !hasPause(np.owner) && !st.own[owner.text]:
			if isVague(behind) && np.action != "" && object.empty() {
				p = join(owner, p)
			} else if hasPause(np.object) {
				p = join(owner, p)
			} else {
				p = join(owner, object, p)
			}
		case close:
			p = join(object, p)
		case np.via && object.empty():
		}
		if (isVague(behind) || p.size() <= 2) && np.owner == nil && np.object == nil && !st.clause.empty() && np.action == "" && d.r.reached {
			p = join(st.clause, p)
		}
		// 为173个小区新增、改造充电设施: what is done for those counted.
		if c.preposition(q) != "" {
			if n := c.served(rest); len(n) > 0 {
				p = join(p, phraseOf(text, n))
				d.rules = append(d.rules, "subject.served")
			}
		}
		return []phrase{p}
	}
	d.rules = append(d.rules, "subject.before")
	if np.list && len(np.object) > 0 && !q.counts() {
		return []phrase{object}
	}
	p := join(owner, object)
	if p.empty() {
		if len(behind) > 0 && d.r.cut == q.before {
			p = phraseOf(text, behind)
			if q.unitName == "%" {
				if !c.served0.empty() {
					p = join(c.served0, p)
				}
			}
			return []phrase{p}
		}
		p = c.inherit(q)
		if q.unit != nil && q.unit.noun && p.empty() {
			p = phrase{text: q.unitName}
		}
		return []phrase{p}
	}
	return []phrase{c.own(p, np, q)}
}

func orLevel(m string) string {
	if m == "" {
		return "level"
	}
	return m
}

// preposition is 为, 对 or 给 right before the number.
func (c *context) preposition(q *quantity) string {
	for k := len(c.items) - 1; k >= 0; k-- {
		if c.items[k].end <= q.before && c.items[k].kind == word {
			switch c.items[k].text {
			case "为", "对", "给", "向":
				if c.items[k].pos == "p" {
					return c.items[k].text
				}
			}
			if c.items[k].end < q.before-1 || !ownArea[c.items[k].text] {
				return ""
			}
		}
	}
	return ""
}

// served is the object of what is done: 实施[消防基础设施改造].
func (c *context) served(rest []item) []item {
	i := 0
	for i < len(rest) && !rest[i].isVerb() {
		i++
	}
	if i == len(rest) {
		return nil
	}
	_, obj := dropVerbs(rest[i:])
	for k := range obj {
		if obj[k].kind == stop || obj[k].kind == amount {
			obj = obj[:k]
			break
		}
	}
	return clean(obj)
}

func hasPause(items []item) bool {
	for i := range items {
		if items[i].kind == pause {
			return true
		}
	}
	return false
}

func (c *context) orInherit(p phrase, q *quantity) phrase {
	if p.empty() {
		return c.inherit(q)
	}
	return p
}

// inherit is the subject that an elliptic clause goes on with.
func (c *context) inherit(q *quantity) phrase {
	st := c.st
	if !st.clause.empty() {
		return st.clause
	}
	if len(st.last) > 0 {
		return st.last[len(st.last)-1]
	}
	return c.topic()
}

func (c *context) inGroup(p phrase) bool {
	for _, g := range c.group {
		if g.text == p.text {
			return true
		}
	}
	return false
}

// own gives an attribute without an owner (规模, 产值) the owner that the
// sentence speaks of.
func (c *context) own(p phrase, np nounPhrase, q *quantity) phrase {
	st := c.st
	items := np.items()
	if (p.text == "出口" || p.text == "进口") && len(st.last) > 0 && c.x.indicators.find(st.last[len(st.last)-1].text, st.own) == nil && !strings.Contains(st.last[len(st.last)-1].text, "出口") {
		return join(stripAttribute(st.last[len(st.last)-1]), p)
	}
	if len(np.owner) > 0 && !np.via || len(items) == 0 || !ownerless(items, p) || c.x.indicators.byName[p.text] != nil && !attribute[p.text] {
		return p
	}
	owner := phrase{}
	switch {
	case !st.clause.empty():
		owner = st.clause
	case len(st.last) > 0:
		owner = st.last[len(st.last)-1]
	default:
		owner = c.topic()
	}
	if owner.empty() || strings.HasPrefix(p.text, owner.text) {
		return p
	}
	if p.text == "总量" || p.text == "总额" {
		return owner
	}
	if p.text == "人均" {
		return join(p, owner)
	}
	owner = stripAttribute(owner)
	// 新能源产业 + 产业投资
	for n := min(4, len([]rune(owner.text))); n > 1; n-- {
		r := []rune(owner.text)
		if tail := string(r[len(r)-n:]); strings.HasPrefix(p.text, tail) {
			return phrase{text: owner.text + strings.TrimPrefix(p.text, tail), spans: append(append([][2]int{}, owner.spans...), [2]int{-1, -1})}
		}
	}
	return join(owner, p)
}

// ownerless tells whether a name needs to be told whose it is: 规模, 货币价值,
// 救助金额, 建成面积.
func ownerless(items []item, p phrase) bool {
	if attribute[p.text] {
		return true
	}
	if len(items) > 0 && complete[items[0].text] {
		return false
	}
	for i := range items {
		it := &items[i]
		if isJoint(it) || it.kind == word && (attribute[it.text] || bare[it.text]) {
			continue
		}
		if p.size() <= 4 && i == 0 && len(items) == 2 && attribute[items[1].text] {
			return true
		}
		return false
	}
	return true
}

// topic is what the sentence is about, or else the nearest sentence before it
// in its paragraph.
func (c *context) topic() phrase {
	if !c.st.topic.empty() {
		return c.st.topic
	}
	s := c.doc.Sentences
	for k := c.sentence - 1; k >= 0 && c.sentence-k <= 6 && s[k].Paragraph == s[c.sentence].Paragraph; k-- {
		from, to := s[k].Start, s[k].End
		if s[k].Heading > from {
			from = s[k].Heading
		}
		for i := from; i < to; i++ {
			if isHard(c.t[i]) {
				to = i
				break
			}
		}
		if to-from > 60 || to <= from {
			continue
		}
		keep := c.st.topic
		c.begin(layOut(c.t, from, to, nil, nil, c.x.seg))
		found := c.st.topic
		c.st.topic = keep
		if !found.empty() {
			return found
		}
	}
	return phrase{}
}

// complete verbs make a name of an attribute: 开工面积.
var complete = set(`开工 竣工 施工 销售 播种 登记 财政 出口 进口 消费 旅游 工业 农业`)

// bare words before an attribute do not make it whole.
var bare = set(`总 年 新增 涉及 其 其中 全 各项 累计 平均 总体`)

// stripAttribute drops the attribute at the end of a subject: 保护性耕作面积 →
// 保护性耕作.
func stripAttribute(p phrase) phrase {
	if len(p.spans) == 0 {
		return p
	}
	for _, n := range []int{4, 3, 2} {
		r := []rune(p.text)
		last := p.spans[len(p.spans)-1]
		if len(r) > n+1 && attribute[string(r[len(r)-n:])] && last[0] >= 0 && last[1]-last[0] > n {
			spans := append([][2]int{}, p.spans...)
			spans[len(spans)-1][1] -= n
			return phrase{text: string(r[:len(r)-n]), spans: spans}
		}
	}
	return p
}

// industry names the parts of 三次产业比例1.1:52.5:46.4.
func (c *context) industry(part int, np nounPhrase) phrase {
	name := [...]string{"", "第一产业", "第二产业", "第三产业"}
	if part > 3 {
		return phraseOf(c.doc.Text, np.items())
	}
	tail := "比重"
	text := phraseOf(c.doc.Text, np.items()).text
	if text == "" {
		text = c.ratioName
	}
	switch {
	case strings.HasSuffix(text, "构成"):
		tail = "构成"
	case strings.HasSuffix(text, "比例"), strings.HasSuffix(text, "比"):
		tail = "比例"
	}
	c.ratioName = text
	return phrase{text: name[part] + tail}
}

// take records a draft and what it leaves for those behind it.
func (c *context) take(d *draft) {
	st := c.st
	kept := d.subjects[:0:0]
	for _, p := range d.subjects {
		if !p.empty() {
			kept = append(kept, p)
		}
	}
	d.subjects = kept
	if len(kept) == 0 {
		d.q.why = "nothing that it measures"
		return
	}
	for _, t := range c.twins {
		t.subjects, t.mention = kept, c.period(t.q)
		c.drafts = append(c.drafts, t)
	}
	c.twins = nil
	d.mention = c.period(d.q)
	c.drafts = append(c.drafts, *d)
	st.last = kept
	if d.r.distrib == false && len(c.pending) == 0 && !(len(kept) == 1 && c.inGroup(kept[0])) {
		c.group = nil
	}
	for _, p := range kept {
		if n := len(st.history); n == 0 || st.history[n-1].text != p.text {
			st.history = append(st.history, p)
		}
	}
	st.clause = phrase{}
}
