package ignore

import (
	"zhibiao/extract/lang"
	"zhibiao/extract/word"
)

// withoutUnit tells why a number without a unit measures nothing. It does where
// a scale says that it counts (551万农村贫困人口) or where a verb has led to it
// (户数达到1200).
func (p *place) withoutUnit() string {
	switch p.next {
	case '号', '版', '路', '街', '弄', '届', '期', '线', '环', '季', '型', '代', '旬':
		return "name"
	case '月', '年', '日', '时', '点':
		return "date"
	}
	switch {
	case p.largeThings():
		return "defines what is counted"
	case p.medals() || p.counts() || p.reached() || p.q.UnitName != "":
		return ""
	case p.inWord():
		return "word"
	}
	return "no unit"
}

// largeThings tells whether the number is of money, and says how large the things are that are
// counted behind it: 新增过[50亿]企业3家.
func (p *place) largeThings() bool {
	passed := boundedBefore(p) || p.prev == '过'
	return passed && p.q.Num.Scale >= hundredMillion && p.q.Unit == nil && p.words.LenAt(p.t, p.q.After, word.Sized) > 0 && p.countsLarger()
}

// medals: 获得12金.
func (p *place) medals() bool {
	return lang.IsOneOf(string(p.next), "金", "银", "铜") && !p.q.Num.Han && !lang.IsLatin(p.prev)
}

// counts tells whether a scale makes the number a count.
func (p *place) counts() bool {
	n := &p.q.Num
	noun := lang.IsHan(p.next) && p.next != '级'
	if n.Bare {
		return boundedBefore(p) && noun && n.Val.Float() >= 100 // 近百万市民
	}
	switch ends := lang.ClauseEnd(p.t, p.q.After); {
	case n.Scale < 4:
		return false
	case noun && p.next != '余': // 551万农村贫困人口
		return true
	case !n.Han: // 注册志愿者105万、参保人数86万
		return ends || p.next == '、'
	default:
		return n.Val.Float() >= 1e4 || ends && p.words.Has(string(p.t[p.from:p.q.Before]), word.CountsBare)
	}
}

// reached tells whether a verb has led to the number.
func (p *place) reached() bool {
	n := &p.q.Num
	if n.Point && originOf(p.t, p.q, p.from, p.to) {
		return true
	}
	led := !n.Han && boundedBefore(p) || reachedBy(p.t, p.from, p.q.Start)
	led = led || n.Point && lang.IsOneOf(string(p.prev), "率", "比") // 百万吨死亡率0.028
	if !led || n.Han && n.Val.Float() <= 100 {
		return false
	}
	return lang.ClauseEnd(p.t, p.q.After) || p.next == '、' || lang.IsRatioMark(p.next)
}

// inWord: a Chinese digit alone is a part of the word around it: 一共, 统一.
func (p *place) inWord() bool {
	q := p.q
	if !q.Num.Han || q.Num.End-q.Num.Start > 1 || boundedBefore(p) {
		return false
	}
	return lang.IsHan(p.next) || p.prev != 0 && lang.AnyAt([]rune{p.prev}, 0, "统唯不万专划逐之如合惟归")
}

// reachedBy: 达, 为, 至 stand right before a number without a unit.
func reachedBy(t []rune, from, i int) bool {
	for k := i - 1; k >= from && i-k <= 2; k-- {
		switch t[k] {
		case '达', '到', '至', '为', '数', '破', '过', '在':
			return true
		}
	}
	return false
}

// originOf: 由0.46降至0.43, an index without a unit.
func originOf(t []rune, q *lang.Quantity, from, to int) bool {
	if q.Start == from || !lang.AnyAt(t, q.Start-1, "由从") {
		return false
	}
	for k := q.End; k < min(to, q.End+6); k++ {
		if lang.AnyAt(t, k, "到至") {
			return k+1 < to && lang.IsDigit(t[k+1])
		}
	}
	return false
}
