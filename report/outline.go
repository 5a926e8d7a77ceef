package report

import (
	"slices"
	"strings"

	"zhibiao/han"
)

// outline finds the headings among the paragraphs and builds the tree of
// sections.
func (d *draft) outline() {
	var stack []int // open sections, outermost first
	var styles []markStyle
	push := func(s Section, style markStyle) {
		for len(stack) > 0 && styles[len(stack)-1] >= style {
			stack, styles = stack[:len(stack)-1], styles[:len(styles)-1]
		}
		s.Parent = -1
		if len(stack) > 0 {
			s.Parent = stack[len(stack)-1]
		}
		d.Sections = append(d.Sections, s)
		stack = append(stack, len(d.Sections)-1)
		styles = append(styles, style)
	}
	for i := range d.Paragraphs {
		p := &d.Paragraphs[i]
		t := d.Norm[p.Start:p.End]
		if d.zones[i] == inHead {
			continue
		}
		if d.zones[i] == inTail && (i == 0 || d.zones[i-1] != inTail) {
			stack, styles = nil, nil
		}
		if h, ok := d.heading(i, t); ok && !p.Row {
			s := Section{
				Level: level(h.mark.style), Title: title(t[h.mark.size:h.end]),
				Start: p.Start, End: p.Start + h.end,
			}
			push(s, h.mark.style)
			d.marks[len(d.Sections)-1] = h.mark
			if h.end == len(t) {
				p.Heading = true
			} else {
				d.runIn[i] = p.Start + h.end
			}
		}
		if len(stack) > 0 {
			p.Section = stack[len(stack)-1]
		}
	}
}

// level is the depth that a style of numbering stands for.
func level(s markStyle) int {
	switch s {
	case markPart, markBare, markHan:
		return 1
	case markParen:
		return 2
	}
	return 3
}

// title trims a heading to its words.
func title(t []rune) string {
	return strings.Trim(han.String(t), " 。：:；;，,")
}

// head is a heading at the start of a paragraph: its number and where it ends,
// with its closing mark.
type head struct {
	mark mark
	end  int
}

// heading tells whether paragraph i opens with a heading.
func (d *draft) heading(i int, t []rune) (head, bool) {
	m := parseMark(t)
	first, more := firstSentence(t)
	if m.style <= markHan && d.zones[i] == inBody {
		n := runOn(t, d.Raw[d.Paragraphs[i].Start:], m)
		if n > 0 && m.style == noMark && chapterTitle(title(t[:n])) {
			return head{mark{style: markBare}, n}, true
		}
		if n > 0 && m.style != noMark {
			return head{m, n}, true
		}
	}
	if m.style == noMark {
		return d.bareHeading(i, t, more)
	}
	l := numbered{
		mark: m, all: t[:first], words: t[min(m.size, first):first],
		more: more, tail: d.zones[i] == inTail,
	}
	return head{m, first}, l.isHeading()
}

// numbered is the first sentence of a paragraph that opens with a number.
type numbered struct {
	mark
	all, words []rune // the sentence, and it without its number
	more       bool   // another follows
	tail       bool   // it stands behind the report
}

func (l *numbered) isHeading() bool {
	has := func(r rune) bool { return slices.Contains(l.all, r) }
	// A numbered paragraph that ends without a mark is a heading as well as one
	// that ends its first sentence early.
	alone := (l.more || !han.EndsSentence(l.all[len(l.all)-1])) && !hasDigits(l.words)
	switch n := len(l.words); l.style {
	case markPart, markHan, markParen:
		return n > 0 && n <= 60 && !has('；')
	case markNum, markSub:
		return alone && n > 0 && n <= 40 && !l.tail && (l.more || !has('：'))
	case markIs:
		short := len(l.all) <= 34 || len(l.all) <= 64 && !l.more
		return alone && n > 1 && short && !has('；')
	}
	return false
}

