package subject

import (
	"zhibiao/extract/clause"
	"zhibiao/extract/word"
)

// The rules of this file decide of verbs that no list knows, by what the corpus
// shows of the word (lexicon/data/evidence.tsv) and by what stands around it.

// WithoutPredicate drops what the end of items says of the noun before it:
// 开发区[蓬勃发展], 医保覆盖面[进一步扩大], 采购中心[落户深圳].
func WithoutPredicate(items []clause.Token) []clause.Token {
	if settled.Ends(items) {
		return items[:len(items)-2]
	}
	n, verbs := len(items), 0
	for ; n > 1 && saysOf.Has(&items[n-1]); n-- {
		if !items[n-1].IsVerb() {
			continue
		}
		if verbs > 0 && !actsOrBecomes.Has(&items[n-1]) {
			break // 居委会选举[圆满完成]
		}
		verbs++
	}
	return items[:n]
}

var (
	saysOf        = predicative.Is(word.ShownPredicate).Or(tagged("d"), is(word.ShownAdverb)).And(kind(clause.Word))
	actsOrBecomes = is(word.Becoming, word.Acting)
	settled       = words{noun, settling, somewhere}
)

// follows tells whether items[i] is another verb behind the one that opens the
// clause, so that the noun begins behind it: 培育[孵化]电商企业.
func follows(items []clause.Token, i int) bool {
	at := items[i:]
	return opensCount.Begins(at) || opensObject.Begins(at) || follower.Has(&items[i]) && opensWhole(at)
}

var (
	follower    = verbal.Not(word.NameVerb, word.Attribute).But(compound.Or(says("超"))).And(kind(clause.Word)) // 引进超亿元项目
	leaning     = is(word.ShownLeaning).And(not(word.Nominal).Or(is(word.Acting)))
	opensCount  = words{follower, is(word.Determiner).Or(tagged("m"))}
	opensObject = words{follower.And(leaning.Or(is(word.ShownVerb))), noun.Or(describer).Over(1).Not(word.Attribute, word.VerbHead)}
	// describer are verbs that describe the noun behind them: 露天[烧烤]摊点.
	describer = verb.Not(word.ShownVerb, word.ShownLeaning, word.ShownAdverb)
)

// organizes tells whether items[i] is 组织 as a noun: 国际体育[组织]签署备忘录, not
// 社区[组织]综治服务室, 手工业者[组织]在合作社中, 在全区[组织]创建.
func organizes(items []clause.Token, i int) bool {
	return i > 0 && organization.Begins(items[i-1:])
}

var (
	people       = endsIn("者").Or(endsIn("员"), endsIn("众"), endsIn("民"), endsIn("户"), endsIn("家"))
	organization = words{
		noun.Not(word.OwnArea, word.Generic).But(people),
		says("组织"),
		acting.Or(preposition, is(word.Becoming), anything.But(kind(clause.Word))),
	}
)

// lastWord is the last word before items pause or stop, a stop if there is none.
func lastWord(items []clause.Token) *clause.Token {
	n := 0
	for n < len(items) && items[n].Kind == clause.Word {
		n++
	}
	return clause.At(items, n-1)
}

// makesName tells whether the words behind a verb are the head that makes a
// name of it: 联动[试点区], 改扩建[工程].
func makesName(behind []clause.Token) bool {
	for i := range behind {
		switch {
		case behind[i].Kind != clause.Word:
			return false
		case i == 0 && heading.Has(&behind[i]), behind[i].Is(word.VerbHead):
			return i > 0 && behind[i-1].Pos != "n" || i == 0
		case i > 1:
			return false
		}
	}
	return false
}

// Relative tells whether items[i] belongs to a clause that describes the noun
// behind its 的: [分得]的收入.
func Relative(items []clause.Token, i int) bool {
	if items[i].Says("有", "成为") && i > 0 {
		return false // 数量有比较快的增长, 新业态成为零售业的主角
	}
	for k := i + 1; k+1 < len(items) && k < i+10; k++ {
		switch {
		case items[k].Text == "了":
			return false // it is what the clause says
		case items[k].OfKind(clause.Stop, clause.Amount):
			return false
		case items[k].Text == "的":
			return items[k+1].IsNoun() || items[k+1].Pos == "q"
		}
	}
	return false
}
