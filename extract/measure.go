package extract

import (
	"strings"

	"zhibiao/extract/quantity"

	"zhibiao/extract/lang"
)

// reading is what the words around a quantity say of it.
type reading struct {
	measure string
	base    string
	sign    int
	cut     int    // where the verb phrase starts: what names the subject ends here
	share   string // 占A比重, to be put behind the owner
	of      string // the whole that a rank or a comparison is about
	verb    string
	pre     string // the adverbs before the verb
	opening bool   // the verb that opens the clause measures: 压减支出11%
	origin  bool   // 由X提高到Y: this is X
	reached bool   // a verb of reaching stands before the number: 达到, 突破
	distrib bool   // 分别: one value for each subject
	each    bool   // 均, 各, 都: the value holds for each subject
	rules   []string
}

// falls tells whether a growth verb means less.
func falls(verb string) bool {
	for _, w := range [...]string{"减收", "减产", "缩小", "削减", "精简", "减价", "节约", "下降", "下滑", "下跌", "降", "减少", "减低", "缩减", "压减", "压缩", "缩短", "回落", "跌", "递减", "衰退", "收窄", "贬值", "负增长", "调减", "少增", "落后", "低于", "压降", "后移"} {
		if strings.Contains(verb, w) {
			return true
		}
	}
	return verb == "减" || verb == "少"
}

// compares tells whether a verb holds a figure against another.
func compares(verb string) bool {
	switch verb {
	case "高于", "低于", "高出", "高过", "优于", "好于", "快于", "超出", "领先", "落后", "多于", "少于", "超过":
		return true
	}
	return false
}

// sides are the verbs of comparison that may stand before 全国, 全省.
var sides = []string{"高于", "低于", "高出", "高过", "优于", "好于", "快于", "超出", "超过", "领先", "落后", "超"}

// averages are no growth on average: 年均浓度.
var averages = strings.NewReplacer("上年平均", "上年", "年均浓度", "", "年均值", "", "年均气温", "")

// baseOf reads a base off the words before a growth: ” where they say nothing.
func baseOf(words string) string {
	words = averages.Replace(words)
	switch {
	case strings.Contains(words, "环比"), strings.Contains(words, "比上月"), strings.Contains(words, "比上季"):
		return "mom"
	case strings.Contains(words, "年均"), strings.Contains(words, "年平均"), strings.Contains(words, "每年递增"), strings.Contains(words, "平均每年"), strings.Contains(words, "递增"), strings.Contains(words, "平均递增"):
		return "annual_avg"
	case strings.Contains(words, "同比"), strings.Contains(words, "比上年"), strings.Contains(words, "比去年"), strings.Contains(words, "较上年"), strings.Contains(words, "较去年"), strings.Contains(words, "比年初"), strings.Contains(words, "较年初"), strings.Contains(words, "比上一年"), strings.Contains(words, "与上年"), strings.Contains(words, "与去年"):
		return "yoy"
	case strings.Contains(words, "比上届"), strings.Contains(words, "比前年"):
		return "other"
	}
	return ""
}

