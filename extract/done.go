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

// Rules of subjects that are told by what is done: what one pays, what becomes of a
// share, what people do.

// paid is what one who pays has put in: [区财政]投入5亿元.
func paid(c *context, at *choice) []clause.Phrase {
	u := at.Quantity.Unit
	if !at.isLevel() || u == nil || u.Dim != "money" {
		return nil
	}
	if named := clause.PhraseOf(c.doc.Text, at.np.Object); strings.HasSuffix(named.Text, "财政投入") && clause.At(at.Right, 0).Text == "用于" {
		if o := c.paidFor(at); !o.Empty() {
			return at.by("subject.paid", clause.Join(named.Shorter(2), o).Plus("投入"))
		}
	}
	attr := c.spends(strings.TrimPrefix(at.np.Action, "累计"))
	if attr == "" || len(at.np.Owner) == 0 || len(at.np.Object) > 0 || numeric(&at.np.Owner[0]) {
		return nil
	}
	payer := clause.PhraseOf(c.doc.Text, at.np.Owner)
	last := &at.np.Owner[len(at.np.Owner)-1]
	if attr == "资金" && (last.Is(word.Attribute) || c.x.words.Has(payer.Text, word.Fund)) {
		return at.by("subject.paid", payer) // 省级资金安排5亿元，支持300个项目
	}
	if o := c.paidFor(at); !o.Empty() {
		return at.by("subject.paid", moneyOf(clause.Join(payer, o), attr))
	}
	if c.x.words.Has(c.spoken().Text, word.Fund) && c.spoken().Size() > 3 && len(at.Right) == 0 {
		return at.by("subject.paid", clause.Join(payer, c.withoutAct(c.spoken()))) // 增加社会保障投入，中央财政安排3185亿元
	}
	if len(at.behind) > 0 || attr == "资金" && !hasSuffix(last.Text, "财政", "政府") {
		return nil
	}
	return at.by("subject.paid", payer.Plus(attr))
}

// setsUpFund tells whether a clause names a fund that money sets up: 设立产业发展基金.
func setsUpFund(right []clause.Token) bool {
	return strings.HasSuffix(subject.Joined(untilStop(right)), "基金")
}

// moneyOf is the name of the money for something, which alone names a fund: [发展基金], [就业]资金.
func moneyOf(p clause.Phrase, attr string) clause.Phrase {
	if attr == "资金" && strings.HasSuffix(p.Text, "基金") {
		return p
	}
	return p.Plus(attr)
}

// paidFor is what a payer's money is for: 区财政安排5亿元用于[就业], 安排4亿元，支持
// [技术改造]. It is empty where no verb says so.
func (c *context) paidFor(at *choice) clause.Phrase {
	right := at.Right
	switch {
	case len(right) == 0:
		right = c.nextClause(at.Quantity)
	case at.More: // 安排19亿元支持16户国有企业
		right = c.clauseBehind(at.Quantity)
	}
	if len(right) == 0 || !right[0].IsVerb() {
		return clause.Phrase{}
	}
	if right[0].Says("设立", "成立") && setsUpFund(right) || right[0].Is(word.SpentOn) || len(at.Right) > 0 && right[0].Is(word.Works) {
		return c.purpose(right)
	}
	return clause.Phrase{}
}

