package extract

import (
	"slices"
	"strings"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
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

// ranksAmong tells whether a count only says among how many the rank behind it is: 居全市[12个]县区第3
// 位, 在全国[168个]重点城市中排名第9.
func (c *context) ranksAmong(n *number) bool {
	if !n.More || n.Quantity.Rank || !n.Quantity.Counts() || len(n.Gap) == 0 || len(n.Gap) > 6 || !amongThose.Begins(n.Gap) || pause.In(n.Gap) {
		return false
	}
	next := c.clauseBehind(n.Quantity)[len(n.Gap)]
	return c.qs[next.Index].Rank && c.rankOpens(n.Quantity.Before) >= 0
}

// amongThose are the words that name those among whom the rank is.
var amongThose = clause.Row{clause.OfKind(clause.Word).Not(word.Generic, word.OwnArea, word.Attribute)}

// pause is one in a list, and no bracket that holds one.
var pause = clause.OfKind(clause.Pause)

// beforeMiddle ends the name of those among whom a rank is: 重点城市[中排]第9位, 设区市[中]排名第3.
func beforeMiddle(behind []clause.Token) []clause.Token {
	for i := 1; i < len(behind); i++ {
		if k := &behind[i]; k.Len() < 3 && strings.HasPrefix(k.Text, "中") {
			return behind[:i]
		}
	}
	return behind
}

// amongField gives a rank what stands before the count of those among whom it is: [空气质量]居全国
// 168个城市第12名. Where nothing does, it goes on with what was spoken of before.
func (c *context) amongField(d *draft, n *number) {
	field := c.before
	if field == nil || !field.among || d.r.Measure != "rank" {
		return
	}
	at := clause.At(n.head, len(n.head)-1)
	if in := lang.Index(c.t[field.q.After:d.q.Before], "中"); in >= 0 && at.End > field.q.After+in+2 {
		return // 在全市6个县区中增速排名第一
	}
	n.np = c.nouns.Read(clauseFrom(c.items[:c.rankOpens(field.q.Before)]), true, len(c.last) > 0)
	d.rules = append(d.rules, "subject.ranked")
}

// rankOpens is the index of the verb of ranking, or of the 在, that stands with its area before offset at
// in its clause: 空气质量[居]全国. It is below 0 where none does.
func (c *context) rankOpens(at int) int {
	verb := -1
	for i := range c.items {
		k := &c.items[i]
		if k.Start >= at {
			break
		}
		switch {
		case c.x.words.IsOne(k.Text, word.RankVerb) && !k.Is(word.Winning), k.Text == "在" && k.Pos == "p":
			verb = i
		case !k.Is(word.Generic) && !c.x.words.IsOne(k.Text, word.Wider):
			verb = -1
		}
	}
	return verb
}

// clauseFrom are the last of items behind the last stop or amount.
func clauseFrom(items []clause.Token) []clause.Token {
	for i := len(items) - 1; i >= 0; i-- {
		if items[i].OfKind(clause.Stop, clause.Amount) {
			return items[i+1:]
		}
	}
	return items
}

// within tells whether words are some of the others.
func within(words, others []clause.Token) bool {
	return len(words) > 0 && words[0].Start >= others[0].Start && words[len(words)-1].End <= others[len(others)-1].End
}

// ownArea tells whether words are no more than the report's own area.
func (c *context) ownArea(items []clause.Token) bool {
	p := clause.PhraseOf(c.doc.Text, items)
	return p.Empty() || slices.Contains(c.names, p.Text) || len(items) == 1 && items[0].Is(word.OwnArea)
}

// judges are the words between 在 and 中 that end before offset at in the same
// clause or the one before it, where they name what judges.
func (c *context) judges(at int) []clause.Token {
	from, to, stops := -1, -1, 0
	for i := c.itemFrom(at) - 1; i >= 0 && stops < 2; i-- {
		k := &c.items[i]
		switch {
		case k.Kind == clause.Later:
			c.cut(clauseFrom(c.items[:i+1]))
			return c.judges(at)
		case k.Kind == clause.Stop:
			stops++
		case k.Kind == clause.Amount && to > 0 && from < 0 && c.inPlace(&c.qs[k.Index]):
			from = i + 1 // 在全国90家[开发区考核]中
		case k.Kind == clause.Amount, to < 0 && stops > 0 && !k.Is(word.PlaceEnd):
			return nil
		case to < 0 && k.Is(word.PlaceEnd):
			to = i
		case to > 0 && k.Text == "在":
			items := c.nouns.Trim(c.items[max(from, i+1):to])
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

// isMeans tells whether a share is what something else is done with: 以全市[3%]的土地贡献了9%的税收.
func (c *context) isMeans(q *lang.Quantity) bool {
	if q.UnitName != "%" {
		return false
	}
	before := c.clauseBefore(q)
	for i := len(before) - 1; i >= 0 && len(before)-i < 4; i-- {
		switch k := &before[i]; {
		case k.Says("以", "用") && k.Pos == "p":
			return true
		case !k.Is(word.Generic, word.OwnArea, word.Dropped) && !k.Says("全国", "不到", "不足"):
			return false
		}
	}
	return false
}

// beforeGiving ends the noun of a share before what is done with it: 以3%的[土地]贡献了9%的税收.
func beforeGiving(behind []clause.Token) []clause.Token {
	for i := 1; i < len(behind); i++ {
		if behind[i].IsVerb() || behind[i].Is(word.Acting, word.Carrying) {
			return behind[:i]
		}
	}
	return behind
}
