package subject

import (
	"strings"
	"unicode/utf8"

	"zhibiao/extract/clause"
	"zhibiao/extract/word"
)

// The rules of this file decide of verbs that no list knows, by what the corpus
// shows of the word (lexicon/data/evidence.tsv) and by what stands around it.

// WithoutPredicate drops what the end of items says of the noun before it:
// 开发区[蓬勃发展], 医保覆盖面[进一步扩大].
func WithoutPredicate(items []clause.Token) []clause.Token {
	n, verbs := len(items), 0
	for n > 1 {
		it := &items[n-1]
		tells := it.Is(word.ShownPredicate) && predicative(it)
		if it.Kind != clause.Word || !tells && it.Pos != "d" && !it.Is(word.ShownAdverb) {
			break
		}
		if it.IsVerb() && verbs > 0 && !it.Is(word.Becoming, word.Acting) {
			break // 居委会选举[圆满完成]
		}
		if it.IsVerb() {
			verbs++
		}
		n--
	}
	return items[:n]
}

// loneVerb tells whether items[i], the last before a number, is a verb that
// acts on what is counted: 振兴107个产业集群.
func loneVerb(items []clause.Token, i int) bool {
	it := &items[i]
	if i+1 != len(items) || it.Pos != "v" || it.Len() != 2 {
		return false
	}
	return !it.Is(word.ShownName, word.ShownAdverb, word.Nominal, word.NameVerb, word.Attribute, word.Becoming)
}

// follows tells whether items[i] is another verb behind the one that opens the
// clause, so that the noun begins behind it: 培育[孵化]电商企业.
func follows(items []clause.Token, i int) bool {
	it := &items[i]
	if it.Kind != clause.Word || i+1 >= len(items) || it.Compound || it.Is(word.NameVerb, word.Attribute) || !it.IsVerbal() {
		return false
	}
	next := &items[i+1]
	if next.Is(word.Determiner) || next.Pos == "m" {
		return true
	}
	describes := next.IsVerb() && !next.Is(word.ShownVerb, word.ShownLeaning, word.ShownAdverb) // 露天[烧烤]摊点
	if !next.IsNoun() && !describes || next.Len() < 2 || next.Is(word.Attribute, word.VerbHead) {
		return false
	}
	return it.Is(word.ShownVerb) || it.Is(word.ShownLeaning) && (!it.Is(word.Nominal) || it.Is(word.Acting))
}

// organizes tells whether items[i] is 组织 as a noun: 国际体育[组织]签署备忘录, not
// 社区[组织]综治服务室, 手工业者[组织]在合作社中.
func organizes(items []clause.Token, i int) bool {
	if items[i].Text != "组织" || i == 0 || !items[i-1].IsNoun() || strings.ContainsAny(lastRune(items[i-1].Text), "者员众民户家") {
		return false
	}
	if items[i-1].Is(word.OwnArea, word.Generic) {
		return false // 在全区组织创建
	}
	if clause.At(items, i+1).Kind != clause.Word {
		return true
	}
	next := &items[i+1]
	return actsNext(next) || next.Pos == "p" || next.Is(word.Becoming)
}

// lastRune is the last character of text.
func lastRune(text string) string {
	_, n := utf8.DecodeLastRuneInString(text)
	return text[len(text)-n:]
}

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
		case i == 0 && heading(&behind[i]), behind[i].Is(word.VerbHead):
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
