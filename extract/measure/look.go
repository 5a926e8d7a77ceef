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
}

// window is how many runes left of a quantity the rules look at.
const window = 48

// look is a Look at work.
type look struct {
	Look
	left  []rune    // the last words before the quantity
	base  int       // where left begins in Text
	words string    // left
	may   han.Runes // the characters of left
	ratio bool      // the quantity is a percentage or a part
	level Reading
	verb  grown // the verb of growth
	read  bool  // it was read
}

func (l Look) start() *look {
	q := l.Quantity
	left := l.Text[l.From:q.Before]
	left = left[max(0, len(left)-window):]
	words := han.String(left)
	return &look{
		Look: l, left: left, base: q.Before - len(left), words: words, may: han.RunesOf(left),
		ratio: q.Unit != nil && q.Unit.Dim == "ratio" || q.Fraction || q.UnitName == "%",
		level: Reading{Measure: "level", Cut: q.Before},
	}
}

// percent tells whether the quantity is a ratio and no difference of two.
func (l *look) percent() bool { return l.ratio && !l.Quantity.IsPoints() }

// parted takes 分别 off the end of the name, which tells that the numbers of a list are one
// for each of those named.
func (l *look) parted(out *Reading) {
	const each = "分别"
	if strings.HasSuffix(l.until(out.Cut), each) {
		out.Distrib, out.Cut = true, out.Cut-utf8.RuneCountInString(each)
	}
}

// until are the words from the beginning to offset end.
func (l *look) until(end int) string { return han.String(l.Text[l.From:end]) }
