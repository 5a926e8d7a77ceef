package extract

import (
	"fmt"
	"slices"

	"zhibiao/extract/clause"
	"zhibiao/extract/goal"
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
	start, end := max(at.Start, at.Heading), at.End
	if k := goal.KindsOf(s.t[start:end]); k == 0 || k == goal.Among && !s.mainGoals(end) {
		return nil
	}
	whole := *s
	whole.from, whole.to, whole.qs, whole.items = start, end, nil, nil
	c := &context{sentence: &whole, memory: memory{last: last}}
	first := len(res.Facts)
	for first > 0 && res.Facts[first-1].Sentence == s.index {
		first--
	}
	numbered := res.Facts[first:]
	from := start
	for i := start; i <= end; i++ {
		if i < end && !goalStop(c.t[i]) {
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
		kinds := goal.KindsOf(c.t[from:to])
		if kinds&goal.Among != 0 && !c.mainGoals(from) {
			kinds &^= goal.Among
		}
		if kinds == 0 {
			break
		}
		m, err := c.x.goals.Find(c.t[from:to], kinds, func(m *goal.Match) bool {
			facts := c.goalFacts(m, from)
			out = append(out, facts...)
			return len(facts) > 0
		})
		if err != nil {
			return nil, fmt.Errorf("goal: %w", err)
		}
		if m == nil {
			break
		}
		from += m.Behind + 1
	}
	return out, nil
}

// goalFacts makes the facts of a match whose offsets count from base: one for
// each subject, none where a subject measures nothing.
func (c *context) goalFacts(m *goal.Match, base int) []Fact {
	subjects := c.goalSubjects(m.Pattern, base+m.Subject[0], base+m.Subject[1])
	if len(subjects) == 0 {
		return nil
	}
	start, end := base+m.Said, base+m.End
	if m.Subject[0] < m.Said {
		start = subjects[0].start
	}
	words := string(c.t[base:end])
	var out []Fact
	for _, s := range subjects {
		q := &lang.Quantity{Start: start, End: end, Before: start, After: end, Kind: "goal"}
		r := measure.Reading{Measure: "level"}
		if m.Growth || s.growth {
			r.Measure, r.Base = "growth", c.x.measures.Base(words)
		}
		q.Bound, q.Modifier = m.Bound(c.x.words, c.x.words.Has(s.Text, word.LessIsBetter))
		d := &draft{q: q, subjects: []clause.Phrase{s.Phrase}, r: r, clauseAt: base, mention: c.period(q), rules: []string{m.ID}}
		if d.mention != nil {
			d.rules = append(d.rules, d.mention.Rule)
			if !d.mention.Span.WholeYears() {
				continue // a month or a quarter is what was, not what is to be
			}
			if m := d.mention; r.Measure == "growth" && m.Point && c.w.From < c.w.To && m.Span.Y2 == c.w.To {
				d.mention = nil // 到2030年…收入与经济增长同步 holds for all the chapter's years
			}
		}
		for _, f := range c.facts(nil, d) {
			if f.Status != "target" {
				continue
			}
			if f.Indicator == "" {
				if e := c.x.indicators.find(goalFigure(f.Subject), c.names); e != nil {
					f.Indicator = e.ID
					f.Rules = append(f.Rules, "indicator."+e.ID)
				}
			}
			out = append(out, f)
		}
	}
	return out
}

// mainGoals tells whether t[at] stands in the paragraph of main goals, behind
// the words that open it, or in the list of paragraphs that it introduces.
func (s *sentence) mainGoals(at int) bool {
	k := s.doc.Sentences[s.index].Paragraph
	if k < 0 || k >= len(s.doc.Paragraphs) {
		return false
	}
	if s.opensGoals(k, at) {
		return true
	}
	for n := 0; k > 0 && n < 12; n++ {
		k--
		p := &s.doc.Paragraphs[k]
		text := s.t[p.Start:p.End]
		if p.Heading || len(text) == 0 {
			return false
		}
		switch text[len(text)-1] {
		case '：', ':':
			return s.opensGoals(k, p.End)
		case '；', ';', '，':
		default:
			if !lang.AnyAt(text, 0, "—-") {
				return false
			}
		}
	}
	return false
}

// opensGoals tells whether the words that open the main goals stand in paragraph
// k before offset at.
func (s *sentence) opensGoals(k, at int) bool {
	opens := &s.openings[k]
	if *opens == 0 {
		p := &s.doc.Paragraphs[k]
		if *opens = goal.Opening(s.t[p.Start:p.End], s.x.words); *opens > 0 {
			*opens += p.Start
		}
	}
	return *opens > 0 && *opens <= at
}
