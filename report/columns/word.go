package columns

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"zhibiao/han"
)

// Word is a stretch of a line without a wide gap in it. From and To are its
// place on the line, in any unit that is the same for all lines.
type Word struct {
	Text     string
	From, To float64
}

// Line is a line of words, from left to right.
type Line []Word

// figure is what stands in a table's cell as its value: a number with what
// goes along with one, or a sign for a value that is not there.
var figure = regexp.MustCompile(`^(?:[-－−+＋▲△≥≤＞＜><±]?[（(]?[-－−+]?[0-9０-９][0-9０-９,，.．]*[)）]?[%％‰]?|[0-9.]+[%％]?[-－—~～至][0-9.]+[%％]?|[-－—―─–…．.＊*#]{1,6}|－)(?:左右|以上|以内|以下|个百分点)?$`)

var yearWord = regexp.MustCompile(`^(?:19|20)\d\d年?$`)

// opensFigure may hold what a figure begins with.
var opensFigure = han.ShapeOf(figure.String(), nil).Starts

// IsFigure tells whether a word is a table's value: 1,234.5, -3.2, ▲5%, —, ….
func IsFigure(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return opensFigure.Has(first) && figure.MatchString(s)
}

// isYear tells 2023 and 2023年, which head columns.
func isYear(s string) bool { return yearWord.MatchString(s) }

// IsProse tells a line that is a sentence or a part of one.
func IsProse(l Line) bool {
	size := 0
	for _, w := range l {
		size += len([]rune(w.Text))
		if strings.ContainsAny(w.Text, "。；！？，") {
			return true
		}
	}
	return size > 160
}

// figures counts the words behind the first that are figures.
func figures(l Line) (n int) {
	for _, w := range l[min(1, len(l)):] {
		if IsFigure(w.Text) {
			n++
		}
	}
	return n
}

// IsTitle tells a line that names a table or gives its unit.
func IsTitle(l Line) bool { return len(l) > 0 && titleWord.MatchString(l[0].Text) }

// IsRow tells a line that can be a row with values.
func IsRow(l Line) bool {
	return len(l) >= 2 && (!IsFigure(l[0].Text) || ordered(l)) && figures(l) > 0 && !IsProse(l) && !years(l)
}

var orderNumber = regexp.MustCompile(`^[0-9]{1,3}[.．、]?$`)

// ordered tells a row whose label stands behind its number: 3 粮食产量 21.2.
func ordered(l Line) bool {
	return len(l) >= 3 && orderNumber.MatchString(l[0].Text) && !IsFigure(l[1].Text)
}

// years tells a head of years: 指标 2022 2023.
func years(l Line) bool {
	n := 0
	for _, w := range l[min(1, len(l)):] {
		if isYear(w.Text) {
			n++
		} else if IsFigure(w.Text) {
			return false
		}
	}
	return n > 0
}

var titleWord = han.Guarded("表图单", `^[（(]?(?:续?表\s*[0-9一二三四五六七八九十]|图\s*\d|(?:计量)?单位\s*[：:]|附表)`)

// isHead tells a line that can head columns.
func isHead(l Line) bool {
	if len(l) == 0 || IsProse(l) {
		return false
	}
	for _, w := range l {
		if titleWord.MatchString(w.Text) || len([]rune(w.Text)) > 30 {
			return false
		}
		if IsFigure(w.Text) && !isYear(w.Text) {
			return false
		}
	}
	return true
}

var pageNumber = regexp.MustCompile(`^[-—–－·\s]*\d{1,4}[-—–－·\s]*$`)

// isPageNumber tells a line that stands where a page ends.
func isPageNumber(l Line) bool {
	var s string
	for _, w := range l {
		s += w.Text
	}
	return pageNumber.MatchString(s)
}

// isGroup tells a line of one short word that can stand between rows:
// 按经济类型分, 其中：, a label that was broken.
func isGroup(l Line) bool {
	return len(l) == 1 && len([]rune(l[0].Text)) <= 25 && !IsProse(l) && !titleWord.MatchString(l[0].Text) && !IsFigure(l[0].Text)
}
