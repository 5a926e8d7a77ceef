package quantity

import (
	"math/big"

	"zhibiao/extract/lang"
)

// coins reads 六元八角, 1元2角5分, 三元零五分, 五角六分, 3块5毛, 七分钱: one sum
// in 元.
func (r *reader) coins() bool {
	worth := coin(r.t, r.n.End)
	if worth == nil || r.n.Scale >= 4 || r.n.Pair || r.n.Fuzz != 0 {
		return false
	}
	j := r.n.End + 1
	sum := new(big.Rat).Mul(r.n.Val.Rat(), worth)
	parts := 1
	for last := worth; ; parts++ {
		k := j
		if lang.At(r.t, k) == '零' {
			k++
		}
		n, ok := parseAt(r.t, k, r.starts)
		if !ok || n.Point || n.Fuzz != 0 || n.Pair || n.Val.Float() > 99 {
			break
		}
		w := coin(r.t, n.End)
		if w == nil || w.Cmp(last) >= 0 {
			break
		}
		sum.Add(sum, new(big.Rat).Mul(n.Val.Rat(), w))
		j, last = n.End+1, w
	}
	if d := lang.DigitOf(lang.At(r.t, j)); parts == 1 && d > 0 && lang.At(r.t, r.n.End) == '块' && lang.ClauseEnd(r.t, j+1) { // 十二块五
		sum.Add(sum, big.NewRat(d, 10))
		j++
		parts++
	}
	word := lang.At(r.t, j) == '钱'
	if word {
		j++
	}
	small := word && worth.Cmp(big.NewRat(1, 1)) < 0 // 七分钱
	if parts < 2 && !small && lang.At(r.t, r.n.End) != '圆' {
		return false
	}
	q := &r.q
	q.Val, q.End, q.Unit = sum, j, r.s.Units.named("元")
	q.UnitFrom, q.UnitTo = r.n.End, r.n.End+1
	r.sign()
	q.Settle()
	return true
}

// coin is what one of the coins that t[j] names is worth in 元, nil if it names
// none.
func coin(t []rune, j int) *big.Rat {
	switch lang.At(t, j) {
	case '元', '块':
		return big.NewRat(1, 1)
	case '圆':
		if !lang.AnyAt(t, j+1, "满桌形心梦") {
			return big.NewRat(1, 1)
		}
	case '角', '毛':
		return big.NewRat(1, 10)
	case '分':
		if !lang.AnyAt(t, j+1, "之别为钟") {
			return big.NewRat(1, 100)
		}
	}
	return nil
}

// currencies are the signs that stand before a sum.
var currencies = []struct{ sign, unit string }{
	{"US$", "美元"},
	{"HK$", "港元"},
	{"RMB", "元"},
	{"USD", "美元"},
	{"￥", "元"},
	{"¥", "元"},
	{"$", "美元"},
	{"€", "欧元"},
	{"£", "英镑"},
}

// currency is the unit whose sign stands before the number, and the length of
// the sign.
func (r *reader) currency() (*lang.Unit, int) {
	for _, c := range currencies {
		n := len([]rune(c.sign))
		if r.i-n >= r.from && lang.HasPrefix(r.t, r.i-n, c.sign) {
			r.q.Why = ""
			return r.s.Units.named(c.unit), n
		}
	}
	return nil, 0
}

// currencyBefore tells whether the letters before t[i] are the code of a
// currency.
func currencyBefore(t []rune, i, from int) bool {
	return i-3 >= from && (lang.HasPrefix(t, i-3, "RMB") || lang.HasPrefix(t, i-3, "USD"))
}
