package table

import (
	"regexp"
	"slices"
	"strings"
)

// Where a row has fewer cells than the heads, its end may have been left out,
// or a cell of it lost: then the cells behind stand under other heads than
// their own. What stands in a cell tells which, or nothing does.

// holds is a set of what stands in a column's cells.
type holds uint8

const (
	figureCell holds = 1 << iota // a number, or a sign that there is none
	unitCell
	wordCell
	anyCell = figureCell | unitCell | wordCell
)

// holdsAt is what the cell of row i in column k holds, 0 where it is empty.
func (g *sheet) holdsAt(i, k int) holds {
	switch g.kind[i][k] {
	case number, none:
		return figureCell
	case words:
		if _, ok := g.r.parse(g.text[i][k]); ok {
			return unitCell
		}
		return wordCell
	}
	return 0
}

// last is the number of the last cell of row i that is not empty, from 1.
func (g *sheet) last(i int) int {
	n := len(g.text[i])
	for n > 0 && g.text[i][n-1] == "" {
		n--
	}
	return n
}

// headWidth is how many cells the heads have.
func (g *sheet) headWidth() (n int) {
	for i := g.first; i < g.heads; i++ {
		n = max(n, g.t.Written[i])
	}
	return n
}

// fewHeads tells that most rows of the body have more cells than the heads: a
// head was lost, and which one is not known.
func (g *sheet) fewHeads() bool {
	wide, rows := 0, 0
	for i := g.heads; i < len(g.text); i++ {
		if g.kindsOf(i, number) == 0 {
			continue
		}
		rows++
		if g.last(i) > g.headWidth() {
			wide++
		}
	}
	return wide*2 > rows
}

// findOdd finds the rows whose cells may stand under other heads than their own.
func (g *sheet) findOdd() {
	g.odd = make([]bool, len(g.text))
	width := g.headWidth()
	var full []int
	for i := g.heads; i < len(g.text); i++ {
		if g.t.Written[i] >= width && g.last(i) <= width {
			full = append(full, i)
		}
	}
	columns := make([]holds, width)
	for k := range columns {
		columns[k] = g.holdsIn(k, full)
	}
	said := g.said()
	for i := g.heads; i < len(g.text); i++ {
		switch {
		case g.last(i) > width, g.misfit(i, said), g.t.Written[i] < width && !g.fits(i, columns):
			g.odd[i] = slices.Contains(g.kind[i], number)
		}
	}
}

// holdsIn is what the cells of column k hold in the rows that are whole. Where
// they are empty the head says what may stand there.
func (g *sheet) holdsIn(k int, rows []int) (h holds) {
	for _, i := range rows {
		h |= g.holdsAt(i, k)
	}
	switch {
	case h > 0:
		return h
	case unitHead.MatchString(g.cols[k].text):
		return unitCell
	case otherHead.MatchString(g.cols[k].text):
		return wordCell | unitCell
	}
	return anyCell
}

// figureBehind is a figure behind a label: 城镇 12, 城镇12.5.
var figureBehind = regexp.MustCompile(`[\p{Han}）)](?:\s+[-−]?\d[\d,.]*|[-−]?\d[\d,]*\.\d+)$`)

// misfit tells a row with a figure among the units, a unit or a word of another
// column among the figures, a unit or an amount for its label, or one behind it:
// its cells have moved. said are the words of columns of words.
func (g *sheet) misfit(i int, said map[string]int) bool {
	for k := range g.cols {
		h := g.holdsAt(i, k)
		switch c := &g.cols[k]; {
		case c.role == unitsOf && h == figureCell && g.kind[i][k] == number,
			c.role == figuresOf && h == unitCell,
			c.role == figuresOf && h == wordCell && saidElsewhere(said, g.text[i][k], i),
			c.role == labels && (h == unitCell || g.kind[i][k] == number && strings.ContainsAny(g.text[i][k], ".,")),
			c.role == labels && figureBehind.MatchString(g.text[i][k]):
			return true
		}
	}
	return false
}

// said are the words of columns of words, with the row that has them, or
// severalRows: 约束性.
func (g *sheet) said() map[string]int {
	rows := map[string]int{}
	for k := range g.cols {
		if g.cols[k].role == figuresOf {
			continue
		}
		for i := g.heads; i < len(g.text); i++ {
			word := g.text[i][k]
			if row, ok := rows[word]; ok && row != i {
				rows[word] = severalRows
			} else {
				rows[word] = i
			}
		}
	}
	return rows
}

const severalRows = -1

// saidElsewhere tells that another row than i has a word of said.
func saidElsewhere(said map[string]int, word string, i int) bool {
	row, ok := said[word]
	return ok && row != i
}

// fits tells that the cells of a short row fit the columns where they stand,
// and nowhere else.
func (g *sheet) fits(i int, columns []holds) bool {
	n := g.t.Written[i]
	for k := range n {
		if h := g.holdsAt(i, k); h > 0 && columns[k]&h == 0 {
			return false
		}
	}
	// ways[j] is in how many ways the cells so far stand in the columns before
	// j, in their order.
	ways := make([]int, len(columns)+1)
	for j := range ways {
		ways[j] = 1
	}
	for k := range n {
		next := make([]int, len(ways))
		for j := 1; j < len(ways); j++ {
			next[j] = next[j-1]
			if h := g.holdsAt(i, k); h == 0 || columns[j-1]&h > 0 {
				next[j] = min(next[j]+ways[j-1], 2)
			}
		}
		ways = next
	}
	return n > 0 && ways[len(columns)] == 1
}
