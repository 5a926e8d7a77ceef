package extract

import (
	"strings"

	"zhibiao/extract/clause"
	"zhibiao/extract/subject"
)

// Names that hold several: 城乡居民, 进出口, 三次产业.

// several are the n names that one word holds, nil where it holds one: 城乡居民收入
// 分别增长5%、6%.
func several(name clause.Phrase, n int) []clause.Phrase {
	switch n {
	case 2:
		return pairOf(name)
	case 3:
		return threeIndustries(name)
	}
	return nil
}

// industries names the members of 一、二、三产业增加值 and 第一、第三产业增加值.
func industries(parts [][]clause.Token) []clause.Phrase {
	last := subject.Joined(parts[len(parts)-1])
	i := strings.Index(last, "产业")
	if i < 0 || len(parts) < 2 {
		return nil
	}
	tail := last[i:]
	var out []clause.Phrase
	for k, p := range parts {
		w := subject.Joined(p)
		if k == len(parts)-1 {
			w = strings.TrimSuffix(last[:i], "次")
		}
		switch w {
		case "一", "二", "三":
			w = "第" + w
		case "第一", "第二", "第三":
		default:
			return nil
		}
		out = append(out, clause.Phrase{Text: w + tail})
	}
	return out
}

// threeIndustries splits 一二三产增加值 and 三次产业增加值.
func threeIndustries(p clause.Phrase) []clause.Phrase {
	for _, w := range [...]string{"一二三次产业", "一二三产业", "一二三产", "三次产业", "三大产业"} {
		if rest, ok := strings.CutPrefix(p.Text, w); ok {
			return []clause.Phrase{{Text: "第一产业" + rest}, {Text: "第二产业" + rest}, {Text: "第三产业" + rest}}
		}
	}
	return nil
}

// pairOf splits names that hold two: 城乡居民, 存贷款, 进出口.
func pairOf(p clause.Phrase) []clause.Phrase {
	for _, w := range [...][3]string{{"城乡居民", "城镇居民", "农村居民"}, {"城乡常住居民", "城镇常住居民", "农村常住居民"}, {"存贷款", "存款", "贷款"}, {"进出口", "进口", "出口"}, {"城镇和农村居民", "城镇居民", "农村居民"}, {"城镇、农村居民", "城镇居民", "农村居民"}, {"城镇与农村居民", "城镇居民", "农村居民"}, {"城镇居民和农村居民", "城镇居民", "农村居民"}, {"产销量", "产量", "销量"}, {"城乡", "城镇", "农村"}, {"牛羊", "牛", "羊"}, {"产销", "产量", "销量"}, {"客货运", "客运", "货运"}} {
		if i := strings.Index(p.Text, w[0]); i >= 0 {
			return []clause.Phrase{{Text: strings.Replace(p.Text, w[0], w[1], 1)}, {Text: strings.Replace(p.Text, w[0], w[2], 1)}}
		}
	}
	return nil
}
