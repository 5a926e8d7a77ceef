package lang

// Numeral is a number as written, without its unit.
type Numeral struct {
	Start, End int // half-open, in the runes given
	Val        Decimal
	Fuzz       rune  // 余, 多, 几, 数: the inner word that makes it inexact; 0 if none
	Han        bool  // written in Chinese numerals throughout
	Scale      int   // power of ten of the scale words at its end (万 = 4), for units as written
	ScaleAt    int   // where those scale words start; end if there are none
	Lead       int   // power of ten of all its scale words, where one coefficient stands before them
	Digits     int   // ASCII digits before a decimal point or scale
	Point      bool  // it has a decimal point
	Bare       bool  // a scale without a digit: 百万, 千
	Seq        bool  // Han digits in a row without scales: 二〇二二, 两三
	Low, High  int64 // both set for 两三, 五六十
	Pair       bool
}

// Exact tells whether n says one number: 两三 and 十多 do not.
func (n *Numeral) Exact() bool { return n.Fuzz == 0 && !n.Pair }

// SetPair makes n the range from low to high, its value the middle: 两三.
func (n *Numeral) SetPair(low, high int64) {
	n.Low, n.High, n.Pair = low, high, true
	n.Val = Decimal{(low + high) / 2, 0}
	if (low+high)%2 != 0 {
		n.Val = Decimal{(low + high) * 5, -1}
	}
}
