package quantity

import (
	"math/big"

	"zhibiao/extract/lang"
	"zhibiao/extract/num"
	"zhibiao/extract/word"
)

var hundred = big.NewRat(100, 1)

// reader reads the quantities of a sentence, one after the other, whose numeral
// is known.
type reader struct {
	s       *Scanner
	t       []rune
	i, from int // where the numeral and the sentence start
	starts  num.UnitAt

	n lang.Numeral
	q lang.Quantity
	u *lang.Unit // the unit right behind the numeral, nil if none
	k int        // its length
}

// number reads the numeral at t[i] with its unit into r.q. next is where to go on;
// ok is false where nothing worth listing stands there.
func (r *reader) number(i int) (next int, ok bool) {
	s, t, from, starts := r.s, r.t, r.from, r.starts
	if t[i] == '零' && lang.AnyAt(t, i+1, "上下") { // the sign of 零下5度
		return i + 2, false
	}
	if r.percentWords(i) {
		return r.q.End, true
	}
	n, good := numeral(t, i, starts)
	if !good {
		end := n.End
		if end <= i {
			end = i + 1
			for lang.IsDigit(t[i]) && lang.IsDigit(lang.At(t, end)) {
				end++
			}
		}
		return end, false
	}
	r.i, r.n = i, n
	r.q = lang.Quantity{Start: i, End: n.End, Num: n, Val: n.Val.Rat(), Kind: "number", Bound: "eq"}
	if n.Pair {
		r.q.Low, r.q.High, r.q.IsRange = new(big.Rat).SetInt64(n.Low), new(big.Rat).SetInt64(n.High), true
	}
	r.u, r.k = s.unitBehind(t, n.End)
	if codeBefore(t, i, from) && !n.Han && !indicatorBefore(t, i, from, r.u) {
		r.q.Why = "name"
	}
	for _, read := range [...]func(*reader) bool{
		(*reader).fraction, (*reader).slash, (*reader).tenths, (*reader).discount, (*reader).half,
		(*reader).rangeOf, (*reader).ratio, (*reader).coins, (*reader).moreUnits, (*reader).plain,
	} {
		if read(r) {
			break
		}
	}
	return r.q.End, true
}

// codeBefore tells whether a letter or a hyphenated code leads to the number:
// T800, G331, PM2.5, 18-01.
func codeBefore(t []rune, i, from int) bool {
	if i > from && lang.IsLatin(t[i-1]) && !currencyBefore(t, i, from) {
		return true
	}
	return i > from+1 && (t[i-1] == '-' || t[i-1] == '.') && (lang.IsLatin(t[i-2]) || lang.IsDigit(t[i-2]))
}

// indicatorBefore tells whether the letters before the number are an indicator's
// name and no code: 人均GDP28.85万元, 全年CPI2.1%, 削减VOCs420吨, but B200元.
func indicatorBefore(t []rune, i, from int, u *lang.Unit) bool {
	if u == nil || u.Dim != "money" && u.Dim != "ratio" && u.Dim != "mass" {
		return false
	}
	n := 0
	if i > from && t[i-1] == 's' {
		i--
	}
	for i-n > from && t[i-n-1] >= 'A' && t[i-n-1] <= 'Z' {
		n++
	}
	return n >= 3 && (i-n == from || lang.IsHan(t[i-n-1]) || lang.AnyAt(t, i-n-1, "、，"))
}

// unitBehind is the unit at t[j] and its length, unless a word begins there
// that only looks like one: 8亿人口, 600万家庭, 百万市民.
func (s *Scanner) unitBehind(t []rune, j int) (u *lang.Unit, k int) {
	u, k = s.Units.At(t, j)
	switch {
	case k == 1 && u.Noun && lang.At(t, j+1) == '民' && u.Name != "人",
		k == 1 && j+1 < len(t) && s.like[lang.Pair(t[j], t[j+1])] && lang.PrefixLen(t, j, "家长者", "个体育", "个体检", "个体验") == 0,
		k == 1 && t[j] == '成' && notTenths(t, j),
		lang.At(t, j) == '个' && lang.PrefixLen(t, j+1, "体工", "体户", "体经", "体私") > 0:
		return nil, 0
	}
	return u, k
}

