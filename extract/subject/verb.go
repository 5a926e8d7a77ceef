package subject

import (
	"strings"

	"zhibiao/extract/clause"
	"zhibiao/extract/word"
)

// Governing is the index of the first verb that acts on something behind the
// first of items, -1 if none. One that may be part of a name gives way to one
// behind it that may not: 科技[创新]企业[提供]贷款.
func Governing(items []clause.Token) int {
	first := -1
	for i := 1; i < len(items); i++ {
		it := &items[i]
		if it.OfKind(clause.Stop, clause.Amount) {
			break
		}
		verb := it.Kind == clause.Word && (it.IsVerbal() || it.Is(word.BareAct)) && it.Is(word.Acting, word.Carrying)
		switch {
		case !verb || clause.At(items, i+1).Text == "的":
		case !it.Is(word.Nominal):
			return i
		case first < 0:
			first = i
		}
	}
	return first
}

// firstVerb is the index of the first verb that governs, -1 if none does. A
// verb inside a name (转移就业, 研发投入) does not.
func firstVerb(items []clause.Token) int {
	for i := range items {
		it := &items[i]
		switch {
		case it.Kind != clause.Word || !governs(items, i):
		case i == 0:
			return i
		case clause.At(items, i+1).Kind == clause.Word && items[i+1].Is(word.NounEnd): // 垃圾压缩站
		case it.Is(word.Nominal) && !it.Is(word.Strong) && namesAfter(items, i):
		case it.Is(word.Carrying, word.Acting):
			return i
		}
	}
	return -1
}

// namesAfter tells whether the nominal verb at i makes a name with the word
// before it and what stands behind.
func namesAfter(items []clause.Token, i int) bool {
	before := &items[i-1]
	if before.Kind != clause.Word || !before.IsNoun() && !before.IsVerb() {
		return false
	}
	if i+1 == len(items) {
		return true
	}
	next := &items[i+1]
	if i+2 == len(items) && next.IsVerb() && next.Is(word.Nominal) && !items[i].Is(word.Strong) {
		return true // 草地修复治理
	}
	return next.Kind != clause.Word || next.Text == "的" || next.Is(word.Attribute) || next.IsNoun() && (!items[i].Is(word.Carrying) || verbLater(items[i+1:]))
}

// governs tells whether items[i] is a verb that acts on what follows: one of
// the known verbs, or any verb that opens a clause and is not part of a name.
func governs(items []clause.Token, i int) bool {
	it := &items[i]
	switch {
	case i > 0 && clause.At(items, i+1).IsVerb() && organizes(items, i): // 人民调解组织受理纠纷
		return false
	case it.Whole, it.Text == "新" && i+1 < len(items) && describesNew(&items[i+1]):
		return false
	case i > 0 && items[i-1].Says("未", "不"):
		return false // 未开工项目
	case it.Is(word.Describing) && Relative(items, i):
		return false // 有经贸关系的国家178个
	case it.Compound && it.Is(word.Nominal) && !it.Is(word.Strong) && i+2 < len(items) && items[len(items)-1].Is(word.Attribute):
		return false // 储备项目数量
	case it.Is(word.Acting, word.Carrying):
		return it.IsVerb() || i == 0 || counts(&items[i-1]) || it.Is(word.BareAct) && !it.Is(word.Nominal) && it.Pos != "p" // 企业[续租]厂房, which the segmenter takes for a noun
	case i > 0:
		return false
	}
	return opensClause(items, i) || loneVerb(items, i) || leadsToVerb(items) || it.IsVerb() && it.Is(word.ShownVerb) && sharesObject(items, 1)
}

// counts tells whether an adverb says that what follows was done so many times, so that
// the word behind it is a verb: 政府系统[共]办理议案.
func counts(it *clause.Token) bool {
	return it.Kind == clause.Word && it.Pos == "d" && it.Is(word.Dropped) && it.Is(word.Carrying)
}

// describesNew tells whether 新 before k describes a noun and no act: 新[市民], but
// 新[签]合同, 新[供应建设用地].
func describesNew(k *clause.Token) bool {
	return strings.HasPrefix(k.Pos, "n") && k.Len() <= 3 && !k.Is(word.Acting, word.Nominal)
}

// leadsToVerb tells whether a verb opens items before one that carries the
// figure: [竞相]实现.
func leadsToVerb(items []clause.Token) bool {
	it := &items[0]
	return len(items) > 1 && it.IsVerb() && it.Is(word.ShownVerb) && !it.Is(word.Nominal) && items[1].Is(word.Carrying) && items[1].IsVerb()
}

