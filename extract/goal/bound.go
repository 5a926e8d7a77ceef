package goal

import (
	"slices"
	"strings"
)

// Bound is which way a standard binds: 高于, 快于, 以上, 稳步增长, 只增不减 bind
// from below (ge); 低于, 控制在…内, 持续下降 from above (le); 基本同步, 持平 are
// approx, 同步 and 完成…目标 eq. 优于 is better: below where less is better.
// modifier is the verb that says so, "" for eq.
func (m *Match) Bound(lessIsBetter bool) (bound, modifier string) {
	has := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(m.verb, w) })
	}
	switch {
	case has("优于", "好于"):
		if lessIsBetter {
			return "le", m.verb
		}
		return "ge", m.verb
	case has("不低于", "不少于", "不慢于", "不减少"):
		return "ge", m.verb
	case has("低于", "慢于", "不高于", "不超过", "不突破", "控制在", "以内", "下降", "降低", "减少", "缩小", "收窄", "有降"):
		return "le", m.verb
	case has("高于", "快于", "高出", "大于", "超过", "跑赢", "领先", "以上", "增不减", "正增长"):
		return "ge", m.verb
	case m.ID == "goal.trend" && has("增长", "提升", "提高", "增加", "上升", "扩大", "有升"):
		return "ge", m.verb
	case has("基本", "大体", "总体", "大致", "持平", "左右"):
		return "approx", m.verb
	}
	return "eq", ""
}