// plain reads the number with the unit behind it, and half of one more.
func (r *reader) plain() bool {
	q, n, t := &r.q, &r.n, r.t
	if r.k > 0 {
		q.Unit, q.End = r.u, n.End+r.k
		q.UnitFrom, q.UnitTo = n.ScaleAt, q.End
		if n.Fuzz != 0 && n.Scale > 0 && n.ScaleAt > n.End {
			q.UnitFrom = n.End
		}
		if lang.At(t, q.End) == '多' && q.End+1 < len(t) && r.u.IsTime() {
			n.Fuzz = '多'
		}
		r.andHalf()
	} else {
		r.withoutUnit()
	}
	r.sign()
	q.Num = *n
	q.Settle()
	if q.IsRange && q.UnitName == "成" {
		asTenths(q)
	}
	if (q.UnitName == "位" || q.UnitName == "名") && n.Scale == 0 && r.s.words.Has(string(t[r.from:r.i]), word.HoldsPlace) {
		q.Rank, q.UnitName, q.Kind, q.Bound = true, "位", "ordinal", "eq" // 位居61名
	}
	r.topOf()
	return true
}

// withoutUnit ends the quantity behind the numeral, or behind the letters of
// the name that it belongs to: 5G.
func (r *reader) withoutUnit() {
	q, t := &r.q, r.t
	q.UnitFrom, q.UnitTo = r.n.ScaleAt, r.n.End
	if u, n := r.currency(); n > 0 {
		q.Unit, q.Start = u, q.Start-n
		return
	}
	if lang.IsLatin(lang.At(t, q.End)) && !r.n.Han && q.Why == "" {
		q.Why = "name"
		for q.End < len(t) && (lang.IsLatin(t[q.End]) || lang.IsDigit(t[q.End])) {
			q.End++
		}
	}
}

// moreUnits reads 3个多百分点 and 两个多小时: 多 stands inside the unit.
func (r *reader) moreUnits() bool {
	j := r.n.End
	if lang.At(r.t, j) != '个' || !lang.AnyAt(r.t, j+1, "多余") {
		return false
	}
	u, k := r.s.Units.At(r.t, j+2)
	if v, m := r.s.Units.At(r.t, j+2); lang.At(r.t, j+2) == '月' {
		u, k = r.s.Units.named("个月"), 1
	} else if m == 0 || !v.IsTime() && v.Dim != "ratio" {
		return false
	}
	if u == nil {
		return false
	}
	r.q.Unit, r.q.End = u, j+2+k
	r.q.UnitFrom, r.q.UnitTo = j, r.q.End
	r.n.Fuzz = '多'
	r.sign()
	r.q.Num = r.n
	r.q.Settle()
	return true
}

// topOf reads 前20名, 全省前5 and 前20%: at most that place, at most that share.
func (r *reader) topOf() {
	q := &r.q
	if q.Rank || q.Start == r.from || lang.At(r.t, q.Start-1) != '前' || r.n.Scale > 0 && !r.n.Han {
		return
	}
	placed := r.s.placed(r.t, q.Start-1, r.from)
	switch q.UnitName {
	case "":
		if r.endsRank() && (placed || r.ranksOf()) {
			r.topPlaces()
			q.Before = q.Start - 1
		}
	case "名", "位", "强":
		if placed || r.s.rankBefore(r.t, q.Start, r.from) || r.s.rankNear(r.t, q.Start, r.from) {
			r.topPlaces()
		}
	case "%":
		if placed || r.s.rankNear(r.t, q.Start, r.from) {
			q.Bound, q.Modifier, q.Before = "le", "前", q.Start-1
		}
	}
}

// topPlaces makes the number a rank that is not passed.
func (r *reader) topPlaces() {
	q := &r.q
	q.Rank, q.UnitName, q.Kind, q.Bound, q.Modifier = true, "位", "ordinal", "le", "前"
}

// endsRank tells whether a number without a unit ends what is said of a rank. 亚洲第一、
// 全球前三 says it twice.
func (r *reader) endsRank() bool {
	t, q := r.t, &r.q
	if q.Why != "" || lang.At(t, q.Start-4) == '、' {
		return false
	}
	return lang.ClauseEnd(t, q.End) || lang.AnyAt(t, q.End, "、和且")
}

// ranksOf tells whether something holds a place in the area right before 前: 居全省前5.
func (r *reader) ranksOf() bool {
	return RanksOf(r.s.words, r.t[r.from:r.q.Start-1]) && r.s.rankBefore(r.t, r.q.Start, r.from)
}

// placed: 进入, 位居, 跻身 stands before 前N, with the field between.
func (s *Scanner) placed(t []rune, at, from int) bool {
	for k := at - 1; k > from && at-k < 9; k-- {
		if lang.IsHard(t[k]) {
			return false
		}
		if s.words.Has(string(t[k-1:k+1]), word.TakesPlace) {
			return true
		}
	}
	return false
}
