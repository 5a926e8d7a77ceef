package extract

import (
	"strings"
)

// begin notes what the sentence is about: the noun before its first verb.
func (c *context) begin(items []item) {
	st := c.st
	st.topic = phrase{}
	for i := range items {
		if items[i].kind == amount {
			items = items[:i]
			break
		}
	}
	items = st.trim(items)
	v := -1
	for i := range items {
		if items[i].isVerb() && (i > 0 || acting[items[i].text]) {
			v = i
			break
		}
	}
	if v > 0 {
		items = items[:v]
	} else if v == 0 {
		return
	}
	if np := clean(items); len(np) == 0 || ownerless(np, phraseOf(c.doc.Text, np)) {
		return
	}
	if len(items) > 0 && items[0].pos == "p" {
		return
	}
	p := phraseOf(c.doc.Text, clean(items))
	if n := p.size(); n >= 2 && n <= 14 {
		st.topic = p
	}
}

// remember keeps what a clause without a quantity speaks of.
func (c *context) remember(items []item) {
	st := c.st
	st.clause = phrase{}
	c.lastClause = items
	np := st.read(items, false)
	if np.via && len(np.owner) > 0 {
		st.clause = phraseOf(c.doc.Text, np.owner)
		c.served0 = st.clause
		return
	}
	if items = st.trim(items); len(items) > 0 && items[0].isVerb() && len(st.last) > 0 {
		return
	}
	p := phraseOf(c.doc.Text, np.owner)
	switch {
	case len(np.owner) > 0:
	case np.action != "":
		// 提速既有多层住宅加装电梯，完工数量…: what is done counts only where no
		// figure has been given yet.
		if len(st.last) > 0 {
			return
		}
		p = phraseOf(c.doc.Text, np.object)
		if hasPause(np.object) || p.size() > 14 {
			return
		}
	default:
		// X稳步增长: the noun before the verb
		p = phraseOf(c.doc.Text, np.object)
		if len(np.object) > 1 && np.object[0].isVerb() && np.object[1].noun() {
			p = phraseOf(c.doc.Text, np.object[1:])
		}
		for i := range np.object {
			if i > 0 && (np.object[i].isVerb() && !nominal[np.object[i].text] || becoming[np.object[i].text] && i+1 == len(np.object) || strings.HasPrefix(np.object[i].text, "创") || strings.HasPrefix(np.object[i].text, "再创") || strings.HasPrefix(np.object[i].text, "跃上")) {
				p = phraseOf(c.doc.Text, clean(np.object[:i]))
				break
			}
		}
	}
	if n := p.size(); n >= 2 && n <= 24 {
		st.clause = p
	}
}

// qualify tells whether a clause is a condition on how the next figure was
// measured (扣除价格因素后), and keeps it.
func (c *context) qualify(items []item) bool {
	if len(items) == 0 {
		return false
	}
	a, b := items[0].start, items[len(items)-1].end
	w := string(c.t[a:b])
	for _, s := range [...]string{"还原", "扣除", "剔除", "按", "同口径", "可比", "考虑", "如", "若", "不含", "含", "包括", "还原后"} {
		if strings.HasPrefix(w, s) && (strings.HasSuffix(w, "后") || strings.HasSuffix(w, "因素") || strings.HasSuffix(w, "口径") || strings.HasSuffix(w, "计算") || strings.HasSuffix(w, "价") || strings.HasSuffix(w, "价格") || strings.HasSuffix(w, "影响") || strings.HasSuffix(w, "口径下")) {
			c.qualifier = c.doc.Quote(a, b)
			return true
		}
	}
	return false
}
