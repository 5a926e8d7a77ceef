package read

import (
	"strings"

	"golang.org/x/net/html"
)

// flatArticle finds the article of a page that cannot be parsed as a tree:
// the stretch of lines with the most text outside links.
func flatArticle(page string) string {
	z := html.NewTokenizer(strings.NewReader(page))
	z.SetMaxBuf(4 << 20)
	type flatLine struct {
		text  string
		links int
	}
	var lines []flatLine
	var w lineWriter
	links, inLink := 0, false
	end := func() {
		w.brk()
		if w.out.Len() > 0 {
			lines = append(lines, flatLine{w.out.String(), links})
		}
		w.out.Reset()
		links = 0
	}
	skip := ""
	for {
		t := z.Next()
		if t == html.ErrorToken {
			break
		}
		name := ""
		if t == html.StartTagToken || t == html.EndTagToken || t == html.SelfClosingTagToken {
			b, _ := z.TagName()
			name = string(b)
		}
		if skip != "" {
			if t == html.EndTagToken && name == skip {
				skip = ""
			}
			continue
		}
		switch t {
		case html.TextToken:
			s := string(z.Text())
			if inLink {
				links += hanCount(s)
			}
			w.text(s)
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			switch {
			case t == html.StartTagToken && (name == "script" || name == "style" || name == "noscript" || name == "title"):
				skip = name
			case name == "a":
				inLink = t == html.StartTagToken
			case name == "td" || name == "th":
				if t == html.EndTagToken {
					w.line = append(w.line, '\t')
				}
			case name == "br" || blockTags[name]:
				end()
			}
		}
	}
	end()

	// The stretch with the greatest sum, where short lines and links cost.
	best, from, to := 0, 0, 0
	sum, start := 0, 0
	for i, l := range lines {
		sum += hanCount(l.text) - 3*l.links - 8
		if sum > best {
			best, from, to = sum, start, i+1
		}
		if sum < 0 {
			sum, start = 0, i+1
		}
	}
	// The report's own head is short lines: take them back.
	for k := 0; from > 0 && k < 6 && lines[from-1].links == 0; k++ {
		from--
	}
	if to == 0 { // nothing stands out
		from, to = 0, len(lines)
	}
	var out []string
	for _, l := range lines[from:to] {
		out = append(out, l.text)
	}
	return trimFurniture(strings.Join(out, "\n"))
}
