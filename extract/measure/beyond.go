package measure

import (
	"strings"

	"zhibiao/extract/word"
)

// readBeyond reads by how much a plan was surpassed: 超过年度计划[4.1%], 比原计划超过
// [4%].
func readBeyond(r *Reader, l *look) (Reading, bool, error) {
	if !l.percent() || !r.words.Has(strings.TrimSuffix(l.words, "的"), word.PlanNoun) {
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
