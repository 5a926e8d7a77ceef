package read

import (
	"unicode"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"zhibiao/han"
)

// readChars reads the characters of a page in their order, and counts them.
func (p *pdfPage) readChars(inst pdfium.Pdfium, page references.FPDF_PAGE) ([]pdfChar, error) {
	tp, err := inst.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: requests.Page{ByReference: &page}})
	if err != nil {
		return nil, err
	}
	defer func() { _, _ = inst.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: tp.TextPage}) }()
	n, err := inst.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: tp.TextPage})
	if err != nil {
		return nil, err
	}
	var out []pdfChar
	for i := range n.Count {
		c, err := inst.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: tp.TextPage, Index: i})
		if err != nil {
			return nil, err
		}
		char := pdfChar{r: p.drawn(rune(c.Unicode))}
		switch char.r {
		case 0:
			continue
		case '\n', ' ':
		default:
			if char.box, err = charBox(inst, tp.TextPage, i, char.r); err != nil {
				return nil, err
			}
		}
		out = append(out, char)
	}
	return out, nil
}

// drawn is what a character counts as: a line's end, a space, itself, or 0 where
// it is nothing.
func (p *pdfPage) drawn(c rune) rune {
	switch {
	case c == '\n' || c == '\r':
		return '\n'
	case c == 0 || c == unicode.ReplacementChar || c >= 0xE000 && c < 0xF900:
		p.chars++
		p.bad++
		return c
	case c == 0xFFFE || c == 0xFFFF || c == 0x02 || c == 0xAD: // hyphens that pdfium marks
		return 0
	case unicode.IsSpace(c):
		return ' '
	case unicode.IsControl(c):
		return 0
	}
	p.chars++
	return c
}

// charBox is the place of character i, which is c.
func charBox(inst pdfium.Pdfium, page references.FPDF_TEXTPAGE, i int, c rune) (pdfBox, error) {
	b, err := inst.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: page, Index: i})
	if err != nil {
		return pdfBox{}, err
	}
	l := pdfBox{left: float64(b.Rect.Left), right: float64(b.Rect.Right), base: float64(b.Rect.Bottom), top: float64(b.Rect.Top)}
	if han.Is(c) { // as wide as its font is high, which the library tells less well
		l.size = max(l.right-l.left, 1)
		return l, nil
	}
	s, err := inst.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: page, Index: i})
	if err != nil {
		return pdfBox{}, err
	}
	l.size = s.FontSize
	// Fonts scaled by the page's matrix have a nominal size of 1.
	if h := l.top - l.base; l.size < 3 || l.size > 3*h && h > 3 {
		l.size = h * 0.8
	}
	return l, nil
}
