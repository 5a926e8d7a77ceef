package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/subject"
	"zhibiao/extract/word"
)

// nounBehind is the noun behind the number with what the clause adds to it.
func (c *context) nounBehind(d *draft, q *lang.Quantity, np subject.Noun, right, behind, rest []clause.Token, more, shared bool) clause.Phrase {
	text := c.doc.Text
	object, owner := clause.PhraseOf(text, np.Object), clause.PhraseOf(text, np.Owner)
	if n := len(behind); n > 1 && behind[n-1].Says("建设", "开展") && (strings.HasSuffix(behind[n-2].Text, "项目") || strings.HasSuffix(behind[n-2].Text, "工程")) {
		behind = behind[:n-1]
	}
	p := clause.PhraseOf(text, behind)
	if q.Unit == nil && slices.Contains(metals, behind[0].Text) { // 取得4金5银3铜的成绩
		p = clause.PhraseOf(text, behind[:1]).Plus("牌")
	}
	d.rules = append(d.rules, "subject.behind")
	if tail := c.sharedTail(q, behind, more, c.x.words.Is(np.Action, word.Works)); len(tail) > 0 {
		if whole := clause.PhraseOf(text, tail); strings.Contains(whole.Text, p.Text) {
			return whole // 15个小区575户的[老旧小区改造]
		}
		return clause.Join(p, clause.PhraseOf(text, tail)) // 建成8个街道、82个社区[监控平台]
	}
	if right[0].Text == "的" && len(np.Object) > 0 && np.Object[len(np.Object)-1].Is(word.Attribute) {
		k := len(np.Object) - 1
		if k > 0 && np.Object[k-1].Says("总", "年", "计划") {
			k--
		}
		if all := c.allOf(q, more); !all.Empty() {
			p = all
		}
		return clause.Join(p, clause.PhraseOf(text, np.Object[k:])) // 面积3平方公里的出口加工区
	}
	prep := c.preposition(q) != ""
	if prep && np.Action == "" { // [免费]为2万名妇女提供筛查
		np.Owner, owner = nil, clause.Phrase{} // [市财政]对12所学校实施改造
		np.Object, object = nil, clause.Phrase{}
	}
	numbered := clause.At(np.Object, 0).Pos == "m" // 九大类
	apart := lang.AnyAt(c.t, q.Before-1, "、和及与")   // 民生实事、151项[重点项目]
	close := !np.List && !numbered && !apart && besideNoun(np.Object, object.Size(), c.withoutFirst(q.Before), behind)
	honour := clause.Phrase{}
	if !close && !prep && !np.Via && q.Counts() {
		honour = c.honoured(behind, rest)
	}
	switch {
	case !honour.Empty():
		d.rules = append(d.rules, "subject.predicate")
		p = honour
	case q.UnitName == "%" && !more && !prep && !np.Via:
		p = c.shareDoing(d, p, behind, rest)
	case subject.Vague(behind) && !close && !prep && !np.Via && !lang.AnyAt(c.t, q.Before-1, "与"):
		does := subject.Predicate(rest)
		if pr := clause.PhraseOf(text, does); !pr.Empty() {
			d.rules = append(d.rules, "subject.predicate")
			if more || len(does) > 1 && (does[0].IsVerb() || does[0].Says("被", "通过") || rest[0].Text == "与") || len(does) == 1 && does[0].Is(word.Becoming, word.Ending) && does[0].Text != "进展" {
				p = c.becoming(does, pr, p, behind) // 开工项目
			} else {
				p = clause.Join(p, pr)
			}
		}
	}
	if len(np.Object) == 1 && np.Object[0].Is(word.PerHead) {
		return clause.Join(object, p)
	}
	joined := p
	if !q.Counts() && joins(c.clauseBefore(q)) {
		return p // 投资信托和50亿元债券
	}
	if c.inPlace(q) {
		return p // 空气质量在168个[重点城市]中排名第九
	}
	if owner := c.perOwner(q); !owner.Empty() {
		return clause.Join(owner, p)
	}
	switch {
	case np.List && !shared && subject.Vague(behind) && p.Size() == 2 && len(np.Object) > 0:
		joined = clause.Join(object.Plus("等"), p) // 建成长河路、安平路等2个[项目]
	case np.List || shared:
	case np.Via && !owner.Empty():
		joined = clause.Join(owner, p)
	case len(np.Owner) > 0 && owner.Size() <= 16 && !clause.HasPause(np.Owner) && !c.names[owner.Text]:
		if clause.HasPause(np.Object) || subject.Vague(behind) && np.Action != "" && object.Empty() {
			joined = clause.Join(owner, benefits(d, np, true), p)
		} else {
			joined = clause.Join(owner, benefits(d, np, true), object, p)
		}
	case close:
		joined = clause.Join(object, p)
	}
	if (subject.Vague(behind) || joined.Size() <= 2) && !prep && np.Owner == nil && np.Object == nil && !c.said.Empty() && np.Action == "" && d.r.Reached {
		joined = clause.Join(c.said, joined)
	}
	if joined.Says("项目", "工程") && !prep && np.Owner == nil && np.Action != "" {
		joined = overlap(c.cause(q, np), joined) // 加大人才住房建设力度，开工60个项目
	}
	if joined.Text != p.Text {
		d.rules = append(d.rules, "subject.joined")
	}
	// 为173个小区新增、改造充电设施: what is done for those counted.
	if prep {
		if n := c.served(rest); len(n) > 0 {
			joined = clause.Join(joined, clause.PhraseOf(text, n))
			d.rules = append(d.rules, "subject.served")
		}
	}
	return joined
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
	if last := &noun[len(noun)-1]; !strings.HasSuffix(name.Text, last.Text) {
		return clause.Join(name, things)
	}
	if _, title := subject.DropVerbs(predicate); len(title) > 0 && predicate[0].IsVerb() {
		return clause.PhraseOf(c.doc.Text, subject.Clean(title))
	}
	return name
}

// allOf are the things that an amount before 的 is of, where they are listed and
// counted: 总投资18亿元的[甲、乙等]4个[产业园]. It is empty where they are not.
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
		if !c.qs[items[i].Index].Counts() || !clause.HasPause(list) || i == 0 || items[i-1].Kind == clause.Pause || hasVerb(list) {
			return clause.Phrase{}
		}
		noun, _ := subject.Behind(items[i+1:], subject.Before{})
		if len(noun) == 0 {
			return clause.Phrase{}
		}
		return clause.Join(clause.PhraseOf(c.doc.Text, list), clause.PhraseOf(c.doc.Text, noun))
	}
	return clause.Phrase{}
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
	if last.End < at-1 {
		return false
	}
	if !subject.Vague(behind) {
		return size <= 8
	}
	return size <= 20 && !last.Tagged("r", "f") // 以下四项任务
}

// withoutFirst is at without the words of order that end there: 新城[首期]18个项目.
func (c *context) withoutFirst(at int) int {
	for {
		n := utf8.RuneCountInString(c.x.words.Match(c.passed(at), word.FirstLot))
		if n == 0 {
			return at
		}
		at -= n
	}
}

// preposition is 为, 对 or 给 right before the number.
func (c *context) preposition(q *lang.Quantity) string {
	for k := len(c.items) - 1; k >= 0; k-- {
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