// putToWork is what those who were found work are of: 在[城镇安置]903万人[就业]; where
// work was named before, 劳动就业，在[城镇]安排600万人.
func putToWork(c *context, at *choice) []clause.Phrase {
	if !at.isLevel() || at.Quantity.UnitName != "人" {
		return nil
	}
	verb := at.np.Action
	items := at.np.Items()
	if n := len(items); n > 0 && verb == "" {
		verb, items = items[n-1].Text, items[:n-1]
	}
	if !c.x.words.Is(verb, word.Employing) {
		return nil
	}
	if k := slices.IndexFunc(at.head, func(k clause.Token) bool { return k.Text == "在" }); k >= 0 && k+1 < len(at.head) {
		items = at.head[k+1 : k+2] // 在[城镇]安置
	}
	if len(items) == 0 && worksBehind(at.Right) {
		return at.by("subject.put_to_work", clause.Phrase{Text: "就业"}) // 安置903万人[就业]
	}
	if len(items) != 1 || !items[0].Is(word.Level) {
		return nil
	}
	place := clause.PhraseOf(c.doc.Text, items)
	if worksBehind(at.Right) {
		return at.by("subject.put_to_work", place.Plus(verb+"就业"))
	}
	if strings.HasSuffix(c.spoken().Text, "就业") {
		return at.by("subject.put_to_work", clause.Join(place, c.spoken()))
	}
	return nil
}

// worksBehind tells whether the clause ends in 就业.
func worksBehind(right []clause.Token) bool {
	for i := range right {
		switch {
		case right[i].OfKind(clause.Stop, clause.Amount):
			return false
		case right[i].Text == "就业":
			return i+1 == len(right) || right[i+1].Kind == clause.Stop
		}
	}
	return false
}

// wholly is what becomes of a share of things: [隔离人员]100%[闭环转运]、100%[规范管理].
func wholly(c *context, at *choice) []clause.Phrase {
	if !at.isLevel() || at.Quantity.UnitName != "%" || at.d.r.Reached {
		return nil
	}
	done := whatBecomes(at.Right, at.Quantity.After)
	if len(done) == 0 {
		return nil
	}
	items := at.np.Items()
	whose := clause.PhraseOf(c.doc.Text, items)
	switch {
	case len(items) > 0 && items[len(items)-1].End < at.Quantity.Before:
		return nil
	case len(items) == 0 && c.beside(at.Quantity):
		whose = c.last[0] // 83栋建筑物100%签约
	case len(items) == 0:
		p := c.inPart(at.Quantity)
		if p == nil || p.whose.Empty() || !at.Right[0].IsVerb() && !c.sameClause(p, at.Quantity) {
			return nil
		}
		whose = p.whose
	}
	at.d.whose = whose
	return at.by("subject.wholly", clause.Join(whose, clause.PhraseOf(c.doc.Text, done)))
}

// beside tells whether what was counted last stands right before q.
func (c *context) beside(q *lang.Quantity) bool {
	if c.before == nil || !c.before.q.Counts() || len(c.last) != 1 {
		return false
	}
	spans := c.last[0].Spans
	return len(spans) > 0 && spans[len(spans)-1][1] == q.Before
}

// whatBecomes is the verb phrase that begins right behind a share, at offset at.
func whatBecomes(right []clause.Token, at int) []clause.Token {
	for i := range right {
		if right[i].Kind == clause.Pause || right[i].Text == "的" {
			right = right[:i]
			break
		}
	}
	if len(right) > 0 && (right[0].Is(word.Dropped) || right[0].Text == "全") {
		right, at = right[1:], right[0].End // 100%全部办结
	}
	n := len(right)
	if n == 0 || n > 5 || right[0].Start > at || right[0].Text == "达" {
		return nil
	}
	last := &right[n-1]
	if !right[0].IsVerb() && !last.IsVerbal() && !last.Is(word.Nominal) {
		return nil
	}
	return subject.Clean(right)
}

// numeric tells whether a token is a number that was left out, or a mark.
func numeric(k *clause.Token) bool { return k.Pos == "x" || k.Pos == "m" && len(k.Text) < 4 }

