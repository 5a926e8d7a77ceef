package report

import (
	"strings"

	"zhibiao/message"
)

// claim is what one place says of the report's year.
type claim struct {
	from string // "from.title", "from.name"
	year int
}

// describe fills Meta: what the caller says wins, then the report's head, the
// table's columns, the file's name, its folder. Where two disagree a warning
// says so.
func (d *draft) describe(raw Raw, opt Options) {
	name, folder := opt.Hint.Name, opt.Hint.Folder
	if name == "" {
		name = fileName(raw.Source)
	}
	if folder == "" {
		folder = folderOf(raw.Source)
	}
	h := d.readHead()
	m := &d.Meta
	m.Title, m.Meeting, m.Speaker = h.title, h.meeting, h.speaker
	if m.Title == "" {
		m.Title = strings.TrimSpace(raw.Title)
	}
	if m.Title == "" && strings.Contains(name, "报告") {
		m.Title = name
	}
	m.Date = h.date
	if m.Date == "" {
		m.Date = dateIn(raw.Date)
	}
	m.Kind = d.kindOf(raw, opt, name)
	d.year(h, raw, opt, name, folder)
	d.region(h, raw, opt, name, folder)
}

// kindOf tells what sort of report this is.
func (d *draft) kindOf(raw Raw, opt Options, name string) string {
	for _, k := range []string{opt.Kind, raw.Kind} {
		if k != "" {
			return kindNamed(k)
		}
	}
	// The title first, then what the speaker says he reports, then the name.
	for _, s := range []string{d.Meta.Title, d.lead(), raw.Title, name} {
		if k := kindNamed(s); k != "other" {
			return k
		}
	}
	if d.planned() {
		return "work_report"
	}
	return "other"
}

// kindNamed finds a kind in a title.
func kindNamed(s string) string {
	switch {
	case s == "work_report" || s == "communique" || s == "plan" || s == "budget" || s == "other":
		return s
	case containsAny(s, "政府工作报告", "政府工作的报告"):
		return "work_report"
	case containsAny(s, "统计公报"):
		return "communique"
	case containsAny(s, "预算执行", "财政预算", "预算草案", "决算"):
		return "budget"
	case containsAny(s, "计划执行情况", "发展计划草案", "计划草案的报告", "国民经济计划安排", "五年计划的报告", "五年规划纲要的报告", "计划纲要的报告"):
		return "plan"
	case containsAny(s, "工作报告", "作报告", "报告工作", "报告政府工作"):
		return "work_report"
	}
	return "other"
}

// lead is the sentence that opens a report: 现在，我代表…向大会报告工作.
func (d *draft) lead() string {
	n := 0
	for i := range d.Paragraphs {
		if d.zones[i] != inBody {
			continue
		}
		p := d.Paragraphs[i]
		s := string(d.Norm[p.Start:min(p.End, p.Start+200)])
		if containsAny(s, "我代表", "我受", "委托") && containsAny(s, "报告", "审议", "审查") {
			return s
		}
		if n++; n > 6 {
			break
		}
	}
	return ""
}

// planned tells whether the headings are those of a work report.
func (d *draft) planned() bool {
	for _, s := range d.Sections {
		if containsAny(s.Title, "工作回顾", "工作安排", "工作任务", "主要任务", "重点工作", "工作总体要求") {
			return true
		}
	}
	return false
}

// year settles the year that the report plans.
func (d *draft) year(h headInfo, raw Raw, opt Options, name, folder string) {
	m := &d.Meta
	single := m.Kind == "communique"
	var claims []claim
	add := func(from string, y int) {
		if y >= 1949 && y < 2100 {
			claims = append(claims, claim{from: from, year: y})
		}
	}
	add("from.caller", opt.Year)
	said, sure := d.headingYear(single)
	if !sure && said > 0 {
		// Only plans are named: a report may plan the year after its own.
		for _, y := range []int{titleYear(h.title, single), raw.Year, titleYear(raw.Title, single), nameYear(name)} {
			if y == said-1 {
				said = 0
				break
			}
		}
	}
	add("from.headings", said)
	add("from.title", titleYear(h.title, single))
	if h.date != "" && h.dated && !single {
		add("from.date", dateYear(h.date))
	}
	if said == 0 {
		add("from.opening", d.openingYear(single))
	}
	add("from.table", raw.Year)
	add("from.table_title", titleYear(raw.Title, single))
	add("from.name", nameYear(name))
	add("from.folder", nameYear(folder))
	if len(claims) == 0 {
		if h.date != "" && !single {
			add("from.date", dateYear(h.date))
		} else if y := dateYear(dateIn(raw.Date)); y > 0 && !single {
			add("from.table_date", y)
		}
	}
	if len(claims) == 0 {
		return
	}
	// A report's own claims vote: two that agree beat one that comes first.
	best := claims[0]
	if best.from != "from.caller" && len(claims) > 2 && claims[1].year == claims[2].year && best.year != claims[1].year {
		best = claims[1]
	}
	m.Year = best.year
	for _, c := range claims {
		if c.year != best.year {
			id := "warn.year"
			if best.from == "from.caller" {
				id = "warn.year_given"
			}
			d.warn(id, best.year, message.New(best.from), c.year, message.New(c.from))
		}
	}
}

