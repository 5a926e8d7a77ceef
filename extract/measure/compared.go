package measure

import (
	"strings"
	"unicode/utf8"

	"zhibiao/extract/word"
)

// readComparedBase reads a difference with a base: 比上年高[2个百分点], 比全省高出[20个百分点]; of a
// percentage by how much a figure is larger: 比国外先进水平高出[40%].
func readComparedBase(r *Reader, l *look) (Reading, bool, error) {
	words, exceeds := strings.CutSuffix(l.words, "出")
	if !l.Quantity.IsPoints() && !l.percent() && !l.aboveAverage(r, l.words) || !endsInOne(words, "高", "低", "快", "慢") || endsInOne(words, "提高", "降低", "加快", "放慢") {
		return Reading{}, false, nil
	}
	verb := 1
	if exceeds {
		verb = 2
	}
	cut, of, err := r.baseCut(l.left[:len(l.left)-verb])
	if err != nil || cut < 0 {
		return Reading{}, false, err
	}
	out := l.level
	out.Measure, out.Base, out.Cut = "change", r.Base(l.words), l.base+cut
	if l.percent() {
		out.Measure = "growth"
	}
	if out.Base == "" && r.notBefore(of) {
		out.Base = "other" // 比全省低1.6个百分点
	}
	out.spread(string(l.Text[max(l.From, out.Cut-3):out.Cut]))
	l.parted(&out)
	if endsInOne(words, "低", "慢") {
		out.Sign = -1
	}
	return out, true, nil
}

// readComparedTo reads a difference from another place's figure: 高于全国[0.7个
// 百分点], and by how much a figure is larger: 高出全省平均水平[68%].
func readComparedTo(r *Reader, l *look) (Reading, bool, error) {
	verb, at := r.side(l.words)
	if at < 0 {
		return Reading{}, false, nil
	}
	past := verb == "超过" && l.percent() && surpassed(l.words[at+len(verb):])
	larger := past || verb == "高出" && (l.percent() || l.Quantity.UnitName == "倍")
	of := l.words[at+len(verb):]
	if !larger && !l.Quantity.IsPoints() && !l.aboveAverage(r, of) {
		return Reading{}, false, nil
	}
	if len([]rune(of)) > 16 || strings.ContainsAny(of, "，；：") || larger && of == "" {
		return Reading{}, false, nil
	}
	out := l.level
	out.Measure, out.Base, out.Verb, out.Of = "change", "other", verb, of
	if larger {
		out.Measure = "growth"
	}
	if r.words.Match(of, word.LastYear) != "" {
		out.Base = "yoy" // 高于上年
	}
	out.Cut = l.base + len([]rune(l.words[:withoutThan(l.words, at)]))
	l.parted(&out) // 分别高于全省1.2个和3.4个百分点
	if r.Falls(verb) {
		out.Sign = -1
	}
	return out, true, nil
}

// surpassed tells whether words name what there was before: 超过[历史最高水平]40%.
func surpassed(of string) bool {
	return endsInOne(of, "年", "水平", "产量", "产值") && holdsOne(of, "最高", "前", "年")
}

// aboveAverage tells whether an amount is by how much another is larger or smaller than that of a
// wider area: 高于全国平均水平[31斤], 比全省平均水平高[20元].
func (l *look) aboveAverage(r *Reader, of string) bool {
	of = strings.TrimRight(of, "高低多少出")
	return l.Quantity.Unit != nil && endsInOne(of, "平均水平", "平均数", "水平") && r.words.Has(of, word.Wider)
}

// withoutThan is where what a verb at at is said against begins, if that stands before it
// and opens its clause: [比GDP增速]高出. Else it is at.
func withoutThan(words string, at int) int {
	i := strings.LastIndexAny(words[:at], "，；：。")
	if i >= 0 {
		_, n := utf8.DecodeRuneInString(words[i:])
		i += n
	}
	if i = max(i, 0); strings.HasPrefix(words[i:at], "比") && utf8.RuneCountInString(words[i:at]) <= 16 {
		return i
	}
	return at
}

// side is the last verb in s that holds a figure against another place's, and
// where it stands; -1 where there is none.
func (r *Reader) side(s string) (verb string, at int) {
	at = -1
	for _, w := range r.words.List(word.Side) { // the longest first: 超过, not 超
		if i := strings.LastIndex(s, w); i > at {
			verb, at = w, i
		}
	}
	return verb, at
}
