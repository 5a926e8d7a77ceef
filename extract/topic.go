package extract

import (
	"strings"

	"zhibiao/extract/clause"
	"zhibiao/extract/word"
)

// begin notes what the sentence is about: the noun before its first verb.
func (c *context) begin(items []clause.Token) {
	st := c.st
	st.topic = clause.Phrase{}
	for i := range items {
		if items[i].Kind == clause.Amount {
			items = items[:i]
			break
		}
	}
	items = st.trim(items)
	v := -1
	for i := range items {
		if items[i].IsVerb() && (i > 0 || items[i].Is(word.Acting)) {
			v = i
			break
		}
	}
	if v > 0 {
		items = items[:v]
	} else if v == 0 {
		return
	}
	items = withoutPredicate(items)
	if np := clean(items); len(np) == 0 || c.ownerless(np, clause.PhraseOf(c.doc.Text, np)) {
		return
	}
	if len(items) > 0 && items[0].Pos == "p" {
		return
	}
	p := clause.PhraseOf(c.doc.Text, clean(items))
	if n := p.Size(); n >= 2 && n <= 14 {
		st.topic = p
	}
}

// remember keeps what a clause without a quantity speaks of.
func (c *context) remember(items []clause.Token) {
	st := c.st
	st.clause = clause.Phrase{}
	c.lastClause = items
	np := st.read(withoutPredicate(items), false)
	if np.via && len(np.owner) > 0 {
		st.clause = clause.PhraseOf(c.doc.Text, np.owner)
		c.served0 = st.clause
		return
	}
	if items = st.trim(items); len(items) > 0 && items[0].IsVerb() && len(st.last) > 0 {
		return
	}
	p := clause.PhraseOf(c.doc.Text, np.owner)
	switch {
	case len(np.owner) > 0:
	case np.action != "":
		// 提速既有多层住宅加装电梯，完工数量…: what is done counts only where no
		// figure has been given yet.
		if len(st.last) > 0 {
			return
		}
		p = clause.PhraseOf(c.doc.Text, np.object)
		if clause.HasPause(np.object) || p.Size() > 14 {
			return
		}
	default:
		// X稳步增长: the noun before the verb
		p = clause.PhraseOf(c.doc.Text, np.object)
		if len(np.object) > 1 && np.object[0].IsVerb() && np.object[1].IsNoun() && !np.object[1].Is(word.Attribute) {
			p = clause.PhraseOf(c.doc.Text, np.object[1:])
		}
		for i := range np.object {
			if i > 0 && (np.object[i].IsVerb() && !np.object[i].Is(word.Nominal) || np.object[i].Is(word.Becoming) && i+1 == len(np.object) || strings.HasPrefix(np.object[i].Text, "创") || strings.HasPrefix(np.object[i].Text, "再创") || strings.HasPrefix(np.object[i].Text, "跃上")) {
				p = clause.PhraseOf(c.doc.Text, clean(np.object[:i]))
				break
			}
		}
	}
	if n := p.Size(); n >= 2 && n <= 24 {
		st.clause = p
	}
}

// qualify tells whether a clause is a condition on how the next figure was
// measured (扣除价格因素后), and keeps it.
func (c *context) qualify(items []clause.Token) bool {
	if len(items) == 0 {
		return false
	}
	a, b := items[0].Start, items[len(items)-1].End
	w := string(c.t[a:b])
	for _, s := range [...]string{"还原", "扣除", "剔除", "按", "同口径", "可比", "考虑", "如", "若", "不含", "含", "包括", "还原后"} {
		if strings.HasPrefix(w, s) && (strings.HasSuffix(w, "后") || strings.HasSuffix(w, "因素") || strings.HasSuffix(w, "口径") || strings.HasSuffix(w, "计算") || strings.HasSuffix(w, "价") || strings.HasSuffix(w, "价格") || strings.HasSuffix(w, "影响") || strings.HasSuffix(w, "口径下")) {
			c.qualifier = c.doc.Quote(a, b)
			return true
		}
	}
	return false
}