// opensClause tells whether items[i], a verb that the tables do not know,
// stands before a noun that it acts on.
func opensClause(items []clause.Token, i int) bool {
	it := &items[i]
	if (it.Is(word.ShownName) || it.Compound) && !it.Is(word.Acting) || i+1 == len(items) {
		return false
	}
	next := &items[i+1]
	if next.Text == "好" && i+2 < len(items) {
		next = &items[i+2] // 发挥好双方优势
	}
	if i == 0 && it.Is(word.ShownVerb) {
		switch {
		case it.Pos == "a" && !it.Compound && next.IsNoun() && next.Len() > 3:
			return true // 稳定粮食播种面积36万亩
		case it.Is(word.Nominal) && it.IsVerbal() && onNoun(items):
			return true // 供应商品房95万平方米
		}
	}
	if !it.IsVerb() || it.Is(word.Nominal, word.NameVerb, word.Attribute) || it.Len() != 2 {
		return false
	}
	return next.IsNoun() && next.Len() > 1 && !next.Is(word.Attribute) || next.Is(word.Acting) && !next.Is(word.Nominal, word.Carrying)
}

// onNoun tells whether only a noun of its own stands behind the verb that items
// begin with.
func onNoun(items []clause.Token) bool {
	if items[1].Len() < 2 || items[1].Is(word.Attribute, word.VerbHead) {
		return false
	}
	for i := 1; i < len(items); i++ {
		if k := &items[i]; !k.IsNoun() {
			return false
		}
	}
	return !items[len(items)-1].Is(word.Attribute)
}

// verbLater tells whether a verb that governs stands in items.
func verbLater(items []clause.Token) bool {
	for i := range items {
		it := &items[i]
		if it.IsVerb() && (it.Is(word.Strong) || it.Is(word.Carrying) && !it.Is(word.Nominal)) {
			return true
		}
	}
	return false
}

// pivoted is the index of the verb that another is made to do: 提请人大[审议]法规, 促进
// 银行[发放]贷款. It is 0 where there is none.
func pivoted(verb clause.Token, rest []clause.Token) int {
	if !verb.Is(word.MakesAct) {
		return 0
	}
	for i := 1; i+1 < len(rest); i++ {
		k, before, next := &rest[i], &rest[i-1], &rest[i+1]
		if k.Kind != clause.Word {
			return 0
		}
		acts := k.IsVerb() && !k.Compound && !k.Is(word.Nominal) && k.Is(word.Acting, word.ShownVerb)
		if acts && before.IsNoun() && next.IsNoun() && !next.Is(word.VerbHead, word.Attribute) {
			return i
		}
	}
	return 0
}

// DropVerbs cuts the verbs that open items: 新建、翻建, 建设筹措, 完成了.
func DropVerbs(items []clause.Token) (action string, rest []clause.Token) {
	if len(items) == 0 {
		return "", nil
	}
	action = items[0].Text
	strong := items[0].Is(word.Strong) // it acts even before an attribute
	for i := 1; ; {
		switch {
		case i >= len(items):
			return action, nil
		case describesBare(items[i:]):
			return action, items[i:]
		case follows(items, i), secondVerb(items, i, strong):
			action, strong = action+items[i].Text, false
			i++
		case jointVerb(items, i), sharesObject(items, i):
			action, strong = action+items[i].Text+items[i+1].Text, false
			i += 2
		case i == 1 && carriesAlone(items[1:]): // 梳理形成12件实事
			action += items[1].Text
			i++
		case particle(items, i):
			i++
		default:
			return action, items[i:]
		}
	}
}

// describesBare tells whether items are a verb and a noun that says too little
// without it: 安排[扶持资金], 转移[涉险群众].
func describesBare(items []clause.Token) bool {
	if len(items) != 2 || !items[0].IsVerbal() {
		return false
	}
	if items[1].Is(word.BareNoun) {
		return !items[0].Is(word.Strong)
	}
	return items[1].Is(word.Vague) && !items[0].Is(word.Acting, word.Carrying, word.Second, word.ShownVerb)
}

