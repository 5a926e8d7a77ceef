package measure

import (
	"strings"

	"zhibiao/extract/word"
)

// readReached reads 达到[500家].
func readReached(r *Reader, l *Look) (*Reading, error) {
	m, ok := r.reachTail(l.left)
	if !ok {
		return nil, nil
	}
	if l.Followed && endsInOne(m.verb, "完成", "实现") {
		return nil, nil // 力争完成2亿元水利投资
	}
	out := l.out()
	out.Cut, out.Verb, out.Reached, out.Pre = l.base+m.at, m.verb, true, m.pre+m.post+m.verb
	out.spread(m.pre + m.post)
	return out, nil
}

// readIntended reads 计划 before a number that a word bounds: 投资计划超过[80亿
// 元], and of what is made: 粮食总产量计划[43亿斤]. 投资计划[80亿元] is the plan's.
func readIntended(_ *Reader, l *Look) (*Reading, error) {
	q := l.Quantity
	if q.Before == q.Start && !endsInOne(strings.TrimSuffix(l.words, "计划"), "产量", "产值", "总值", "总额", "利润") || l.Followed || !strings.HasSuffix(l.words, "计划") || endsInOne(l.words, "原计划", "年计划", "年度计划") || !l.Noun(q.Before-2) {
		return nil, nil
	}
	out := l.out()
	out.Cut, out.Verb, out.Reached = q.Before-2, "计划", true
	return out, nil
}

// readRateReached reads 增速达到[6%]: the growth of what stands before.
func readRateReached(r *Reader, l *Look) (*Reading, error) {
	if !l.percent() {
		return nil, nil
	}
	out, err := readReached(r, l)
	if err != nil || out == nil {
		return nil, err
	}
	before := l.until(out.Cut)
	name := r.words.End(before, word.RateName)
	if name == "" || strings.HasSuffix(before, "自然增长率") {
		return nil, nil
	}
	if r.Falls(name) {
		out.Sign = -1
	}
	out.Measure, out.Base = "growth", r.Base(l.words)
	out.Cut -= len([]rune(name))
	return out, nil
}
