package subject

import (
	"slices"

	"zhibiao/extract/clause"
	"zhibiao/extract/word"
)

// behindTold drops what a pause parts from the figure, and says of its owner: 产业园[竣工投产、]
// 年产能, 公共品牌[正式发布、]出口. What a title was given to is left for the title: 两县获批[示范
// 区]、[总数].
func behindTold(items []clause.Token) []clause.Token {
	for i := len(items) - 2; i > 1; i-- {
		if items[i].Kind != clause.Pause {
			continue
		}
		if wentSo.Ends(items[:i]) && nameStart.Has(&items[i+1]) {
			return items[i+1:] // [农业投入持续增加、]农民负担
		}
		if owner := toldOf(items[:i]); owner != nil {
			return slices.Concat(owner, items[i+1:])
		}
		return items
	}
	return items
}

// toldOf is what a clause that ends at a pause says something of; nil where it says nothing, or
// is a name.
func toldOf(items []clause.Token) []clause.Token {
	if !nameStart.Has(&items[0]) || verb.Has(&items[0]) || clause.HasPause(items) {
		return nil
	}
	at := slices.IndexFunc(items, func(k clause.Token) bool { return attains.Has(&k) })
	if at < 0 {
		at = len(items)
		for at > 0 && (becomes.Has(&items[at-1]) || at < len(items) && ends.Has(&items[at-1])) {
			at--
		}
	}
	switch {
	case at < 1, at == len(items), amount.Has(&items[len(items)-1]):
		return nil
	case items[at-1].Is(word.Attribute):
		return []clause.Token{} // the figure is of another name
	case items[at].Is(word.Honouring) && at+1 < len(items):
		return items[at+1:]
	}
	for at > 1 && saysHow.Has(&items[at-1]) {
		at--
	}
	return items[:at]
}

// wentSo is how something went: 投入[持续增加].
var wentSo = words{noun, tagged("d", "ad").Long(2).Or(is(word.Dropped, word.Manner).Long(2)), verbal.Is(word.OpensGrowth, word.OpensChange).Or(says("增强", "改善", "优化", "完善"))}

var (
	becomes = verbal.Is(word.Ending, word.Becoming, word.Carrying).Not(word.Nominal, word.NameVerb)
	ends    = verbal.Is(word.Ending)
	attains = verb.Is(word.Honouring).Or(says("实现", "完成"))
	amount  = is(word.Attribute).Or(endsIn("率"), endsIn("数"), endsIn("量"), endsIn("额"))
	saysHow = tagged("d", "ad").Or(is(word.Dropped, word.Manner))
)
