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
	s.boundBefore(t, q, from)
	if q.Bound == "eq" {
		q.Bound, q.Modifier = boundOfVerb(t, q, from)
	}
	s.boundBehind(t, q)
	if q.Unit == nil || !q.Unit.Class {
		q.After += lang.PrefixLen(t, q.After, "大关", "关口", "台阶")
	}
}

// boundBefore reads a modifier of the table before the number, or 过 or 上.
func (s *Scanner) boundBefore(t []rune, q *lang.Quantity, from int) {
	at := beforeParticle(t, q.Start, from)
	b, n := s.before.MatchBack(t, at)
	if at -= n; n > 0 && at >= from && !endsWord(t, at, n, from) {
		q.Before = at
		if !q.IsRange {
			q.Bound = b
		}
		q.Modifier = string(t[at:q.Start])
		q.Rules = append(q.Rules, "bound.before")
		return
	}
	if q.Start > from && passes(t, q) {
		q.Before, q.Bound, q.Modifier = q.Start-1, "ge", string(t[q.Start-1])
	}
}

// passes tells whether 过 or 上 right before a number says that it is passed: 过千个,
// 3个过千亿元产业, 收入过50亿元, 上千万家庭, but not 跃上千亿元, 通过5亿元贷款.
func passes(t []rune, q *lang.Quantity) bool {
	switch t[q.Start-1] {
	case '过':
		money := q.Dimension() == "money" && !lang.AnyAt(t, q.Start-2, "通经跨越用花投拿借透")
		return q.Num.Bare || money || lang.AnyAt(t, q.Start-2, "个家")
	case '上':
		round := q.Num.Han && lang.ScaleOf(t[q.Start]) > 0 && q.Num.Val.Float() >= 10
		return round && !lang.AnyAt(t, q.Start-2, "跃迈站登跨冲升攀踏")
	}
	return false
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
	if !lang.AnyAt(t, i-1, "了的") {
		return i
	}
	for _, w := range [...]string{"了", "原来的", "原有的", "去年的", "上年的"} {
		if n := utf8.RuneCountInString(w); i-n > from && lang.HasPrefix(t, i-n, w) {
			return i - n
		}
	}
	return i
}

// endsWord tells whether the modifier of n characters at t[at] is the tail of another
// word: 最近, 附近, 公约, 侦破.
func endsWord(t []rune, at, n, from int) bool {
	if n > 1 || at <= from {
		return false
	}
	switch t[at] {
	case '近':
		return lang.AnyAt(t, at-1, "最附临邻靠远新亲")
	case '约':
		if t[at-1] == '公' {
			return !lang.AnyAt(t, at-2, "办") // 办公约30间
		}
		return lang.AnyAt(t, at-1, "节签预合条集契")
	case '超':
		return lang.AnyAt(t, at-1, "中英反赶") && !lang.AnyAt(t, at-2, "其") || lang.IsBalance(t, at-1, from)
	case '破':
		return !lang.AnyAt(t, at-1, "首已再双年额值入量均")
	}
	return false
}
