package quantity

import (
	"zhibiao/extract/lang"
	"zhibiao/extract/num"
	"zhibiao/extract/word"
	"zhibiao/han"
)

// ordinal reads 第N: a rank where the words before it say so, else no fact.
func (s *Scanner) ordinal(t []rune, i, from int) (q lang.Quantity, ok bool) {
	j := i + 1
	if lang.At(t, j) == ' ' {
		j++
	}
	if !num.Starts(lang.At(t, j)) {
		return q, false
	}
	n, ok := num.Parse(t, j, s.Units.Starts(t))
	if !ok || n.Point || n.Fuzz != 0 {
		return q, false
	}
	q = lang.Quantity{Start: i, End: n.End, Num: n, Val: n.Val.Rat(), Kind: "ordinal", Bound: "eq", UnitName: ""}
	place := placeAt(t, n.End)
	q.End += place
	if rule := s.rankRule(t, &q, from, place > 0); rule != "" {
		q.Rank, q.UnitName = true, "位"
		q.Rules = append(q.Rules, rule)
	} else {
		q.Why = "ordinal"
	}
	s.rankRange(t, &q)
	q.Before, q.After, q.UnitFrom, q.UnitTo = q.Start, q.End, q.End, q.End
	return q, true
}

// placeAt is the length of the word for a place at t[j]: 位, 名, 个位.
func placeAt(t []rune, j int) int {
	if lang.AnyAt(t, j, "位名") && !lang.AnyAt(t, j+1, "单录称字") {
		return 1
	}
	return lang.PrefixLen(t, j, "个位")
}

// rankRule is the rule by which 第N is a rank, "" where it is none. place tells that 位
// or the like stands behind it.
func (s *Scanner) rankRule(t []rune, q *lang.Quantity, from int, place bool) string {
	first := place && q.Num.Val.Float() == 1
	if first && (putFirst(t, q.Start) || lang.At(t, q.End) == '的') {
		return "" // 第一位的任务
	}
	end := q.Num.End
	alone := place || lang.ClauseEnd(t, end) || lang.AnyAt(t, end, "、和且")
	switch {
	case alone && RanksOf(s.words, t[from:q.Start]): // 增速全省第一
		return "rank.place"
	case (alone || lang.At(t, end) == '的') && s.rankBefore(t, q.Start, from):
		return "rank"
	case place && s.rankNear(t, q.Start, from):
		return "rank.place"
	}
	return ""
}

// rankRange reads 第六和第九之间 and 第三至第五位.
func (s *Scanner) rankRange(t []rune, q *lang.Quantity) {
	j := q.End
	if !lang.AnyAt(t, j, "和与到至") || lang.At(t, j+1) != '第' {
		return
	}
	m, ok := parseAt(t, j+2, s.Units.Starts(t))
	if !ok || m.Point || q.Val.Cmp(m.Val.Rat()) >= 0 {
		return
	}
	if !lang.HasPrefix(t, m.End, "之间") {
		place := placeAt(t, m.End)
		if place == 0 || !lang.AnyAt(t, j, "到至") || lang.AnyAt(t, q.Start-1, "从由") {
			return
		}
		m.End += place
	}
	q.Low, q.High, q.IsRange = q.Val, m.Val.Rat(), true
	q.Val, q.Bound, q.Kind, q.End = middle(q.Low, q.High), "range", "range", m.End
	q.Rank, q.UnitName, q.Why = true, "位", ""
}

// RanksOf tells whether 全国, 全省 or the like stands right before 第N.
func RanksOf(words *word.Table, before []rune) bool {
	return words.Has(string(before[max(0, len(before)-2):]), word.RankArea)
}

// putFirst tells whether something is put before all else: 放在首位. It has no rank.
func putFirst(t []rune, i int) bool {
	return lang.PrefixLen(t, max(0, i-2), "放在", "摆在") > 0
}

// rankVerbs say that something holds a place.
var rankVerbs = han.NewSet("居列跃升排冠登为是获至到")

// rankBefore: the clause before i says that something holds a place.
func (s *Scanner) rankBefore(t []rune, i, from int) bool {
	for k := i - 1; k >= from && i-k < 26; k-- {
		k = beforeBracket(t, k, from) // 居全省县（市、区）第一
		switch {
		case rankVerbs.Has(t[k]), k > from && lang.PrefixLen(t, k-1, "保持", "蝉联", "位次", "雄踞", "占据", "独占") > 0:
			return true
		case lang.IsHard(t[k]) && t[k] != '”':
			return false
		}
	}
	return false
}

// rankNear is rankBefore for 第N位, also where only 全国, 全省, 前 stands before.
func (s *Scanner) rankNear(t []rune, i, from int) bool {
	for k := i - 1; k > from && i-k < 12; k-- {
		if k = beforeBracket(t, k, from+1); k == from {
			return false
		}
		if lang.IsHard(t[k]) && t[k] != '”' {
			return false
		}
		near := string(t[k-1 : k+1])
		if lang.AnyAt(t, k, "从由") || s.words.Has(near, word.RankSign) || s.words.Has(near, word.RankArea) {
			return true
		}
	}
	return false
}

// beforeBracket is the offset before the short bracket that ends at k; k itself where none does.
func beforeBracket(t []rune, k, from int) int {
	if !lang.AnyAt(t, k, "）)") {
		return k
	}
	for j := k - 1; j > from && k-j < 6; j-- {
		if lang.AnyAt(t, j, "（(") {
			return j - 1
		}
	}
	return k
}
