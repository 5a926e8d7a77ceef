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

// withoutAttribute ends the noun behind a count before the attribute of which the clause
// then tells: 22个[国考断面]水质优良比例95.5%, 8个[集群]增加值两位数增长.
func (c *context) withoutAttribute(n *number, behind, rest []clause.Token) []clause.Token {
	told := len(rest) > 0
	if last := len(behind) - 1; last > 1 && behind[last].IsVerb() && behind[last].Is(word.Rate) {
		switch {
		case n.More && c.isAttribute(behind[last-1:last]):
			behind = behind[:last] // 5家重点企业[产值增长]8%
		case behind[last-1].Text == "两位数":
			behind, told = behind[:last-1], true // 8条产业链产值[两位数增长]
		}
	}
	if n.More {
		told = !clause.HasPause(n.Gap)
	}
	switch {
	case !told || len(behind) == 0 || !n.Quantity.Counts() || n.Quantity.UnitName == "%", countsPeople(n.Quantity, &behind[len(behind)-1]):
		return behind
	case len(behind) == 1 && behind[0].Is(word.RateName):
		return nil // 20项指标中，15项[增幅]高于全省
	}
	things := c.things(behind)
	if things == nil || subject.Vague(things) && !n.More {
		return behind // 12种[产品能耗]达到先进值
	}
	return things
}

// countsPeople tells whether an attribute names the people that the number counts: 90名旅游[从业人员], but 90家企业
// [从业人员].
func countsPeople(q *lang.Quantity, attribute *clause.Token) bool {
	return (people(q) || q.UnitName == "名") && strings.HasSuffix(attribute.Text, "人员")
}

// ofAmount are those counted whose attribute, with its amount, stands between the count and
// their name: 4个总投资20亿元的[产业项目]. It is nil where none does.
func (c *context) ofAmount(n *number) []clause.Token {
	if !n.More || !n.Quantity.Counts() || !attributeAlone(n.Gap) {
		return nil
	}
	items := c.clauseBehind(n.Quantity)[len(n.Gap):]
	if !amountOf.Begins(items) {
		return nil
	}
	named, _ := subject.Behind(items[1:], subject.Before{})
	return named
}

// attributeAlone tells whether words name an attribute, and nothing that has it: 总投资,
// 日处理能力.
func attributeAlone(items []clause.Token) bool {
	last := len(items) - 1
	if last < 0 || last > 3 || !items[last].Is(word.Attribute) {
		return false
	}
	return !slices.ContainsFunc(items[:last], func(k clause.Token) bool { return k.Kind != clause.Word || k.IsNoun() && k.Len() > 1 })
}

var amountOf = clause.Row{clause.OfKind(clause.Amount), clause.Says("的"), clause.Noun}

// things are those of whom items name an attribute, nil where items name none: 服务事项
// of 服务事项办理时间, 河流 of 河流按河长计算水体优良比例.
func (c *context) things(items []clause.Token) []clause.Token {
	if items = c.beforeAttribute(items); items == nil {
		return nil
	}
	for more := items; more != nil; more = c.beforeAttribute(items) {
		items = more // 重点项目[投资][完成率]
	}
	k := len(items) - 1
	for k > 0 && (items[k].IsVerbal() || items[k].Is(word.Acting) || items[k].Tagged("z", "d") || items[k].Text == "计划") {
		k--
	}
	for i := 1; i <= k; i++ {
		if items[i].IsVerb() && items[i].Len() > 1 && !items[i].Is(word.Nominal) || strings.HasPrefix(items[i].Text, "按") {
			k = i - 1
		}
	}
	if items[k].Kind == clause.Paren && k > 0 {
		return items[:k+1] // 县（市）
	}
	if !items[k].IsNoun() || items[k].Len() < 2 && !items[k].Says("省", "市", "县", "区", "乡", "镇", "村") {
		return nil
	}
	return items[:k+1]
}

