package table

import (
	"regexp"
	"strconv"
	"strings"

	"zhibiao/extract/lang"
)

// head is what the heads of a column, or a title, say of its figures.
type head struct {
	text      string
	unit      unit
	measure   string // growth, change, share, index, completion, or "" for an amount
	base      string
	period    lang.Span
	yearEnd   bool
	status    string
	noun      string // what is left once all that is taken out: 产量
	of        string // of a share or of what is completed: the noun of the whole
	qualifier string
	average   bool // 年均
	skip      bool // says something that makes no fact
}

var bracket = regexp.MustCompile(`[（(\[【]([^（()）\[\]【】]*)[）)\]】]`)

// readHead reads the text of a head. cur is the year that 本年 speaks of.
func (r *Reader) readHead(text string, cur int) head {
	h := head{text: text}
	rest := bracket.ReplaceAllStringFunc(text, func(m string) string {
		in := bracket.FindStringSubmatch(m)[1]
		return r.readBracket(&h, in)
	})
	if m := hundredWords.FindString(rest); m != "" {
		h.measure, h.qualifier = "index", m
		rest = strings.Replace(rest, m, "", 1)
	}
	rest = h.tailUnit(r, rest)
	rest = h.periodOf(rest, cur)
	rest = h.measureOf(rest)
	h.statusOf(rest)
	if h.measure == "completion" && h.status == "target" {
		h.status = "" // 为预算的% tells what came of it
	}
	h.noun = nounOf(rest)
	return h
}

var hundredWords = regexp.MustCompile(`以?上年(?:同期|同月)?\s*(?:价格)?\s*(?:为|=)\s*100`)

var hundred = regexp.MustCompile(`(?:为|=|＝)\s*100`)

// readBracket reads what stands in a bracket of a head, and returns what has
// to stay in its text.
func (r *Reader) readBracket(h *head, in string) string {
	s := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(in, "计量"), "单位"), "：")
	for _, part := range strings.FieldsFunc(s, func(c rune) bool { return strings.ContainsRune("、，,；; ", c) }) {
		if u, ok := r.parse(part); ok && !h.unit.ok() {
			h.unit = u
		}
	}
	switch {
	case h.unit.ok():
		if strings.ContainsAny(in, "±+") && h.measure == "" {
			h.measure = "growth"
		}
		return ""
	case hundred.MatchString(in):
		h.measure, h.qualifier = "index", strings.ReplaceAll(in, " ", "")
		return ""
	case strings.Contains(in, "不变价") || strings.Contains(in, "可比价") || strings.Contains(in, "现价") || strings.Contains(in, "当年价"):
		h.qualifier = in
		return ""
	}
	return in
}

// tailUnit reads a unit that ends a head without a bracket: 增长%, 比上年±%.
func (h *head) tailUnit(r *Reader, s string) string {
	t := strings.TrimRight(strings.ReplaceAll(s, "％", "%"), " ")
	if cut, ok := strings.CutSuffix(t, "%"); ok && !h.unit.ok() {
		h.unit, _ = r.parse("%")
		bare := strings.TrimRight(cut, "±+-—– ")
		if bare != cut && h.measure == "" {
			h.measure = "growth"
		}
		return bare
	}
	if u, ok := r.parse(t); ok && !h.unit.ok() && (u.scale > 0 || u.unit.Dim == "money" || u.unit.Dim == "mass") {
		h.unit = u
		return ""
	}
	return s
}

