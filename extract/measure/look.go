package measure

import (
	"strings"
	"unicode/utf8"

	"zhibiao/extract/lang"
	"zhibiao/han"
)

// Look is a quantity with the words that its rules look at.
type Look struct {
	Text     []rune // the document's Norm
	From     int    // where the words begin that may belong to the quantity
	Quantity *lang.Quantity
	Noun     func(end int) bool // whether a noun stands before an offset
	Followed bool               // a noun stands right behind the quantity

	left  []rune    // the last words before the quantity
	base  int       // where left begins in Text
	words string    // left
	may   han.Runes // the characters of left
	ratio bool      // the quantity is a percentage or a part
	level Reading   // where no word says more
	drawn Reading   // by the rule that is tried
	verb  grown     // the verb of growth
	read  bool      // it was read
}

// window is how many runes left of a quantity the rules look at.
const window = 48

// start finds what the rules ask.
func (l *Look) start() {
	q := l.Quantity
	left := l.Text[l.From:q.Before]
	l.left = left[max(0, len(left)-window):]
	l.base, l.words, l.may = q.Before-len(l.left), han.String(l.left), han.RunesOf(l.left)
	l.ratio = q.Unit != nil && q.Unit.Dim == "ratio" || q.Fraction || q.UnitName == "%"
	l.level = Reading{Measure: "level", Cut: q.Before}
}

// out is what a rule begins with: a level, which it reads more into.
func (l *Look) out() *Reading {
	l.drawn = l.level
	return &l.drawn
}

// percent tells whether the quantity is a ratio and no difference of two.
func (l *Look) percent() bool { return l.ratio && !l.Quantity.IsPoints() }

// parted takes 分别 off the end of the name, which tells that the numbers of a list are one
// for each of those named.
func (l *Look) parted(out *Reading) {
	const each = "分别"
	if strings.HasSuffix(l.until(out.Cut), each) {
		out.Distrib, out.Cut = true, out.Cut-utf8.RuneCountInString(each)
	}
}

// until are the words from the beginning to offset end.
func (l *Look) until(end int) string { return han.String(l.Text[l.From:end]) }
