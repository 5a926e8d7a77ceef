package report

import (
	"strings"

	"zhibiao/han"
)

// annexTitle tells the title of a list behind the report: 2014年民生实事计划清单,
// 云溪县2021年十大工程进展情况说明（共12项）. It names its year and ends in the
// name of a list; a line of the list itself holds figures or ends otherwise.
func annexTitle(t []rune) bool {
	if len(t) < 6 || len(t) > 45 || han.EndsLine(t[len(t)-1]) || parseMark(t).style != noMark {
		return false
	}
	s := string(t)
	if i := strings.LastIndexAny(s, "（("); i > 0 && (strings.HasSuffix(s, "）") || strings.HasSuffix(s, ")")) {
		s = s[:i]
	}
	ys := years(s)
	if len(ys) == 0 || runesBefore(s, ys[0].at) > 12 {
		return false
	}
	rest, from := "", 0
	for _, y := range ys {
		rest += s[from:y.at]
		from = y.end
	}
	rest += s[from:]
	if hasDigits([]rune(rest)) || strings.ContainsAny(rest, "，。；“") {
		return false
	}
	for _, w := range [...]string{"实事", "计划", "任务", "清单", "情况", "说明", "表", "预期", "目标", "工程", "项目", "安排", "指标"} {
		if strings.HasSuffix(rest, w) {
			return true
		}
	}
	return false
}

// annexYear returns the year that an annex speaks of, 0 where its heading says
// nothing of it: the year it names, else the report's for what is to be done
// and the one before for what was done.
func annexYear(s string, y int) int {
	if containsAny(s, "名词", "术语", "注释", "用语") {
		return 0
	}
	if ys := years(s); len(ys) > 0 {
		return ys[0].year
	}
	switch {
	case y == 0:
	case containsAny(s, "完成", "落实情况", "进展", "执行情况"):
		return y - 1
	case containsAny(s, "民生实事", "计划", "任务", "预期目标"):
		return y
	}
	return 0
}

// annex gives paragraph i, which stands outside the report's body, and the
// sections from sec on that open in it the years of their annex. It returns
// the last of the sections.
func (d *draft) annex(i, sec int) int {
	p := &d.Paragraphs[i]
	p.Chapter = Other
	for sec+1 < len(d.Sections) && d.Sections[sec+1].Start < p.End {
		sec++
		s := &d.Sections[sec]
		s.Chapter = Other
		y := annexYear(s.Title, d.Meta.Year)
		switch {
		case s.Parent < 0:
			s.From, s.To = y, y
		case y > 0 && len(years(s.Title)) > 0:
			s.From, s.To = y, y
		default:
			s.From, s.To = d.Sections[s.Parent].From, d.Sections[s.Parent].To
		}
	}
	if d.zones[i] == inTail && p.Section >= 0 {
		p.From, p.To = d.Sections[p.Section].From, d.Sections[p.Section].To
	}
	return sec
}