// sharesObject tells whether items[i] joins two verbs of one object: 新建[和转化]
// 租赁房源. The first has none of its own, so that the second is no part of the
// name, unless a head follows that both may name: 研发和生产企业.
func sharesObject(items []clause.Token, i int) bool {
	if i+1 >= len(items) || !clause.IsJoint(&items[i]) && items[i].Text != "或" {
		return false
	}
	before, next := &items[i-1], &items[i+1]
	if !before.IsVerb() && !before.Is(word.Acting) || before.Is(word.NameVerb) || next.Kind != clause.Word {
		return false
	}
	if !next.IsVerbal() && !next.Is(word.Acting) {
		return false
	}
	if i+2 == len(items) {
		return true
	}
	noun := &items[i+2]
	if noun.Is(word.Second) {
		if i+3 == len(items) {
			return true // 扩建和提标[改造]13座水厂
		}
		noun = &items[i+3] // 扩建和提标[改造]公厕
	}
	return (noun.IsNoun() || noun.Compound) && !noun.Is(word.VerbHead, word.Attribute)
}

// carriesAlone tells whether items are a verb that carries the figure, and
// nothing else.
func carriesAlone(items []clause.Token) bool {
	it := &items[0]
	return it.Is(word.Carrying) && it.IsVerb() && !it.Is(word.Nominal) && (len(items) == 1 || len(items) == 2 && items[1].Text == "了")
}

// particle tells whether items[i] only goes with the verb before it: 完成[了].
func particle(items []clause.Token, i int) bool {
	it := &items[i]
	return it.Kind == clause.Word && (it.Is(word.Dropped) || it.Text == "了" || it.Text == "好" || it.Text == "的" && (i == 1 || clause.IsJoint(&items[i-2])))
}

// secondVerb tells whether items[i] is a verb behind another without a noun
// between: 建设[筹措].
func secondVerb(items []clause.Token, i int, strong bool) bool {
	it := &items[i]
	acts := it.Is(word.Acting) && !it.Is(word.Nominal)
	last := i+1 == len(items)
	if !last && it.Text == "新" && describesNew(&items[i+1]) {
		return false // 建设新时代文明实践中心
	}
	if last && it.Pos == "n" && !it.Is(word.Second) {
		return false // 办理建议707件
	}
	if it.Kind != clause.Word || !it.Is(word.Second) && !acts && !opensClause(items, i) || strong && !acts {
		return false
	}
	if last {
		return it.Is(word.Second) || !it.Is(word.Nominal)
	}
	next := &items[i+1]
	if next.Kind == clause.Stop {
		return it.Is(word.Second) || !it.Is(word.Nominal)
	}
	if it.Is(word.Second) && sharesObject(items, i+1) {
		return true // 新建[扩建]和改造水厂
	}
	return (next.IsNoun() || next.IsVerb()) && (!next.Is(word.Attribute) || it.Is(word.Second) && describesNoun(items[i+1:]))
}

// describesNoun tells whether a noun stands right behind the first of items, so that
// an attribute is no head: [存量]违建.
func describesNoun(items []clause.Token) bool {
	return clause.At(items, 1).Kind == clause.Word && items[1].IsNoun() && items[1].Start == items[0].End
}

// jointVerb tells whether items[i] joins another verb to those before it:
// 新建[、翻建]公厕.
func jointVerb(items []clause.Token, i int) bool {
	if !clause.IsJoint(&items[i]) && items[i].Text != "或" || i+1 == len(items) {
		return false
	}
	next := &items[i+1]
	if next.Kind != clause.Word || !next.Is(word.Acting) && !follows(items, i+1) {
		return false
	}
	if i+2 == len(items) {
		return true
	}
	behind := &items[i+2]
	return behind.IsNoun() || behind.IsVerb() || clause.IsJoint(behind) || behind.Is(word.Distributive) || behind.Text == "的"
}

// lastAct drops the acts with objects of their own that a pause parts from the
// last one: [加大创业扶持力度、]举办招聘会20场.
func lastAct(items []clause.Token) []clause.Token {
	for i := len(items) - 3; i > 1; i-- {
		switch {
		case items[i].Says("等", "的"):
			return items
		case items[i].Kind == clause.Pause && items[i-1].IsNoun() && startsAct(items[i+1:]) && governs(items, 0):
			return items[i+1:]
		}
	}
	return items
}

// startsAct tells whether items are a verb with what it acts on, and describe
// nothing behind them.
func startsAct(items []clause.Token) bool {
	verb, next := &items[0], &items[1]
	switch {
	case verb.Kind != clause.Word || !verb.IsVerb() || verb.Len() != 2 || verb.Compound || verb.Is(word.Nominal, word.NameVerb, word.Attribute, word.Becoming):
		return false
	case !verb.Is(word.Acting, word.Carrying, word.ShownVerb), Relative(items, 0):
		return false
	}
	return (next.IsNoun() || next.Is(word.Determiner)) && !next.Is(word.VerbHead, word.Attribute, word.NounEnd)
}
