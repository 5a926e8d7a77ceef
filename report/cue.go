package report

import (
	"slices"
	"strings"

	"zhibiao/han"
)

// cue reads the start of paragraph i for a change of what is spoken of: cur before
// it, under a heading that announced base. t is what timely has of the paragraph.
func (d *draft) cue(i int, t []rune, cur span, base scope) (span, bool) {
	if d.Meta.Year == 0 || d.Meta.Kind == "communique" || t == nil {
		return span{}, false
	}
	o := d.openingOf(i, t, cur, base)
	if o.secondPart() {
		return base.then, true
	}
	for _, rule := range cueRules[cur.chapter] {
		if to := rule.turns(o); to != (span{}) {
			return to, true
		}
	}
	return span{}, false
}

// opening is how a paragraph opens, and what was spoken of before it.
type opening struct {
	*draft
	i    int    // the paragraph
	all  string // its first 90 characters
	text string // them or its first sentence, without those who are spoken to
	lead string // the start of text
	year int    // the report's
	cur  span
	base scope
}

// timely is the first 90 characters of paragraph i, nil where they say nothing of time:
// all that cues and asides look for holds one of a few characters (今年, “十四五”, 综合考虑,
// 1—5月份, 计划草案).
func (d *draft) timely(i int) []rune {
	p := d.Paragraphs[i]
	t := d.Norm[p.Start:min(p.End, p.Start+90)]
	if !slices.ContainsFunc(t, ofTime.Has) {
		return nil
	}
	return t
}

var ofTime = han.NewTable("年五月综草")

func (d *draft) openingOf(i int, t []rune, cur span, base scope) *opening {
	o := &opening{draft: d, i: i, all: han.String(t), year: d.Meta.Year, cur: cur, base: base}
	first, _ := firstSentence(t)
	o.text = withoutAddress(cutRunes(o.all, first))
	if len(o.text) < 24 {
		o.text = withoutAddress(o.all)
	}
	o.text = strings.TrimLeft(o.text, "—― ")
	o.lead = cutRunes(o.text, 30)
	return o
}

// withoutAddress is s without 各位代表！ at its start.
func withoutAddress(s string) string {
	return strings.TrimLeft(strings.TrimPrefix(s, "各位代表"), "！，：")
}

// opensBy tells whether one of words begins in the first n characters of the lead.
func (o *opening) opensBy(n int, words ...string) bool {
	at := indexOf(o.lead, words...)
	return at >= 0 && at < n
}

// A cueRule turns to what an opening speaks of; it returns an empty span where it
// does not know the opening. The example opens a paragraph of a report of 2026.
type cueRule struct {
	example string
	turns   func(*opening) span
}

// cueRules are tried in order, by the chapter that was spoken of before; the first
// that knows the opening is followed.
var cueRules = map[Chapter][]cueRule{
	Review: {
		{"今年是“十五五”开局之年，总体要求是：", (*opening).turnsToPlan},
		{"“十五五”时期，要建成公园20座。", (*opening).planSpokenOf},
		{"2025年是“十四五”收官之年。五年来，", (*opening).planClosed},
		{"2025年是“十四五”的最后一年。这是面貌改善的五年。", (*opening).planLookedBackOn},
		{"一是改革取得突破。五年来，我们", (*opening).fiveYearsBehindHead},
		{"过去的五年，我们", (*opening).fiveYearsBack},
		{"过去一年，我们", (*opening).lastYear},
	},
	Plan:    aheadRules,
	Outlook: aheadRules,
}

var aheadRules = []cueRule{
	{"“十五五”时期，要建成公园20座。", (*opening).planAhead},
	{"今后五年，要建成公园20座。", (*opening).fiveYearsAhead},
	{"我县经济社会发展今年的主要预期目标是：", (*opening).backToPlan},
	{"今年，要建成公园4座。", (*opening).thisYear},
}

