package report

import (
	"strings"

	"zhibiao/han"
)

// cue reads the start of a paragraph for a change of what is spoken of.
func (d *draft) cue(i int, cur span, base scope) (span, bool) {
	p := d.Paragraphs[i]
	t := d.Norm[p.Start:min(p.End, p.Start+90)]
	first, _ := firstSentence(t)
	all := han.String(t)
	s := strings.TrimLeft(strings.TrimPrefix(cutRunes(all, first), "各位代表"), "！，：")
	if len(s) < 24 {
		s = strings.TrimLeft(strings.TrimPrefix(all, "各位代表"), "！，：")
	}
	s = strings.TrimLeft(s, "—― ")
	y := d.Meta.Year
	if y == 0 || d.Meta.Kind == "communique" {
		return span{}, false
	}
	lead := cutRunes(s, 30)
	// The second part of a heading of two.
	if n := base.then; n.from > 0 && cur != n && n.chapter != Review {
		if f, _, at := planNamed(cutRunes(s, 60)); n.chapter == Outlook && (f == n.from && (cur.chapter == Review || at < 3) && !placesYear(s, at) || strings.HasPrefix(lead, "今后五年") || strings.HasPrefix(lead, "未来五年")) {
			return n, true
		}
	}
	switch cur.chapter {
	case Review:
		if planCue(s, all, y) {
			return span{Plan, y, y}, true
		}
		switch f, l := planLead(lead); {
		case f == 0:
		case f >= y:
			return span{Outlook, f, l}, true
		case l >= y-1 && l <= y:
			return span{Review, f, min(l, y-1)}, true
		}
		if f, l := planClosed(all); f > 0 && l == y-1 {
			return span{Review, f, l}, true
		}
		if f, l := d.planLookedBackOn(i, all); f > 0 && l == y-1 {
			return span{Review, f, l}, true
		}
		if fiveYearsBehindHead(all) {
			return span{Review, y - 5, y - 1}, true
		}
		if at := indexOf(lead, "五年来", "过去五年", "过去的五年", "过去的5年", "过去5年", "5年来", "这五年", "五年间", "本届政府任期的五年"); at >= 0 && at < 10 {
			return span{Review, y - 5, y - 1}, true
		}
		loose := base.from == base.to || cur != base.span || base.then.from > 0
		if lastYearCue(lead, y) && (loose || !containsAny(lead, "亿元", "，比", "增长", "%")) {
			return span{Review, y - 1, y - 1}, true
		}
	case Plan, Outlook:
		if f, l := planLead(lead); f >= y && f > 0 {
			return span{Outlook, f, l}, true
		}
		if at := indexOf(lead, "今后五年", "未来五年", "今后5年", "未来5年", "今后的五年"); at >= 0 && at < 8 && !strings.Contains(lead, "今年") {
			return span{Outlook, y, y + 4}, true
		}
		if cur.chapter == Outlook && base.span == (span{Plan, y, y}) && backToPlan(all) {
			return base.span, true
		}
		if cur.chapter == Outlook || cur.from != y {
			if planCue(s, all, y) || strings.HasPrefix(lead, "今年") && !containsAny(lead, "以来") {
				return span{Plan, y, y}, true
			}
		}
	}
	return span{}, false
}

// placesYear tells whether the plan named at rune at of s only says which of its
// years another is: 2021年是“十四五”的开局之年.
func placesYear(s string, at int) bool {
	before := cutRunes(s, at)
	return strings.HasSuffix(before, "是") || strings.HasSuffix(before, "为") || strings.HasSuffix(before, "作为")
}

// backToPlan tells a paragraph that comes back from a look ahead to the year
// that its chapter plans (我区经济社会发展今年的主要预期目标是).
func backToPlan(all string) bool {
	_, rest, ok := strings.Cut(all, "今年")
	return ok && containsAny(cutRunes(rest, 24), "总体思路", "总体要求", "总要求", "预期目标", "主要目标", "工作目标", "指导思想", "主要任务")
}

// planLead tells a sentence that opens with the time of a five-year plan
// (“十四五”时期, “九五”期间, “十五五”主要目标), and returns its years.
func planLead(lead string) (from, to int) {
	f, l, at := planNamed(lead)
	if f == 0 || at > 4 {
		return 0, 0
	}
	rest := string([]rune(lead)[at:])
	if i := indexOf(rest, "时期", "期间", "以来", "这五年", "规划主要目标", "主要目标", "经济社会发展", "的五年", "五年，"); i >= 0 && i <= 10 {
		return f, l
	}
	return 0, 0
}

