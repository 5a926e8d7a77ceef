package measure

import (
	"slices"
	"strings"

	"zhibiao/extract/quantity"
	"zhibiao/extract/word"
)

// readRank reads every rank: 增速居全省[第3位].
func readRank(r *Reader, l *Look) (*Reading, error) {
	q := l.Quantity
	if !q.Rank {
		return nil, nil
	}
	out := l.out()
	out.Measure = "rank"
	m, ok := r.rankTail(l.left)
	if m.verb == "排名" {
		m = r.listing(m, l.left)
	}
	group, judged := r.assessed(l.left, m)
	switch {
	case ok && judged: // 获评全市治水考核第一名: what it is about stands behind the verb
		out.Cut, out.Verb = q.Before-group, m.verb
	case ok:
		out.Cut, out.Verb = l.base+r.beforeArea(l.left[:m.at]), m.verb
		out.spread(m.pre)
	case quantity.RanksOf(r.words, l.Text[l.From:q.Start]):
		out.Cut = q.Start - 2
	}
	return out, nil
}

// beforeArea is where the area that something is ranked in begins if words end in it, else
// their end: 环境质量[在全省]排名第三.
func (r *Reader) beforeArea(words []rune) int {
	const area = 2
	end := len(words)
	if end <= area || !quantity.RanksOf(r.words, words) {
		return end
	}
	if end -= area; end > 1 && words[end-1] == '在' {
		end--
	}
	return end
}

// assessed tells whether the words between a verb of winning and the rank name what was
// judged, and how long the group is behind it that it was judged in, where nobody stands
// before the verb: 治水考核[县级组].
func (r *Reader) assessed(left []rune, m tail) (group int, ok bool) {
	const longest = 6
	if !r.words.Is(m.verb, word.Winning) {
		return 0, false
	}
	if strings.Trim(string(left[:m.at]), "连续两三四五六七八九十0123456789年") == "" {
		group = longest
	}
	from := m.at + len([]rune(m.pre+m.verb))
	for n := 0; n <= group && len(left)-n > from; n++ {
		if r.words.EndsIn(string(left[:len(left)-n]), word.Assessing) {
			return n, true
		}
	}
	return 0, false
}

// listing is the verb before a list that ends in 排名, which puts its subject there:
// [名列]全球专利申请排名榜首. It is m, 排名 itself, where none does.
func (r *Reader) listing(m tail, left []rune) tail {
	left = left[:m.at]
	by, ok := r.rankTail(left)
	if ok && (by.verb == "位居" || strings.HasSuffix(by.verb, "列") && !slices.Contains(left[by.at:], '、')) {
		return by
	}
	return m
}

// rankTail reads 位居, 连续三年排名 before the rank at the end of t, with the area between.
func (r *Reader) rankTail(t []rune) (tail, bool) {
	verb, end, ok := r.ranks.near(t, "，；：。")
	if !ok {
		return tail{}, false
	}
	pre := r.adverbsFrom(t, verb)
	return tail{at: pre, pre: string(t[pre:verb]), verb: string(t[verb:end])}, true
}