// peopleWho is what people do who are counted without a noun: 1559人[实现稳定脱贫].
func peopleWho(c *context, at *choice) []clause.Phrase {
	if !at.isLevel() || !people(at.Quantity) || at.d.r.Reached && at.own.Verb != "有" || at.d.r.Origin || !at.np.Empty() || len(at.behind) > 0 || at.np.Action != "" && !c.x.words.Is(at.np.Action, word.MakesAct) {
		return nil
	}
	if p := c.inSameClause(at.Quantity); p != nil && people(p.q) {
		return nil // 贫困人口322户、677人脱贫
	}
	if len(at.Right) == 0 || !at.Right[0].IsVerb() && !at.Right[0].Is(word.Acting) || at.Right[0].Start > at.Quantity.After {
		return nil
	}
	done := subject.Predicate(at.Right)
	if len(done) == 0 {
		return nil
	}
	return at.by("subject.predicate", clause.PhraseOf(c.doc.Text, done))
}

// people tells whether a number counts people or households by the unit alone.
func people(q *lang.Quantity) bool {
	return q.UnitName == "人" || q.UnitName == "户" || q.UnitName == "人次"
}

// timesChanged is what was changed so many times, with how; what is said next is of that: [养老金]连续6次[调整],
// 达到1285元.
func timesChanged(c *context, at *choice) []clause.Phrase {
	if at.Quantity.UnitName != "次" || len(at.behind) != 1 || !at.isLevel() || len(at.np.Object) == 0 || at.np.Action != "" {
		return nil
	}
	if k := &at.behind[0]; k.Start != at.Quantity.After || !k.IsVerbal() || !k.Is(word.Acting) {
		return nil
	}
	at.d.plain = clause.PhraseOf(c.doc.Text, at.np.Items())
	return at.by("subject.predicate", clause.Join(at.d.plain, clause.PhraseOf(c.doc.Text, at.behind)))
}

// timesDone is what was done so many times: 两次[降低准备金率].
func timesDone(c *context, at *choice) []clause.Phrase {
	right := at.Right
	if !at.isLevel() || at.Quantity.UnitName != "次" || len(at.behind) > 0 || len(right) < 2 || !at.np.Empty() {
		return nil
	}
	if !right[0].IsVerb() || right[0].Start != at.Quantity.After || !right[1].IsNoun() {
		return nil
	}
	done := subject.Predicate(right)
	if len(done) == 0 {
		return nil
	}
	return at.by("subject.predicate", clause.PhraseOf(c.doc.Text, done))
}

// thoseDone are those of the things named before that something was done to: 这些[项目]，
// 已经[建成投产]的有17个.
func thoseDone(c *context, at *choice) []clause.Phrase {
	q, head := at.Quantity, at.head
	k := len(head) - 1
	if !at.isLevel() || !q.Counts() || len(at.behind) > 0 || clause.At(head, k).Text != "的" {
		return nil
	}
	from := k
	for from > 0 && (head[from-1].IsVerbal() || head[from-1].Is(word.Becoming, word.Ending)) && !head[from-1].Is(word.Able) {
		from--
	}
	if from == k || from > 0 && names(&head[from-1]) {
		return nil
	}
	things := c.amid(q)
	if things.Empty() {
		return nil
	}
	at.d.plain = things
	return at.by("subject.owned", clause.Join(clause.PhraseOf(c.doc.Text, head[from:k]), c.withoutTotal(things)))
}

// thoseOf are those of the things measured last of whom the words before a number tell: 企业90个，
// 其中[限额以上]的有17个; 参加养老保险的职工9万人，[参加失业保险]的7万人.
func thoseOf(c *context, at *choice) []clause.Phrase {
	k := len(at.head) - 1
	if !at.isLevel() || len(at.behind) > 0 || clause.At(at.head, k).Text != "的" || at.head[max(0, k-1)].Kind == clause.Moment {
		return nil
	}
	words := c.nouns.Trim(at.head[:k])
	if i := slices.IndexFunc(words, func(k clause.Token) bool { return k.Text == "中" && k.Pos == "f" }); i > 0 && i+1 < len(words) && words[i+1].IsVerb() && at.Quantity.Counts() {
		things := subject.Clean(words[:i]) // 夫妇中[领取证明]的90对
		return at.by("subject.owned", clause.Join(clause.PhraseOf(c.doc.Text, subject.Clean(words[i+1:])).Plus("的"), clause.PhraseOf(c.doc.Text, things)))
	}
	if hasSuffix(subject.Joined(words), "元", "元以上") {
		return nil // those of a size: 其中超亿元的8家
	}
	return c.partTold(at, words)
}

