package measure

import "strings"

// planned are what a plan sets.
var planned = []string{"计划", "指标", "预算", "定额", "预算数", "计划数", "任务"}

// readBeyond reads by how much a plan was surpassed: 超过年度计划[4.1%], 比原计划超过
// [4%].
func readBeyond(_ *Reader, l *look) (Reading, bool, error) {
	if !l.percent() || !endsInOne(strings.TrimSuffix(l.words, "的"), planned...) {
		return Reading{}, false, nil
	}
	out := l.level
	out.Measure, out.Base, out.Bound = "growth", "other", "eq"
	verb := "比"
	if !strings.Contains(string(l.Text[l.Quantity.Before:l.Quantity.Start]), "超过") {
		verb = "超过"
	}
	at := strings.LastIndex(l.words, verb)
	if at < 0 || strings.ContainsAny(l.words[at:], "，；：。、") {
		return Reading{}, false, nil
	}
	out.Verb, out.Cut = verb, l.base+len([]rune(l.words[:at]))
	return out, true, nil
}
