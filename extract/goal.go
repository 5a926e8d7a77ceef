package extract

import (
	"fmt"
	"slices"
	"strings"

	"zhibiao/extract/clause"
	"zhibiao/extract/lang"
	"zhibiao/extract/measure"
	"zhibiao/extract/word"
	"zhibiao/report"
)

// goals finds the goals of the sentence that state a standard instead of a
// number, and adds them to the facts of res, in the order of the text:
// 居民收入增长与经济增长同步, 进出口增速高于全省平均水平, 节能减排完成国家下达目标.
//
// Only plan and outlook chapters are read, and of a clause with numbers that
// make facts only what stands in the list behind the last of them. Each
// subject makes one fact without a value, whose quote is the statement. The
// facts of the sentence have to be in res already; last are the subjects of the
// last of them. The error is a pattern's time running out.
func (s *sentence) goals(res *Result, last []clause.Phrase) error {
	if s.par.Chapter != report.Plan && s.par.Chapter != report.Outlook {
		return nil
	}
	at := &s.doc.Sentences[s.index]
	whole := *s
	whole.from, whole.to, whole.qs, whole.items = max(at.Start, at.Heading), at.End, nil, nil
	c := &context{sentence: &whole, memory: memory{last: last}}
	first := len(res.Facts)
	for first > 0 && res.Facts[first-1].Sentence == s.index {
		first--
	}
	numbered := res.Facts[first:]
	from := c.from
	for i := c.from; i <= c.to; i++ {
		if i < c.to && !goalStop(c.t[i]) {
			continue
		}
		if at := behindNumbers(c.t, numbered, from, i); at < i {
			facts, err := c.goal(at, i)
			if err != nil {
				return err
			}
			for i := range facts {
				facts[i].Confidence = goalConfidence
			}
			res.Facts = append(res.Facts, facts...)
		}
		from = i + 1
	}
	if len(numbered) > 0 && len(res.Facts) > first+len(numbered) {
		slices.SortStableFunc(res.Facts[first:], func(a, b Fact) int { return a.Start - b.Start })
	}
	return nil
}

// goalStop tells whether r ends a clause.
func goalStop(r rune) bool { return lang.IsHard(r) || r == '（' || r == '(' }

// behindNumbers is where the part of the clause t[from:to] begins that holds
// no number: behind the 、 that follows the last of facts in it, from where
// there is none, to where nothing is left.
func behindNumbers(t []rune, facts []Fact, from, to int) int {
	last := -1
	for i := range facts {
		if facts[i].Start < to && facts[i].End > from {
			last = max(last, facts[i].End)
		}
	}
	if last < 0 {
		return from
	}
	for i := last; i < to; i++ {
		if t[i] == '、' {
			return i + 1
		}
	}
	return to
}

// goal reads the clause t[from:to], and goes on behind a 、 that follows what
// it found.
func (c *context) goal(from, to int) ([]Fact, error) {
	var out []Fact
	for from < to {
		kinds := goalTriggers(c.t[from:to])
		if kinds == 0 {
			break
		}
		if kinds&mainGoal != 0 && !c.mainGoals(from) {
			kinds &^= mainGoal
		}
		next := to
		for i := range c.x.goalPatterns {
			g := &c.x.goalPatterns[i]
			if g.kind&kinds == 0 {
				continue
			}
			m, err := g.match(c.t[from:to])
			if err != nil {
				return nil, fmt.Errorf("goal: %w", err)
			}
			if m == nil {
				continue
			}
			facts := c.goalFacts(g, m, from)
			if len(facts) == 0 {
				continue
			}
			out = append(out, facts...)
			next = from + m.end + 1
			break
		}
		from = next
	}
	return out, nil
}

