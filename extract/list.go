package extract

import (
	"strings"
	"unicode/utf8"

	"zhibiao/extract/lang"
)

// parts cuts a list at 、 和 及 与.
func (c *context) parts(items []item) [][]item {
	var out [][]item
	start := 0
	for i := 0; i <= len(items); i++ {
		if i == len(items) || isJoint(&items[i]) {
			if i > start {
				out = append(out, items[start:i])
			}
			start = i + 1
		}
	}
	return out
}

// distribute gives the values behind 分别 one subject each.
func (c *context) distribute(d *draft, q *lang.Quantity, np nounPhrase, head []item) {
	n := c.series(q)
	st := c.st
	items := np.items()
	var subjects []phrase
	if all := c.expand(c.parts(items), n); n == 1 && len(all) > 1 {
		d.subjects = all // 能耗和排放量分别下降3%
		d.rules = append(d.rules, "subject.each")
		return
	}
	if owners := c.parts(np.owner); np.carry && len(owners) == n && n > 1 && len(c.parts(np.object)) == 1 {
		// 金融、文化等支柱产业分别实现增加值…
		for _, o := range c.expand(owners, n) {
			subjects = append(subjects, join(o, phraseOf(c.doc.Text, np.object)))
		}
		d.rules = append(d.rules, "subject.distributed")
		d.subjects, c.pending, c.spread, c.group = subjects[:1], subjects[1:], d.r, subjects
		return
	}
	if len(items) == 0 {
		if h := len(st.history); h >= n {
			subjects = st.history[h-n:]
		} else if len(st.last) == n {
			subjects = st.last
		} else if list := c.expand(c.parts(untilVerb(st.trim(c.lastClause))), n); len(list) == n {
			subjects = list
		} else {
			subjects = st.history
		}
		d.rules = append(d.rules, "subject.distributed.before")
	} else {
		subjects = c.expand(c.parts(items), n)
		if len(np.owner) > 0 && len(subjects) > 1 && np.carry {
			o := phraseOf(c.doc.Text, np.owner)
			parts := c.expand(c.parts(np.object), n)
			if len(parts) == n {
				for i := range parts {
					parts[i] = join(o, parts[i])
				}
				subjects = parts
			}
		}
		// 税收分别增长: the list stands before, the attribute here.
		if len(subjects) == 1 && n > 1 {
			if list := c.expand(c.listBefore(head), n); len(list) == n {
				for i := range list {
					list[i] = join(list[i], subjects[0])
				}
				subjects = list
			} else if h := len(st.history); h >= n && attribute[subjects[0].text] {
				a := subjects[0]
				subjects = nil
				for _, p := range st.history[h-n:] {
					subjects = append(subjects, join(stripAttribute(p), a))
				}
			}
		}
		d.rules = append(d.rules, "subject.distributed")
	}
	if len(subjects) == 0 {
		return
	}
	c.group = subjects
	d.subjects = subjects[:1]
	c.pending = subjects[1:]
	c.spread = d.r
}

// untilVerb is what stands before the first verb that governs.
func untilVerb(items []item) []item {
	for i := range items {
		if i > 0 && (items[i].isVerb() && !nominal[items[i].text] || strings.HasPrefix(items[i].text, "跃上") || strings.HasPrefix(items[i].text, "创")) {
			return clean(items[:i])
		}
	}
	return clean(items)
}

// series counts the quantities that stand side by side from q on.
func (c *context) series(q *lang.Quantity) int {
	n, end := 0, -1
	for i := range c.qs {
		p := &c.qs[i]
		if p.Why != "" {
			continue
		}
		if p == q {
			n, end = 1, p.After
			continue
		}
		if n == 0 {
			continue
		}
		for _, r := range c.t[min(end, p.Before):p.Before] { // 大约 may belong to both
			switch r {
			case '、', '和', '及', '与', ' ':
			default:
				return n
			}
		}
		n++
		end = p.After
	}
	return n
}

