package quantity

import (
	"math/big"
	"unicode/utf8"

	"zhibiao/extract/lang"
	"zhibiao/han"
)

// coins reads 六元八角, 1元2角5分, 三元零五分, 五角六分, 3块5毛, 七分钱: one sum
// in 元.
func (r *reader) coins() bool {
	worth := coin(r.t, r.n.End)
	if worth == nil || r.n.Scale >= 4 || !r.n.Exact() {
		return false
	}
	p := purse{sum: new(big.Rat).Mul(r.n.Val.Rat(), worth), last: worth, end: r.n.End + 1}
	for r.coinBehind(&p) {
		p.more++
	}
	if d := r.tenthsSaid(&p); d > 0 {
		p.sum.Add(p.sum, big.NewRat(d, 10))
		p.end++
		p.more++
	}
	small := false
	if lang.At(r.t, p.end) == '钱' {
		p.end++
		small = worth.Cmp(big.NewRat(1, 1)) < 0 // 七分钱
	}
	if p.more == 0 && !small && lang.At(r.t, r.n.End) != '圆' {
		return false
	}
	q := &r.q
	q.Val, q.End, q.Unit = p.sum, p.end, r.s.Units.named("元")
	q.UnitFrom, q.UnitTo = r.n.End, r.n.End+1
	r.sign()
	q.Settle()
	return true
}

// purse is a sum while it is read.
type purse struct {
	sum  *big.Rat
	last *big.Rat // the worth of the last coin
	end  int
	more int // coins behind the first
}

// coinBehind adds the smaller coin that follows: 六元[八角], 三元[零五分].
func (r *reader) coinBehind(p *purse) bool {
	k := p.end
	if lang.At(r.t, k) == '零' {
		k++
	}
	n, ok := parseAt(r.t, k, r.starts)
	if !ok || n.Point || !n.Exact() || n.Val.Float() > 99 {
		return false
	}
	worth := coin(r.t, n.End)
	if worth == nil || worth.Cmp(p.last) >= 0 {
		return false
	}
	p.sum.Add(p.sum, new(big.Rat).Mul(n.Val.Rat(), worth))
	p.end, p.last = n.End+1, worth
	return true
}

// tenthsSaid are the tenths that are said without their name, 0 if none are: 十二块[五].
func (r *reader) tenthsSaid(p *purse) int64 {
	if p.more > 0 || lang.At(r.t, r.n.End) != '块' || !lang.ClauseEnd(r.t, p.end+1) {
		return 0
	}
	return max(lang.DigitOf(lang.At(r.t, p.end)), 0)
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

// currencyEnds are the characters that the signs end in.
var currencyEnds = func() (s han.Runes) {
	for _, c := range currencies {
		last, _ := utf8.DecodeLastRuneInString(c.sign)
		s.Add(last)
	}
	return s
}()

// currency is the unit whose sign stands before the number, and the length of
// the sign.
func (r *reader) currency() (*lang.Unit, int) {
	if !currencyEnds.Has(lang.At(r.t, r.i-1)) {
		return nil, 0
	}
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