// thoseWhich are those of the things measured last of whom the words behind a number tell: 企业
// 90个，其中17个是[国外帮助设计的].
func thoseWhich(c *context, at *choice) []clause.Phrase {
	k := len(at.Right) - 1
	if !at.isLevel() || !at.np.Empty() || k < 2 || at.Right[0].Text != "是" || at.Right[k].Text != "的" {
		return nil
	}
	return c.partTold(at, at.Right[1:k])
}

// partTold are the things measured last, as far as words tell of them. It is empty where they
// are measured in another unit, or are what a figure came from.
func (c *context) partTold(at *choice, words []clause.Token) []clause.Phrase {
	p, q, who := c.before, at.Quantity, subject.Clean(words)
	if len(who) == 0 || q.UnitName == "%" {
		return nil
	}
	alike := p != nil && p.r.IsLevel() && !p.r.Origin && (p.q.UnitName == q.UnitName || people(p.q) && people(q)) && c.samePart(p, q)
	if !alike && c.middleBefore() == nil {
		return nil
	}
	things := c.amid(q)
	if things.Empty() {
		things = c.latest()
	}
	if things.Empty() {
		return nil
	}
	at.d.plain = things
	return at.by("subject.owned", clause.Join(clause.PhraseOf(c.doc.Text, who).Plus("的"), c.withoutTotal(lastHead(c.withoutAct(things)))))
}

// lastHead is a name without what describes it: 参加养老保险的[职工].
func lastHead(p clause.Phrase) clause.Phrase {
	at := strings.LastIndex(p.Text, "的") + len("的")
	if at < len("的") || utf8.RuneCountInString(p.Text[at:]) < 2 {
		return p
	}
	return p.Behind(utf8.RuneCountInString(p.Text[:at]))
}

// amid are the things that a count is of some of: 这些[项目]，…的有5个; 在这些[项目]中，…的有5个;
// [案件]600件，…的200件.
func (c *context) amid(q *lang.Quantity) clause.Phrase {
	p := c.before
	switch {
	case p != nil && !p.plain.Empty() && people(p.q) == people(q):
		return p.plain
	case c.middleBefore() != nil:
		return clause.PhraseOf(c.doc.Text, subject.Clean(c.nouns.Trim(c.middleBefore())))
	case !c.spoken().Empty():
		return c.spoken()
	case p != nil && p.q.Counts() && people(p.q) == people(q) && len(c.last) == 1:
		return c.last[0]
	}
	return clause.Phrase{}
}

// middleBefore is middle of the last clause without a quantity.
func (c *context) middleBefore() []clause.Token {
	if n := len(c.lastClause); n == 0 || c.t[c.lastClause[n-1].End-1] != '中' {
		return nil
	}
	return middle(c.lastWords())
}

// middle are the words of a clause that says among which things: 在[这些项目]中, [主要产品]中. It is nil
// for others.
func middle(items []clause.Token) []clause.Token {
	n := len(items) - 1
	switch {
	case n < 1 || items[n].Text != "中":
		return nil
	case items[0].Text == "在" && n > 1:
		return items[1:n]
	case items[n].Pos == "f" && items[0].Pos != "p":
		return items[:n]
	}
	return nil
}

// names tells whether a word before a verb is a name that the verb is part of, says whose
// act it is, or joins it to others.
func names(k *clause.Token) bool {
	return k.IsNoun() || k.Pos == "p" || clause.IsJoint(k) && !k.Says("并", "並")
}
