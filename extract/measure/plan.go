package measure

import (
	"strings"

	"zhibiao/extract/lang"
)

// readPlan reads how much of a plan was done: 完成预算的[101%].
func readPlan(r *Reader, l *Look) (*Reading, error) {
	if !l.percent() || !lang.HoldsOne(l.words, "计划", "预算", "任务", "目标", "决算") {
		return nil, nil
	}
	m, ok, err := r.plan.read(l.left)
	if err != nil || !ok || !strings.HasSuffix(l.words, "的") && !strings.HasPrefix(l.words, "为") {
		return nil, err // 为年度计划112%
	}
	out := l.out()
	if l.surpasses(l.base + m.at) {
		return nil, nil // by so much it was surpassed
	}
	if strings.Contains(m.of, "决算") {
		out.Cut, out.Share, out.Verb = l.base+m.at, "占"+strings.TrimSuffix(m.of, "的")+"比重", m.verb
		return out, nil // 为上年决算数的[108%]
	}
	out.Cut, out.Share, out.Verb = l.base+m.at, "完成"+strings.TrimSuffix(m.of, "的"), "完成"
	l.parted(out) // 分别完成预算的102%和101%
	return out, nil
}
