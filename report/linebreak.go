package report

import "zhibiao/han"

// joins tells whether line i goes on with the sentence of prev, the paragraph
// that ends with line last.
func (at *lineBreak) joins(prev []rune, last, i int, where area) bool {
	at.last, at.i, at.where, at.above, at.below, at.prev = last, i, where, &at.b.lines[last], &at.b.lines[i], prev
	at.t = at.b.r[at.below.start:at.below.end]
	at.mark, at.next = parseMark(prev), parseMark(at.t)
	for _, rule := range breakRules {
		if v := rule(at); v != undecided {
			return v == goesOn
		}
	}
	return false
}

// lineBreak is where a line ends, with what stands on its two sides.
type lineBreak struct {
	layout
	b            *buffer
	last, i      int // the lines above and below it
	above, below *line
	where        area
	prev, t      []rune // the paragraph above, the line below
	mark, next   mark   // that they open with
}

// A verdict is what a rule says of a line break.
type verdict uint8

const (
	undecided verdict = iota
	goesOn
	anew
)

// decide is a verdict that says yes or no.
func decide(on bool) verdict {
	if on {
		return goesOn
	}
	return anew
}

// decideIf is a verdict where a rule knows the break.
func decideIf(known bool, v verdict) verdict {
	if known {
		return v
	}
	return undecided
}

// breakRules are tried in order; the first that decides is followed.
var breakRules = []func(*lineBreak) verdict{
	func(at *lineBreak) verdict { // a number on a line of its own
		return decideIf(at.mark.style != noMark && at.mark.size == len(at.prev), goesOn)
	},
	func(at *lineBreak) verdict { return decideIf(cutYear(at.prev, at.t), goesOn) },
	(*lineBreak).inTitle,
	func(at *lineBreak) verdict { return decideIf(insideNumber(at.prev, at.t), goesOn) },
	(*lineBreak).ruled,
	func(at *lineBreak) verdict { return decideIf(at.opensAnew(), anew) },
	func(at *lineBreak) verdict { return decideIf(goesOnPlainly(at.prev, at.t), goesOn) },
	(*lineBreak).behindSentence,
	(*lineBreak).behindHeading,
	(*lineBreak).indented,
	(*lineBreak).wrapped,
	func(at *lineBreak) verdict {
		return decideIf(at.blanks && !at.below.blank && len(at.prev) > 10, decide(at.next.style == noMark))
	},
	func(at *lineBreak) verdict { return decideIf(at.next.style == markIs && !at.sentence(), anew) },
	func(at *lineBreak) verdict {
		long := len(at.prev) >= 60 && at.next.style == noMark && at.where == inBody
		return decide(long || opened(at.prev) || len(at.prev) >= 20 && at.sentence())
	},
}

// sentence tells whether a sentence ends in the paragraph above.
func (at *lineBreak) sentence() bool { return hasEnd(at.prev) }

// inTitle knows the breaks of a report's head.
func (at *lineBreak) inTitle() verdict {
	if at.where != inHead {
		return undecided
	}
	cut := at.ruler.size > 0 && at.ruler.full(at.above) && !han.EndsLine(at.prev[len(at.prev)-1])
	return decide(cut || headGoesOn(at.prev, at.t))
}

// ruled knows those of a text that is wrapped at one size.
func (at *lineBreak) ruled() verdict {
	if at.ruler.size == 0 {
		return undecided
	}
	plainly := goesOnPlainly(at.prev, at.t) && !at.below.item && !at.below.mark
	return decide(plainly || at.goesOn(at.b, at.prev, at.last, at.i))
}

// opensAnew tells whether a mark parts the lines: a number, a bullet, a dash.
func (at *lineBreak) opensAnew() bool {
	if at.below.item || at.below.mark || at.above.mark || dash(at.t) {
		return true
	}
	return at.next.numbers() && !opened(at.prev)
}

// numbers tells whether a mark numbers what it opens.
func (m mark) numbers() bool { return m.style != noMark && m.style != markIs }

// behindSentence: a full line in a text without empty lines between its paragraphs
// may go on with the next sentence; an indent says when it does not.
func (at *lineBreak) behindSentence() verdict {
	end := at.prev[len(at.prev)-1]
	ended := han.EndsLine(end) || han.Closes(end) && han.EndsLine(at.prev[max(0, len(at.prev)-2)])
	if !ended {
		return undecided
	}
	return decide(at.wrap && at.indents && at.below.indent < 2 && at.full(at.above) && !isStopColon(end))
}

// behindHeading: a heading goes on only where a bracket is open.
func (at *lineBreak) behindHeading() verdict {
	if !at.mark.numbers() || len(at.prev) > 60 || at.wrap || at.sentence() {
		return undecided
	}
	return decide(opened(at.prev))
}

// indented: an indent parts paragraphs where the text has them.
func (at *lineBreak) indented() verdict {
	if !at.indents || at.below.indent < 2 {
		return undecided
	}
	return decideIf(at.wrap || len(at.prev) < 60 || !at.sentence(), anew)
}

// wrapped: in a text broken at a width a full line goes on.
func (at *lineBreak) wrapped() verdict {
	if !at.wrap {
		return undecided
	}
	plain := at.next.style == noMark
	full := at.full(at.above) && (plain || at.sentence())
	return decide(full || plain && at.below.indent < 2 && at.sentence())
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
