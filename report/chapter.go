package report

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
