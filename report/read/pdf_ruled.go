package read

import (
	"cmp"
	"math"
	"slices"
)

// ruledTable is a grid of drawn lines. Its cells are numbered row by row; one
// that covers several places has one number.
type ruledTable struct {
	xs, ys []float64 // of the lines, from left to right and from the top down
	place  [][]int   // by row and column: the number of the cell
	cells  []ruledCell

	unparted bool // no lines part its rows
}

// ruledCell is a cell of a ruledTable: its first place, and how many places it
// covers.
type ruledCell struct{ row, column, down, right int }

// Bounds of grids.
const (
	sameLine   = 2.5 // points between lines that are one
	mostRules  = 3000
	mostPlaces = 20000
	openSide   = 12.0 // how far level lines reach beyond the last upright one where a side is open
)

// ruledTables finds the grids that rules draw, of two rows and two columns at
// least.
func ruledTables(rules []pdfRule) (out []*ruledTable) {
	if len(rules) < 4 {
		return nil
	}
	rules = joinRules(rules)
	if len(rules) > mostRules {
		return nil
	}
	for _, group := range touching(rules) {
		if t := newRuledTable(group); t != nil {
			out = append(out, t)
		}
	}
	return out
}

// newRuledTable makes a grid of rules that touch, nil where they draw none.
func newRuledTable(rules []pdfRule) *ruledTable {
	t := &ruledTable{}
	left, right := math.Inf(1), math.Inf(-1)
	for _, r := range rules {
		if r.level() {
			t.ys = append(t.ys, r.y1)
			left, right = min(left, r.x1), max(right, r.x2)
		} else {
			t.xs = append(t.xs, r.x1)
		}
	}
	t.xs, t.ys = apart(t.xs), apart(t.ys)
	slices.Reverse(t.ys)
	if len(t.xs) == 0 || len(t.ys) < 3 {
		return nil
	}
	if t.xs[0]-left > openSide {
		t.xs = append([]float64{left}, t.xs...)
	}
	if right-t.xs[len(t.xs)-1] > openSide {
		t.xs = append(t.xs, right)
	}
	if len(t.xs) < 3 || (len(t.xs)-1)*(len(t.ys)-1) > mostPlaces || !t.number(rules) {
		return nil
	}
	return t
}

// apart sorts numbers and leaves one of those that are nearly the same.
func apart(x []float64) (out []float64) {
	slices.Sort(x)
	for _, v := range x {
		if n := len(out); n == 0 || v-out[n-1] >= sameLine {
			out = append(out, v)
		}
	}
	return out
}

// number numbers the cells: places with no line between them are one. It fails
// where such a cell is no rectangle.
func (t *ruledTable) number(rules []pdfRule) bool {
	rows, columns := len(t.ys)-1, len(t.xs)-1
	below, behind := t.borders(rules)
	t.place = make([][]int, rows)
	for i := range t.place {
		t.place[i] = slices.Repeat([]int{-1}, columns)
	}
	for i := range rows {
		for k := range columns {
			if t.place[i][k] >= 0 {
				continue
			}
			c := ruledCell{i, k, 1, 1}
			for k+c.right < columns && !behind[i][k+c.right-1] {
				c.right++
			}
			for i+c.down < rows && !below[i+c.down-1][k] {
				c.down++
			}
			if !t.take(c, below, behind) {
				return false
			}
		}
	}
	return true
}

// take gives the places of c its number. It fails where one has another, or
// where a line runs through c or one is missing around it.
func (t *ruledTable) take(c ruledCell, below, behind [][]bool) bool {
	last := c.column + c.right - 1
	for i := c.row; i < c.row+c.down; i++ {
		for k := c.column; k <= last; k++ {
			if t.place[i][k] >= 0 || behind[i][k] != (k == last) || below[i][k] != (i == c.row+c.down-1) {
				return false
			}
			t.place[i][k] = len(t.cells)
		}
	}
	t.cells = append(t.cells, c)
	return true
}

// borders tells by place whether a line is drawn below it and behind it.
func (t *ruledTable) borders(rules []pdfRule) (below, behind [][]bool) {
	rows, columns := len(t.ys)-1, len(t.xs)-1
	below, behind = make([][]bool, rows), make([][]bool, rows)
	for i := range rows {
		below[i], behind[i] = make([]bool, columns), make([]bool, columns)
		behind[i][columns-1] = true // an open side
	}
	for k := range columns {
		below[rows-1][k] = true
	}
	for _, r := range rules {
		if r.level() {
			for i, k := t.row(r.y1), 0; i > 0 && k < columns; k++ {
				x := (t.xs[k] + t.xs[k+1]) / 2
				below[i-1][k] = below[i-1][k] || r.x1 < x && x < r.x2
			}
			continue
		}
		for k, i := t.column(r.x1), 0; k > 0 && i < rows; i++ {
			y := (t.ys[i] + t.ys[i+1]) / 2
			behind[i][k-1] = behind[i][k-1] || r.y1 < y && y < r.y2
		}
	}
	return below, behind
}

// row and column are the lines nearest to a height and to a place across.
func (t *ruledTable) row(y float64) int {
	return nearest(len(t.ys), func(i int) float64 { return math.Abs(t.ys[i] - y) })
}

func (t *ruledTable) column(x float64) int {
	return nearest(len(t.xs), func(i int) float64 { return math.Abs(t.xs[i] - x) })
}

func nearest(n int, away func(int) float64) (best int) {
	for i := range n {
		if away(i) < away(best) {
			best = i
		}
	}
	return best
}

// at is the number of the cell in which a point lies, -1 for none.
func (t *ruledTable) at(x, y float64) int {
	k, _ := slices.BinarySearch(t.xs, x)
	i, _ := slices.BinarySearchFunc(t.ys, y, func(a, b float64) int { return cmp.Compare(b, a) })
	if k == 0 || k == len(t.xs) || i == 0 || i == len(t.ys) {
		return -1
	}
	return t.place[i-1][k-1]
}
