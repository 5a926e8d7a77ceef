package report

import (
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
	t := d.Norm
	for p := range d.Paragraphs {
		par := &d.Paragraphs[p]
		start, head := par.Start, 0
		if k, ok := d.runIn[p]; ok {
			head = k
		}
		emit := func(end int) {
			for start < end && (t[start] == ' ' || t[start] == '\t') {
				start++
			}
			if start >= end {
				return
			}
			// A heading that runs in belongs to the sentence behind it.
			if head > start && end <= head && end < par.End {
				return
			}
			s := Sentence{Start: start, End: end, Paragraph: p, No: len(d.Sentences), Heading: start}
			if head > start && head <= end {
				s.Heading = head
			}
			d.Sentences = append(d.Sentences, s)
			start = end
		}
		if par.Row {
			for _, end := range rowSentences(t, par) {
				emit(end)
			}
			continue
		}
		depth, open := 0, 0 // open is where the outermost bracket stands
		for i := par.Start; i < par.End; i++ {
			r := t[i]
			if i-start >= maxSentence {
				emit(lastMark(t, start, i))
				depth = 0
			}
			if r < 0x80 && r != '!' && r != '?' && r != '(' && r != ')' && r != '[' && r != ']' ||
				r >= 0x4E00 && r <= 0x9FFF {
				continue
			}
			switch {
			case han.Opens(r):
				if depth == 0 || i-open > maxNest {
					depth, open = 0, i
				}
				depth++
			case han.Closes(r):
				if depth > 0 {
					depth--
				}
			case han.EndsSentence(r):
				j := i + 1
				k := depth
				for j < par.End && (han.EndsSentence(t[j]) || han.Closes(t[j]) || t[j] == '"' && k > 0) {
					if han.Closes(t[j]) {
						k--
					}
					j++
				}
				if k > 0 && i-open <= maxNest && closesBefore(t, j, min(par.End, open+maxNest)) {
					break
				}
				depth = 0
				emit(j)
				i = j - 1
			}
		}
		emit(par.End)
	}
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
	for i := from; i < end; i++ {
		if han.Closes(t[i]) {
			return true
		}
	}
	return false
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
