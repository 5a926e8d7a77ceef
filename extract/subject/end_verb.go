package subject

import (
	"zhibiao/extract/clause"
	"zhibiao/extract/word"
)

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
		case !k.OfKind(clause.Word, clause.Quoted):
			return false
		case k.IsVerb() && (!k.Compound || k.Is(word.Strong, word.Doing)) && (!k.Is(word.Nominal) || k.Is(word.ShownPredicate)):
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
