package measure

import "strings"

// readEach reads 各[1个], 均[3个], 均在[95%以上], 双[100%].
func readEach(_ *Reader, l *Look) (*Reading, error) {
	if name, ok := strings.CutSuffix(l.words, "双"); ok && l.percent() {
		out := l.out()
		out.Each, out.Cut = true, l.Quantity.Before-1
		if strings.HasSuffix(name, "达到") {
			out.Cut -= 2
		}
		return out, nil
	}
	words, in := strings.CutSuffix(l.words, "在")
	last := len(l.left) - 1
	if in {
		last--
	}
	if !endsInOne(words, "各", "均", "都") || strings.HasSuffix(words, "平均") || perEach(l.left, last) {
		return nil, nil
	}
	out := l.out()
	out.Each, out.Cut = true, l.Quantity.Before-1
	if in {
		out.Cut--
	}
	return out, nil
}

// readDistributed reads 分别[3个], 分别为[3个].
func readDistributed(_ *Reader, l *Look) (*Reading, error) {
	i := strings.LastIndex(l.words, "分别")
	if i < 0 || len(l.words)-i > len("分别为到")+3 {
		return nil, nil
	}
	out := l.out()
	out.Distrib, out.Cut = true, l.base+len([]rune(l.words[:i]))
	return out, nil
}
