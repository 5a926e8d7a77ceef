package subject

import (
	"zhibiao/extract/clause"
	"zhibiao/extract/word"
)

// Before says what stands before a number: whether a verb acts on what is
// counted, and whether its object is work (word.Works).
// What is held ends before 的 (word.Holding).
type Before struct{ Acted, Works, Holds bool }

// Behind reads the noun behind a number: 老旧小区消防基础设施改造. rest is what
// the noun does. By what stands before the number a verb belongs to the name: it
// opens the name of what is acted on (确定16个[整合]区域), and closes that of work
// (完成12家企业[整合]).
func Behind(items []clause.Token, before Before) (noun, rest []clause.Token) {
	b := &behind{items: items, before: before}
	for b.at < len(items) && items[b.at].Kind == clause.Word && items[b.at].Is(word.Copula) {
		b.at++
	}
	b.start = b.at
	if b.at+1 < len(items) && tellsState(items[b.at:]) {
		return nil, items[b.at:] // 103座已按计划完成, 2项正在推进
	}
	if b.at+1 < len(items) && items[b.at].Is(word.Generic) && items[b.at+1].IsVerb() && !items[b.at+1].Is(word.Nominal) && !before.Acted {
		return nil, items[b.at:] // 23项全省复制推广
	}
	b.skipRelative()
	for ; b.at < len(items); b.at++ {
		if b.ends() {
			break
		}
	}
	return Clean(withoutCondition(beforeExamplesEnd(withoutHow(items[b.start:b.at], items[b.at:])))), items[b.at:]
}

// withoutHow drops what says how the things do what rest says: 网友[在线]关注, 企业[安全]
// 复工.
func withoutHow(noun, rest []clause.Token) []clause.Token {
	n := len(noun)
	if n < 2 || len(rest) == 0 || !rest[0].IsVerb() || !noun[n-2].IsNoun() {
		return noun
	}
	last := &noun[n-1]
	if last.Is(word.Level | word.Attribute | word.VerbHead) {
		return noun
	}
	switch last.Pos {
	case "b", "an", "ad":
		return noun[:n-1]
	case "n":
		if last.Is(word.ShownAdverb) {
			return noun[:n-1]
		}
	}
	return noun
}

// tellsState tells whether items begin what becomes of what was counted.
func tellsState(items []clause.Token) bool {
	switch items[0].Text {
	case "正在", "正", "仍在":
		return true
	case "已":
		return !items[1].IsVerb()
	}
	return false
}

// behind is a place in the words behind a number.
type behind struct {
	items     []clause.Token
	start, at int // of the noun, and of the word looked at
	before    Before
}

// it is the word looked at.
func (b *behind) it() *clause.Token { return &b.items[b.at] }

// next is the word behind it, a stop at the end.
func (b *behind) next() *clause.Token {
	if b.at+1 < len(b.items) {
		return &b.items[b.at+1]
	}
	return &clause.Token{Kind: clause.Stop}
}

// first tells whether the noun begins here.
func (b *behind) first() bool { return b.at == b.start }

// skipRelative steps over a clause that describes the noun: 有需求且符合条件的
// [残疾人].
func (b *behind) skipRelative() {
	if b.at < len(b.items) && b.it().Text == "已" && b.next().IsVerb() {
		b.at += 2 // 17个[已开工]城市更新项目
		if b.at < len(b.items) && b.items[b.at].IsNoun() {
			return
		}
		b.at--
	}
	if b.at >= len(b.items) || !b.opensRelative() {
		return
	}
	adverb := b.it().Pos == "d"
	acts := !adverb // 6部[专门为新区制定的]法规
	for k := b.at + 1; k < len(b.items) && k < b.at+12; k++ {
		switch b.items[k].Kind {
		case clause.Stop, clause.Amount:
			return
		case clause.Pause:
			if !b.describesOn(k + 1) {
				return
			}
		}
		if acts && b.items[k].Text == "的" && k+1 < len(b.items) && b.items[k+1].IsNoun() {
			b.at = k + 1
			return
		}
		acts = acts || b.items[k].IsVerb()
	}
}

// opensRelative tells whether the word looked at can open a clause that describes
// the noun: a verb, an adverb, or a word that the segmenter guesses at: 获此/x 殊荣的.
func (b *behind) opensRelative() bool {
	switch {
	case b.it().IsVerb(), b.it().Pos == "d":
		return true
	case b.it().Pos != "x":
		return false
	}
	return b.next().IsVerb() || b.next().Kind == clause.Pause
}

