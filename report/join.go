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
		w := ln.columns - ln.indent
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
	at := lineBreak{layout: lay, b: b}
	d.Text, d.Raw = b.r[:0], b.raw[:0] // in place: text only shrinks
	d.Paragraphs = slices.Grow(d.Paragraphs, len(b.lines))
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
			if !keep && l.row == 0 && b.lines[last].row == 0 && d.zones[len(d.zones)-1] == where && at.joins(prev, last, i, where) {
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

// full tells whether a line reaches the right margin.
func (lay layout) full(l *line) bool { return l.columns >= lay.width-8 }
