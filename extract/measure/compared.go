package measure

import (
	"strings"

	"zhibiao/extract/lang"
	"zhibiao/extract/word"
)

// readComparedBase reads a difference with a base: 比上年高[2个百分点], 比全省高出[20个百分点]; of a
// percentage by how much a figure is larger: 比国外先进水平高出[40%].
func readComparedBase(r *Reader, l *Look) (*Reading, error) {
	words, exceeds := strings.CutSuffix(l.words, "出")
	if !l.Quantity.IsPoints() && !l.percent() && !l.aboveAverage(r, l.words) || !endsInOne(words, "高", "低", "快", "慢") || endsInOne(words, "提高", "降低", "加快", "放慢") {
		return nil, nil
	}
	verb := 1
	if exceeds {
		verb = 2
	}
	left := l.left[:len(l.left)-verb]
	bare := left
	if k := len(left) - 2; lang.HasPrefix(left, max(k, 0), "分别") {
		bare = left[:k] // 比全国、全省分别高2.4个和0.6个百分点
	}
	cut, of, err := r.baseCut(bare)
	if err != nil || cut < 0 {
		return nil, err
	}
	out := l.out()
	out.Measure, out.Base, out.Cut, out.Distrib = "change", r.Base(l.words), l.base+cut, len(bare) < len(left)
	if l.percent() {
		out.Measure = "growth"
	}
	if out.Base == "" && r.notBefore(of) {
		out.Base = "other" // 比全省低1.6个百分点
	}
	out.spread(string(l.Text[max(l.From, out.Cut-3):out.Cut]))
	l.parted(out)
	if endsInOne(words, "低", "慢") {
		out.Sign = -1
	}
	return out, nil
}

// readComparedTo reads a difference from another place's figure: 高于全国[0.7个
// 百分点], and by how much a figure is larger: 高出全省平均水平[68%].
func readComparedTo(r *Reader, l *Look) (*Reading, error) {
	if !l.ratio && l.Quantity.UnitName != "倍" && !endsInAverage(l.words) {
		return nil, nil
	}
	at, end, ok := r.sides.near(l.left, "，；：")
	if !ok {
		return nil, nil
	}
	verb, of := string(l.left[at:end]), string(l.left[end:])
	if lang.HoldsOne(of, "的", "比例") && l.grown(r).kind == change {
		return nil, nil // 好于三类的断面比例提高6个百分点
	}
	past := verb == "超过" && l.percent() && surpassed(of)
	larger := past || verb == "高出" && (l.percent() || l.Quantity.UnitName == "倍")
	if larger && of == "" || !larger && !l.Quantity.IsPoints() && !l.aboveAverage(r, of) {
		return nil, nil
	}
	out := l.out()
	out.Measure, out.Base, out.Verb, out.Of = "change", "other", verb, of
	if larger {
		out.Measure = "growth"
	}
	if r.words.Match(of, word.LastYear) != "" {
		out.Base = "yoy" // 高于上年
	}
	out.Cut = l.base + withoutThan(l.left, at)
	l.parted(out) // 分别高于全省1.2个和3.4个百分点
	if r.Falls(verb) {
		out.Sign = -1
	}
	return out, nil
}

// surpassed tells whether words name what there was before: 超过[历史最高水平]40%.
func surpassed(of string) bool {
	return endsInOne(of, "年", "水平", "产量", "产值") && lang.HoldsOne(of, "最高", "前", "年")
}

// aboveAverage tells whether an amount is by how much another is larger or smaller than that of a
// wider area: 高于全国平均水平[31斤], 比全省平均水平高[20元].
func (l *Look) aboveAverage(r *Reader, of string) bool {
	return l.Quantity.Unit != nil && endsInAverage(of) && r.words.Has(strings.TrimRight(of, moreOrLess), word.Wider)
}

// moreOrLess are the characters of the verbs behind an average that an amount is held against.
const moreOrLess = "高低多少出"

// endsInAverage tells whether words end in one.
func endsInAverage(of string) bool {
	return endsInOne(strings.TrimRight(of, moreOrLess), "平均水平", "平均数", "水平")
}

// withoutThan is where what a verb at at is said against begins, if that stands before it
// and opens its clause: [比GDP增速]高出. Else it is at.
func withoutThan(words []rune, at int) int {
	i := at
	for i > 0 && !lang.AnyAt(words, i-1, "，；：。") {
		i--
	}
	if at-i <= 16 && lang.AnyAt(words[:at], i, "比") {
		return i
	}
	return at
}
