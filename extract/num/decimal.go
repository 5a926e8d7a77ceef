package num

import (
	"slices"

	"zhibiao/extract/lang"
	"zhibiao/han"
)

// decimal reads a number with a decimal point, and the scales behind it:
// 1.2万亿, 七点九, 二八〇·七万, 一、二五〇万. done is false where there is none, but for
// digits alone.
func (r *reader) decimal() (n lang.Numeral, ok, done bool) {
	n.Start = r.at
	if lang.IsDigit(r.t[r.at]) {
		d := readDigits(r.t, r.at)
		n.Digits, n.End, n.ScaleAt = d.whole, d.end, d.end
		if d.long {
			return n, false, true
		}
		if d.exp == 0 {
			n.Val = lang.Scaled(d.mant, 0)
			return n, true, !goesOn.Has(lang.At(r.t, d.end))
		}
		n.Val, n.Point = lang.Scaled(d.mant, d.exp), true
		r.readScale(&n)
		return n, true, true
	}
	if r.old(&n) || r.spoken(&n) {
		r.readScale(&n)
		return n, true, true
	}
	return n, false, false
}

// goesOn are the characters that a numeral may go on with behind digits.
var goesOn = han.NewTable("十百千万亿拾佰仟几余多来")

// old reads digits as plans of the fifties have them: 二八〇·七万, 一、二五〇万.
func (r *reader) old(n *lang.Numeral) bool {
	j := r.row(r.at)
	if j == r.at || j-r.at > 9 || !lang.AnyAt(r.t, j, "、·") {
		return false
	}
	run := slices.Clone(r.t[r.at:j])
	grouped := false
	for j-r.at <= 12 && r.groupAt(j, len(run)) {
		run = append(run, r.t[j+1:j+4]...)
		j, grouped = j+4, true
	}
	whole := len(run)
	if end := r.oldPoint(j); end > 0 {
		run = append(run, r.t[j+1:end]...)
		j = end
	} else if !grouped || !r.measured(j) {
		return false
	}
	if len(run) > maxDigits {
		return false
	}
	var mant int64
	for _, c := range run {
		mant = mant*10 + r.digitOf(c)
	}
	n.Val, n.Point, n.Han = lang.Scaled(mant, whole-len(run)), whole < len(run), true
	n.End, n.ScaleAt = j, j
	return true
}

// groupAt tells whether 、 and three digits go on at t[j] with so many digits.
func (r *reader) groupAt(j, digits int) bool {
	return lang.At(r.t, j) == '、' && r.row(j+1) == j+4 && (digits <= 3 || digits%3 == 0)
}

// oldPoint is where the digits end behind the point at t[j], 0 where none stands there.
// A unit tells it from the dot in a name.
func (r *reader) oldPoint(j int) int {
	if lang.At(r.t, j) != '·' {
		return 0
	}
	end := r.row(j + 1)
	if n := end - j - 1; n == 0 || n > 3 || !r.measured(end) {
		return 0
	}
	return end
}

// measured tells whether a scale or a unit stands at t[j].
func (r *reader) measured(j int) bool { return r.scaleOf(j) > 0 || r.unit(j) > 0 }

// row is the end of the Chinese digits at t[j].
func (r *reader) row(j int) int {
	for j < len(r.t) && r.digitOf(r.t[j]) >= 0 {
		j++
	}
	return j
}

// spoken reads 七点九 and 一百二十三点五.
func (r *reader) spoken(n *lang.Numeral) bool {
	j := r.at
	for j < len(r.t) && (r.digitOf(r.t[j]) >= 0 || r.scaleOf(j) > 0) {
		j++
	}
	if j == r.at || lang.At(r.t, j) != '点' || r.row(j+1) == j+1 {
		return false
	}
	whole := reader{t: r.t[:j], unit: NoUnits, at: r.at, capital: r.capital, toks: make([]token, 0, mostTokens+1)}
	whole.tokens()
	v, ok := whole.numeral()
	if !ok || v.End != j || !v.Exact() || v.Seq || v.Bare || v.Val.Mant > 1e11 {
		return false
	}
	n.Val, n.Point, n.Han = v.Val, true, true
	for j++; j < len(r.t) && r.digitOf(r.t[j]) >= 0 && n.Val.Exp > -6; j++ {
		n.Val.Mant = n.Val.Mant*10 + r.digitOf(r.t[j])
		n.Val.Exp--
	}
	n.End, n.ScaleAt = j, j
	return true
}

// readScale takes 余, 多 and 十百千万亿 behind a decimal into n.
func (r *reader) readScale(n *lang.Numeral) {
	j := n.End
	fuzzy := func() {
		if n.Fuzz == 0 && j+1 < len(r.t) && isFuzz(r.t[j]) && r.scaleOf(j+1) > 0 && r.unit(j+1) == 0 {
			n.Fuzz = r.t[j]
			j++
		}
	}
	fuzzy()
	at := j
	for s := r.scaleAt(j); s > 0; s = r.scaleAt(j) {
		n.Val.Exp += s
		n.Scale += s
		j++
		fuzzy()
	}
	if n.Scale > 0 {
		n.ScaleAt = at
	}
	n.End, n.Lead = j, n.Scale
	if n.Fuzz == 0 && lang.AnyAt(r.t, j, "余多") {
		n.Fuzz = r.t[j]
		n.End = j + 1
	}
}

func isFuzz(r rune) bool { return r == '余' || r == '多' || r == '几' }
