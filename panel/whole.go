package panel

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"zhibiao/dataset"
	"zhibiao/han"
)

// whole tells whether a fact speaks of the whole region and the whole year, as
// far as the words around it say, which it returns where it has read them.
func whole(f *dataset.FactRow, text []rune) (w words, ok bool) {
	start, end := int(f.QuoteStart), int(f.QuoteEnd)
	if start < 0 || start > end || end > len(text) || f.Scope == "part" || f.Scope == "elsewhere" {
		return w, false
	}
	if start > 0 && (text[start-1] == '从' || text[start-1] == '由') || defines(text[end:]) || isStandard(text[end:]) {
		return w, false
	}
	w = around(f, text)
	return w, !w.several(f) && !w.part(f) && !w.wider(f.Indicator) && (!step(text[end:]) || strings.Contains(w.lead, "首次"))
}

// words are what stands around a fact.
type words struct {
	prefix string // the subject's clause up to the subject
	owner  string // the same with the subject
	lead   string // what leads up to the number: 累计达
	follow string // the next few characters

	text []rune
	at   int // where the number stands in it
}

// passed is the sentence up to the number.
func (w *words) passed() []rune { return w.text[sentenceEnds.Back(w.text, w.at, longestSentence):w.at] }

// What ends a clause, a member of a list, a sentence, a paragraph.
var (
	clauseEnds   = han.NewSet("，；。！？：,;:\n（(")
	listEnds     = han.NewSet("，；。！？：,;:\n（(、")
	sentenceEnds = han.NewSet("。\n")
	lineEnd      = han.NewSet("\n")
)

// How long these are at most, in code points.
const (
	longestClause    = 300
	longestSentence  = 1000
	longestParagraph = 5000
)

// around reads the words around a fact. Where its subject stands nowhere in
// one piece, only those that lead up to the number are known.
func around(f *dataset.FactRow, text []rune) words {
	w := words{
		text: text, at: int(f.QuoteStart),
		lead:   back(text, int(f.QuoteStart), &listEnds, longestClause),
		follow: han.String(text[f.QuoteEnd:min(len(text), int(f.QuoteEnd)+10)]),
	}
	if f.SubjectStart != nil && f.SubjectEnd != nil && 0 <= *f.SubjectStart && *f.SubjectStart <= *f.SubjectEnd && int(*f.SubjectEnd) <= len(text) {
		w.prefix = back(text, int(*f.SubjectStart), &clauseEnds, longestClause)
		w.owner = w.prefix + han.String(text[*f.SubjectStart:*f.SubjectEnd])
	}
	return w
}

// back is the text before at, back to one of ends, most characters at most.
func back(text []rune, at int, ends *han.Set, most int) string {
	return han.String(text[ends.Back(text, at, most):at])
}

var (
	severalYears = han.NewWords("年均|每年|连续|累计|始终|历年")
	reached      = han.NewWords("达|升至|增至|减至|降至|高到|加到|少到|低到|到到")
	yearSigns    = han.NewSet("年”\"")
	afterPlan    = han.Guarded("五", `^[、，]?[较比][“"].{1,2}五[”"](时期|期间|[^时期末])`)
)

// several tells whether the words speak of several years: 五年累计, 年均, or
// 较“十三五”增长 behind the number. What is reached after several years is the
// last one's; of the rest only the headline indicators are, unless they sum.
func (w *words) several(f *dataset.FactRow) bool {
	s := w.owner + w.lead
	switch {
	case severalYears.In(s):
		return !strings.Contains(s, "全年累计")
	case afterPlan.MatchString(w.follow):
		return true
	}
	h, known := headlines[f.Indicator]
	if known && !h.sums {
		return yearSigns.In(s) && someYears([]rune(s)) >= 0 && !reached.In(w.lead)
	}
	passed := w.passed()
	if oneYear(passed) >= 0 || !known && (f.Dimension == "ratio" || reached.In(w.lead)) {
		return false
	}
	if section := []rune(f.Section); someYears(notInARow(passed)) < 0 && (someYears(section) < 0 || oneYear(section) >= 0) {
		return false
	}
	// The whole paragraph last: it is long, and few facts need it.
	before := w.text[lineEnd.Back(w.text, w.at, longestParagraph):w.at]
	return oneYear(before) <= someYears(notInARow(before))
}

