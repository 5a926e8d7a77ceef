package measure

// readOrigin reads what a figure came from: 由2020年的[66户]整合至12户.
func readOrigin(r *Reader, l *look) (Reading, bool, error) {
	q := l.Quantity
	if !q.Rank && q.IsPoints() || !r.origin.may(l.left) || !leadsOn(l.Text, q.After) {
		return Reading{}, false, nil
	}
	m, ok, err := r.origin.read(l.left)
	if err != nil || !ok {
		return Reading{}, false, err
	}
	out := l.level
	out.Cut, out.Verb, out.Origin = l.base+m.at, m.verb, true
	if q.Rank {
		out.Measure = "rank"
	}
	return out, true, nil
}

// leadsOn tells whether 到, 至, 为 or 成 follows t[at:] in the clause: 由66户整合至12户.
func leadsOn(t []rune, at int) bool {
	for k := at; k < len(t) && k < at+14; k++ {
		switch t[k] {
		case '到', '至', '为', '成':
			return true
		case '，', '。', '；':
			return false
		}
	}
	return false
}
