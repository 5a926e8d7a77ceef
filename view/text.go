package view

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"zhibiao/dataset"
)

// block is a line of the text, or neighbouring lines that make a table.
type block struct {
	Title  bool // one of the lines that a report begins with: title, place, speaker
	Level  int  // of a heading, else -1
	ID     string
	Pieces []piece
	Rows   [][][]piece // of a table: rows, cells, pieces
}

// Heading is the block's text where it is a heading.
func (b block) Heading() string {
	var s strings.Builder
	for _, p := range b.Pieces {
		s.WriteString(p.Text)
	}
	return strings.TrimSpace(s.String())
}

// piece is a stretch of text that carries the same marks from end to end.
type piece struct {
	Text     string
	Quantity string // number of the quantity on the page, "" where there is none
	Status   string // of the quantity's fact
	Subject  string // numbers of the quantities whose subject this is, by spaces
	Why      string // why the number makes no fact
	Lead     bool   // a heading with text behind it in its line
}

// Plain tells that the piece carries no mark.
func (p piece) Plain() bool {
	return p.Quantity == "" && p.Subject == "" && p.Why == "" && !p.Lead
}

// What a span marks.
const (
	isQuantity = iota
	isSubject
	isLeftOut
	isLead
)

// span is a mark on text[start:end].
type span struct {
	start, end int
	what       int
	quantity   int
	text       string // status, or reason
}

// quantity is a place in the text with the facts that it makes.
type quantity struct {
	Start, End int
	Facts      []int // indexes into the page's facts
}

// quantities groups a document's facts, which are sorted by place.
func quantities(facts []dataset.FactRow) []quantity {
	var out []quantity
	for i, f := range facts {
		start, end := int(f.QuoteStart), int(f.QuoteEnd)
		if n := len(out); n > 0 && out[n-1].Start == start && out[n-1].End == end {
			out[n-1].Facts = append(out[n-1].Facts, i)
			continue
		}
		out = append(out, quantity{start, end, []int{i}})
	}
	return out
}

// marks are the spans of a text in the order of their start. What lies outside
// the text, or where a fact is, is dropped.
func marks(size int, facts []dataset.FactRow, all []quantity, leftOut []LeftOut) []span {
	var spans []span
	add := func(s span) {
		if 0 <= s.start && s.start < s.end && s.end <= size {
			spans = append(spans, s)
		}
	}
	for n, q := range all {
		add(span{q.Start, q.End, isQuantity, n, facts[q.Facts[0]].Status})
		for _, i := range q.Facts {
			if f := facts[i]; f.SubjectStart != nil && f.SubjectEnd != nil {
				add(span{int(*f.SubjectStart), int(*f.SubjectEnd), isSubject, n, ""})
			}
		}
	}
	made := map[[2]int]bool{}
	for _, q := range all {
		made[[2]int{q.Start, q.End}] = true
	}
	for _, l := range leftOut {
		if !made[[2]int{l.Start, l.End}] {
			add(span{l.Start, l.End, isLeftOut, 0, l.Why})
		}
	}
	slices.SortStableFunc(spans, func(a, b span) int { return cmp.Compare(a.start, b.start) })
	return spans
}

// cutter cuts a text into pieces from front to back.
type cutter struct {
	text   []rune
	spans  []span // sorted by start
	next   int    // first span that has not begun
	active []span
}

// cut returns the pieces of text[from:to]; calls go forward.
func (c *cutter) cut(from, to int) []piece {
	var pieces []piece
	for at := from; at < to; {
		for c.next < len(c.spans) && c.spans[c.next].start <= at {
			c.active = append(c.active, c.spans[c.next])
			c.next++
		}
		c.active = slices.DeleteFunc(c.active, func(s span) bool { return s.end <= at })
		end := to
		if c.next < len(c.spans) {
			end = min(end, c.spans[c.next].start)
		}
		for _, s := range c.active {
			end = min(end, s.end)
		}
		pieces = append(pieces, c.piece(at, end))
		at = end
	}
	return pieces
}

// piece is text[from:to] with the marks that are on it now. Of two quantities
// the shorter one has it: a number inside a goal in words.
func (c *cutter) piece(from, to int) piece {
	p := piece{Text: string(c.text[from:to])}
	size := 0
	var subjects []string
	for _, s := range c.active {
		switch s.what {
		case isQuantity:
			if size == 0 || s.end-s.start < size {
				size = s.end - s.start
				p.Quantity, p.Status = strconv.Itoa(s.quantity), s.text
			}
		case isSubject:
			if n := strconv.Itoa(s.quantity); !slices.Contains(subjects, n) {
				subjects = append(subjects, n)
			}
		case isLeftOut:
			p.Why = s.text
		case isLead:
			p.Lead = true
		}
	}
	if p.Quantity != "" {
		p.Why = ""
	}
	p.Subject = strings.Join(subjects, " ")
	return p
}

// blocks cuts a text into its lines, and lines of cells into tables.
func blocks(text []rune, spans []span, headings []Heading) []block {
	at := map[int]Heading{}
	for _, h := range headings {
		at[h.Start] = h
	}
	var out []block
	c := &cutter{text: text}
	lines := lines(text)
	for _, l := range lines {
		if h, ok := at[l[0]]; ok && h.End < l[1] && h.End > h.Start {
			spans = append(spans, span{h.Start, h.End, isLead, 0, ""})
		}
	}
	slices.SortStableFunc(spans, func(a, b span) int { return cmp.Compare(a.start, b.start) })
	c.spans = spans
	inTable := false
	for _, l := range lines {
		if cells := cells(text, l); len(cells) > 1 {
			var row [][]piece
			for _, cell := range cells {
				row = append(row, c.cut(cell[0], cell[1]))
			}
			if !inTable {
				out = append(out, block{Level: -1})
			}
			table := &out[len(out)-1]
			table.Rows = append(table.Rows, row)
			inTable = true
			continue
		}
		inTable = false
		b := block{Level: -1, Pieces: c.cut(l[0], l[1])}
		if h, ok := at[l[0]]; ok && h.End >= l[1] {
			b.Level, b.ID = h.Level, fmt.Sprintf("h%d", l[0])
		}
		out = append(out, b)
	}
	markTitle(out)
	return out
}
