package read

import (
	"strings"
	"unicode"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"zhibiao/report/columns"

	"zhibiao/han"
)

// pdfLineReader gathers characters to lines, as pdfium breaks them, with the
// places of their ends. Spaces that a layout made are dropped or, where they
// part columns, become tabs.
type pdfLineReader struct {
	inst pdfium.Pdfium
	page references.FPDF_TEXTPAGE
	out  *pdfPage

	text      strings.Builder
	words     []columns.Word
	word      strings.Builder // the word so far
	wordFrom  float64
	start, at pdfLine // places of the line's first character and of the last so far
	lastRune  rune    // at the latter
	em        float64 // size of the line's first Chinese character
	any       bool
	space     bool // a space stands before the next character
}

func (w *pdfLineReader) char(i int, c rune) error {
	switch {
	case c == '\n' || c == '\r':
		return w.end()
	case c == 0 || c == unicode.ReplacementChar || c >= 0xE000 && c < 0xF900:
		w.out.chars++
		w.out.bad++
		if c == 0 {
			return nil
		}
	case c == 0xFFFE || c == 0xFFFF || c == 0x02 || c == 0xAD: // hyphens that pdfium marks
		return nil
	case unicode.IsSpace(c):
		w.space = true
		return nil
	case unicode.IsControl(c):
		return nil
	default:
		w.out.chars++
	}
	at, err := w.box(i, c)
	if err != nil {
		return err
	}
	if w.any {
		// pdfium misses some line breaks: the next character then stands lower
		// or further back.
		if size := max(at.size, w.at.size); abs(at.base-w.at.base) > 0.8*size && abs(at.top-w.at.top) > 0.8*size {
			if err := w.end(); err != nil {
				return err
			}
		} else {
			if w.space {
				g := gap(w.at, at, w.lastRune, c)
				w.text.WriteString(g)
				w.word.WriteString(strings.Trim(g, "\t"))
			}
			if at.left-w.at.right > wordGap*max(at.size, w.at.size, 6) {
				w.endWord()
			}
			if raised(w.at, at) && unicode.IsDigit(c) {
				c = []rune(superscript(string(c)))[0]
			}
		}
	}
	if !w.any {
		w.start = at
	}
	if w.word.Len() == 0 {
		w.wordFrom = at.left
	}
	if w.em == 0 && han.Is(c) {
		w.em = at.size
	}
	if isSuperscript(c) { // the line goes on at its own height
		at.base, at.top, at.size = w.at.base, w.at.top, w.at.size
	}
	w.at = at
	w.any, w.space, w.lastRune = true, false, c
	w.text.WriteRune(c)
	w.word.WriteRune(c)
	return nil
}

// wordGap is the gap that parts words of a table's row, in the size of their
// characters.
const wordGap = 0.9

func (w *pdfLineReader) endWord() {
	if s := strings.TrimSpace(w.word.String()); s != "" {
		w.words = append(w.words, columns.Word{Text: s, From: w.wordFrom, To: w.at.right})
	}
	w.word.Reset()
}

// raised tells that b is printed smaller and higher than a: a note's mark.
func raised(a, b pdfLine) bool {
	return b.size < 0.8*a.size && b.base > a.base+0.2*a.size && b.top > a.top-0.3*a.size
}

func isSuperscript(c rune) bool {
	return c >= '⁰' && c <= '⁹' || c == '¹' || c == '²' || c == '³'
}

// gap is what a space between two characters of a line stands for.
func gap(a, b pdfLine, x, y rune) string {
	switch {
	case b.left-a.right > 2.5*max(a.size, b.size, 6):
		return "\t"
	case x < 0x250 && y < 0x250:
		return " "
	}
	return ""
}

func abs(x float64) float64 {
	if x < 0 {
		return -x
	}
	return x
}

func (w *pdfLineReader) end() error {
	if w.any {
		l := w.start
		w.endWord()
		l.text, l.words, l.right = w.text.String(), w.words, w.at.right
		if w.em > 0 {
			l.size = w.em
		}
		w.out.lines = append(w.out.lines, l)
	}
	w.text.Reset()
	w.word.Reset()
	w.words = nil
	w.any, w.space, w.em = false, false, 0
	return nil
}

// box is the place of character c, as a line of its own.
func (w *pdfLineReader) box(i int, c rune) (pdfLine, error) {
	b, err := w.inst.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: w.page, Index: i})
	if err != nil {
		return pdfLine{}, err
	}
	l := pdfLine{left: float64(b.Rect.Left), right: float64(b.Rect.Right), base: float64(b.Rect.Bottom), top: float64(b.Rect.Top)}
	if han.Is(c) { // as wide as its font is high, which the library tells less well
		l.size = max(l.right-l.left, 1)
		return l, nil
	}
	s, err := w.inst.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: w.page, Index: i})
	if err != nil {
		return pdfLine{}, err
	}
	l.size = s.FontSize
	// Fonts scaled by the page's matrix have a nominal size of 1.
	if h := l.top - l.base; l.size < 3 || l.size > 3*h && h > 3 {
		l.size = h * 0.8
	}
	return l, nil
}
