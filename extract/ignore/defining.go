package ignore

import (
	"math/big"
	"slices"
	"strings"

	"zhibiao/extract/lang"
	"zhibiao/extract/word"
)

// defining tells whether a quantity names a class of things rather than
// measuring one: 亿元以上项目, 60岁以上老人, 10万千瓦以下机组, 60吨级.
func (p *place) defining() string {
	u := p.q.Unit
	switch {
	case u == nil:
		return ""
	case p.q.Num.Bare && p.q.Num.Scale >= hundredMillion && places[u.Name]:
		return "name" // 4个[千亿县]
	case u.Class && u.Name != "岁", u.Dim == "ratio":
		return ""
	}
	if r := first(measured, p); r != nil {
		return r.why
	}
	return ""
}

// measured are numbers with a unit of measurement that name or define.
var measured = []rule{
	{"a step, not a count", "跨过3个[万亿元]台阶", nil, "个", "", []test{money, boundedBehind}},
	{"defines what is counted", "[500万元]以上项目", nil, "", "", []test{(*place).bounded}},
	{"defines what is counted", "3个超[百亿元]产业集群", nil, "", "", []test{money, boundedBefore, (*place).sizes}},
	{"defines what is counted", "年产[6万吨]材料项目", nil, "", "", []test{(*place).yearly, nounBehind}},
	{"defines what is counted", "[110千伏]变电站", nil, "", "", []test{graded, (*place).gradesNoun}},
	{"defines what is counted", "[500米]范围公交站点", nil, "", "", []test{length, (*place).within}},
	{"name", "[60吨]级", nil, "", "级", nil},
	{"defines what is counted", "产值超[10亿元]企业49家", nil, "", "", []test{money, (*place).countsLarger}},
	{"defines what is counted", "产值超[亿元]168家", nil, "", "", []test{money, boundedBefore, numberBehind}},
	{"name", "[千亿元]产业", nil, "", "", []test{bare, money, unbounded, (*place).namesBehind}},
}

// bounded tells whether the quantity with a bound describes the noun behind it:
// 500万元[以上]项目.
func (p *place) bounded() bool {
	if !lang.IsOneOf(string(p.t[p.q.End:max(p.q.End, p.q.After)]), "以上", "以下", "及以上", "以内", "及以下") {
		return false
	}
	next := lang.At(p.t, p.q.After)
	if lang.IsDigit(next) {
		return money(p) // 亿元[以上]60个
	}
	if k := otherSizes(p.t, p.q.After); k > p.q.After {
		return begins(lang.At(p.t, k)) // 产值亿元[以上]、10亿元以上企业
	}
	return begins(next) && !p.laid()
}

// begins tells whether a noun may begin with r, and no verb or joint does.
func begins(r rune) bool { return startsNoun(r) && r != '和' }

// sizes tells whether an amount that is passed stands between a count and its noun: 3个
// [超百亿元]产业集群.
func (p *place) sizes() bool {
	t, at := p.t, p.q.Before
	if !begins(lang.At(t, p.q.After)) {
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

// yearly tells whether what a plant makes in a year or a day ends at the number.
func (p *place) yearly() bool {
	k := p.q.Before
	return k >= 2 && lang.PrefixLen(p.t, k-2, "年产", "日产") > 0 || k >= 3 && lang.PrefixLen(p.t, k-3, "日处理", "年处理") > 0
}

// gradesNoun tells whether the thing stands behind the number, or another grade of it:
// [10千伏]、35千伏线路.
func (p *place) gradesNoun() bool {
	k := p.q.After
	for lang.AnyAt(p.t, k, "、和及与") {
		k++
	}
	if n := lang.At(p.t, k); !lang.IsDigit(n) {
		return startsNoun(n)
	}
	return k > p.q.After
}

// within tells whether things lie within a length: [500米]范围公交站点.
func (p *place) within() bool {
	n := lang.PrefixLen(p.t, p.q.End, "范围内", "距离内", "范围", "以内", "之内", "内")
	return n > 0 && lang.IsHan(lang.At(p.t, p.q.End+n))
}

// namesBehind tells whether a word goes on behind the number.
func (p *place) namesBehind() bool {
	n := lang.At(p.t, p.q.After)
	return lang.IsHan(n) || lang.IsLatin(n)
}

func numberBehind(p *place) bool { return lang.IsDigit(lang.At(p.t, p.q.After)) }

func nounBehind(p *place) bool { return startsNoun(lang.At(p.t, p.q.After)) }

// startsNoun tells whether a noun may start with r, and no verb does.
func startsNoun(r rune) bool { return lang.IsHan(r) && !isVerbRune(r) }

func isVerbRune(r rune) bool { return strings.ContainsRune("增下提达比占较用支", r) }

// countsLarger tells whether things that are larger than the quantity are
// counted behind it: 产值超10亿元企业49家,
// 超3亿元的项目达到12个, 5亿元企业7家.
func (p *place) countsLarger() bool {
	t, q := p.t, p.q
	if unbounded(p) && lang.IsHan(lang.At(t, q.Start-1)) && p.prev != '过' {
		return false
	}
	noun := q.After + lang.PrefixLen(t, q.After, "的")
	if noun > q.After && lang.IsDigit(lang.At(t, noun)) {
		k := noun
		for lang.IsDigit(lang.At(t, k)) {
			k++
		}
		return lang.IsHan(lang.At(t, k)) && !lang.IsHan(lang.At(t, k+1)) // 其中超亿元的8家
	}
	noun = otherSizes(t, noun)
	for k := noun; k < noun+longestSized && lang.IsHan(lang.At(t, k)); k++ {
		if n := p.words.LenAt(t, k, word.Sized); n > 0 {
			k += n
			k += shortBracket(t, k)     // 县（市）
			if lang.AnyAt(t, k, "由从") { // 产值超千万元的乡镇由上年的9个增加到14个
				return slices.ContainsFunc(t[k:min(len(t), k+longestOrigin)], lang.IsDigit)
			}
			k += lang.PrefixLen(t, k, "分别")
			k += p.words.LenAt(t, k, word.Reach)
			return lang.IsDigit(lang.At(t, k))
		}
	}
	return false
}

// otherSizes is where the noun begins behind the other sizes that a list goes on with at t[k]: 产值超10亿元
// [、50亿元]企业.
func otherSizes(t []rune, k int) int {
	for {
		at := k + lang.PrefixLen(t, k, "、", "和", "及")
		if at == k {
			return k
		}
		at += lang.PrefixLen(t, at, "超过", "超")
		from := at
		for lang.IsDigit(lang.At(t, at)) || lang.AnyAt(t, at, "十百千万亿") {
			at++
		}
		if at == from || lang.At(t, at) != '元' {
			return k
		}
		k = at + 1 + lang.PrefixLen(t, at+1, "以上")
	}
}

// shortBracket is the length of the bracket that t has at k, where it holds a few characters alone.
func shortBracket(t []rune, k int) int {
	const most = 4
	if !lang.AnyAt(t, k, "（(") {
		return 0
	}
	for n := 1; n <= most+1; n++ {
		if lang.AnyAt(t, k+n, "）)") {
			return n + 1
		}
	}
	return 0
}

// longestOrigin is how far behind 由 the number may stand that things of a size came from: 由上年的9个.
const longestOrigin = 6

// longestSized is how far behind a number the word for things of a size may stand.
const longestSized = 10
