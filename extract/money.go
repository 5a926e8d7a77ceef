package extract

import (
	"slices"
	"strings"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/subject"
	"zhibiao/extract/word"
)

// benefits is 惠及 between what is done and who has the good of it: 助学政策[惠及]学生.
// Where nobody is named it is how many have.
func benefits(d *draft, np *subject.Noun, named bool) clause.Phrase {
	if !strings.HasSuffix(np.Action, "惠及") || d.r.Measure != "level" || len(np.Owner) == 0 {
		return clause.Phrase{}
	}
	word := "惠及"
	switch {
	case named || !people(d.q):
	case d.q.UnitName == "户":
		word += "户数"
	default:
		word += "人数"
	}
	return clause.Phrase{}.Plus(word)
}

// lightens is the verb by which money is saved, where nothing is compared: it says of costs that
// so much of them is gone, [降低]企业成本3亿元. So it is of goods: [节约]用煤3万吨. It is empty for others.
func (c *context) lightens(d *draft, np *subject.Noun) clause.Phrase {
	saves := d.r.IsLevel() && (d.q.Dimension() == "money" && c.x.words.Is(np.Action, word.OpensChange) || hasSuffix(np.Action, "节约", "节省") && !d.q.Counts())
	if !saves || d.r.Reached || len(np.Object) == 0 || np.Object[0].Text == np.Action {
		return clause.Phrase{}
	}
	return clause.Phrase{}.Plus(np.Action)
}

// financed is what an investment goes into: 投资5亿元实施[A工程], 投资900万元，
// 新建[通信基站]16个. It is empty where no verb says so.
func (c *context) financed(q *lang.Quantity, np *subject.Noun, right []clause.Token, more bool) clause.Phrase {
	if len(right) == 0 {
		named := np.Action != "" && (c.spends(np.Action) == "" || len(c.last) > 0 || !c.spoken().Empty())
		if named || len(np.Object) > 1 && np.Object[0].Text == "总" || c.inPart(q) != nil {
			return clause.Phrase{} // what was named before has cost it
		}
		if right = c.nextClause(q); len(right) > 0 && !c.spoken().Empty() && hasPrefix(right[0].Text, "重点", "主要") {
			return clause.Phrase{} // 煤炭工业建设，投资179亿元，重点用于
		}
		if p := c.purpose(right); !p.Empty() {
			return p
		}
		return c.workDone(right)
	} else if more {
		right = c.clauseBehind(q)
	}
	return c.purpose(right)
}

// workDone is the work of which a clause tells what became of it: [农网改造]全面完成, [县医院迁建
// 工程]主体完工. It is empty where the clause tells of no work.
func (c *context) workDone(items []clause.Token) clause.Phrase {
	items = c.nouns.Trim(items)
	if !clause.At(items, 0).IsNoun() {
		return clause.Phrase{}
	}
	for i := range items {
		if items[i].Kind == clause.Amount {
			break
		}
		if workTold.Begins(items[i:]) {
			return clause.PhraseOf(c.doc.Text, subject.Clean(afterExamples(items[:i+1])))
		}
	}
	return clause.Phrase{}
}

// workTold are a work and the first word of what is said of it.
var workTold = clause.Row{
	clause.ClassOf(func(k *clause.Token) bool {
		return k.IsVerbal() && k.Is(word.Nominal) || hasSuffix(k.Text, "工程", "项目", "治理", "整治")
	}),
	clause.ClassOf(func(k *clause.Token) bool {
		return k.Kind == clause.Word && (!k.IsNoun() && !clause.IsJoint(k) || k.Says("主体", "成效", "进展", "步伐")) && !k.Is(word.Nominal) && k.Text != "的"
	}),
}

