package panel

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"zhibiao/dataset"
	"zhibiao/han"
)

// rank orders the figures that compete for one side of a row: the lowest wins.
type rank struct {
	kind      int8  // work report before plan, communique, budget, other
	goals     int8  // 0 in the paragraph of main goals
	name      int8  // 地区生产总值, 外贸出口总额 before 经济, 出口
	vague     int8  // 3.24万亿元 before 突破3万亿元 before 万亿元台阶
	summary   int8  // 0 in a summary
	scope     int8  // 0 where the fact is said of the whole region
	qualified int8  // as it is before 同口径, 扣除价格因素
	start     int32 // the first in the text
}

func (r rank) compare(o rank) int {
	return cmp.Or(
		cmp.Compare(r.kind, o.kind), cmp.Compare(r.goals, o.goals), cmp.Compare(r.name, o.name),
		cmp.Compare(r.vague, o.vague), cmp.Compare(r.summary, o.summary), cmp.Compare(r.scope, o.scope), cmp.Compare(r.qualified, o.qualified),
		cmp.Compare(r.start, o.start),
	)
}

// kinds in the order in which they are believed.
var kinds = []string{"work_report", "plan", "communique", "budget"}

// goalWords open the paragraph of main goals.
var goalWords = han.NewWords("预期目标|主要目标|奋斗目标|发展目标|预期指标|经济指标|目标是|目标为|目标定为")

// longestGoalWord is how long they are at most.
const longestGoalWord = 4

// mainGoals tells which facts of a text stand in the paragraph of main goals.
// It reads on from fact to fact: a paragraph is read once, where they are in
// the order of the text.
type mainGoals struct {
	text  []rune
	start int // of the paragraph
	read  int // how far it was read
	named bool
}

// hold tells whether one of the words that open the paragraph of main goals
// stands between the beginning of the fact's paragraph and the fact.
func (m *mainGoals) hold(f *dataset.FactRow) bool {
	at := int(f.QuoteStart)
	if at < m.read {
		*m = mainGoals{text: m.text}
	}
	if start := lineEnd.Back(m.text[m.read:], at-m.read, at); start > 0 || m.read == 0 {
		m.start, m.named = m.read+start, false
		m.read = m.start
	}
	m.named = m.named || goalWords.In(han.String(m.text[max(m.start, m.read-longestGoalWord):at]))
	m.read = at
	return m.named
}

const (
	summarySize = 3 // this many headline indicators make a paragraph a summary
	looseName   = 3 // a name this short may be that of a part
)

// newRank ranks a fact. size is how many headline indicators its paragraph
// has for this side.
func newRank(f *dataset.FactRow, s side, main *mainGoals, size int) rank {
	r := rank{kind: int8(slices.Index(kinds, f.Kind)), goals: 1, summary: 1, start: f.QuoteStart}
	if r.kind < 0 {
		r.kind = int8(len(kinds))
	}
	if s == target && main.hold(f) {
		r.goals = 0
	}
	if utf8.RuneCountInString(f.Subject) <= looseName {
		r.name = 1
	}
	if size >= summarySize {
		r.summary = 0
	}
	if s == actual && f.Bound != "eq" {
		r.vague = 1
	}
	if threshold(main.text[f.QuoteEnd:]) {
		r.vague = 2
	}
	if f.Scope == "part" || f.Scope == "elsewhere" || opensWithPart(f, main.text) {
		r.scope = 1
	}
	if f.Qualifier != "" {
		r.qualified = 1
	}
	return r
}

// partName is how far into its sentence the word for a part that opens it may
// stand: 临港新片区; longestPart is how long the word is at most.
const (
	partName    = 8
	longestPart = 3
)

// opensWithPart tells whether the sentence of a fact begins with a part of the
// region and names all of it nowhere before the number. It may go on with the
// region's own figures, so that it loses only against what others say:
// 新片区新政出台，固定资产投资增长10.3%.
func opensWithPart(f *dataset.FactRow, text []rune) bool {
	if f.QuoteStart < 0 || int(f.QuoteStart) > len(text) || parts.In(f.Region) {
		return false
	}
	passed := text[:f.QuoteStart]
	passed = passed[sentenceEnds.Back(passed, len(passed), longestSentence):]
	opening := han.String(passed[:min(len(passed), partName+longestPart)])
	at, end := parts.Find(opening)
	return end > 0 && utf8.RuneCountInString(opening[:at]) <= partName && !alls.In(string(passed)[end:])
}

// trust is 2 for a figure among the main goals, 1 in a summary, 0 elsewhere.
func (r rank) trust() int8 {
	if r.goals == 0 {
		return 2
	}
	return 1 - r.summary
}
