package extract

import (
	"slices"
	"strings"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/word"
)

// already: what a plan says exists already: 已建成, 目前全市达到. Not what it
// shall come to from there: 由目前的60%提高到[80%], nor what a plan is for: 用好已下放
// 的[49项]职权, 推进已立项[34个]项目.
func (c *context) already(d *draft) bool {
	if p := c.cameTo(d); p != nil {
		return lang.Index(c.t[c.clauseStart(p.q):p.q.Before], "已") >= 0
	}
	if m := d.mention; m != nil && m.Span.Y1 > c.w.To {
		return false // 明年仍然安排27万人
	}
	if c.listsDone(d.q) || d.r.Verb == "只有" || c.opensNow(d) || c.national && c.didIt(d) {
		return true
	}
	from := max(c.from, d.q.Before-16)
	for k := d.q.Before - 1; k > from; k-- {
		if lang.AnyAt(c.t, k, "，；。") {
			from = k
		}
	}
	w := string(c.t[from:d.q.Before])
	if at := strings.LastIndex(w, "已"); at >= 0 {
		return !strings.HasSuffix(w, "的") && !c.actedOn(w[at:], d.q)
	}
	w = strings.ReplaceAll(w, "实现", "") // 实现在库企业1000家
	at := strings.LastIndex(w, c.x.words.Match(w, word.Existing))
	toCome := strings.Contains(w[at:], "的") && strings.ContainsAny(w[at:], "到至")
	return at < len(w) && (d.r.Origin || !toCome)
}

// opensNow tells whether a sentence begins with 现在 or 目前, and says nothing before its figure
// of what is to be: 现在，我国每年有科技成果[6000项].
func (c *context) opensNow(d *draft) bool {
	at := c.from
	for at < d.q.Before && lang.AnyAt(c.t, at, " 　") {
		at++
	}
	n := lang.PrefixLen(c.t, at, "到现在为止", "到目前为止", "现在", "目前")
	if n == 0 || d.r.Origin || lang.AnyAt(c.t, at+n, "的") {
		return false
	}
	words := string(c.t[at+n : d.q.Before])
	return !strings.ContainsAny(words, "将要应须拟把") && !c.x.words.Has(words, word.Aiming)
}

// didIt tells whether 了 stands between the verb and an amount that it acted on: 取消了[336亿
// 元]农业税赋, but not 安排了, nor 如果减少了, nor 比上年增加了. Local plans say so of what they set: 谋划了12件实事.
func (c *context) didIt(d *draft) bool {
	q := d.q
	if q.Before <= c.from+2 || c.t[q.Before-1] != '了' || q.UnitName == "%" || !d.r.IsLevel() {
		return false
	}
	words := string(c.t[c.clauseStart(q):q.Before])
	if c.x.words.Is(string(c.t[q.Before-3:q.Before-1]), word.Funding) || c.x.words.Has(words, word.Aiming) {
		return false
	}
	return !slices.ContainsFunc([]string{"如果", "即使", "只要", "除了", "为了", "比", "将", "要"}, func(s string) bool { return strings.Contains(words, s) })
}

// listsDone tells whether a figure stands in a list whose head says that it is of what was
// done: 已建成的主要有：堤防[60公里]；公路30公里.
func (c *context) listsDone(q *lang.Quantity) bool {
	return lang.PrefixLen(c.listHead(q.Start), 0, "已", "现已", "目前已") > 0
}

// cameTo is the figure that d's came from, where a stop parts the two: 已由50%，上升到[80%].
// It is nil for others.
func (c *context) cameTo(d *draft) *draft {
	if !d.r.Reached || d.r.Origin {
		return nil
	}
	for _, p := range c.drafts {
		if p.r.Origin && p.q.After <= d.q.Before && d.q.Before-p.q.After < 10 && c.t[p.q.After] == '，' {
			return p
		}
	}
	return nil
}

// actedOn tells whether 已 and the words behind it, up to a number, are what a verb
// right before them acts on: 推进[已立项]34个项目.
func (c *context) actedOn(words string, q *lang.Quantity) bool {
	return c.actedOnAt(q.Before - len([]rune(words)))
}

// actedOnAt tells whether a verb ends at an offset, so that it acts on what stands there: 改造
// [现有]企业.
func (c *context) actedOnAt(at int) bool {
	i := c.itemFrom(at) - 1
	return i >= 0 && c.items[i].End == at && c.items[i].Kind == clause.Word && c.items[i].Is(word.Acting, word.Causing)
}

// populace tells whether a number counts the people, who are there whatever is
// planned: 紧紧依靠全市[60万]人民.
func (c *context) populace(q *lang.Quantity) bool {
	if !c.w.Plan || q.UnitName != "" || !lang.AnyAt(c.t, q.End-1, "万亿多余") {
		return false
	}
	for k := q.After; k < min(q.After+12, c.to) && !lang.IsHard(c.t[k]); k++ {
		if n := c.at(k, word.People); n > 0 {
			return !lang.AnyAt(c.t, k+n, "币医法检政")
		}
	}
	return false
}
