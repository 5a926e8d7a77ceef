package ignore

import (
	"slices"
	"strings"

	"zhibiao/han"
)

// rule is a row of a table: a number measures nothing, for the reason why, where all
// holds that the row names. Its example is its test: the number stands in brackets.
type rule struct {
	why        string
	example    string
	units      []string // the name of its unit is one of these
	prev, next string   // one of these stands right before it, right behind it
	where      []test   // what else must hold
}

// test is what a rule asks of the number.
type test func(*place) bool

// first is the first of rules that fits, nil if none does.
func first(rules []rule, p *place) *rule {
	for i := range rules {
		if rules[i].fits(p) {
			return &rules[i]
		}
	}
	return nil
}

func (r *rule) fits(p *place) bool {
	if r.prev != "" && !han.In(p.prev, r.prev) || r.next != "" && !han.In(p.next, r.next) {
		return false
	}
	for _, holds := range r.where {
		if !holds(p) {
			return false
		}
	}
	return r.units == nil || p.q.Unit != nil && slices.Contains(r.units, p.q.Unit.Name)
}

// marked are ordinals, years and codes, by what stands around them.
var marked = []rule{
	{"ordinal", "第[8.6代]线", nil, "第", "", nil},
	{"per", "每[5]人", nil, "每逐", "", nil},
	{"name", "[一次]产业", []string{"次"}, "", "产", nil},
	{"ordinal", "[八届]全会", []string{"届", "期"}, "", "", []test{inHan}},
	{"document_number", "〔[2023]〕5号", nil, "〔[【", "", nil},
	{"year", "[2023]计划", nil, "", "", []test{unitless, year, noPause}},
	{"duration", "连续[8次]获评", []string{"次"}, "续", "获荣蝉", nil},
	{"year", "[2025回]望", []string{"回"}, "", "望首顾", []test{year}},
	{"name", "承包到期后再延长[30年]试点", []string{"年"}, "长", "", []test{renewed}},
	{"code", "[一九五八]粮食", nil, "", "", []test{unitless, sequence}},
}

// units are numbers whose unit names or lists more often than it counts.
var units = []rule{
	{"ordinal", "[2.2]本项目", nil, "", "", []test{opensSentence, inPoints, class}},
	{"name", "[318国]道", []string{"国"}, "", "道", nil},
	{"name", "[万亿国]债", []string{"国"}, "", "债", nil},
	{"name", "粮食产量[5连]增", []string{"连"}, "", "增丰升优胜冠涨降跌", nil},
	{"name", "[208路]公交", []string{"路"}, "", "公", nil},
	{"name", "北纬[30度]", []string{"度"}, "", "", []test{latitude}},
	{"name", "2×[60万千瓦]机组", []string{"千瓦", "兆瓦", "吨"}, "×", "", nil},
	{"name", "[三级]", []string{"级"}, "", "", []test{inHanOrScaled}},
	{"name", "[百吨]级", nil, "", "级", []test{grade}},
	{"a step, not a count", "迈上[三个]台阶", nil, "", "", []test{class, stepAhead}},
	{"name", "[两位]数", []string{"位"}, "", "数一", nil},
	{"date", "3时[5分]", []string{"分", "秒"}, "时点分", "", nil},
}

// spelled are those that are so in Chinese numerals alone.
var spelled = []rule{
	{"name", "[千人]计划", nil, "", "", []test{oneWord, class, plain}},
	{"unit", "[亿元]", nil, "", "", []test{scaleAlone, closed, unreached}},
	{"unit", "新浪、[百度]、搜狐", nil, "", "", []test{scaleAlone, parted}},
	{"name", "[亿元]镇", nil, "", "楼镇村县", []test{bare, money}},
	{"name", "[百年]目标", nil, "", "", []test{bare, plain, measures}},
	{"name", "上[千种]物资", nil, "", "", []test{weak, bare}},
	{"lists or names", "[三大]战役", nil, "", "", []test{weak, small}},
	{"word", "[一起]推进", []string{"起"}, "", "", []test{one, noCase}},
	{"lists or names", "[三个]方面", []string{"个"}, "", "方层阶维环转坚", []test{small, class}},
	{"lists or names", "[两条]线", []string{"条"}, "", "线", []test{small, class}},
	{"lists or names", "[两项]补助", []string{"项"}, "", "补", []test{small, class}},
	{"lists or names", "一带[一路]建设", lists, "", "", []test{small, class}},
	{"lists or names", "[一家]企业", nil, "", "", []test{small, class, one}},
	{"name", "[二度]", []string{"度"}, "", "", []test{small}},
	{"name", "[四方]", []string{"方"}, "", "", nil},
}

// lists are units that list with a small Chinese numeral before them.
var lists = strings.Fields(`年 级 期 届 市 区 县 省 镇 乡 村 地 方 点 线 带 步 路 国 天 日 度 声 头 手 面 心 山 河 江 湖 院 校 馆 站 港`)
