package extract

import (
	"math/big"
	"slices"
	"strings"
	"unicode/utf8"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/subject"
	"zhibiao/extract/word"
	"zhibiao/han"
)

// spreads tells whether 分别 stands before the verb of items: A、B分别新增….
func spreads(items []clause.Token) bool {
	for i := range items {
		if items[i].Text == "分别" && i > 0 {
			return true
		}
	}
	return false
}

// twofold tells whether 双双 says that a number holds for both: A和B双双突破4亿吨.
func twofold(items []clause.Token) bool {
	return slices.ContainsFunc(items, func(k clause.Token) bool { return k.Text == "双双" })
}

// heldByEach are the names of the members of the list before a number, where it is a
// rank or a rate that holds for each: 进口、出口居全国首位, 办结率、满意率达100%. There
// are none where it is not.
func (c *context) heldByEach(d *draft, parts [][]clause.Token) []clause.Phrase {
	rank, rate := d.r.Measure == "rank", d.r.Measure == "level" && d.q.UnitName == "%"
	if !rank && !rate || len(parts) < 2 || d.r.Share != "" {
		return nil
	}
	names := c.expand(parts, len(parts))
	if rank || c.everyRate(parts) || len(parts) == 2 && c.allIndicators(names) { // 基本养老、医疗保险参保率
		return names
	}
	return nil
}

// everyRate tells whether each part of a list is a rate or a share.
func (c *context) everyRate(parts [][]clause.Token) bool {
	for _, p := range parts {
		if name := subject.Joined(p); !strings.HasSuffix(name, "率") && !c.x.words.EndsIn(name, word.ShareName) {
			return false
		}
	}
	return true
}

// everyWhole tells whether each part of a list has a head of its own.
func (c *context) everyWhole(parts [][]clause.Token) bool {
	for _, p := range parts {
		if !c.endsWhole(p) {
			return false
		}
	}
	return len(parts) > 1
}

// distribute gives the values behind 分别 one subject each.
func (c *context) distribute(d *draft, q *lang.Quantity, np *subject.Noun, head []clause.Token) {
	n := c.seriesBy(q, func(between []rune) bool { return joinsNumbers(between) || c.x.turningVerb(between) != "" })
	parts := clause.PartsOf(withoutBasis(np.Items()), n)
	if each := c.actedParts(c.nouns.Trim(head), n); each != nil {
		parts, np = each, &subject.Noun{}
	}
	all := c.expand(parts, n)
	if n == 1 && len(all) > 1 {
		d.subjects = all // 能耗和排放量分别下降3%
		d.rules = append(d.rules, "subject.each")
		return
	}
	if len(all) == 1 && n > 1 {
		if named := c.countedName(all[0]); !named.Empty() {
			all[0] = named // 安全生产三项[指标]分别下降5%、6%、8%
		}
	}
	rule, subjects := "subject.distributed", c.owners(np, n)
	if names := c.countedByName(q, np); len(names) == n {
		subjects = names
	}
	switch {
	case subjects != nil:
	case len(all) == 0:
		rule, subjects = "subject.distributed.before", c.namedBefore(n)
	default:
		parts := c.amountsAmong(d, c.madeParts(d, c.ownedParts(all, np, n), np), np)
		subjects = c.owned(q, np, c.attributed(parts, n, head))
	}
	if len(subjects) == 0 {
		d.rules = append(d.rules, rule)
		return
	}
	if share := d.r.Share; share != "" {
		subjects = slices.Clone(subjects)
		for i, p := range subjects {
			if !strings.HasSuffix(p.Text, share) {
				subjects[i] = p.Plus(share) // A、B分别占全国的33%和27%
			}
		}
	}
	c.deal(d, c.sharesToo(subjects), rule)
}

// actedParts are the parts of a list of verbs that make names with the noun behind the last: [签约]、[开工]、[投产
// 项目]. It is nil where items are no such list of n.
func (c *context) actedParts(items []clause.Token, n int) [][]clause.Token {
	if n < 2 || len(items) == 0 || !items[0].IsVerb() && items[0].Text != "新" {
		return nil
	}
	parts := clause.PartsOf(items, n)
	if len(parts) != n {
		return nil
	}
	parts[n-1] = c.apartFromHead(parts[n-1])
	for i, p := range parts {
		if newlyDone.Begins(p) || i == n-1 && newlyOn.Begins(p) {
			act := p[1]
			act.Text, act.Start = p[0].Text+act.Text, p[0].Start
			parts[i] = slices.Concat([]clause.Token{act}, p[2:])
		} else if !onlyVerb.Begins(p) && (i < n-1 || !actsOn.Begins(p)) {
			return nil
		}
	}
	if last := parts[n-1]; !last[len(last)-1].Is(word.VerbHead, word.Vague) {
		return nil
	}
	return parts
}

