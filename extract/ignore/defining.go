package ignore

import (
	"math/big"
	"strings"

	"zhibiao/extract/lang"
	"zhibiao/extract/word"
)

// defining tells whether a quantity names a class of things rather than
// measuring one: 亿元以上项目, 60岁以上老人, 10万千瓦以下机组, 60吨级.
func (p *place) defining() string {
	t, q := p.t, p.q
	if q.Unit != nil && q.Num.Bare && q.Num.Scale >= hundredMillion && places[q.UnitName] {
		return "name" // 4个[千亿县]
	}
	if q.Unit == nil || q.Unit.Class && q.UnitName != "岁" || q.Unit.Dim == "ratio" {
		return ""
	}
	if q.Num.Bare && q.Unit.Dim == "money" && q.After > q.End && lang.At(t, q.Start-1) == '个' {
		return "a step, not a count" // 跨过3个万亿元台阶
	}
	if p.bounded() || p.sizes() || classes(t, q) {
		return "defines what is counted"
	}
	if lang.At(t, q.End) == '级' {
		return "name"
	}
	if p.countsLarger() {
		return "defines what is counted"
	}
	if n := lang.At(t, q.After); q.Num.Bare && q.Unit.Dim == "money" && q.Before == q.Start && (lang.IsHan(n) || lang.IsLatin(n)) {
		return "name"
	}
	return ""
}

// bounded tells whether the quantity with a bound describes the noun behind it:
// 500万元[以上]项目.
func (p *place) bounded() bool {
	if !lang.IsOneOf(string(p.t[p.q.End:max(p.q.End, p.q.After)]), "以上", "以下", "及以上", "以内", "及以下") {
		return false
	}
	next := lang.At(p.t, p.q.After)
	if lang.IsDigit(next) {
		return p.q.Unit.Dim == "money" // 亿元[以上]60个
	}
	return begins(next) && !p.laid()
}

// begins tells whether a noun may begin with r, and no verb or joint does.
func begins(r rune) bool { return lang.IsHan(r) && r != '和' && !isVerbRune(r) }

// sizes tells whether an amount that is passed stands between a count and its noun: 3个
// [超百亿元]产业集群.
func (p *place) sizes() bool {
	t, at := p.t, p.q.Before
	if p.q.Unit.Dim != "money" || at == p.q.Start || !begins(lang.At(t, p.q.After)) {
		return false
	}
	if lang.At(t, p.q.After) == '的' { // 3个产值[超百亿元]的集群
		for k := 0; k < longestAttribute && lang.IsHan(lang.At(t, at-1)) && !lang.AnyAt(t, at-1, "个家"); k++ {
			at--
		}
	}
	return lang.AnyAt(t, at-1, "个家") && (lang.IsDigit(lang.At(t, at-2)) || lang.AnyAt(t, at-2, "多余"))
}

// longestAttribute is how long the name of what is passed is: 营业收入.
const longestAttribute = 4

// laid tells whether a length or a wide area is what was built or done, though a
// bound stands before the noun: 新建[200公里]以上污水管网, but 建成500平方米以上广场.
func (p *place) laid() bool {
	q := p.q
	if !p.words.Has(string(p.t[max(0, q.Before-2):q.Before]), word.Laid) {
		return false
	}
	return q.Unit.Dim == "length" || q.Unit.Dim == "area" && q.Val.Cmp(wide) >= 0
}

// places are what kinds of places are counted by.
var places = lang.Set(`省 市 县 区 乡 镇 村`)

// hundredMillion is the power of ten of 亿.
const hundredMillion = 8

// wide is an area that one thing rarely has, in its unit.
var wide = big.NewRat(5000, 1)

// classes tells whether a quantity says of which class the thing behind it is:
// 110千伏变电站, 10千伏、35千伏线路, 12英寸生产线, 500米范围公交站点.
func classes(t []rune, q *lang.Quantity) bool {
	switch {
	case yearly(t, q.Before):
		n := lang.At(t, q.After) // 年产6万吨材料项目
		return lang.IsHan(n) && !isVerbRune(n)
	case q.Unit.Dim == "voltage" || q.UnitName == "英寸":
		k := q.After
		for lang.AnyAt(t, k, "、和及与") {
			k++
		}
		n := lang.At(t, k)
		return k > q.After && lang.IsDigit(n) || lang.IsHan(n) && !isVerbRune(n)
	case q.Unit.Dim == "length":
		k := q.End + lang.PrefixLen(t, q.End, "范围内", "距离内", "范围", "以内", "之内", "内")
		return k > q.End && lang.IsHan(lang.At(t, k))
	}
	return false
}

func isVerbRune(r rune) bool { return strings.ContainsRune("增下提达比占较用支", r) }

// countsLarger tells whether things that are larger than the quantity are
// counted behind it: 产值超10亿元企业49家,
// 超3亿元的项目达到12个, 5亿元企业7家.
func (p *place) countsLarger() bool {
	t, q := p.t, p.q
	if q.Unit.Dim != "money" || q.Before == q.Start && lang.IsHan(lang.At(t, q.Start-1)) {
		return false
	}
	k := q.After
	k += lang.PrefixLen(t, k, "的")
	noun := k
	for lang.IsHan(lang.At(t, k)) && k-noun < 10 {
		if n := lang.PrefixLen(t, k, p.words.List(word.Sized)...); n > 0 {
			k += n
			k += lang.PrefixLen(t, k, p.words.List(word.Reach)...)
			return lang.IsDigit(lang.At(t, k))
		}
		k++
	}
	return false
}

// yearly tells whether what a plant makes in a year or a day ends at t[k].
func yearly(t []rune, k int) bool {
	return k >= 2 && lang.PrefixLen(t, k-2, "年产", "日产") > 0 || k >= 3 && lang.PrefixLen(t, k-3, "日处理", "年处理") > 0
}
