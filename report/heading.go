package report

import (
	"strings"

	"zhibiao/han"
)

// classify reads a chapter's heading. ok is false where the title says nothing
// of time: it goes on with what came before.
func classify(s string, y int, cur span, style markStyle, top bool) (scope, bool) {
	none := scope{}
	ys := years(s)
	pf, pt, at := planNamed(s)
	if style > markHan && !containsAny(s, "回顾", "今后五年", "未来五年") {
		// Below the chapters only a heading that opens with its time counts.
		opens := len(ys) > 0 && ys[0].at == 0 && containsAny(s, "工作", "目标", "任务", "安排")
		plan := pf > 0 && at < 2 && !strings.Contains(s, "，") &&
			(containsAny(s, "目标", "时期", "思路") || containsAny(s, "情况", "成就", "成绩") && (pt < y && strings.Contains(s, "期间") || firstYears(s) > 0))
		if !opens && !plan {
			return none, false
		}
	}
	if strings.Contains(s, "名词解释") || strings.HasPrefix(s, "附件") || strings.HasPrefix(s, "附录") {
		return scope{span: span{chapter: Other}}, true
	}
	back := containsAny(s, "回顾", "总结", "过去", "以来", "五年来", "一年来", "成就", "成绩", "完成情况", "执行情况", "进展", "取得", "基本情况", "所做的", "迈出", "实现了", "决算", "胜利")
	ahead := containsAny(s, "安排", "任务", "目标", "重点", "部署", "打算", "要求", "思路", "建议", "今后", "未来", "今年", "明年", "展望", "远景", "草案", "规划", "全力", "奋力", "全面抓好", "计划", "考虑", "预算")
	work := containsAny(s, "工作", "形势", "经济", "发展", "建设", "考虑")
	five := containsAny(s, "五年")
	rep, year := y, 0
	if len(ys) > 0 {
		year = ys[0].year
		if y == 0 {
			rep = year
			if back {
				rep = year + 1
			}
		}
	}
	one := func(c Chapter, y int) span { return span{c, y, y} }
	is := func(a span) (scope, bool) { return scope{span: a}, true }
	// Two plans or a plan and a year: two parts.
	var plan span
	if pf > 0 && rep > 0 {
		plan = span{Outlook, pf, pt}
		if pt < rep || pt == rep && back {
			plan = span{Review, pf, min(pt, rep-1)}
		} else if n := firstYears(s); n > 0 && back && pf+n-1 <= rep {
			return is(span{Review, pf, pf + n - 1}) // 六五计划前两年的执行情况
		}
		rest := s[strings.Index(s, "五")+3:]
		if of, ot, _ := planNamed(rest); of > pf {
			return scope{plan, span{Outlook, of, ot}}, true
		}
		if year > 0 {
			other := one(Plan, year)
			if year < rep {
				other = one(Review, year)
			}
			if runesBefore(s, ys[0].at) < at {
				return scope{other, plan}, true
			}
			return scope{plan, other}, true
		}
	}
	if n := yearsBehind(s); n > 0 && n != 5 && year == 0 && pf == 0 && rep > 0 {
		return is(span{Review, rep - n, rep - 1}) // 三年来的工作和新的任务
	}
	if plan.chapter == Outlook && year == 0 && containsAny(s, "奠定", "打下", "打好", "夯实") && strings.Contains(cutRunes(s, at), "为") {
		return none, false // 为“十四五”发展奠定基础
	}
	switch {
	case plan.chapter == Outlook && containsAny(s, "开好局", "起好步", "开局", "良好开端"):
		return is(one(Plan, rep))
	case plan.from > 0 && (plan.chapter == Review || ahead || work):
		return is(plan)
	case five && back && !containsAny(s, "今后", "未来"):
		a := span{Review, minus(rep, 5), minus(rep, 1)}
		if rep > 0 && containsAny(s, "一年和", "一年及", "一年与", "一年暨") {
			return scope{a, one(Review, rep-1)}, true // 过去一年和五年工作回顾
		}
		if year > 0 && year < rep && (year == rep-1 || runesBefore(s, ys[0].at) > 3) {
			return scope{a, one(Review, year)}, true
		}
		return is(a)
	case five && (ahead || work) && containsAny(s, "今后", "未来"):
		a := scope{span: span{Outlook, rep, plus(rep, 4)}}
		if year == rep && year > 0 {
			a.then = one(Plan, year)
		}
		return a, true
	case year > 0 && rep > 0 && year >= rep:
		return is(one(Plan, year))
	case year > 0 && (year < rep || back):
		a := scope{span: one(Review, year)}
		if last := ys[len(ys)-1].year; last == rep && last > year {
			a.then = one(Plan, last)
		}
		return a, true
	case back && containsAny(s, "今年") && y > 0:
		return is(one(Plan, y))
	case back && !ahead && (top || containsAny(s, "回顾", "过去")):
		return is(one(Review, minus(rep, 1)))
	case containsAny(s, "今年", "新的一年", "本年"):
		return is(one(Plan, rep))
	case ahead && !back && top && containsAny(s, "安排", "任务", "目标", "部署", "打算", "要求", "思路", "重点", "建议", "展望"):
		if cur.chapter == Outlook && !containsAny(s, "工作") {
			return is(cur)
		}
		return is(one(Plan, rep))
	}
	return none, false
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
