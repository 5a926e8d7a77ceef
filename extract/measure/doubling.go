package measure

import "strings"

// readDoubling reads every quantity whose own words say growth: 产值[翻一番],
// 数量增长到[两倍].
func readDoubling(r *Reader, l *Look) (*Reading, error) {
	q := l.Quantity
	if !q.Growth {
		return nil, nil
	}
	out := l.out()
	out.Measure, out.Sign, out.Base = "growth", q.Sign, r.Base(l.words)
	m, ok := r.growthTail(l.left)
	if !ok {
		m, ok = r.reachTail(l.left)
	}
	if ok {
		out.Cut = l.base + m.at
		out.spread(m.pre)
	}
	for _, w := range [...]string{"两个", "实现", "保持", "呈"} { // 使用量实现零增长
		if name := l.until(out.Cut); strings.HasSuffix(name, w) && !strings.HasSuffix(name, "“"+w) {
			out.Cut -= len([]rune(w))
		}
	}
	return out, nil
}
