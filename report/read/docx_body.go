package read

import (
	"encoding/xml"
	"strings"
)

// docxBody turns the tokens of a Word body (or of its footnotes) into lines.
// Prefixes are taken as Word and everybody else writes them: w, mc, m.
type docxBody struct {
	num   *docxNumbering
	limit int64
	size  int64
	lines []string

	skip  int // depth inside an element that is left out
	para  []*docxPara
	cells []*docxTable
	alt   []bool // for each AlternateContent: a Choice was read
	depth []string
	carry string // text of a paragraph whose mark was deleted: the next one continues it
}

// docxPara is an open paragraph; text boxes nest them.
type docxPara struct {
	text         strings.Builder
	style        string
	numID, level string
	inText       bool
	hidden       bool
	raised       bool     // the run is superscript
	joined       bool     // its mark was deleted
	boxes        []string // lines of text boxes anchored in it
}

// left out with all that is in them: deletions, field codes, layout
// properties that hold text, phonetic guides.
var docxSkipped = map[string]bool{
	"w:del": true, "w:moveFrom": true, "w:instrText": true, "w:delText": true, "w:delInstrText": true,
	"w:rt": true, "w:sectPr": true, "w:tblPr": true, "w:pPrChange": true, "w:rPrChange": true,
	"w:fldData": true, "w:binData": true,
}

func (b *docxBody) token(t xml.Token) error {
	switch t := t.(type) {
	case xml.StartElement:
		name := t.Name.Space + ":" + t.Name.Local
		if b.skip > 0 {
			b.skip++
			return nil
		}
		if p := b.top(); name == "w:del" && p != nil && b.inside("w:rPr") && b.within("w:pPr") {
			p.joined = true
		}
		if docxSkipped[name] || skipNote(name, t) || b.skipAlternate(name) {
			b.skip = 1
			return nil
		}
		b.depth = append(b.depth, name)
		return b.start(name, t)
	case xml.EndElement:
		if b.skip > 0 {
			b.skip--
			return nil
		}
		if n := len(b.depth); n > 0 {
			b.depth = b.depth[:n-1]
		}
		return b.end(t.Name.Space + ":" + t.Name.Local)
	case xml.CharData:
		if p := b.top(); b.skip == 0 && p != nil && p.inText && !p.hidden {
			if p.raised {
				return b.write(p, superscript(string(t)))
			}
			return b.write(p, string(t))
		}
	}
	return nil
}

func (b *docxBody) inside(name string) bool {
	return len(b.depth) > 0 && b.depth[len(b.depth)-1] == name
}

// skipNote leaves out the lines that separate footnotes, and the lists of
// contents that repeat every heading with its page.
func skipNote(name string, t xml.StartElement) bool {
	switch name {
	case "w:hyperlink":
		return strings.HasPrefix(attr(t, "anchor"), "_Toc")
	case "w:footnote", "w:endnote":
		typ := attr(t, "type")
		return typ == "separator" || typ == "continuationSeparator" || typ == "continuationNotice"
	}
	return false
}

// skipAlternate takes the first choice of content that is stored twice.
func (b *docxBody) skipAlternate(name string) bool {
	n := len(b.alt)
	if n == 0 || !b.inside("mc:AlternateContent") {
		return false
	}
	if name == "mc:Choice" || name == "mc:Fallback" {
		taken := b.alt[n-1]
		b.alt[n-1] = true
		return taken
	}
	return false
}

func (b *docxBody) top() *docxPara {
	if n := len(b.para); n > 0 {
		return b.para[n-1]
	}
	return nil
}

func (b *docxBody) write(p *docxPara, s string) error {
	if b.size += int64(len(s)); b.size > b.limit {
		return errLong
	}
	p.text.WriteString(s)
	return nil
}

// table is the innermost open table, nil if there is none.
func (b *docxBody) table() *docxTable {
	if n := len(b.cells); n > 0 {
		return b.cells[n-1]
	}
	return nil
}

