package subject

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhibiao/extract/clause"
	"zhibiao/extract/word"
)

// The rules of this file decide of verbs that no list knows, by what the corpus
// shows of the word (lexicon/data/evidence.tsv) and by what stands around it.

// predicative are the tags of words that may say what becomes of a noun.
var predicative = []string{"v", "a", "ad", "an", "i", "l", "z", "d", "vd"}

// WithoutPredicate drops what the end of items says of the noun before it:
// 开发区[蓬勃发展], 医保覆盖面[进一步扩大].
func WithoutPredicate(items []clause.Token) []clause.Token {
	n, verbs := len(items), 0
	for n > 1 {
		it := &items[n-1]
		tells := it.Is(word.ShownPredicate) && slices.Contains(predicative, it.Pos)
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

// predicates tells whether items[i], behind the noun that a number counts,
// says what the things do: 12个园区[引进]项目68个, 4家企业[完成投资].
func predicates(items []clause.Token, i int) bool {
	it := &items[i]
	next := clause.At(items, i+1)
	switch {
	case organizes(items, i):
		return false
	case actsNext(it) && i > 1 && organizes(items, i-1), settles(items[i:]):
		return true
	case it.Kind != clause.Word || it.Compound || it.Is(word.NameVerb, word.Attribute) || makesName(items[i+1:]) || ofClass(next):
		return false
	case becomes(it, next), it.Text == "占" && it.IsVerb():
		return true // 居委会[调整]为社区
	case it.Text == "做" && it.IsVerb(), next.Text == "了" && it.IsVerb():
		return true // 做大做强, 学生落实了计划
	case it.Is(word.Acting) && !it.Is(word.Nominal) && it.Len() > 3:
		return true // 完成投资
	case !it.IsVerb() || it.Is(word.Nominal) || next.Text == "的" || Relative(items, i):
		return false
	}
	if last := lastNoun(items[i:]); next.IsVerb() && last != nil && last.Is(word.VerbHead) {
		return false // 传承保护项目
	}
	if it.Pos == "v" && namesPlace(next) {
		return true // 最美护士出征武汉
	}
	return it.Is(word.ShownVerb) && (next.IsNoun() || next.IsVerb() || next.Is(word.Determiner) || next.Kind == clause.Quoted)
}

// namesPlace tells whether a word is the name of a place: 武汉, not 城区.
func namesPlace(k *clause.Token) bool {
	return k.Pos == "ns" && k.Len() > 1 && !k.Is(word.Vague, word.VerbHead) && !strings.HasPrefix(k.Text, "城")
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

// becomes tells whether a verb is one of change, with what its noun is made: 调整[为],
// 整合[成].
func becomes(it, next *clause.Token) bool {
	if it.IsVerb() && it.Len() == 2 && strings.HasSuffix(it.Text, "为") {
		return true // 转为, 变为
	}
	return it.IsVerbal() && it.Len() == 2 && next.Says("为", "成")
}

// settles tells whether items are a verb and the place where it leaves things, which
// closes the clause: 金融机构[落户深圳].
func settles(items []clause.Token) bool {
	if len(items) < 2 || items[0].Kind != clause.Word || items[1].Pos != "ns" || items[1].Is(word.Acting, word.Nominal) || items[0].Len() != 2 {
		return false
	}
	if len(items) > 2 && !items[2].OfKind(clause.Stop, clause.Pause) {
		return false
	}
	return items[0].IsVerbal() || items[0].Is(word.Acting)
}

// ofClass tells whether a word makes the name of a class of the one before it:
// 整治提升[类]项目.
func ofClass(next *clause.Token) bool {
	return next.Says("类", "型", "式")
}

// lastNoun is the last word before items pause or stop.
func lastNoun(items []clause.Token) *clause.Token {
	var last *clause.Token
	for i := range items {
		if items[i].Kind != clause.Word {
			break
		}
		last = &items[i]
	}
	return last
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

// heading tells whether a short noun ends in a head that a verb may name:
// 试点区, 服务站.
func heading(noun *clause.Token) bool {
	return noun.Len() == 3 && noun.Is(word.EndsInHead)
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
