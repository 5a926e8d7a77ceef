package subject

import (
	"strings"

	"zhibiao/extract/clause"
	"zhibiao/extract/word"
)

// Vague tells whether a noun alone says too little: 企业, 项目.
func Vague(noun []clause.Token) bool {
	return len(noun) == 0 || len(noun) == 1 && noun[0].Is(word.Vague)
}

// Predicate is what vague things do, without the words that only carry:
// 企业[在]科创板[成功]上市.
func Predicate(rest []clause.Token) []clause.Token {
	if len(rest) > 0 && (rest[0].Is(word.Able) || rest[0].Says("虽然", "虽")) {
		return nil // what they can do, or what is granted of them, does not name them
	}
	for i := range rest {
		if rest[i].Text == "有" && i < 4 {
			return nil // 指标同比都有较大下降
		}
	}
	var out []clause.Token
	n := 0
	for i := 0; i < len(rest); i++ {
		i += duration(rest[i:])
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
			if onlyCarries(it) && (len(out) > 0 || !carriesNoun(rest[i:])) {
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

// saysMore tells whether a rank is said of another name before the next pause: 获批上市、
// [数量居全国前列].
func saysMore(items []clause.Token) bool {
	for i := range items {
		switch k := &items[i]; {
		case k.OfKind(clause.Pause, clause.Stop, clause.Amount):
			return false
		case i > 0 && k.IsVerb() && (strings.HasPrefix(k.Text, "居") || strings.HasPrefix(k.Text, "位")):
			return true
		}
	}
	return false
}

// Honour is what things came into or were made: 县市[入选全国百强], 学子被[清华大学录取].
// It is nil where rest says nothing of the kind.
func Honour(rest []clause.Token) []clause.Token {
	for i := range rest {
		it := &rest[i]
		switch {
		case it.Kind != clause.Word:
			return nil
		case it.Text == "被":
			return Predicate(rest[i+1:])
		case it.Is(word.Honouring):
			return Predicate(rest[i:])
		case !it.Is(word.Dropped) && !it.Tagged("d", "ad"):
			return nil
		}
	}
	return nil
}

// onlyCarries tells whether a word of a predicate says nothing of the things.
func onlyCarries(it *clause.Token) bool {
	return it.Is(word.Dropped) || it.Says("实现", "完成", "进行") || it.Pos == "p" && it.Text != "通过" || it.Pos == "d" && it.Text != "届" || it.Pos == "ul"
}

// carriesNoun tells whether items are a verb that carries, before a noun that it
// needs: 项目[完成投资任务], but 村[实现脱贫].
func carriesNoun(items []clause.Token) bool {
	if len(items) < 2 || items[0].Text != "完成" {
		return false
	}
	last := items[0].Text
	for i := 1; clause.At(items, i).Kind == clause.Word; i++ {
		last = items[i].Text
	}
	return strings.HasSuffix(last, "任务") || strings.HasSuffix(last, "计划") || strings.HasSuffix(last, "目标")
}

// duration is the number of tokens of a duration that items begin with, 0 if
// none: 3个月, 10天.
func duration(items []clause.Token) int {
	if len(items) < 2 || items[0].Kind != clause.Word || items[0].Text == "" || items[0].Text[0] < '0' || items[0].Text[0] > '9' {
		return 0
	}
	switch items[1].Text {
	case "年", "天", "日", "周", "小时":
		return 2
	case "个":
		if clause.At(items, 2).Says("月", "小时") {
			return 3
		}
	}
	return 0
}
