package measure

import (
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode"

	"zhibiao/extract/lang"
	"zhibiao/extract/word"
	"zhibiao/han"
)

// tail is what the words right before a number say: where it starts in the runes
// given, and its parts.
type tail struct {
	at             int
	pre, verb, to  string
	of, head, post string
}

// endings are words by their last character, longest first.
type endings map[rune][][]rune

func endingsOf(words []string) endings {
	e := endings{}
	for _, w := range words {
		r := []rune(w)
		last := r[len(r)-1]
		e[last] = append(e[last], r)
	}
	for _, list := range e {
		slices.SortStableFunc(list, func(a, b []rune) int { return len(b) - len(a) })
	}
	return e
}

// set is the set of the last characters.
func (e endings) set() han.Set {
	return han.NewSet(string(slices.Collect(maps.Keys(e))))
}

// at yields where the words begin that t[:end] ends in, the longest first.
func (e endings) at(t []rune, end int) iter.Seq[int] {
	return func(yield func(int) bool) {
		if end == 0 {
			return
		}
		for _, w := range e[t[end-1]] {
			if from := end - len(w); from >= 0 && slices.Equal(t[from:end], w) && !yield(from) {
				return
			}
		}
	}
}

// yearsAt yields where 三年 or 三年内 may begin that t[:end] ends in, the longest first.
func yearsAt(t []rune, end int) iter.Seq[int] {
	return func(yield func(int) bool) {
		if end > 1 && t[end-1] == '内' && t[end-2] == '年' {
			end--
		}
		if end == 0 || t[end-1] != '年' {
			return
		}
		from := end - 1
		for from > 0 && (strings.ContainsRune(someDigits, t[from-1]) || unicode.IsDigit(t[from-1])) {
			from--
		}
		for ; from < end-1; from++ {
			if !yield(from) {
				return
			}
		}
	}
}

// adverbAt yields where an adverb may begin that t[:end] ends in.
func (r *Reader) adverbAt(t []rune, end int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for at := range yearsAt(t, end) {
			if !yield(at) {
				return
			}
		}
		r.adverbs.at(t, end)(yield)
	}
}

// adverbsFrom is where the adverbs begin that t[:end] ends in.
func (r *Reader) adverbsFrom(t []rune, end int) int {
	for from := range r.adverbAt(t, end) {
		return r.adverbsFrom(t, from)
	}
	return end
}

// orNone yields what seq yields, and end at last.
func orNone(seq iter.Seq[int], end int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for at := range seq {
			if !yield(at) {
				return
			}
		}
		yield(end)
	}
}

// betweenAt yields where the words between a verb of growth and its goal begin:
// 增长[了], 增速[要]达到, 增长[连续三年]保持在.
func (r *Reader) betweenAt(t []rune, end int) iter.Seq[int] {
	return func(yield func(int) bool) {
		if end > 0 && t[end-1] == '了' && !yield(end-1) {
			return
		}
		if lang.PrefixLen(t, end, r.words.List(word.ReachedBy)...) == 0 {
			return
		}
		for at := range yearsAt(t, end) {
			if at >= 2 && t[at-2] == '连' && t[at-1] == '续' && !yield(at-2) {
				return
			}
		}
		r.between.at(t, end)(yield)
	}
}

// growthTail reads 同比增长, 分别比上年增长, 涨幅为, 增速达到 at the end of t.
func (r *Reader) growthTail(t []rune) (tail, bool) {
	if !slices.ContainsFunc(t, r.growthEnds.Has) {
		return tail{}, false // most numbers have no verb of growth before them
	}
	for post := range orNone(r.adverbAt(t, len(t)), len(t)) {
		for to := range orNone(r.reached.at(t, post), post) {
			for mid := range orNone(r.betweenAt(t, to), to) {
				for verb := range r.growths.at(t, mid) {
					pre := r.adverbsFrom(t, verb)
					return tail{at: pre, pre: string(t[pre:verb]), verb: string(t[verb:mid]), to: string(t[to:post]), post: string(t[post:])}, true
				}
			}
		}
	}
	return tail{}, false
}

// reachTail reads 达到, 突破了, 也将达到 at the end of t.
func (r *Reader) reachTail(t []rune) (tail, bool) {
	var tried uint64 // places that no verb ends at
	var from func(post int) (tail, bool)
	from = func(post int) (tail, bool) {
		if tried>>post&1 != 0 {
			return tail{}, false
		}
		for at := range r.adverbAt(t, post) {
			if found, ok := from(at); ok {
				return found, true
			}
		}
		tried |= 1 << post
		end := post
		if end > 0 && t[end-1] == '了' {
			end--
		}
		for ; end <= post; end++ {
			for verb := range r.reaches.at(t, end) {
				if t[verb] == '为' && verb > 0 && (t[verb-1] == '行' || t[verb-1] == '人') {
					continue // 行为, 人为
				}
				if t[verb] == '超' && lang.IsBalance(t, verb-1, 0) {
					continue
				}
				pre := r.adverbsFrom(t, verb)
				return tail{at: pre, pre: string(t[pre:verb]), verb: string(t[verb:end]), post: string(t[end:])}, true
			}
		}
		return tail{}, false
	}
	return from(len(t))
}
