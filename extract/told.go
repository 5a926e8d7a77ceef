package extract

import (
	"slices"
	"strings"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/subject"
	"zhibiao/extract/word"
)

// told is a noun with what the clause says of the things: their honour, what they do,
// what became of them.
func (c *context) told(n *counting) clause.Phrase {
	if n.prep || n.np.Via {
		return n.things
	}
	if !n.close && n.q.Counts() {
		if honour := c.honoured(n.behind, n.rest); !honour.Empty() {
			n.d.rules = append(n.d.rules, "subject.predicate")
			return honour
		}
	}
	if n.q.UnitName == "%" && !n.more {
		return c.shareDoing(n.d, n.things, n.behind, n.rest)
	}
	if !n.vague || n.close || lang.AnyAt(c.t, n.q.Before-1, "与") {
		return n.things
	}
	if size := c.sizeOf(n); !size.Empty() {
		n.d.rules = append(n.d.rules, "subject.predicate")
		return clause.Join(size, n.things)
	}
	does := subject.Predicate(n.rest)
	predicate := clause.PhraseOf(c.doc.Text, does)
	if predicate.Empty() || onlyGoesOn(does) || onlyWins(does) || c.x.words.IsOne(predicate.Text, word.Reach) {
		return n.things
	}
	n.d.rules = append(n.d.rules, "subject.predicate")
	if n.more || isBecoming(does, n.rest) {
		return c.becoming(does, predicate, n.things, n.behind) // 开工项目
	}
	return clause.Join(n.things, predicate)
}

// sizeOf is from what size on things are counted: 3家企业[产值超10亿元]. It is empty where their
// clause says no size.
func (c *context) sizeOf(n *counting) clause.Phrase {
	from := n.behind[len(n.behind)-1].End
	items := startingAt(c.clauseBehind(n.q), from)
	k := slices.IndexFunc(items, func(k clause.Token) bool { return k.Kind == clause.Amount })
	if k < 0 || k > 3 {
		return clause.Phrase{}
	}
	size := &c.qs[items[k].Index]
	if size.Bound != "ge" || size.Before == size.Start || size.Before == from || !c.isAttribute(items[:k]) && !c.isAmount(string(c.t[from:size.Before])) {
		return clause.Phrase{}
	}
	return clause.Phrase{Text: c.doc.Quote(from, size.After), Spans: [][2]int{{from, size.After}}}
}

// onlyGoesOn tells whether a predicate says no more than that work goes on: 8个项目[加快推进].
func onlyGoesOn(does []clause.Token) bool {
	return !slices.ContainsFunc(does, func(k clause.Token) bool { return !k.Is(word.GoingOn) })
}

// onlyWins tells whether a predicate says no more than that they got what is counted next: 14项工程[获]6个奖.
func onlyWins(does []clause.Token) bool { return len(does) == 1 && does[0].Is(word.Winning) }

// isBecoming tells whether a predicate says what became of things, and not what they
// are for; rest are the words behind their noun.
func isBecoming(does, rest []clause.Token) bool {
	if len(does) == 1 {
		return does[0].Is(word.Becoming, word.Ending) && does[0].Text != "进展"
	}
	return does[0].IsVerb() || does[0].Says("被", "通过") || rest[0].Text == "与"
}

// shareDoing names the share of things that do something by both: 75%的[学校]实现[午餐午休].
func (c *context) shareDoing(d *draft, things clause.Phrase, behind, rest []clause.Token) clause.Phrase {
	if first := clause.At(rest, 0); first.Pos == "p" || first.Text == "与" {
		return things
	}
	predicate := subject.Predicate(untilPause(rest))
	does := clause.PhraseOf(c.doc.Text, predicate)
	if does.Empty() || strings.HasSuffix(does.Text, things.Text) && things.Size() > 2 {
		return things // 99%得到有效[整治]
	}
	d.rules = append(d.rules, "subject.predicate")
	if strings.HasSuffix(does.Text, behind[len(behind)-1].Text) {
		return c.becoming(predicate, does, things, behind) // 90%的镇建成[教育强镇]
	}
	return clause.Join(things, does)
}

// untilPause are the words before a pause.
func untilPause(items []clause.Token) []clause.Token {
	if i := slices.IndexFunc(items, func(k clause.Token) bool { return k.Kind == clause.Pause }); i > 0 {
		return items[:i]
	}
	return items
}

// honoured names things by the list that they came into or the title that they
// got: [入选全国百强]县市, [全国文明]社区. It is empty where rest says none.
func (c *context) honoured(behind, rest []clause.Token) clause.Phrase {
	got := subject.Honour(rest)
	switch len(got) {
	case 0:
		return clause.Phrase{}
	case 1:
		if got[0].Is(word.Honouring) {
			return clause.Phrase{} // 项目获得10多项荣誉
		}
	case 2:
		if got[0].Is(word.Strong) && got[1].IsVerbal() {
			return clause.Phrase{} // 技术获得突破
		}
	}
	return c.becoming(got, clause.PhraseOf(c.doc.Text, got), clause.PhraseOf(c.doc.Text, behind), behind)
}

// becoming names things by what became of them, by that alone where it names
// them again: [开工]项目, 社区被评为[文明社区].
func (c *context) becoming(predicate []clause.Token, name, things clause.Phrase, noun []clause.Token) clause.Phrase {
	last := noun[len(noun)-1].Text
	again := hasSuffix(name.Text, areaEnds...) && hasSuffix(last, areaEnds...) // 区被评为[双拥模范城]
	if !again && !strings.HasSuffix(name.Text, last) {
		return clause.Join(name, things)
	}
	if _, title := subject.DropVerbs(predicate); len(title) > 0 && predicate[0].IsVerb() {
		return clause.PhraseOf(c.doc.Text, subject.Clean(title))
	}
	return name
}

// areaEnds are what the names of areas end in.
var areaEnds = []string{"城", "区", "县", "市", "镇", "乡", "村"}

// served is the object of what is done: 实施[消防基础设施改造].
func (c *context) served(rest []clause.Token) []clause.Token {
	i := 0
	for i < len(rest) && !rest[i].IsVerb() && !rest[i].Is(word.BareAct) {
		i++
	}
	if i == len(rest) {
		return nil
	}
	_, obj := subject.DropVerbs(rest[i:])
	for k := range obj {
		if obj[k].OfKind(clause.Stop, clause.Amount) {
			obj = obj[:k]
			break
		}
	}
	return subject.Clean(obj)
}
