package reporttest

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Measures of printed tables, in points.
const (
	cellSize    = 8.0 // of its characters
	cellLeading = 10.0
)

// box is a cell laid out on a page: its place, and its text in lines.
type box struct {
	left, right, top, bottom float64
	lines                    []string
	head                     bool
}

// layOut places the table's cells below y, each with pad points of room on
// either side of its text; what is wider than its column is broken into lines.
// Where centred is false a cell over several rows has its text in the first,
// and heads begin where their columns do.
func (g *Grid) layOut(y, pad float64, centred bool) (boxes []box, below float64) {
	columns := len(g.Rows[0])
	edge := []float64{80}
	for k := range columns {
		most := 56.0
		if k == 0 {
			most = 120
		}
		w := cellSize
		for i, r := range g.Rows {
			if _, right := g.span(i, k); !covered(r[k]) && right == 1 {
				w = max(w, printedWidth(r[k]))
			}
		}
		edge = append(edge, edge[k]+min(w, most)+2*pad)
	}
	tops := []float64{y}
	for i, r := range g.Rows {
		n := 1
		for k, c := range r {
			if down, right := g.span(i, k); !covered(c) && down == 1 {
				n = max(n, len(broken(c, edge[k+right]-edge[k]-2*pad)))
			}
		}
		tops = append(tops, tops[i]-float64(n)*cellLeading-6)
	}
	for i, r := range g.Rows {
		for k, c := range r {
			if covered(c) {
				continue
			}
			down, right := g.span(i, k)
			if !centred {
				down = 1
			}
			boxes = append(boxes, box{
				left: edge[k], right: edge[k+right], top: tops[i], bottom: tops[i+down],
				lines: broken(c, edge[k+right]-edge[k]-2*pad), head: centred && (i == 0 || r[0] == "^"),
			})
		}
	}
	return boxes, tops[len(g.Rows)]
}

// printedWidth is how wide a text is printed.
func printedWidth(s string) (w float64) {
	for _, c := range s {
		w += cellSize
		if c < utf8.RuneSelf {
			w -= cellSize / 2
		}
	}
	return w
}

// broken breaks a text into lines of a width.
func broken(s string, width float64) (lines []string) {
	line := ""
	for _, c := range s {
		if printedWidth(line+string(c)) > width+0.1 {
			lines, line = append(lines, line), ""
		}
		line += string(c)
	}
	return append(lines, line)
}

// pieces are the texts of the cells: words on the left, figures on the right,
// heads in the middle.
func pieces(boxes []box, pad float64) (out []Piece) {
	for _, b := range boxes {
		y := (b.top+b.bottom)/2 + float64(len(b.lines))*cellLeading/2 - cellSize
		for _, l := range b.lines {
			text := strings.TrimLeft(l, " ")
			x := b.left + pad + 5*float64(len(l)-len(text))
			switch {
			case b.head:
				x = (b.left + b.right - printedWidth(text)) / 2
			case text != "" && strings.ContainsAny(text[:1], "0123456789-") && !strings.HasSuffix(text, "年"):
				x = b.right - pad - printedWidth(text)
			}
			if text != "" {
				out = append(out, Piece{X: x, Y: y, Text: text, Size: cellSize, Narrow: true})
			}
			y -= cellLeading
		}
	}
	return out
}

// titles are the lines above a table on a page below y.
func (g *Grid) titles(y float64) (out []Piece, below float64) {
	for l := range strings.SplitSeq(g.Title, "\n") {
		out = append(out, Piece{X: 170, Y: y, Text: l})
		y -= 18
	}
	return out, y + 8
}

// Printed places the table on a page below y, without rules; it returns where
// it ends. Heads stand in the middle of what they head, or begin where it does.
func (g *Grid) Printed(y float64, centred bool) (out []Piece, below float64) {
	out, y = g.titles(y)
	boxes, below := g.layOut(y, 14, centred)
	return append(out, pieces(boxes, 14)...), below - 24
}

// Ways to draw the rules of a table.
const (
	RuledBoxes = iota // a rectangle a cell
	RuledLines        // a line a side
	RuledFills        // a thin filled rectangle a side
	RuledPath         // all lines in one path
	RuledOpen         // lines, none of them at the table's left and right
	RuledWays
)

// Ruled places the table on a page below y, with rules and little room; it
// returns what draws the rules.
func (g *Grid) Ruled(y float64, way int) (out []Piece, rules string, below float64) {
	const pad = 2.5
	out, y = g.titles(y)
	boxes, below := g.layOut(y, pad, true)
	left, right := boxes[0].left, boxes[0].right
	for _, b := range boxes {
		left, right = min(left, b.left), max(right, b.right)
	}
	var draw strings.Builder
	draw.WriteString("0.5 w\n")
	side := func(x1, y1, x2, y2 float64) {
		switch {
		case way == RuledOpen && x1 == x2 && (x1 == left || x1 == right):
		case way == RuledFills:
			fmt.Fprintf(&draw, "%g %g %g %g re f\n", x1-0.25, y1-0.25, x2-x1+0.5, y2-y1+0.5)
		default:
			fmt.Fprintf(&draw, "%g %g m %g %g l\n", x1, y1, x2, y2)
			if way != RuledPath {
				draw.WriteString("S\n")
			}
		}
	}
	for _, b := range boxes {
		if way == RuledBoxes {
			fmt.Fprintf(&draw, "%g %g %g %g re S\n", b.left, b.bottom, b.right-b.left, b.top-b.bottom)
			continue
		}
		side(b.left, b.bottom, b.right, b.bottom)
		side(b.left, b.top, b.right, b.top)
		side(b.left, b.bottom, b.left, b.top)
		side(b.right, b.bottom, b.right, b.top)
	}
	if way == RuledPath {
		draw.WriteString("S\n")
	}
	return append(out, pieces(boxes, pad)...), draw.String(), below - 24
}
