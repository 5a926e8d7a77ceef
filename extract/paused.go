package extract

import (
	"slices"

	"zhibiao/extract/clause"
	"zhibiao/extract/subject"
	"zhibiao/extract/word"
)

// behindClause ends a clause at a pause where only an attribute stands behind it, which is
// then of what the clause spoke of: 推动新项目开工建设、[面积]30万平方米.
func (c *context) behindClause(n *number) {
	at := -1
	for i := range n.head {
		if n.head[i].Kind == clause.Pause {
			at = i
		}
	}
	if at < 1 || n.own.Distrib || n.own.Each || c.series(n.Quantity) > 1 {
		return
	}
	before, name := n.head[:at], withoutCarrying(n.head[at+1:])
	if len(name) == 0 || len(name) > 2 || !c.ownerless(name, clause.PhraseOf(c.doc.Text, name)) || c.endsWhole(before) {
		return
	}
	counted := c.before != nil && before[0].Start == c.before.q.After // 544个医院、学校等项目、总投资
	if !counted && !acts(before) {
		return
	}
	if !counted {
		np := c.nouns.Read(withoutEnd(before), false, false)
		np.Object = behindExamples(np.Object)
		switch {
		case clause.HasPause(np.Items()), len(np.Object) > 0 && np.Object[0].Pos == "m":
			c.say(clause.Phrase{}) // several acts, or a number that measures nothing
		case len(np.Object) > 0:
			c.say(clause.PhraseOf(c.doc.Text, np.Object))
		default:
			c.say(clause.PhraseOf(c.doc.Text, np.Owner))
		}
	}
	n.head = name
}

// behindExamples are the words behind a list of examples: 养生、康复等[健康产业].
func behindExamples(items []clause.Token) []clause.Token {
	if k := slices.IndexFunc(items, func(k clause.Token) bool { return k.Text == "等" }); k > 0 && k+1 < len(items) && clause.HasPause(items[:k]) {
		return items[k+1:]
	}
	return items
}

// withoutEnd drops what became of the noun at the end of a clause: 新项目[开工建设].
func withoutEnd(items []clause.Token) []clause.Token {
	n := len(items)
	for n > 1 && (items[n-1].IsVerb() && !items[n-1].Is(word.Attribute) || items[n-1].Pos == "d" || items[n-1].Pos == "vn" && items[n-1].Is(word.Becoming, word.Second)) {
		n--
	}
	return items[:n]
}

// withoutCarrying drops a verb that only carries the figure: [完成]投资.
func withoutCarrying(items []clause.Token) []clause.Token {
	if len(items) > 1 && items[0].IsVerb() && items[0].Is(word.Carrying) {
		return items[1:]
	}
	return items
}

// acts tells whether words hold a verb that is no part of a name, or begin with one that the
// dictionary takes for a name: [培育]产业.
func acts(items []clause.Token) bool {
	if items[0].Is(word.Acting) && !items[0].Is(word.Nominal) {
		return true
	}
	return slices.ContainsFunc(subject.Clean(items), func(k clause.Token) bool {
		return k.IsVerb() && k.Is(word.Acting, word.Carrying, word.Causing) && (!k.Is(word.Nominal) || k.Is(word.Becoming))
	})
}
