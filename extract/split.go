package extract

import (
	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/word"
)

// split shares out the words between a quantity and the next one: right
// belongs to the first, gap[next:] to the second; shared words serve both.
func (c *context) split(q *lang.Quantity, gap []clause.Token, more bool) (right []clause.Token, next int, shared bool) {
	if len(gap) == 0 {
		return nil, 0, false
	}
	if clause.IsJoint(&gap[0]) {
		return nil, 1, false
	}
	if !more {
		// up to a pause behind which a new verb or rank starts
		for i := 1; i < len(gap); i++ {
			if gap[i].Kind == clause.Pause && i+1 < len(gap) && gap[i+1].IsVerb() && !gap[i+1].Is(word.Nominal) {
				return gap[:i], i + 1, false
			}
		}
		return gap, len(gap), false
	}
	last := -1
	for i := len(gap) - 1; i > 0; i-- {
		if clause.IsJoint(&gap[i]) {
			last = i
			break
		}
	}
	switch {
	case last == len(gap)-1:
		return gap[:last], len(gap), false
	case last > 0:
		// 道路大中修、积水改善 5 处: where the noun behind the first number goes
		// on is told by the verb that starts the second part.
		for i := 1; i < len(gap); i++ {
			if clause.IsJoint(&gap[i]) && i+1 < len(gap) && (gap[i+1].IsVerb() && !gap[i+1].Is(word.Nominal) || gap[i].Text == "，") {
				return gap[:i], i + 1, false
			}
		}
		for i := 1; i < len(gap); i++ {
			if clause.IsJoint(&gap[i]) {
				return gap[:i], i + 1, false
			}
		}
	}
	if !namesAnother(gap) && q.Counts() {
		return gap, len(gap), false // 2金3银1铜
	}
	return gap, 0, true
}

// namesAnother tells whether the words between two quantities hold a verb or a figure's name
// for the second.
func namesAnother(gap []clause.Token) bool {
	for i := range gap {
		if gap[i].IsVerb() || gap[i].Is(word.Attribute) || gap[i].Pos == "p" || gap[i].Text == "的" {
			return true
		}
	}
	n := 0
	for i := range gap {
		n += gap[i].End - gap[i].Start
	}
	return n > 3
}
