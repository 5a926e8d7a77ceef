package measure

import (
	"strings"
	"unicode/utf8"

	"zhibiao/extract/lang"
	"zhibiao/extract/word"
)

// readBeyond reads by how much a plan was surpassed: 超过年度计划[4.1%], 比原计划超过
// [4%].
func readBeyond(r *Reader, l *Look) (*Reading, error) {
	switch {
	case l.percent():
	case l.Quantity.Rank:
		return nil, nil
	default:
		return l.moreThanPlanned(r)
	}
	if out := l.overfulfilled(r); out != nil {
		return out, nil
	}
	if !r.words.Has(strings.TrimSuffix(l.words, "的"), word.PlanNoun) {
		return nil, nil
	}
	out := l.out()
	out.Measure, out.Base, out.Bound = "growth", "other", "eq"
	verb := "比"
	if !strings.Contains(string(l.Text[l.Quantity.Before:l.Quantity.Start]), "超过") {
		verb = "超过"
	}
	at := strings.LastIndex(l.words, verb)
	if at < 0 || strings.ContainsAny(l.words[at:], "，；：。、") {
		return nil, nil
	}
	out.Verb, out.Cut = verb, l.base+len([]rune(l.words[:at]))
	return out, nil
}

// overfulfilled reads by how much more than a plan was done: 超额完成全年计划的[3%], 超额完成[9%].
func (l *Look) overfulfilled(r *Reader) *Reading {
	const done = "完成"
	at := strings.LastIndex(l.words, done)
	if at < 0 {
		return nil
	}
	verb := l.base + utf8.RuneCountInString(l.words[:at])
	plan := strings.TrimSuffix(l.words[at+len(done):], "的")
	if !l.surpasses(verb) || plan != "" && (strings.ContainsAny(plan, "，；：。、") || !r.words.Has(plan, word.PlanNoun)) {
		return nil
	}
	out := l.out()
	out.Measure, out.Base, out.Verb, out.Cut = "growth", "other", "超额"+done, max(l.From, verb-2)
	return out
}

// surpasses tells whether 超额 stands before a verb of doing, as an adverb that may be no word of
// the clause any more.
func (l *Look) surpasses(verb int) bool { return verb > 1 && lang.HasPrefix(l.Text, verb-2, "超额") }

// moreThanPlanned reads an amount by which a plan was surpassed, in a clause of its own:
// 超年初计划[10场], 超出市下达任务[50万平方米].
func (l *Look) moreThanPlanned(r *Reader) (*Reading, error) {
	if !l.may.Has('超') {
		return nil, nil
	}
	at := strings.LastIndexAny(l.words, "，；：。、")
	if at >= 0 {
		_, n := utf8.DecodeRuneInString(l.words[at:])
		at += n
	}
	own := l.words[max(at, 0):]
	if !strings.HasPrefix(own, "超") || strings.HasPrefix(own, "超额") || !r.words.Has(own, word.PlanNoun) {
		return nil, nil
	}
	out := l.out()
	out.Measure, out.Base, out.Verb = "change", "other", "超"
	out.Cut = l.base + utf8.RuneCountInString(l.words[:max(at, 0)])
	return out, nil
}
