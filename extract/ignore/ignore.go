package ignore

import (
	"zhibiao/extract/lang"
)

// Mark marks the quantities that measure nothing: names, idioms, ordinals,
// codes, durations that only qualify.
func (n *Names) Mark(t []rune, from, to int, qs []lang.Quantity) error {
	p := &place{} // the one at work
	for i := range qs {
		q := &qs[i]
		*p = n.placeOf(t, q, from, to)
		if q.Why == "" {
			switch {
			case p.leading():
				q.Why = "defines what is counted"
			case p.quotedPair():
				q.Why = "name"
			}
		}
		if q.Why != "" || q.Rank || q.Part > 0 {
			continue
		}
		if why := p.codeOrName(); why != "" {
			if name, _, _ := n.literalAt(t, q.Start, from); name != "" {
				why = name // 一网通办 has no unit because it is a name
			}
			q.Why = why
			continue
		}
		why, s, e := n.literalAt(t, q.Start, from)
		// 二十分钟 holds 十分: a number that goes on behind the name is none of it.
		longer := e <= q.End && e-s < q.End-q.Start && s == q.Start && !q.Small()
		if why != "" && s <= q.Start && e > q.Start && !longer {
			q.Why = why
			continue
		}
		if q.Growth || q.Fraction {
			continue
		}
		// A number in digits with a unit of measurement is one; what is left
		// may be a name.
		if !q.Num.Han && q.Unit != nil && !q.Unit.Class {
			if why := p.defining(); why != "" {
				q.Why = why
			}
			continue
		}
		if !q.Num.Han && q.Unit != nil && !q.Unit.Weak && !quotedNear(t, q, from, to) {
			continue // 20家: a count in digits is none of the names
		}
		why, err := n.patternAt(t, q.Start, q.End, from, to)
		if err != nil {
			return err
		}
		if why != "" {
			q.Why = why
			continue
		}
		if why := p.defining(); why != "" {
			q.Why = why
		}
	}
	return nil
}

// quotedNear tells whether a quotation mark stands near q.
func quotedNear(t []rune, q *lang.Quantity, from, to int) bool {
	for k := max(from, q.Start-window); k < min(to, q.End+window); k++ {
		switch t[k] {
		case '“', '”', '《', '》', '‘', '’':
			return true
		}
	}
	return false
}
