package extract

import (
	"strings"

	"zhibiao/extract/lang"
)

// inherit is the subject that an elliptic clause goes on with.
func (c *context) inherit(q *lang.Quantity) phrase {
	st := c.st
	if q.IsPoints() && !c.share.empty() {
		return c.share
	}
	if !st.clause.empty() {
		return st.clause
	}
	if len(st.last) > 0 {
		return st.last[len(st.last)-1]
	}
	return c.topic()
}

func (c *context) inGroup(p phrase) bool {
	for _, g := range c.group {
		if g.text == p.text {
			return true
		}
	}
	return false
}

// own gives an attribute without an owner (规模, 产值) the owner that the
// sentence speaks of.
func (c *context) own(p phrase, np nounPhrase) phrase {
	st := c.st
	items := np.items()
	if (p.text == "出口" || p.text == "进口") && len(st.last) > 0 && c.x.indicators.find(st.last[len(st.last)-1].text, st.own) == nil && !strings.Contains(st.last[len(st.last)-1].text, "出口") {
		return join(stripAttribute(st.last[len(st.last)-1]), p)
	}
	if partWords[p.text] && len(st.last) > 0 && st.clause.empty() {
		return join(p, withoutAct(st.last[len(st.last)-1]))
	}
	if len(np.owner) > 0 && !np.via || len(items) == 0 || !ownerless(items, p) || c.x.indicators.byName[p.text] != nil && !attribute[p.text] {
		return p
	}
	var owner phrase
	switch {
	case !st.clause.empty():
		owner = st.clause
	case len(st.last) > 0:
		owner = st.last[len(st.last)-1]
	default:
		owner = c.topic()
	}
	if owner.empty() || strings.HasPrefix(p.text, owner.text) {
		return p
	}
	if p.text == "总量" || p.text == "总额" {
		return owner
	}
	if p.text == "人均" {
		return join(p, owner)
	}
	if !unstripped[p.text] {
		owner = stripAttribute(owner)
	}
	// 新能源产业 + 产业投资
	for n := min(4, len([]rune(owner.text))); n > 1; n-- {
		r := []rune(owner.text)
		if tail := string(r[len(r)-n:]); strings.HasPrefix(p.text, tail) {
			return phrase{text: owner.text + strings.TrimPrefix(p.text, tail), spans: append(append([][2]int{}, owner.spans...), [2]int{-1, -1})}
		}
	}
	return join(owner, p)
}

// withoutAct drops the verb that a counted thing came with: 接待游客 → 游客.
func withoutAct(p phrase) phrase {
	r := []rune(p.text)
	if len(r) > 3 && len(p.spans) == 1 && acting[string(r[:2])] {
		return phrase{text: string(r[2:]), spans: [][2]int{{p.spans[0][0] + 2, p.spans[0][1]}}}
	}
	return p
}

// ownerless tells whether a name needs to be told whose it is: 规模, 货币价值,
// 救助金额, 建成面积.
func ownerless(items []item, p phrase) bool {
	if attribute[p.text] || p.text == "人均" {
		return true
	}
	if len(items) > 0 && complete[items[0].text] {
		return false
	}
	for i := range items {
		it := &items[i]
		if isJoint(it) || it.kind == word && (attribute[it.text] || bare[it.text]) {
			continue
		}
		if p.size() <= 4 && i == 0 && len(items) == 2 && attribute[items[1].text] && (it.isVerb() || it.pos == "vn" || it.text == "货币") {
			return true
		}
		return false
	}
	return true
}

// topic is what the sentence is about, or else the nearest sentence before it
// in its paragraph.
func (c *context) topic() phrase {
	if !c.st.topic.empty() {
		return c.st.topic
	}
	s := c.doc.Sentences
	for k := c.sentence - 1; k >= 0 && c.sentence-k <= 6 && s[k].Paragraph == s[c.sentence].Paragraph; k-- {
		from, to := s[k].Start, s[k].End
		if s[k].Heading > from {
			from = s[k].Heading
		}
		for i := from; i < to; i++ {
			if lang.IsHard(c.t[i]) {
				to = i
				break
			}
		}
		if to-from > 60 || to <= from {
			continue
		}
		keep := c.st.topic
		c.begin(layOut(c.t, from, to, nil, nil, c.x.seg))
		found := c.st.topic
		c.st.topic = keep
		if !found.empty() {
			return found
		}
	}
	return phrase{}
}

// complete verbs make a name of an attribute: 开工面积.
var complete = lang.Set(`开工 竣工 施工 销售 播种 登记 财政 出口 进口 消费 旅游 工业 农业`)

// bare words before an attribute do not make it whole.
var bare = lang.Set(`总 年 新增 涉及 其 其中 全 各项 累计 平均 总体`)

// stripAttribute drops the attribute at the end of a subject: 保护性耕作面积 →
// 保护性耕作.
func stripAttribute(p phrase) phrase {
	if len(p.spans) == 0 {
		return p
	}
	for _, n := range []int{4, 3, 2} {
		r := []rune(p.text)
		last := p.spans[len(p.spans)-1]
		if len(r) > n+1 && attribute[string(r[len(r)-n:])] && last[0] >= 0 && last[1]-last[0] > n {
			spans := append([][2]int{}, p.spans...)
			spans[len(spans)-1][1] -= n
			return phrase{text: string(r[:len(r)-n]), spans: spans}
		}
	}
	return p
}

// industry names the parts of 三次产业比例1.1:52.5:46.4.
func (c *context) industry(part int, np nounPhrase) phrase {
	name := [...]string{"", "第一产业", "第二产业", "第三产业"}
	if part > 3 {
		return phraseOf(c.doc.Text, np.items())
	}
	tail := "比重"
	text := phraseOf(c.doc.Text, np.items()).text
	if text == "" {
		text = c.ratioName
	}
	switch {
	case strings.HasSuffix(text, "构成"):
		tail = "构成"
	case strings.HasSuffix(text, "比例"), strings.HasSuffix(text, "比"):
		tail = "比例"
	}
	c.ratioName = text
	return phrase{text: name[part] + tail}
}
