package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhibiao/extract/lang"
)

// goalSubject is what a goal without a number is set for.
type goalSubject struct {
	phrase
	start  int  // where it stands in the text
	growth bool // the words say that its growth is meant: X增速, X下降率
}

// goalSubjects reads what t[from:to] names: one subject, or those of a list.
// It returns nothing unless all of them are indicators or end in a noun that
// measures.
func (c *context) goalSubjects(g *goalPattern, from, to int) []goalSubject {
	from = behindLead(c.t, behindTrend(c.t, from, to))
	items := c.st.read(layOut(c.t, from, to, nil, c.ms, c.x.seg), true).object
	for i := range items {
		if i > 0 && items[i].text == "等" && onlyKinds(items[i+1:]) {
			items = clean(items[:i])
			break
		}
	}
	if len(items) == 0 {
		return nil
	}
	start := items[0].start
	items, tail := withoutTails(items)
	whole := []phrase{phraseOf(c.doc.Text, items)}
	var list, full []phrase
	if parts := c.parts(items); len(parts) > 1 {
		for _, p := range parts {
			list = append(list, phraseOf(c.doc.Text, p))
		}
		full = c.expand(parts, len(parts))
	}
	if !g.wide && !c.allIndicators(list) {
		list, full = full, list // 城镇、农村居民收入 share what stands last
	}
	for _, ps := range [][]phrase{list, full, whole} {
		if out := c.measured(g, ps, start, tail); len(out) > 0 {
			return out
		}
	}
	return nil
}

// withoutTails cuts growthTails off the end of items, but for the first; tail
// tells whether one stood there. What is left may be shorter by more than them:
// clean takes the pauses before them as well.
func withoutTails(items []item) (left []item, tail bool) {
	for n := len(items) - 1; n > 0 && slices.Contains(growthTails, items[n].text); n = len(items) - 1 {
		items, tail = clean(items[:n]), true
	}
	return items, tail
}

// behindLead is where the name at t[from] begins, behind the words that urge.
func behindLead(t []rune, from int) int {
	for {
		n := lang.PrefixLen(t, from, "努力", "力争", "争取", "确保", "促进", "推动", "实现", "保持", "继续", "推进", "引导", "使", "让", "要")
		if n == 0 {
			return from
		}
		from += n
	}
}

// behindTrend is where the last name of a list begins if what stands before it
// says what becomes of another: [居民收入稳步增长、]劳动报酬.
func behindTrend(t []rune, from, to int) int {
	for i := to - 1; i > from; i-- {
		if t[i] != '、' {
			continue
		}
		piece := string(t[from:i])
		for _, w := range [...]string{"稳步", "持续", "较快", "进一步", "不断", "明显", "平稳", "逐步"} {
			if strings.Contains(piece, w) {
				return i + 1
			}
		}
	}
	return from
}

// figureOf is the figure that work or its result is measured by: 二氧化碳减排
// by 二氧化碳排放, 粮食生产 by 粮食产量.
func figureOf(subject string) string {
	for _, w := range [...][2]string{{"减排", "排放"}, {"粮食生产", "粮食产量"}, {"排放量", "排放"}} {
		if s, ok := strings.CutSuffix(subject, w[0]); ok {
			return s + w[1]
		}
	}
	return subject
}

// onlyKinds tells whether items only say what a list before 等 consists of:
// 能源、水资源等[主要指标].
func onlyKinds(items []item) bool {
	for i := range items {
		switch items[i].text {
		case "指标", "约束", "其他", "其它", "相关", "约束性", "约束性指标", "主要", "各项", "重点", "方面", "工作", "预期性", "任务", "目标":
		default:
			return false
		}
	}
	return true
}

// measured makes subjects of ps, which begin at start; none if one of them
// measures nothing. tail tells that a word for growth stands behind the last.
func (c *context) measured(g *goalPattern, ps []phrase, start int, tail bool) []goalSubject {
	if len(ps) == 0 {
		return nil
	}
	out := make([]goalSubject, len(ps))
	last := ps[len(ps)-1].text
	for i, p := range ps {
		// 制造业投资和民间投资占比: the head is shared.
		for _, head := range [...]string{"占比", "比重", "比例"} {
			if strings.HasSuffix(last, head) && !strings.HasSuffix(p.text, head) {
				p = p.plus(head)
			}
		}
		out[i] = goalSubject{phrase: p, start: start}
		out[i].phrase, out[i].growth = withoutGrowth(p)
	}
	// 财政收入、居民收入增速 are both growth; what others set may be of several
	// kinds: 登记失业人数、能耗下降率.
	n := len(out) - 1
	tail = tail || out[n].growth
	for i := range out {
		out[i].growth = out[i].growth || tail && (i == n || !g.wide)
		if !c.measures(g, &out[i]) {
			return nil
		}
	}
	return out
}