// inARow counts years and sums nothing: 连续6年增产.
var inARow = regexp.MustCompile(`连续[^，；。]{1,3}年`)

// notInARow is t without what inARow counts.
func notInARow(t []rune) []rune {
	if !han.Contains(t, []rune("连续")) {
		return t
	}
	return []rune(inARow.ReplaceAllString(string(t), ""))
}

// newly begins what a year adds: 新增, 新建, 新认定. It stands before the first
// of a list and goes for all of it.
var newly = han.Guarded("新净", `新(增|建|改|认定|培育|引进|开工?|投|设|签|落户|组建|成立|立|添)|净增`)

// added tells whether a level is what the year added to a stock that other
// reports give as a whole.
func (w *words) added(f *dataset.FactRow) bool {
	if _, known := headlines[f.Indicator]; known {
		return false
	}
	return !reached.In(w.lead) && (newly.MatchString(f.Action) || strings.HasPrefix(f.Action, "新") || newly.MatchString(w.prefix))
}

var (
	// parts are what figures of a part are said of.
	parts = han.NewWords("片区|开发区|园区|高新区|自贸|合作区|示范区|保税区|综保区|经济带|城市群|都市圈|县域")
	// alls name the whole region.
	alls = han.NewWords("全市|全省|全区|全县|全州|全盟|全旗|全疆|全国|我市|我省|我区|我县|我州|我盟|我旗|我国|本市|本省|本区|本县|本州|本盟|本旗|本国")
)

// part tells whether the words speak of a part: 班列带动全省进出口, or the 固投
// of a sentence about a development zone.
func (w *words) part(f *dataset.FactRow) bool {
	if containsAny(w.prefix, "带动", "拉动", "撬动", "贡献") {
		// 带动固定资产投资增长2% speaks of all of it, 带动进出口415亿元、增长11% of a part.
		return f.Measure != "growth" || !strings.Contains(w.lead, f.Subject)
	}
	if parts.In(f.Region) || alls.In(w.owner) {
		return false
	}
	return parts.In(w.prefix) || utf8.RuneCountInString(f.Subject) <= looseName && parts.In(han.String(w.passed()))
}

// wider tells whether the words speak of more than the indicator, or of what
// stands beside it: revenue that is not the region's own, expenditure after
// revenue.
func (w *words) wider(indicator string) bool {
	switch indicator {
	case "public_budget_revenue":
		return containsAny(w.owner, "辖区", "来源于", "全口径") || strings.Contains(w.lead, "支出")
	case "tax_revenue":
		return containsAny(w.owner, "辖区", "来源于", "全口径")
	}
	return false
}

var standard = regexp.MustCompile(`^(（[^）]{0,14}）)?作为[^，。；]{0,10}标准`)

// isStandard tells whether a number is a line that somebody drew: 2300元作为新的
// 扶贫标准.
func isStandard(after []rune) bool {
	return len(after) > 0 && (after[0] == '（' || after[0] == '作') && standard.MatchString(string(after[:min(len(after), 30)]))
}

// goalNouns may follow 5%左右的 without making it a thing's attribute.
var goalNouns = []string{"目标", "预期", "速度", "增速", "增长", "增幅", "水平", "幅度", "任务", "指标"}

// defines tells whether a number says which things are meant: 超500亿元的县域.
func defines(after []rune) bool {
	if len(after) == 0 || !han.In(after[0], "的以左") {
		return false
	}
	s := string(after[:min(len(after), 12)])
	for _, m := range []string{"以上", "以下", "以内", "左右"} {
		s = strings.TrimPrefix(s, m)
	}
	rest, ok := strings.CutPrefix(s, "的")
	return ok && !slices.ContainsFunc(goalNouns, func(n string) bool { return strings.Contains(rest, n) })
}

// step tells whether a number is a step on the way up: 跨上3万亿元台阶. 首次跃上 says
// that the year reached it.
func step(after []rune) bool { return startsBy(after, "台阶", "新台阶") }

// threshold tells whether a number is one that was passed, not one that was
// reached: 4000亿元台阶, 万亿元大关.
func threshold(after []rune) bool {
	return step(after) || startsBy(after, "大关", "关口", "新大关", "新关口")
}

func startsBy(t []rune, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return han.HasPrefix(t, 0, w) })
}

func containsAny(s string, subs ...string) bool {
	return slices.ContainsFunc(subs, func(sub string) bool { return strings.Contains(s, sub) })
}
