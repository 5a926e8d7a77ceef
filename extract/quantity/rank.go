package quantity

import (
	"zhibiao/extract/lang"
	"zhibiao/extract/num"
	"zhibiao/extract/word"
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
	j = n.End
	place := false
	if lang.AnyAt(t, j, "位名") && !lang.AnyAt(t, j+1, "单录称字") {
		place = true
		q.End++
	} else if j+1 < len(t) && t[j] == '个' && t[j+1] == '位' {
		place = true
		q.End += 2
	}
	switch {
	case place && n.Val.Float() == 1 && (putFirst(t, i) || lang.At(t, q.End) == '的'):
		q.Why = "ordinal" // 第一位的任务
	case RanksOf(s.words, t[from:i]) && (place || lang.ClauseEnd(t, j) || lang.AnyAt(t, j, "、和且")):
		q.Rank, q.UnitName = true, "位" // 增速全省第一
		q.Rules = append(q.Rules, "rank.place")
	case s.rankBefore(t, i, from) && (place || lang.ClauseEnd(t, j) || lang.AnyAt(t, j, "的、和且")):
		q.Rank, q.UnitName = true, "位"
		q.Rules = append(q.Rules, "rank")
	case place && s.rankNear(t, i, from):
		q.Rank, q.UnitName = true, "位"
		q.Rules = append(q.Rules, "rank.place")
	default:
		q.Why = "ordinal"
	}
	s.rankRange(t, &q)
	q.Before, q.After, q.UnitFrom, q.UnitTo = q.Start, q.End, q.End, q.End
	return q, true
}

// rankRange reads 第六和第九之间.
func (s *Scanner) rankRange(t []rune, q *lang.Quantity) {
	j := q.End
	if !lang.AnyAt(t, j, "和与到至") || lang.At(t, j+1) != '第' {
		return
	}
	m, ok := parseAt(t, j+2, s.Units.Starts(t))
	if !ok || m.Point || !lang.HasPrefix(t, m.End, "之间") || q.Val.Cmp(m.Val.Rat()) >= 0 {
		return
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
	return lang.HasPrefix(t, max(0, i-2), "放在") || lang.HasPrefix(t, max(0, i-2), "摆在")
}

// rankBefore: the clause before i says that something holds a place.
func (s *Scanner) rankBefore(t []rune, i, from int) bool {
	for k := i - 1; k >= from && i-k < 26; k-- {
		switch t[k] {
		case '居', '列', '跃', '升', '排', '冠', '登':
			return true
		case '为', '是', '获':
			return true
		case '持':
			if k > from && t[k-1] == '保' {
				return true
			}
		case '联':
			if k > from && t[k-1] == '蝉' {
				return true
			}
		case '次':
			if k > from && t[k-1] == '位' {
				return true
			}
		case '至', '到':
			return true
		}
		if lang.IsHard(t[k]) && t[k] != '”' {
			return false
		}
	}
	return false
}

// rankNear is rankBefore for 第N位, also where only 全国, 全省, 前 stands before.
func (s *Scanner) rankNear(t []rune, i, from int) bool {
	for k := i - 1; k > from && i-k < 12; k-- {
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
