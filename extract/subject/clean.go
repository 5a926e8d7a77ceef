package subject

import (
	"strings"
	"unicode/utf8"

	"zhibiao/extract/clause"
	"zhibiao/extract/word"
)

// Joined is the text of items, without what stands between them.
func Joined(items []clause.Token) string {
	var b strings.Builder
	for i := range items {
		b.WriteString(items[i].Text)
	}
	return b.String()
}

// Clean drops what is no part of a name: adverbs, time, long brackets, the
// marks at its ends.
func Clean(items []clause.Token) []clause.Token {
	out := make([]clause.Token, 0, len(items))
	for i := 0; i < len(items); i++ {
		if n := numbering(items, i); n > 0 {
			if items[i].Text == "第" && i+n < len(items) {
				out = out[:0] // 成为全国第5个[轨道交通里程]
			}
			i += n - 1
			continue
		}
		if n := len(out); n > 0 && items[i].Kind == clause.Moment && out[n-1].Is(word.Linking) {
			out = out[:n-1] // 较“十三五”末期
		}
		if !fallsOut(items, i) {
			out = append(out, items[i])
		}
	}
	for len(out) > 0 && endsNoName(&out[len(out)-1], len(out) == 1) {
		out = out[:len(out)-1]
	}
	for len(out) > 0 && beginsNoName(&out[0]) {
		out = out[1:]
	}
	return out
}

// numbering is how many of items from i on number a thing or count months, and
// so belong to no name: 第5个, 4个月; 0 where they do not.
func numbering(items []clause.Token, i int) int {
	const size = 3
	if i+size > len(items) {
		return 0
	}
	ordinal := items[i].Text == "第"
	k := i
	if ordinal {
		k++
	}
	number, unit := &items[k], &items[k+1]
	if !number.Tagged("x", "m") || unit.Pos != "q" || !digits(number.Text) {
		return 0
	}
	if ordinal && !unit.Says("届", "期") || !ordinal && unit.Text == "个" && items[i+2].Text == "月" {
		return size
	}
	return 0
}

// digits tells whether a word is a number in figures.
func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// fallsOut tells whether items[i] is no part of a name wherever it stands.
func fallsOut(items []clause.Token, i int) bool {
	it := &items[i]
	switch it.Kind {
	case clause.Moment, clause.Amount, clause.Stop:
		return true
	case clause.Quoted:
		return figureAlone(it.Text) // “2”即两个片区
	case clause.Paren:
		return utf8.RuneCountInString(it.Text) > 6 || it.Is(word.Remarked)
	case clause.Word:
	default:
		return false
	}
	switch {
	case isMark(it.Text), isLostQuote(items, it.Text):
		return true // 投资★1296亿元, 小康社会[“]
	case it.Text == "在" && it.Pos == "p" && i > 0 && clause.At(items, i+1).Kind == clause.Moment:
		return true // 合作社[在今年上半年]已有基层社
	case it.Is(word.Dropped) && !it.Says("过", "地") && !describing(items, i):
		return true
	case it.Pos == "t" && it.Is(word.Timed):
		return true
	}
	return it.Is(word.Generic) && i+1 < len(items) && !it.Says("总量", "水平")
}

// isLostQuote tells whether text is a quotation mark whose pair stands not in items,
// as a number in the quotation parts them.
func isLostQuote(items []clause.Token, text string) bool {
	if text != "“" && text != "”" {
		return false
	}
	open, closed := 0, 0
	for i := range items {
		switch items[i].Text {
		case "“":
			open++
		case "”":
			closed++
		}
	}
	return open != closed
}

// isMark tells a mark of print that is no part of a name: ★.
func isMark(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n == len(s) && strings.ContainsRune("★☆●○◆◇■□▲△▼※◎", r)
}

// figureAlone tells whether a quotation holds nothing but a figure.
func figureAlone(quoted string) bool {
	inner := strings.Trim(quoted, "“”\"‘’")
	return len(inner) < 3 && digits(inner)
}

// describing tells whether a word that mostly says how or when describes the
// noun right behind it: 各部门, 实际问题, 实际使用外资, 年度测评成绩.
func describing(items []clause.Token, i int) bool {
	if i+1 >= len(items) || items[i+1].Start != items[i].End {
		return false
	}
	next := &items[i+1]
	if next.Text == "的" && i > 0 && items[i].Pos == "a" {
		return items[i-1].IsNoun() // 成效[明显]的村镇
	}
	noun := next.IsNoun()
	switch items[i].Text {
	case "各":
		return noun
	case "实际":
		return noun && !next.Is(word.Attribute) || next.Says("使用", "利用", "到位")
	case "年度":
		return next.Text == "投资" || noun && !next.Is(word.Attribute) && !next.Says("计划", "任务", "目标")
	}
	return false
}

// adverbial are the tags of words of manner, which end no name.
var adverbial = map[string]bool{"d": true, "ad": true, "a": true, "z": true}

// endsNoName tells whether no name ends in l; alone, that it is all of it.
func endsNoName(l *clause.Token, alone bool) bool {
	switch {
	case l.Kind == clause.Pause:
		return true
	case l.Kind != clause.Word:
		return false
	case l.Is(word.NoEnd), l.Pos == "p", l.Pos == "c", l.Text == "中" && l.Pos == "f":
		return true
	case (l.Is(word.NoEndVerb, word.EveryTime) || l.Text == "人均") && !alone:
		return true // 补助标准提高到[人均]320元
	case l.Says("年", "月") && !alone:
		return true // 低保标准[年]人均8640元
	case l.Is(word.OwnArea) && strings.HasPrefix(l.Text, "我") && !alone:
		return true // 综合评估[我省]连续两年全国第一
	case l.Is(word.Able) && l.IsVerb():
		return true
	}
	return adverbial[l.Pos] && l.Is(word.Dropped, word.Leading, word.ShownAdverb)
}

// beginsNoName tells whether no name begins with f.
func beginsNoName(f *clause.Token) bool {
	switch f.Kind {
	case clause.Pause, clause.Paren:
		return true
	case clause.Word:
		return f.Is(word.NoStart)
	}
	return false
}