// growthTails are words at the end of a name that say its growth is meant, or
// that a name is one of goals.
var growthTails = []string{"年均增速", "增长速度", "增长率", "下降率", "降低率", "下降比例", "下降幅度", "增长", "增速", "增幅", "涨幅", "降幅", "下降", "降低", "提高", "提升"}

// namingTails only say that a name is one of goals.
var namingTails = []string{"约束性指标", "控制性指标", "约束指标", "主要指标", "各项指标", "指标", "相关", "其他", "改善", "等", "的"}

// withoutGrowth cuts growthTails and namingTails off p.
func withoutGrowth(p phrase) (phrase, bool) {
	growth := false
	for {
		cut := 0
		for _, w := range growthTails {
			if strings.HasSuffix(p.text, w) {
				cut, growth = utf8.RuneCountInString(w), true
				break
			}
		}
		if cut == 0 {
			for _, w := range namingTails {
				if strings.HasSuffix(p.text, w) && len(p.text) > len(w) && p.text != "主要"+w && p.text != "经济"+w {
					cut = utf8.RuneCountInString(w)
					break
				}
			}
		}
		if cut == 0 {
			return p, growth
		}
		p = p.shorter(cut)
	}
}

// shorter is p without its last n runes.
func (p phrase) shorter(n int) phrase {
	r := []rune(p.text)
	out := phrase{text: string(r[:max(0, len(r)-n)])}
	for i := len(p.spans) - 1; i >= 0; i-- {
		s := p.spans[i]
		if s[0] >= 0 && n > 0 {
			k := min(n, s[1]-s[0])
			s[1] -= k
			n -= k
		}
		if s[0] < 0 || s[1] > s[0] {
			out.spans = append([][2]int{s}, out.spans...)
		}
	}
	return out
}

// goalNouns end the names of what has a figure.
var goalNouns = []string{
	"收入", "报酬", "工资", "率", "能耗", "水耗", "电耗", "消耗", "投入强度", "能耗强度", "排放强度", "碳排放", "排放", "排放量", "排放总量", "消费总量", "用水总量", "经济总量", "价格", "物价", "物价水平", "物价总水平",
	"指数", "面积", "产量", "总产", "单产", "产值", "增加值", "总额", "总值", "占比", "比重", "比例", "份额", "支出", "投资", "消费量", "浓度", "保有量", "差距", "进出口", "出口", "贷款", "存款", "余额", "用水量", "用电量",
	"生产总值", "GDP", "利润", "税收", "外资", "收支", "人数", "增收", "客流量", "吞吐量", "总需求", "赤字", "汇率", "岗位", "投入", "增量",
}

// goalWork is work whose goals others set.
var goalWork = []string{
	"减排", "降碳", "节能", "能耗", "双控", "粮食", "播种", "耕地", "造林", "绿化", "产能", "脱贫", "就业", "用水", "水资源", "能源", "污染物", "环境质量", "水质", "空气质量", "优良天数", "PM", "颗粒物", "断面", "出生", "人口", "生育", "碳排放", "二氧化碳", "财政收入", "高标准农田", "保障性住房", "棚户区", "化债", "债务",
}

// notGoals are names that end like a figure's and have none.
var notGoals = []string{"效率", "力度", "速率", "概率", "草率", "率先"}

// measures tells whether s names something that has a figure.
func (c *context) measures(g *goalPattern, s *goalSubject) bool {
	n := utf8.RuneCountInString(s.text)
	if n < 2 || n > 30 {
		return false
	}
	if c.x.indicators.find(s.text, c.st.own) != nil {
		return true
	}
	if s.text == "能耗" || s.text == "排放" {
		return g.wide
	}
	if attribute[s.text] || vague[s.text] {
		return false
	}
	for _, w := range notGoals {
		if strings.HasSuffix(s.text, w) {
			return false
		}
	}
	if s.growth && (g.kind == goalCompare || g.kind == goalSync) {
		return true
	}
	for _, w := range goalNouns {
		if strings.HasSuffix(s.text, w) {
			return true
		}
	}
	if g.wide {
		for _, w := range goalWork {
			if strings.Contains(s.text, w) {
				return true
			}
		}
	}
	return false
}
