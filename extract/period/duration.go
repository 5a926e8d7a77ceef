package period

import (
	"strings"

	"zhibiao/extract/lang"
	"zhibiao/extract/num"
)

// duration reads 近3年, 五年来, 过去五年, 今后三年, 这五年, 5年, 三年间.
func (f *Finder) duration(t []rune, i, from int, w lang.When) (m lang.Mention, ok bool) {
	m.Start = i
	j := i
	pre := ""
	for _, p := range []string{"连续", "过去的", "过去", "近", "今后的", "今后", "未来的", "未来", "前", "这", "头", "后", "最近"} {
		if lang.HasPrefix(t, j, p) {
			pre = p
			j += len([]rune(p))
			break
		}
	}
	if pre == "前" && i > from && t[i-1] == '提' {
		return m, false
	}
	if pre == "" && i > from && lang.IsLatin(t[i-1]) { // PM10年平均浓度
		return m, false
	}
	if pre == "" && !lang.IsDigit(t[i]) && lang.DigitOf(t[i]) < 0 && t[i] != '十' {
		return m, false
	}
	if j >= len(t) || !num.Starts(t[j]) {
		return m, false
	}
	num, good := num.Parse(t, j, num.NoUnits)
	if !good || num.Point || num.Seq || num.Scale > 1 && !num.Han || num.Val.Exp != 0 {
		return m, false
	}
	k := num.End
	if lang.HasPrefix(t, k, "个年头") {
		k += 2
	}
	if k >= len(t) || t[k] != '年' || lang.At(t, k+1) == '半' {
		return m, false
	}
	k++
	n := int(num.Val.Float())
	if n < 1 || n > 100 || num.Pair {
		return m, false
	}
	suf := ""
	for _, p := range []string{"多来", "以来", "来", "间", "累计", "合计", "内", "时间", "共", "总计", "中"} {
		if lang.HasPrefix(t, k, p) {
			suf = p
			break
		}
	}
	end := w.To
	if end == 0 {
		end = w.Year - 1
	}
	m.Mark = n
	m.Rule = "period.duration"
	m.End = k
	switch {
	case pre == "连续":
		m.Silent = true
	case strings.HasPrefix(pre, "今后") || strings.HasPrefix(pre, "未来"):
		if w.Year == 0 {
			return m, false
		}
		m.Span = lang.Years(w.Year, w.Year+n-1)
	case pre == "近" || pre == "这" || strings.HasPrefix(pre, "过去") || suf == "来" || suf == "以来" || suf == "间" && !w.Plan || suf == "累计" || suf == "共" || suf == "合计":
		if w.Plan && (pre == "近" || strings.HasPrefix(pre, "过去") || suf == "来" || suf == "以来") && w.From == w.To {
			end = w.Year - 1
		}
		if pre == "" && (suf == "来" || suf == "以来") && w.From > 0 && w.To-w.From+1 == n {
			end = w.To
		}
		m.Span = lang.Years(end-n+1, end)
		m.End = k + len([]rune(suf))
	case pre == "" && !w.Plan && lang.HasPrefix(t, k, "平均"): // 两年平均增长
		m.Span = lang.Years(end-n+1, end)
	case pre == "" && w.From > 0 && w.To-w.From+1 == n:
		m.Span = lang.Years(w.From, w.To)
	case pre == "" && !w.Plan && (lang.HasPrefix(t, k, "增长") || lang.HasPrefix(t, k, "投资") || lang.HasPrefix(t, k, "投入") || lang.HasPrefix(t, k, "新增") || lang.HasPrefix(t, k, "完成") || lang.HasPrefix(t, k, "年均")):
		m.Span = lang.Years(end-n+1, end)
	case w.Plan && (suf == "内" || suf == "时间") && w.Year > 0:
		m.Span = lang.Years(w.Year, w.Year+n-1)
		m.Silent = true
	default:
		return m, false
	}
	if w.Year == 0 {
		return m, false
	}
	return m, true
}