// planClosed tells a paragraph that looks back from a five-year plan's last
// year (2025年是“十四五”收官之年。五年来， or 回望“十四五”), and returns the plan's
// years.
func planClosed(all string) (from, to int) {
	s := strings.TrimLeft(strings.TrimPrefix(all, "各位代表"), "！，：")
	for _, w := range [...]string{"回望", "回顾"} {
		_, plan, ok := strings.Cut(cutRunes(s, 40), w)
		if f, l, at := planNamed(plan); ok && at == 0 {
			return f, l
		}
	}
	head, rest, _ := strings.Cut(s, "。")
	if !containsAny(head, "收官", "最后一年") || !fiveYears(rest) {
		return 0, 0
	}
	f, l, _ := planNamed(head)
	return f, l
}

// planLookedBackOn tells a paragraph whose head closes a plan and that says of its
// years, further on, what they were: 这是综合实力显著提升的五年. It returns the years.
func (d *draft) planLookedBackOn(i int, all string) (from, to int) {
	head, _, _ := strings.Cut(all, "。")
	if !containsAny(head, "收官", "最后一年") {
		return 0, 0
	}
	p := d.Paragraphs[i]
	for _, part := range strings.Split(string(d.Norm[p.Start:p.End]), "这是")[1:] {
		if strings.Contains(cutRunes(part, 30), "的五年") {
			from, to, _ = planNamed(head)
			return from, to
		}
	}
	return 0, 0
}

// fiveYearsBehindHead tells a numbered paragraph whose text looks back on five
// years behind its heading (一是改革开放取得突破。五年来，).
func fiveYearsBehindHead(all string) bool {
	head, rest, _ := strings.Cut(all, "。")
	return parseMark([]rune(head)).style != noMark && fiveYears(rest)
}

func fiveYears(s string) bool {
	return indexOf(cutRunes(s, 8), "五年来", "这五年", "五年间", "过去五年", "过去的五年") >= 0
}

// indexOf returns the first place of any of words, in characters, or -1.
func indexOf(s string, words ...string) int {
	best := -1
	for _, w := range words {
		if i := strings.Index(s, w); i >= 0 {
			if n := runesBefore(s, i); best < 0 || n < best {
				best = n
			}
		}
	}
	return best
}

// planCue tells a sentence that turns to the year ahead.
func planCue(s, all string, y int) bool {
	lead := cutRunes(s, 24)
	this := strings.HasPrefix(lead, "今年") || strings.HasPrefix(lead, "新的一年") || strings.HasPrefix(lead, "做好今年") ||
		strings.HasPrefix(lead, "本年度") || strings.HasPrefix(lead, "按照今年") || strings.HasPrefix(lead, "综合考虑")
	if ys := years(lead); len(ys) > 0 && ys[0].at <= 12 && ys[0].year == y {
		this = true
	}
	if !this && !containsAny(cutRunes(s, 40), "做好今年", "今年政府工作", "今年全市", "今年全省", "今年全区", "今年全县") {
		return false
	}
	return containsAny(all, "总体要求", "预期目标", "主要目标", "总要求", "指导思想", "重点抓好", "重点做好", "工作重点", "主要任务", "工作思路", "总体思路", "开局之年", "关键之年", "收官之年", "关键一年", "第一年", "是实施", "是全面", "是贯彻", "是深入", "的一年", "要着力", "要全面", "我们要", "将重点", "工作安排", "新的一年", "建设年", "之年")
}

// lastYearCue tells a paragraph that turns to the year before the report's.
func lastYearCue(lead string, y int) bool {
	if ys := years(lead); len(ys) > 0 && ys[0].year == y-1 && strings.HasSuffix(lead[:ys[0].at], "刚刚过去的") {
		return true
	}
	if ys := years(lead); len(ys) > 0 && (ys[0].at <= 9 || ys[0].at <= 24 && (strings.Contains(lead[:ys[0].at], "过去的") || strings.HasPrefix(lead[ys[0].end:], "，是"))) && ys[0].year == y-1 && !strings.HasPrefix(lead[ys[0].end:], "底") && !strings.HasPrefix(lead[ys[0].end:], "末") {
		return true
	}
	at := indexOf(lead, "过去一年", "过去的一年", "一年来", "去年以来", "这一年", "刚刚过去的一年")
	return at >= 0 && at <= 12 || strings.HasPrefix(lead, "去年，")
}

func cutRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
