package read

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

var blockTags = set("address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol option p pre section summary table tbody td tfoot th thead tr ul")

// textTags hold paragraphs or parts of them, whatever their class says.
var textTags = set("p span font b strong i em u tr td th tbody li h1 h2 h3 h4 h5 h6 body")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// lineWriter collects text as a browser would lay it out: white space
// folded, one line a block or <br>.
type lineWriter struct {
	out    strings.Builder
	line   []rune
	space  bool // white space is due before the next character
	wrap   bool // and it held a line break of the source
	raised int  // how many <sup> are open
}

// text adds text of the page.
func (w *lineWriter) text(s string) {
	for _, r := range s {
		switch r {
		case '\n', '\t', ' ', '\f':
			w.space = true
			w.wrap = w.wrap || r == '\n'
			continue
		case '\u00A0':
			r = ' '
		case '\u200B', '\u200C', '\u200D', '\u2060', '\u00AD':
			continue
		}
		if r < ' ' {
			continue
		}
		if w.space && len(w.line) > 0 {
			last := w.line[len(w.line)-1]
			// A line break in the source between two Chinese characters is
			// the editor's, not the writer's.
			if !w.wrap || last < 0x2E80 && r < 0x2E80 && !unicode.IsSpace(last) {
				w.line = append(w.line, ' ')
			}
		}
		w.space, w.wrap = false, false
		w.line = append(w.line, r)
	}
}

// brk ends the line.
func (w *lineWriter) brk() {
	s := strings.TrimFunc(string(w.line), unicode.IsSpace)
	w.line, w.space, w.wrap = w.line[:0], false, false
	if s == "" {
		return
	}
	if w.out.Len() > 0 {
		w.out.WriteByte('\n')
	}
	w.out.WriteString(s)
}

// linesOf writes a node as lines.
func linesOf(n *html.Node) string {
	var w lineWriter
	w.node(n)
	w.brk()
	return w.out.String()
}

func (w *lineWriter) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		if n.Parent != nil && n.Parent.Data == "pre" {
			for i, l := range strings.Split(n.Data, "\n") {
				if i > 0 {
					w.brk()
				}
				w.text(l)
			}
			return
		}
		if w.raised > 0 {
			w.text(superscript(n.Data))
			return
		}
		w.text(n.Data)
		return
	case html.CommentNode, html.DoctypeNode:
		return
	}
	switch n.Data {
	case "script", "style", "noscript", "head", "rt", "rp":
		return
	case "br":
		w.brk()
		return
	case "table":
		w.table(n)
		return
	case "tr":
		w.row(n)
		return
	case "sup":
		w.raised++
		defer func() { w.raised-- }()
	}
	block := blockTags[n.Data]
	if block {
		w.brk()
	}
	w.children(n)
	if block {
		w.brk()
	}
}

// row writes the cells of a table's row on one line, joined by tabs, unless
// the table is there for the page's layout.
func (w *lineWriter) row(tr *html.Node) {
	w.brk()
	var cells []string
	flush := func() {
		if row := joinRow(cells); row != "" {
			w.line = append(w.line[:0], []rune(row)...)
			w.brk()
		}
		cells = nil
	}
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && (c.Data == "td" || c.Data == "th") {
			lines := strings.Split(linesOfChildren(c), "\n")
			text, long := joinCell(lines)
			if !long && !hasTable(c) {
				cells = append(cells, text)
				continue
			}
			flush()
			w.lines(lines)
			continue
		}
		if c.Type == html.ElementNode {
			flush()
			w.node(c)
			w.brk()
		}
	}
	flush()
}

func hasTable(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && (c.Data == "table" || hasTable(c)) {
			return true
		}
	}
	return false
}
