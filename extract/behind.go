package extract

import (
	"slices"
	"strings"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/subject"
	"zhibiao/extract/word"
)

// looksBehind tells whether the noun behind the number is what it counts.
func (c *context) looksBehind(at *choice) bool {
	switch {
	case len(at.behind) == 0:
		return false
	case at.eachHas():
		return true
	case at.Quantity.Counts():
		return c.countsBehind(at)
	}
	return slices.ContainsFunc(measuredBehind, func(is func(*context, *choice) bool) bool { return is(c, at) })
}

// eachHas tells whether the amount is what each head has: 人均只有1.5亩耕地, 平均每个农民有1亩好田.
func (at *choice) eachHas() bool {
	if len(at.np.Owner) > 0 || len(at.np.Object) == 0 || !at.nounNext() {
		return false
	}
	if len(at.np.Object) == 1 {
		return at.np.Object[0].Is(word.PerHead)
	}
	return at.own.Verb == "有" && at.np.Object[0].Text == "平均" && strings.HasPrefix(at.np.Object[1].Text, "每")
}

// countsBehind tells whether a count is of the noun behind it: of that alone where
// none stands before it.
func (c *context) countsBehind(at *choice) bool {
	first, next := &at.Right[0], clause.At(at.Right, 1)
	named := at.behind[0].Is(word.Nominal) && at.behind[len(at.behind)-1].Is(word.VerbHead) // 有12个建设项目
	switch reached := at.d.r.Reached; {
	case len(at.np.Object) == 0:
		return true
	case reached && len(at.np.Object) > 1 && c.x.words.Has(at.d.r.Verb, word.Spreading):
		return false // 改革试点扩大到1000个县
	case reached && !named && (at.behind[0].IsVerb() || at.behind[0].Pos == "vn" && at.behind[0].Is(word.Attribute)):
		return false // 500强企业已有14家投资我市
	case first.Is(word.Nominal) && next.IsNoun() && !next.Is(word.Attribute):
		return true // 改革试点推出40条[创新举措]
	}
	acts := first.IsVerb() && first.Is(word.Acting, word.Carrying)
	return at.np.List || !acts || next.Is(word.VerbHead) || at.actedOn()
}

// actedOn tells whether a verb before the number acts on what stands behind it up to the end
// of the clause: 承接教育领域129项[下放职权].
func (at *choice) actedOn() bool {
	last := len(at.behind) - 1
	if at.np.Action == "" || at.d.r.Reached || at.More || last < 1 || len(at.rest) > 0 && at.rest[0].Kind != clause.Stop {
		return false
	}
	return at.behind[last].IsNoun() && !at.behind[last].Is(word.Attribute)
}

// measuredBehind tell when a unit of measurement has the noun behind it, not the one
// before.
var measuredBehind = []func(*context, *choice) bool{
	describedBefore, rateLed, placeHas, lengthListed, gotByOwner, paidOut, joinedAmount, shareOfArea, nothingBefore, attributeBefore,
}

// describedBefore: 占领边界以南的9万平方公里的[领土].
func describedBefore(c *context, at *choice) bool {
	return of(at.Right) && lang.At(c.t, at.Quantity.Before-1) == '的'
}

// rateLed: 将制造业现行16%的[税率]降至13%.
func rateLed(_ *context, at *choice) bool {
	return at.d.r.Origin && of(at.Right) && hasSuffix(subject.Joined(at.behind), "率", "标准", "比例")
}

// placeHas: 工业园区1.4万亩[土地], 恒丰5万吨[正极材料项目].
func placeHas(_ *context, at *choice) bool {
	if !isSize(at.Quantity) || at.d.r.Reached || of(at.Right) || at.Right[0].Start != at.Quantity.After {
		return false
	}
	place := clause.At(at.np.Object, len(at.np.Object)-1)
	if len(at.np.Owner) > 0 || place.Kind == clause.Stop || place.IsVerb() || place.Is(word.Attribute) {
		return false
	}
	if at.Quantity.Dimension() != "area" { // 每人1亩[旱涝保收、高产稳产农田]
		at.behind = untilPause(at.behind)
	}
	last := &at.behind[len(at.behind)-1]
	return isThing(&at.Right[0]) || len(at.behind) > 1 && (isThing(last) || last.Is(word.NounEnd))
}

// isThing tells whether a word is a noun and no place: 在600吨到850吨[之间].
func isThing(k *clause.Token) bool { return k.IsNoun() && !k.Tagged("f") }

