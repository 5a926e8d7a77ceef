package extract

import (
	"strings"

	"zhibiao/extract/lang"
)

// subject says what q measures: the noun before it or the noun behind it.
func (c *context) subject(d *draft, q *lang.Quantity, np nounPhrase, right []item, more, shared bool) []phrase {
	d.r.measure = orLevel(d.r.measure)
	if d.r.share != "" {
		c.sharing = c.nounBefore(d, q, np)
		if t := c.sharing.text; d.r.share == "占比" && (strings.HasSuffix(t, "比重") || strings.HasSuffix(t, "比例") || strings.HasSuffix(t, "比")) {
			return []phrase{c.sharing}
		}
		return []phrase{c.sharing.plus(d.r.share)}
	}
	if d.r.measure != "level" {
		return c.compared(d, q, np, right)
	}
	return c.counted(d, q, np, right, more, shared)
}

// nounBefore is the phrase before the number with its owner, or the subject
// that an elliptic clause goes on with.
func (c *context) nounBefore(d *draft, q *lang.Quantity, np nounPhrase) phrase {
	if d.r.measure == "level" && q.Counts() && np.action != "" {
		np.object = afterExamples(np.object)
	}
	p := join(phraseOf(c.doc.Text, np.owner), phraseOf(c.doc.Text, np.object))
	if p.empty() {
		d.rules = append(d.rules, "subject.inherited")
		return c.inherit(q)
	}
	whole := c.own(p, np)
	if whole.text != p.text {
		d.rules = append(d.rules, "subject.owned")
	} else {
		d.rules = append(d.rules, "subject.before")
	}
	return whole
}

// afterExamples is what the examples before 等 are examples of: 组建研究院等[基础
// 研究机构]10家.
func afterExamples(items []item) []item {
	for i := range items {
		if items[i].text == "等" && i > 0 && !isVague(items[i+1:]) && items[i+1].noun() {
			return items[i+1:]
		}
	}
	return items
}

// compared is the subject of growth, change, multiples and ranks: it stands
// before the number.
func (c *context) compared(d *draft, q *lang.Quantity, np nounPhrase, right []item) []phrase {
	if np.list && len(np.object) > 0 {
		d.rules = append(d.rules, "subject.before")
		return []phrase{phraseOf(c.doc.Text, np.object)}
	}
	if len(np.items()) == 0 && d.r.measure == "growth" && len(right) > 0 && d.r.cut == q.Before {
		if n, _ := rightPhrase(right); len(n) > 0 {
			d.rules = append(d.rules, "subject.behind")
			return []phrase{phraseOf(c.doc.Text, n)}
		}
	}
	return []phrase{c.nounBefore(d, q, np)}
}

// counted is the subject of a level. Counts have their noun behind them
// (30个老旧小区), amounts before them (税收447亿元), and both have exceptions.
func (c *context) counted(d *draft, q *lang.Quantity, np nounPhrase, right []item, more, shared bool) []phrase {
	behind, rest := rightPhrase(right)
	if c.preposition(q) != "" {
		// 为173个小区新增设施: the noun ends at the verb
		if v := governing(right); v > 0 {
			behind, rest = clean(right[:v]), right[v:]
		}
	}
	if q.UnitName == "%" && len(behind) == 0 && len(np.object) == 0 && len(right) > 0 && right[0].isVerb() {
		behind = c.served(right)
	}
	if len(behind) > 0 && q.UnitName == "%" && len(np.object) == 0 && !d.r.reached && !c.served0.empty() {
		d.rules = append(d.rules, "subject.served")
		return []phrase{join(c.served0, phraseOf(c.doc.Text, behind))}
	}
	if c.looksBehind(d, q, np, right, behind) {
		return []phrase{c.nounBehind(d, q, np, right, behind, rest, more, shared)}
	}
	if invests(np.object) && len(right) == 0 && !more {
		right = c.nextClause(q)
	}
	if invests(np.object) && len(right) > 0 && (right[0].isVerb() || acting[right[0].text]) {
		// 投资5亿元实施A工程
		if o := c.served(right); len(o) > 0 && o[0].noun() {
			d.rules = append(d.rules, "subject.served")
			return []phrase{join(phraseOf(c.doc.Text, o), phraseOf(c.doc.Text, np.object[len(np.object)-1:]))}
		}
	}
	if np.list && len(np.object) > 0 && !q.Counts() {
		d.rules = append(d.rules, "subject.before")
		return []phrase{phraseOf(c.doc.Text, np.object)}
	}
	if len(np.items()) == 0 && len(behind) > 0 && d.r.cut == q.Before {
		d.rules = append(d.rules, "subject.behind")
		return []phrase{phraseOf(c.doc.Text, behind)}
	}
	p := c.nounBefore(d, q, np)
	if p.empty() && q.Unit != nil && q.Unit.Noun {
		p = phrase{text: q.UnitName}
	}
	return []phrase{p}
}

// nextClause is the clause behind the one that q ends: 投资900万元，实施了….
func (c *context) nextClause(q *lang.Quantity) []item {
	start := -1
	for i := range c.items {
		it := &c.items[i]
		if it.start < q.After {
			continue
		}
		if start < 0 {
			if it.kind != stop || it.text != "，" {
				return nil
			}
			start = i + 1
			continue
		}
		if it.kind == stop || it.kind == amount {
			return c.items[start:i]
		}
	}
	if start < 0 {
		return nil
	}
	return c.items[start:]
}

// placed dimensions may stand between a place and its noun.
var placed = lang.Set(`area length power voltage`)

