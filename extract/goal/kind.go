package goal

import (
	"unicode"

	"zhibiao/extract/lang"
	"zhibiao/han"
)

// Kinds is a set of kinds of goals, for telling cheaply which patterns a
// clause is worth.
type Kinds uint8

const (
	Sync     Kinds = 1 << iota // 与经济增长同步
	Compare                    // 高于全国平均水平
	Assigned                   // 完成国家下达目标
	Floor                      // 只增不减, 正增长, 持平
	Among                      // 稳步增长, 基本平衡, 完成目标任务: among the main goals only
	meets                      // a verb that meets a standard, which Assigned needs
)

// pairs are two characters side by side that tell the kinds, where a thing may end behind
// those of Assigned.
var pairs = []struct {
	first, second string
	kinds         Kinds
}{
	{"完达符满落实", "成到合足实现", meets},
	{"同", "步", Sync},
	{"高快好优低慢", "于", Compare | meets},
	{"高快好优低慢", "出", Compare},
	{"超跑领", "过赢先", Compare},
	{"平", "均", Compare},
	{"平", "衡稳", Among},
	{"任目要指标范计控", "务标求准围划制", Assigned | Among},
	{"任目要指标范计控", "制", meets},
	{"不", "减", Floor},
	{"不", "突超低", meets},
	{"持", "平", Floor},
	{"持", "续", Among},
	{"正", "增", Floor},
}

// The characters that words of goals begin with, those that pairs end with, and those that words
// of goals among the main ones begin with.
var (
	firsts, seconds = func() (*han.Table, *han.Table) {
		a, b := mains, ""
		for _, p := range pairs {
			a, b = a+p.first, b+p.second
		}
		return han.NewTable(a), han.NewTable(b)
	}()
	among = han.NewTable(mains)
)

const mains = "稳合适进继逐明显较提有总基大量回保促"

// KindsOf tells what kinds of goals t may state.
func KindsOf(t []rune) (k Kinds) {
	for i := 0; i+1 < len(t); i++ {
		switch {
		case !firsts.Has(t[i]): // as most
		case among.Has(t[i]):
			k |= Among
		case seconds.Has(t[i+1]):
			for _, p := range pairs {
				if han.In(t[i], p.first) && han.In(t[i+1], p.second) && (p.kinds&Assigned == 0 || endsThing(t, i+2)) {
					k |= p.kinds
				}
			}
		}
	}
	if k&meets == 0 {
		k &^= Assigned
	}
	return k &^ meets
}

// endsThing tells whether what was set (thingWords: 任务, 控制数) may end at t[i],
// and the statement with it.
func endsThing(t []rune, i int) bool {
	if lang.ClauseEnd(t, i) {
		return true
	}
	switch t[i] {
	case '值', '数', '线', '以', '之', '内', '、', '（', '(':
		return true
	}
	return unicode.IsSpace(t[i])
}
