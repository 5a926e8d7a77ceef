package extract

import (
	"slices"
	"strings"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/subject"
	"zhibiao/extract/word"
)

// counting is a number, the noun behind it and what its clause says beside.
type counting struct {
	d             *draft
	q             *lang.Quantity
	np            *subject.Noun // the words before the number
	object, owner clause.Phrase // of np
	right         []clause.Token
	behind, rest  []clause.Token // the noun, and the words behind it
	more          bool           // another number follows
	shared        bool           // the words before the number are another's, too
	prep          bool           // 为, 对 or 给 stands right before the number
	close         bool           // the words before the number belong to the noun
	vague         bool           // the noun alone says little: 项目
	things        clause.Phrase  // what the noun names, with what became of it
}

// nounBehind is the noun behind the number with what the clause adds to it.
func (c *context) nounBehind(d *draft, q *lang.Quantity, np *subject.Noun, right, behind, rest []clause.Token, more, shared bool) clause.Phrase {
	behind = withoutWork(behind)
	n := &counting{d: d, q: q, np: np, right: right, behind: behind, rest: rest, more: more, shared: shared, things: c.thing(q, behind)}
	d.rules = append(d.rules, "subject.behind")
	if of := c.putTo(q, np, behind); !of.Empty() {
		return clause.Join(of, n.things)
	}
	if d.r.Origin && of(right) {
		return clause.Join(clause.PhraseOf(c.doc.Text, np.Items()), n.things) // 将[制造业]现行16%的税率降至13%
	}
	if whole := c.tailed(n); !whole.Empty() {
		return whole
	}
	if whole := c.attributeBefore(n); !whole.Empty() {
		return whole
	}
	c.lookAround(n)
	n.things = c.told(n)
	for _, way := range countedAlone {
		if whole := way(c, n); !whole.Empty() {
			return whole
		}
	}
	whole := c.withCause(n, c.withSaid(n, c.withOwner(n)))
	if whole.Text != n.things.Text {
		d.rules = append(d.rules, "subject.joined")
	}
	if !n.prep {
		return whole
	}
	if done := c.served(rest); len(done) > 0 { // 为173个小区新增、改造[充电设施]
		whole = clause.Join(whole, clause.PhraseOf(c.doc.Text, done))
		d.rules = append(d.rules, "subject.served")
	}
	return whole
}

// withoutWork drops the word behind projects that says that they are worked on:
// 20个重点项目[建设].
func withoutWork(noun []clause.Token) []clause.Token {
	n := len(noun)
	if n > 1 && noun[n-1].Says("建设", "开展") && hasSuffix(noun[n-2].Text, "项目", "工程") {
		return noun[:n-1]
	}
	return noun
}

// thing is what a noun names; metals without a unit are medals: 取得4[金]5银3铜.
func (c *context) thing(q *lang.Quantity, noun []clause.Token) clause.Phrase {
	if q.Unit == nil && slices.Contains(metals, noun[0].Text) {
		return clause.PhraseOf(c.doc.Text, noun[:1]).Plus("牌")
	}
	return clause.PhraseOf(c.doc.Text, noun)
}

// tailed is a noun with the tail that it shares with the next number's: 建成8个街道、82个
// 社区[监控平台]. It is empty where there is none.
func (c *context) tailed(n *counting) clause.Phrase {
	tail := clause.PhraseOf(c.doc.Text, c.sharedTail(n.q, n.behind, n.more, c.x.words.Is(n.np.Action, word.Works)))
	switch {
	case tail.Empty(), strings.Contains(tail.Text, n.things.Text):
		return tail // 15个小区575户的[老旧小区改造]
	}
	return clause.Join(n.things, tail)
}

// attributeBefore is a noun with the attribute before its number: [面积]3平方公里的出口加
// 工区. It is empty where none stands there.
func (c *context) attributeBefore(n *counting) clause.Phrase {
	k := len(n.np.Object) - 1
	if n.right[0].Text != "的" || k < 0 || !n.np.Object[k].Is(word.Attribute) {
		return clause.Phrase{}
	}
	if k > 1 && n.np.Object[k-2].Says("日", "年") && n.np.Object[k-1].IsVerb() {
		k -= 2 // 日处理能力
	} else if k > 0 && n.np.Object[k-1].Says("总", "年", "日", "计划", "首期") {
		k--
	}
	things := c.allOf(n.q, n.more)
	if things.Empty() {
		things = n.things
	}
	return clause.Join(things, clause.PhraseOf(c.doc.Text, n.np.Object[k:]))
}

