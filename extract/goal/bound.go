package goal

import (
	"strings"

	"zhibiao/extract/word"
)

// Bound is which way a standard binds: 高于, 快于, 以上, 稳步增长, 只增不减 bind
// from below (ge); 低于, 控制在…内, 持续下降 from above (le); 基本同步, 持平 are
// approx, 同步 and 完成…目标 eq. 优于 is better: below where less is better.
// modifier is the verb that says so, "" for eq.
func (m *Match) Bound(words *word.Table, lessIsBetter bool) (bound, modifier string) {
	// The longer word decides: 不低于, not 低于.
	below, above := len(words.Match(m.verb, word.BindsBelow)), len(words.Match(m.verb, word.BindsAbove))
	switch {
	case strings.Contains(m.verb, "优于") || strings.Contains(m.verb, "好于"):
		if lessIsBetter {
			return "le", m.verb
		}
		return "ge", m.verb
	case above > 0 && above >= below:
		return "le", m.verb
	case below > 0, m.ID == "goal.trend" && words.Has(m.verb, word.Rises):
		return "ge", m.verb
	case words.Has(m.verb, word.Roughly):
		return "approx", m.verb
	}
	return "eq", ""
}
