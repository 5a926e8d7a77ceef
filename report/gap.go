package report

import "zhibiao/han"

// gap is white space inside a line, with what stands on its two sides.
type gap struct {
	line   []rune // up to it, not empty
	after  rune
	width  int
	wide   int  // how many of its spaces are wide
	tabbed bool // a tab is among them
}

func (g gap) before() rune { return g.line[len(g.line)-1] }

// isIndent tells an indent in the middle of a line, where paragraphs lost their
// breaks: wide spaces behind a finished line or a long one.
func (g gap) isIndent() bool {
	n, p := len(g.line), g.before()
	switch {
	case g.wide < 2:
		return false
	case han.EndsLine(p):
		return true
	case han.Closes(p):
		return n > 60
	}
	return n > 150
}

// endsParagraph tells whether a gap, in a text without line breaks, is where a
// paragraph ended: behind a sentence, around a heading, or wide.
func (g gap) endsParagraph() bool {
	p := g.before()
	if g.width >= 4 || han.EndsSentence(p) || isStopColon(p) {
		return beginsText(g.after)
	}
	if len(g.line) > 80 || !han.Is(g.after) {
		return false
	}
	m := parseMark(g.line)
	return m.opensPart() && m.size < len(g.line)
}

// beginsText tells whether a paragraph may begin with r.
func beginsText(r rune) bool {
	return han.Is(r) || han.IsAnyDigit(r) || han.IsPunct(r) || r == '('
}

// stays tells whether a gap remains as a space.
func (g gap) stays() bool {
	for i := range keptGaps {
		if keptGaps[i].is(g) {
			return true
		}
	}
	return false
}

// keptGaps are those that remain as a space, each with an example that has the
// gap in brackets.
var keptGaps = []struct {
	example string
	is      func(gap) bool
}{
	{"粮食产量[\t]12.5", gap.partsCells},
	{"World[ ]Trade", gap.inForeignWords},
	{"1[ ]9 9 3 年", gap.inDigits},
	{"R[ ]&D", gap.beforeJoint},
	{"Yes,[ ]OK", gap.behindForeignMark},
	{"iPhone15[ ]and", gap.behindForeignNumber},
}

// minusSigns open a figure, as digits do.
var minusSigns = han.NewSet("-－")

// partsCells: a figure in a table's next cell.
func (g gap) partsCells() bool {
	if !g.tabbed || !han.IsAnyDigit(g.after) && !minusSigns.Has(g.after) {
		return false
	}
	p := g.before()
	return han.IsAnyDigit(p) || han.Is(p) || p == '%' || p == '％' || han.Closes(p)
}

func (g gap) inForeignWords() bool { return han.IsLatin(g.before()) && han.IsLatin(g.after) }

// inDigits: joinDigits closes it where the groups are one number.
func (g gap) inDigits() bool { return han.IsAnyDigit(g.before()) && han.IsAnyDigit(g.after) }

// beforeJoint: a sign that joins what is foreign; a dash behind a number may be a minus.
func (g gap) beforeJoint() bool {
	switch g.after {
	case '-':
		return han.IsLatin(g.before()) || han.IsAnyDigit(g.before())
	case '&':
		return han.IsLatin(g.before())
	}
	return false
}

var foreignMarks = han.NewSet(",;:.&-!")

// behindForeignMark: a mark behind a foreign word, or a dash before one.
func (g gap) behindForeignMark() bool {
	n := len(g.line)
	if n < 2 || !foreignMarks.Has(g.before()) || !han.IsLatin(g.after) {
		return false
	}
	return g.before() == '-' || han.IsLatin(g.line[n-2])
}

// behindForeignNumber: only inside a foreign phrase.
func (g gap) behindForeignNumber() bool {
	k := digitsStart(g.line, len(g.line))
	return k > 0 && k < len(g.line) && han.IsLatin(g.line[k-1]) && han.IsLatin(g.after)
}
