package measure

import "zhibiao/extract/quantity"

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
	case ok:
		out.Cut, out.Verb = l.base+m.at, m.verb
		out.spread(m.pre)
	case quantity.RanksOf(l.Text, q.Start, l.From):
		out.Cut = q.Start - 2
	}
	return out, true, err
}