// invests tells whether all that stands before an amount is 投资.
func invests(items []item) bool {
	if len(items) == 0 || len(items) > 2 {
		return false
	}
	switch items[len(items)-1].text {
	case "投资", "总投资", "投入":
		return len(items) == 1 || items[0].text == "总" || items[0].text == "计划" || items[0].text == "预计"
	}
	return false
}

// looksBehind tells whether the noun behind the number is what it counts.
func (c *context) looksBehind(d *draft, q *lang.Quantity, np nounPhrase, right, behind []item) bool {
	if len(behind) == 0 {
		return false
	}
	if !q.Counts() {
		// Units of measurement have the noun before them, unless only a verb
		// stands there: 完成14公里架空线入地工程, 总投资10亿元的项目.
		of := right[0].text == "的"
		if q.Unit != nil && !d.r.reached && !of && len(np.object) > 0 && right[0].noun() && right[0].start == q.After && placed[q.Unit.Dim] && !attribute[np.object[len(np.object)-1].text] && !np.object[len(np.object)-1].isVerb() && len(np.owner) == 0 {
			return true // 工业园区1.4万亩土地
		}
		return len(np.object) == 0 && ((len(np.owner) == 0 || np.via) && !d.r.reached || of) || of && len(np.object) > 0 && attribute[np.object[len(np.object)-1].text]
	}
	if len(np.object) == 0 {
		return true
	}
	if d.r.reached && behind[0].isVerb() {
		return false
	}
	return np.list || !right[0].isVerb() || !acting[right[0].text] && !carrying[right[0].text]
}

// nounBehind is the noun behind the number with what the clause adds to it.
func (c *context) nounBehind(d *draft, q *lang.Quantity, np nounPhrase, right, behind, rest []item, more, shared bool) phrase {
	text := c.doc.Text
	object, owner := phraseOf(text, np.object), phraseOf(text, np.owner)
	if n := len(behind); n > 1 && behind[n-1].text == "建设" && (strings.HasSuffix(behind[n-2].text, "项目") || strings.HasSuffix(behind[n-2].text, "工程")) {
		behind = behind[:n-1]
	}
	p := phraseOf(text, behind)
	d.rules = append(d.rules, "subject.behind")
	if right[0].text == "的" && len(np.object) > 0 && attribute[np.object[len(np.object)-1].text] {
		k := len(np.object) - 1
		if k > 0 && (np.object[k-1].text == "总" || np.object[k-1].text == "年" || np.object[k-1].text == "计划") {
			k--
		}
		return join(p, phraseOf(text, np.object[k:])) // 面积3平方公里的出口加工区
	}
	prep := c.preposition(q) != ""
	numbered := len(np.object) > 0 && np.object[0].pos == "m" // 九大类
	close := !np.list && !numbered && len(np.object) > 0 && !hasPause(np.object) && object.size() <= 8 && np.object[len(np.object)-1].end >= q.Before-1
	if isVague(behind) && !close && !prep {
		if pr := phraseOf(text, predicate(rest)); !pr.empty() {
			d.rules = append(d.rules, "subject.predicate")
			if one := predicate(rest); more || len(one) == 1 && (becoming[one[0].text] || ending[one[0].text]) && one[0].text != "进展" {
				p = join(pr, p) // 开工项目
			} else {
				p = join(p, pr)
			}
		}
	}
	joined := p
	switch {
	case np.list || shared:
	case np.via && !owner.empty():
		joined = join(owner, p)
	case len(np.owner) > 0 && owner.size() <= 16 && !hasPause(np.owner) && !c.st.own[owner.text]:
		if hasPause(np.object) || isVague(behind) && np.action != "" && object.empty() {
			joined = join(owner, p)
		} else {
			joined = join(owner, object, p)
		}
	case close:
		joined = join(object, p)
	}
	if (isVague(behind) || joined.size() <= 2) && np.owner == nil && np.object == nil && !c.st.clause.empty() && np.action == "" && d.r.reached {
		joined = join(c.st.clause, joined)
	}
	if joined.text != p.text {
		d.rules = append(d.rules, "subject.joined")
	}
	// 为173个小区新增、改造充电设施: what is done for those counted.
	if prep {
		if n := c.served(rest); len(n) > 0 {
			joined = join(joined, phraseOf(text, n))
			d.rules = append(d.rules, "subject.served")
		}
	}
	return joined
}

func orLevel(m string) string {
	if m == "" {
		return "level"
	}
	return m
}

// preposition is 为, 对 or 给 right before the number.
func (c *context) preposition(q *lang.Quantity) string {
	for k := len(c.items) - 1; k >= 0; k-- {
		if c.items[k].end <= q.Before && c.items[k].kind == word {
			switch c.items[k].text {
			case "为", "对", "给", "向":
				if c.items[k].pos == "p" {
					return c.items[k].text
				}
			}
			if c.items[k].end < q.Before-1 || !ownArea[c.items[k].text] {
				return ""
			}
		}
	}
	return ""
}

// served is the object of what is done: 实施[消防基础设施改造].
func (c *context) served(rest []item) []item {
	i := 0
	for i < len(rest) && !rest[i].isVerb() {
		i++
	}
	if i == len(rest) {
		return nil
	}
	_, obj := dropVerbs(rest[i:])
	for k := range obj {
		if obj[k].kind == stop || obj[k].kind == amount {
			obj = obj[:k]
			break
		}
	}
	return clean(obj)
}

func hasPause(items []item) bool {
	for i := range items {
		if items[i].kind == pause {
			return true
		}
	}
	return false
}
