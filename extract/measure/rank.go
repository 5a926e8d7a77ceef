package measure

import (
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
	switch {
	case ok && r.assessed(l.words, m.verb):
		out.Verb = m.verb // 获评全市治水考核第一名: what it is about stands behind the verb
	case ok:
		if by, listed, err := r.rank.read(l.left[:m.at]); err == nil && listed && m.verb == "排名" && lists(by, l.left[:m.at]) {
			m = by // 名列全球专利申请排名[榜首]
		}
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

// lists tells whether a verb puts its subject on the list that the words behind it name.
func lists(by tail, left []rune) bool {
	return strings.HasSuffix(by.verb, "列") && !strings.Contains(string(left[by.at:]), "、") || by.verb == "位居"
}
