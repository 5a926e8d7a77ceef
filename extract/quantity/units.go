package quantity

import (
	"math/big"
	"strings"

	"zhibiao/extract/lang"
	"zhibiao/extract/num"
	"zhibiao/lexicon"
)

// Units finds units in text.
type Units struct {
	names lang.Trie[*lang.Unit]
}

// NewUnits makes a finder of the units and classifiers of lex.
func NewUnits(lex *lexicon.Lexicon) *Units {
	u := &Units{}
	add := func(name string, v *lang.Unit) {
		r := []rune(name)
		if len(r) == 0 {
			return
		}
		u.names.Add(r, v)
	}
	for _, l := range lex.Units {
		v := &lang.Unit{Name: l.Name, Dim: l.Dimension, SIUnit: l.SIUnit}
		if l.SIFactor != "" {
			if r, ok := new(big.Rat).SetString(l.SIFactor); ok {
				v.SI = r
			}
		}
		add(l.Name, v)
		for _, a := range l.Aliases {
			add(a, written(v, a))
		}
	}
	for _, c := range lex.Classifiers {
		add(c.Name, &lang.Unit{Name: c.Name, Dim: "count", Class: true, Weak: c.Weak, Noun: c.Noun})
	}
	return u
}

// written keeps the name of a unit that is written in words of its own (千克
// stays 千克, 标准箱 stays 标准箱); signs and letters take the unit's name.
func written(v *lang.Unit, alias string) *lang.Unit {
	if v.Dim == "money" || strings.HasPrefix(alias, "个") || strings.HasPrefix(alias, "月") {
		return v
	}
	for _, r := range alias {
		if !lang.IsHan(r) {
			return v
		}
	}
	w := *v
	w.Name = alias
	return &w
}

// daily are 个 and the names of things that begin with a day or a month.
var daily = []string{"个日间", "个日托", "个日用", "个日照", "个日处理", "个月子", "个月嫂"}

// At returns the longest unit that starts at t[i] and its length, with the
// compound X/Y where a slash and a second unit follow.
func (u *Units) At(t []rune, i int) (v *lang.Unit, n int) {
	if i >= len(t) || lang.HasPrefix(t, i, "台阶") {
		return nil, 0 // 两个百亿台阶
	}
	if t[i] == '个' && lang.PrefixLen(t, i+1, "百分", "千分") > 0 {
		if v, n := u.names.Match(t, i+1); n > 0 {
			return v, n + 1
		}
	}
	v, n = u.names.Match(t, i)
	if n == 2 && lang.PrefixLen(t, i, daily...) > 0 {
		v, n = u.names.Match(t[:i+1], i) // 3个|日间照料中心
	}
	if n == 0 || i+n+1 >= len(t) || t[i+n] != '/' {
		return v, n
	}
	j := i + n + 1
	for lang.ScaleOf(lang.At(t, j)) > 0 {
		j++
	}
	w, m := u.names.Match(t, j)
	if m == 0 {
		return v, n
	}
	if per := j - (i + n + 1); per > 0 { // 批次/千人
		name := v.Name + "/" + string(t[j-per:j]) + w.Name
		return &lang.Unit{Name: name, Dim: "rate"}, n + 1 + per + m
	}
	c := &lang.Unit{Name: v.Name + "/" + w.Name, Dim: compoundDim(v.Dim, w.Dim), SIUnit: ""}
	if v.SI != nil && w.SI != nil && w.SI.Sign() != 0 {
		c.SI = new(big.Rat).Quo(v.SI, w.SI)
		c.SIUnit = v.SIUnit + "/" + w.SIUnit
	}
	return c, n + 1 + m
}

func compoundDim(a, b string) string {
	switch {
	case a == "mass" && b == "volume":
		return "concentration"
	case a == "money":
		return "price"
	}
	return a + "/" + b
}

// Starts tells how long the unit at t[i] is, 0 if none: what numerals ask so
// that the 千 of 千瓦 is not taken for a scale. 千 before a classifier or 元
// is a scale.
func (u *Units) Starts(t []rune) num.UnitAt { return u.starts(&t) }

// starts is Starts for the text that stands at t when it is asked.
func (u *Units) starts(t *[]rune) num.UnitAt {
	return func(i int) int {
		_, n := u.names.Match(*t, i)
		return n
	}
}

// named is the unit of that name, nil if the tables have none.
func (u *Units) named(name string) *lang.Unit {
	v, n := u.names.Match([]rune(name), 0)
	if n != len([]rune(name)) {
		return nil
	}
	return v
}