// measure reads the words t[from:q.before] left of a quantity. noun tells
// whether a noun stands before an offset; followed, whether one stands right
// behind the quantity.
func (x *Extractor) measure(t []rune, from int, q *lang.Quantity, noun func(end int) bool, followed bool) (reading, error) {
	left := t[from:q.Before]
	if len(left) > 48 {
		left = left[len(left)-48:]
	}
	base := q.Before - len(left)
	text := string(left)
	r := reading{measure: "level", cut: q.Before}
	dist := func(s string) {
		r.distrib = r.distrib || strings.Contains(s, "分别")
		r.each = r.each || strings.ContainsAny(s, "均都各") && !strings.Contains(s, "平均") && !strings.Contains(s, "人均") && !strings.Contains(s, "年均")
	}
	if !holdsAny(left, 16, originRunes) || !q.Rank && q.IsPoints() || !leadsOn(t, q) {
		// no origin, and most numbers have none
	} else if m, ok, err := readTail(x.tails.origin, left); err != nil {
		return r, err
	} else if ok {
		r.cut, r.verb, r.origin = base+m.at, m.verb, true
		if q.Rank {
			r.measure = "rank"
		}
		r.rules = append(r.rules, "period.origin")
		return r, nil
	}
	if q.Rank {
		r.measure = "rank"
		m, ok, err := readTail(x.tails.rank, left)
		if err != nil {
			return r, err
		}
		if ok {
			r.cut, r.verb = base+m.at, m.verb
			dist(m.pre)
			r.rules = append(r.rules, "measure.rank")
		} else if quantity.RanksOf(t, q.Start, from) {
			r.cut = q.Start - 2
		}
		return r, nil
	}
	if q.Growth {
		r.measure, r.sign = "growth", q.Sign
		r.base = baseOf(text)
		if m, ok, err := readTail(x.tails.growth, left); err != nil {
			return r, err
		} else if ok {
			r.cut = base + m.at
			dist(m.pre)
		} else if m, ok, err := readTail(x.tails.reach, left); err != nil {
			return r, err
		} else if ok {
			r.cut = base + m.at
			dist(m.pre)
		}
		r.rules = append(r.rules, "measure.doubling")
		return r, nil
	}
	ratio := q.Unit != nil && q.Unit.Dim == "ratio" || q.Fraction || q.UnitName == "%"
	if ratio && !q.IsPoints() && strings.Contains(text, "占") {
		m, ok, err := readTail(x.tails.share, left)
		if err != nil {
			return r, err
		}
		if ok && !strings.Contains(text[strings.LastIndex(text, "占"):], "增长") {
			r.cut = base + m.at
			// 占比 is a name of its own
			if m.of != "" && !strings.HasPrefix(m.of, "地面") && !strings.HasPrefix(m.of, "有率") && !strings.HasPrefix(m.of, "比") {
				head := "比重"
				if m.head == "比例" || m.head == "份额" {
					head = m.head
				}
				r.share = "占" + strings.TrimRight(m.of, "的达到为超过突约提升高至") + head
				r.verb = "占"
				r.rules = append(r.rules, "measure.share")
				i := r.cut - from
				if i > 0 {
					dist(string(t[max(from, r.cut-3):r.cut]))
				}
				return r, nil
			}
			r.cut = q.Before
			if m.of == "" && m.head == "" && strings.HasSuffix(text, "占") {
				r.cut, r.share, r.verb = q.Before-1, "占比", "占" // 住房占40%
				r.rules = append(r.rules, "measure.share")
				return r, nil
			}
		}
	}
	if ratio && !q.IsPoints() && strings.HasSuffix(text, "的") {
		m, ok, err := readTail(x.tails.part, left)
		if err != nil {
			return r, err
		}
		if ok {
			r.cut, r.verb = base+m.at, m.verb
			head := "比重"
			for _, h := range [...]string{"比例", "比重"} {
				if strings.HasSuffix(string(t[from:r.cut]), h) {
					head, r.cut = h, r.cut-2 // 投入比例不低于资金的30%
				}
			}
			r.share = "占" + m.of + head
			if q.Bound == "eq" {
				q.Bound = partBounds[m.verb]
			}
			r.rules = append(r.rules, "measure.share")
			return r, nil
		}
	}
	if q.UnitName == "倍" && strings.HasSuffix(text, "的") && len(left) <= 6 {
		r.measure, r.cut = "multiple", base // 全市的4.1倍、全国的23.6倍
		r.rules = append(r.rules, "measure.multiple")
		return r, nil
	}
	if q.UnitName == "倍" && (strings.HasSuffix(text, "的") || strings.Contains(text, "相当于") || strings.Contains(text, "等于")) {
		m, ok, err := readTail(x.tails.multiple, left)
		if err != nil {
			return r, err
		}
		if ok {
			r.measure, r.cut, r.verb = "multiple", base+m.at, m.verb
			if b := string(t[from:r.cut]); strings.HasSuffix(b, "分别") {
				r.distrib, r.cut = true, r.cut-2
			}
			r.rules = append(r.rules, "measure.multiple")
			return r, nil
		}
	}
	if ratio && !q.IsPoints() && (strings.Contains(text, "计划") || strings.Contains(text, "预算") || strings.Contains(text, "任务") || strings.Contains(text, "目标")) {
		m, ok, err := readTail(x.tails.plan, left)
		if err != nil {
			return r, err
		}
		if ok && strings.HasSuffix(text, "的") {
			r.cut, r.share, r.verb = base+m.at, "完成"+strings.TrimSuffix(m.of, "的"), "完成"
			r.rules = append(r.rules, "measure.plan")
			return r, nil
		}
	}
	if q.IsPoints() && (strings.HasSuffix(text, "高") || strings.HasSuffix(text, "低")) {
		if cut, _, err := x.baseCut(left, len(left)-1); err != nil {
			return r, err
		} else if cut >= 0 {
			r.measure, r.base, r.cut = "change", baseOf(text), base+cut
			if strings.HasSuffix(text, "低") {
				r.sign = -1
			}
			r.rules = append(r.rules, "measure.compared")
			return r, nil
		}
	}
	if q.IsPoints() || ratio && !q.Fraction {
		// 高于全国0.7个百分点
		for _, s := range sides {
			i := strings.LastIndex(text, s)
			if i < 0 {
				continue
			}
			of := text[i+len(s):]
			if q.IsPoints() && len([]rune(of)) <= 16 && !strings.ContainsAny(of, "，；：") {
				r.measure, r.base, r.verb = "change", "other", s
				r.of = of
				r.cut = base + len([]rune(text[:i]))
				if falls(s) {
					r.sign = -1
				}
				r.rules = append(r.rules, "measure.compared")
				return r, nil
			}
		}
	}
	var (
		m   tail
		ok  bool
		err error
	)
	if len(left) > 0 && x.tails.growthEnds[left[len(left)-1]] && holdsAny(left, 28, growthRunes) {
		if m, ok, err = readTail(x.tails.growth, left); err != nil {
			return r, err
		}
	}
	if ok && strings.HasSuffix(string(t[from:base+m.at]), "自然") { // 人口自然增长率 is a level
		if m.to != "" {
			r.cut = base + m.at + len([]rune(m.pre+m.verb)) + 1
		}
		r.rules = append(r.rules, "measure.rate")
		dist(m.pre + m.post)
		if r.cut > q.Before {
			r.cut = q.Before
		}
		return r, nil
	}
	if ok && (m.to == "" || ratio && !q.IsPoints() && rateName(m.verb)) {
		at := base + m.at
		if m.at > 0 && left[m.at-1] == '新' && strings.HasPrefix(m.verb, "增") {
			r.cut, r.verb = at-1, "新增" // 全市新增300家: nothing is compared
			return r, nil
		}
		verb := m.verb
		words := m.pre + m.post
		dist(m.pre + m.post)
		b := baseOf(text)
		if b == "" {
			b = baseOf(words)
		}
		named := noun(at)
		changes := q.IsPoints() || compares(verb)
		switch {
		case q.IsPoints():
			r.measure = "change"
		case ratio && (verb != "多" && verb != "少"):
			r.measure = "growth"
		case q.UnitName == "位" && q.Unit != nil:
			r.measure = "change"
		case named || withYear(text) || b != "" && !followed || !followed && strings.TrimSpace(string(t[from:at])) == "":
			r.measure = "change"
			if verb == "快" || verb == "多" && b == "" {
				r.measure = "level"
			}
		default:
			// 增加普惠性养老床位2000个 and 减少120个: the verb acts, nothing is compared
			r.verb = verb
			r.cut = at
			return r, nil
		}
		if r.measure != "level" {
			r.cut, r.verb, r.base, r.pre = at, verb, b, m.pre
			if cut, of, err := x.baseCut(left, m.at); err != nil {
				return r, err
			} else if cut >= 0 {
				r.cut = base + cut // 比一九五四年的铺轨里数增长
				if r.base == "" && (strings.HasSuffix(of, "前") || strings.Contains(of, "计划") || strings.Contains(of, "预算") || strings.Contains(of, "上届") || strings.Contains(of, "平均")) {
					r.base = "other" // 较疫情前
				}
			}
			if falls(verb) {
				r.sign = -1
			}
			if changes && compares(verb) {
				r.base = "other"
			}
			r.rules = append(r.rules, "measure."+r.measure)
			return r, nil
		}
	}
	if ok && m.to != "" {
		r.cut, r.verb, r.reached, r.pre = base+m.at, m.verb+m.to, true, m.pre
		dist(m.pre + m.post)
		r.rules = append(r.rules, "measure.reached")
		return r, nil
	}
	if len(left) == 0 || !x.tails.reachEnds[left[len(left)-1]] {
		m, ok = tail{}, false
	} else if m, ok, err = readTail(x.tails.reach, left); err != nil {
		return r, err
	}
	if ok {
		r.cut, r.verb, r.reached, r.pre = base+m.at, m.verb, true, m.pre+m.post+m.verb
		dist(m.pre + m.post)
		r.rules = append(r.rules, "measure.reached")
		if strings.HasSuffix(string(t[from:r.cut]), "增幅") || strings.HasSuffix(string(t[from:r.cut]), "涨幅") || strings.HasSuffix(string(t[from:r.cut]), "增速") || strings.HasSuffix(string(t[from:r.cut]), "降幅") || strings.HasSuffix(string(t[from:r.cut]), "增长率") {
			if ratio && !q.IsPoints() {
				n := 2
				if strings.HasSuffix(string(t[from:r.cut]), "增长率") {
					n = 3
				}
				if !strings.HasSuffix(string(t[from:r.cut]), "自然增长率") {
					if strings.HasSuffix(string(t[from:r.cut]), "降幅") {
						r.sign = -1
					}
					r.measure, r.cut = "growth", r.cut-n
					r.base = baseOf(text)
				}
			}
		}
		return r, nil
	}
	for _, s := range [...]string{"各", "均", "都"} {
		if strings.HasSuffix(text, s) && !strings.HasSuffix(text, "平均") && !strings.HasSuffix(text, "人均") {
			r.each, r.cut = true, q.Before-1
			return r, nil
		}
	}
	if i := strings.LastIndex(text, "分别"); i >= 0 && len(text)-i <= len("分别为到")+3 {
		r.distrib = true
		r.cut = base + len([]rune(text[:i]))
	}
	return r, nil
}