// goalFacts makes the facts of a match whose offsets count from base: one for
// each subject, none where a subject measures nothing.
func (c *context) goalFacts(g *goalPattern, m *goalMatch, base int) []Fact {
	subjects := c.goalSubjects(g, base+m.subject[0], base+m.subject[1])
	if len(subjects) == 0 {
		return nil
	}
	start, end := base+m.said, base+m.end
	if m.subject[0] < m.said {
		start = subjects[0].start
	}
	if m.cut > 0 {
		end = base + m.cut
	}
	words := string(c.t[base:end])
	var out []Fact
	for _, s := range subjects {
		q := &lang.Quantity{Start: start, End: end, Before: start, After: end, Kind: "goal"}
		r := measure.Reading{Measure: "level"}
		if g.growth || s.growth {
			r.Measure, r.Base = "growth", c.x.measures.Base(words)
		}
		q.Bound, q.Modifier = goalBound(g, m, c.x.words.Has(s.Text, word.LessIsBetter))
		d := &draft{q: q, subjects: []clause.Phrase{s.Phrase}, r: r, clauseAt: base, mention: c.period(q), rules: []string{g.id}}
		if d.mention != nil {
			d.rules = append(d.rules, d.mention.Rule)
			if !d.mention.Span.WholeYears() {
				continue // a month or a quarter is what was, not what is to be
			}
			if m := d.mention; r.Measure == "growth" && m.Point && c.w.From < c.w.To && m.Span.Y2 == c.w.To {
				d.mention = nil // 到2030年…收入与经济增长同步 holds for all the chapter's years
			}
		}
		for _, f := range c.facts(d) {
			if f.Status != "target" {
				continue
			}
			if f.Indicator == "" {
				if e := c.x.indicators.find(figureOf(f.Subject), c.names); e != nil {
					f.Indicator = e.ID
					f.Rules = append(f.Rules, "indicator."+e.ID)
				}
			}
			out = append(out, f)
		}
	}
	return out
}

// goalBound is which way a standard binds: 高于, 快于, 以上, 稳步增长, 只增不减
// bind from below (ge); 低于, 控制在…内, 持续下降 from above (le); 基本同步, 持平
// are approx, 同步 and 完成…目标 eq. 优于 is better: below where less is better.
func goalBound(g *goalPattern, m *goalMatch, lessIsBetter bool) (bound, modifier string) {
	v := m.verb
	has := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(v, w) })
	}
	switch {
	case has("优于", "好于"):
		if lessIsBetter {
			return "le", v
		}
		return "ge", v
	case has("不低于", "不少于", "不慢于", "不减少"):
		return "ge", v
	case has("低于", "慢于", "不高于", "不超过", "不突破", "控制在", "以内", "下降", "降低", "减少", "缩小", "收窄", "有降"):
		return "le", v
	case has("高于", "快于", "高出", "大于", "超过", "跑赢", "领先", "以上", "增不减", "正增长"):
		return "ge", v
	case g.id == "goal.trend" && has("增长", "提升", "提高", "增加", "上升", "扩大", "有升"):
		return "ge", v
	case has("基本", "大体", "总体", "大致", "持平", "左右"):
		return "approx", v
	}
	return "eq", ""
}

// goalWords open the paragraph of main goals.
var goalWords = []string{"预期目标", "主要目标", "奋斗目标", "发展目标", "预期指标", "经济指标", "约束性指标", "目标是", "目标为", "目标:", "目标：", "主要预期"}

// mainGoals tells whether t[at] stands in the paragraph of main goals, behind
// the words that open it, or in the list of paragraphs that it introduces.
func (c *context) mainGoals(at int) bool {
	k := c.doc.Sentences[c.index].Paragraph
	if k < 0 || k >= len(c.doc.Paragraphs) {
		return false
	}
	if namesGoals(c.t[c.doc.Paragraphs[k].Start:at]) {
		return true
	}
	for n := 0; k > 0 && n < 12; n++ {
		k--
		p := &c.doc.Paragraphs[k]
		text := c.t[p.Start:p.End]
		if p.Heading || len(text) == 0 {
			return false
		}
		switch text[len(text)-1] {
		case '：', ':':
			return namesGoals(text)
		case '；', ';', '，':
		default:
			if text[0] != '—' && text[0] != '-' {
				return false
			}
		}
	}
	return false
}

// namesGoals tells whether one of goalWords stands in t. All of them hold 目标,
// 指标 or 预期, so only what stands around these is compared.
func namesGoals(t []rune) bool {
	for i := 0; i+1 < len(t); i++ {
		switch {
		case t[i+1] == '标' && (t[i] == '目' || t[i] == '指'), t[i+1] == '期' && t[i] == '预':
		default:
			continue
		}
		s := string(t[max(0, i-4):min(len(t), i+4)])
		if slices.ContainsFunc(goalWords, func(w string) bool { return strings.Contains(s, w) }) {
			return true
		}
	}
	return false
}