// apartFromHead cuts a name that is one word in two: 投产项目 is 投产 and 项目.
func (c *context) apartFromHead(name []clause.Token) []clause.Token {
	const head = 2
	if len(name) > 1 && name[0].Text == "新" {
		return append(name[:1:1], c.apartFromHead(name[1:])...)
	}
	if len(name) != 1 || name[0].Len() <= head || name[0].End-name[0].Start != name[0].Len() {
		return name
	}
	act, thing := name[0], name[0]
	at := act.End - head
	act.Text, act.End, act.Pos = string(c.t[act.Start:at]), at, "v"
	thing.Text, thing.Start = string(c.t[at:thing.End]), at
	act.Roles, thing.Roles = c.x.words.Of(act.Text), c.x.words.Of(thing.Text)
	return []clause.Token{act, thing}
}

var (
	ofAct     = clause.Verbal.Or(clause.Is(word.Becoming, word.Building))
	headOrEnd = clause.Is(word.VerbHead, word.Vague).Or(clause.End)
	onlyVerb  = clause.Row{ofAct, headOrEnd}
	newlyDone = clause.Row{clause.Says("新"), ofAct, headOrEnd}
	actsOn    = clause.Row{ofAct, clause.Noun.Not(word.Attribute)}
	newlyOn   = clause.Row{clause.Says("新"), ofAct, clause.Noun.Not(word.Attribute)}
)

// owned gives rates that 分别 speaks of, and that nothing owns, the owner that the sentence
// has for them: 受理诉求120件，办结率、满意率分别达到98%和96%.
func (c *context) owned(q *lang.Quantity, np *subject.Noun, subjects []clause.Phrase) []clause.Phrase {
	parts := clause.PartsOf(np.Object, len(subjects))
	if len(np.Owner) > 0 || len(parts) != len(subjects) {
		return subjects
	}
	out := slices.Clone(subjects)
	for i, p := range out {
		if !strings.HasSuffix(p.Text, "率") && !c.x.words.Is(p.Text, word.Attribute) || p.Text != subject.Joined(parts[i]) {
			return subjects
		}
		out[i] = c.ownMember(q, p, parts, i)
	}
	return out
}

// sharesToo gives each of a list the share that its last member ends in: 制造业贷款、科技
// 贷款[占余额比重]分别提高2.2、0.7个百分点.
func (c *context) sharesToo(subjects []clause.Phrase) []clause.Phrase {
	last := subjects[len(subjects)-1].Text
	at := strings.Index(last, "占")
	if at < 1 || !c.x.words.EndsIn(last, word.ShareName) {
		return subjects
	}
	out := slices.Clone(subjects)
	for i, p := range out {
		if !strings.Contains(p.Text, "占") {
			out[i] = p.Plus(last[at:])
		}
	}
	return out
}

// owners are the n owners of one thing, with it: 金融、文化等支柱产业分别实现[增加值];
// nil where the list is none of owners.
func (c *context) owners(np *subject.Noun, n int) []clause.Phrase {
	owners := clause.PartsOf(np.Owner, n)
	if !np.Carry || len(owners) != n || n < 2 || len(clause.Parts(np.Object)) != 1 {
		return nil
	}
	var out []clause.Phrase
	for _, o := range c.expand(owners, n) {
		out = append(out, overlap(o, clause.PhraseOf(c.doc.Text, np.Object)))
	}
	return out
}

// countedByName are those who are named and then counted right before an attribute of theirs, each with
// that: [甲、乙]两家企业[营业收入]均超5亿元. It is nil where none are.
func (c *context) countedByName(q *lang.Quantity, np *subject.Noun) []clause.Phrase {
	b, items := c.inSameClause(q), np.Items()
	if b == nil || !b.q.Counts() || b.q.Val == nil || len(items) < 2 || items[0].Start != b.q.After || np.Action != "" {
		return nil
	}
	things := c.beforeAttribute(items)
	if len(things) != 1 {
		return nil
	}
	list := c.nouns.Trim(c.clauseBefore(b.q))
	if len(list) > 0 && list[0].IsVerb() {
		_, list = subject.DropVerbs(list)
	}
	parts := clause.Parts(list)
	if len(parts) < 2 || b.q.Val.Cmp(big.NewRat(int64(len(parts)), 1)) != 0 || list[len(list)-1].End != b.q.Before {
		return nil
	}
	at := things[0].End
	if things[0].Says("产业", "行业") {
		at = things[0].Start // 电子、汽车两个[产业产值]
	}
	attribute := clause.Phrase{Text: c.doc.Quote(at, items[len(items)-1].End), Spans: [][2]int{{at, items[len(items)-1].End}}}
	names := make([]clause.Phrase, len(parts))
	for i, p := range parts {
		names[i] = clause.Join(clause.PhraseOf(c.doc.Text, p), attribute)
	}
	return names
}

