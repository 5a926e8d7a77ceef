package report

import "strings"

// placesYear tells whether the plan named at rune at of s only says which of its
// years another is: 2021年是“十四五”的开局之年.
func placesYear(s string, at int) bool {
	return endsBy(cutRunes(s, at), "是", "为")
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
	s := withoutAddress(all)
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