func (d *draft) warn(id string, args ...any) {
	d.Warnings = append(d.Warnings, message.New(id, args...))
}

// headingYear finds the year that the chapters' headings plan: 2023 where one
// reviews 2022 or plans 2023. sure says that a review is among them.
func (d *draft) headingYear(single bool) (year int, sure bool) {
	votes := map[int]int{}
	reviewed := map[int]bool{}
	for i, s := range d.Sections {
		if d.marks[i].style > markParen || len(s.Title) > 150 {
			continue
		}
		ys := years(s.Title)
		if len(ys) == 0 {
			continue
		}
		if d.marks[i].style == markParen && ys[0].at > 0 {
			continue
		}
		y := ys[len(ys)-1].year
		back := containsAny(s.Title, "回顾", "总结", "完成情况", "执行情况", "所做的", "以来", "基本情况", "成就", "迈出")
		ahead := containsAny(s.Title, "任务", "安排", "目标", "重点", "要求", "思路", "部署", "打算", "建议", "抓好", "关于")
		switch {
		case single:
			votes[y]++
		case back && len(ys) > 1 && y == ys[0].year+1:
			// 1993年工作的回顾和1994年的任务
			votes[y] += 2
			reviewed[y] = true
		case back && !ahead:
			votes[y+1] += 2
			reviewed[y+1] = true
		case ahead && containsAny(s.Title, "工作", "任务", "发展", "经济", "安排", "目标", "要求"):
			votes[y] += 2
		case ys[0].at == 0 && containsAny(s.Title, "工作"):
			votes[y]++
		}
	}
	best, n := 0, 1
	for y, k := range votes {
		if k > n || k == n && y > best && n > 1 {
			best, n = y, k
		}
	}
	return best, reviewed[best] || single
}

// openingYear reads the first paragraphs: 2022年是…, 过去的一年 tell little, but
// a first sentence about 2022年 reviews it.
func (d *draft) openingYear(single bool) int {
	if single {
		return 0
	}
	n := 0
	for i, p := range d.Paragraphs {
		if d.zones[i] != inBody || p.Heading {
			continue
		}
		if n++; n > 8 {
			break
		}
		s := string(d.Norm[p.Start:min(p.End, p.Start+30)])
		if ys := years(s); len(ys) > 0 && ys[0].at <= 18 {
			rest := s[ys[0].end:]
			if strings.HasPrefix(rest, "是") || strings.HasPrefix(rest, "，是") || strings.HasPrefix(rest, "，我们") || strings.HasPrefix(rest, "，在") || strings.HasPrefix(rest, "，面对") {
				return ys[0].year + 1
			}
		}
	}
	return 0
}

// titleYear finds the year in a title.
func titleYear(s string, single bool) int {
	ys := years(s)
	if len(ys) == 0 {
		return 0
	}
	y := ys[0].year
	for _, m := range ys {
		if !single && m.year > y {
			y = m.year // 关于2022年…执行情况与2023年…草案的报告
		}
	}
	return y
}

// nameYear finds a year in a file or folder name: 2023年…, 保定易县_2018.
func nameYear(s string) int {
	if ys := years(s); len(ys) > 0 {
		return ys[len(ys)-1].year
	}
	for i := 0; i < len(s); i++ {
		y, n := fourDigits(s[i:])
		if n == 0 {
			continue
		}
		if n == 4 && y >= 1949 && y < 2100 {
			return y
		}
		i += n - 1
	}
	return 0
}

// fileName returns the last part of a source without its ending; of
// "archive.zip!dir/member.txt" the member's, of "table.csv#12" the table's.
func fileName(source string) string {
	s := source
	if i := strings.LastIndexByte(s, '!'); i >= 0 {
		s = s[i+1:]
	}
	if i := strings.LastIndexByte(s, '#'); i > 0 && strings.Contains(s[:i], ".") {
		s = s[:i]
	}
	if i := strings.LastIndexAny(s, `/\`); i >= 0 {
		s = s[i+1:]
	}
	if i := strings.LastIndexByte(s, '.'); i > 0 && len(s)-i <= 9 {
		s = s[:i]
	}
	return s
}

// folderOf returns the folder that a source lies in, the archive's name
// included.
func folderOf(source string) string {
	s := strings.NewReplacer(`\`, "/", "!", "/").Replace(source)
	i := strings.LastIndexByte(s, '/')
	if i < 0 {
		return ""
	}
	s = s[:i]
	// Two levels are enough: 广东/深圳.
	if k := strings.LastIndexByte(s, '/'); k >= 0 {
		if j := strings.LastIndexByte(s[:k], '/'); j >= 0 {
			s = s[j+1:]
		}
	}
	return s
}