// describesOn tells whether another member of a list that describes the noun begins
// at k: 叫得响、[立得住]、[群众认可]的成果.
func (b *behind) describesOn(k int) bool {
	for i := k; i < len(b.items) && i < k+2; i++ {
		if b.items[i].Kind != clause.Word {
			return false
		}
		if b.items[i].IsVerb() {
			return i+1 < len(b.items) && (b.items[i+1].Kind == clause.Pause || b.items[i+1].Text == "的" || b.items[i+1].Text == "得")
		}
	}
	return false
}

// verdict is what a rule says of the word looked at.
type verdict uint8

const (
	unsaid verdict = iota
	within         // the noun goes on
	ended          // the noun ended before it
)

// ends tells whether the noun ends before the word looked at: the first rule
// that says something decides.
func (b *behind) ends() bool {
	for _, rule := range nounRules {
		switch rule(b) {
		case within:
			return false
		case ended:
			return true
		}
	}
	return false
}

// nounRules tell where the noun behind a number ends.
var nounRules = []func(*behind) verdict{
	ofKind,
	atHolder,
	atState,
	atDescription,
	atManner,
	atIdiom,
	atAbility,
	atPredicate,
	atVerb,
	atAdverb,
	atJoint,
	atTime,
}

// ofKind decides of what is no word.
func ofKind(b *behind) verdict {
	switch b.it().Kind {
	case clause.Quoted, clause.Paren:
		return within
	case clause.Pause:
		// A pause goes on with the list where no new verb starts behind it.
		if b.next().IsVerb() && !b.next().Is(word.Nominal) {
			return ended
		}
		return within
	case clause.Moment:
		if b.first() && b.at+1 < len(b.items) { // 21个“十三五”专项规划
			b.start = b.at + 1
			return within
		}
		return ended
	case clause.Stop, clause.Amount:
		return ended
	}
	return unsaid
}

// atHolder ends before the 的 that leads to who holds what is counted: 拥有300张床位
// [的医院].
func atHolder(b *behind) verdict {
	if b.before.Holds && !b.first() && b.it().Text == "的" && b.next().IsNoun() {
		return ended
	}
	return unsaid
}

// atState goes on over an adverb and the two verbs that open the name: 相对[集中][居住]
// 农户.
func atState(b *behind) verdict {
	at, how := b.at-b.start, &b.items[b.start]
	if at != 1 && at != 2 || how.Pos != "d" || how.Len() != 2 || how.Is(word.Dropped|word.Leading|word.Able) || b.start+3 >= len(b.items) {
		return unsaid
	}
	noun := &b.items[b.start+3]
	if b.items[b.start+1].IsVerb() && b.items[b.start+2].IsVerb() && noun.IsNoun() && !noun.IsVerb() {
		return within
	}
	return unsaid
}

// atDescription goes on over what describes the noun behind its 的, and over
// what is done to it: 设施[完备]的体育公园, 历年审计问题的[整改].
func atDescription(b *behind) verdict {
	it := b.it()
	if b.first() || it.Text == "的" {
		return unsaid
	}
	tells := it.Is(word.ShownPredicate) && !it.Is(word.Acting|word.Carrying) || it.Pos == "a"
	switch {
	case tells && b.next().Text == "的" && b.at+2 < len(b.items) && b.items[b.at+2].IsNoun():
		return within
	case b.before.Works && b.items[b.at-1].Text == "的" && it.IsVerb() && b.closes(1):
		return within
	}
	return unsaid
}

// closes tells whether the clause, or a member of a list, ends n words on.
func (b *behind) closes(n int) bool {
	if b.at+n >= len(b.items) {
		return true
	}
	k := &b.items[b.at+n]
	return k.Kind == clause.Stop || k.Kind == clause.Pause || k.Text == "和" || k.Text == "及" || k.Text == "等"
}

// atManner ends before what says how something was done: 6个项目[顺利]开工.
func atManner(b *behind) verdict {
	if b.first() {
		return unsaid
	}
	it, next := b.it(), b.next()
	acts := next.IsVerb() || next.Is(word.Becoming)
	switch {
	case it.Is(word.Manner) && acts && it.Pos == "a" && makesName(b.items[b.at+2:]):
		return within // 企业[平稳]发展基金
	case it.Is(word.Dropped), it.Is(word.Manner) && acts, it.Text == "进展", it.Text == "平均":
		return ended
	case duration(b.items[b.at:]) > 0:
		return ended // 17个村[3个月]完成征迁
	case (it.Is(word.Generic) || it.Text == "全国" || it.Text == "一次" || it.Pos == "ad" && !b.before.Works) && (acts || next.Pos == "p"):
		return ended // 26项案例[全省]推广
	case it.Is(word.Leading) && it.Len() == 2 && !it.Is(word.Vague|word.VerbHead) && next.IsVerb() && !next.Is(word.Nominal) && b.closes(2):
		return ended // 90家名企[精准]对接
	case it.Text == "基本" && (acts || next.Pos == "p" || next.Pos == "d"), it.Is(word.Leading) && it.Pos == "b" && acts:
		return ended
	}
	return unsaid
}

