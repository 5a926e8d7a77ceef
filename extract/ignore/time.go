package ignore

import (
	"slices"
	"strings"

	"zhibiao/extract/lang"
	"zhibiao/extract/word"
)

// duration: a time that only says how long something went on.
func (p *place) duration() string {
	if !p.q.Unit.IsTime() {
		return ""
	}
	if p.workedHours() {
		return ""
	}
	early := lang.IsHan(p.next) && p.q.Before >= p.from+2 && lang.HasPrefix(p.t, p.q.Before-2, "提前") // 提前两年完成目标
	if early || !p.isAge() && !p.measuresTime() {
		return "duration"
	}
	return ""
}

// worked are the units of hours of service or lessons.
var worked = []string{"小时", "学时", "课时"}

// workedHours tells whether hours are so many that they are counted: 志愿服务[3840小时].
func (p *place) workedHours() bool {
	const many = 100
	return slices.Contains(worked, p.q.Unit.Name) && p.q.Num.Val.Float() >= many && !lang.IsHan(p.next)
}

func (p *place) isAge() bool { return p.q.Unit.Name == "岁" || p.q.Unit.Name == "周岁" }

// age: 60岁以上老人, but how long people live is measured.
func (p *place) age() string {
	if !p.isAge() {
		return ""
	}
	if strings.Contains(string(p.t[max(p.from, p.q.Before-12):p.q.Before]), "寿命") {
		return "" // 平均寿命达到70岁左右
	}
	if boundedBehind(p) || lang.IsHan(p.next) && p.next != '提' {
		return "age"
	}
	return ""
}

// measuresTime: the clause speaks of how long, not since when.
func (p *place) measuresTime() bool {
	t, q, from := p.t, p.q, p.from
	k := q.Before - 1
	for n := 0; k >= from && n < 10; k, n = k-1, n+1 {
		if lang.IsHard(t[k]) {
			break
		}
	}
	w := string(t[max(k+1, from):q.Before])
	return p.words.Has(w, word.HowLong) || p.words.LenAt(t, q.After, word.ChangesTime) > 0
}
