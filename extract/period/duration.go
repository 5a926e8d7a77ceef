package period

import (
	"zhibiao/extract/lang"
	"zhibiao/extract/num"
	"zhibiao/extract/word"
)

// duration is a number of years with the words around it: 近3年, 五年来.
type duration struct {
	at, bare, end int    // where it starts, where 年 ends, where its last word ends
	pre           string // the word before the number
	years         int
	suf           string // the word behind 年
}

// before and behind are the words around a number of years, a longer one ahead
// of those that begin it.
var (
	beforeYears = []string{"连续", "过去的", "过去", "近", "今后的", "今后", "未来的", "未来", "前", "这", "头", "后", "最近"}
	behindYears = []string{"多来", "以来", "来", "间", "累计", "合计", "内", "时间", "共", "总计", "中"}
)

// durationAt reads 近3年, 五年来, 过去五年, 今后三年, 这五年, 5年, 三年间.
func durationAt(t []rune, i, from int) (d duration, ok bool) {
	j := i + lang.PrefixLen(t, i, beforeYears...)
	d.at, d.pre = i, string(t[i:j])
	if !num.Starts(lang.At(t, j)) || d.insideOther(t, from) {
		return d, false
	}
	n, good := num.Parse(t, j, num.NoUnits)
	if !good || n.Point || n.Seq || n.Pair || n.Scale > 1 && !n.Han || n.Val.Exp != 0 {
		return d, false
	}
	k := n.End
	if x := lang.PrefixLen(t, k, "个月", "个季度"); x > 0 && d.pre == "连续" {
		d.years, d.bare = 1, k+x // 连续21个月
		return d, true
	}
	if lang.HasPrefix(t, k, "个年头") {
		k += 2
	}
	if lang.At(t, k) != '年' || lang.At(t, k+1) == '半' {
		return d, false
	}
	d.years, d.bare = int(n.Val.Float()), k+1
	d.end = d.bare + lang.PrefixLen(t, d.bare, behindYears...)
	d.suf = string(t[d.bare:d.end])
	return d, d.years >= 1 && d.years <= 100
}

// insideOther tells whether d begins inside of another word: 提前五年, PM10年平均浓度, 几年.
func (d *duration) insideOther(t []rune, from int) bool {
	i := d.at
	switch d.pre {
	case "前":
		return i > from && t[i-1] == '提'
	case "":
		counts := lang.IsDigit(t[i]) || lang.DigitOf(t[i]) >= 0 || t[i] == '十'
		return !counts || i > from && lang.IsLatin(t[i-1])
	}
	return false
}

// duration reads a number of years as a period.
func (f *Finder) duration(t []rune, i, from int, w lang.When) (m lang.Mention, ok bool) {
	d, ok := durationAt(t, i, from)
	if !ok || w.Year == 0 {
		return lang.Mention{Start: i}, false
	}
	m = lang.Mention{Start: i, End: d.bare, Mark: d.years, Rule: "period.duration"}
	switch {
	case d.pre == "连续":
		m.Silent = true
	case d.comes():
		m.Span = lang.Years(w.Year, w.Year+d.years-1)
	case d.passed(w):
		m.Span, m.End = d.until(d.lastYear(w)), d.end
	case d.pre != "":
		return m, false
	case !w.Plan && lang.HasPrefix(t, d.bare, "平均"): // 两年平均增长
		m.Span = d.until(d.lastYear(w))
	case w.From > 0 && w.To-w.From+1 == d.years:
		m.Span = lang.Years(w.From, w.To)
	case !w.Plan && f.starts(t, d.bare, word.OverYears) > 0:
		m.Span = d.until(d.lastYear(w))
	case !w.Plan && d.opens(t, from):
		m.Span = d.until(d.lastYear(w))
	case w.Plan && f.ahead(&d, t):
		m.Span = lang.Years(w.Year, w.Year+d.years-1)
		m.Silent = i > from && t[i-1] == '的' // 从一九八一年到本世纪末的二十年内
	default:
		return m, false
	}
	return m, true
}

// opens tells whether d opens a clause of a review, on what was done over those years:
// 五年新建公园435个.
func (d *duration) opens(t []rune, from int) bool {
	if d.years != 5 || d.pre != "" || d.suf != "" || !lang.IsHan(lang.At(t, d.bare)) || lang.AnyAt(t, d.bare, "期计规级制后前的以是之勤春") {
		return false
	}
	return d.at == from || d.at > 0 && lang.IsHard(t[d.at-1]) || lang.AnyAt(t, d.at-1, "、")
}

// until is the years of d up to end.
func (d *duration) until(end int) lang.Span { return lang.Years(end-d.years+1, end) }

// comes tells whether d lies ahead: 今后三年.
func (d *duration) comes() bool {
	switch d.pre {
	case "今后", "今后的", "未来", "未来的":
		return true
	}
	return false
}

// ahead tells whether d, in a plan, is how long something takes from its year on:
// 三年内, 用3年时间, 三年建成.
func (f *Finder) ahead(d *duration, t []rune) bool {
	if d.years < 2 {
		return false
	}
	return d.suf == "内" || d.suf == "时间" || f.starts(t, d.bare, word.WithinYears) > 0
}

// past tells whether the words of d say that it is over: 过去五年, 三年来.
func (d *duration) past() bool {
	switch d.pre {
	case "近", "过去", "过去的":
		return true
	}
	return d.suf == "来" || d.suf == "以来"
}

// passed tells whether d ends with the years that the chapter speaks of.
func (d *duration) passed(w lang.When) bool {
	switch d.suf {
	case "累计", "共", "合计":
		return true
	case "间":
		return !w.Plan || d.past()
	}
	return d.pre == "这" || d.past()
}

// lastYear is the last year of d.
func (d *duration) lastYear(w lang.When) int {
	sameYears := w.From > 0 && w.From < w.To && w.To-w.From+1 == d.years
	switch {
	case w.To == 0, w.Plan && d.past() && !sameYears:
		return w.Year - 1
	}
	return w.To
}
