package report

import (
	"slices"

	"zhibiao/han"
)

// layout is what the lines of a text tell about how it was broken.
type layout struct {
	wrap    bool // every line is broken at a fixed width
	width   int  // that width, in columns
	blanks  bool // empty lines part the paragraphs
	indents bool // paragraphs open with an indent
	ruler   ruler
}

// measure finds the layout of the lines of a zone.
func (b *buffer) measure(z zone) layout {
	var l layout
	var hist [512]int
	n, open, blank, indent, long := 0, 0, 0, 0, 0
	for i := z.from; i < z.to; i++ {
		ln := &b.lines[i]
		if ln.drop || ln.row > 0 {
			continue
		}
		t := b.r[ln.start:ln.end]
		n++
		w := breadth(t)
		hist[min(w, len(hist)-1)]++
		if ln.blank {
			blank++
		}
		if ln.indent >= 2 {
			indent++
		}
		if len(t) >= 15 {
			long++
			if !han.EndsLine(t[len(t)-1]) && !han.Closes(t[len(t)-1]) {
				open++
			}
		}
	}
	if n == 0 {
		return l
	}
	quantile := func(q float64) int {
		k := int(q * float64(n))
		for w, c := range hist {
			if k -= c; k < 0 {
				return w
			}
		}
		return len(hist) - 1
	}
	l.width = quantile(0.9)
	l.wrap = n >= 8 && l.width < 160 && quantile(0.98) <= l.width*3/2+8 && open*2 > long && long*2 > n
	l.blanks = blank*5 > n*2
	l.indents = indent*8 > n
	l.ruler = newRuler(b, z)
	return l
}

// breadth is the width of a line, a Chinese character being two wide.
func breadth(t []rune) int {
	n := 0
	for _, r := range t {
		if r >= 0x1100 {
			n++
		}
		n++
		if n >= 1000 {
			break
		}
	}
	return n
}

// compose joins lines into paragraphs and fills Text, Raw and Paragraphs of
// d. keep says that lines are paragraphs already.
func (b *buffer) compose(d *draft, keep bool, z zone) {
	b.size()
	lay := b.measure(z)
	d.Text, d.Raw = b.r[:0], b.raw[:0] // in place: text only shrinks
	d.Paragraphs = make([]Paragraph, 0, len(b.lines))
	last := -1
	for i := range b.lines {
		l := &b.lines[i]
		if l.drop {
			continue
		}
		t := b.r[l.start:l.end]
		n := len(d.Text)
		where := inBody
		if l.tail {
			where = inTail
		} else if i < z.from {
			where = inHead
		}
		if last >= 0 {
			p := &d.Paragraphs[len(d.Paragraphs)-1]
			prev := d.Text[p.Start:p.End]
			if !keep && l.row == 0 && b.lines[last].row == 0 && d.zones[len(d.zones)-1] == where && lay.joins(b, prev, last, i, where) {
				cut := 0
				if lay.ruler.size == 0 || !lay.ruler.full(&b.lines[last]) {
					cut = overlap(prev, t, d.Text)
				}
				if han.IsLatin(prev[len(prev)-1]) && han.IsLetter(t[0]) && cut == 0 && !lay.ruler.cuts(&b.lines[last]) {
					// One space between words; the line break made room for it.
					d.Text = append(d.Text, ' ')
					d.Raw = append(d.Raw, b.raw[l.start]-1)
				}
				d.Text = append(d.Text, t[cut:]...)
				d.Raw = append(d.Raw, b.raw[l.start+cut:l.end]...)
				p.End = len(d.Text)
				last = i
				continue
			}
			d.unrepeat()
			n = len(d.Text)
			// scan left room for a line break behind every line.
			d.Text = append(d.Text, '\n')
			d.Raw = append(d.Raw, b.raw[b.lines[last].end])
			n++
		}
		d.Text = append(d.Text, t...)
		d.Raw = append(d.Raw, b.raw[l.start:l.end]...)
		d.Paragraphs = append(d.Paragraphs, Paragraph{Start: n, End: len(d.Text), Section: -1})
		d.zones = append(d.zones, where)
		if l.row > 0 {
			d.addRow(b, l)
		}
		if l.bold > l.start {
			d.bold[len(d.Paragraphs)-1] = n + l.bold - l.start
		}
		last = i
	}
	d.unrepeat()
}

// leastRepeat is how long a paragraph is that nobody writes twice in a row.
const leastRepeat = 15

