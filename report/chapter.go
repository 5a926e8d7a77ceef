package report

import "strings"

// span is what a stretch of text speaks of.
type span struct {
	chapter  Chapter
	from, to int
}

// assign gives every section and paragraph its chapter and years: headings
// first, then the cues at the start of paragraphs.
func (d *draft) assign() {
	y := d.Meta.Year
	own := make([]bool, len(d.Sections))
	spans := make([]span, len(d.Sections))
	cur := d.opening()
	switched := false // cur comes from a paragraph's cue, not from a heading
	base := cur       // what the heading said
	sec := -1
	for i := range d.Paragraphs {
		p := &d.Paragraphs[i]
		if d.zones[i] != inBody {
			cur = span{chapter: Other}
			p.Chapter = Other
			for s := sec + 1; s < len(d.Sections) && d.Sections[s].Start < p.End; s++ {
				d.Sections[s].Chapter = Other
				sec = s
			}
			continue
		}
		if i > 0 && d.zones[i-1] == inHead {
			cur = d.opening()
			base = cur
		}
		for s := sec + 1; s < len(d.Sections) && d.Sections[s].Start < p.End; s++ {
			sec = s
			t := &d.Sections[s]
			m := d.marks[s]
			sp, ok := classify(t.Title, y, base, m.style)
			switch {
			case ok:
				base, cur, switched, own[s] = sp, sp, false, true
			case t.Parent >= 0 && switched && m.style <= markParen && own[t.Parent] && d.numbered(s) == 1:
				// The first of a row of headings keeps what its lead-in said.
			case t.Parent >= 0 && m.style <= markParen && !switched:
				cur = spans[t.Parent]
			case t.Parent < 0 && m.style == markHan || m.style == markPart:
				{
					cur = d.guess(s, cur)
				}
				base, switched = cur, false
			}
			spans[s] = cur
			t.Chapter, t.From, t.To = cur.chapter, cur.from, cur.to
		}
		if !p.Heading {
			if sp, ok := d.cue(i, cur, base); ok {
				switched = sp != base
				cur = sp
				if r, in := d.runIn[i]; in && r > p.Start && sec >= 0 {
					d.Sections[sec].Chapter, d.Sections[sec].From, d.Sections[sec].To = cur.chapter, cur.from, cur.to
				}
			}
		}
		p.Chapter, p.From, p.To = cur.chapter, cur.from, cur.to
	}
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
	return span{Review, y - 1, y - 1}
}

// classify reads a chapter's heading. ok is false where the title says nothing
// of time: it goes on with what came before.
func classify(s string, y int, cur span, style markStyle) (span, bool) {
	if style > markBare && style != markHan && style != markPart && !containsAny(s, "回顾", "今后五年", "未来五年") {
		if _, n := yearAt(s); n == 0 || !containsAny(s, "工作", "目标", "任务", "安排") {
			if f, _, _ := planNamed(s); f == 0 || !containsAny(s, "目标", "时期", "思路") || hasClause(s) {
				return span{}, false
			}
		}
	}
	if strings.Contains(s, "名词解释") || strings.HasPrefix(s, "附件") || strings.HasPrefix(s, "附录") {
		return span{chapter: Other}, true
	}
	ys := years(s)
	pf, pt, _ := planNamed(s)
	back := containsAny(s, "回顾", "总结", "过去", "以来", "五年来", "一年来", "成就", "成绩", "完成情况", "执行情况", "进展", "取得", "基本情况", "所做的", "迈出", "实现了")
	ahead := containsAny(s, "安排", "任务", "目标", "重点", "部署", "打算", "要求", "思路", "建议", "今后", "未来", "今年", "明年", "展望", "远景", "草案", "规划", "全力", "奋力", "全面抓好", "计划")
	work := containsAny(s, "工作", "形势", "经济", "发展", "建设")
	five := containsAny(s, "五年")
	rep := y
	year := 0
	if len(ys) > 0 {
		year = ys[0].year
		if y == 0 {
			rep = year
			if back {
				rep = year + 1
			}
		}
	}
	switch {
	case pf > 0 && rep > 0 && pt <= rep && (back || !ahead) && (pt < rep || back):
		// 十四五 in a report of 2026, or its last year's report looking back.
		return span{Review, pf, min(pt, rep-1)}, true
	case pf > 0 && rep > 0 && pt < rep:
		return span{Review, pf, pt}, true
	case five && back && !containsAny(s, "今后", "未来"):
		return span{Review, minus(rep, 5), minus(rep, 1)}, true
	case pf > 0 && (ahead || work) && year == 0:
		return span{Outlook, pf, pt}, true
	case pf > 0 && year > 0:
		return span{Outlook, pf, pt}, true
	case five && (ahead || work) && containsAny(s, "今后", "未来"):
		return span{Outlook, rep, plus(rep, 4)}, true
	case year > 0 && rep > 0 && year >= rep:
		return span{Plan, year, year}, true
	case year > 0 && (year < rep || back):
		return span{Review, year, year}, true
	case back && containsAny(s, "今年") && y > 0:
		return span{Plan, y, y}, true
	case back && !ahead:
		return span{Review, minus(rep, 1), minus(rep, 1)}, true
	case containsAny(s, "今年", "新的一年", "本年"):
		return span{Plan, rep, rep}, true
	case ahead && !back && (style == markBare || style == markHan || style == markPart) && containsAny(s, "安排", "任务", "目标", "部署", "打算", "要求", "思路", "重点", "建议", "展望"):
		if cur.chapter == Outlook && !containsAny(s, "工作") {
			return cur, true
		}
		return span{Plan, rep, rep}, true
	}
	return span{}, false
}

