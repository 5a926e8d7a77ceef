package report

import "strings"

// span is what a stretch of text speaks of.
type span struct {
	chapter  Chapter
	from, to int
}

// scope is what a heading announces: what stands first under it, and what a
// heading of two parts (“十四五”时期成就和“十五五”时期目标) turns to.
type scope struct {
	span
	then span
}

// assign gives every section and paragraph its chapter and years: headings
// first, then the cues at the start of paragraphs.
func (d *draft) assign() {
	y := d.Meta.Year
	own := make([]bool, len(d.Sections))
	spans := make([]span, len(d.Sections))
	d.late = d.yearEnd()
	cur := d.opening()
	switched := false        // cur comes from a paragraph's cue, not from a heading
	base := scope{span: cur} // what the heading said
	turned := false          // its second part has been spoken of
	sec := -1
	for i := range d.Paragraphs {
		p := &d.Paragraphs[i]
		if d.zones[i] != inBody {
			cur = span{chapter: Other}
			sec = d.annex(i, sec)
			continue
		}
		if i > 0 && d.zones[i-1] == inHead {
			cur = d.opening()
			base = scope{span: cur}
		}
		for s := sec + 1; s < len(d.Sections) && d.Sections[s].Start < p.End; s++ {
			sec = s
			t := &d.Sections[s]
			m := d.marks[s]
			sp, ok := classify(t.Title, y, base.span, m.style, t.Parent < 0 || m.style <= markBare)
			switch {
			case ok:
				turned = false
				base, cur, switched, own[s] = sp, sp.span, false, true
			case base.chapter == Outlook && base.then.chapter == Plan && cur == base.span && turned && m.n == 1 && m.style <= markParen:
				// What stood under a heading of two parts has told of both.
				cur, switched = base.then, false
				base = scope{span: cur}
				if t.Parent >= 0 {
					spans[t.Parent] = cur
				}
			case t.Parent >= 0 && switched && m.style <= markParen && own[t.Parent] && d.numbered(s) == 1:
				// The first of a row of headings keeps what its lead-in said.
			case t.Parent >= 0 && m.style <= markParen && !switched:
				cur = spans[t.Parent]
			case t.Parent >= 0 && cur.chapter == Review && spans[t.Parent].chapter == Outlook && d.closes(s, own):
				// Behind what was done of a plan the plan goes on.
				cur = spans[t.Parent]
				base, switched = scope{span: cur}, false
			case s == 0 && m.style == markIs && switched && cur.from != cur.to:
				// The digest that opens a report spoke of more years than it does.
				cur, switched = base.span, false
			case t.Parent < 0 && m.style == markHan || m.style == markPart:
				if base.chapter == Outlook && cur.chapter == Plan {
					base.span = cur // years go forward
				}
				cur = d.guess(s, base.span)
				base, switched = scope{span: cur}, false
			}
			spans[s] = cur
			t.Chapter, t.From, t.To = cur.chapter, cur.from, cur.to
		}
		aside := span{}
		if !p.Heading {
			if sp, ok := d.cue(i, cur, base); ok {
				switched = sp != base.span
				cur = sp
				if r, in := d.runIn[i]; in && r > p.Start && sec >= 0 {
					d.Sections[sec].Chapter, d.Sections[sec].From, d.Sections[sec].To = cur.chapter, cur.from, cur.to
				}
			} else {
				aside = d.aside(i, cur)
			}
		}
		turned = base.then.from > 0 && (turned || d.turns(i, base.then.from))
		p.Chapter, p.From, p.To = cur.chapter, cur.from, cur.to
		if aside.from > 0 {
			p.Chapter, p.From, p.To = aside.chapter, aside.from, aside.to
		}
		if len(d.Sections) == 0 && cur.from != cur.to {
			cur = base.span // a narrative: the cue was for this paragraph
		} else if len(d.Sections) == 0 {
			base.span = cur
		}
	}
}

// closes tells whether section s ends one of its own kind that said its years.
func (d *draft) closes(s int, own []bool) bool {
	for k := s - 1; k > d.Sections[s].Parent; k-- {
		if d.Sections[k].Parent == d.Sections[s].Parent {
			return own[k] && d.marks[k].style == d.marks[s].style
		}
	}
	return false
}

// turns tells whether a sentence in paragraph i, behind the first, opens with
// year y.
func (d *draft) turns(i, y int) bool {
	p := d.Paragraphs[i]
	for k := p.Start; k+6 < p.End; k++ {
		if d.Norm[k] == '。' {
			if ys := years(string(d.Norm[k+1 : min(p.End, k+7)])); len(ys) > 0 && ys[0].at == 0 && ys[0].year == y || hasPrefix(d.Norm[k+1:p.End], "今年") {
				return true
			}
		}
	}
	return false
}

// numbered returns the number of section s among its kind.
func (d *draft) numbered(s int) int { return d.marks[s].n }

// opening is what a report speaks of before its first heading.
func (d *draft) opening() span {
	y := d.Meta.Year
	switch d.Meta.Kind {
	case "communique":
		return span{Review, y, y}
	}
	if y == 0 {
		return span{chapter: Review}
	}
	if d.late {
		return span{Review, y, y}
	}
	return span{Review, y - 1, y - 1}
}

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
		if year > 0 && year < rep && runesBefore(s, ys[0].at) > 3 {
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
	v, n := hanNumber(t)
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

// cue reads the start of a paragraph for a change of what is spoken of.
func (d *draft) cue(i int, cur span, base scope) (span, bool) {
	p := d.Paragraphs[i]
	t := d.Norm[p.Start:min(p.End, p.Start+90)]
	first, _ := firstSentence(t)
	all := string(t)
	s := strings.TrimLeft(strings.TrimPrefix(string(t[:first]), "各位代表"), "！，：")
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
		if f, _, at := planNamed(cutRunes(s, 60)); n.chapter == Outlook && (f == n.from && (cur.chapter == Review || at < 3) || strings.HasPrefix(lead, "今后五年") || strings.HasPrefix(lead, "未来五年")) {
			return n, true
		}
	}
	switch cur.chapter {
	case Review:
		if planCue(s, all, y) {
			return span{Plan, y, y}, true
		}
		if f, l := planLead(lead); f > 0 && l >= y-1 && l <= y {
			return span{Review, f, min(l, y-1)}, true
		}
		if f, l := planClosed(all); f > 0 && l == y-1 {
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

// guess decides what a chapter speaks of whose heading does not say: by the
// verbs of its text, for old reports; else it goes on with what came before.
func (d *draft) guess(s int, cur span) span {
	y := d.Meta.Year
	if cur.chapter != Review || y == 0 {
		return cur
	}
	from := d.Sections[s].End
	to := len(d.Norm)
	for k := s + 1; k < len(d.Sections); k++ {
		if d.marks[k].style <= d.marks[s].style {
			to = d.Sections[k].Start
			break
		}
	}
	done, todo := 0, 0
	for i := from; i < min(to, from+6000); i++ {
		switch d.Norm[i] {
		case '了', '已':
			done++
		case '要', '将', '须', '应':
			todo++
		}
	}
	if todo > 2*done+3 {
		return span{Plan, y, y}
	}
	return cur
}