// namedBefore are the n subjects that values without a noun speak of: those of
// the numbers before them, or the list of the clause before.
func (c *context) namedBefore(n int) []clause.Phrase {
	if list := c.listedSince(n); list != nil {
		return list
	}
	if h := len(c.history); h >= n {
		return c.history[h-n:]
	}
	if len(c.last) == n {
		return c.last
	}
	if list := c.expand(clause.Parts(untilVerb(withoutPraise(c.nouns.Trim(c.lastWords())))), n); len(list) == n {
		return list
	}
	return c.history
}

// listedSince are the n members of a list without a verb that stands between the
// last number and 分别: 减免税费1亿元，[政策享受户数与金额]，分别增长5%和6%. It is nil where
// none does.
func (c *context) listedSince(n int) []clause.Phrase {
	items := withoutPraise(c.nouns.Trim(c.lastWords()))
	if c.before == nil || len(items) == 0 || items[0].Start < c.before.q.After {
		return nil
	}
	parts := clause.Parts(items)
	for _, p := range parts {
		last := &p[len(p)-1]
		if !last.Is(word.Attribute) && !c.x.words.Has(last.Text, word.OwnHead) {
			return nil
		}
	}
	if list := c.expand(parts, n); len(list) == n {
		return list
	}
	return nil
}

// withoutPraise drops the quotation that a list ends in, which says what its members have done: 起数、人数
// [“双下降”]，分别下降18%和22%.
func withoutPraise(items []clause.Token) []clause.Token {
	n := len(items) - 1
	if n < 1 || items[n].Kind != clause.Quoted || !clause.HasPause(items) {
		return items
	}
	if items = items[:n]; achieves.Ends(items) {
		items = items[:n-1] // 起数、人数[实现“双下降”]
	}
	return items
}

// achieves is a verb that only carries what is achieved.
var achieves = clause.Row{clause.Noun, clause.Says("实现", "呈", "保持", "连续")}

// madeParts are the goods of a list with 产量, in a sentence on what was made: 主要产
// 品产量增加，水泥和化肥分别达到2亿吨和1900万吨.
func (c *context) madeParts(d *draft, all []clause.Phrase, np *subject.Noun) []clause.Phrase {
	parts := clause.PartsOf(np.Object, len(all))
	if len(parts) != len(all) || len(np.Owner) > 0 {
		return all
	}
	for i := range parts {
		if parts[i] = withoutParen(parts[i]); !c.madeAlong(d, &subject.Noun{Object: parts[i], Action: np.Action}, all[i]) {
			return all
		}
	}
	out := slices.Clone(all)
	for i := range out {
		out[i] = out[i].Plus("产量")
	}
	return out
}

// withoutParen are items without a bracket at their end.
func withoutParen(items []clause.Token) []clause.Token {
	if n := len(items); n > 1 && items[n-1].Kind == clause.Paren {
		return items[:n-1]
	}
	return items
}

// withoutBasis are items without a bracket at their end that says how the attribute before it
// is counted: 三大产业产值（营收）.
func withoutBasis(items []clause.Token) []clause.Token {
	if n := len(items); n > 1 && items[n-2].Is(word.Attribute) {
		return withoutParen(items)
	}
	return items
}

// ownedParts gives each of n things the owner of their list.
func (c *context) ownedParts(all []clause.Phrase, np *subject.Noun, n int) []clause.Phrase {
	if len(np.Owner) == 0 || len(all) < 2 || !np.Carry {
		return all
	}
	parts := c.expand(clause.PartsOf(np.Object, n), n)
	if len(parts) != n {
		return all
	}
	owner := clause.PhraseOf(c.doc.Text, np.Owner)
	for i := range parts {
		if !strings.HasPrefix(parts[i].Text, owner.Text) {
			parts[i] = clause.Join(owner, parts[i]) // 旅游人次、[旅游]收入
		}
	}
	return parts
}

// attributed gives one attribute the n owners that stand before it: A、B较快发展，[税收]
// 分别增长.
func (c *context) attributed(subjects []clause.Phrase, n int, head []clause.Token) []clause.Phrase {
	if len(subjects) != 1 || n < 2 {
		return subjects
	}
	attribute := subjects[0]
	bare := func(p clause.Phrase) clause.Phrase {
		if c.x.words.Is(attribute.Text, word.Unstripped) {
			return p
		}
		return c.stripAttribute(p)
	}
	if list := c.expand(c.listBefore(head), n); len(list) == n {
		for i := range list {
			p := withoutSown(list[i])
			if hasSuffix(p.Text, "率") && hasSuffix(attribute.Text, "率") {
				p = c.stripAttribute(p) // 建议、提案办结率为100%，[满意率]分别为
			}
			list[i] = overlap(p, attribute)
		}
		return list
	}
	owners := c.history
	if h := len(owners); h > n && bare(owners[h-1]).Text == inOne(owners[h-1-n:h-1]) {
		owners = owners[:h-1] // 建议12件、提案15件，办结率100%，[满意率]分别为
	}
	h := len(owners)
	if h < n || !c.x.words.Is(attribute.Text, word.Attribute) {
		return subjects
	}
	var out []clause.Phrase
	for _, p := range owners[h-n:] {
		out = append(out, clause.Join(bare(p), attribute)) // 煤炭[产量增速]
	}
	return out
}