// unrepeat takes the last paragraph out again where it is the one before it over
// again: pages are saved with their text twice.
func (d *draft) unrepeat() {
	n := len(d.Paragraphs)
	if n < 2 {
		return
	}
	first, last := d.Paragraphs[n-2], d.Paragraphs[n-1]
	if last.Row || last.End-last.Start < leastRepeat || !slices.Equal(d.Text[first.Start:first.End], d.Text[last.Start:last.End]) {
		return
	}
	d.Text, d.Raw = d.Text[:first.End], d.Raw[:first.End]
	d.Paragraphs, d.zones = d.Paragraphs[:n-1], d.zones[:n-1]
	delete(d.bold, n-1)
}

// joins tells whether line i goes on with the sentence of prev, the paragraph
// that ends with line last.
func (lay layout) joins(b *buffer, prev []rune, last, i int, where area) bool {
	l := &b.lines[i]
	t := b.r[l.start:l.end]
	end := prev[len(prev)-1]
	m := parseMark(prev)
	if m.style != noMark && m.size == len(prev) {
		return true // a number on a line of its own
	}
	if cutYear(prev, t) {
		return true
	}
	next := parseMark(t)
	if where == inHead {
		cut := lay.ruler.size > 0 && lay.ruler.full(&b.lines[last]) && !han.EndsLine(end)
		return cut || headGoesOn(prev, t)
	}
	if insideNumber(prev, t) {
		return true
	}
	if lay.ruler.size > 0 {
		return goesOnPlainly(prev, t) && !l.item && !l.mark || lay.goesOn(b, prev, last, i)
	}
	if next.style != noMark && next.style != markIs && !opened(prev) || l.item || l.mark || b.lines[last].mark || dash(t) {
		return false
	}
	if goesOnPlainly(prev, t) {
		return true
	}
	if han.EndsLine(end) || han.Closes(end) && han.EndsLine(prev[max(0, len(prev)-2)]) {
		// A full line in a text without empty lines between its paragraphs
		// may go on with the next sentence; an indent says when it does not.
		return lay.wrap && lay.indents && l.indent < 2 && lay.full(&b.lines[last]) && !isStopColon(end)
	}
	sentence := hasEnd(prev)
	if m.style != noMark && m.style != markIs && !sentence && len(prev) <= 60 && !lay.wrap {
		return opened(prev)
	}
	if lay.indents && l.indent >= 2 && (lay.wrap || !sentence || len(prev) < 60) {
		return false
	}
	if lay.wrap {
		return lay.full(&b.lines[last]) && (next.style == noMark || sentence) || sentence && next.style == noMark && l.indent < 2
	}
	if lay.blanks && !l.blank && len(prev) > 10 {
		return next.style == noMark
	}
	if next.style == markIs && !sentence {
		return false
	}
	return sentence && len(prev) >= 20 || opened(prev) || len(prev) >= 60 && next.style == noMark && where == inBody
}

// goesOnPlainly tells by the two marks at a line break that t goes on with prev:
// no line begins with a mark that closes, none ends with one that opens.
func goesOnPlainly(prev, t []rune) bool {
	switch t[0] {
	case '，', '。', '、', '；':
		return true
	}
	end := prev[len(prev)-1]
	switch end {
	case '，', '、', ',', '《':
		return true
	}
	return han.Opens(end) || han.Closes(t[0])
}

// full tells whether a line reaches the right margin.
func (lay layout) full(l *line) bool { return l.columns >= lay.width-8 }

func isStopColon(r rune) bool { return r == '：' || r == ':' }

// dash tells a line that opens with ——, an item of a list.
func dash(t []rune) bool {
	return len(t) > 1 && (t[0] == '—' || t[0] == '―' || t[0] == '－' || t[0] == '-') && t[1] == t[0]
}

func hasEnd(t []rune) bool {
	for i := len(t) - 1; i >= 0; i-- {
		if han.EndsSentence(t[i]) || t[i] == '；' {
			return true
		}
	}
	return false
}

// opened tells whether a bracket or quote near the end of t is still open.
func opened(t []rune) bool {
	depth := 0
	for i := len(t) - 1; i >= 0 && i > len(t)-40; i-- {
		switch {
		case han.Closes(t[i]):
			depth++
		case han.Opens(t[i]):
			if depth == 0 {
				return true
			}
			depth--
		}
	}
	return false
}

// headGoesOn joins what a page's width cut in a report's head: the line of the
// meeting (——2023年1月5日在静安区第二届 / 人民代表大会第三次会议上).
func headGoesOn(prev, t []rune) bool {
	if len(prev) > 80 || len(t) > 60 {
		return false
	}
	p, n := string(prev), string(t)
	return containsAny(p, "届", "代表大会", "年") && !containsAny(p, "会议上", "会议）", "工作报告", "公报", "：") &&
		containsAny(p, "在", "届") && containsAny(n, "会议上", "会议）", "会议")
}
