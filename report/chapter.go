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
	d.late = d.yearEnd()
	w := &walk{draft: d, own: make([]bool, len(d.Sections)), spans: make([]span, len(d.Sections)), sec: -1}
	w.start()
	for i := range d.Paragraphs {
		if d.zones[i] != inBody {
			w.cur = span{chapter: Other}
			w.sec = d.annex(i, w.sec)
			continue
		}
		if i > 0 && d.zones[i-1] == inHead {
			w.start()
		}
		for s := w.sec + 1; s < len(d.Sections) && d.Sections[s].Start < d.Paragraphs[i].End; s++ {
			w.sec = s
			w.heading(s)
		}
		w.paragraph(i)
	}
	if d.Meta.Kind == "communique" {
		d.withoutGoals()
	}
}

// walk is where a reader of a report stands, from its first paragraph to its last.
type walk struct {
	*draft
	cur      span   // what is spoken of
	base     scope  // what the heading said
	switched bool   // cur comes from a paragraph's cue, not from a heading
	turned   bool   // the heading's second part has been spoken of
	told     bool   // a paragraph has said which of the two it speaks of
	sec      int    // the section, -1 before the first
	own      []bool // sections whose titles tell their time
	spans    []span // what sections are about
}

// start begins with what a report opens with.
func (w *walk) start() { w.to(w.opening()) }

// to goes over to a chapter that stands alone.
func (w *walk) to(sp span) { w.cur, w.base = sp, scope{span: sp} }

// heading reads the title of section s.
func (w *walk) heading(s int) {
	t, m := &w.Sections[s], w.marks[s]
	sp, ok := classify(t.Title, w.Meta.Year, w.base.span, m.style, t.Parent < 0 || m.style <= markBare)
	if ok {
		w.base, w.cur, w.switched, w.own[s] = sp, sp.span, false, true
		w.turned, w.told = false, false
	} else {
		w.timeless(s)
	}
	w.spans[s] = w.cur
	t.Chapter, t.From, t.To = w.cur.chapter, w.cur.from, w.cur.to
}

// timeless finds what a section is about whose title says nothing of time: the first rule
// that knows it tells. Where none does it goes on with what came before.
func (w *walk) timeless(s int) {
	for _, rule := range timelessRules {
		if rule(w, s) {
			return
		}
	}
}

var timelessRules = []func(*walk, int) bool{
	(*walk).secondPart,
	(*walk).underLeadIn,
	(*walk).underPart,
	(*walk).planGoesOn,
	(*walk).behindDigest,
	(*walk).nextChapter,
}

// inPart tells whether section s is a part of another.
func (w *walk) inPart(s int) bool { return w.Sections[s].Parent >= 0 && w.marks[s].style <= markParen }

// secondPart: what begins at 一 anew behind what told of both parts of the heading is the
// second.
func (w *walk) secondPart(s int) bool {
	m := w.marks[s]
	if m.n != 1 || m.style > markParen || !w.toldBoth() {
		return false
	}
	w.turnTo(w.base.then)
	if p := w.Sections[s].Parent; p >= 0 {
		w.spans[p] = w.cur
	}
	return true
}

// underLeadIn: the first of a row of headings keeps what its lead-in said.
func (w *walk) underLeadIn(s int) bool {
	return w.inPart(s) && w.switched && w.own[w.Sections[s].Parent] && w.numbered(s) == 1
}

// underPart: a part is about what its whole is.
func (w *walk) underPart(s int) bool {
	if w.switched || !w.inPart(s) {
		return false
	}
	w.cur = w.spans[w.Sections[s].Parent]
	return true
}

// planGoesOn: behind what was done of a plan the plan goes on.
func (w *walk) planGoesOn(s int) bool {
	p := w.Sections[s].Parent
	if p < 0 || w.cur.chapter != Review || w.spans[p].chapter != Outlook || !w.closes(s, w.own) {
		return false
	}
	w.turnTo(w.spans[p])
	return true
}

// behindDigest: the digest that opens a report spoke of more years than it does.
func (w *walk) behindDigest(s int) bool {
	if s > 0 || w.marks[s].style != markIs || !w.switched || w.cur.from == w.cur.to {
		return false
	}
	w.cur, w.switched = w.base.span, false
	return true
}

// nextChapter: chapters follow each other, and years go forward.
func (w *walk) nextChapter(s int) bool {
	style := w.marks[s].style
	if style != markPart && (style != markHan || w.Sections[s].Parent >= 0) {
		return false
	}
	if w.base.chapter == Outlook && w.cur.chapter == Plan {
		w.base.span = w.cur
	}
	w.turnTo(w.guess(s, w.base.span))
	return true
}

// turnTo goes over to what a heading begins.
func (w *walk) turnTo(sp span) {
	w.to(sp)
	w.switched = false
}

// toldBoth tells whether what stood under a heading of a plan and a year has told of both.
func (w *walk) toldBoth() bool {
	return w.turned && w.cur == w.base.span && w.base.chapter == Outlook && w.base.then.chapter == Plan
}

// paragraph reads the cues of paragraph i and gives it its chapter.
func (w *walk) paragraph(i int) {
	p := &w.Paragraphs[i]
	of := span{}
	if t := w.timely(i); !p.Heading && !w.cued(i, t) {
		of = w.aside(i, t, w.cur)
	}
	w.turned = w.base.then.from > 0 && (w.turned || w.turns(i, w.base.then.from))
	if of.from == 0 {
		of = w.cur
	}
	p.Chapter, p.From, p.To = of.chapter, of.from, of.to
	switch {
	case len(w.Sections) > 0:
	case w.cur.from != w.cur.to:
		w.cur = w.base.span // a narrative: the cue was for this paragraph
	default:
		w.base.span = w.cur
	}
}

// cued goes over to what the start of paragraph i says that it speaks of, and tells
// whether it says so.
func (w *walk) cued(i int, t []rune) bool {
	sp, ok := w.cue(i, t, w.cur, w.base)
	if ok {
		w.told = true
	} else if sp, ok = w.twoReviews(i, w.base, w.told); !ok {
		return false
	}
	w.cur, w.switched = sp, sp != w.base.span
	if r, in := w.runIn[i]; in && r > w.Paragraphs[i].Start && w.sec >= 0 {
		t := &w.Sections[w.sec]
		t.Chapter, t.From, t.To = sp.chapter, sp.from, sp.to
	}
	return true
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