// beforeAttribute cuts the attribute off the end of items, also where one word names it
// with whose it is: 集群[增加值], 重点项目[投资]. It is nil where they end in none.
func (c *context) beforeAttribute(items []clause.Token) []clause.Token {
	k := len(items) - 1
	if cut := c.beforeWords(items); cut != nil {
		return cut
	}
	name := []rune(items[k].Text)
	own := c.ownAttribute(name)
	owner := name[:len(name)-len(own)]
	ownerEnd := string(owner[max(0, len(owner)-2):])
	verbal := c.x.words.Is(ownerEnd, word.Nominal)
	whole := len(own) == 0 || verbal || besideAmount(items, k) && c.x.indicators.named(items[k].Text) != nil || items[k].Is(word.Attribute) || clause.At(items, k-1).Pos == "n" && c.isRatio(items[k].Text) // 险种[参保人数]
	switch {
	case whole && k > 0 && c.tellable(items[k].Text) && !c.x.words.IsOne(ownerEnd, word.Sized):
		return items[:k]
	case len(own) == 0 || items[k].Len() != len(name) || !c.tellable(string(own)):
		return nil
	}
	out := slices.Clone(items)
	out[k].Text, out[k].End = string(owner), items[k].End-len(own)
	out[k].Roles = c.x.words.Of(out[k].Text)
	return out
}

// besideAmount tells whether those who have what the word at k names may stand before it.
func besideAmount(items []clause.Token, k int) bool {
	before := clause.At(items, k-1)
	return before.Tagged("n", "zg") || before.Kind == clause.Paren
}

// beforeWords cuts an attribute off the end of items that is two words, or ends in one: 企业[营业]
// [收入], 乡镇[财政][收入]. It is nil where they end in none.
func (c *context) beforeWords(items []clause.Token) []clause.Token {
	k := len(items) - 1
	if k < 1 || !items[k-1].IsNoun() || items[k-1].Is(word.Vague, word.VerbHead) || c.x.words.IsOne(items[k-1].Text, word.Sized) || items[k-1].End != items[k].Start {
		return nil
	}
	if first := []rune(items[k-1].Text); k > 1 && c.isAmount(items[k-1].Text+items[k].Text) {
		return items[:k-1]
	} else if n := len(first); n > 3 && items[k-1].Len() == n && c.isAmount(string(first[n-2:])+items[k].Text) {
		out := slices.Clone(items[:k])
		out[k-1].Text, out[k-1].End = string(first[:n-2]), items[k-1].End-2
		out[k-1].Roles = c.x.words.Of(out[k-1].Text)
		return out
	}
	return nil
}

// isAmount tells whether a name is that of an attribute, or of an indicator in money, mass or
// percent.
func (c *context) isAmount(name string) bool {
	if c.x.words.Is(name, word.Attribute) {
		return true
	}
	e := c.x.indicators.named(name)
	return e != nil && utf8.RuneCountInString(name) > 3 && amounts[e.Dimension]
}

// amounts are the dimensions of what those who have it are told of.
var amounts = lang.Set(`money mass ratio`)

// ownAttribute is the longest attribute that a name of more than it ends in.
func (c *context) ownAttribute(name []rune) []rune {
	const longest = 7 // 集体经济年收入
	shortest := 2     // of those who have it
	if len(name) > 0 && strings.ContainsRune("县乡镇村", name[0]) {
		shortest = 1
	}
	for n := min(longest, len(name)-shortest); n > 1; n-- {
		if tail := name[len(name)-n:]; c.x.words.Is(string(tail), word.Attribute) || c.isRatio(string(tail)) {
			return tail
		}
	}
	return nil
}

// isRatio tells whether a name is that of an indicator in percent.
func (c *context) isRatio(name string) bool {
	e := c.x.indicators.named(name)
	return e != nil && e.Dimension == "ratio"
}

// tellable tells whether a word names what can be told of things, and nothing that is
// counted itself, as standards are.
func (c *context) tellable(name string) bool {
	switch {
	case strings.HasSuffix(name, "标准"):
		return false
	case c.x.words.Is(name, word.Attribute, word.RateName), c.x.words.Has(name, word.OwnedEnd):
		return true
	default:
		return c.isRatio(name) || c.isAmount(name)
	}
}
