package subject

import (
	"zhibiao/extract/clause"
	"zhibiao/extract/word"
)

// Vague tells whether a noun alone says too little: 企业, 项目.
func Vague(noun []clause.Token) bool {
	return len(noun) == 0 || len(noun) == 1 && noun[0].Is(word.Vague)
}

// Predicate is what vague things do, without the words that only carry:
// 企业[在]科创板[成功]上市. It is nil where it only tells an amount of theirs: 企业实现产值.
func Predicate(rest []clause.Token) []clause.Token {
	says := predicate(rest)
	if !amountsToo.In(says) && len(says) > 0 {
		return nil
	}
	return says
}

// amountsToo are the words that say more than what attribute the figure behind them is of.
var amountsToo = not(word.Attribute).But(is(word.Bare)).But(says("计划", "年度"))

func predicate(rest []clause.Token) []clause.Token {
	if first := clause.At(rest, 0); granted.Has(first) || among.Has(first) {
		return nil // what they can do, are for, or is granted of them, does not name them
	}
	for i := range rest {
		if rest[i].Text == "有" && i < 4 || placed.Begins(rest[i:]) && !pauses.In(rest[:i]) {
			return nil // 指标同比都有较大下降, 增速居全省前列
		}
	}
	var out []clause.Token
	n := 0
	for i := 0; i < len(rest); i++ {
		i += duration(rest[i:])
		if inTown.Begins(rest[i:]) {
			i += len(inTown) - 1 // 在[上海]举行会议
		}
		if i == len(rest) {
			break
		}
		it := &rest[i]
		switch it.Kind {
		case clause.Stop, clause.Amount:
			return Clean(out)
		case clause.Moment:
			continue
		case clause.Pause:
			if len(out) == 0 {
				continue
			}
			if saysMore(rest[i+1:]) {
				return Clean(out)
			}
		case clause.Word:
			if onlyCarries.Has(it) && (len(out) > 0 || !carriesNoun(rest[i:])) {
				continue
			}
		}
		if n += it.Len(); n > 26 {
			break
		}
		out = append(out, *it)
	}
	return Clean(out)
}

// among leads to some of those counted: 37户企业[中]完成改制29户.
var among = says("中").Tagged("f")

// inTown is where something is done, before the verb that does it.
var inTown = words{at, tagged("ns", "nr", "nrt", "nz"), verb}

// granted is what they can do or are for, or what is granted of them.
var granted = is(word.Able).Or(says("虽然", "虽"), says("为").Tagged("p"))

// saysMore tells whether a rank is said of another name before the next pause: 获批上市、
// [数量居全国前列].
func saysMore(items []clause.Token) bool {
	for i := range items {
		switch k := &items[i]; {
		case k.OfKind(clause.Pause, clause.Stop, clause.Amount):
			return false
		case i > 0 && ranks.Has(k):
			return true
		}
	}
	return false
}

var ranks = verb.And(startsWith("居").Or(startsWith("位")))

// Honour is what things came into or were made: 县市[入选全国百强], 学子被[清华大学录取].
// It is nil where rest says nothing of the kind.
func Honour(rest []clause.Token) []clause.Token {
	for i := range rest {
		it := &rest[i]
		switch {
		case it.Kind != clause.Word:
			return nil
		case it.Text == "被":
			return titled(Predicate(rest[i+1:]))
		case it.Is(word.Honouring):
			return Predicate(rest[i:])
		case !it.Is(word.Dropped) && !it.Tagged("d", "ad"):
			return nil
		}
	}
	return nil
}

// titled is a title without the verb by which it was given: 被[评为]文明社区.
func titled(got []clause.Token) []clause.Token {
	if gives.Begins(got) {
		return got[1:]
	}
	return got
}

var gives = words{verb.And(endsIn("为")).Or(says("命名", "授予", "认定", "评定")), some}

// onlyCarries are the words of a predicate that say nothing of the things.
var onlyCarries = is(word.Dropped).Or(
	says("实现", "完成", "进行"),
	preposition.But(says("通过")),
	tagged("d").But(says("届")),
	tagged("ul"),
)

// carriesNoun tells whether items are a verb that carries, before a noun that it
// needs: 项目[完成投资任务], but 村[实现脱贫].
func carriesNoun(items []clause.Token) bool {
	return items[0].Text == "完成" && task.Has(lastWord(items))
}

var task = endsIn("任务").Or(endsIn("计划"), endsIn("目标"))

// duration is the number of tokens of a duration that items begin with, 0 if
// none: 3个月, 10天.
func duration(items []clause.Token) int {
	switch {
	case days.Begins(items):
		return len(days)
	case months.Begins(items):
		return len(months)
	}
	return 0
}

var (
	figure = clause.ClassOf(func(k *clause.Token) bool { return k.Text != "" && k.Text[0] >= '0' && k.Text[0] <= '9' }).And(kind(clause.Word))
	days   = words{figure, says("年", "天", "日", "周", "小时")}
	months = words{figure, says("个"), says("月", "小时")}
)
