package measure

import "strings"

// readEach reads 各[1个], 均[3个], 均在[95%以上], 双[100%].
func readEach(_ *Reader, l *Look) (Reading, bool, error) {
	if name, ok := strings.CutSuffix(l.words, "双"); ok && l.percent() {
		out := l.level
		out.Each, out.Cut = true, l.Quantity.Before-1
		if strings.HasSuffix(name, "达到") {
			out.Cut -= 2
		}
		return out, true, nil
	}
	words, in := strings.CutSuffix(l.words, "在")
	last := len(l.left) - 1
	if in {
		last--
	}
	if !endsInOne(words, "各", "均", "都") || strings.HasSuffix(words, "平均") || perEach(l.left, last) {
		return Reading{}, false, nil
	}
	out := l.level
	out.Each, out.Cut = true, l.Quantity.Before-1
	if in {
		out.Cut--
	}
	return out, true, nil
}

// readDistributed reads 分别[3个], 分别为[3个].
func readDistributed(_ *Reader, l *Look) (Reading, bool, error) {
	i := strings.LastIndex(l.words, "分别")
	if i < 0 || len(l.words)-i > len("分别为到")+3 {
		return Reading{}, false, nil
	}
	out := l.level
	out.Distrib, out.Cut = true, l.base+len([]rune(l.words[:i]))
	return out, true, nil
}