// purpose is the noun that the verbs at the start of a clause act on: 实施[A工程].
// It is empty where no verb opens it, or the noun is an attribute.
func (c *context) purpose(right []clause.Token) clause.Phrase {
	right = c.nouns.Trim(right)
	if len(right) > 0 && right[0].Text == "为" && right[0].Pos == "p" {
		if p := c.servedBy(right); !p.Empty() {
			return p
		}
		if v := subject.Governing(right); v > 0 {
			right = right[v:] // 为教师[发放津贴]
		}
	}
	if len(right) == 0 || !right[0].IsVerb() && !right[0].Is(word.Acting) || right[0].Is(word.NoEndVerb) {
		return clause.Phrase{}
	}
	if right[0].Text == "用于" {
		right[0].Pos = "v"
	}
	_, o := subject.DropVerbs(right)
	if len(o) > 1 && o[0].IsVerb() && o[1].Kind == clause.Amount { // 用于改造20所[学校]
		o = o[1:]
	}
	for i := range o {
		if o[i].Kind == clause.Amount && i > 0 {
			// 实施A、B等14个[项目], 改造城区5条[道路]
			inPlace := o[i-1].IsNoun() && clause.At(o, i+1).IsNoun() && c.qs[o[i].Index].Counts() && !clause.HasPause(o[:i])
			if o[i-1].Text == "等" || inPlace {
				behind, _ := subject.Behind(o[i+1:], subject.Before{})
				return clause.Join(clause.PhraseOf(c.doc.Text, o[:i]), clause.PhraseOf(c.doc.Text, behind))
			}
			o = o[:i]
			break
		}
	}
	if clause.At(o, 0).Kind == clause.Amount { // 实施19个[重点项目]
		o, _ = subject.Behind(o[1:], subject.Before{})
	}
	if o = subject.Clean(afterExamples(o)); len(o) == 0 || o[len(o)-1].Is(word.Attribute) || !o[0].IsNoun() && !o[0].IsVerb() && o[0].Text[0] > '9' {
		return clause.Phrase{}
	}
	return clause.PhraseOf(c.doc.Text, o)
}

// servedBy is what was done for those who are counted: 为全县900名[教师]进行[免费体检]. It is empty where
// none are.
func (c *context) servedBy(items []clause.Token) clause.Phrase {
	k := slices.IndexFunc(items, func(k clause.Token) bool { return k.Kind == clause.Amount })
	if k < 0 || !c.qs[items[k].Index].Counts() {
		return clause.Phrase{}
	}
	v := subject.Governing(items[k:])
	if v < 2 {
		return clause.Phrase{}
	}
	_, done := subject.DropVerbs(items[k+v:])
	if done = subject.Clean(done); len(done) == 0 || done[0].Kind != clause.Word {
		return clause.Phrase{}
	}
	return clause.Join(clause.PhraseOf(c.doc.Text, items[k+1:k+v]), clause.PhraseOf(c.doc.Text, done))
}

// putTo is the money of which a share then goes somewhere: [财政支出]50亿元，80%投向民生. It
// is empty where none does.
func (c *context) putTo(q *lang.Quantity, np *subject.Noun, behind []clause.Token) clause.Phrase {
	if q.UnitName != "%" || !np.Empty() || !behind[0].Says("用于", "投向") {
		return clause.Phrase{}
	}
	if b := c.single(q); b == nil || b.q.Dimension() != "money" {
		return clause.Phrase{}
	}
	return c.last[0]
}

// spends is what a verb of spending spends, "" for any other.
func (c *context) spends(verb string) string {
	switch {
	case verb == "投入":
		return "投入"
	case verb == "投资", verb == "斥资":
		return "投资"
	case c.x.words.Is(verb, word.Funding):
		return "资金"
	}
	return ""
}

// invests tells whether all that stands before an amount is 投资.
func invests(items []clause.Token) bool {
	if len(items) == 0 || len(items) > 2 {
		return false
	}
	switch items[len(items)-1].Text {
	case "投资", "总投资", "投入":
		return len(items) == 1 || items[0].Says("总", "计划", "预计")
	}
	return false
}

// pays tells whether the verb before an amount says who gives it: 中央财政[安排].
func (c *context) pays(d *draft, np *subject.Noun) bool {
	if d.r.Verb == "新增" && np.Action == "" {
		return true // 中央财政新增
	}
	return len(np.Owner) > 0 && len(np.Object) == 0 && c.x.words.Is(np.Action, word.Carrying, word.Strong)
}
