package report

import (
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
	return strings.Trim(string(t), " 。：:；;，,")
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
	switch m.style {
	case noMark:
		return d.bareHeading(i, t, more)
	case markPart, markHan, markParen:
		if first <= 60+m.size && first > m.size && !strings.ContainsRune(string(t[:first]), '；') {
			// A numbered paragraph that ends without a mark is a heading as
			// well as one that ends its first sentence early.
			return head{m, first}, true
		}
	case markNum, markSub:
		if d.zones[i] == inTail || first > 40+m.size || first <= m.size {
			return head{}, false
		}
		if hasDigits(t[m.size:first]) || strings.ContainsRune(string(t[:first]), '：') && !more {
			return head{}, false
		}
		if more || !han.EndsSentence(t[first-1]) {
			return head{m, first}, true
		}
	case markIs:
		if (first <= 34 || first <= 64 && !more) && first > m.size+1 && (more || !han.EndsSentence(t[first-1])) && !hasDigits(t[m.size:first]) && !strings.ContainsRune(string(t[:first]), '；') {
			return head{m, first}, true
		}
	}
	return head{}, false
}

// bareHeading tells headings without a number: 2022年工作回顾, a short line
// without a closing mark, a bold phrase that opens a paragraph.
func (d *draft) bareHeading(i int, t []rune, more bool) (head, bool) {
	if b, ok := d.bold[i]; ok {
		n := b - d.Paragraphs[i].Start
		if n >= 4 && n <= 50 && n <= len(t) && !hasDigits(t[:n]) {
			if n < len(t) && han.EndsSentence(t[n]) {
				n++
			}
			if n == len(t) || han.EndsSentence(t[n-1]) || t[n-1] == '：' {
				return head{mark{style: markIs}, n}, true
			}
		}
	}
	tail := d.zones[i] == inTail
	if more || len(t) > 60 || len(t) < 3 && !tail {
		return head{}, false
	}
	if tail && (isAnnex(t) || annexTitle(t)) {
		return head{mark{style: markBare}, len(t)}, true
	}
	s := string(t)
	if len(t) <= 40 && chapterTitle(s) && !han.EndsLine(t[len(t)-1]) {
		return head{mark{style: markBare}, len(t)}, true
	}
	if tail || han.EndsLine(t[len(t)-1]) || hasDigits(t) || !han.Is(t[0]) && t[0] != '“' || strings.ContainsAny(s, "；：（(") && !strings.Contains(s, "）") {
		return head{}, false
	}
	// A short line between finished paragraphs, with prose behind it.
	if i+1 >= len(d.Paragraphs) || i == 0 || d.zones[i-1] == inHead {
		return head{}, false
	}
	next := d.Paragraphs[i+1]
	short := next.End-next.Start < 40 && (next.End-next.Start < 24 || !han.EndsSentence(d.Norm[next.End-1]) || !containsAny(s, "情况", "回顾", "工作", "任务", "目标"))
	if short && s != "结束语" || len(t) < 4 && s != "结束语" || t[len(t)-1] == '，' || t[len(t)-1] == '、' {
		return head{}, false
	}
	style := markIs
	return head{mark{style: style}, len(t)}, true
}

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
		case han.Opens(r):
			depth++
		case han.Closes(r):
			depth = max(depth-1, 0)
		case han.EndsSentence(r) && depth == 0:
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

func containsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
