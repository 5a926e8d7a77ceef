package report

import (
	"slices"
	"strings"

	"zhibiao/han"
)

// maxNest is how far a quote or bracket may reach without closing before it
// counts as left open by mistake.
const maxNest = 300

// maxSentence is the length at which a sentence is cut at its last mark,
// because what is done with one may take time by the square of its length,
// and every fact holds the whole of it. The longest known has 473 characters.
const maxSentence = 2000

// split cuts the paragraphs into sentences. A sentence ends behind 。！？ and
// the closing marks that follow, not inside brackets or quotes unless they
// close right there, and with its paragraph.
func (d *draft) split() {
	for p := range d.Paragraphs {
		par := &d.Paragraphs[p]
		s := &splitter{draft: d, paragraph: p, start: par.Start, end: par.End, head: d.runIn[p]}
		if !par.Row {
			s.prose()
			continue
		}
		for _, end := range rowSentences(d.Norm, par) {
			s.emit(end)
		}
	}
}

// splitter cuts a paragraph.
type splitter struct {
	*draft
	paragraph  int
	start, end int // of what is not cut yet
	head       int // where the heading ends that runs into the paragraph, 0 if none does
	depth      int // of brackets and quotes
	open       int // where the outermost of them stands
}

// emit ends a sentence. A heading that runs in belongs to the sentence behind it.
func (s *splitter) emit(end int) {
	for s.start < end && isGap(s.Norm[s.start]) {
		s.start++
	}
	if s.start >= end || s.head > s.start && end <= s.head && end < s.end {
		return
	}
	one := Sentence{Start: s.start, End: end, Paragraph: s.paragraph, No: len(s.Sentences), Heading: max(s.start, s.head)}
	if end < s.head {
		one.Heading = s.start
	}
	s.Sentences = append(s.Sentences, one)
	s.start = end
}

func isGap(r rune) bool { return r == ' ' || r == '\t' }

func (s *splitter) prose() {
	t := s.Norm[:s.end]
	for i := s.start; i < len(t); i++ {
		for most := min(len(t)-1, s.start+maxSentence); i < most && !han.Bounds(t[i]); {
			i++ // most do not
		}
		if i-s.start >= maxSentence {
			s.emit(lastMark(t, s.start, i))
			s.depth = 0
		}
		switch r := t[i]; {
		case han.Opens(r):
			s.opens(i)
		case han.Closes(r):
			s.depth = max(s.depth-1, 0)
		case han.EndsSentence(r):
			if end := s.sentenceEnd(i); end > 0 {
				s.depth = 0
				s.emit(end)
				i = end - 1
			}
		}
	}
	s.emit(s.end)
}

// opens counts the bracket or quote at i. One that was left open is forgotten.
func (s *splitter) opens(i int) {
	if s.depth == 0 || i-s.open > maxNest {
		s.depth, s.open = 0, i
	}
	s.depth++
}

// sentenceEnd is where the sentence ends whose mark stands at i, behind the marks that
// close with it; 0 where brackets or a quote hold it.
func (s *splitter) sentenceEnd(i int) int {
	t := s.Norm[:s.end]
	j, depth := i+1, s.depth
	for han.EndsSentence(at(t, j)) || han.Closes(at(t, j)) || at(t, j) == '"' && depth > 0 {
		if han.Closes(t[j]) {
			depth--
		}
		j++
	}
	nested := depth > 0 && i-s.open <= maxNest
	if nested && closesBefore(t, j, min(s.end, s.open+maxNest)) {
		return 0
	}
	return j
}

// lastMark is where to cut t between start and end: behind its last semicolon
// or else its last comma in the second half, or else at the end.
func lastMark(t []rune, start, end int) int {
	for _, marks := range []string{"；;", "，,、"} {
		for i := end; i > (start+end)/2; i-- {
			if strings.ContainsRune(marks, t[i-1]) {
				return i
			}
		}
	}
	return end
}

// closesBefore tells whether a closing mark follows before end: a quote that never
// closes does not hold its sentences together.
func closesBefore(t []rune, from, end int) bool {
	return from < end && slices.ContainsFunc(t[from:end], han.Closes)
}

// wordyCell is the length from which a cell is taken for prose.
const wordyCell = 25

// rowSentences are the ends of the sentences of a table's row: the row is one,
// but where a cell is prose each cell is.
func rowSentences(t []rune, par *Paragraph) (ends []int) {
	from, wordy := par.Start, false
	for i := par.Start; i <= par.End; i++ {
		switch {
		case i == par.End || t[i] == '\t':
			wordy = wordy || i-from > wordyCell
			ends = append(ends, i)
			from = i + 1
		case t[i] == '。' || t[i] == '；' || t[i] == '，':
			wordy = true
		}
	}
	if !wordy {
		return ends[len(ends)-1:]
	}
	return ends
}