// lookAround finds how the words before a number stand to the noun behind it.
func (c *context) lookAround(n *counting) {
	n.vague = subject.Vague(n.behind)
	n.prep = c.preposition(n.q) != ""
	if n.prep && n.np.Action == "" {
		np := *n.np
		np.Owner, np.Object, n.np = nil, nil, &np // [免费]为2万名妇女提供筛查, [市财政]对12所学校实施改造
	}
	n.object, n.owner = clause.PhraseOf(c.doc.Text, n.np.Object), clause.PhraseOf(c.doc.Text, n.np.Owner)
	numbered := clause.At(n.np.Object, 0).Pos == "m" || strings.HasSuffix(subject.Joined(n.np.Object), "大类") // 九大类
	apart := lang.AnyAt(c.t, n.q.Before-1, "、和及与")                                                           // 民生实事、151项[重点项目]
	n.close = !n.np.List && !numbered && !apart && besideNoun(n.np.Object, n.object.Size(), c.withoutFirst(n.q.Before), n.behind)
}

// countedAlone name things by what counts for them alone; the first that gives a
// name is taken.
var countedAlone = []func(*context, *counting) clause.Phrase{
	func(_ *context, n *counting) clause.Phrase {
		if len(n.np.Object) != 1 || !n.np.Object[0].Is(word.PerHead) {
			return clause.Phrase{}
		}
		return clause.Join(n.object, n.things)
	},
	// 投资信托和50亿元[债券], 空气质量在168个[重点城市]中排名第九
	func(c *context, n *counting) clause.Phrase {
		if !n.q.Counts() && joins(c.clauseBefore(n.q)) || c.inPlace(n.q) {
			return n.things
		}
		return clause.Phrase{}
	},
	func(c *context, n *counting) clause.Phrase {
		owner := c.perOwner(n.q)
		if owner.Empty() {
			return owner
		}
		return clause.Join(owner, n.things)
	},
}

// withOwner is a noun with the words before its number that belong to it.
func (c *context) withOwner(n *counting) clause.Phrase {
	switch {
	case n.np.List && !n.shared && n.vague && n.things.Size() == 2 && len(n.np.Object) > 0:
		return clause.Join(n.object.Plus("等"), n.things) // 建成长河路、安平路等2个[项目]
	case n.np.List || n.shared:
		return n.things
	case n.prep:
	default:
		if told := c.toldBefore(n); !told.Empty() {
			return clause.Join(told, n.things)
		}
	}
	switch {
	case n.np.Via && !n.owner.Empty():
		return clause.Join(n.owner, n.things)
	case c.actsItself(n):
		object := n.object
		if clause.HasPause(n.np.Object) {
			object = clause.Phrase{}
		}
		return clause.Join(n.owner, benefits(n.d, n.np, true), object, n.things)
	case n.close:
		return clause.Join(n.object, n.things)
	}
	return n.things
}

// toldBefore is what the words before a number tell of the things behind it: [遭受水灾的]200个县,
// [列入国家计划考核的]76种产品. It is empty where they do not end in 的 or tell what is done.
func (c *context) toldBefore(n *counting) clause.Phrase {
	items := c.clauseBefore(n.q)
	last := len(items) - 1
	if !n.q.Counts() || last < 2 || items[last].Text != "的" {
		return clause.Phrase{}
	}
	for i := last - 2; i >= 0 && items[i+1].Kind == clause.Word; i-- {
		if tellsOfThings.Has(&items[i]) {
			return clause.PhraseOf(c.doc.Text, items[i:])
		}
	}
	return clause.Phrase{}
}

// tellsOfThings are the verbs that tell of things, and do not work at them.
var tellsOfThings = clause.Verb.And(clause.Is(word.Describing)).But(clause.Says("推行", "试行"))

// actsItself tells whether those who act stand before the number as its owner.
func (c *context) actsItself(n *counting) bool {
	return len(n.np.Owner) > 0 && n.owner.Size() <= 16 && !clause.HasPause(n.np.Owner) && !slices.Contains(c.names, n.owner.Text)
}

