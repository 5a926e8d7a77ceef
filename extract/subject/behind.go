package subject

import (
	"zhibiao/extract/clause"
	"zhibiao/extract/word"
)

// Before says what stands before a number: whether a verb acts on what is
// counted, and whether its object is work (word.Works).
// What is held ends before 的 (word.Holding).
// Where Bare, no verb acts on it, so that its clause must say what it does.
// Matters are counted (word.Matter), not those who act.
type Before struct{ Acted, Works, Holds, Bare, Matters bool }

// Behind reads the noun behind a number: 老旧小区消防基础设施改造. rest is what
// the noun does. By what stands before the number a verb belongs to the name: it
// opens the name of what is acted on (确定16个[整合]区域), and closes that of work
// (完成12家企业[整合]).
func Behind(items []clause.Token, before Before) (noun, rest []clause.Token) {
	b := &spot{items: items, before: before}
	for clause.At(items, b.at).Kind == clause.Word && items[b.at].Is(word.Copula) {
		b.at++
	}
	b.start = b.at
	if next := items[b.at:]; (passed.Begins(next) || undone.Begins(next)) && !Relative(items, b.at) || underWay.Begins(next) || already.Begins(next) || begunBy.Begins(next) && !Relative(items, b.at+1) || wholly.Begins(next) || !before.Acted && everywhere.Begins(next) {
		return nil, next
	}
	b.skipRelative()
	if clause.At(items, b.at).Pos == "p" && items[b.at].Says("因", "为") && !Relative(items, b.at) {
		return nil, items[b.at:] // 3件[因故]未完成, 6项[为全国首创]
	}
	for ; b.at < len(items); b.at++ {
		if b.ends() {
			break
		}
	}
	if b.tellsNothing() {
		b.toPredicate()
	}
	return Clean(withoutCondition(beforeExamplesEnd(withoutHow(items[b.start:b.at], items[b.at:])))), items[b.at:]
}

// What the words behind a number begin with where no noun stands there.
var (
	underWay   = words{says("正在", "正", "仍在"), some}     // 2项正在推进
	begunBy    = words{says("已经"), verb, anything, end} // 17项已经投入生产
	already    = words{says("已"), some.But(verb)}       // 103座已按计划完成
	passed     = words{says("通过").Tagged("p"), some}    // 40个通过省级验收
	undone     = words{says("未能", "尚未"), some}          // 4项未能如期完成
	everywhere = words{is(word.Generic), plainVerb}     // 23项全省复制推广
	wholly     = words{says("全部"), verbal, end}         // 32项全部达标
)

// withoutHow drops what says how the things do what rest says: 网友[在线]关注, 企业[安全]
// 复工.
func withoutHow(noun, rest []clause.Token) []clause.Token {
	if clause.At(rest, 0).IsVerb() && toldHow.Ends(noun) {
		return noun[:len(noun)-1]
	}
	return noun
}

var toldHow = words{noun, tagged("b", "an", "ad").Or(tagged("n").Is(word.ShownAdverb), free).Not(word.Level, word.Attribute, word.VerbHead)}

// spot is a place in words.
type spot struct {
	items     []clause.Token
	start, at int // of the noun, and of the word looked at
	before    Before
}

// it is the word looked at.
func (b *spot) it() *clause.Token { return &b.items[b.at] }

// next is the word behind it, a stop at the end.
func (b *spot) next() *clause.Token { return clause.At(b.items, b.at+1) }

// first tells whether the noun begins here.
func (b *spot) first() bool { return b.at == b.start }

// skipRelative steps over a clause that describes the noun: 有需求且符合条件的
// [残疾人].
func (b *spot) skipRelative() {
	if begun.Begins(b.items[min(b.at, len(b.items)):]) {
		b.at += 2 // 17个[已开工]城市更新项目
		return
	}
	if b.at >= len(b.items) || !b.opensRelative() {
		return
	}
	adverb, told := b.it().Pos == "d", qualities.Begins(b.items[b.at:])
	acts := !adverb // 6部[专门为新区制定的]法规
	for k := b.at + 1; k < len(b.items) && k < b.at+12; k++ {
		switch b.items[k].Kind {
		case clause.Stop, clause.Amount:
			return
		case clause.Pause:
			if !told && !b.describesOn(k+1) {
				return
			}
		}
		if acts && b.items[k].Text == "的" && clause.At(b.items, k+1).IsNoun() {
			b.at = k + 1
			return
		}
		acts = acts || b.items[k].IsVerb() || b.items[k].Text == "通过" // 两条已通过验收的生产线
	}
}

// opensRelative tells whether the word looked at can open a clause that describes
// the noun: a verb, an adverb, or a word that the segmenter guesses at: 获此/x 殊荣的.
func (b *spot) opensRelative() bool {
	return relativeWord.Has(b.it()) || b.before.Matters && doneByThem.Begins(b.items[b.at:]) || guessed.Begins(b.items[b.at:]) || doneBy.Begins(b.items[b.at:]) || qualities.Begins(b.items[b.at:])
}

var (
	begun        = words{says("已"), verb, noun}
	relativeWord = verbOrAdverb.Or(says("由").Tagged("p"))                                               // 20家[由香港青年创办的]项目
	doneBy       = words{tagged("ns", "nt").Or(is(word.Actor)), verb.Is(word.Acting), anything.But(de)} // 12项[省里帮助建设的]工程
	doneByThem   = words{noun.Or(tagged("q")), verb, de, noun.Over(1)}                                  // 32项[部门设定的]证明
	guessed      = words{tagged("x"), verb.Or(kind(clause.Pause))}
	qualities    = words{noun, tagged("a"), kind(clause.Pause)} // 9个[吸引力强、带动面广的]场景
)

// describesOn tells whether another member of a list that describes the noun begins
// at k: 叫得响、[立得住]、[群众认可]的成果.
func (b *spot) describesOn(k int) bool {
	rest := b.items[min(k, len(b.items)):]
	return verbMember.Begins(rest) || nounVerbMember.Begins(rest)
}

var (
	memberEnd      = kind(clause.Pause).Or(says("的", "得"))
	verbMember     = words{verb, memberEnd}
	nounVerbMember = words{kind(clause.Word).But(verb), verb, memberEnd}
)

// withoutCondition drops that what is counted is a condition: 三项标准[的前提下].
func withoutCondition(items []clause.Token) []clause.Token {
	if condition.Ends(items) {
		return items[:len(items)-3]
	}
	return items
}

var condition = words{some, de, is(word.Circumstance), tagged("f")}

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
