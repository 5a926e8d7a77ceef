package read

import (
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// htmlCell is a cell of a page's table.
type htmlCell struct {
	node        *html.Node
	lines       []string
	indent      int
	down, right int
}

// table writes a table: as a table where its cells are short, else, where it
// is there for the page's layout, as the lines of its cells.
func (w *lineWriter) table(n *html.Node) {
	w.brk()
	rows := htmlRows(n)
	if laidOut(rows) {
		w.children(n)
		w.brk()
		return
	}
	w.captions(n)
	g := &grid{}
	flush := func() {
		w.lines(g.lines())
		g = &grid{}
	}
	for _, row := range rows {
		if c := alone(row); c != nil {
			if text, long := joinCell(c.lines); long || len(g.rows) == 0 && len(row) == 1 && len(rows) > 1 && text != "" {
				flush() // a title above the table or a note in it
				w.lines(c.lines)
				continue
			}
		}
		g.row()
		for _, c := range row {
			text, _ := joinCell(c.lines)
			g.cell(text, c.indent, c.down, c.right)
		}
	}
	flush()
}

func (w *lineWriter) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
}

// lines writes finished lines.
func (w *lineWriter) lines(lines []string) {
	for _, l := range lines {
		w.line = append(w.line[:0], []rune(l)...)
		w.brk()
	}
}

// captions writes what a table holds outside its rows.
func (w *lineWriter) captions(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type != html.ElementNode:
		case c.Data == "thead" || c.Data == "tbody" || c.Data == "tfoot":
			w.captions(c)
		case c.Data != "tr":
			w.node(c)
		}
	}
	w.brk()
}

// htmlRows are the rows of a table, without those of tables in its cells.
func htmlRows(n *html.Node) (rows [][]htmlCell) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type != html.ElementNode:
		case c.Data == "thead" || c.Data == "tbody" || c.Data == "tfoot":
			rows = append(rows, htmlRows(c)...)
		case c.Data == "tr":
			var row []htmlCell
			for d := c.FirstChild; d != nil; d = d.NextSibling {
				if d.Type == html.ElementNode && (d.Data == "td" || d.Data == "th") {
					row = append(row, newHTMLCell(d))
				}
			}
			if len(row) > 0 {
				rows = append(rows, row)
			}
		}
	}
	return rows
}

func newHTMLCell(n *html.Node) htmlCell {
	c := htmlCell{node: n, down: spanOf(n, "rowspan"), right: spanOf(n, "colspan"), indent: htmlIndent(n)}
	c.lines = strings.Split(linesOfChildren(n), "\n")
	return c
}

func linesOfChildren(n *html.Node) string {
	var inner lineWriter
	inner.children(n)
	inner.brk()
	return inner.out.String()
}

func spanOf(n *html.Node, name string) int {
	for _, a := range n.Attr {
		if a.Key == name {
			v, _ := strconv.Atoi(strings.TrimSpace(a.Val))
			return v
		}
	}
	return 1
}

var cssIndent = regexp.MustCompile(`(?:text-indent|padding-left|margin-left)\s*:\s*([\d.]+)\s*(em|pt|px)`)

// htmlIndent is the indent of a cell's text: its white space that a browser
// shows, or what its style says.
func htmlIndent(n *html.Node) int {
	indent := 0
	for ; n != nil; n = n.FirstChild {
		for n.Type == html.TextNode && strings.Trim(n.Data, " \n\t\r") == "" && n.NextSibling != nil {
			n = n.NextSibling
		}
		if n.Type == html.TextNode {
			for _, r := range strings.TrimLeft(n.Data, "\n\t\r ") {
				switch r {
				case 0xA0:
					indent++
				case 0x3000, 0x2003:
					indent += 2
				default:
					return indent
				}
			}
			return indent
		}
		for _, a := range n.Attr {
			if m := cssIndent.FindStringSubmatch(a.Val); a.Key == "style" && m != nil {
				v, _ := strconv.ParseFloat(m[1], 64)
				switch m[2] {
				case "em":
					v *= 2
				case "pt":
					v /= 6
				case "px":
					v /= 8
				}
				indent += int(v)
			}
		}
	}
	return indent
}

// alone is the only cell of a row that has text, nil if there are more.
func alone(row []htmlCell) (only *htmlCell) {
	for i := range row {
		if strings.TrimSpace(strings.Join(row[i].lines, "")) == "" {
			continue
		}
		if only != nil {
			return nil
		}
		only = &row[i]
	}
	return only
}

// laidOut tells a table that is there for the page's layout: cells hold
// tables or stretches of prose beside others.
func laidOut(rows [][]htmlCell) bool {
	for _, row := range rows {
		for _, c := range row {
			_, long := joinCell(c.lines)
			if hasTable(c.node) || long && alone(row) == nil {
				return true
			}
		}
	}
	return false
}
