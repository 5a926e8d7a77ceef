package quantity

import (
	"unicode/utf8"

	"zhibiao/extract/lang"
)

// bounds reads the modifiers around q.
func (s *Scanner) bounds(t []rune, q *lang.Quantity, from int) {
	if q.Rank || q.Kind == "ordinal" {
		return
	}
	at := beforeParticle(t, q.Start, from)
	b, n := s.before.MatchBack(t, at)
	if n > 0 && at-n >= from && !falseBefore(t, at-n, n, from) {
		q.Before = at - n
		if !q.IsRange {
			q.Bound = b
		}
		q.Modifier = string(t[q.Before:q.Start])
		q.Rules = append(q.Rules, "bound.before")
	}
	if q.Before == q.Start && q.Start > from && t[q.Start-1] == '过' && (q.Num.Bare || lang.AnyAt(t, q.Start-2, "个家")) {
		q.Before, q.Bound, q.Modifier = q.Start-1, "ge", "过" // 过千个, 3个过千亿元产业
	}
	if q.Before == q.Start && q.Start > from && t[q.Start-1] == '上' && !lang.AnyAt(t, q.Start-2, "跃迈站登跨冲升攀踏") && q.Num.Han && q.Num.Val.Float() >= 10 && (lang.ScaleOf(t[q.Start]) > 0) {
		q.Before, q.Bound, q.Modifier = q.Start-1, "ge", "上" // 上千万家庭
	}
	if q.Bound == "eq" {
		q.Bound, q.Modifier = boundOfVerb(t, q, from)
	}
	if q.Unit == nil || !q.Unit.Class {
		defer func() { q.After += lang.PrefixLen(t, q.After, "大关", "关口", "台阶") }()
	}
	j := max(q.End, q.After) // 2.1:1左右
	if lang.At(t, j) == '多' && q.Unit != nil && q.Bound == "eq" && (lang.ClauseEnd(t, j+1) || lang.AnyAt(t, j+1, "的、")) {
		q.After, q.Bound, q.Modifier = j+1, "ge", "多"
		return
	}
	if j+2 < len(t) && t[j] == '（' && t[j+2] == '）' { // 35条（段）左右
		j += 3
	}
	if q.Fraction && lang.AnyAt(t, j, "强弱") && !lang.AnyAt(t, j+1, "势制") { // 三分之一强
		q.After, q.Bound, q.Modifier = j+1, "ge", string(t[j])
		if t[j] == '弱' {
			q.Bound = "le"
		}
		return
	}
	if b, n := s.after.Match(t, j); n > 0 && !falseAfter(t, j, n, q) {
		q.After = j + n
		if !q.IsRange {
			q.Bound = b
		}
		if q.Modifier != "" {
			q.Modifier += "…"
		}
		q.Modifier += string(t[j : j+n])
		q.Rules = append(q.Rules, "bound.after")
	}
}

// boundOfVerb reads a bound that stands before the verb: 至少建成5个.
func boundOfVerb(t []rune, q *lang.Quantity, from int) (bound, modifier string) {
	for k := q.Before - 2; k >= from && k >= q.Before-8 && !lang.IsHard(t[k]); k-- {
		if !lang.AnyAt(t, k, "至最") {
			continue
		}
		switch t[k+1] {
		case '少':
			return "ge", string(t[k : k+2])
		case '多':
			return "le", string(t[k : k+2])
		}
	}
	return q.Bound, q.Modifier
}

// beforeParticle steps over what may stand between a modifier and its number:
// 超过了30家, 不足原来的三分之一.
func beforeParticle(t []rune, i, from int) int {
	for _, w := range [...]string{"了", "原来的", "原有的", "去年的", "上年的"} {
		if n := utf8.RuneCountInString(w); i-n > from && lang.HasPrefix(t, i-n, w) {
			return i - n
		}
	}
	return i
}

// falseBefore: the modifier is the tail of another word (最近, 附近).
func falseBefore(t []rune, at, n, from int) bool {
	if at <= from {
		return false
	}
	switch {
	case n == 1 && t[at] == '近':
		return lang.AnyAt(t, at-1, "最附临邻靠远新亲")
	case n == 1 && t[at] == '约':
		return lang.AnyAt(t, at-1, "节签预合条集契") || t[at-1] == '公' && !lang.AnyAt(t, at-2, "办") // 公约, but 办公约30间
	case n == 1 && t[at] == '超':
		return lang.AnyAt(t, at-1, "中英反赶")
	case n == 1 && t[at] == '破':
		return !lang.AnyAt(t, at-1, "首已再双年额值入量均") // 侦破, 打破
	}
	return false
}

func falseAfter(t []rune, j, n int, q *lang.Quantity) bool {
	w := string(t[j : j+n])
	switch w {
	case "内":
		return !q.Unit.IsTime() // 2小时内, but not 3公里内环
	case "多":
		return true
	case "以上", "以下":
		return lang.AnyAt(t, j+n, "的") && q.Unit != nil && q.Unit.IsTime()
	}
	return false
}
