package quantity

import "zhibiao/extract/lang"

// boundBehind reads a modifier behind the number.
func (s *Scanner) boundBehind(t []rune, q *lang.Quantity) {
	j := max(q.End, q.After) // 2.1:1左右
	if q.Bound == "eq" && moreAt(t, j, q) {
		q.After, q.Bound, q.Modifier = j+1, "ge", "多"
		return
	}
	j = behindBracket(t, j)
	if b := partBound(t, j, q); b != "" {
		q.After, q.Bound, q.Modifier = j+1, b, string(t[j])
		return
	}
	b, n := s.after.Match(t, j)
	if n == 0 || beginsWord(t, j, n, q) {
		return
	}
	q.After = j + n
	if !q.IsRange {
		q.Bound = b
	}
	if q.Modifier != "" {
		q.Modifier += "…"
	}
	q.Modifier += string(t[j:q.After])
	q.Rules = append(q.Rules, "bound.after")
}

// moreAt tells whether 多 behind a unit ends what is said of the number: 8公里多.
func moreAt(t []rune, j int, q *lang.Quantity) bool {
	if q.Unit == nil || lang.At(t, j) != '多' {
		return false
	}
	return lang.ClauseEnd(t, j+1) || lang.AnyAt(t, j+1, "的、")
}

// behindBracket steps over another unit in brackets: 35条[（段）]左右.
func behindBracket(t []rune, j int) int {
	if lang.At(t, j) == '（' && lang.At(t, j+2) == '）' {
		return j + 3
	}
	return j
}

// partBound is the bound that 强 or 弱 sets to a fraction: 三分之一强.
func partBound(t []rune, j int, q *lang.Quantity) string {
	if !q.Fraction || lang.AnyAt(t, j+1, "势制") {
		return ""
	}
	switch lang.At(t, j) {
	case '强':
		return "ge"
	case '弱':
		return "le"
	}
	return ""
}

// beginsWord tells whether the modifier of n characters at t[j] bounds nothing: it
// begins another word (3公里内环) or bounds a time (三年以上的).
func beginsWord(t []rune, j, n int, q *lang.Quantity) bool {
	switch string(t[j : j+n]) {
	case "内":
		return !q.Unit.IsTime() // 2小时内
	case "多":
		return true
	case "以上", "以下":
		return lang.AnyAt(t, j+n, "的") && q.Unit.IsTime()
	}
	return false
}
