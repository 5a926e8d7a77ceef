package report

import (
	"slices"
	"strings"

	"zhibiao/han"
)

// closings are the words that the heading of a chapter ends in.
var closings = []string{"回顾", "总结", "安排", "任务", "目标", "部署", "要求", "思路", "建议", "打算", "成就", "展望", "情况", "工作", "重点"}

// closers are the characters of closings.
var closers = han.NewSet(strings.Join(closings, ""))

// endsTitle tells whether t ends in one of closings or in 说明.
func endsTitle(t []rune) bool {
	end := string(t[max(0, len(t)-2):])
	return end == "说明" || slices.Contains(closings, end)
}

// openings are words that a sentence begins with and no heading goes on with.
var openings = []string{"今年是", "今年，", "今年以来", "去年，", "去年是", "过去一年", "过去的一年", "过去五年", "过去的五年", "刚刚过去", "一年来", "五年来", "这五年", "各位代表", "新的一年"}

// runOn is where the own words of a heading end that a sentence follows in the
// same line without a mark between them (一、2021年工作回顾2021年是…), or after a gap
// that the source has there, or of a numbered heading behind a colon. It is 0 where t, which starts
// at the number of mark m, is no such line. raw holds the place of each rune of
// t in the source.
func runOn(t []rune, raw []int32, m mark) int {
	for i := m.size + 4; i < min(len(t)-8, m.size+40) && !han.EndsSentence(t[i-1]) && t[i-1] != '，' && t[i-1] != '；'; i++ {
		if !closers.Has(t[i-1]) || !slices.Contains(closings, string(t[i-2:i])) {
			continue
		}
		rest := string(t[i:min(len(t), i+80)])
		switch gap := raw[i]-raw[i-1] > 1; {
		case !strings.ContainsAny(rest, "，。；："):
			return 0
		case m.style != noMark && (t[i] == '：' || t[i] == ':'):
			return i + 1
		case gap && han.Is(t[i]), opensSentence(rest):
			return i
		}
	}
	return 0
}

// opensSentence tells whether s begins as a sentence does: 2021年是…, 今年以来,
// 五年来.
func opensSentence(s string) bool {
	if slices.ContainsFunc(openings, func(w string) bool { return strings.HasPrefix(s, w) }) {
		return true
	}
	ys := years(cutRunes(s, 8))
	if len(ys) == 0 || ys[0].at > 0 {
		return false
	}
	rest := s[ys[0].end:]
	return slices.ContainsFunc([]string{"是", "，", "我市", "我县", "我区", "我省", "全市", "全县", "全区", "全省", "以来", "，我们"}, func(w string) bool { return strings.HasPrefix(rest, w) })
}