// partBounds are the bounds of 不低于A的30%.
var partBounds = map[string]string{"不低于": "ge", "不少于": "ge", "超过": "ge", "高于": "ge", "不超过": "le", "不高于": "le", "低于": "le", "达到": "eq"}

// baseCut is where a comparison starts that ends at left[:at], -1 if none does.
func (x *Extractor) baseCut(left []rune, at int) (cut int, of string, err error) {
	if !holdsAny(left[:at], 24, baseRunes) {
		return -1, "", nil
	}
	m, ok, err := readTail(x.tails.base, left[:at])
	if err != nil || !ok {
		return -1, "", err
	}
	for _, w := range [...]string{"年", "上届", "计划", "预算", "全国", "全省", "全市", "平均", "期", "初", "末", "以前", "之前", "前"} {
		if strings.Contains(m.of, w) {
			if m.verb == "和" || m.verb == "与" || m.verb == "同" {
				if w != "年" && w != "期" {
					continue
				}
			}
			return m.at, m.of, nil
		}
	}
	return -1, "", nil
}

// withYear tells whether a base year stands before the verb: 比1952年增加.
func withYear(text string) bool {
	for _, w := range [...]string{"比", "较", "同", "与"} {
		if i := strings.LastIndex(text, w); i >= 0 && strings.Contains(text[i:], "年") && len(text)-i < 60 {
			return true
		}
	}
	return false
}

