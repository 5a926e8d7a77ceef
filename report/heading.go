package report

import (
	"strings"

	"zhibiao/han"
)

// classify reads a chapter's heading. ok is false where the title says nothing
// of time: it goes on with what came before.
func classify(s string, y int, cur span, style markStyle, top bool) (scope, bool) {
	h := readHeading(s, y, cur, top)
	if style > markHan && !containsAny(s, "回顾", "今后五年", "未来五年") && !h.opensWithTime() {
		return scope{}, false // below the chapters only a heading that opens with its time counts
	}
	for _, rule := range headingRules {
		if sc, ok := rule(h); ok {
			return sc, sc != scope{}
		}
	}
	return scope{}, false
}

// heading is what the words of a title say of time.
type heading struct {
	text  string
	of    int  // the report's year, 0 where it is not known
	cur   span // what the chapter before is about
	top   bool // a chapter's, not a part's
	years []yearMention
	year  int // the first of them, 0 if none
	asked int // of, or else what the first year tells of it

	planFrom, planTo, planAt int  // the plan that it names: 第七个五年计划
	plan                     span // as a chapter, where asked is known

	back, ahead, work, five bool // words for what was done, what is to be, what is done at all, five years
}

// The words by which a heading looks back, ahead, or speaks of what is done.
var (
	backWords  = han.NewWords("回顾|总结|过去|以来|五年来|一年来|成就|成绩|完成情况|执行情况|进展|取得|基本情况|所做的|迈出|实现了|决算|胜利")
	aheadWords = han.NewWords("安排|任务|目标|重点|部署|打算|要求|思路|建议|今后|未来|今年|明年|展望|远景|草案|规划|全力|奋力|全面抓好|计划|考虑|预算")
	workWords  = han.NewWords("工作|形势|经济|发展|建设|考虑")
	taskWords  = []string{"安排", "任务", "目标", "部署", "打算", "要求", "思路", "重点", "建议", "展望"}
)

func readHeading(s string, y int, cur span, top bool) *heading {
	h := &heading{text: s, of: y, cur: cur, top: top, years: years(s), asked: y}
	h.planFrom, h.planTo, h.planAt = planNamed(s)
	h.back, h.ahead, h.work = backWords.In(s), aheadWords.In(s), workWords.In(s)
	h.five = h.says("五年")
	if len(h.years) > 0 {
		h.year = h.years[0].year
		if y == 0 {
			h.asked = h.year
			if h.back {
				h.asked++
			}
		}
	}
	if h.planFrom > 0 && h.asked > 0 {
		h.plan = span{Outlook, h.planFrom, h.planTo}
		if h.planTo < h.asked || h.planTo == h.asked && h.back {
			h.plan = span{Review, h.planFrom, min(h.planTo, h.asked-1)}
		}
	}
	return h
}

func (h *heading) says(words ...string) bool { return containsAny(h.text, words...) }

// opensWithTime tells whether a year or a plan opens the heading: 2023年工作目标,
// “十四五”时期发展思路.
func (h *heading) opensWithTime() bool {
	if len(h.years) > 0 && h.years[0].at == 0 && h.says("工作", "目标", "任务", "安排") {
		return true
	}
	if h.planFrom == 0 || h.planAt > 1 || h.says("，") {
		return false
	}
	if h.says("目标", "时期", "思路") {
		return true
	}
	past := h.planTo < h.of && h.says("期间") || firstYears(h.text) > 0
	return past && h.says("情况", "成就", "成绩")
}

// yearAt is how many characters stand before the first year.
func (h *heading) yearAt() int { return runesBefore(h.text, h.years[0].at) }

// oneYear is a chapter on one year.
func oneYear(c Chapter, y int) scope { return scope{span: span{c, y, y}} }

// headingRules are tried in order; the first that knows the heading ends it. An empty
// scope says that it tells nothing of time.
var headingRules = []func(*heading) (scope, bool){
	(*heading).annex,
	(*heading).firstOfPlan,
	(*heading).planAndMore,
	(*heading).yearsBack,
	(*heading).ground,
	(*heading).opening,
	(*heading).planAlone,
	(*heading).fiveBack,
	(*heading).fiveAhead,
	(*heading).yearNamed,
	(*heading).backAlone,
	(*heading).thisYear,
	(*heading).tasks,
}

// annex: 名词解释.
func (h *heading) annex() (scope, bool) {
	is := h.says("名词解释") || strings.HasPrefix(h.text, "附件") || strings.HasPrefix(h.text, "附录")
	return scope{span: span{chapter: Other}}, is
}

// firstOfPlan: 六五计划前两年的执行情况.
func (h *heading) firstOfPlan() (scope, bool) {
	n := firstYears(h.text)
	if h.plan.chapter != Outlook || !h.back || n == 0 || h.planFrom+n-1 > h.asked {
		return scope{}, false
	}
	return scope{span: span{Review, h.planFrom, h.planFrom + n - 1}}, true
}

// planAndMore: two plans, or a plan and a year, are two parts: “十四五”时期成就和“十五
// 五”时期目标.
func (h *heading) planAndMore() (scope, bool) {
	if h.plan == (span{}) {
		return scope{}, false
	}
	if from, to, _ := planNamed(h.text[strings.Index(h.text, "五")+len("五"):]); from > h.planFrom {
		return scope{h.plan, span{Outlook, from, to}}, true
	}
	if h.year == 0 {
		return scope{}, false
	}
	other := span{Plan, h.year, h.year}
	if h.year < h.asked {
		other.chapter = Review
	}
	if h.yearAt() < h.planAt {
		return scope{other, h.plan}, true
	}
	return scope{h.plan, other}, true
}

