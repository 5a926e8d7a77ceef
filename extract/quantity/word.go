package quantity

import (
	"math/big"

	"zhibiao/extract/lang"
)

// word reads quantities that hold no numeral at their start: 翻一番, 倍增, 首位.
func (s *Scanner) word(t []rune, i, from int) (q lang.Quantity, ok bool) {
	at := func(k int) rune {
		if i+k < len(t) {
			return t[i+k]
		}
		return 0
	}
	switch t[i] {
	case '翻':
		k := 1
		if at(k) == '了' {
			k++
		}
		var n int64 = 1
		if d := lang.DigitOf(at(k)); d > 0 {
			n = d
			k++
		} else if lang.IsDigit(at(k)) {
			n = int64(at(k) - '0')
			k++
		}
		if at(k) == '番' && n > 0 && n < 8 {
			k++
			q = lang.Quantity{Start: i, End: i + k, UnitName: "%", Growth: true, Kind: "multiple", Bound: "eq"}
			q.Val = big.NewRat((int64(1)<<uint(n)-1)*100, 1)
			ok = true
		}
	case '倍':
		if at(1) == '增' && at(2) != '”' && (i == from || t[i-1] != '双') && (i == from || !lang.IsDigit(t[i-1]) && lang.DigitOf(t[i-1]) < 0) && at(2) != '计' && at(2) != '行' && at(2) != '工' && at(2) != '效' {
			q = lang.Quantity{Start: i, End: i + 2, UnitName: "%", Growth: true, Kind: "multiple", Bound: "eq", Val: big.NewRat(100, 1)}
			ok = true
		}
	case '减':
		if at(1) == '半' {
			q = lang.Quantity{Start: i, End: i + 2, UnitName: "%", Growth: true, Sign: -1, Kind: "fraction", Bound: "eq", Val: big.NewRat(50, 1)}
			ok = true
		}
	case '过':
		if at(1) == '半' && !lang.AnyAt(t, i+2, "数月年") && (i == from || t[i-1] != '双') {
			q = lang.Quantity{Start: i, End: i + 2, UnitName: "%", Kind: "fraction", Bound: "ge", Val: big.NewRat(50, 1), Fraction: true}
			ok = true
		}
	case '半':
		if at(1) == '数' {
			q = lang.Quantity{Start: i, End: i + 2, UnitName: "%", Kind: "fraction", Bound: "eq", Val: big.NewRat(50, 1), Fraction: true}
			ok = true
		}
	case '首':
		if at(1) == '位' && at(2) != '的' && s.rankBefore(t, i, from) {
			q = lang.Quantity{Start: i, End: i + 2, UnitName: "位", Kind: "ordinal", Bound: "eq", Val: big.NewRat(1, 1), Rank: true}
			ok = true
		}
	case '榜':
		if at(1) == '首' && s.rankBefore(t, i, from) {
			q = lang.Quantity{Start: i, End: i + 2, UnitName: "位", Kind: "ordinal", Bound: "eq", Val: big.NewRat(1, 1), Rank: true}
			ok = true
		}
	case '第':
		return s.ordinal(t, i, from)
	}
	if ok {
		q.Before, q.After = q.Start, q.End
		q.UnitFrom, q.UnitTo = q.End, q.End
		q.Rules = append(q.Rules, "word."+string(t[q.Start:q.End]))
		b := q.Bound
		s.bounds(t, &q, from)
		if b != "eq" && q.Bound == "eq" {
			q.Bound = b
		}
	}
	return q, ok
}
