package measure

import (
	"strings"

	"zhibiao/extract/word"
)

// readComparedBase reads a difference with a base: 比上年高[2个百分点].
func readComparedBase(r *Reader, l *look) (Reading, bool, error) {
	if !l.Quantity.IsPoints() || !endsInOne(l.words, "高", "低") {
		return Reading{}, false, nil
	}
	cut, of, err := r.baseCut(l.left[:len(l.left)-1])
	if err != nil || cut < 0 {
		return Reading{}, false, err
	}
	out := l.level
	out.Measure, out.Base, out.Cut = "change", r.Base(l.words), l.base+cut
	if out.Base == "" && r.words.Has(of, word.Wider) {
		out.Base = "other" // 比全省低1.6个百分点
	}
	out.spread(string(l.Text[max(l.From, out.Cut-3):out.Cut]))
	if strings.HasSuffix(l.until(out.Cut), "分别") {
		out.Cut -= 2
	}
	if strings.HasSuffix(l.words, "低") {
		out.Sign = -1
	}
	return out, true, nil
}

// readComparedTo reads a difference from another place's figure: 高于全国[0.7个
// 百分点].
func readComparedTo(r *Reader, l *look) (Reading, bool, error) {
	if !l.Quantity.IsPoints() {
		return Reading{}, false, nil
	}
	verb, at := r.side(l.words)
	if at < 0 {
		return Reading{}, false, nil
	}
	of := l.words[at+len(verb):]
	if len([]rune(of)) > 16 || strings.ContainsAny(of, "，；：") {
		return Reading{}, false, nil
	}
	out := l.level
	out.Measure, out.Base, out.Verb, out.Of = "change", "other", verb, of
	out.Cut = l.base + len([]rune(l.words[:at]))
	if r.Falls(verb) {
		out.Sign = -1
	}
	return out, true, nil
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
