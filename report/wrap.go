package report

import (
	"maps"
	"slices"

	"zhibiao/han"
)

// ruler measures lines against the width that a text was broken at. A text
// editor counts characters, a terminal columns; most lines of a wrapped text
// have the very same size in one of them.
type ruler struct {
	columns bool // a Chinese character counts two
	size    int  // 0 where no size is that of most lines
	slack   int  // how many less a full line may have: what no line may begin with moves
}

// leastShare is the share of lines that go on in the next which must have one
// size for a text to be taken as wrapped at it.
const leastShare = 0.6

// newRuler finds the size that most lines of a zone have whose sentence goes on
// behind them.
func newRuler(b *buffer, z zone) ruler {
	chars, columns := map[int]int{}, map[int]int{}
	open := 0
	for i := z.from; i < z.to; i++ {
		l := &b.lines[i]
		t := b.r[l.start:l.end]
		if l.drop || l.row > 0 || len(t) < 15 || han.EndsLine(t[len(t)-1]) {
			continue
		}
		open++
		chars[l.chars]++
		columns[l.columns]++
	}
	if open < 8 {
		return ruler{}
	}
	best := ruler{}
	most := leastShare * float64(open)
	// Of two sizes that as many lines have the longer is taken.
	for _, n := range slices.Sorted(maps.Keys(chars)) {
		if near := float64(chars[n] + chars[n-1]); near >= most {
			best, most = ruler{size: n, slack: slackOf(chars[n], open)}, near
		}
	}
	for _, n := range slices.Backward(slices.Sorted(maps.Keys(columns))) {
		if near := float64(columns[n] + columns[n-1]); near > most {
			best, most = ruler{columns: true, size: n, slack: 1}, near
		}
	}
	if best.exceeded(b, z) {
		return ruler{} // headings of one pattern: the text itself is not wrapped
	}
	return best
}

// exceeded tells whether more than one in fifty of a zone's lines is longer
// than the size of r.
func (r ruler) exceeded(b *buffer, z zone) bool {
	longer := 0
	for i := z.from; i < z.to; i++ {
		l := &b.lines[i]
		n := l.chars
		if r.columns {
			n = l.columns - 1
		}
		if n > r.size+1 {
			longer++
		}
	}
	return longer*50 > z.to-z.from
}

// slackOf is 0 where nearly all lines have the same size.
func slackOf(same, all int) int {
	if same*20 >= all*19 {
		return 0
	}
	return 1
}

// size sets the sizes of all lines. It has to be done before compose, which
// moves the text that they stand in.
func (b *buffer) size() {
	for i := range b.lines {
		l := &b.lines[i]
		l.chars = int(b.raw[l.end-1]-b.raw[l.start]) + 1 + (l.indent+1)/2
		l.columns = breadth(b.r[l.start:l.end]) + l.indent
	}
}

// full tells whether a line has the size of those that go on.
func (r ruler) full(l *line) bool {
	if r.columns {
		return l.columns >= r.size-r.slack-1
	}
	return l.chars >= r.size-r.slack
}

// cuts tells a line that is full to the character, as all are: what broke it
// counted characters and cut words, too (P⏎M2.5, G⏎DP).
func (r ruler) cuts(l *line) bool {
	return r.size > 0 && !r.columns && r.slack == 0 && l.chars >= r.size
}

// goesOn tells whether line i goes on with what line last, the end of prev,
// began, in a text that is wrapped at the size of r.
func (lay layout) goesOn(b *buffer, prev []rune, last, i int) bool {
	l := &b.lines[i]
	t := b.r[l.start:l.end]
	ended := han.EndsLine(prev[len(prev)-1])
	switch {
	case l.item, l.mark, b.lines[last].mark, lay.indents && l.indent >= 2:
		return false
	case lay.blanks && l.blank:
		return !ended && lay.ruler.full(&b.lines[last]) // a page's end
	case !lay.ruler.full(&b.lines[last]):
		return false
	case parseMark(prev).style != noMark && len(prev) < 2*lay.ruler.size && endsTitle(prev):
		return false // a heading that fills its line
	}
	return !ended || parseMark(t).style == noMark && !dash(t)
}

// insideNumber tells a line break that cuts a number: 54.⏎6公里, 1⏎20个. What goes
// on has to be more than a number, and no year, which cutYear knows.
func insideNumber(prev, t []rune) bool {
	tail, head := numberAtEnd(prev), numberAtStart(t)
	if tail == 0 || len(prev)-tail < 2 || head == 0 || head == len(t) {
		return false
	}
	before, behind := prev[len(prev)-tail-1], t[head]
	if behind == '年' || !han.Is(behind) && behind != '%' && behind != '％' {
		return false
	}
	return han.Is(before) || before == '、' || before == '，'
}

// numberAtEnd is the length of the number that t ends with, a point at its end
// counted.
func numberAtEnd(t []rune) int {
	k := len(t)
	if isPoint(at(t, k-1)) && !digitAt(t, k-2) {
		return 0
	}
	for digitAt(t, k-1) || isPoint(at(t, k-1)) {
		k--
	}
	return len(t) - k
}

// numberAtStart is the length of the number that t begins with, a point at its
// start counted.
func numberAtStart(t []rune) int {
	from := 0
	if isPoint(t[0]) {
		from++
	}
	i := from
	for digitAt(t, i) || isPoint(at(t, i)) && digitAt(t, i+1) {
		i++
	}
	if i == from {
		return 0
	}
	return i
}