// atIdiom ends before an idiom that closes the clause: 产业园[从无到有].
func atIdiom(b *behind) verdict {
	it, next := b.it(), b.next()
	if !b.first() && (it.Pos == "i" || it.Pos == "z") && it.Len() == 4 && (next.Kind == clause.Stop || next.Kind == clause.Pause) {
		return ended
	}
	return unsaid
}

// atAbility ends before what the noun can do, and before whom it does it with:
// 237个行政村[可]接通, 12所学校[与]北京学校结对.
func atAbility(b *behind) verdict {
	it := b.it()
	if !b.first() && (it.IsVerb() && it.Is(word.Able) || it.Pos == "p" && verbAhead(b.items[b.at+1:])) {
		return ended
	}
	return unsaid
}

// verbAhead tells whether a verb stands in what follows of the clause: 与北京学校[结
// 对].
func verbAhead(items []clause.Token) bool {
	for i := range items {
		k := &items[i]
		switch {
		case k.Kind != clause.Word && k.Kind != clause.Quoted:
			return false
		case k.IsVerb() && (!k.Compound || k.Is(word.Strong|word.Doing)) && (!k.Is(word.Nominal) || k.Is(word.ShownPredicate)):
			return true
		}
	}
	return false
}

// atPredicate ends before the verbs that say what the things do.
func atPredicate(b *behind) verdict {
	if b.first() || !predicates(b.items, b.at) || b.onlyArea() {
		return unsaid
	}
	for b.at-1 > b.start && b.items[b.at-1].IsVerb() && !b.items[b.at-1].Is(word.Nominal) && !organizes(b.items, b.at-1) {
		b.at--
	}
	return ended
}

// verbsOnly tells whether the noun is so far only verbs, with what says how.
func (b *behind) verbsOnly() bool {
	for i := b.start; i < b.at; i++ {
		if !b.items[i].IsVerb() && b.items[i].Pos != "d" {
			return false
		}
	}
	return true
}

// onlyArea tells whether the noun is so far only an area, which no count has for
// its noun: 20项全市[推广技术].
func (b *behind) onlyArea() bool {
	return b.at == b.start+1 && b.items[b.start].Is(word.Generic)
}

// atVerb ends before a verb, unless it is part of the name.
func atVerb(b *behind) verdict {
	it := b.it()
	verb := it.IsVerb() || it.Pos == "vn" && it.Is(word.Strong|word.Doing) || it.Is(word.Becoming) && !it.Is(word.Nominal) || it.Is(word.Ending)
	switch {
	case !verb:
		return unsaid
	case b.onlyArea(), verbInName(b), !b.first() && b.items[b.at-1].Text == "未", !b.first() && organizes(b.items, b.at):
		return within
	}
	return ended
}

// verbInName tells whether the verb looked at is part of the name.
func verbInName(b *behind) bool {
	it, next := b.it(), b.next()
	nominal := it.Is(word.Nominal)
	if ofClass(next) {
		return true
	}
	if b.first() {
		if next.Text == "了" {
			return false // 2764人避免了风险
		}
		if next.IsVerb() && !it.Is(word.Strong) && b.closes(3) && b.at+2 < len(b.items) && b.items[b.at+2].Is(word.BareNoun|word.VerbHead) {
			return true // 1600万元就业补助资金
		}
		if b.start == 0 && it.Is(word.NameVerb) && (next.IsVerb() || next.Pos == "vn") && b.at+2 < len(b.items) && b.items[b.at+2].IsNoun() {
			return true // 25个集中采购试点药品
		}
		return verbOpensName(it, next) || b.before.Acted && next.IsNoun() && !next.IsVerb() || b.before.Works && !it.Is(word.Carrying) && next.IsVerb() && b.closes(2)
	}
	switch {
	case b.verbsOnly() && next.IsNoun() && !next.IsVerb():
		return true // 27个延期交房项目
	case it.Compound && !it.Is(word.Acting|word.Works) && (nominal || !it.Is(word.Becoming|word.Ending)) && it.Text != "得到":
		return true // 转移人口
	case it.Len() == 1 && it.Is(word.NounEnd) && b.closes(1):
		return true // 示范[站]
	case next.Text == "等":
		return true // 客车更换等项目
	case (nominal || it.Is(word.NameEnding)) && next.IsNoun() && next.Is(word.Attribute|word.VerbHead):
		return true
	case b.namesHead():
		return true // 自行车停放点
	case b.before.Works && b.items[b.start].Pos != "d" && (b.verbsOnly() || !it.Is(word.Becoming|word.Ending)) && (b.closes(1) || next.IsVerb() && !next.Is(word.Becoming|word.Ending) && b.closes(2)):
		return true // 完成12家矿山企业整合
	case it.Is(word.Ending) && (next.Kind == clause.Stop || next.IsVerb() || next.Is(word.Becoming)):
		return false
	case nominal && (next.Kind == clause.Stop || next.Kind == clause.Pause || next.Text == "和" || next.Text == "及" || next.IsVerb() && next.Is(word.Nominal)):
		return true
	case nominal && !it.Is(word.Becoming) && (next.Is(word.Ending|word.Becoming) || next.IsNoun()):
		return true // 低氮燃烧改造超额完成
	case !it.Is(word.Acting | word.Carrying | word.Becoming):
		return next.IsNoun() || next.IsVerb() || next.Is(word.VerbHead) && nominal // the tables do not know it
	}
	return next.Is(word.VerbHead) && nominal
}

