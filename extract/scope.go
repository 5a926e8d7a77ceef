package extract

// lookup returns the governing period before offset at.
func (c *context) period(q *quantity) *mention {
	var best *mention
	for i := range c.ms {
		m := &c.ms[i]
		if m.start > q.start {
			break
		}
		if m.base || m.silent || c.bracketed(m, q) {
			continue
		}
		if m.origin && c.between(m, q) {
			continue
		}
		best = m
	}
	return best
}

// between tells whether another quantity stands between m and q.
func (c *context) between(m *mention, q *quantity) bool {
	for i := range c.qs {
		if p := &c.qs[i]; p.why == "" && p.start >= m.end && p.end <= q.start {
			return true
		}
	}
	return false
}

// bracketed tells whether m stands in a bracket that closes before q.
func (c *context) bracketed(m *mention, q *quantity) bool {
	depth := 0
	for k := m.start - 1; k >= c.from; k-- {
		if c.t[k] == '）' {
			depth--
		}
		if c.t[k] == '（' {
			depth++
		}
	}
	if depth <= 0 {
		return false
	}
	for k := m.end; k < q.start; k++ {
		if c.t[k] == '）' {
			return true
		}
	}
	return false
}

// comparison is the base period named in the clause of q, nil if none is.
func (c *context) comparison(q *quantity, from int) *mention {
	for i := len(c.ms) - 1; i >= 0; i-- {
		m := &c.ms[i]
		if m.base && m.start >= from && m.end <= q.start {
			return m
		}
	}
	return nil
}
