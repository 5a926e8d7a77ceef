package extract

import (
	"math/big"
	"strings"

	"zhibiao/lexicon"
)

// unit is a unit of measurement or a classifier, as the tables have it.
type unit struct {
	name   string
	dim    string
	si     *big.Rat // nil where it converts to nothing (money, counts)
	siUnit string
	class  bool // a classifier
	weak   bool // lists or names more often than it counts
	noun   bool // says itself what is counted
}

// units finds units in text.
type units struct {
	names trie[*unit]
}

func newUnits(lex *lexicon.Lexicon) *units {
	u := &units{}
	add := func(name string, v *unit) {
		r := []rune(name)
		if len(r) == 0 {
			return
		}
		u.names.add(r, v)
	}
	for _, l := range lex.Units {
		v := &unit{name: l.Name, dim: l.Dimension, siUnit: l.SIUnit}
		if l.SIFactor != "" {
			if r, ok := new(big.Rat).SetString(l.SIFactor); ok {
				v.si = r
			}
		}
		add(l.Name, v)
		for _, a := range l.Aliases {
			add(a, written(v, a))
		}
	}
	for _, c := range lex.Classifiers {
		add(c.Name, &unit{name: c.Name, dim: "count", class: true, weak: c.Weak, noun: c.Noun})
	}
	return u
}

// written keeps the name of a unit that is written in words of its own (千克
// stays 千克, 标准箱 stays 标准箱); signs and letters take the unit's name.
func written(v *unit, alias string) *unit {
	if v.dim == "money" || strings.HasPrefix(alias, "个") || strings.HasPrefix(alias, "月") {
		return v
	}
	for _, r := range alias {
		if !isHan(r) {
			return v
		}
	}
	w := *v
	w.name = alias
	return &w
}

// at returns the longest unit that starts at t[i] and its length, with the
// compound X/Y where a slash and a second unit follow.
func (u *units) at(t []rune, i int) (v *unit, n int) {
	if i >= len(t) {
		return nil, 0
	}
	if t[i] == '个' && i+2 < len(t) && (t[i+1] == '百' && t[i+2] == '分' || t[i+1] == '千' && t[i+2] == '分' || t[i+1] == '月') {
		if v, n := u.names.match(t, i+1); n > 0 && t[i+1] != '月' {
			return v, n + 1
		}
	}
	v, n = u.names.match(t, i)
	if n == 0 || i+n+1 >= len(t) || t[i+n] != '/' {
		return v, n
	}
	w, m := u.names.match(t, i+n+1)
	if m == 0 {
		return v, n
	}
	c := &unit{name: v.name + "/" + w.name, dim: compoundDim(v.dim, w.dim), siUnit: ""}
	if v.si != nil && w.si != nil && w.si.Sign() != 0 {
		c.si = new(big.Rat).Quo(v.si, w.si)
		c.siUnit = v.siUnit + "/" + w.siUnit
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

// starts tells how long the unit at t[i] is, 0 if none: what numerals ask so
// that the 千 of 千瓦 is not taken for a scale. 千 before a classifier or 元
// is a scale.
func (u *units) starts(t []rune) unitAt {
	return func(i int) int {
		if i+1 >= len(t) || scaleOf(t[i]) == 0 {
			return 0
		}
		_, n := u.names.match(t, i)
		return n
	}
}

// isTime tells whether v counts time.
func (v *unit) isTime() bool {
	if v == nil {
		return false
	}
	if v.dim == "time" {
		return true
	}
	switch v.name {
	case "年", "个月", "月", "天", "日", "小时", "分钟", "秒", "周", "周年", "岁", "周岁", "工作日":
		return true
	}
	return false
}
