package period

import (
	"zhibiao/extract/lang"
	"zhibiao/extract/num"
)

// century reads 上世纪60年代, 二十世纪八十年代, 90年代, 本世纪中叶, 本世纪末,
// 本世纪头二十年.
func (f *Finder) century(t []rune, i int, w lang.When) (m lang.Mention, ok bool) {
	first, j := centuryAt(t, i, w)
	m = lang.Mention{Start: i, Rule: "period.century"}
	if d, last, k := decadesAt(t, j); k > 0 {
		if first == 0 && d >= 50 {
			first = 1900
		}
		if first == 0 {
			return m, false
		}
		m.End, m.Span, m.Decade = j+k, lang.Years(first+d, first+last+9), true
		// What was built in the seventies is no figure of theirs.
		valued := lang.At(t, m.End) == '的' && lang.At(t, i-1) == '由' // 由五十年代的50%
		m.Silent = lang.At(t, m.End) != '，' && !valued
		if x := lang.PrefixLen(t, m.End, "初期", "中期", "后期", "末期", "末", "初", "以来"); x > 0 {
			m.End += x
		}
		return m, true
	}
	if first == 0 || j == i {
		return m, false
	}
	switch {
	case lang.AnyAt(t, j, "末"):
		m.End, m.Point, m.Span = j+1, true, lang.Years(first+100, first+100)
	case lang.HasPrefix(t, j, "中叶"):
		m.End, m.Point, m.Span = j+2, true, lang.Years(first+50, first+50)
	case lang.At(t, j) == '头':
		n, ok := numeralAt(t, j+1)
		if !ok || lang.At(t, n.End) != '年' || n.Val.Mant > 50 {
			return m, false
		}
		m.End, m.Span = n.End+1, lang.Years(first+1, first+int(n.Val.Mant))
	default:
		return m, false
	}
	return m, true
}

// centuryAt is the year before the century that t[i] names, 0 if it names
// none, and where the name ends.
func centuryAt(t []rune, i int, w lang.When) (first, end int) {
	this := 0
	if w.Year > 0 {
		this = (w.Year - 1) / 100 * 100
	}
	switch {
	case lang.HasPrefix(t, i, "上世纪"), lang.HasPrefix(t, i, "上个世纪"):
		return max(this-100, 0), i + lang.PrefixLen(t, i, "上世纪", "上个世纪")
	case lang.HasPrefix(t, i, "本世纪"):
		return this, i + 3
	case lang.HasPrefix(t, i, "下世纪"), lang.HasPrefix(t, i, "下个世纪"):
		return this + 100, i + lang.PrefixLen(t, i, "下世纪", "下个世纪")
	}
	n, ok := numeralAt(t, i)
	if !ok || n.Val.Mant < 19 || n.Val.Mant > 21 || !lang.HasPrefix(t, n.End, "世纪") || i > 0 && lang.IsDigit(t[i-1]) {
		return 0, i
	}
	return (int(n.Val.Mant) - 1) * 100, n.End + 2
}

// decadesAt reads 60年代, 八十年代, 七八十年代: the first and the last, which begin with
// these years of their century, and the length.
func decadesAt(t []rune, i int) (d, last, n int) {
	if tens := lang.DigitOf(lang.At(t, i)); tens > 0 && lang.DigitOf(lang.At(t, i+1)) == tens+1 {
		_, last, n = decadesAt(t, i+1)
		return last - 10, last, n + min(n, 1)
	}
	v, ok := numeralAt(t, i)
	if !ok || v.Val.Mant%10 != 0 || v.Val.Mant < 10 || v.Val.Mant > 90 || !lang.HasPrefix(t, v.End, "年代") || i > 0 && lang.IsDigit(t[i-1]) {
		return 0, 0, 0
	}
	return int(v.Val.Mant), int(v.Val.Mant), v.End + 2 - i
}

// numeralAt reads a whole number that is nothing but one.
func numeralAt(t []rune, i int) (n lang.Numeral, ok bool) {
	if !num.Starts(lang.At(t, i)) {
		return n, false
	}
	n, ok = num.Parse(t, i, num.NoUnits)
	return n, ok && !n.Pair && n.Fuzz == 0 && n.Val.Exp == 0 && !n.Seq
}