// listBefore is the list of the clause before head: A、B等行业发展较快，税收分别….
func (c *context) listBefore(head []item) [][]item {
	if len(head) == 0 {
		return nil
	}
	end := -1
	for i := range c.items {
		if c.items[i].start >= head[0].start {
			break
		}
		if c.items[i].kind == stop {
			end = i
		}
	}
	if end < 0 {
		return nil
	}
	start := 0
	for i := end - 1; i >= 0; i-- {
		if c.items[i].kind == stop {
			start = i + 1
			break
		}
	}
	items := c.items[start:end]
	for i := range items {
		if items[i].text == "等" || items[i].isVerb() && !nominal[items[i].text] {
			items = items[:i]
			break
		}
	}
	return c.parts(clean(c.st.trim(items)))
}

// expand makes n subjects of the parts of a list: 养老、医疗和失业保险参保人数
// are three 保险参保人数, 省属企业营业收入、利润 are both the enterprises'.
func (c *context) expand(parts [][]item, n int) []phrase {
	text := c.doc.Text
	if len(parts) == 0 {
		return nil
	}
	if three := industries(parts); three != nil {
		return three
	}
	if len(parts) == 1 && n == 2 {
		if two := pairOf(phraseOf(text, parts[0])); two != nil {
			return two
		}
	}
	out := make([]phrase, len(parts))
	for i := range parts {
		out[i] = phraseOf(text, parts[i])
	}
	last := len(parts) - 1
	if last == 0 {
		return out
	}
	// 万元GDP能耗、水耗 are both per GDP.
	for _, p := range ratios {
		if !strings.HasPrefix(out[0].text, p) || len(out[0].text) == len(p) {
			continue
		}
		n := utf8.RuneCountInString(p)
		for i := 1; i <= last; i++ {
			if !strings.HasPrefix(out[i].text, p) && perGDP(out[i].text) && len(out[0].spans) > 0 {
				a := out[0].spans[0][0]
				out[i] = join(phrase{text: p, spans: [][2]int{{a, a + n}}}, out[i])
			}
		}
		return out
	}
	complete := c.allIndicators(out)
	// the head that the last part has and the others lack
	suffix, example := phrase{}, phrase{}
	for i := range parts[last] {
		if parts[last][i].text == "等" {
			suffix, example = phraseOf(text, parts[last][i+1:]), phraseOf(text, parts[last][:i])
		}
	}
	if suffix.empty() && !complete && !endsWhole(parts[0]) && out[last].size() > out[0].size() {
		if len(parts[last]) > 1 && utf8.RuneCountInString(parts[last][0].text) >= 2 {
			suffix = phraseOf(text, parts[last][1:])
		} else if k := out[0].size(); len(parts[last]) == 1 && k < out[last].size() {
			it := parts[last][0]
			suffix = phrase{text: string(text[it.start+k : it.end]), spans: [][2]int{{it.start + k, it.end}}}
		}
	}
	if !suffix.empty() {
		for i := 0; i < last; i++ {
			if !strings.HasSuffix(out[i].text, suffix.text) && !endsWhole(parts[i]) {
				out[i] = overlap(out[i], suffix)
			}
		}
		if !example.empty() {
			out[last] = join(example, suffix)
		}
	}
	// the owner that the first part has and the others lack
	first := parts[0]
	if whole := out[0]; stripAttribute(whole).text != whole.text && attributive(first) {
		prefix := stripAttribute(whole)
		for i := 1; i <= last; i++ {
			if len(parts[i]) <= 2 && (attribute[out[i].text] || attributive(parts[i]) && out[i].size() <= 5 && (len(parts[i]) == 1 || parts[i][0].pos != "n") && c.x.indicators.byName[out[i].text] == nil) && !levels[parts[i][0].text] {
				out[i] = join(prefix, out[i])
			}
		}
	} else if len(first) > 1 {
		prefix := phraseOf(text, first[:len(first)-1])
		for i := 1; i <= last; i++ {
			switch {
			case len(parts[i]) <= 2 && attributive(parts[i]) && attributive(first):
				if !levels[parts[i][0].text] {
					out[i] = join(prefix, out[i])
				}
			case levels[first[0].text] && !levels[parts[i][0].text]:
				out[i] = join(phraseOf(text, first[:1]), out[i])
			}
		}
	}
	return out
}