var (
	yearForm   = regexp.MustCompile(`((?:19|20)\d\d)\s*年?度?`)
	yearSpan   = regexp.MustCompile(`((?:19|20)\d\d)\s*年?\s*[-—~～至到]+\s*((?:19|20)\d\d)\s*年?`)
	monthSpan  = regexp.MustCompile(`(\d{1,2})月?\s*[-—~～至到]+\s*(\d{1,2})\s*月份?`)
	oneMonth   = regexp.MustCompile(`(\d{1,2})\s*月份?`)
	baseYear   = regexp.MustCompile(`[比较为占]\s*(?:19|20)\d\d\s*年?`)
	thisYear   = regexp.MustCompile(`本年度?|今年|当年|本期`)
	lastYear   = regexp.MustCompile(`上一?年度?同期|去年同期|上年度?|去年|上一年|上期`)
	compared   = regexp.MustCompile(`(?:同比|[比较为占](?:上一?年度?同期|去年同期|上年末|上年底|去年末|去年底|上年度?|去年|年初|上期|同期))`)
	yearEnd    = regexp.MustCompile(`年末|年底|期末|末`)
	partYear   = map[string][2]int{"上半年": {1, 6}, "下半年": {7, 12}, "一季度": {1, 3}, "第一季度": {1, 3}, "前三季度": {1, 9}, "三季度": {7, 9}, "二季度": {4, 6}, "四季度": {10, 12}}
	partOrder  = []string{"上半年", "下半年", "前三季度", "第一季度", "一季度", "二季度", "三季度", "四季度"}
	fiveYears  = regexp.MustCompile(`[“"]?十[一二三四五]五[”"]?(?:规划|时期|期间|末)*`)
	monthWords = regexp.MustCompile(`本月|当月`)
	yearToDate = regexp.MustCompile(`自年初|本年|累计|全年`)
)

// periodOf takes the period out of a head's text.
func (h *head) periodOf(s string, cur int) string {
	if m := baseYear.FindString(s); m != "" {
		h.base = "other"
		if y := yearForm.FindStringSubmatch(m); y != nil && y[1] == strconv.Itoa(cur-1) {
			h.base = "yoy"
		}
		s = strings.Replace(s, m, "比", 1)
	}
	if m := compared.FindString(s); m != "" {
		s = strings.Replace(s, m, "比", 1)
		if h.base == "" {
			h.base = "yoy"
		}
	}
	year := 0
	if m := yearSpan.FindStringSubmatch(s); m != nil {
		a, _ := strconv.Atoi(m[1])
		b, _ := strconv.Atoi(m[2])
		h.period = lang.Years(a, b)
		s = strings.Replace(s, m[0], "", 1)
	} else if m := yearForm.FindStringSubmatch(s); m != nil {
		year, _ = strconv.Atoi(m[1])
		s = strings.Replace(s, m[0], "", 1)
	}
	switch {
	case year > 0 || h.period.OK():
	case lastYear.MatchString(s):
		year = cur - 1
	case thisYear.MatchString(s):
		year = cur
	}
	if year > 0 {
		h.period = lang.Years(year, year)
	} else if year = cur; h.period.OK() {
		year = h.period.Y2
	}
	s = thisYear.ReplaceAllString(lastYear.ReplaceAllString(s, ""), "")
	if m := monthSpan.FindStringSubmatch(s); m != nil && cur > 0 {
		a, _ := strconv.Atoi(m[1])
		b, _ := strconv.Atoi(m[2])
		if a >= 1 && b <= 12 && a < b {
			h.period = lang.Months(year, a, b)
		}
		s = strings.Replace(s, m[0], "", 1)
	} else if m := oneMonth.FindStringSubmatch(s); m != nil && cur > 0 {
		if a, _ := strconv.Atoi(m[1]); a >= 1 && a <= 12 {
			h.period = lang.Months(year, a, a)
		}
		s = strings.Replace(s, m[0], "", 1)
	}
	for _, w := range partOrder {
		if strings.Contains(s, w) {
			h.period = lang.Months(year, partYear[w][0], partYear[w][1])
			s = strings.Replace(s, w, "", 1)
			break
		}
	}
	if fiveYears.MatchString(s) {
		h.skip = true // a plan of five years: which of them is not said
	}
	h.yearEnd = yearEnd.MatchString(s)
	return s
}

