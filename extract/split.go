package extract

import (
	"zhibiao/extract/lang"
)

// split shares out the words between a quantity and the next one: right
// belongs to the first, gap[next:] to the second; shared words serve both.
func (c *context) split(q *lang.Quantity, gap []item, more bool) (right []item, next int, shared bool) {
	if len(gap) == 0 {
		return nil, 0, false
	}
	if isJoint(&gap[0]) {
		return nil, 1, false
	}
	if !more {
		// up to a pause behind which a new verb or rank starts
		for i := 1; i < len(gap); i++ {
			if gap[i].kind == pause && i+1 < len(gap) && gap[i+1].isVerb() && !nominal[gap[i+1].text] {
				return gap[:i], i + 1, false
			}
		}
		return gap, len(gap), false
	}
	last := -1
	for i := len(gap) - 1; i > 0; i-- {
		if isJoint(&gap[i]) {
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
			if isJoint(&gap[i]) && i+1 < len(gap) && (gap[i+1].isVerb() && !nominal[gap[i+1].text] || gap[i].text == "，") {
				return gap[:i], i + 1, false
			}
		}
		for i := 1; i < len(gap); i++ {
			if isJoint(&gap[i]) {
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
func namesAnother(gap []item) bool {
	for i := range gap {
		if gap[i].isVerb() || attribute[gap[i].text] || gap[i].pos == "p" || gap[i].text == "的" {
			return true
		}
	}
	n := 0
	for i := range gap {
		n += gap[i].end - gap[i].start
	}
	return n > 3
}

func isJoint(it *item) bool {
	return it.kind == pause || it.kind == word && (it.text == "和" || it.text == "及" || it.text == "与" || it.text == "以及" || it.text == "并" || it.text == "且" || it.text == "、")
}

func onlyJoints(items []item) bool {
	for i := range items {
		if !isJoint(&items[i]) && (items[i].kind != word || !falling[items[i].text]) {
			return false
		}
	}
	return true
}
