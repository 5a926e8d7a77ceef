package table

import (
	"math/big"
	"strings"

	"zhibiao/extract/lang"
	"zhibiao/extract/num"
)

// kind tells what stands in a cell.
type kind uint8

const (
	empty  kind = iota
	none        // a sign for a value that is not there: —, …, #
	number      // a value
	words
)

// value is a number as a cell has it. Offsets are the document's.
type value struct {
	start, end       int
	val, low, high   *big.Rat // low and high of a range, else nil
	unit             unit     // the cell's own
	unitFrom, unitTo int
	bound            string
	modifier         string
	minus            bool // a sign or a word says that it is below zero
	grows            bool // the cell says 增长 or 下降
	wrapped          bool // it stands in brackets
}

// notes are the marks of notes, which are no part of a cell's value.
const notes = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⁰¹²³⁴⁵⁶⁷⁸⁹*＊^†‡"

// signs stand where there is no value.
const signs = "—–-－―─…．.·/*＊#×~～"

// before and after are words around a number, longest first. The sign of a
// growth word is its second field.
var before = []struct {
	text, bound string
	grows       bool
	minus       bool
}{
	{text: "控制在", bound: "le"},
	{text: "不低于", bound: "ge"},
	{text: "不少于", bound: "ge"},
	{text: "不超过", bound: "le"},
	{text: "不高于", bound: "le"},
	{text: "高于", bound: "ge"},
	{text: "超过", bound: "ge"},
	{text: "大于", bound: "ge"},
	{text: "低于", bound: "le"},
	{text: "小于", bound: "le"},
	{text: "达到"},
	{text: "力争"},
	{text: "确保"},
	{text: "完成"},
	{text: "增长", grows: true},
	{text: "增加", grows: true},
	{text: "提高", grows: true},
	{text: "上升", grows: true},
	{text: "下降", grows: true, minus: true},
	{text: "降低", grows: true, minus: true},
	{text: "减少", grows: true, minus: true},
	{text: "≥", bound: "ge"},
	{text: "≧", bound: "ge"},
	{text: ">", bound: "ge"},
	{text: "≤", bound: "le"},
	{text: "≦", bound: "le"},
	{text: "<", bound: "le"},
	{text: "约", bound: "approx"},
	{text: "超", bound: "ge"},
	{text: "左右", bound: "approx"},
	{text: "▲", minus: true},
	{text: "△", minus: true},
	{text: "▼", minus: true},
	{text: "↓", minus: true},
	{text: "↑"},
	{text: "-", minus: true},
	{text: "−", minus: true},
	{text: "+"},
	{text: "："},
}

var after = []struct{ text, bound string }{
	{"左右", "approx"}, {"上下", "approx"}, {"及以上", "ge"}, {"以上", "ge"}, {"以内", "le"}, {"以下", "le"}, {"之间", ""},
}

// value reads the cell t[from:to].
func (r *Reader) value(t []rune, from, to int) (value, kind) {
	from, to = trim(t, from, to)
	if from == to {
		return value{}, empty
	}
	if strings.Trim(string(t[from:to]), signs+" ") == "" {
		return value{}, none
	}
	from, to = trimNotes(t, from, to)
	if from == to {
		return value{}, none
	}
	v := value{bound: "eq"}
	if open, end := t[from], t[to-1]; (open == '（' || open == '(') && (end == '）' || end == ')') {
		v.wrapped = true
		from, to = from+1, to-1
	}
	at := from
	for {
		n := v.prefix(t, at, to)
		if n == 0 {
			break
		}
		at += n
	}
	at, ok := r.number(t, &v, from, at, to)
	if !ok || !v.suffix(t, at, to) {
		return value{}, words
	}
	return v, number
}

func trim(t []rune, from, to int) (int, int) {
	for from < to && t[from] == ' ' {
		from++
	}
	for from < to && t[to-1] == ' ' {
		to--
	}
	return from, to
}

// trimNotes takes the marks of notes from both ends: 12.5①, 12.5[2], *12.5.
func trimNotes(t []rune, from, to int) (int, int) {
	for from < to && strings.ContainsRune(notes, t[from]) {
		from++
	}
	for from < to && strings.ContainsRune(notes, t[to-1]) {
		to--
	}
	if to-from > 3 && t[to-1] == ']' {
		for k := to - 2; k > from && k > to-5; k-- {
			if t[k] == '[' {
				to = k
				break
			}
			if !lang.IsDigit(t[k]) {
				break
			}
		}
	}
	return trim(t, from, to)
}

// prefix reads a word before the number; it returns its length.
func (v *value) prefix(t []rune, at, to int) int {
	if at < to && t[at] == ' ' {
		return 1
	}
	for _, w := range before {
		if !lang.HasPrefix(t[:to], at, w.text) {
			continue
		}
		if w.bound != "" {
			v.bound, v.modifier = w.bound, w.text
		}
		v.grows = v.grows || w.grows
		v.minus = v.minus || w.minus
		return len([]rune(w.text))
	}
	return 0
}

// number reads the number at t[at] with its own unit, or the two of a range.
// The span begins with a sign right before it. It returns where it ends.
func (r *Reader) number(t []rune, v *value, from, at, to int) (int, bool) {
	if at >= to || !lang.IsDigit(t[at]) {
		return at, false
	}
	n, ok := num.Parse(t[:to], at, r.units.Starts(t[:to]))
	if !ok || n.Fuzz != 0 {
		return at, false
	}
	v.start, v.end, v.val = at, n.End, n.Val.Rat()
	if at > from && (t[at-1] == '-' || t[at-1] == '−') {
		v.start--
	}
	end := r.unitAt(t, v, n.End, to)
	if end < to && lang.IsRangeMark(t[end]) {
		k := end
		for k < to && lang.IsRangeMark(t[k]) {
			k++
		}
		if k >= to || !lang.IsDigit(t[k]) {
			return at, false
		}
		m, ok := num.Parse(t[:to], k, r.units.Starts(t[:to]))
		if !ok || m.Fuzz != 0 || m.Val.Rat().Cmp(n.Val.Rat()) <= 0 {
			return at, false
		}
		v.low, v.high = n.Val.Rat(), m.Val.Rat()
		v.val = new(big.Rat).Quo(new(big.Rat).Add(v.low, v.high), big.NewRat(2, 1))
		v.bound, v.end = "range", m.End
		end = r.unitAt(t, v, m.End, to)
	}
	return end, true
}

// unitAt reads the unit that follows a number in its cell.
func (r *Reader) unitAt(t []rune, v *value, at, to int) int {
	if at >= to {
		return at
	}
	u, n := r.units.At(t[:to], at)
	if n == 0 || at+n > to {
		return at
	}
	v.unit, v.unitFrom, v.unitTo, v.end = unit{unit: u, written: string(t[at : at+n])}, at, at+n, at+n
	return at + n
}

// suffix reads what follows the number; it is false where that is not known.
func (v *value) suffix(t []rune, at, to int) bool {
	at, to = trim(t, at, to)
	for _, w := range after {
		if lang.HasPrefix(t[:to], at, w.text) {
			if w.bound != "" && v.low == nil {
				v.bound = w.bound
			}
			v.modifier = w.text
			at += len([]rune(w.text))
			break
		}
	}
	return at == to
}
