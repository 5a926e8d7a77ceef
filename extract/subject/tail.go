package subject

import (
	"slices"

	"zhibiao/extract/clause"
	"zhibiao/extract/word"
)

// ending is what may end items and is no part of the name.
type ending struct {
	example string // what is cut off stands in brackets
	words   words
	cut     int // how many of the words
}

// endings are cut off one after the other.
type endings struct {
	all   []ending
	index clause.Index // by the last words of each
}

func newEndings(all []ending) *endings {
	return &endings{all, clause.IndexOf(len(all), func(i int) words {
		last := slices.Clone(all[i].words)
		slices.Reverse(last)
		return last
	})}
}

// actEnds are cut off the words before a number.
var actEnds = newEndings([]ending{
	{"发挥[首期]", words{some, order}, 1},
	{"确定[了]", words{verb, says("了", "着")}, 1},
	{"带[着]", words{some, says("了", "着").Tagged("uz")}, 1},
	{"全员劳动生产率[从]", words{some, origin}, 1},
	{"全员劳动生产率[从人均]", words{some, origin, some}, 2},
	{"优良天数[按新国标统计]", words{some, startsWith("按"), some, says("统计", "计算", "核算")}, 3},
	{"覆盖率[提高至每千人]", words{some, verb, says("至", "到"), perHead}, 3},
	{"试点范围[扩大到全国]", words{some, verb, says("至", "到"), is(word.Generic).Or(says("全国"))}, 3},
	{"医师数[达到每千人]", words{some, plainVerb, perHead}, 2}, // but 补助人均,
	{"死亡率[下降到今年的]", words{nominal.Tagged("v"), says("到", "至"), kind(clause.Moment), de}, 4},
	{"[提高到每平方公里]", words{verb, says("至", "到"), says("每"), some}, 4},
	{"地均产值[为每平方公里]", words{some, says("为", "达", "达到"), says("每"), some}, 3},
	{"路网密度[由每平方公里]", words{some, origin, says("每"), some}, 3},
	{"供养标准[年人均]", words{some, says("年", "月"), says("人均", "户均")}, 2},
	{"供养标准[达到年]", words{some, verb, says("年", "月")}, 2},
	{"养老金[由月人均]", words{some, origin, some, says("人均")}, 3},
})

// baseEnds are cut off what is compared: what is left of the base.
var baseEnds = newEndings([]ending{
	{"满意度测评[云岭]", words{is(word.Assessing), tagged("ns")}, 1},
	{"满意度测评[云岭今年]", words{is(word.Assessing), tagged("ns"), kind(clause.Moment)}, 2},
	{"从业人员[比“四经普”]", words{some, says("比"), kind(clause.Quoted)}, 2},
	{"总额[比上个]", words{startsWith("比").But(anything.Over(2)), tagged("q")}, 2},
	{"覆盖率[保持年]", words{some, says("保持"), says("年")}, 2},
	{"覆盖率[年]", words{noun.Or(says("保持")), says("年")}, 1},
})

var (
	order  = is(word.Determiner).Is(word.NoEnd)
	origin = says("从", "由").Tagged("p")
	// perHead are the words that say for how many an amount is: 每千人.
	perHead = startsWith("每").Over(2).Or(is(word.PerHead))
)

// cut cuts the endings off items.
func (e *endings) cut(items []clause.Token) []clause.Token {
	for next := 0; next < len(e.all); next++ {
		n, from := len(items), next
		next = e.index.First(clause.At(items, n-1), clause.At(items, n-2), func(i int) bool { return i >= from && e.all[i].words.Ends(items) })
		if next < 0 {
			break
		}
		items = items[:n-e.all[next].cut]
	}
	return items
}
