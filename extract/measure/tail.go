package measure

import (
	"maps"
	"slices"
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
type endings struct {
	by   map[rune][][]rune
	last han.Runes
}

func endingsOf(words []string) endings {
	e := endings{by: map[rune][][]rune{}}
	for _, w := range words {
		r := []rune(w)
		last := r[len(r)-1]
		e.by[last] = append(e.by[last], r)
	}
	for _, list := range e.by {
		slices.SortStableFunc(list, func(a, b []rune) int { return len(b) - len(a) })
	}
	e.last = han.RunesOf([]rune(e.lasts()))
	return e
}

// lasts are the last characters.
func (e *endings) lasts() string { return string(slices.Collect(maps.Keys(e.by))) }

// at adds to found where the words begin that t[:end] ends in, the longest first.
func (e *endings) at(t []rune, end int, found []int) []int {
	if end == 0 || !e.last.Has(t[end-1]) {
		return found
	}
	for _, w := range e.by[t[end-1]] {
		if from := end - len(w); from >= 0 && slices.Equal(t[from:end], w) {
			found = append(found, from)
		}
	}
	return found
}

// yearsAt adds to found where 三年 or 三年内 may begin that t[:end] ends in, the longest first.
func yearsAt(t []rune, end int, found []int) []int {
	if end > 1 && t[end-1] == '内' && t[end-2] == '年' {
		end--
	}
	if end == 0 || t[end-1] != '年' {
		return found
	}
	from := end - 1
	for from > 0 && (han.In(t[from-1], someDigits) || unicode.IsDigit(t[from-1])) {
		from--
	}
	if end-1-from >= 4 && from > 0 && lang.AnyAt(t, from-1, "的比较") {
		return found // 比1955年, 比丰收的1955年增产
	}
	for ; from < end-1; from++ {
		found = append(found, from)
	}
	return found
}

// adverbsAt adds to found where an adverb may begin that t[:end] ends in.
func (r *Reader) adverbsAt(t []rune, end int, found []int) []int {
	return r.adverbs.at(t, end, yearsAt(t, end, found))
}

// adverbsFrom is where the adverbs begin that t[:end] ends in.
func (r *Reader) adverbsFrom(t []rune, end int) int {
	var room [8]int
	if found := r.adverbsAt(t, end, room[:0]); len(found) > 0 && !perEach(t, found[0]) {
		return r.adverbsFrom(t, found[0])
	}
	return end
}

// perEach tells whether 均 at i ends a word for what an average is taken over, and is no adverb:
// 补助人[均]每月达到420元.
func perEach(t []rune, i int) bool { return t[i] == '均' && lang.AnyAt(t, i-1, "人户村亩") }

// betweenAt adds to found where the words between a verb of growth and its goal begin:
// 增长[了], 增速[要]达到, 增长[连续三年]保持在.
func (r *Reader) betweenAt(t []rune, end int, found []int) []int {
	if end > 0 && t[end-1] == '了' {
		found = append(found, end-1)
	}
	if r.words.LenAt(t, end, word.ReachedBy) == 0 {
		return found
	}
	for _, at := range yearsAt(t, end, nil) {
		if at >= 2 && t[at-2] == '连' && t[at-1] == '续' {
			found = append(found, at-2)
		}
	}
	return r.between.at(t, end, found)
}

// growthTail reads 同比增长, 分别比上年增长, 涨幅为, 增速达到 at the end of t.
func (r *Reader) growthTail(t []rune) (tail, bool) {
	if len(t) == 0 || !r.growthEnds.Has(t[len(t)-1]) {
		return tail{}, false // most numbers have no verb of growth before them
	}
	var room [4][8]int // what follows may be missing
	for _, post := range append(r.adverbsAt(t, len(t), room[0][:0]), len(t)) {
		for _, to := range append(r.reached.at(t, post, room[1][:0]), post) {
			for _, mid := range append(r.betweenAt(t, to, room[2][:0]), to) {
				for _, verb := range r.growths.at(t, mid, room[3][:0]) {
					pre := r.adverbsFrom(t, verb)
					return tail{at: pre, pre: string(t[pre:verb]), verb: string(t[verb:mid]), to: string(t[to:post]), post: string(t[post:])}, true
				}
			}
		}
	}
	return tail{}, false
}

// near is where the last of the words stands in t, with a few characters behind it and none of
// marks. ok is false where none does.
func (e *endings) near(t []rune, marks string) (at, end int, ok bool) {
	const few = 16
	var room [8]int
	for end := len(t); end > 0 && len(t)-end <= few && !lang.AnyAt(t, end, marks); end-- {
		if found := e.at(t, end, room[:0]); len(found) > 0 {
			return found[0], end, true
		}
	}
	return 0, 0, false
}

// reachTail reads 达到, 突破了, 也将达到 at the end of t.
func (r *Reader) reachTail(t []rune) (tail, bool) {
	var tried uint64 // places that no verb ends at
	var from func(post int) (tail, bool)
	from = func(post int) (tail, bool) {
		if tried>>post&1 != 0 {
			return tail{}, false
		}
		var room [8]int
		for _, at := range r.adverbsAt(t, post, room[:0]) {
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
			for _, verb := range r.reaches.at(t, end, room[:0]) {
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
