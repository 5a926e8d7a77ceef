package read

import "slices"

// edgedCell is a cell of a row that says where its cells end, in twentieths of
// a point; 0 where it does not.
type edgedCell struct {
	text     string
	indent   int
	edge     int
	left, up bool // it belongs to the cell on its left, or above it
}

// edgedRows are the rows of a table whose cells cover columns by where they
// end.
type edgedRows [][]edgedCell

// sameEdge is how far the edges of cells that end together lie apart.
const sameEdge = 90

// lines writes the table for Raw.Text.
func (t edgedRows) lines() []string {
	g := &grid{}
	edges := t.edges()
	for _, row := range t {
		g.row()
		at := 0 // columns so far
		for i := 0; i < len(row); {
			c := row[i]
			from := at
			at = next(edges, at, c.edge)
			for i++; i < len(row) && row[i].left; i++ {
				at = next(edges, at, row[i].edge)
			}
			if c.up {
				g.up(at - from)
				continue
			}
			g.cell(c.text, c.indent, 1, at-from)
		}
	}
	return g.lines()
}

// next is the column behind a cell that starts in column at and ends at edge.
func next(edges []int, at, edge int) int {
	k, _ := slices.BinarySearch(edges, edge-sameEdge)
	return max(at, k) + 1
}

// edges are where columns end. nil where the cells of all rows end at about the
// same places, or do not tell: then each cell is a column.
func (t edgedRows) edges() (out []int) {
	same := true
	var all []int
	for _, row := range t {
		same = same && len(row) == len(t[0])
		for i, c := range row {
			if c.edge <= 0 || i > 0 && c.edge <= row[i-1].edge {
				return nil
			}
			same = same && abs(float64(c.edge-t[0][i].edge)) < 3*sameEdge
			all = append(all, c.edge)
		}
	}
	if same {
		return nil
	}
	slices.Sort(all)
	for _, e := range all {
		if n := len(out); n == 0 || e-out[n-1] > sameEdge {
			out = append(out, e)
		}
	}
	return out
}