// secondPart tells whether the second part of a heading of two begins: “十四五”发展思路,
// under 2025年工作回顾和“十四五”思路.
func (o *opening) secondPart() bool {
	then := o.base.then
	if then.from == 0 || then.chapter != Outlook || o.cur == then {
		return false
	}
	if startsBy(o.lead, "今后五年", "未来五年") {
		return true
	}
	from, _, at := planNamed(cutRunes(o.text, 60))
	opens := o.cur.chapter == Review || at < 3
	return from == then.from && opens && !placesYear(o.text, at)
}

func (o *opening) turnsToPlan() span {
	if !planCue(o.text, o.all, o.year) {
		return span{}
	}
	return span{Plan, o.year, o.year}
}

// planSpokenOf turns to a plan that begins, or back on one that ends.
func (o *opening) planSpokenOf() span {
	from, to := planLead(o.lead)
	switch {
	case from == 0:
	case from >= o.year:
		return span{Outlook, from, to}
	case to == o.year, to == o.year-1:
		return span{Review, from, o.year - 1}
	}
	return span{}
}

func (o *opening) planClosed() span { return o.lookBack(planClosed(o.all)) }

func (o *opening) planLookedBackOn() span { return o.lookBack(o.draft.planLookedBackOn(o.i, o.all)) }

// lookBack turns back on a plan's years where the year before the report's was its last.
func (o *opening) lookBack(from, to int) span {
	if from == 0 || to != o.year-1 {
		return span{}
	}
	return span{Review, from, to}
}

func (o *opening) fiveYearsBehindHead() span {
	if !fiveYearsBehindHead(o.all) {
		return span{}
	}
	return span{Review, o.year - 5, o.year - 1}
}

func (o *opening) fiveYearsBack() span {
	if !containsAny(o.lead, "五年", "5年") || !o.opensBy(10, "五年来", "过去五年", "过去的五年", "过去的5年", "过去5年", "5年来", "这五年", "五年间", "本届政府任期的五年") {
		return span{}
	}
	return span{Review, o.year - 5, o.year - 1}
}

// lastYear turns to the year before the report's. Under a heading of several years it
// may only be one that they are held against: 2025年粮食产量比2020年增长8%.
func (o *opening) lastYear() span {
	if !lastYearCue(o.lead, o.year) {
		return span{}
	}
	several := o.base.from != o.base.to && o.base.then.from == 0 && o.cur == o.base.span
	if several && containsAny(o.lead, "亿元", "，比", "增长", "%") && !o.partsYear() {
		return span{}
	}
	return span{Review, o.year - 1, o.year - 1}
}

// partsYear tells whether a pause parts the year from what is said of it, and nothing of
// that looks back on more years: 2025年，生产总值增长5%, but 2025年，产量达9万吨，是2020年的2倍.
func (o *opening) partsYear() bool {
	ys := years(o.all)
	return len(ys) == 1 && strings.HasPrefix(o.all[ys[0].end:], "，") && !containsAny(o.text, "五年", "年均", "时期", "”末")
}

func (o *opening) planAhead() span {
	if from, to := planLead(o.lead); from >= o.year {
		return span{Outlook, from, to}
	}
	return span{}
}

func (o *opening) fiveYearsAhead() span {
	if strings.Contains(o.lead, "今年") || !o.opensBy(8, "今后五年", "未来五年", "今后5年", "未来5年", "今后的五年") {
		return span{}
	}
	return span{Outlook, o.year, o.year + 4}
}

// backToPlan comes back from a look ahead to the year that the chapter plans.
func (o *opening) backToPlan() span {
	year := span{Plan, o.year, o.year}
	if o.cur.chapter != Outlook || o.base.span != year || !backToPlan(o.all) {
		return span{}
	}
	return year
}

// thisYear turns from several years to the report's.
func (o *opening) thisYear() span {
	if o.cur.chapter == Plan && o.cur.from == o.year {
		return span{}
	}
	named := strings.HasPrefix(o.lead, "今年") && !strings.Contains(o.lead, "以来")
	if !named && !planCue(o.text, o.all, o.year) {
		return span{}
	}
	return span{Plan, o.year, o.year}
}
