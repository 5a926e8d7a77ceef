package measure

import (
	"slices"
	"strings"

	"zhibiao/extract/quantity"
	"zhibiao/extract/word"
)

// readRank reads every rank: 增速居全省[第3位].
func readRank(r *Reader, l *look) (Reading, bool, error) {
	q := l.Quantity
	if !q.Rank {
		return Reading{}, false, nil
	}
	out := l.level
	out.Measure = "rank"
	m, ok, err := r.rank.read(l.left)
	if m.verb == "排名" {
		m, err = r.listing(m, l.left)
	}
	switch {
	case ok && r.assessed(l.words, m.verb):
		out.Verb = m.verb // 获评全市治水考核第一名: what it is about stands behind the verb
	case ok:
		out.Cut, out.Verb = l.base+m.at, m.verb
		out.spread(m.pre)
	case quantity.RanksOf(r.words, l.Text[l.From:q.Start]):
		out.Cut = q.Start - 2
	}
	return out, true, err
}

// assessed tells whether the words between a verb of winning and the rank name
// what was judged.
func (r *Reader) assessed(words, verb string) bool {
	return r.words.Is(verb, word.Winning) && r.words.EndsIn(words, word.Assessing)
}

// listing is the verb before a list that ends in 排名, which puts its subject there:
// [名列]全球专利申请排名榜首. It is m, 排名 itself, where none does.
func (r *Reader) listing(m tail, left []rune) (tail, error) {
	left = left[:m.at]
	by, ok, err := r.rank.read(left)
	switch {
	case !ok:
	case by.verb == "位居", strings.HasSuffix(by.verb, "列") && !slices.Contains(left[by.at:], '、'):
		return by, err
	}
	return m, err
}