// bareHeading tells headings without a number: 2022年工作回顾, a short line
// without a closing mark, a bold phrase that opens a paragraph.
func (d *draft) bareHeading(i int, t []rune, more bool) (head, bool) {
	if n := d.boldHeading(i, t); n > 0 {
		return head{mark{style: markIs}, n}, true
	}
	tail := d.zones[i] == inTail
	if more || len(t) > 60 || len(t) < 3 && !tail {
		return head{}, false
	}
	ended := han.EndsLine(t[len(t)-1])
	chapter := len(t) <= 40 && !ended && chapterTitle(string(t))
	switch {
	case chapter, tail && (isAnnex(t) || annexTitle(t)):
		return head{mark{style: markBare}, len(t)}, true
	case tail, ended:
		return head{}, false
	}
	return head{mark{style: markIs}, len(t)}, d.shortHeading(i, t)
}

// boldHeading is the size of a bold heading that opens paragraph i, 0 if none does.
func (d *draft) boldHeading(i int, t []rune) int {
	b, ok := d.bold[i]
	n := b - d.Paragraphs[i].Start
	if !ok || n < 4 || n > 50 || n > len(t) || hasDigits(t[:n]) {
		return 0
	}
	if n < len(t) && han.EndsSentence(t[n]) {
		n++
	}
	if n < len(t) && !han.EndsSentence(t[n-1]) && t[n-1] != '：' {
		return 0
	}
	return n
}

// shortHeading tells a short line between finished paragraphs, with prose behind it.
func (d *draft) shortHeading(i int, t []rune) bool {
	s := string(t)
	if hasDigits(t) || !startsTitle(t[0]) || strings.ContainsAny(s, "；：（(") && !strings.Contains(s, "）") {
		return false
	}
	if i+1 >= len(d.Paragraphs) || i == 0 || d.zones[i-1] == inHead {
		return false
	}
	if s == "结束语" {
		return true
	}
	return len(t) >= 4 && !strings.HasSuffix(s, "，") && !strings.HasSuffix(s, "、") && d.prose(i+1, s)
}

// prose tells whether paragraph i is long enough to stand under a title. Under one that
// names a part of a report it may be a short sentence.
func (d *draft) prose(i int, title string) bool {
	p := d.Paragraphs[i]
	switch n := p.End - p.Start; {
	case n >= 40:
		return true
	case n < 24:
		return false
	}
	return han.EndsSentence(d.Norm[p.End-1]) && containsAny(title, "情况", "回顾", "工作", "任务", "目标")
}

func startsTitle(r rune) bool { return han.Is(r) || r == '“' }

// chapterTitle tells titles of chapters that often come without a number.
func chapterTitle(s string) bool {
	if containsAny(s, "。", "；", "，我们") || strings.HasSuffix(s, "政府工作报告") {
		return false
	}
	if containsAny(s, "工作回顾", "工作的回顾", "主要任务", "主要工作", "重点工作", "工作安排", "工作任务", "目标任务", "工作部署", "工作思路", "总体要求", "发展目标", "工作总结") {
		f, _, _ := planNamed(s)
		return f > 0 || len(years(s)) > 0 || containsAny(s, "过去五年", "五年来", "今后五年", "未来五年", "时期", "过去一年", "今年", "一年来")
	}
	if f, _, at := planNamed(s); f > 0 && at < 2 && containsAny(s, "任务", "目标", "回顾", "成就") {
		return true
	}
	return strings.HasPrefix(s, "关于") && strings.HasSuffix(s, "年工作")
}

// firstSentence returns where the first sentence of t ends, with its closing
// mark, and whether more follows.
func firstSentence(t []rune) (end int, more bool) {
	depth := 0
	for i, r := range t {
		if i > 200 {
			return i, true
		}
		switch {
		case !han.Bounds(r): // most do not
		case han.Opens(r):
			depth++
		case han.Closes(r):
			depth = max(depth-1, 0)
		case depth == 0:
			return i + 1, i+1 < len(t)
		}
	}
	return len(t), false
}

func hasDigits(t []rune) bool {
	for _, r := range t {
		if han.IsAnyDigit(r) {
			return true
		}
	}
	return false
}
