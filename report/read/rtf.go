package read

import (
	"context"
	"strconv"
	"strings"

	"zhibiao/han"
	"zhibiao/report"
)

// rtfSkipped are the groups of an RTF file that hold no text of the document.
var rtfSkipped = set("fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf listtable listoverridetable rsidtbl generator xmlnstbl themedata colorschememapping latentstyles datastore fldinst nonshppict deleted annotation atnid atnauthor pgptbl mmathPr userprops sp shppict")

// rtfState is what a group of an RTF file changes and its end restores.
type rtfState struct {
	skip, note, hidden bool
	raised             bool // superscript
	list               bool // the number or mark that stands before a list's item
	uc                 int  // bytes that stand in for a Unicode character
}

// rtfReader reads rich text, which some programs save under the name .doc.
type rtfReader struct {
	body, notes strings.Builder
	bytes       []byte // pending bytes in the code page of the document
	state       rtfState
	stack       []rtfState
	skipBytes   int
	high        rune // first half of a surrogate pair
	codepage    string
	inTable     bool          // the paragraph stands in a table
	next        edgedCell     // what is said so far of the next cell of the row
	row         []edgedCell   // what is said of the cells of the row
	rows        [][]edgedCell // and of those of the rows that have ended in the body
}

func readRTF(_ context.Context, f *file) (report.Raw, *report.Error) {
	data, fail := f.bytes()
	if fail != nil {
		return report.Raw{}, fail
	}
	r := &rtfReader{state: rtfState{uc: 1}, codepage: gb18030Name}
	if !r.run(data) {
		return report.Raw{}, f.fail("read", "an RTF file nested too deep", saveAsText)
	}
	out := f.raw(kindRTF)
	out.Format = string(kindDOC)
	out.Lines = true
	out.Text, out.Notes = rtfLines(r.body.String(), r.rows), rtfLines(r.notes.String(), nil)
	return out, nil
}

func (r *rtfReader) run(data []byte) bool {
	for i := 0; i < len(data); {
		c := data[i]
		i++
		switch c {
		case '{':
			r.flush()
			if len(r.stack) > 1000 {
				return false
			}
			r.stack = append(r.stack, r.state)
		case '}':
			r.flush()
			if n := len(r.stack); n > 0 {
				r.state = r.stack[n-1]
				r.stack = r.stack[:n-1]
			}
		case '\r', '\n':
		case '\\':
			i = r.control(data, i)
		default:
			r.add(c)
		}
	}
	r.flush()
	return true
}

// control reads what follows a backslash and returns where it ends.
func (r *rtfReader) control(data []byte, i int) int {
	if i >= len(data) {
		return i
	}
	c := data[i]
	if !han.IsLetter(rune(c)) {
		switch c {
		case '\'':
			if i+2 < len(data) {
				if n, err := strconv.ParseUint(string(data[i+1:i+3]), 16, 8); err == nil {
					r.add(byte(n))
				}
				return i + 3
			}
		case '*':
			r.state.skip = true
		case '\\', '{', '}':
			r.add(c)
		case '~':
			r.add(' ')
		case '_':
			r.add('-')
		case '\n', '\r':
			r.text("\n")
		}
		return i + 1
	}
	start := i
	for i < len(data) && i-start < 32 && han.IsLetter(rune(data[i])) {
		i++
	}
	word := string(data[start:i])
	start = i
	for i < len(data) && i-start < 11 && (data[i] >= '0' && data[i] <= '9' || i == start && data[i] == '-') {
		i++
	}
	n, err := strconv.Atoi(string(data[start:i]))
	has := err == nil
	if i < len(data) && data[i] == ' ' {
		i++
	}
	if word == "bin" && has && n > 0 {
		return min(len(data), i+n)
	}
	r.word(word, n, has)
	return i
}

func (r *rtfReader) word(word string, n int, has bool) {
	if word != "u" {
		r.flush()
	}
	if rtfSkipped[word] {
		r.state.skip = true
		return
	}
	switch word {
	case "par", "line":
		if r.inTable { // a cell's paragraphs stand on its line
			r.text(" ")
			return
		}
		r.text("\n")
	case "row":
		if strings.HasSuffix(r.body.String(), rtfCell) && !r.state.note && !r.state.skip && !r.state.hidden {
			r.rows = append(r.rows, r.row)
		}
		r.text("\n")
	case "sect", "page":
		r.text("\n")
	case "trowd":
		r.row, r.next = nil, edgedCell{}
	case "clmrg":
		r.next.left = true
	case "clvmrg":
		r.next.up = true
	case "cellx":
		if len(r.row) < maxRight {
			r.next.edge = n
			r.row = append(r.row, r.next)
		}
		r.next = edgedCell{}
	case "cell", "nestcell":
		r.text(rtfCell)
	case "tab":
		r.text("\t")
	case "intbl":
		r.inTable = true
	case "pard":
		r.inTable = false
	case "super":
		r.state.raised = !has || n != 0
	case "nosupersub":
		r.state.raised = false
	case "emdash":
		r.text("—")
	case "endash":
		r.text("–")
	case "lquote":
		r.text("‘")
	case "rquote":
		r.text("’")
	case "ldblquote":
		r.text("“")
	case "rdblquote":
		r.text("”")
	case "bullet":
		r.text("•")
	case "listtext", "pntext":
		r.state.list = true
	case "footnote":
		r.state.note = true
	case "v", "deleted":
		r.state.hidden = !has || n != 0
	case "plain":
		r.state.hidden, r.state.raised = false, false
	case "uc":
		r.state.uc = max(0, n)
	case "ansicpg":
		if n == 950 {
			r.codepage = big5Name
		}
	case "u":
		r.flush()
		r.unicode(rune(uint16(n)))
		r.skipBytes = r.state.uc
	}
}

func (r *rtfReader) unicode(c rune) {
	switch {
	case c >= 0xD800 && c < 0xDC00:
		r.high = c
		return
	case c >= 0xE000 && c < 0xF900 && r.state.list: // a symbol, not a number
		return
	case c >= 0xDC00 && c < 0xE000:
		c = (r.high-0xD800)<<10 + (c - 0xDC00) + 0x10000
	}
	r.text(string(c))
}

// add takes a byte of text in the document's code page.
func (r *rtfReader) add(c byte) {
	if r.skipBytes > 0 {
		r.skipBytes--
		return
	}
	r.bytes = append(r.bytes, c)
}

// flush decodes the pending bytes.
func (r *rtfReader) flush() {
	if len(r.bytes) > 0 {
		b, _ := decoderOf(r.codepage).Bytes(r.bytes)
		r.bytes = r.bytes[:0]
		r.text(string(b))
	}
}

func (r *rtfReader) text(s string) {
	if r.state.skip || r.state.hidden {
		return
	}
	r.flush()
	if r.state.raised {
		s = superscript(s)
	}
	if r.state.note {
		r.notes.WriteString(s)
		return
	}
	r.body.WriteString(s)
}
