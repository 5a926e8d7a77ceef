package table

import (
	"math/big"
	"regexp"
	"strings"

	"zhibiao/extract/lang"
)

// unit is a unit with its scale: 万吨 is 10⁴ 吨.
type unit struct {
	unit    *lang.Unit // nil where there is none
	scale   int        // power of ten
	written string
}

func (u unit) ok() bool { return u.unit != nil }

// ratio tells %, ‰ and what else compares.
func (u unit) ratio() bool { return u.unit != nil && u.unit.Dim == "ratio" }

func (u unit) name() string {
	if u.unit == nil {
		return ""
	}
	return u.unit.Name
}

// factor is what a number is multiplied with.
func (u unit) factor() *big.Rat {
	return new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(u.scale)), nil))
}

var unitNoise = strings.NewReplacer("±", "", "＋", "", "+", "", " ", "", "％", "%", "（", "", "）", "", "(", "", ")", "")

// parse reads all of s as a unit: 万人, 亿元, %, 元/人.
func (r *Reader) parse(s string) (unit, bool) {
	s = unitNoise.Replace(s)
	s = strings.TrimLeft(s, "-")
	t := []rune(s)
	if len(t) == 0 || len(t) > 12 {
		return unit{}, false
	}
	u := unit{written: s}
	for i := 0; i < len(t); i++ {
		if v, n := r.units.At(t, i); n > 0 && i+n == len(t) {
			u.unit = v
			return u, true
		}
		scale := lang.ScaleOf(t[i])
		if scale == 0 {
			break
		}
		u.scale += scale
	}
	if left, right, ok := strings.Cut(s, "/"); ok { // 吨标准煤/万元 has no name but its own
		if l, ok := r.parse(left); ok && right != "" {
			return unit{unit: &lang.Unit{Name: strings.TrimPrefix(s, scaleWords(left)), Dim: "other"}, scale: l.scale, written: s}, true
		}
	}
	return unit{}, false
}

// scaleWords are the scale that a unit opens with: 万 of 万人.
func scaleWords(s string) string {
	for i, r := range s {
		if lang.ScaleOf(r) == 0 {
			return s[:i]
		}
	}
	return ""
}

// unknown makes a unit of what stands in a column of units and is not known:
// 蒸发量吨.
func unknown(s string) (unit, bool) {
	t := []rune(s)
	if len(t) == 0 || len(t) > 6 {
		return unit{}, false
	}
	for _, c := range t {
		if !lang.IsHan(c) && c != '/' {
			return unit{}, false
		}
	}
	return unit{unit: &lang.Unit{Name: s, Dim: "other"}, written: s}, true
}

var titleUnit = regexp.MustCompile(`(?:计量)?单位\s*[：:]\s*([^）)]+)`)

// titled are the units that a title line gives: 单位：亿元、%.
func (r *Reader) titled(line string) (us []unit) {
	m := titleUnit.FindStringSubmatch(line)
	if m == nil {
		return nil
	}
	for _, s := range strings.FieldsFunc(m[1], func(c rune) bool { return strings.ContainsRune("、，,；; \t", c) }) {
		if u, ok := r.parse(s); ok {
			us = append(us, u)
		}
	}
	return us
}
