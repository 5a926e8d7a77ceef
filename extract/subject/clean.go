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
	kept := 0 // most names lose nothing
	for kept < len(items) && items[kept].Kind != clause.Moment && numbering(items, kept) == 0 && !fallsOut(items, kept) {
		kept++
	}
	out := items[:kept:kept]
	if kept < len(items) {
		out = append(make([]clause.Token, 0, len(items)), out...)
	}
	for i := kept; i < len(items); i++ {
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
	for len(out) > 0 && endsNoName(&out[len(out)-1], len(out) == 1) && !eachHead.Ends(out) && !eachOne.Is(out) {
		out = out[:len(out)-1]
	}
	for len(out) > 0 && beginsNoName(&out[0]) {
		out = out[1:]
	}
	return out
}

// eachHead and eachOne say that what is named is a head's or a household's: 每人平均, 平均每人.
var (
	eachHead = words{is(word.PerHead), says("平均")}
	eachOne  = words{says("平均"), is(word.PerHead)}
)

// numbering is how many of items from i on number a thing or count months, and
// so belong to no name: 第5个, 4个月; 0 where they do not.
func numbering(items []clause.Token, i int) int {
	if rest := items[i:]; ordinal.Begins(rest) || inMonths.Begins(rest) {
		return len(ordinal)
	}
	return 0
}

var (
	figures  = tagged("x", "m").And(clause.ClassOf(func(k *clause.Token) bool { return digits(k.Text) }))
	ordinal  = words{says("第"), figures, tagged("q").But(says("届", "期"))}
	inMonths = words{figures, tagged("q").Says("个"), says("月")}
)

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
	case dropped.Has(it) && !describing(items, i), timeWord.Has(it):
		return true
	case i > 0 && atTime.Begins(items[i:]):
		return true // 合作社[在今年上半年]已有基层社
	case i > 0 && inWhole.Begins(items[i:]):
		return true // 优良率[在全省]排名
	}
	return inArea.Begins(items[i:]) && !takesUp.Has(clause.At(items, i-1))
}

var (
	dropped  = is(word.Dropped).But(says("过", "地"))
	timeWord = tagged("t").Is(word.Timed)
	atTime   = words{at, kind(clause.Moment)}
	inWhole  = words{at, is(word.Generic), some}
	takesUp  = says("占") // 占[全市]比重
	inArea   = words{is(word.Generic).But(says("总量", "水平")), some}
)

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
	const marks = "★☆●○◆◇■□▲△▼※◎"
	return len(s) == len("★") && strings.Contains(marks, s)
}

// figureAlone tells whether a quotation holds nothing but a figure.
func figureAlone(quoted string) bool {
	inner := strings.Trim(quoted, "“”\"‘’")
	return len(inner) < 3 && digits(inner)
}

// describing tells whether a word that mostly says how or when describes the
// noun right behind it.
func describing(items []clause.Token, i int) bool {
	if clause.At(items, i+1).Start != items[i].End {
		return false
	}
	for _, words := range describers {
		if words.Begins(items[i:]) {
			return true
		}
	}
	return i > 0 && (clearly.Begins(items[i-1:]) || givenBack.Begins(items[i-1:]))
}

var (
	describers = []words{
		{says("各"), noun},     // 各部门
		{says("净"), noun},     // 净外送电量
		{says("全面"), noun},    // 全面深化改革
		{inTime, endsIn("率")}, // 按期答复率
		{says("年均"), endsIn("工资").Or(endsIn("收入"))}, // 职工年均工资
		{says("年均"), endsIn("浓度")},                  // 二氧化硫年均浓度
		undergone,                                   // 被侵占林地
		{says("实际"), verbal.Not(word.Carrying, word.Strong), is(word.Attribute)},          // 实际报销比例
		{says("实际"), noun.Not(word.Attribute).Or(says("使用", "利用", "到位"))},                 // 实际问题, 实际使用外资
		{says("年度"), noun.Not(word.Attribute).But(says("计划", "任务", "目标")).Or(says("投资"))}, // 年度测评成绩
	}
	givenBack = words{startsWith("退").Long(2), says("还"), some} // 退牧[还]草
	clearly   = words{noun, tagged("a"), de}                    // 成效[明显]的村镇
)

// endsNoName tells whether no name ends in l; alone, that it is all of it.
func endsNoName(l *clause.Token, alone bool) bool {
	switch l.Kind {
	case clause.Pause:
		return true
	case clause.Word:
		return noEnd.Has(l) || !alone && noEndOfMore.Has(l)
	}
	return false
}

var (
	// noEnd are the words that end no name.
	noEnd = is(word.NoEnd).Or(
		tagged("p", "c"),
		says("中").Tagged("f"),
		verb.Is(word.Able),
		tagged("d", "ad", "a", "z").Is(word.Dropped, word.Leading, word.ShownAdverb),
	)
	// noEndOfMore are those that end no name of several words: 补助标准提高到[人均]320元,
	// 低保标准[年]人均8640元, 收入[五年]翻了一番, 综合评估[我省]连续两年全国第一.
	noEndOfMore = is(word.NoEndVerb, word.EveryTime, word.PerHead).Or(
		says("人均", "年", "月"),
		startsWith("每").Over(2),
		severalYears,
		own.And(startsWith("我")),
	)
)

// severalYears are the words that count more than one year: 五年.
var severalYears = endsIn("年").And(clause.ClassOf(func(k *clause.Token) bool {
	r := []rune(k.Text)
	return len(r) == 2 && strings.ContainsRune("两三四五六七八九十", r[0])
}))

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