// withSaid puts what the clause before spoke of before a name that says little, where
// nothing else stands before its number: 项目建设提速，达到[120个项目].
func (c *context) withSaid(n *counting, p clause.Phrase) clause.Phrase {
	bare := !n.prep && n.np.Owner == nil && n.np.Object == nil && n.np.Action == ""
	if bare && n.d.r.Reached && !c.spoken().Empty() && (n.vague || p.Size() <= 2) {
		return clause.Join(c.spoken(), p)
	}
	return p
}

// withCause puts before projects what they are of: 加大人才住房建设力度，开工[60个项目].
func (c *context) withCause(n *counting, p clause.Phrase) clause.Phrase {
	if n.prep || n.np.Owner != nil || n.np.Action == "" || !p.Says("项目", "工程") {
		return p
	}
	return overlap(c.cause(n.q, n.np), p)
}

// allOf are the things that an amount before 的 is of, where they are listed and
// counted: 总投资18亿元的[甲、乙等]4个[产业园], or the one whose size is told. It is empty
// where they are not.
func (c *context) allOf(q *lang.Quantity, more bool) clause.Phrase {
	items := c.clauseBehind(q)
	if !more || len(items) < 4 {
		return clause.Phrase{}
	}
	items = items[1:] // 的
	for i := range items {
		if items[i].Kind != clause.Amount {
			continue
		}
		list := items[:i]
		if i > 0 && items[i-1].Kind == clause.Pause || hasVerb(list) || !counts(&c.qs[items[i].Index], list) {
			return clause.Phrase{}
		}
		noun, _ := subject.Behind(items[i+1:], subject.Before{})
		if !clause.HasPause(list) {
			noun = untilPause(noun)
		}
		if len(noun) == 0 {
			return clause.Phrase{}
		}
		return clause.Join(clause.PhraseOf(c.doc.Text, list), clause.PhraseOf(c.doc.Text, noun))
	}
	return clause.Phrase{}
}

// counts tells whether a quantity counts the things of a list, or says how large the one
// is whose name goes on behind it: 恒丰5万吨[正极材料项目].
func counts(q *lang.Quantity, list []clause.Token) bool {
	if clause.HasPause(list) {
		return q.Counts()
	}
	return isSize(q)
}

// hasVerb tells whether a verb that acts stands in items.
func hasVerb(items []clause.Token) bool {
	return slices.ContainsFunc(items, func(k clause.Token) bool { return k.IsVerb() && !k.Is(word.Nominal) })
}

// metals stand for the medals that are counted.
var metals = []string{"金", "银", "铜"}

// besideNoun tells whether the words that end at at, before a number, belong to the noun
// behind it; size is their number of characters. A noun that says little takes
// more of them: 优化营商环境改革108项措施.
func besideNoun(object []clause.Token, size, at int, behind []clause.Token) bool {
	if len(object) == 0 || clause.HasPause(object) {
		return false
	}
	last := &object[len(object)-1]
	if last.End < at-1 || last.Says("以下", "下列", "来自") || slices.ContainsFunc(object, func(k clause.Token) bool { return k.Text == "为" }) {
		return false // 实现以下十项任务, 以公园为中心的九项工程
	}
	if !subject.Vague(behind) {
		return size <= 8
	}
	return size <= 20 && !last.Tagged("r", "f") // 以下四项任务
}

// withoutFirst is at without the words of order that end there: 新城[首期]18个项目.
func (c *context) withoutFirst(at int) int {
	for {
		n := c.x.words.LenBefore(c.t[c.from:max(c.from, at)], word.FirstLot)
		if n == 0 {
			return at
		}
		at -= n
	}
}

// preposition is 为, 对 or 给 right before the number.
func (c *context) preposition(q *lang.Quantity) string {
	for k := c.itemFrom(q.Before) - 1; k >= 0; k-- {
		if c.items[k].End <= q.Before && c.items[k].Kind == clause.Later {
			return ""
		}
		if c.items[k].End <= q.Before && c.items[k].Kind == clause.Word {
			switch c.items[k].Text {
			case "为", "对", "给", "向":
				if c.items[k].Pos == "p" {
					return c.items[k].Text
				}
			}
			if c.items[k].End < q.Before-1 || !c.items[k].Is(word.OwnArea) {
				return ""
			}
		}
	}
	return ""
}
