package measure

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhibiao/extract/lang"
)

// readMultiple reads how many times another figure is: 是全市的[4.1倍].
func readMultiple(r *Reader, l *Look) (*Reading, error) {
	if l.Quantity.UnitName != "倍" {
		return readOfTime(r, l)
	}
	out := l.out()
	out.Measure = "multiple"
	of := strings.HasSuffix(l.words, "的")
	if at := strings.Index(string(l.left), "是"); of && at >= 0 && !strings.Contains(l.words, "分别") {
		out.Cut = l.base + len([]rune(string(l.left)[:at])) // 是下达任务的1.6倍
		return out, nil
	}
	listed := (len(l.left) > 0 && l.left[0] == '、' || l.base > 0 && l.Text[l.base-1] == '、') && !strings.ContainsAny(string(l.left), "为达比")
	if of && (len(l.left) <= 6 || listed && len(l.left) <= 13) {
		out.Cut = l.base // 全市的4.1倍、全国平均水平的23.6倍
		return out, nil
	}
	if at := rateOfRate(l.left); at > 0 {
		out.Cut = l.base + at
		return out, nil
	}
	if !of && !lang.HoldsOne(l.words, "相当于", "等于") {
		return nil, nil
	}
	m, ok, err := r.multiple.read(l.left)
	if err != nil || !ok {
		return nil, err
	}
	out.Cut, out.Verb = l.base+m.at, m.verb
	if bound := r.words.Bound(m.verb); l.Quantity.Bound == "eq" && bound != "eq" {
		out.Bound = bound // 不低于低保标准的[1.3倍]
	}
	l.parted(out)
	return out, nil
}

// rateOfRate is where one growth rate is held against another: 产业增速[为工业增速]2倍. It is 0 where none is.
func rateOfRate(left []rune) int {
	before, whose, ok := strings.Cut(string(left), "增速")
	if !ok || !strings.HasSuffix(whose, "增速") {
		return 0
	}
	for _, verb := range [...]string{"为", "是", "高于", "达到"} {
		if strings.HasPrefix(whose, verb) {
			return utf8.RuneCountInString(before) + 2
		}
	}
	return 0
}

// readOfTime reads what share of another year's figure was reached: 恢复到2019年的[92%],
// 相当于上年同期的[八成].
func readOfTime(r *Reader, l *Look) (*Reading, error) {
	if !l.percent() || !strings.HasSuffix(l.words, "的") {
		return nil, nil
	}
	if at := l.ofPast(); at >= 0 {
		out := l.out()
		out.Measure, out.Cut, out.Verb = "multiple", l.base+at, "相当于"
		return out, nil
	}
	m, ok, err := r.multiple.read(l.left)
	if err != nil || !ok || !isTime(m.of) || slices.Contains(grownVerbs, m.verb) {
		return nil, err
	}
	out := l.out()
	out.Measure, out.Cut, out.Verb = "multiple", l.base+m.at, m.verb
	l.parted(out)
	return out, nil
}

// ofPast is where a figure begins to be held against all that there was before, -1 where it is not:
// 相当于过去几十年总数的[120%].
func (l *Look) ofPast() int {
	left := string(l.left)
	at := strings.LastIndex(left, "相当于")
	if at < 0 || strings.ContainsAny(left[at:], "，；：。") || !lang.HoldsOne(left[at:], "过去", "以前", "历史上") {
		return -1
	}
	if !endsInOne(left, "总数的", "总和的", "总量的", "总额的") {
		return -1
	}
	return utf8.RuneCountInString(left[:at])
}

// isTime tells whether a figure is held against that of another time: 2019年, 上年同期水平,
// 疫情前.
func isTime(of string) bool {
	return endsInOne(strings.TrimSuffix(of, "水平"), "年", "同期", "年末", "年底", "疫情前", "改革前", "解放前", "战前")
}