func (b *docxBody) start(name string, t xml.StartElement) error {
	p := b.top()
	switch name {
	case "mc:AlternateContent":
		b.alt = append(b.alt, false)
	case "w:p":
		b.para = append(b.para, &docxPara{})
	case "w:tbl":
		b.cells = append(b.cells, &docxTable{})
	case "w:tc":
		if tab := b.table(); tab != nil {
			tab.openCell()
		}
	case "w:gridSpan", "w:vMerge", "w:ind":
		if tab := b.table(); tab != nil {
			tab.property(name, attr(t, "val"), attr(t, "left"))
		}
	}
	if p == nil {
		return nil
	}
	switch name {
	case "w:t", "m:t":
		p.inText = true
	case "w:r":
		p.hidden, p.raised = false, false
	case "w:vertAlign":
		p.raised = b.inRunProperties() && attr(t, "val") == "superscript"
	case "w:vanish", "w:webHidden":
		if b.inRunProperties() && attr(t, "val") != "0" && attr(t, "val") != "false" {
			p.hidden = true
		}
	case "w:tab":
		if !b.within("w:tabs") {
			return b.write(p, "\t")
		}
	case "w:br":
		if typ := attr(t, "type"); typ != "page" && typ != "column" {
			return b.write(p, "\n")
		}
	case "w:cr":
		return b.write(p, "\n")
	case "w:noBreakHyphen":
		return b.write(p, "-")
	case "w:pStyle":
		p.style = attr(t, "val")
	case "w:numId":
		p.numID = attr(t, "val")
	case "w:ilvl":
		p.level = attr(t, "val")
	}
	return nil
}

// within tells that an element is open, looking a few levels up.
func (b *docxBody) within(name string) bool {
	for i := len(b.depth) - 1; i >= 0 && i > len(b.depth)-6; i-- {
		if b.depth[i] == name {
			return true
		}
	}
	return false
}

// inRunProperties tells that the properties being read are a run's, not those
// of the paragraph's own mark.
func (b *docxBody) inRunProperties() bool {
	n := len(b.depth)
	return n >= 3 && b.depth[n-2] == "w:rPr" && b.depth[n-3] == "w:r"
}

func (b *docxBody) end(name string) error {
	switch name {
	case "mc:AlternateContent":
		if n := len(b.alt); n > 0 {
			b.alt = b.alt[:n-1]
		}
	case "w:t", "m:t":
		if p := b.top(); p != nil {
			p.inText = false
		}
	case "w:r":
		if p := b.top(); p != nil {
			p.hidden, p.raised = false, false
		}
	case "w:p":
		b.endPara()
	case "w:tc":
		if n := len(b.cells); n > 0 {
			b.cells[n-1].endCell(b)
		}
	case "w:tr":
		if n := len(b.cells); n > 0 {
			b.cells[n-1].endRow()
		}
	case "w:tbl":
		if n := len(b.cells); n > 0 {
			t := b.cells[n-1]
			t.endRow()
			t.flush(b)
			b.cells = b.cells[:n-1]
		}
	}
	return nil
}

func (b *docxBody) endPara() {
	p := b.top()
	if p == nil {
		return
	}
	b.para = b.para[:len(b.para)-1]
	text := p.text.String()
	if p.joined && len(b.para) == 0 {
		b.carry += text
		return
	}
	if len(b.para) == 0 {
		text, b.carry = b.carry+text, ""
	}
	if strings.TrimSpace(text) != "" && b.num != nil {
		text = b.num.next(p) + text
	}
	lines := append(strings.Split(text, "\n"), p.boxes...)
	if host := b.top(); host != nil { // a text box: behind the paragraph that holds it
		host.boxes = append(host.boxes, lines...)
		return
	}
	b.emit(lines)
}

// emit puts lines where they belong: the open cell, the host of the text
// box, or the document.
func (b *docxBody) emit(lines []string) {
	if n := len(b.cells); n > 0 && b.cells[n-1].open {
		b.cells[n-1].cell = append(b.cells[n-1].cell, lines...)
		return
	}
	if host := b.top(); host != nil {
		host.boxes = append(host.boxes, lines...)
		return
	}
	b.lines = append(b.lines, lines...)
}

// text is what was read, without empty lines.
func (b *docxBody) text() string {
	var out strings.Builder
	for _, l := range b.lines {
		if l = strings.TrimSpace(l); l != "" {
			if out.Len() > 0 {
				out.WriteByte('\n')
			}
			out.WriteString(l)
		}
	}
	s, _ := tidy(out.String())
	return s
}