// inOne is the name of several that were told of in one breath.
func inOne(names []clause.Phrase) string {
	texts := make([]string, len(names))
	for i, p := range names {
		texts[i] = p.Text
	}
	return strings.Join(texts, "、")
}

// withoutSown is a crop without the area that it is grown on: 蔬菜[种植面积].
func withoutSown(p clause.Phrase) clause.Phrase {
	const sown = 4
	if hasSuffix(p.Text, "种植面积", "播种面积") && p.Size() > sown && len(p.Spans) > 0 {
		return p.Shorter(sown)
	}
	return p
}

// untilVerb is what stands before the first verb that governs.
func untilVerb(items []clause.Token) []clause.Token {
	for i := range items {
		if i > 0 && (items[i].IsVerb() && !items[i].Is(word.Nominal) || strings.HasPrefix(items[i].Text, "跃上") || strings.HasPrefix(items[i].Text, "创")) {
			return subject.Clean(items[:i])
		}
	}
	return subject.Clean(items)
}

// series counts the quantities that stand side by side from q on.
func (c *context) series(q *lang.Quantity) int { return c.seriesBy(q, joinsNumbers) }

// seriesBy counts them where the words between two of them are as joins asks.
func (c *context) seriesBy(q *lang.Quantity, joins func([]rune) bool) int {
	n, end := 0, -1
	for i := range c.qs {
		p := &c.qs[i]
		if c.silent(p) {
			continue
		}
		if p == q {
			n, end = 1, p.After
			continue
		}
		if n == 0 {
			continue
		}
		if end == p.Before && p.UnitName != q.UnitName {
			return n // 案件380件426人
		}
		if !joins(c.t[min(end, p.Before):p.Before]) { // 大约 may belong to both
			return n
		}
		n++
		end = p.After
	}
	return n
}

// joinsNumbers tells whether the words between two numbers only join them, or say of whom
// or what time the second is: 每人每月720元[和每人每年]7200元.
func joinsNumbers(between []rune) bool {
	if len(between) > 0 && !han.In(between[0], "、和及与 每") {
		return false // as most words
	}
	joints, of, per := strings.Cut(string(between), "每")
	return strings.Trim(joints, "、和及与 ") == "" && (!per || isPer(of))
}

// isPer tells whether words behind 每 say of whom or of what time an amount is: 人每月.
func isPer(words string) bool {
	return !slices.ContainsFunc(strings.Split(words, "每"), func(of string) bool { return utf8.RuneCountInString(of) != 1 })
}

// withoutPer drops the words right before a number that say of whom or of what time it is.
func withoutPer(left []clause.Token) []clause.Token {
	for len(left) > 0 {
		of, per := strings.CutPrefix(left[len(left)-1].Text, "每")
		if !per || !isPer(of) {
			break
		}
		left = left[:len(left)-1]
	}
	return left
}

// listBefore is the list of the clause before head: A、B等行业发展较快，税收分别….
func (c *context) listBefore(head []clause.Token) [][]clause.Token {
	if len(head) == 0 {
		return nil
	}
	end := -1
	for i := range c.items {
		if c.items[i].Start >= head[0].Start {
			break
		}
		if c.items[i].Kind == clause.Stop {
			end = i
		}
	}
	if end < 0 {
		return nil
	}
	start := 0
	for i := end - 1; i >= 0; i-- {
		if c.items[i].Kind == clause.Stop {
			start = i + 1
			break
		}
	}
	items := c.nouns.Trim(c.words(c.items[start:end]))
	if len(items) > 0 && items[0].IsVerb() {
		_, items = subject.DropVerbs(items) // 发展A和B，产业规模分别
	}
	for i := range items {
		grows := items[i].Text == "分别" || i > 0 && items[i].IsVerb() && items[i].Is(word.Rate) // A、B[分别增长5%、8%]，增速分别
		if grows || items[i].Text == "等" || items[i].IsVerb() && !items[i].Is(word.Nominal) {
			items = items[:i]
			break
		}
	}
	return clause.Parts(subject.Clean(c.nouns.Trim(items)))
}
