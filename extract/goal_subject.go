package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhibiao/extract/clause"
	"zhibiao/extract/goal"
	"zhibiao/extract/subject"
	"zhibiao/extract/word"
)

// goalSubject is what a goal without a number is set for.
type goalSubject struct {
	clause.Phrase
	start  int  // where it stands in the text
	growth bool // the words say that its growth is meant: X增速, X下降率
}

// goalSubjects reads what t[from:to] names: one subject, or those of a list.
// It returns nothing unless all of them are indicators or end in a noun that
// measures.
func (c *context) goalSubjects(g *goal.Pattern, from, to int) []goalSubject {
	from = c.behindUrging(c.behindTrend(from, to), to)
	items := c.nouns.Read(c.x.cutter.Cut(nil, c.t, from, to, nil, c.ms), true, len(c.last) > 0).Object
	for i := range items {
		if i > 0 && items[i].Text == "等" && onlyKinds(items[i+1:]) {
			items = subject.Clean(items[:i])
			break
		}
	}
	if len(items) == 0 {
		return nil
	}
	start := items[0].Start
	items, tail := c.withoutTails(items)
	whole := []clause.Phrase{clause.PhraseOf(c.doc.Text, items)}
	var list, full []clause.Phrase
	if parts := clause.Parts(items); len(parts) > 1 {
		for _, p := range parts {
			list = append(list, clause.PhraseOf(c.doc.Text, p))
		}
		full = c.expand(parts, len(parts))
	}
	if !g.Wide && !c.allIndicators(list) {
		list, full = full, list // 城镇、农村居民收入 share what stands last
	}
	for _, ps := range [][]clause.Phrase{list, full, whole} {
		if out := c.measured(g, ps, start, tail); len(out) > 0 {
			return out
		}
	}
	return nil
}

// withoutTails cuts words that say growth off the end of items, but for the
// first; tail tells whether one stood there. What is left may be shorter by
// more than them: clean takes the pauses before them as well.
func (c *context) withoutTails(items []clause.Token) (left []clause.Token, tail bool) {
	for n := len(items) - 1; n > 0 && c.x.words.IsOne(items[n].Text, word.GrowthTail); n = len(items) - 1 {
		items, tail = subject.Clean(items[:n]), true
	}
	return items, tail
}

// behindUrging is where the name in t[from:to] begins, behind the words that
// urge: [努力实现]居民收入….
func (c *context) behindUrging(from, to int) int {
	for {
		n := utf8.RuneCountInString(c.x.words.Match(string(c.t[from:to]), word.Urging))
		if n == 0 {
			return from
		}
		from += n
	}
}

// behindTrend is where the last name of a list begins if what stands before it
// says what becomes of another: [居民收入稳步增长、]劳动报酬.
func (c *context) behindTrend(from, to int) int {
	for i := to - 1; i > from; i-- {
		if c.t[i] == '、' && c.x.words.Has(string(c.t[from:i]), word.Trend) {
			return i + 1
		}
	}
	return from
}

// goalFigure is the figure that work or its result is measured by: 二氧化碳减排
// by 二氧化碳排放, 粮食生产 by 粮食产量.
func goalFigure(subject string) string {
	for _, w := range [...][2]string{{"减排", "排放"}, {"粮食生产", "粮食产量"}, {"排放量", "排放"}} {
		if s, ok := strings.CutSuffix(subject, w[0]); ok {
			return s + w[1]
		}
	}
	return subject
}

// onlyKinds tells whether items only say what a list before 等 consists of:
// 能源、水资源等[主要指标].
func onlyKinds(items []clause.Token) bool {
	return !slices.ContainsFunc(items, func(k clause.Token) bool { return !k.Is(word.GoalKind) })
}

// measured makes subjects of ps, which begin at start; none if one of them
// measures nothing. tail tells that a word for growth stands behind the last.
func (c *context) measured(g *goal.Pattern, ps []clause.Phrase, start int, tail bool) []goalSubject {
	if len(ps) == 0 {
		return nil
	}
	out := make([]goalSubject, len(ps))
	last := ps[len(ps)-1].Text
	for i, p := range ps {
		// 制造业投资和民间投资占比: the head is shared.
		if head := c.x.words.End(last, word.ShareName); !strings.HasSuffix(p.Text, head) {
			p = p.Plus(head)
		}
		out[i] = goalSubject{Phrase: p, start: start}
		out[i].Phrase, out[i].growth = c.withoutGrowth(p)
	}
	// 财政收入、居民收入增速 are both growth; what others set may be of several
	// kinds: 登记失业人数、能耗下降率.
	n := len(out) - 1
	tail = tail || out[n].growth
	for i := range out {
		out[i].growth = out[i].growth || tail && (i == n || !g.Wide)
		if !c.measures(g, &out[i]) {
			return nil
		}
	}
	return out
}

// withoutGrowth cuts off p what says that its growth is meant, or that it is a
// goal.
func (c *context) withoutGrowth(p clause.Phrase) (clause.Phrase, bool) {
	growth := false
	for {
		w := c.x.words.Match(p.Text, word.GrowthTail)
		growth = growth || w != ""
		if w == "" {
			w = c.namingTail(p.Text)
		}
		if w == "" {
			return p, growth
		}
		p = p.Shorter(utf8.RuneCountInString(w))
	}
}

// namingTail is the end of s that only says that it is a goal: 约束性指标. 主要指标
// and 经济指标 are names themselves.
func (c *context) namingTail(s string) string {
	for _, w := range c.x.words.List(word.NamingTail) {
		if strings.HasSuffix(s, w) && len(s) > len(w) && s != "主要"+w && s != "经济"+w {
			return w
		}
	}
	return ""
}

// measures tells whether s names something that has a figure.
func (c *context) measures(g *goal.Pattern, s *goalSubject) bool {
	n := utf8.RuneCountInString(s.Text)
	if n < 2 || n > 30 {
		return false
	}
	if c.x.indicators.find(s.Text, c.names) != nil {
		return true
	}
	if s.Says("能耗", "排放") {
		return g.Wide
	}
	if c.x.words.Is(s.Text, word.Attribute, word.Vague) {
		return false
	}
	if c.x.words.Has(s.Text, word.NoGoal) {
		return false
	}
	if s.growth && (g.Kind == goal.Compare || g.Kind == goal.Sync) {
		return true
	}
	return c.x.words.Has(s.Text, word.GoalNoun) || g.Wide && c.x.words.Has(s.Text, word.GoalWork)
}
