package measure

import (
	"strings"

	"zhibiao/extract/lang"
)

// readOrigin reads what a figure came from: 由2020年的[66户]整合至12户, 将现行[16%]的税率降至13%.
func readOrigin(r *Reader, l *Look) (*Reading, error) {
	q := l.Quantity
	if now := "现行"; l.percent() && strings.HasSuffix(l.words, now) && leadsOn(l.Text, q.After) {
		out := l.out()
		out.Cut, out.Verb, out.Origin = q.Before-2, now, true
		return out, nil
	}
	if !q.Rank && q.IsPoints() || !r.origin.may(l.left) || !leadsOn(l.Text, q.After) {
		return nil, nil
	}
	m, ok, err := r.origin.read(l.left)
	if !ok && q.Rank {
		m, ok = cameFromPlace(l.left)
	}
	if err != nil || !ok {
		return nil, err
	}
	out := l.out()
	out.Cut, out.Verb, out.Origin = l.base+m.at, m.verb, true
	if q.Rank {
		out.Measure = "rank"
	}
	return out, nil
}

// cameFromPlace reads the words before a rank that another came from: 由上年居世界[第五位]上升到
// 第四位.
func cameFromPlace(left []rune) (tail, bool) {
	for k := len(left) - 1; k >= 0 && !lang.IsHard(left[k]); k-- {
		if left[k] == '由' || left[k] == '从' {
			return tail{at: k, verb: string(left[k])}, strings.ContainsAny(string(left[k:]), "居排列")
		}
	}
	return tail{}, false
}

// leadsOn tells whether 到, 至, 为 or 成 follows t[at:] in the clause, or with its
// verb right behind it: 由66户整合至12户, 由上年的2.6吨，降低到2.3吨.
func leadsOn(t []rune, at int) bool {
	end := min(len(t), at+14)
	for k := at; k < end; k++ {
		switch t[k] {
		case '到', '至', '为':
			return true
		case '成':
			return !lang.AnyAt(t, k-1, "组构") // 由80名律师组成
		case '，':
			end = min(end, k+5)
		case '。', '；':
			return false
		}
	}
	return false
}