// namesHead tells whether the verb looked at, which the corpus does not show to
// act, makes a name with a head that closes the clause: 污水[收集]管道.
func (b *behind) namesHead() bool {
	it, next := b.it(), b.next()
	switch {
	case it.Is(word.Strong|word.Doing|word.Becoming|word.Ending) || !b.closes(2):
		return false
	case it.Is(word.ShownVerb):
		return next.Is(word.NounEnd) // 供电引领区
	}
	return next.Is(word.VerbHead|word.NounEnd) || heading(next)
}

// verbOpensName tells whether the name begins with the verb it: 引导基金.
func verbOpensName(it, next *clause.Token) bool {
	switch {
	case next.Is(word.VerbHead):
		return true
	case next.IsNoun() && !it.Is(word.Becoming) && it.Is(word.Nominal):
		return true
	}
	return !it.Is(word.Acting | word.Carrying | word.Becoming)
}

// atAdverb ends before an adverb or a preposition that is no part of the name.
func atAdverb(b *behind) verdict {
	it, next := b.it(), b.next()
	if b.onlyArea() {
		return within
	}
	switch it.Pos {
	case "d", "p", "y", "e":
		if it.Text == "未" && !b.first() && next.IsVerb() && next.Is(word.Nominal) && b.at+2 < len(b.items) && b.items[b.at+2].IsNoun() {
			return within // 1.5万离校未就业毕业生
		}
	case "f":
		if !b.first() && it.Is(word.PlaceEnd) && (next.IsVerb() || next.Is(word.Becoming) || next.Pos == "vn" && next.Is(word.Acting)) {
			return ended // 在2个条例[中]设置专章
		}
		return unsaid
	default:
		return unsaid
	}
	plain := it.Pos == "d" && it.Len() == 2 && !it.Is(word.Dropped|word.Leading|word.ShownAdverb|word.ShownPredicate|word.Manner|word.Able)
	named := plain && next.IsNoun() && !next.IsVerb() && next.Pos != "a" // 团结[进步]示范社区
	if b.first() || named || it.Text == "与" || it.Text == "和" {
		return within
	}
	return ended
}

// atJoint ends before a conjunction that joins no nouns.
func atJoint(b *behind) verdict {
	if b.it().Pos != "c" {
		return unsaid
	}
	if !b.first() && b.next().Text == "一批" {
		return ended // 40项民生实事[和一批微实事]
	}
	switch b.it().Text {
	case "和", "及", "与", "以及", "或", "及其":
		return within
	}
	return ended
}

// atTime ends before a time.
func atTime(b *behind) verdict {
	if b.it().Pos == "t" && b.it().Is(word.Timed) {
		return ended
	}
	return unsaid
}

// withoutCondition drops that what is counted is a condition: 三项标准[的前提下].
func withoutCondition(items []clause.Token) []clause.Token {
	n := len(items)
	if n < 4 || items[n-1].Pos != "f" || items[n-3].Text != "的" {
		return items
	}
	switch items[n-2].Text {
	case "前提", "基础", "条件", "情况", "背景", "形势":
		return items[:n-3]
	}
	return items
}

// beforeExamplesEnd drops 等 behind one noun, with what sums it up: 供水管网[等项
// 目]. A list before 等 is an example of what stands behind.
func beforeExamplesEnd(items []clause.Token) []clause.Token {
	for i := 1; i < len(items); i++ {
		if rest := items[i+1:]; items[i].Text == "等" && !clause.HasPause(items[:i]) && (len(rest) < 3 || rest[0].Text == "一批") {
			return items[:i]
		}
	}
	return items
}
