package ignore

import (
	"strings"

	"zhibiao/extract/lang"
)

// duration: a time that only says how long something went on.
func (p *place) duration() string {
	if p.q.Unit.IsTime() && lang.IsHan(p.next) && p.q.Before >= p.from+2 && lang.HasPrefix(p.t, p.q.Before-2, "提前") {
		return "duration" // 提前两年完成目标
	}
	if u := p.q.Unit; u.IsTime() && u.Name != "岁" && u.Name != "周岁" && !measuresTime(p.t, p.q, p.from) {
		return "duration"
	}
	return ""
}

// age: 60岁以上老人.
func (p *place) age() string {
	if u := p.q.Unit; u.Name != "岁" && u.Name != "周岁" {
		return ""
	}
	qualifies := lang.IsHan(p.next) && p.next != '提'
	if p.q.After > p.q.End || p.next == '的' || qualifies {
		return "age"
	}
	return ""
}

// measuresTime: the clause speaks of how long, not since when.
func measuresTime(t []rune, q *lang.Quantity, from int) bool {
	k := q.Before - 1
	for n := 0; k >= from && n < 10; k, n = k-1, n+1 {
		if lang.IsHard(t[k]) {
			break
		}
	}
	w := string(t[max(k+1, from):q.Before])
	for _, s := range [...]string{"缩短", "压缩", "延长", "减少", "增加", "增长", "净增", "时间", "时长", "寿命", "天数", "工期", "周期", "时限", "用时", "压减", "提高到", "提升到", "达到", "达", "年限", "期限", "提前", "快", "降至", "缩至", "控制在", "减至", "由原来", "从原来", "由过去"} {
		if strings.Contains(w, s) {
			return true
		}
	}
	return lang.PrefixLen(t, q.After, "缩短", "压缩", "压减", "减少", "延长", "缩减") > 0
}
