package extract

import (
	"slices"
	"strings"

	"zhibiao/extract/lang"
	"zhibiao/extract/word"
	"zhibiao/han"
)

// status of the fact: what the chapter says, unless the words or the period do.
func (c *context) status(d *draft, s lang.Span) string {
	switch {
	case c.doc.Meta.Kind == "communique":
		return c.statusOfAccount(d)
	case c.ofGoal(d.q), c.ofPlan(d.q):
		return "target"
	}
	plan := c.w.Plan || c.par.Chapter == "" && c.aims(d)
	if told := c.statusByYear(d, s, plan); told != "" {
		return told
	}
	if plan {
		return c.statusInPlan(d, s)
	}
	return c.statusInReview(d, s)
}

// statusOfAccount is the status in a communiqué, which says what was, even of a plan's
// targets.
func (c *context) statusOfAccount(d *draft) string {
	if c.estimated(d) || c.accounts() {
		return "estimate"
	}
	return "actual"
}

// statusByYear is the status that a year named with a figure tells, in a plan one that is
// over, elsewhere one to come; "" where it does not.
func (c *context) statusByYear(d *draft, s lang.Span, plan bool) string {
	year := c.w.Year
	switch {
	case d.mention == nil, !s.OK(), year == 0:
		return ""
	case plan && s.Y2 < year && !d.mention.Base:
		return "actual"
	case plan, s.Y2 < year:
		return ""
	case s.Y2 > year, c.intends(d) && !c.estimated(d):
		return "target"
	}
	return ""
}

func (c *context) statusInPlan(d *draft, s lang.Span) string {
	switch {
	case d.r.Origin && s.Y2 < c.w.Year:
		return "actual"
	case c.opensNow(d) && c.forecastFor(d):
		return "estimate"
	case c.already(d), c.populace(d.q), c.comparesOn(d):
		return "actual"
	case c.awaited(d):
		return "estimate"
	}
	return "target"
}

func (c *context) statusInReview(d *draft, s lang.Span) string {
	switch {
	case d.r.Origin && s.OK() && s.Y2 < c.w.To:
		return "actual" // 预计由1949年的[37%]增加到71%
	case c.estimated(d):
		return "estimate"
	case c.onceBuilt(d), lang.Index(c.t[c.clauseStart(d.q):d.q.Before], "力争") >= 0:
		return "target"
	}
	return "actual"
}

// comparesOn tells whether a figure holds the one before it, which is so already, against
// another: 人均面积只有3.6平方米，比全省平均水平[低1.2平方米].
func (c *context) comparesOn(d *draft) bool {
	p := d.prev
	if p == nil || len(d.subjects) != 1 || d.r.Base != "other" && d.r.Share == "" && !d.q.Rank {
		return false
	}
	return len(p.subjects) == 1 && strings.HasPrefix(d.subjects[0].Text, p.subjects[0].Text) && c.samePart(p, d.q) && c.already(p)
}

// onceBuilt tells whether a figure is of what is still being built: 改造完成后可新增
// 产业空间[46万平方米].
func (c *context) onceBuilt(d *draft) bool {
	near := c.t[max(c.from, d.q.Before-24):d.q.Before]
	if !slices.Contains(near, '后') {
		return false
	}
	w := string(near)
	at := strings.LastIndex(w, "后")
	if strings.ContainsAny(w[at:], "；。") || !strings.ContainsAny(w[at:], "可将") {
		return false
	}
	return c.x.words.Has(w[:at], word.Finishing)
}

// accounts tells whether a communiqué's paragraph gives the preliminary accounts
// of the gross product, by industry and a head, as its first words say.
func (c *context) accounts() bool {
	first := c.firstOfParagraph(c.index)
	s := c.doc.Sentences[first]
	return c.headForecast(first) && lang.Index(c.t[s.Start:s.End], "生产总值") >= 0
}

