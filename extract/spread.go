package extract

import (
	"slices"
	"strings"

	"zhibiao/extract/clause"
	"zhibiao/extract/subject"
	"zhibiao/extract/word"
)

// handOut gives a number the subject that 分别 still has for it, if only a joint
// stands before it.
func (c *context) handOut(d *draft, n *number) bool {
	if left := withoutPer(n.Left); len(c.pending) == 0 || len(left) > 1 || !clause.OnlyJoints(left) {
		return false
	}
	q := n.Quantity
	d.subjects, c.pending = c.pending[:1], c.pending[1:]
	d.r = c.spread
	d.r.Rules = nil
	d.clauseAt = c.before.clauseAt // 比2011年 holds for all
	if p := c.before; q.Bound == "eq" && p.bounded() && p.q.Before < p.q.Start && p.q.After == p.q.End {
		d.bound = p.boundOf() // 分别超98.5%和99%
	}
	if d.r.Measure == "growth" && q.IsPoints() {
		d.r.Measure = "change"
	}
	d.rules = append(d.rules, "subject.distributed")
	c.take(d)
	if c.trace != nil {
		c.trace.Numbers = append(c.trace.Numbers, NumberTrace{Start: q.Start, End: q.End, From: q.Before, To: q.Before, Subjects: []string{d.subjects[0].Text}, Rules: d.rules})
	}
	return true
}

// spreadOut gives a number's subject to the members of a list, or several
// subjects to the number where its words say that it holds for each.
func (c *context) spreadOut(d *draft, n *number) {
	q, np := n.Quantity, n.np
	series := c.series(q)
	parts := clause.PartsOf(np.Items(), series)
	// 城乡居民收入达到A和B: one value each.
	if len(d.subjects) == 1 && series == 2 {
		two := c.urbanAndRural(d)
		if strings.HasPrefix(d.subjects[0].Text, "城乡") && d.q.Dimension() == "money" {
			two = c.x.several.of(d.subjects[0], 2) // 城乡低保标准提高到800元和600元
		}
		if len(two) == 2 {
			c.deal(d, two, "subject.distributed")
			return
		}
	}
	// 三次产业增加值增长A、B、C: one each, with or without 分别.
	if len(d.subjects) == 1 && series == 3 {
		if three := c.x.several.of(d.subjects[0], 3); three != nil {
			c.deal(d, three, "subject.distributed")
			return
		}
	}
	distrib := n.own.Distrib
	if !distrib && len(parts) > 1 && (d.r.Measure == "growth" || d.r.Measure == "change") {
		if series == len(parts) {
			distrib = true
		} else if all := c.expand(parts, len(parts)); c.allIndicators(all) || !np.List && c.everyWhole(parts) {
			d.subjects = all
		}
	}
	// 粮食、油料产量达到A和B: as many values as names are one each.
	distrib = distrib || spreads(n.Left) && (!np.List || !q.Counts()) || (d.r.Measure == "level" || d.r.Measure == "rank") && d.r.Share == "" && !np.List && series > 1 && series == len(parts)
	switch {
	case distrib || c.goesOn(d, np, series):
		c.distribute(d, q, np, n.head)
	case n.own.Each, twofold(n.Left):
		c.each(d, n)
	case !np.List && series < 2:
		if names := c.heldByEach(d, parts); len(names) > 0 {
			c.giveEach(d, parts, names)
		}
	}
	switch {
	case q.Part > 0:
		d.subjects = []clause.Phrase{c.industry(q.Part, np)}
	case q.Rank && np.Empty() && len(c.group) > 1 && series != len(c.group) && !distrib:
		d.subjects = c.group
	}
}

// deal gives the number of d the first of subjects, and those behind it the others.
func (c *context) deal(d *draft, subjects []clause.Phrase, rule string) {
	d.subjects, c.pending, c.spread, c.group = subjects[:1], subjects[1:], d.r, subjects
	d.rules = append(d.rules, rule)
}

// goesOn tells whether growths without a noun stand for the members of the
// list before them: 进口、出口分别为5亿元和8亿元，增长3%和4%.
func (c *context) goesOn(d *draft, np subject.Noun, series int) bool {
	each := series == len(c.group) && (d.r.Measure == "change" || d.q.Rank) // 开工率、投产率分别达90%、70%，居全市第二、第一
	if !np.Empty() || d.r.Measure != "growth" && !each || series < 2 {
		return false
	}
	if len(c.group) > 0 {
		return series == len(c.group)
	}
	return series <= len(c.history)
}

// giveEach gives a number that holds for each member of a list their names.
func (c *context) giveEach(d *draft, parts [][]clause.Token, names []clause.Phrase) {
	whole := len(parts[0]) == 1 // else the first has an owner for all
	for i := range names {
		if names[i].Text == subject.Joined(parts[i]) && (i == 0 || whole) { // else it has an owner already
			names[i] = c.own(d.q, names[i], subject.Noun{Object: parts[i]})
		}
	}
	d.subjects, d.rules = names, append(d.rules, "subject.each")
}

// each gives a number that holds for each of a list its subjects: 甲、乙各1个.
func (c *context) each(d *draft, n *number) {
	items := n.np.Items()
	if n.np.Action != "" && len(clause.Parts(items)) < 2 && len(n.head) > 1 {
		if h := subject.Clean(c.nouns.Trim(n.head)); len(h) > 1 && h[0].Is(word.Strong) {
			items = h[1:]
		}
	}
	if len(items) == 0 && n.np.Action == "" {
		items = c.listSaid()
	}
	if parts := clause.Parts(items); len(parts) > 1 {
		c.giveEach(d, parts, c.expand(parts, len(parts)))
		return
	}
	// 甲为3个、乙为4个，均居前列
	near := string(c.t[max(c.from, n.Quantity.Before-8):n.Quantity.Before])
	if h := len(c.history); n.np.Empty() && len(c.last) > 0 && h >= 2 && !n.own.Distrib && strings.Contains(near, "均") {
		d.subjects = c.history[h-2:]
	}
}

// listSaid is the list that the clause before consists of: 棉纱、麻袋、糖的产量，都增长一成. It is
// empty where that speaks of something else, or only gives examples.
func (c *context) listSaid() []clause.Token {
	items := subject.Clean(c.nouns.Trim(c.lastClause))
	examples := slices.ContainsFunc(items, func(k clause.Token) bool { return k.Text == "等" })
	if examples || !clause.HasPause(items) || subject.Joined(items) != c.said.Text {
		return nil
	}
	return items
}
