package subject

import (
	"zhibiao/extract/clause"
	"zhibiao/extract/word"
)

// Before says what stands before a number: whether a verb acts on what is
// counted, and whether its object is work (word.Works).
// What is held ends before 的 (word.Holding).
type Before struct{ Acted, Works, Holds bool }

// Behind reads the noun behind a number: 老旧小区消防基础设施改造. rest is what
// the noun does. By what stands before the number a verb belongs to the name: it
// opens the name of what is acted on (确定16个[整合]区域), and closes that of work
// (完成12家企业[整合]).
func Behind(items []clause.Token, before Before) (noun, rest []clause.Token) {
	b := &behind{items: items, before: before}
	for clause.At(items, b.at).Kind == clause.Word && items[b.at].Is(word.Copula) {
		b.at++
	}
	b.start = b.at
	if b.at+1 < len(items) && tellsState(items[b.at:]) {
		return nil, items[b.at:] // 103座已按计划完成, 2项正在推进
	}
	if b.at+1 < len(items) && items[b.at].Is(word.Generic) && items[b.at+1].IsVerb() && !items[b.at+1].Is(word.Nominal) && !before.Acted {
		return nil, items[b.at:] // 23项全省复制推广
	}
	b.skipRelative()
	for ; b.at < len(items); b.at++ {
		if b.ends() {
			break
		}
	}
	return Clean(withoutCondition(beforeExamplesEnd(withoutHow(items[b.start:b.at], items[b.at:])))), items[b.at:]
}

// withoutHow drops what says how the things do what rest says: 网友[在线]关注, 企业[安全]
// 复工.
func withoutHow(noun, rest []clause.Token) []clause.Token {
	n := len(noun)
	if n < 2 || len(rest) == 0 || !rest[0].IsVerb() || !noun[n-2].IsNoun() {
		return noun
	}
	last := &noun[n-1]
	if last.Is(word.Level, word.Attribute, word.VerbHead) {
		return noun
	}
	switch last.Pos {
	case "b", "an", "ad":
		return noun[:n-1]
	case "n":
		if last.Is(word.ShownAdverb) {
			return noun[:n-1]
		}
	}
	return noun
}

// tellsState tells whether items begin what becomes of what was counted.
func tellsState(items []clause.Token) bool {
	switch items[0].Text {
	case "正在", "正", "仍在":
		return true
	case "已":
		return !items[1].IsVerb()
	}
	return false
}

// behind is a place in the words behind a number.
type behind struct {
	items     []clause.Token
	start, at int // of the noun, and of the word looked at
	before    Before
}

// it is the word looked at.
func (b *behind) it() *clause.Token { return &b.items[b.at] }

// next is the word behind it, a stop at the end.
func (b *behind) next() *clause.Token { return clause.At(b.items, b.at+1) }

// first tells whether the noun begins here.
func (b *behind) first() bool { return b.at == b.start }

// skipRelative steps over a clause that describes the noun: 有需求且符合条件的
// [残疾人].
func (b *behind) skipRelative() {
	if b.at+2 < len(b.items) && b.it().Text == "已" && b.next().IsVerb() && b.items[b.at+2].IsNoun() {
		b.at += 2 // 17个[已开工]城市更新项目
		return
	}
	if b.at >= len(b.items) || !b.opensRelative() {
		return
	}
	adverb := b.it().Pos == "d"
	acts := !adverb // 6部[专门为新区制定的]法规
	for k := b.at + 1; k < len(b.items) && k < b.at+12; k++ {
		switch b.items[k].Kind {
		case clause.Stop, clause.Amount:
			return
		case clause.Pause:
			if !b.describesOn(k + 1) {
				return
			}
		}
		if acts && b.items[k].Text == "的" && clause.At(b.items, k+1).IsNoun() {
			b.at = k + 1
			return
		}
		acts = acts || b.items[k].IsVerb()
	}
}

// opensRelative tells whether the word looked at can open a clause that describes
// the noun: a verb, an adverb, or a word that the segmenter guesses at: 获此/x 殊荣的.
func (b *behind) opensRelative() bool {
	switch {
	case b.it().IsVerb(), b.it().Pos == "d", b.it().Text == "由" && b.it().Pos == "p":
		return true // 20家[由香港青年创办的]项目
	case b.it().Pos != "x":
		return false
	}
	return b.next().IsVerb() || b.next().Kind == clause.Pause
}

// describesOn tells whether another member of a list that describes the noun begins
// at k: 叫得响、[立得住]、[群众认可]的成果.
func (b *behind) describesOn(k int) bool {
	for i := k; i < len(b.items) && i < k+2; i++ {
		if b.items[i].Kind != clause.Word {
			return false
		}
		if b.items[i].IsVerb() {
			return i+1 < len(b.items) && (b.items[i+1].Kind == clause.Pause || b.items[i+1].Says("的", "得"))
		}
	}
	return false
}

// withoutCondition drops that what is counted is a condition: 三项标准[的前提下].
func withoutCondition(items []clause.Token) []clause.Token {
	n := len(items)
	if n < 4 || items[n-1].Pos != "f" || items[n-3].Text != "的" || !items[n-2].Is(word.Circumstance) {
		return items
	}
	return items[:n-3]
}

// beforeExamplesEnd drops 等 behind one noun, with what sums it up: 供水管网[等项
// 目]. A list before 等 is an example of what stands behind.
func beforeExamplesEnd(items []clause.Token) []clause.Token {
	for i := 1; i < len(items); i++ {
		if rest := items[i+1:]; items[i].Text == "等" && !clause.HasPause(items[:i]) && (len(rest) < 3 || rest[0].Text == "一批") {
			return items[:i]
		}
	}
	return items
}
