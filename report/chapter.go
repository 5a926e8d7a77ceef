package report

import (
	"strconv"
)

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
	told := false            // a paragraph has said which of the two it speaks of
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
				turned, told = false, false
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
			sp, ok := d.cue(i, cur, base)
			if !ok {
				sp, ok = d.twoReviews(i, base, told)
			} else {
				told = true
			}
			if ok {
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
	if d.Meta.Kind == "communique" {
		d.withoutGoals()
	}
}

// twoReviews tells of which years paragraph i speaks under a heading that
// reviews both a plan's five years and the last of them (“十四五”时期和2025年
// 工作回顾), before a paragraph has said so (told): of the five where it says so
// and not a word of the one, else of the one.
func (d *draft) twoReviews(i int, base scope, told bool) (span, bool) {
	if told || base.chapter != Review || base.then.chapter != Review {
		return span{}, false
	}
	five, one := base.span, base.then
	if five.from == five.to {
		five, one = one, five
	}
	p := d.Paragraphs[i]
	if ofFiveYears(string(d.Norm[p.Start:p.End]), five.from) {
		return five, true
	}
	return one, true
}

// ofFiveYears tells whether s gives figures of the five years from year on and
// none of a single year.
func ofFiveYears(s string, from int) bool {
	if f, _, _ := planNamed(s); f != from && !containsAny(s, "年均", "五年", "5年", "累计", strconv.Itoa(from-1)+"年") {
		return false
	}
	return !containsAny(s, "同比", "比上年", "较上年", "一年来", "去年")
}

// withoutGoals makes reviews of what a communiqué seems to plan: it says what
// was, however often 要 stands in it.
func (d *draft) withoutGoals() {
	y := d.Meta.Year
	for i := range d.Sections {
		if s := &d.Sections[i]; s.Chapter == Plan || s.Chapter == Outlook {
			s.Chapter, s.From, s.To = Review, y, y
		}
	}
	for i := range d.Paragraphs {
		if p := &d.Paragraphs[i]; p.Chapter == Plan || p.Chapter == Outlook {
			p.Chapter, p.From, p.To = Review, y, y
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
	if d.Meta.Kind == "communique" {
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

// guess decides what a chapter speaks of whose heading does not say: by the
// verbs of its text, for old reports; else it goes on with what came before.
func (d *draft) guess(s int, cur span) span {
	y := d.Meta.Year
	if cur.chapter != Review || y == 0 || d.Meta.Kind == "communique" {
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
	done, todo := verbs(d.Norm[from:max(from, min(to, from+6000))])
	if todo >= 2*done+3 {
		return span{Plan, y, y}
	}
	return cur
}
