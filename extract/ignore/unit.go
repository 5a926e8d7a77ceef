package ignore

import (
	"strings"

	"zhibiao/extract/lang"
)

// section: the number of a section opens the sentence: 2.2本项目.
func (p *place) section() string {
	n := &p.q.Num
	if p.q.Start == p.from && n.Point && n.Scale == 0 && p.q.Unit.Class {
		return "ordinal"
	}
	return ""
}

// plain tells whether the quantity has no modifier.
func (p *place) plain() bool { return p.q.Before == p.q.Start && p.q.After == p.q.End }

// slogan: 千人计划, 万人评议.
func (p *place) slogan() string {
	n := &p.q.Num
	if n.Bare && n.End-n.Start == 1 && n.Fuzz == 0 && p.q.Unit.Class && p.plain() {
		return "name"
	}
	return ""
}

// unitAlone: a unit with its scale and no number: （亿元）, 单位：万人.
func (p *place) unitAlone() string {
	q, n := p.q, &p.q.Num
	if !n.Bare || q.Before < q.Start || n.Fuzz != 0 {
		return ""
	}
	if n.End-n.Start == 1 && n.Scale >= 4 && q.After == q.End && !lang.IsHan(p.next) {
		if !lang.AnyAt([]rune{p.prev}, 0, "达到至破数") {
			return "unit"
		}
		return ""
	}
	if outer(p.prev, "（(/、 \t") && outer(p.next, "/、 \t") {
		return "unit"
	}
	return ""
}

// outer tells whether r parts a number from the words around it.
func outer(r rune, marks string) bool {
	return r == 0 || lang.IsHard(r) || lang.AnyAt([]rune{r}, 0, marks)
}

// unitInName: 318国道, 208路公交, 北纬30度.
func (p *place) unitInName() string {
	switch p.q.Unit.Name {
	case "国":
		if p.next == '道' {
			return "name"
		}
	case "路":
		if p.next == '公' {
			return "name"
		}
	case "度":
		if lang.PrefixLen(p.t, max(p.from, p.q.Start-2), "北纬", "东经", "南纬") > 0 {
			return "name"
		}
	}
	return ""
}

// grade: 百亿级, 三级, 亿元镇, 百吨.
func (p *place) grade() string {
	n, u := &p.q.Num, p.q.Unit
	switch {
	case u.Name == "级" && (n.Scale > 0 || n.Han):
		return "name"
	case p.next == '级' && (!u.Class || n.Bare || n.Scale > 0):
		return "name"
	case n.Bare && u.Dim == "money" && lang.AnyAt([]rune{p.next}, 0, "楼镇村县"):
		return "name"
	case n.Bare && p.plain() && !u.Class && u.Dim != "money" && u.Dim != "ratio":
		return "name"
	}
	return ""
}

// step: 迈上三个台阶.
func (p *place) step() string {
	tail := string(p.t[p.q.End:min(p.to, p.q.After+6)])
	if p.q.Unit.Class && (strings.Contains(tail, "台阶") || strings.Contains(tail, "大关") || strings.Contains(tail, "级关口")) {
		return "a step, not a count"
	}
	return ""
}

// weakUnit: units that list or name more often than they count: 两位数, 三大.
func (p *place) weakUnit() string {
	n, u := &p.q.Num, p.q.Unit
	switch {
	case u.Name == "位" && (p.next == '数' || p.next == '一'), u.Weak && n.Bare:
		return "name"
	case u.Weak && p.q.Small():
		return "lists or names"
	case u.Name == "起" && n.Han && n.Val.Mant == 1 && !lang.AnyAt(p.t, p.q.End, "重特较火交事案安纠刑"):
		return "word" // 一起推进
	}
	return ""
}

// lists: units that list with a small Chinese numeral before them.
var lists = lang.Set(`年 级 期 届 市 区 县 省 镇 乡 村 地 方 点 线 带 步 路 国 天 日 度 声 头 手 面 心 山 河 江 湖 院 校 馆 站 港`)

// list: 三个方面, 一个企业.
func (p *place) list() string {
	q, u := p.q, p.q.Unit
	if !q.Small() || !u.Class {
		return ""
	}
	aspects := u.Name == "个" && lang.AnyAt(p.t, q.End, "方层阶维环转坚")
	line := u.Name == "条" && p.next == '线' || u.Name == "项" && p.next == '补'
	if aspects || line || lists[u.Name] || q.Num.Val.Mant == 1 {
		return "lists or names"
	}
	return ""
}

// clock: 5分 of 3时5分.
func (p *place) clock() string {
	u := p.q.Unit
	if (u.Name == "分" || u.Name == "秒") && lang.AnyAt([]rune{p.prev}, 0, "时点分") {
		return "date"
	}
	return ""
}

// oddUnit: 二度, 两, 四方 name more often than they measure.
func (p *place) oddUnit() string {
	switch u := p.q.Unit; {
	case u.Name == "度" && p.q.Small(), u.Name == "两", u.Name == "方" && p.q.Num.Han:
		return "name"
	}
	return ""
}
