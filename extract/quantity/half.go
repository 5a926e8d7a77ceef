package quantity

import (
	"math/big"

	"zhibiao/extract/lang"
)

var oneHalf = big.NewRat(1, 2)

// half reads 一半.
func (r *reader) half() bool {
	j := r.n.End
	if !r.n.Han || r.n.Val.Mant != 1 || r.n.End-r.n.Start != 1 || lang.At(r.t, j) != '半' || lang.AnyAt(r.t, j+1, "年天时") {
		return false
	}
	r.q.Val = big.NewRat(50, 1)
	r.percent(j+1, j)
	return true
}

// andHalf adds the half behind a unit: 四年半, 六岁半, 三个半月, 一个半小时.
func (r *reader) andHalf() {
	q, t := &r.q, r.t
	e := q.End
	if lang.At(t, e) != '半' || r.n.Point || r.n.Scale > 0 && !r.n.Han || q.IsRange || !halves(r.u) {
		return
	}
	if r.u.Name == "个" {
		u, k := r.s.Units.At(t, e+1)
		if lang.At(t, e+1) == '月' {
			u, k = r.s.Units.named("个月"), 1
		}
		if u == nil || !u.IsTime() && u.Dim != "ratio" || u.Name == "天" { // 4个半天 are four
			return
		}
		q.Unit, q.End = u, e+1+k
		r.u = u
	} else {
		if lang.AnyAt(t, e+1, "导岛径成自数夜路壁边截山封个") {
			return
		}
		q.End = e + 1
	}
	q.UnitFrom, q.UnitTo = r.n.End, q.End
	q.Val = new(big.Rat).Add(q.Val, oneHalf)
}

// halves tells whether a half may stand behind a unit.
func halves(u *lang.Unit) bool {
	switch u.Name {
	case "个", "岁", "周岁", "倍", "斤", "公斤", "亩", "里", "公里", "吨", "番":
		return true
	}
	return u.IsTime()
}

// halfOf reads 半年, 半个月, 半个百分点, 半亩: a half with its unit.
func (s *Scanner) halfOf(t []rune, i, from int) (q lang.Quantity, ok bool) {
	if i > from && lang.AnyAt(t, i-1, "上下前后多一对过各减折参晋夜大泰打深事") {
		return q, false
	}
	if lang.At(t, i+1) == '成' && !notTenths(t, i+1) && !lang.AnyAt(t, i+2, "品熟") { // 半成
		r := reader{t: t, q: lang.Quantity{Start: i, Val: big.NewRat(5, 1), Bound: "eq"}}
		r.percent(i+2, i+1)
		return r.q, true
	}
	j := i + 1
	each := lang.At(t, j) == '个'
	if each {
		j++
	}
	u, k := s.Units.At(t, j)
	if lang.At(t, j) == '月' && each {
		u, k = s.Units.named("个月"), 1
	}
	if u == nil || lang.IsOneOf(u.Name, "个", "月", "番") {
		return q, false
	}
	if points := u.Dim == "ratio" && each; !points && !halves(u) {
		return q, false
	}
	if u.Name == "年" && lang.AnyAt(t, j+1, "度报会刊工") {
		return q, false
	}
	q = lang.Quantity{Start: i, End: j + k, Val: new(big.Rat).Set(oneHalf), Kind: "number", Bound: "eq", Unit: u}
	q.Num = lang.Numeral{Start: i, End: i + 1, Val: lang.Scaled(5, -1), Point: true, ScaleAt: i + 1, Han: true}
	q.Settle()
	q.UnitFrom, q.UnitTo = i+1, q.End
	return q, true
}