// lengthListed: 建成公园带、10公里[碧道].
func lengthListed(c *context, at *choice) bool {
	return lang.AnyAt(c.t, at.Quantity.Before-1, "、") && isPlaced(at.Quantity) && !at.d.r.Reached && at.nounNext()
}

// gotByOwner: 滨江贯通69公里[岸线], 与银行签订50亿元[贷款协议].
func gotByOwner(_ *context, at *choice) bool {
	acts := len(at.np.Owner) > 0 && len(at.np.Object) == 0 && at.np.Action != ""
	given := isPlaced(at.Quantity) || at.Quantity.Dimension() == "money"
	return acts && given && !at.d.r.Reached && at.nounNext()
}

// paidOut: 中央财政安排1000亿元[奖补资金].
func paidOut(c *context, at *choice) bool {
	fund := at.behind[len(at.behind)-1].Text
	return c.pays(at.d, &at.np) && at.Right[0].Start == at.Quantity.After && c.x.words.Has(fund, word.Fund)
}

// joinedAmount: 投资信托和50亿元[债券].
func joinedAmount(c *context, at *choice) bool {
	q := at.Quantity
	if q.Unit == nil || at.d.r.Reached || !joins(c.clauseBefore(q)) {
		return false
	}
	return (of(at.Right) || at.nounNext()) && (q.UnitName == "%" || q.Unit.Dim == "money" || isPlaced(q))
}

// shareOfArea: 全球95%的[船舶], 民营企业贡献了全市60%的[税收].
func shareOfArea(c *context, at *choice) bool {
	object := at.np.Object
	last := len(object) - 1
	if last < 0 || !c.x.words.Has(object[last].Text, word.RankArea) || !of(at.Right) || at.Quantity.UnitName != "%" || at.d.r.Reached {
		return false
	}
	if last == 0 {
		at.np.Object = nil
		return true
	}
	if verb := &object[last-1]; verb.Len() > 1 && verb.Is(word.Acting, word.Carrying) {
		at.np = subject.Noun{Owner: object[:last-1], Action: verb.Text}
		return true
	}
	return false
}

// nothingBefore: only a verb stands before: 完成14公里[架空线入地工程], 由于有3000万亩[农田]受灾.
func nothingBefore(c *context, at *choice) bool {
	if len(at.np.Object) > 0 || c.spentOn(at) {
		return false
	}
	return of(at.Right) || (len(at.np.Owner) == 0 || at.np.Via) && (!at.d.r.Reached || at.own.Verb == "有" && at.nounNext())
}

// spentOn tells whether what was spent is followed by what it was spent on: 投入3亿元[新建]学校,
// but 投入3亿元[补助]资金.
func (c *context) spentOn(at *choice) bool {
	if c.spends(at.np.Action) == "" || !actsOnThem.Begins(at.Right) {
		return false
	}
	return !c.x.words.Has(at.behind[len(at.behind)-1].Text, word.Fund)
}

var actsOnThem = clause.Row{clause.Verb.Or(clause.Is(word.Opening)).Is(word.Acting)}

// attributeBefore: 总投资10亿元的[项目].
func attributeBefore(_ *context, at *choice) bool {
	reachedShare := at.d.r.Reached && at.Quantity.UnitName == "%" // 试点范围扩大到23%的县
	return of(at.Right) && clause.At(at.np.Object, len(at.np.Object)-1).Is(word.Attribute) && !reachedShare
}

// nounNext tells whether a noun stands right behind the number.
func (at *choice) nounNext() bool {
	return at.Right[0].Start == at.Quantity.After && at.Right[0].IsNoun()
}

// placed dimensions may stand between a place and its noun.
var placed = lang.Set(`area length power voltage`)

// sizes are the dimensions that tell how large what stands behind them is.
var sizes = lang.Set(`area length power voltage mass energy volume capacity`)

// isSize tells whether a quantity is of one.
func isSize(q *lang.Quantity) bool { return q.Unit != nil && sizes[q.Unit.Dim] }

// isPlaced tells whether a quantity is of one.
func isPlaced(q *lang.Quantity) bool { return q.Unit != nil && placed[q.Unit.Dim] }

// joins tells whether words before a number end in a noun and a joint.
func joins(before []clause.Token) bool {
	joint, noun := clause.At(before, len(before)-1), clause.At(before, len(before)-2)
	return joint.Kind == clause.Word && clause.IsJoint(joint) && noun.IsNoun() && !noun.Is(word.Attribute)
}
