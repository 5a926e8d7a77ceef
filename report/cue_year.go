package report

import "strings"

// fiveYearsBehindHead tells a numbered paragraph whose text looks back on five
// years behind its heading (一是改革开放取得突破。五年来，).
func fiveYearsBehindHead(all string) bool {
	head, rest, _ := strings.Cut(all, "。")
	return parseMark([]rune(head)).style != noMark && fiveYears(rest)
}

func fiveYears(s string) bool {
	return indexOf(cutRunes(s, 8), "五年来", "这五年", "五年间", "过去五年", "过去的五年") >= 0
}

// planCue tells a sentence that turns to the year ahead.
func planCue(s, all string, y int) bool {
	return speaksOfYear(s, y) && containsAny(all, planWords...)
}

// planWords say that a year is planned, or what it is in a plan.
var planWords = []string{"总体要求", "预期目标", "主要目标", "总要求", "指导思想", "重点抓好", "重点做好", "工作重点", "主要任务", "工作思路", "总体思路", "关键一年", "第一年", "是实施", "是全面", "是贯彻", "是深入", "的一年", "要着力", "要全面", "我们要", "将重点", "工作安排", "新的一年", "建设年", "之年"}

// speaksOfYear tells whether a sentence is on the report's year y: 今年…, 2026年….
func speaksOfYear(s string, y int) bool {
	lead := cutRunes(s, 24)
	if startsBy(lead, "今年", "新的一年", "本年度", "按照今年", "综合考虑") {
		return true
	}
	if ys := years(lead); len(ys) > 0 && ys[0].at <= 12 && ys[0].year == y {
		return true
	}
	return containsAny(cutRunes(s, 40), "做好今年", "今年政府工作", "今年全市", "今年全省", "今年全区", "今年全县")
}

// lastYearCue tells a paragraph that turns to the year before the report's.
func lastYearCue(lead string, y int) bool {
	if ys := years(lead); len(ys) > 0 && ys[0].year == y-1 && turnsTo(lead, ys[0]) {
		return true
	}
	at := indexOf(lead, "过去一年", "过去的一年", "一年来", "去年以来", "这一年", "刚刚过去的一年")
	return at >= 0 && at <= 12 || strings.HasPrefix(lead, "去年，")
}

// turnsTo tells whether a year is what a lead goes over to: 2025年，…, 刚刚过去的2025年, but
// 2025年底.
func turnsTo(lead string, y yearMention) bool {
	before, behind := lead[:y.at], lead[y.end:]
	switch {
	case strings.HasSuffix(before, "刚刚过去的"):
		return true
	case startsBy(behind, "底", "末"):
		return false
	case y.at <= 9:
		return true
	}
	return y.at <= 24 && (strings.Contains(before, "过去的") || strings.HasPrefix(behind, "，是"))
}