// firstOfParagraph is the first sentence of the paragraph that sentence i stands in.
func (c *context) firstOfParagraph(i int) int {
	for i > 0 && c.doc.Sentences[i-1].Paragraph == c.doc.Sentences[i].Paragraph {
		i--
	}
	return i
}

// at is the length of the word of role a that stands at offset at, 0 if none does.
func (c *context) at(at int, a word.Affix) int {
	return c.x.words.LenAt(c.t, at, a)
}

// clauseStart is where the clause of a number starts, by the marks alone.
func (c *context) clauseStart(q *lang.Quantity) int {
	at := q.Before
	for at > c.from && !lang.IsHard(c.t[at-1]) {
		at--
	}
	return at
}

// partStart is where the part of the sentence starts that a number stands in: behind the ；
// before it.
func (c *context) partStart(q *lang.Quantity) int {
	at := q.Start
	for at > c.from && c.t[at-1] != '；' {
		at--
	}
	return at
}

// listHead are the words of a sentence before the ： that opens a list, where it stands
// before an offset: nil where none does.
func (c *context) listHead(before int) []rune {
	if k := slices.Index(c.t[c.from:max(c.from, before)], '：'); k >= 0 {
		return c.t[c.from : c.from+k]
	}
	return nil
}

// ofGoal tells whether a figure is what a goal had been, from which the result
// is told apart: 低于[3.5%]左右的预期目标. 实现增长[6%]的目标 is the result.
func (c *context) ofGoal(q *lang.Quantity) bool {
	goal := lang.At(c.t, q.After) == '的' && c.at(q.After+1, word.GoalName) > 0
	return goal && c.x.words.Within(c.t[c.clauseStart(q):q.Start], word.AgainstGoal)
}

// ofPlan tells whether a figure is what a plan had set, from which the result is told
// apart: 计划建成项目[118个]，实际建成128个.
func (c *context) ofPlan(q *lang.Quantity) bool {
	if lang.At(c.t, q.After) != '，' || c.at(q.After+1, word.Outcome) == 0 {
		return false
	}
	words := string(c.t[c.clauseStart(q):q.Before])
	at := strings.LastIndex(words, "计划")
	return at >= 0 && !strings.ContainsAny(words[at:], "的，") && !c.x.words.Has(words[:at], word.PlanPart)
}

// intends tells whether the clause of a figure says that it is to come: 今年计划
// 安排8亿元, 今年拟按3%安排, 今年将达到29%.
func (c *context) intends(d *draft) bool {
	if c.yearPlans(d.mention) && !c.forecast(c.t[d.mention.End:d.q.Before]) {
		return true
	}
	return c.x.words.Within(c.t[c.clauseStart(d.q):d.q.Before], word.Intending)
}

// yearPlans tells whether what is planned for a year stands behind it, and no plan: 1980年
// [计划]投资总额控制在500亿元, but 1980年计划执行情况.
func (c *context) yearPlans(m *lang.Mention) bool {
	if lang.At(c.t, m.End-1) != '年' || !lang.HasPrefix(c.t, m.End, "计划") {
		return false
	}
	return lang.PrefixLen(c.t, m.End+2, "的", "任务", "草案", "执行", "完成") == 0
}

// aims: in a sentence without a report around it, the words that make a goal. How much
// was done of a plan is none: 完成年度目标任务的[106%], 占年度计划的[68%].
func (c *context) aims(d *draft) bool {
	if d.mention != nil && d.mention.Span.Y2 > c.w.Year {
		return true
	}
	words := string(c.t[c.from:d.q.Start])
	if strings.Contains(d.r.Share, "计划") || d.q.UnitName == "%" && hasSuffix(words, "计划的", "目标的", "任务的") {
		return false
	}
	return c.x.words.Has(words, word.Aiming)
}

