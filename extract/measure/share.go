package measure

import (
	"slices"
	"strings"

	"zhibiao/extract/lang"
	"zhibiao/extract/word"
)

// readShare reads a share with its whole: 工业占经济总量比重达[30%]. The share is
// put behind its owner: 工业占经济总量比重.
func readShare(r *Reader, l *Look) (*Reading, error) {
	m, ok, err := l.share(r)
	if err != nil || !ok || m.of == "" || strings.HasPrefix(m.of, "比") || strings.HasPrefix(m.of, "地面") || strings.HasPrefix(m.of, "有率") || strings.HasPrefix(m.of, "有量") {
		return nil, err // 占比, 占地面积 and 占有率 are names of their own
	}
	out := l.out()
	out.Cut, out.Verb = l.base+m.at, "占"
	head := "比重"
	if m.head == "比例" || m.head == "份额" {
		head = m.head
	}
	of := strings.TrimRight(m.of, "的达到为超过突约提升高至由从")
	if name, _, ok := strings.Cut(of, "比例连续"); ok {
		of, head = name, "比例" // 占生产总值比例连续三年
	}
	if name, _, ok := strings.Cut(of, "比重连续"); ok {
		of = name
	}
	out.Share = "占" + strings.TrimSuffix(strings.TrimSuffix(of, "比重"), "比例") + head
	out.Each = endsInOne(l.words, "比重均", "比重都") // 占服务业比重均[突破七成]
	if m.verb == "约占" && l.Quantity.Bound == "eq" {
		out.Bound = "approx"
	}
	if out.Cut > l.From {
		out.spread(string(l.Text[max(l.From, out.Cut-3):out.Cut]))
	}
	return out, nil
}

// readShareAlone reads a share of what was named before: 其中住房占[40%], 约占[40%].
func readShareAlone(r *Reader, l *Look) (*Reading, error) {
	if q := l.Quantity; l.percent() && q.Start > q.Before && l.Text[q.Start-1] == '占' {
		out := l.out()
		out.Share, out.Verb = "占比", "占"
		return out, nil
	}
	if !strings.HasSuffix(l.words, "占") {
		return nil, nil
	}
	m, ok, err := l.share(r)
	if err != nil || !ok || m.of != "" || m.head != "" {
		return nil, err
	}
	out := l.out()
	out.Cut, out.Share, out.Verb = l.Quantity.Before-1, "占比", "占"
	return out, nil
}

// share reads 占A比重 before a percentage; 占A的比重增长 is no share.
func (l *Look) share(r *Reader) (tail, bool, error) {
	at := strings.LastIndex(l.words, "占")
	if at < 0 || !l.percent() || strings.Contains(l.words[at:], "增长") {
		return tail{}, false, nil
	}
	return r.share.read(l.left)
}

// readShareBound reads a share whose verb bounds it: 投入比例不低于资金的[30%].
func readShareBound(r *Reader, l *Look) (*Reading, error) {
	left, half := l.left, !strings.HasSuffix(l.words, "的") // 超过全球[一半]
	if !l.percent() || half && (!l.Quantity.Fraction || lang.AnyAt(l.Text, l.Quantity.After, "、和")) {
		return nil, nil
	}
	if l.Quantity.UnitName == "倍" {
		return nil, nil // 达到1950年的1.8倍
	}
	if half {
		left = append(slices.Clone(left), '的')
	}
	m, ok, err := r.part.read(left)
	if err != nil || !ok || isTime(m.of) || l.ofPast() >= 0 || half && !r.words.IsOne(m.of, word.Wider) {
		return nil, err
	}
	if strings.HasSuffix(m.verb, "到") && m.verb != "达到" && !endsInOne(m.of, "人口", "总数", "总量", "总额") {
		return nil, nil // 扩大到全国人口的72%, but 增加到上年的3倍
	}
	out := l.out()
	out.Cut, out.Verb = l.base+r.adverbsFrom(l.left, m.at), m.verb
	switch {
	case endsInOne(m.of, "水平", "平均数", "确定", "规定", "提出", "预定"):
		out.Reached = true // 相当于全国平均水平的一半, 仅为世界平均水平的四分之一, 低于年初确定的10%
		return out, nil
	case endsInOne(m.verb, "为", "有"):
		if !r.words.IsOne(strings.TrimSuffix(m.of, "平均"), word.Wider) {
			return nil, nil
		}
		out.Reached = true // 仅为全省的73%, 只有全国平均的八成
		return out, nil
	}
	head := "比重"
	for _, h := range [...]string{"比例", "比重"} {
		if strings.HasSuffix(l.until(out.Cut), h) {
			head, out.Cut = h, out.Cut-2
		}
	}
	out.Share = "占" + m.of + head
	if l.Quantity.Bound == "eq" {
		out.Bound = r.words.Bound(m.verb)
	}
	return out, nil
}