// hasClause tells titles that are sentences: a plan named in one is no period.
func hasClause(s string) bool { return strings.Contains(s, "，") }

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
func (d *draft) cue(i int, cur, base span) (span, bool) {
	p := d.Paragraphs[i]
	t := d.Norm[p.Start:min(p.End, p.Start+90)]
	first, _ := firstSentence(t)
	all := string(t)
	s := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(string(t[:first]), "各位代表"), "！"), "，")
	if len([]rune(s)) < 8 {
		s = strings.TrimPrefix(strings.TrimPrefix(all, "各位代表"), "！")
	}
	y := d.Meta.Year
	if y == 0 || d.Meta.Kind == "communique" {
		return span{}, false
	}
	lead := cutRunes(s, 30)
	switch cur.chapter {
	case Review:
		if planCue(s, all, y, base) {
			return span{Plan, y, y}, true
		}
		if f, t2, at := planNamed(lead); f > 0 && at < 12 && t2 >= y-1 && t2 <= y && !containsAny(lead, "收官之年", "开局之年", "最后一年", "第一年", "一年，") && containsAny(lead, "时期", "期间", "五年", "以来") {
			return span{Review, f, min(t2, y-1)}, true
		}
		if at := indexAny(lead, "五年来", "过去五年", "过去的五年", "过去的5年", "过去5年", "5年来", "这五年", "五年间", "本届政府任期的五年"); at >= 0 && at < 10 {
			return span{Review, y - 5, y - 1}, true
		}
		if base.from == base.to || cur != base {
			if lastYearCue(lead, y) {
				return span{Review, y - 1, y - 1}, true
			}
		} else if lastYearCue(lead, y) && !containsAny(lead, "亿元", "，比", "增长") {
			return span{Review, y - 1, y - 1}, true
		}
	case Plan, Outlook:
		if f, t2, at := planNamed(lead); f > 0 && at < 14 && f >= y && containsAny(lead, "时期", "期间", "目标", "五年") && !containsAny(lead, "开局之年", "第一年", "起步之年", "开局起步") {
			return span{Outlook, f, t2}, true
		}
		if at := indexAny(lead, "今后五年", "未来五年", "今后5年", "未来5年", "今后的五年"); at >= 0 && at < 12 {
			return span{Outlook, y, y + 4}, true
		}
		if cur.chapter == Outlook || cur.from != y {
			if planCue(s, all, y, base) || strings.HasPrefix(lead, "今年") && !containsAny(lead, "以来") {
				return span{Plan, y, y}, true
			}
		}
	}
	return span{}, false
}

// planCue tells a sentence that turns to the year ahead.
func planCue(s, all string, y int, base span) bool {
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
	if ys := years(lead); len(ys) > 0 && ys[0].at <= 9 && ys[0].year == y-1 && !strings.HasPrefix(lead[ys[0].end:], "底") && !strings.HasPrefix(lead[ys[0].end:], "末") {
		return true
	}
	at := indexAny(lead, "过去一年", "过去的一年", "一年来", "去年以来", "这一年", "刚刚过去的一年")
	return at >= 0 && at <= 12 || strings.HasPrefix(lead, "去年，")
}

// indexAny returns the place of the first of words in s in bytes / 3, that is
// in Chinese characters, or -1.
func indexAny(s string, words ...string) int {
	best := -1
	for _, w := range words {
		if i := strings.Index(s, w); i >= 0 && (best < 0 || i < best) {
			best = i
		}
	}
	if best > 0 {
		best = (best + 2) / 3
	}
	return best
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
