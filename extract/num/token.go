package num

import "zhibiao/extract/lang"

// kind of a token of a numeral.
type kind uint8

const (
	coefficient kind = iota // digits
	scale                   // 十 百 千 万 亿
	inexact                 // 余 多 来 几 数
)

// token is a part of a numeral.
type token struct {
	start, end int
	val, high  int64 // of a coefficient; they differ for 两三
	power      int   // of a scale
	word       rune  // of what is inexact
	kind       kind
	han        bool
	row        bool // Chinese digits in a row: 二八〇
	zero       bool // 零 leads: 零五
}

// reader cuts a numeral into tokens.
type reader struct {
	t       []rune
	unit    UnitAt
	at      int // where the numeral starts
	capital bool
	toks    []token
	end     int
}

// mostTokens is more than any numeral has.
const mostTokens = 24

// add takes a token into the room that is there for it.
func (r *reader) add(k token) {
	r.toks = r.toks[:len(r.toks)+1]
	r.toks[len(r.toks)-1] = k
}

// tokens reads as many tokens as can belong to one numeral.
func (r *reader) tokens() {
	r.end = r.at
	for r.end < len(r.t) && len(r.toks) < mostTokens && (r.takeDigits() || r.takeHan() || r.takeScale() || r.takeInexact()) {
		r.end = r.toks[len(r.toks)-1].end
	}
}

// last is the token before, false at the start.
func (r *reader) last() (token, bool) {
	if len(r.toks) == 0 {
		return token{}, false
	}
	return r.toks[len(r.toks)-1], true
}

// mixed tells whether ASCII digits went before.
func (r *reader) mixed() bool {
	for i := range r.toks {
		if r.toks[i].kind == coefficient && !r.toks[i].han {
			return true
		}
	}
	return false
}

// takeDigits takes ASCII digits: at the start, or behind a scale where a scale
// follows (3万5千) or the rest of the number (1亿2000, 4万800亩).
func (r *reader) takeDigits() bool {
	j := r.end
	l, later := r.last()
	zero := l.kind == scale && lang.DigitOf(r.t[j]) == 0 && lang.IsDigit(lang.At(r.t, j+1)) // 80万零6百
	if zero {
		j++
	}
	if !lang.IsDigit(r.t[j]) {
		return false
	}
	d := readDigits(r.t, j)
	if d.exp < 0 || d.long {
		return false
	}
	if later && !zero && (l.kind != scale || !r.follows(l, d)) {
		return false
	}
	r.add(token{kind: coefficient, start: r.end, end: d.end, val: d.mant, high: d.mant, zero: zero})
	return true
}

// follows tells whether digits go on with the number whose last scale is l.
func (r *reader) follows(l token, d digits) bool {
	switch {
	case d.whole > l.power:
		return false
	case r.scaleAt(d.end) > 0:
		return true
	case l.power < 4:
		return false
	}
	return d.whole == l.power || d.whole > 1 && r.unit(d.end) > 0
}

// takeHan takes Chinese digits; behind ASCII ones only where a scale follows
// (40万六千).
func (r *reader) takeHan() bool {
	l, later := r.last()
	if later && l.kind == coefficient {
		return false
	}
	j := r.end
	if lang.AnyAt(r.t, j, "廿卅") {
		if later {
			return false
		}
		v := int64(2)
		if r.t[j] == '卅' {
			v = 3
		}
		r.add(token{kind: coefficient, start: j, end: j, val: v, high: v, han: true})
		r.add(token{kind: scale, start: j, end: j + 1, power: 1, han: true})
		return true
	}
	for j < len(r.t) && r.digitOf(r.t[j]) >= 0 {
		j++
	}
	if j == r.end {
		return false
	}
	k := token{kind: coefficient, start: r.end, end: j, han: true}
	k.read(r, r.t[r.end:j])
	if later && r.mixed() && !k.zero && r.scaleAt(j) == 0 {
		return false
	}
	r.add(k)
	return true
}

// read evaluates digits: one, a pair of neighbours, or a row.
func (k *token) read(r *reader, run []rune) {
	if len(run) > 1 && len(run) < 4 && r.digitOf(run[0]) == 0 && r.end > r.at {
		k.zero, run = true, run[1:]
	}
	if len(run) == 2 {
		a, b := r.digitOf(run[0]), r.digitOf(run[1])
		if a > 0 && (b == a+1 || a == 3 && b == 5) {
			k.val, k.high = a, b
			return
		}
	}
	k.row = len(run) > 1
	if len(run) > maxDigits {
		run = run[:maxDigits]
	}
	for _, c := range run {
		k.val = k.val*10 + r.digitOf(c)
	}
	k.high = k.val
}

func (r *reader) takeScale() bool {
	s := r.scaleAt(r.end)
	if s == 0 {
		return false
	}
	r.add(token{kind: scale, start: r.end, end: r.end + 1, power: s, han: true})
	return true
}

// takeInexact takes 几 and 数 in the place of a digit, 余, 多 and 来 behind a
// scale or digits where a higher scale follows.
func (r *reader) takeInexact() bool {
	c, fits := r.t[r.end], false
	switch c {
	case '几':
		fits = r.hasSeveral(r.scaleAt(r.end + 1))
	case '数':
		fits = len(r.toks) == 0 && r.scaleAt(r.end+1) > 0 // 数百
	case '余', '多', '来':
		fits = r.hasOver(r.scaleAt(r.end + 1))
	}
	if fits {
		r.add(token{kind: inexact, start: r.end, end: r.end + 1, word: c})
	}
	return fits
}

// hasSeveral tells whether 几 stands for a digit here; next is the scale behind it, 0 if
// none: 几十, 十几, 20几万.
func (r *reader) hasSeveral(next int) bool {
	l, later := r.last()
	switch {
	case !later:
		return next > 0
	case l.kind == scale:
		return l.power == 1 || next > 0
	case l.kind == coefficient:
		return !l.han && next > 0
	}
	return false
}

// hasOver tells whether 余, 多 or 来 stands inside the numeral, before its scale next:
// 20多万, 十来万, 一百五十多万.
func (r *reader) hasOver(next int) bool {
	l, later := r.last()
	if !later || next == 0 || r.fuzz() != 0 {
		return false
	}
	return next >= 4 || !l.han
}

// fuzz is the first inexact word, 0 if there is none.
func (r *reader) fuzz() rune {
	for i := range r.toks {
		if k := &r.toks[i]; k.kind == inexact {
			if k.word == '数' {
				return '几'
			}
			return k.word
		}
	}
	return 0
}
