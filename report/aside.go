package report

import (
	"strconv"
	"strings"

	"zhibiao/han"
)

// aside reads a paragraph that speaks of something else than the chapter that
// it stands in, and after which the chapter goes on. Its span is zero for any
// other paragraph. t is what timely has of it.
func (d *draft) aside(i int, t []rune, cur span) span {
	y := d.Meta.Year
	if y == 0 || d.Meta.Kind == "communique" || t == nil {
		return span{}
	}
	switch cur.chapter {
	case Plan, Outlook:
		if n := lookingBack(t); n > 0 && done(t) && !d.ahead(i) {
			return span{Review, y - n, y - 1}
		}
		if f, l := planLead(string(t[:min(len(t), 30)])); f > 0 && l == y-1 && done(t) {
			return span{Review, f, l} // the five years that a look ahead starts from
		}
		if cur.from == y && monthsOver(t) {
			return span{Review, y, y}
		}
		if to := longPlan(t, y); to > 0 && cur.to < to {
			return span{Outlook, y, to}
		}
	case Review:
		if hasPrefix(t, "今年") && strings.Contains(string(t[:min(len(t), 20)]), "执行情况") {
			return span{Review, y, y}
		}
		next := d.nextYear()
		if nextYearPlan(t, next) {
			return span{Plan, next, next}
		}
		if to := longPlan(t, y); to > 0 {
			return span{Outlook, y, to}
		}
		if i > 0 && hasPrefix(t, "计划草案") {
			if q := d.Paragraphs[i-1]; q.Chapter == Plan && q.From == next {
				return span{Plan, next, next}
			}
		}
	}
	return span{}
}

// lookingBack tells a paragraph that opens with 五年来, 一年来 or 过去一年, and
// returns the years that it looks back on.
func lookingBack(t []rune) int {
	s := strings.TrimLeft(strings.TrimPrefix(string(t[:min(len(t), 16)]), "各位代表"), "！，：")
	long := strings.TrimPrefix(strings.TrimPrefix(s, "过去"), "的")
	past := long != s
	r := []rune(strings.TrimPrefix(long, "这"))
	if n := yearCount(r, "年来"); n == 1 || n == 5 {
		return n
	}
	if n := yearCount(r, "年，"); past && (n == 1 || n == 5) {
		return n
	}
	return 0
}

// done tells whether t speaks of what was done: 了, 已 and 取得 outweigh 要 and
// 将.
func done(t []rune) bool {
	past, todo := verbs(t)
	for _, r := range t {
		if r == '得' {
			past++
		}
	}
	return past > todo
}

// verbs counts what tells in t that something was done (了, 已) and that it is
// to be done (要, 将, 须, 应), but not 要 and 应 inside other words: 主要, 供应.
func verbs(t []rune) (past, todo int) {
	for i, r := range t {
		switch r {
		case '了', '已':
			past++
		case '将', '须':
			todo++
		case '要', '应':
			if !insideWord(t, i) {
				todo++
			}
		}
	}
	return past, todo
}

// insideWord tells whether 要 or 应 at t[i] is part of another word: 主要, 重要,
// 需要, 要素, 要求; 供应, 响应, 应用, 应急.
func insideWord(t []rune, i int) bool {
	before, after := "主重需首纪摘概", "素求点领闻塞件"
	if t[i] == '应' {
		before, after = "供响适反效相对回感", "用急对届收付邀答聘届"
	}
	return i > 0 && strings.ContainsRune(before, t[i-1]) || i+1 < len(t) && strings.ContainsRune(after, t[i+1])
}

// ahead tells whether paragraph i turns from what was done to what is to be.
func (d *draft) ahead(i int) bool {
	p := d.Paragraphs[i]
	return containsAny(string(d.Norm[p.Start:p.End]), "新的一年", "今年", "我们将", "我们要", "今后")
}

// monthsOver tells a paragraph on the months of the report's own year that
// are over: 今年1—5月份…完成了, 到5月份为止.
func monthsOver(t []rune) bool {
	for k := 0; k+2 < len(t) && k < 40; k++ {
		if t[k] != '月' || t[k+1] != '份' || k == 0 || !han.IsAnyDigit(t[k-1]) && han.UpToTen(t[k-1]) < 0 {
			continue
		}
		before := string(t[:k])
		return containsAny(before, "今年", "本年", "到", "截至") && containsAny(string(t[k:]), "完成", "同期", "为止") &&
			!containsAny(string(t), "我们要", "必须", "将", "确保", "力争")
	}
	return false
}

// nextYear is what the speaker calls 明年: the report's year where he speaks in
// December of the year before.
func (d *draft) nextYear() int {
	y := d.Meta.Year
	if strings.HasPrefix(d.Meta.Date, strconv.Itoa(y-1)) {
		return y
	}
	return y + 1
}

// nextYearPlan tells a paragraph of a report given at a year's end that turns
// to the plan of the next, which is y.
func nextYearPlan(t []rune, y int) bool {
	s := string(t[:min(len(t), 40)])
	if containsAny(s, "主要任务", "计划草案", "初步安排", "预算草案") {
		if strings.HasPrefix(s, "明年") {
			return true
		}
		ys := years(s)
		return len(ys) > 0 && ys[0].year == y && runesBefore(s, ys[0].at) < 6
	}
	return false
}

// yearEnd tells a report that is given at the end of its year: it turns to the
// plan of the next one and has no chapter that names its years.
func (d *draft) yearEnd() bool {
	y := d.Meta.Year
	if y == 0 || d.Meta.Kind == "communique" || d.nextYear() == y {
		return false
	}
	for i := range d.Sections {
		if d.marks[i].style <= markHan && len(years(d.Sections[i].Title)) > 0 {
			return false
		}
	}
	for i := range d.Paragraphs {
		p := &d.Paragraphs[i]
		if d.zones[i] == inBody && nextYearPlan(d.Norm[p.Start:min(p.End, p.Start+40)], y+1) {
			return true
		}
	}
	return false
}

// longPlan tells a paragraph that opens with what a plan of several years
// wants by its end (按照十年规划，到一九八五年), and returns that year.
func longPlan(t []rune, y int) int {
	if len(t) < 2 || t[0] != '按' && t[1] != '照' && t[1] != '据' {
		return 0
	}
	plan, rest, ok := strings.Cut(string(t[:min(len(t), 40)]), "，到")
	if !ok || !containsAny(plan, "规划", "设想", "纲要", "长远计划") || len(plan) > 60 {
		return 0
	}
	if ys := years(rest); len(ys) > 0 && ys[0].at == 0 && ys[0].year > y {
		return ys[0].year
	}
	return 0
}