// awaited tells whether a plan speaks of how many will come, whom nobody set as a
// goal: 高校毕业生将达[765万人].
func (c *context) awaited(d *draft) bool {
	if len(d.subjects) != 1 || !strings.HasSuffix(d.subjects[0].Text, "毕业生") {
		return false
	}
	words := string(c.t[d.clauseAt:d.q.Start])
	will := strings.TrimSuffix(words, c.x.words.Match(words, word.Reach))
	return strings.HasSuffix(will, "将") || strings.Contains(words, "预计")
}

// estimated: 预计 stands before the number in its part of the sentence, or at
// the head of the sentence, whose every figure it makes an estimate; what 其中
// adds in the next sentence is estimated with it.
func (c *context) estimated(d *draft) bool {
	if c.foretold && (c.forecastFor(d) || c.headForecast(c.index)) {
		return true
	}
	if !d.q.Rank && c.likewise(d.q.Start, func(words string) bool { return c.forecast([]rune(words)) }) != nil {
		return true
	}
	return lang.HasPrefix(c.t, c.from, "其中") && c.firstOfParagraph(c.index) < c.index && c.headForecast(c.index-1)
}

// forecastFor tells whether 预计 stands before a number in its part of the sentence
// and holds for it. Before a subject (，预计投资60亿元，…) it does up to the ；, behind
// one for what is said of it and of 其中: 投资预计完成60亿元，收入完成[2.4亿元] is final.
func (c *context) forecastFor(d *draft) bool {
	from := c.partStart(d.q)
	if c.forecast(c.listHead(from)) {
		return true // 预计产量如下：钢10万吨；[铁12万吨]
	}
	if !c.forecast(c.t[from:d.q.Start]) {
		return false
	}
	at := c.clauseStart(d.q)
	switch {
	case c.forecast(c.t[at:d.q.Start]), goesOnWith(d), lang.Index(c.t[from:d.q.Start], "其中") >= 0:
		return true
	}
	for k := from; k < at; k++ {
		if c.t[k] == '：' && c.forecast(c.t[from:k]) {
			return true // 预计产量如下：
		}
		if (k == from || lang.IsHard(c.t[k-1])) && c.opensForecast(c.t[k:min(k+14, at)]) {
			return true
		}
	}
	return false
}

// goesOnWith tells whether a figure is of the subject of those before it.
func goesOnWith(d *draft) bool {
	return slices.Contains(d.rules, "subject.inherited") || slices.Contains(d.rules, "subject.distributed")
}

// headForecast tells whether 预计 or the like opens sentence i, behind at most
// a few words of time: 初步核算，…; 2023年，预计….
func (c *context) headForecast(i int) bool {
	s := c.doc.Sentences[i]
	head := c.t[s.Start:min(s.End, s.Start+14)]
	for k, r := range head {
		figure := k > 8 && lang.IsDigit(r) && !lang.IsDigit(head[k-1])
		if figure || k > 0 && (r == '；' || r == '。') {
			head = head[:k]
			break
		}
	}
	return c.opensForecast(head)
}

// opensForecast tells whether 预计 or the like opens words. What stands before it
// names the time, not a figure: 今年预计, not 产值预计.
func (c *context) opensForecast(words []rune) bool {
	for k := range words {
		if c.x.words.LenAt(words, k, word.Forecast) > 0 {
			return k == 0 || timeOnly(words[:k])
		}
	}
	return false
}

// timeOnly tells whether words are nothing but time and punctuation.
func timeOnly(words []rune) bool {
	for _, r := range words {
		if !lang.IsDigit(r) && !han.In(r, "去今上本全年度，、预初步根据：（）一二三四五六七八九〇零到至底末") {
			return false
		}
	}
	return true
}

// forecast tells whether words say that a figure is not final.
func (c *context) forecast(words []rune) bool {
	for i, r := range words {
		if c.x.words.LenAt(words, i, word.Forecast) > 0 {
			return true
		}
		// 预期 is a noun but for 预期全年增长: 稳预期, 预期目标.
		if r == '预' && lang.HasPrefix(words, i, "预期") && c.x.words.LenAt(words, i+2, word.Foreseen) > 0 {
			return true
		}
	}
	return false
}