// yearsBack: 三年来的工作和新的任务.
func (h *heading) yearsBack() (scope, bool) {
	n := yearsBehind(h.text)
	if n == 0 || n == 5 || h.year > 0 || h.planFrom > 0 || h.asked == 0 {
		return scope{}, false
	}
	return scope{span: span{Review, h.asked - n, h.asked - 1}}, true
}

// ground: 为“十四五”发展奠定基础 is about no time.
func (h *heading) ground() (scope, bool) {
	lays := h.plan.chapter == Outlook && h.year == 0 && h.says("奠定", "打下", "打好", "夯实")
	return scope{}, lays && strings.Contains(cutRunes(h.text, h.planAt), "为")
}

// opening: 实现“十四五”良好开局.
func (h *heading) opening() (scope, bool) {
	return oneYear(Plan, h.asked), h.plan.chapter == Outlook && h.says("开好局", "起好步", "开局", "良好开端")
}

// planAlone: “十四五”时期发展目标.
func (h *heading) planAlone() (scope, bool) {
	return scope{span: h.plan}, h.plan.from > 0 && (h.plan.chapter == Review || h.ahead || h.work)
}

// fiveBack: 过去五年工作回顾, 过去一年和五年工作回顾.
func (h *heading) fiveBack() (scope, bool) {
	if !h.five || !h.back || h.says("今后", "未来") {
		return scope{}, false
	}
	sc := scope{span: span{Review, minus(h.asked, 5), minus(h.asked, 1)}}
	last := h.year > 0 && h.year < h.asked && (h.year == h.asked-1 || h.yearAt() > 3)
	switch {
	case h.asked > 0 && h.says("一年和", "一年及", "一年与", "一年暨"):
		sc.then = span{Review, h.asked - 1, h.asked - 1}
	case last:
		sc.then = span{Review, h.year, h.year}
	}
	return sc, true
}

// fiveAhead: 今后五年的奋斗目标和2022年工作.
func (h *heading) fiveAhead() (scope, bool) {
	if !h.five || !h.ahead && !h.work || !h.says("今后", "未来") {
		return scope{}, false
	}
	sc := scope{span: span{Outlook, h.asked, plus(h.asked, 4)}}
	if h.year == h.asked && h.year > 0 {
		sc.then = span{Plan, h.year, h.year}
	}
	return sc, true
}

// yearNamed: 2023年工作安排, 2022年工作回顾和2023年任务.
func (h *heading) yearNamed() (scope, bool) {
	switch {
	case h.year == 0:
		return scope{}, false
	case h.asked > 0 && h.year >= h.asked:
		return oneYear(Plan, h.year), true
	case h.year >= h.asked && !h.back:
		return scope{}, false
	}
	sc := oneYear(Review, h.year)
	if last := h.years[len(h.years)-1].year; last == h.asked && last > h.year {
		sc.then = span{Plan, last, last}
	}
	return sc, true
}

// backAlone: 工作回顾. 取得成绩的基础上，今年… looks ahead.
func (h *heading) backAlone() (scope, bool) {
	if !h.back {
		return scope{}, false
	}
	if h.of > 0 && h.says("今年") {
		return oneYear(Plan, h.of), true
	}
	return oneYear(Review, minus(h.asked, 1)), !h.ahead && (h.top || h.says("回顾", "过去"))
}

// thisYear: 今年的主要工作.
func (h *heading) thisYear() (scope, bool) {
	return oneYear(Plan, h.asked), h.says("今年", "新的一年", "本年")
}

// tasks: 重点任务.
func (h *heading) tasks() (scope, bool) {
	if h.back || !h.top || !h.says(taskWords...) {
		return scope{}, false
	}
	if h.cur.chapter == Outlook && !h.says("工作") {
		return scope{span: h.cur}, true
	}
	return oneYear(Plan, h.asked), true
}

// firstYears reads 前两年 of a plan as 2, 0 where s does not speak of its first
// years.
func firstYears(s string) int {
	_, rest, ok := strings.Cut(s, "前")
	if !ok {
		return 0
	}
	return yearCount([]rune(cutRunes(rest, 4)), "年")
}

// yearsBehind reads 三年来 at the start of s as 3, 0 where s does not open so.
func yearsBehind(s string) int {
	t := []rune(strings.TrimPrefix(cutRunes(s, 8), "过去"))
	n := yearCount(t, "年来")
	if n == 1 {
		return 0
	}
	return n
}

// yearCount reads a number of years that stands at the start of t with unit
// behind it.
func yearCount(t []rune, unit string) int {
	v, n := han.Small(t)
	if n == 0 {
		v, n = number(t)
	}
	if n == 0 && len(t) > 0 && t[0] == '两' {
		v, n = 2, 1
	}
	if n == 0 || v > 30 || !hasPrefix(t[n:], unit) {
		return 0
	}
	return v
}

// runesBefore counts the characters before byte i of s.
func runesBefore(s string, i int) int { return len([]rune(s[:i])) }

func minus(y, n int) int {
	if y == 0 {
		return 0
	}
	return y - n
}

func plus(y, n int) int {
	if y == 0 {
		return 0
	}
	return y + n
}
