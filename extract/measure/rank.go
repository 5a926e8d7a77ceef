package measure

import (
	"strings"

	"zhibiao/extract/quantity"
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
	case ok && assessed(l.words, m.verb):
		out.Verb = m.verb // 获评全市治水考核第一名: what it is about stands behind the verb
	case ok:
		out.Cut, out.Verb = l.base+m.at, m.verb
		out.spread(m.pre)
	case quantity.RanksOf(l.Text, q.Start, l.From):
		out.Cut = q.Start - 2
	}
	return out, true, err
}

// assessed tells whether the words between a verb of winning and the rank name
// what was judged.
func assessed(words, verb string) bool {
	i := strings.LastIndex(words, verb)
	if i < 0 || !strings.HasPrefix(verb, "获") && !strings.HasPrefix(verb, "荣获") && !strings.HasPrefix(verb, "取得") {
		return false
	}
	for _, end := range [...]string{"考核", "评估", "测评", "评价", "评比", "竞赛", "考评"} {
		if strings.HasSuffix(words, end) {
			return true
		}
	}
	return false
}
