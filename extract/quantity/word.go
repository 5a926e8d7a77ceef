package quantity

import (
	"maps"
	"math/big"
	"slices"
	"strings"

	"zhibiao/extract/lang"
	"zhibiao/extract/num"
	"zhibiao/extract/word"
	"zhibiao/han"
)

// wordReaders read the quantities that hold no numeral at their start, by the
// rune that they begin with.
var wordReaders = map[rune]func(*words) bool{
	'翻': (*words).doubling, '倍': (*words).twofold, '减': (*words).halved, '过': (*words).overHalf,
	'半': (*words).halfCount, '首': (*words).top, '榜': (*words).top, '零': (*words).noGrowth, '持': (*words).asBefore,
}

// The characters that quantities without a numeral begin with, and all quantities.
var (
	wordStarts = han.NewTable(firstOfWords())
	starts     = han.NewTable(firstOfWords() + num.First + ".")
)

func firstOfWords() string { return "第" + string(slices.Collect(maps.Keys(wordReaders))) }

// words reads a quantity without a numeral at t[i].
type words struct {
	s       *Scanner
	t       []rune
	i, from int
	q       lang.Quantity
}

// word reads quantities that hold no numeral at their start, in the room of w: 翻一番, 倍增, 首位.
func (s *Scanner) word(w *words, t []rune, i, from int) (q lang.Quantity, ok bool) {
	if t[i] == '第' {
		return s.ordinal(t, i, from)
	}
	read := wordReaders[t[i]]
	if read == nil {
		return q, false
	}
	if t[i] == '半' {
		if q, ok = s.halfOf(t, i, from); ok {
			s.bounds(t, &q, from)
			return q, true
		}
	}
	*w = words{s: s, t: t, i: i, from: from}
	if !read(w) {
		return q, false
	}
	q = w.q
	q.Before, q.After = q.Start, q.End
	q.UnitFrom, q.UnitTo = q.End, q.End
	q.Rules = append(q.Rules, "word."+string(t[q.Start:q.End]))
	b := q.Bound
	s.bounds(t, &q, from)
	if b != "eq" && q.Bound == "eq" {
		q.Bound = b
	}
	return q, true
}

func (w *words) at(k int) rune { return lang.At(w.t, w.i+k) }

// before is the rune before the word, 0 at the start of the sentence.
func (w *words) before() rune {
	if w.i == w.from {
		return 0
	}
	return w.t[w.i-1]
}

// set makes the quantity, n runes long.
func (w *words) set(n int, value int64, unit, kind, bound string) {
	w.q = lang.Quantity{Start: w.i, End: w.i + n, UnitName: unit, Kind: kind, Bound: bound, Val: big.NewRat(value, 1)}
}

// doubling reads 翻番, 翻了两番, 翻了近两番, 翻一番多.
func (w *words) doubling() bool {
	k := 1
	if w.at(k) == '了' {
		k++
	}
	bound := "eq"
	switch w.at(k) {
	case '近', '约':
		bound = "approx"
		k++
	}
	n := int64(1)
	if d := lang.DigitOf(w.at(k)); d > 0 {
		n = d
		k++
	} else if lang.IsDigit(w.at(k)) {
		n = int64(w.at(k) - '0')
		k++
	}
	if w.at(k) != '番' || n < 1 || n > 7 {
		return false
	}
	k++
	if w.at(k) == '多' {
		bound = "ge"
	}
	w.set(k, (int64(1)<<uint(n)-1)*100, "%", "multiple", bound)
	w.q.Growth = true
	return true
}

// twofold reads 倍增; 成倍增长 and 倍增计划 say nothing how much.
func (w *words) twofold() bool {
	p := w.before()
	if w.at(1) != '增' || lang.AnyAt(w.t, w.i+2, "”计行工效") || p == '双' || p == '成' || p == '数' || lang.IsDigit(p) || lang.DigitOf(p) >= 0 {
		return false
	}
	w.set(2, 100, "%", "multiple", "eq")
	w.q.Growth = true
	return true
}

func (w *words) halved() bool {
	if w.at(1) != '半' {
		return false
	}
	w.set(2, 50, "%", "fraction", "eq")
	w.q.Growth, w.q.Sign = true, -1
	return true
}

func (w *words) overHalf() bool {
	if w.at(1) != '半' || lang.AnyAt(w.t, w.i+2, "数月年") || w.before() == '双' {
		return false
	}
	w.set(2, 50, "%", "fraction", "ge")
	w.q.Fraction = true
	return true
}

func (w *words) halfCount() bool {
	if w.at(1) != '数' {
		return false
	}
	w.set(2, 50, "%", "fraction", "eq")
	w.q.Fraction = true
	return true
}

// top reads 首位 and 榜首 where something holds that place.
func (w *words) top() bool {
	first := w.at(0) == '首' && w.at(1) == '位' && (lang.ClauseEnd(w.t, w.i+2) || lang.AnyAt(w.t, w.i+2, "、和且并"))
	if !first && (w.at(0) != '榜' || w.at(1) != '首') || putFirst(w.t, w.i) || !w.s.rankBefore(w.t, w.i, w.from) {
		return false
	}
	w.set(2, 1, "位", "ordinal", "eq")
	w.q.Rank = true
	return true
}

// noGrowth reads 零增长.
func (w *words) noGrowth() bool {
	if w.at(1) != '增' || w.at(2) != '长' || lang.AnyAt(w.t, w.i+3, "行方目”") || w.before() == '社' || w.before() == '消' {
		return false // 社零增长9%
	}
	w.set(3, 0, "%", "percent", "eq")
	w.q.Growth = true
	return true
}

// asBefore reads 与上年持平: no growth. 基本持平 is no figure.
func (w *words) asBefore() bool {
	if w.at(1) != '平' {
		return false
	}
	if !w.afterLastYear() {
		return false
	}
	w.set(2, 0, "%", "percent", "eq")
	w.q.Growth = true
	return true
}

// afterLastYear tells whether 与上年 or 同比 stands before.
func (w *words) afterLastYear() bool {
	before := string(w.t[max(w.from, w.i-8):w.i])
	at := strings.LastIndexAny(before, "与同和较比")
	if at < 0 {
		return false
	}
	year := strings.TrimSuffix(before[at+len("与"):], "同期")
	return strings.HasSuffix(before, "同比") || w.s.words.IsOne(year, word.LastYear)
}