// The runes that the patterns cannot do without: a look at them spares most
// numbers the pattern.
const (
	originRunes = "由从"
	growthRunes = "增降升减涨高低提缩压延扩加快上下跌落滑回超优好领收拉移进攀翻拓放贬值改善递衰负多少削精节速"
	baseRunes   = "比较同与和"
	// 还原, 扣除, 剔除, 按, 不含, 考虑
	qualifierRunes = "还扣剔按含考"
)

// holdsAny tells whether one of runes stands in the last n of t.
func holdsAny(t []rune, n int, runes string) bool {
	for _, r := range t[max(0, len(t)-n):] {
		if strings.ContainsRune(runes, r) {
			return true
		}
	}
	return false
}

// leadsOn tells whether 到, 至 or 为 follows in the clause: 由66户整合至12户.
func leadsOn(t []rune, q *lang.Quantity) bool {
	for k := q.After; k < len(t) && k < q.After+14; k++ {
		switch t[k] {
		case '到', '至', '为', '成':
			return true
		case '，', '。', '；':
			return false
		}
	}
	return false
}

// rateName tells whether a growth word is the name of a rate: 增速达到6%.
func rateName(verb string) bool {
	switch verb {
	case "上涨幅度", "下降幅度", "提升幅度", "增长的速度", "递增速度", "增长预期目标", "预期增长目标", "增长目标", "增长比例", "增幅", "增速", "涨幅", "降幅", "升幅", "增长率", "增长速度", "增长幅度":
		return true
	}
	return false
}
