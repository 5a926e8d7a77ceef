package num

import (
	"zhibiao/extract/lang"
	"zhibiao/han"
)

const maxDigits = 18 // longer runs of digits are no quantity; int64 holds them all

// Pow10 are the powers of ten that an int64 holds.
var Pow10 = [...]int64{1, 10, 100, 1000, 10000, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18}

// UnitAt tells how long a unit of measurement that starts at i is, so that the
// 千 of 千瓦 is not taken for a scale.
type UnitAt func(i int) int

// NoUnits is a UnitAt that knows no unit: every 千 is a scale.
func NoUnits(int) int { return 0 }

// Starts tells whether a numeral can start with r.
func Starts(r rune) bool { return starts.Has(r) }

// First are the characters that numerals start with.
const First = "0123456789零〇○一二两三四五六七八九十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾几数"

// more are the characters that a numeral may go on with behind a Chinese digit.
var starts, more = han.NewTable(First), han.NewTable(First + "拾佰仟余多来点、·")

// RunEnd is where the characters of numerals end that stand at t[i].
func RunEnd(t []rune, i int) int {
	for i < len(t) && Starts(t[i]) {
		i++
	}
	return i
}

// Parse reads the numeral that starts at t[i]: 1,500  1.2万亿  20多万  3万2千7百
// 一百五十多万  十来万  两三  五六十  二〇二二  七点九  二八〇·七万  柒万贰仟. ok is
// false where none does, or where it is longer than maxDigits; End is then
// where to go on.
func Parse(t []rune, i int, unit UnitAt) (n lang.Numeral, ok bool) {
	if d := lang.DigitOf(t[i]); d > 0 && !more.Has(lang.At(t, i+1)) { // 一个: most are one digit
		return lang.Numeral{Start: i, End: i + 1, Val: lang.Scaled(d, 0), Han: true, ScaleAt: i + 1}, true
	}
	r := reader{t: t, unit: unit, at: i, capital: capitals(t, i)}
	if capitalDigit(t[i]) > 0 && !r.capital || t[i] == '拾' && !r.capital {
		return lang.Numeral{Start: i, End: i + 1}, false
	}
	if n, ok, done := r.decimal(); done {
		return n, ok
	}
	r.toks = make([]token, 0, mostTokens+1)
	r.tokens()
	return r.numeral()
}
