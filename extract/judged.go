package extract

import (
	"slices"

	"zhibiao/extract/clause"
	"zhibiao/extract/word"
)

// judgedIn is what the report's own area was judged by where it has a rank: 在全省
// [食品安全评价]中，我市名列第一. It is nil where another is ranked.
func judgedIn(c *context, at *choice) []clause.Phrase {
	if at.d.r.Measure != "rank" || at.d.r.Share != "" {
		return nil
	}
	items, ranked := c.judges(at.Quantity.Before), at.np.Items()
	if len(items) == 0 || !c.ownArea(ranked) && !within(ranked, items) {
		return nil
	}
	return at.by("subject.judged", clause.PhraseOf(c.doc.Text, items))
}

// rankedAmong is what has a rank among those that were counted right before it:
// [空气质量]居全国168个城市第12名.
func rankedAmong(c *context, at *choice) []clause.Phrase {
	field := c.inSameClause(at.Quantity)
	if at.d.r.Measure != "rank" || at.d.r.Verb != "" || field == nil || !field.q.Counts() {
		return nil
	}
	if slices.Contains(c.t[field.q.After:at.Quantity.Before], '、') {
		return nil // 列第五、全省第一
	}
	ranked := c.nouns.Read(c.beforeRank(field.q.Before), true, false).Object
	if len(ranked) == 0 {
		return nil
	}
	return at.by("subject.ranked", clause.PhraseOf(c.doc.Text, ranked))
}

// beforeRank are the words of the clause before offset at up to the verb of ranking that ends
// them, with its area: [空气质量]居全国. They are nil where none does.
func (c *context) beforeRank(at int) []clause.Token {
	start, verb := 0, -1
	for i := range c.items {
		k := &c.items[i]
		if k.Start >= at {
			break
		}
		switch {
		case k.OfKind(clause.Stop, clause.Amount):
			start, verb = i+1, -1
		case c.x.words.IsOne(k.Text, word.RankVerb):
			verb = i
		case !k.Is(word.Generic) && !c.x.words.IsOne(k.Text, word.Wider):
			verb = -1
		}
	}
	if verb < start {
		return nil
	}
	return c.items[start:verb]
}

// within tells whether words are some of the others.
func within(words, others []clause.Token) bool {
	return len(words) > 0 && words[0].Start >= others[0].Start && words[len(words)-1].End <= others[len(others)-1].End
}

// ownArea tells whether words are no more than the report's own area.
func (c *context) ownArea(items []clause.Token) bool {
	p := clause.PhraseOf(c.doc.Text, items)
	return p.Empty() || c.names[p.Text] || len(items) == 1 && items[0].Is(word.OwnArea)
}

// judges are the words between 在 and 中 that end before offset at in the same
// clause or the one before it, where they name what judges.
func (c *context) judges(at int) []clause.Token {
	to, stops := -1, 0
	for i := len(c.items) - 1; i >= 0 && stops < 2; i-- {
		k := &c.items[i]
		switch {
		case k.Start >= at:
		case k.Kind == clause.Stop:
			stops++
		case k.Kind == clause.Amount, to < 0 && stops > 0 && !k.Is(word.PlaceEnd):
			return nil
		case to < 0 && k.Is(word.PlaceEnd):
			to = i
		case to > 0 && k.Text == "在":
			items := c.nouns.Trim(c.items[i+1 : to])
			for len(items) > 1 && items[0].Is(word.Generic) {
				items = items[1:]
			}
			if c.assesses(items) {
				return items
			}
			return nil
		}
	}
	return nil
}

// assesses tells whether words name what something is judged by: 食品安全评价, 创新能力
// [综合排名], but not 排名 alone.
func (c *context) assesses(items []clause.Token) bool {
	if len(items) == 0 {
		return false
	}
	last := &items[len(items)-1]
	return c.x.words.EndsIn(last.Text, word.Assessing) && (len(items) > 1 || !last.Is(word.Attribute))
}
