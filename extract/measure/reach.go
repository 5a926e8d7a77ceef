package measure

import "strings"

// readReached reads 达到[500家].
func readReached(r *Reader, l *look) (Reading, bool, error) {
	m, ok, err := r.reach.read(l.left)
	if err != nil || !ok {
		return Reading{}, false, err
	}
	out := l.level
	out.Cut, out.Verb, out.Reached, out.Pre = l.base+m.at, m.verb, true, m.pre+m.post+m.verb
	out.spread(m.pre + m.post)
	return out, true, nil
}

// rates are names of growth that the number is reached by.
var rates = []string{"自然增长率", "增长率", "增幅", "涨幅", "增速", "降幅"}

// readRateReached reads 增速达到[6%]: the growth of what stands before.
func readRateReached(r *Reader, l *look) (Reading, bool, error) {
	if !l.percent() {
		return Reading{}, false, nil
	}
	out, ok, err := readReached(r, l)
	if err != nil || !ok {
		return Reading{}, false, err
	}
	before := l.until(out.Cut)
	for _, name := range rates {
		if !strings.HasSuffix(before, name) {
			continue
		}
		if name == "自然增长率" {
			break
		}
		if name == "降幅" {
			out.Sign = -1
		}
		out.Measure, out.Base = "growth", r.Base(l.words)
		out.Cut -= len([]rune(name))
		return out, true, nil
	}
	return Reading{}, false, nil
}
