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
)

// The characters that words of goals among the main ones begin with, and those of the
// pairs that tell the other kinds.
var (
	among = han.NewTable("稳合适进继逐明显较提有总基大量回保促")
	tells = han.NewTable("完达符满落实同高快好优低慢超跑领平任目要指标范计控不持正")
)

// KindsOf tells what kinds of goals t may state, by pairs of runes.
func KindsOf(t []rune) Kinds {
	var k Kinds
	done := false // a verb that meets a standard
	for i := 0; i+1 < len(t); i++ {
		if among.Has(t[i]) {
			k |= Among
			continue
		}
		if !tells.Has(t[i]) {
			continue
		}
		n := t[i+1]
		switch t[i] {
		case '完', '达', '符', '满', '落', '实':
			done = done || n == '成' || n == '到' || n == '合' || n == '足' || n == '实' || n == '现'
		case '同':
			if n == '步' {
				k |= Sync
			}
		case '高', '快', '好', '优', '低', '慢':
			if n == '于' {
				k |= Compare
				done = true
			}
			if n == '出' {
				k |= Compare
			}
		case '超', '跑', '领':
			if n == '过' || n == '赢' || n == '先' {
				k |= Compare
			}
		case '平':
			switch n {
			case '均':
				k |= Compare
			case '衡', '稳':
				k |= Among
			}
		case '任', '目', '要', '指', '标', '范', '计', '控':
			switch n {
			case '务', '标', '求', '准', '围', '划', '制':
				if endsThing(t, i+2) {
					k |= Assigned | Among
				}
			}
			done = done || n == '制'
		case '不':
			if n == '减' {
				k |= Floor
			}
			done = done || n == '突' || n == '超' || n == '低'
		case '持':
			if n == '平' {
				k |= Floor
			}
			if n == '续' {
				k |= Among
			}
		case '正':
			if n == '增' {
				k |= Floor
			}
		}
	}
	if !done {
		k &^= Assigned
	}
	return k
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
