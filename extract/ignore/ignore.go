package ignore

import (
	"zhibiao/extract/lang"
	"zhibiao/han"
)

// Mark marks the quantities that measure nothing: names, idioms, ordinals,
// codes, durations that only qualify.
func (n *Names) Mark(t []rune, from, to int, qs []lang.Quantity) error {
	p := &place{} // the one at work
	for i := range qs {
		q := &qs[i]
		*p = n.placeOf(t, q, from, to)
		if q.Why == "" {
			q.Why = p.listed()
		}
		if q.Why != "" || q.Rank || q.Part > 0 {
			continue
		}
		why, err := n.why(t, p)
		if err != nil {
			return err
		}
		q.Why = why
	}
	return nil
}

// listed tells why a number measures nothing that is the first of a ranking or one of a
// slogan's.
func (p *place) listed() string {
	switch {
	case p.leading():
		return "defines what is counted"
	case p.quotedPair():
		return "name"
	}
	return ""
}

// why tells why the number of p measures nothing, "" where it measures something.
func (n *Names) why(t []rune, p *place) (string, error) {
	q := p.q
	name, start, end := n.literalAt(t, q.Start, p.from)
	if why := p.codeOrName(); why != "" {
		if name != "" {
			why = name // 一网通办 has no unit because it is a name
		}
		return why, nil
	}
	// 十分钟 holds 十分: a number that goes on behind the name is none of it.
	longer := start == q.Start && end < q.End && !q.Small()
	switch {
	case name != "" && !longer:
		return name, nil
	case q.Growth, q.Fraction:
		return "", nil
	case q.Num.Han, q.Unit == nil:
	case !q.Unit.Class:
		return p.defining(), nil // in digits with a unit of measurement: no name
	case !q.Unit.Weak && !quotedNear(t, q, p.from, p.to):
		return "", nil // 20家: a count in digits is none of the names
	}
	why, err := n.patternAt(t, q.Start, q.End, p.from, p.to)
	if why == "" && err == nil {
		why = p.defining()
	}
	return why, err
}

var quotes = han.NewSet("“”《》‘’")

// quotedNear tells whether a quotation mark stands near q.
func quotedNear(t []rune, q *lang.Quantity, from, to int) bool {
	for k := max(from, q.Start-window); k < min(to, q.End+window); k++ {
		if quotes.Has(t[k]) {
			return true
		}
	}
	return false
}
