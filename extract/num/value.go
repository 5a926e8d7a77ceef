package num

import "zhibiao/extract/lang"

// numeral evaluates the tokens. Tokens that make no number together are cut
// where the script changes: 3万 in 3万5百千.
func (r *reader) numeral() (n lang.Numeral, ok bool) {
	n = lang.Numeral{Start: r.at, End: max(r.end, r.at+1)}
	for len(r.toks) > 0 {
		low, good := value(r.toks, false)
		high, good2 := value(r.toks, true)
		if good && good2 {
			r.describe(&n, low, high)
			return n, true
		}
		if !r.mixed() {
			break
		}
		r.toks = r.toks[:len(r.toks)-1]
	}
	return n, false
}

// describe fills what rules ask of a numeral.
func (r *reader) describe(n *lang.Numeral, low, high int64) {
	n.Val = lang.Scaled(low, 0)
	if low != high {
		n.SetPair(low, high)
	}
	n.End = r.toks[len(r.toks)-1].end
	n.Han = !r.mixed()
	n.Fuzz = r.fuzz()
	n.Digits = 0
	if k := r.toks[0]; k.kind == coefficient && !k.han {
		n.Digits = digitsIn(r.t[k.start:k.end])
	}
	scales, coefficients := 0, 0
	for i := range r.toks {
		switch r.toks[i].kind {
		case scale:
			scales++
		case coefficient:
			coefficients++
			n.Seq = n.Seq || r.toks[i].row
		}
	}
	n.Seq = n.Seq && scales == 0
	n.Bare = scales == len(r.toks) && !lang.AnyAt(r.t, r.at, "十拾")
	r.scales(n)
	if coefficients == 1 && r.toks[0].kind == coefficient {
		for i := range r.toks {
			n.Lead += r.toks[i].power
		}
	}
	r.trailing(n, scales)
}

// scales notes the scale words at the end: those from 万 on of a Chinese
// numeral, all behind digits.
func (r *reader) scales(n *lang.Numeral) {
	n.ScaleAt = n.End
	for i := len(r.toks) - 1; i >= 0; i-- {
		k := r.toks[i]
		if k.kind == inexact && n.Scale > 0 && i > 0 && r.toks[i-1].kind == scale && !n.Han {
			continue
		}
		if k.kind != scale || n.Han && k.power < 4 {
			return
		}
		n.Scale += k.power
		n.ScaleAt = k.start
	}
}

// trailing takes 余, 多 or 来 behind the number: 千余, 20多, 四百来户.
func (r *reader) trailing(n *lang.Numeral, scales int) {
	j := n.End
	if n.Fuzz != 0 || j >= len(r.t) || n.Pair {
		return
	}
	switch r.t[j] {
	case '余', '多':
		if !n.Han || scales > 0 {
			n.Fuzz, n.End = r.t[j], j+1
		}
	case '来':
		if scales+n.Digits > 0 && r.unit(j+1) > 0 {
			n.Fuzz, n.End = '来', j+1
		}
	}
}

func digitsIn(run []rune) (n int) {
	for _, c := range run {
		if lang.IsDigit(c) {
			n++
		}
	}
	return n
}

const tooLarge = int64(1e17)

// sum is a number that is read from left to right.
type sum struct {
	total, section int64
	cur            int64 // the coefficient that waits for its scale, -1 if none
	curHan         bool
	last           int // the last scale of the section, 9 before the first
	big            int // the last of 万 and 亿
	zero           bool
}

// value evaluates tokens: 三千二百, 十五, 一亿二千万, 三千五 (3500), 百万 (10⁶),
// 7亿6千5百万. high takes the higher of a pair. ok is false where they are no
// number (十五五).
func value(toks []token, high bool) (v int64, ok bool) {
	s := sum{cur: -1, last: 9, curHan: true}
	for i := range toks {
		k := &toks[i]
		good := true
		switch k.kind {
		case coefficient:
			good = s.coefficient(k, high)
		case scale:
			good = s.scale(k.power)
		case inexact:
			s.inexact(k.word)
		}
		if !good || s.total > tooLarge || s.section > tooLarge {
			return 0, false
		}
	}
	return s.end()
}

func (s *sum) coefficient(k *token, high bool) bool {
	if s.cur >= 0 {
		return false
	}
	if k.han && k.val == 0 && (s.last < 9 || s.big > 0) { // 二千零一十七
		s.zero = true
		return true
	}
	s.cur, s.curHan = k.val, k.han && !k.row
	if high {
		s.cur = k.high
	}
	s.zero = k.zero
	return true
}

// inexact: 几 stands for a digit that is not known; 十几 adds nothing.
func (s *sum) inexact(word rune) {
	if (word == '几' || word == '数') && s.cur < 0 && s.section%100 < 10 {
		s.cur = 1
	}
}

func (s *sum) scale(power int) bool {
	if power < 4 {
		return s.small(power)
	}
	return s.large(power)
}

// small takes 十, 百 or 千: they fall within a section.
func (s *sum) small(power int) bool {
	if power >= s.last { // 百千: no number
		return false
	}
	if s.cur < 0 {
		s.cur = 1
	}
	if s.last < 9 && s.cur >= Pow10[s.last-power] || s.cur > tooLarge/Pow10[power] {
		return false
	}
	s.section += s.cur * Pow10[power]
	s.last, s.cur, s.zero = power, -1, false
	return true
}

// large takes 万 or 亿, which end a section.
func (s *sum) large(power int) bool {
	if s.cur > 0 {
		s.section += s.cur
	}
	switch {
	case s.section > 0:
	case s.total > 0:
		return power == 8 && s.big == 4 && s.allTimes(8) // 一万亿
	case s.cur < 0:
		s.section = 1 // 万
	}
	if s.big == power || s.section > tooLarge/Pow10[power] {
		return false
	}
	if s.big > 0 && s.big < power { // 一万五千亿
		s.total += s.section
		return s.allTimes(power)
	}
	worth := s.section * Pow10[power]
	if s.big > power && worth >= Pow10[s.big] {
		return false
	}
	s.total += worth
	s.endSection(power)
	return true
}

// allTimes takes a scale of all that went before.
func (s *sum) allTimes(power int) bool {
	if s.total > tooLarge/Pow10[power] {
		return false
	}
	s.total *= Pow10[power]
	s.endSection(power)
	return true
}

func (s *sum) endSection(power int) {
	s.section, s.cur, s.last, s.big, s.zero = 0, -1, 9, power, false
}

// end adds the digits behind the last scale.
func (s *sum) end() (int64, bool) {
	if s.cur > 0 {
		worth := s.cur * s.lastUnit()
		if s.last < 9 && worth >= Pow10[s.last] || s.big > 0 && s.section+worth >= Pow10[s.big] {
			return 0, false
		}
		s.section += worth
	}
	return s.total + s.section, true
}

// lastUnit is what a digit behind the last scale counts: in 三千五 and 两万三 the next
// scale down, else ones.
func (s *sum) lastUnit() int64 {
	switch {
	case !s.curHan, s.zero, s.cur > 9:
	case s.last < 9:
		return Pow10[s.last-1]
	case s.big > 0 && s.section == 0:
		return Pow10[s.big-1]
	}
	return 1
}

// HanValue evaluates a run of Chinese numerals: 十五 is 15.
func HanValue(run []rune) (v int64, ok bool) {
	if len(run) == 0 || !Starts(run[0]) {
		return 0, false
	}
	n, ok := Parse(run, 0, NoUnits)
	return n.Val.Mant, ok && n.End == len(run) && !n.Pair && n.Val.Exp == 0
}