// industries names the members of 一、二、三产业增加值 and 第一、第三产业增加值.
func industries(parts [][]item) []phrase {
	last := joined(parts[len(parts)-1])
	i := strings.Index(last, "产业")
	if i < 0 || len(parts) < 2 {
		return nil
	}
	tail := last[i:]
	var out []phrase
	for k, p := range parts {
		w := joined(p)
		if k == len(parts)-1 {
			w = strings.TrimSuffix(last[:i], "次")
		}
		switch w {
		case "一", "二", "三":
			w = "第" + w
		case "第一", "第二", "第三":
		default:
			return nil
		}
		out = append(out, phrase{text: w + tail})
	}
	return out
}

// ratios are what a list of intensities is measured by.
var ratios = []string{"万元GDP", "万元地区生产总值", "万元生产总值", "万元国内生产总值", "万元工业增加值", "单位GDP", "单位地区生产总值", "单位生产总值", "单位国内生产总值", "单位工业增加值", "每万元GDP"}

// perGDP tells names that are measured by output: 能耗, 水耗, 二氧化碳排放.
func perGDP(s string) bool {
	for _, w := range [...]string{"能耗", "水耗", "电耗", "地耗", "二氧化碳", "碳排放", "用水量", "建设用地"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// overlap joins a and b, with what ends a and starts b only once: 商贸服务业 and
// 服务业税收.
func overlap(a, b phrase) phrase {
	r := []rune(a.text)
	for n := min(len(r), utf8.RuneCountInString(b.text)); n > 1; n-- {
		if strings.HasPrefix(b.text, string(r[len(r)-n:])) {
			return join(phrase{text: string(r[:len(r)-n]), spans: [][2]int{{-1, -1}}}, b)
		}
	}
	return join(a, b)
}

// levels are words that hold for every member of a list.
var levels = lang.Set(`省级 市级 区级 县级 国家级 城镇 农村 规上 规模以上 市属 省属 区属 国有 全社会 户籍 常住`)

// attributive tells whether a part ends in an attribute that needs an owner.
func attributive(items []item) bool {
	l := items[len(items)-1]
	if attribute[l.text] || len(stripAttribute(phrase{text: joined(items), spans: [][2]int{{0, 64}}}).text) < len(joined(items)) {
		return true
	}
	for _, s := range [...]string{"率", "数", "额", "人数", "收入", "产值", "利润", "面积", "比重"} {
		if strings.HasSuffix(l.text, s) && utf8.RuneCountInString(l.text) <= 5 {
			return true
		}
	}
	return false
}

// endsWhole tells whether a part of a list has a head of its own.
func endsWhole(items []item) bool {
	l := items[len(items)-1]
	if attribute[l.text] {
		return true
	}
	for _, s := range [...]string{"率", "额", "总额", "人数", "收入", "产值", "利润", "面积", "比重", "指数", "产量", "支出", "余额", "投资", "增加值", "销量", "销售", "价格", "总量", "吞吐量", "贷款", "存款", "值", "量", "数", "费", "费用", "花费", "人次", "资产"} {
		if strings.HasSuffix(l.text, s) {
			return true
		}
	}
	return false
}

// pairOf splits names that hold two: 城乡居民, 存贷款, 进出口.
func pairOf(p phrase) []phrase {
	for _, w := range [...][3]string{{"城乡居民", "城镇居民", "农村居民"}, {"城乡常住居民", "城镇常住居民", "农村常住居民"}, {"存贷款", "存款", "贷款"}, {"进出口", "进口", "出口"}, {"城镇和农村居民", "城镇居民", "农村居民"}, {"产销量", "产量", "销量"}, {"城乡", "城镇", "农村"}} {
		if i := strings.Index(p.text, w[0]); i >= 0 {
			return []phrase{{text: strings.Replace(p.text, w[0], w[1], 1)}, {text: strings.Replace(p.text, w[0], w[2], 1)}}
		}
	}
	return nil
}