// growth words, of heads and of labels.
var (
	growing  = regexp.MustCompile(`(?:同比|比上年|比)?(?:名义|实际)?(?:增长|增速|增幅|涨幅|涨跌|升降|增减|变动|变化)(?:速度|率|幅度|情况)?`)
	adding   = regexp.MustCompile(`(?:净增加?|增加|减少|增减)(?:量|额|数)?`)
	sharing  = regexp.MustCompile(`比重|占比|构成|所占比例`)
	indexing = regexp.MustCompile(`指数`)
	complete = regexp.MustCompile(`完成(?:年初|调整)?(?:预算|年度|目标|计划|任务)|(?:为|占|完成)(?:年初|调整)?(?:预算|计划|目标|任务)|完成率|完成比例|进度`)
	ofLast   = regexp.MustCompile(`[为占比].*的$`)
	against  = regexp.MustCompile(`比(?:年初|调整)?(?:执行|决算|完成|实际|预算|快报|实绩)数?`)
	averaged = regexp.MustCompile(`年均`)
	ranked   = regexp.MustCompile(`位次|排名|名次|贡献率|拉动`)
)

// measureOf takes what a column measures out of a head's text.
func (h *head) measureOf(s string) string {
	if averaged.MatchString(s) {
		h.average, h.base = true, "annual_avg"
		s = averaged.ReplaceAllString(s, "")
	}
	if strings.Contains(s, "环比") {
		h.base = "mom"
		s = strings.ReplaceAll(s, "环比", "比")
	}
	percent := !h.unit.ok() || h.unit.ratio()
	switch {
	case ranked.MatchString(s):
		h.skip = true
	case complete.MatchString(s) && percent && (h.unit.ok() || !strings.HasSuffix(s, "数")):
		h.measure = "completion"
	case h.measure == "index":
	case ofLast.MatchString(s) && h.base == "yoy" && h.unit.ratio() && strings.HasPrefix(strings.TrimSpace(h.text), "为"):
		h.measure, h.status = "last", "actual" // 为上年决算数的%
	case ofLast.MatchString(s):
		h.skip = true // neither a share nor a growth
	case adding.MatchString(s) && h.base != "" && !h.unit.ratio():
		h.measure = "change"
		s = adding.ReplaceAllString(s, "")
	case growing.MatchString(s) || h.measure == "growth" || h.base != "" && strings.Contains(s, "比") && h.unit.ratio():
		h.measure = "growth"
		if !percent || strings.Contains(h.unit.name(), "点") {
			h.measure = "change"
		}
		s = growing.ReplaceAllString(s, "")
	case sharing.MatchString(s) && percent:
		h.measure = "share"
	case indexing.MatchString(s) && !h.unit.ok():
		h.measure = "index"
	case h.base != "" && strings.Contains(s, "比"):
		h.skip = true
	}
	if h.measure == "growth" || h.measure == "change" {
		if h.base == "" {
			h.base = "yoy"
		}
		s = strings.ReplaceAll(against.ReplaceAllString(s, ""), "比", "")
	}
	return s
}

var (
	goalWords     = regexp.MustCompile(`预算|计划|目标|预期|安排|任务|规划`)
	doneWords     = regexp.MustCompile(`执行|决算|完成|实际|实绩|实现`)
	estimateWords = regexp.MustCompile(`预计|快报|初步|预测`)
)

func (h *head) statusOf(s string) {
	switch {
	case estimateWords.MatchString(s):
		h.status = "estimate"
	case doneWords.MatchString(s):
		h.status = "actual"
	case goalWords.MatchString(s):
		h.status = "target"
	}
}

// generic words name no thing that is measured.
var generic = regexp.MustCompile(`绝对[数值量额]|数值|指标值|指标数?|金额|数额|数据|数量|总量|年末实有数?|实有数?|本期|年末数|期末数|年末|年底|期末|累计数?|本月|当月|自年初|全年|实绩|实际|完成情况|完成数?|执行情况|执行数?|决算数?|调整预算数?|年初预算数?|预算数?|计划数?|预期目标|目标任务|主要目标|目标值?|预期|安排数?|任务数?|预计|快报数?|初步统计数?|初步|实现|合计|总计|单位|情况|全[市省县区州国]|增长|水平`)

var punctuation = regexp.MustCompile(`[\s、，。：:；;.．/／\\|·—–\-_=%％±+“”"'‘’（）()【】\[\]①-⑳⁰¹²³⁴-⁹]+`)

// nounOf is what is left of a head without generic words.
func nounOf(s string) string {
	s = punctuation.ReplaceAllString(s, "")
	return generic.ReplaceAllString(s, "")
}
