package extract

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dlclark/regexp2/v2"

	"zhibiao/extract/lang"
)

const (
	adverbs = `(?:拟按|拟|却|则|仍然|仍将|预定|大约|大体|有望|可望|一律|将达|分别|均|都|各|也|已经|已|将|要|力争|争取|预计|预期|计划|合计|共计|总计|累计|共|平均|实际|名义|约|近|再|又|只|仅|净|进一步|稳步|大幅度|大幅|逐步|同比|环比|同|年均|每年|逐年|持续|首次|成功|一举|双双|提前|总体|继续|直接|确保|努力|要求|高达|可比|按可比价|按可比价格|按可比价计算|按可比价格计算|按不变价|按不变价格计算|止跌|止跌回升|企稳|由负转正|实现|按可比口径计算|按同口径|同口径比|同口径|按可比口径|可比口径|比上年同期|比上年末|比上年底|比上年|比去年同期|比去年底|比去年末|比去年|较上年末|较上年底|较上年同期|较上年|较去年同期|较去年|较年初|比年初|比上一年|比上年度|比前年|比上届|比上月|比上季度|与上年相比|和上年相比|与去年相比|每年递增|年均递增|平均每年|年平均|平均递增|累计又|一般|仍|还|全年|当年|同期|五年|[一二三四五六七八九十两\d]+年|每人每月|每人每年|每人|每月|每年每人|每户|每亩|每吨|每立方米|每度|每千瓦时|每公斤|每斤)`
	growth  = `(?:上涨幅度|下降幅度|提升幅度|增长的速度|增长速度|递增速度|增长预期目标|预期增长目标|增长目标|增长比例|削减|精简|减价|降价|节约|增长率|增长速度|增长幅度|增长面|增长|同比增|增幅|增速|增收|减收|超收|增产|减产|增加|增高|增多|新增加|增|下降|下滑|下跌|降低|降幅|减少|减低|缩减|压减|压降|压缩|缩短|回落|跌|降|上升|上涨|上调|涨幅|涨|提高|提升|提速|升高|升幅|升|加快|扩大|缩小|延长|延伸|递增|递减|衰退|负增长|调增|调减|多增|少增|多|少|减|高于|低于|高出|高过|优于|好于|快于|超出|领先|落后|收窄|拉动|前移|后移|上移|进位|攀升|翻|拓宽|加宽|放宽|贬值|升值|改善)`
	reach   = `(?:达到|到达|达|已达|为|是|有|突破|超过|超|增至|增到|增加到|增加至|增长到|增长至|升至|升到|升为|上升到|上升至|提升至|提升到|提升为|提高到|提高至|提高为|降至|降到|降为|下降到|下降至|降低到|降低至|降低为|控制在|控制到|控制|保持在|保持|稳定在|稳定|维持在|跃升至|跃升到|跃升为|跃居|扩大到|扩大至|扩展到|扩增到|发展到|发展至|缩短到|缩短至|缩短为|压缩到|压缩至|压缩为|压减到|压减至|精简到|精简至|整合至|整合到|整合为|合并为|减少到|减少至|减少为|减至|减为|缩减到|缩减至|累计达|累计达到|共计|总计|接近|逼近|迈上|跨越|跨入|跃上|跃过|站上|迈过|登上|突破了|达到了|超过了|到|至|列|累计|约为|拓展到|拓展至|延长到|延长至|延长为|调整为|调整到|上调到|上调至|上涨到|回升到|回升至|回落到|回落至|恢复到|恢复至|攀升至|攀升到|集聚|突破至|加密到|加密至|优化到|优化至|统一为|提标到|提标至|涨到|涨至|改善到|改善至|改善为|稳中有升达|高达|仅为|仅|只有|翻到|折合|合|相当于|等于|不低于|不少于|不超过|不高于|控制目标为|目标为|增为|占到|占)`
)

// tails are the patterns of what stands before a number.
type tails struct {
	growth, reach, rank, share, multiple, origin, base, plan, part, qualifier *regexp2.Regexp
	growthEnds, reachEnds                                                     map[rune]bool // the last runes of what growth and reach match
}

func newTails() (*tails, error) {
	t := &tails{
		growthEnds: lastRunes(adverbs, growth, `(?:了|达到|到|至|为|在|达|控制在|保持在|约)`),
		reachEnds:  lastRunes(adverbs, reach, `(?:了)`),
	}
	adverbs, growth, reach := longestFirst(adverbs), longestFirst(growth), longestFirst(reach)
	for _, p := range []struct {
		to  **regexp2.Regexp
		pat string
	}{
		// 同比增长, 分别比上年增长, 涨幅为, 增速达到
		{&t.growth, `(?<pre>` + adverbs + `*)(?<verb>` + growth + `)(?<mid>了)?(?<to>达到|到|至|为|在|达|控制在|保持在|约)?(?<post>` + adverbs + `?)$`},
		{&t.reach, `(?<pre>` + adverbs + `*)(?<verb>` + reach + `)(?<post>了?` + adverbs + `*)$`},
		{&t.rank, `(?<pre>` + adverbs + `*)(?<verb>稳居|位居|位列|跃居|跃升至|跃升到|跃升|跃上|跃至|上升到|上升至|升至|升到|提升至|提升到|前移至|前移到|晋升至|名列|排名|排在|排|居于|居|列|保持|蝉联|荣登|登上|荣获|获得|获|为|是|取得|夺得|冲进|进入|进位至|进到|进至|从|由|回升至|至|到|达到)[^，；：。]{0,16}?$`},
		{&t.share, `(?<verb>占到|约占|占)(?<of>[^，；：。、占（）]{0,24}?)(?:的)?(?<head>比重|比例|份额|比)?(?:的)?(?:` + adverbs + `)*(?:` + reach + `|提高|提升|下降|上升|增加)?(?:到|至|了)?$`},
		{&t.base, `(?<verb>比|较|同|与|和)(?<of>[^，；：。、]{1,18}?)(?:相比|比较|对比)?(?:略有|有所|又|则|将|约)*$`},
		{&t.plan, `(?<verb>完成|为|达到|相当于)(?:了)?(?<of>(?:全年|年度|年|原定|国家|上半年|[^，；：。、完成为]{0,6})?(?:计划|预算|预算数|任务|目标|目标任务|指标|计划数|预计数|决算数|年度计划|进度))(?:的)?(?:数的)?$`},
		{&t.part, `(?<verb>不低于|不少于|不超过|不高于|超过|高于|低于|达到)(?<of>[^，；：。、（）]{2,18}?)的$`},
		{&t.origin, `(?<verb>由|从)(?<of>(?:全国|全省|全市|世界|全球|国内|省内|原来|原先|原有|上年|去年|此前|最初|过去|以前|每[^，；：。、]{1,3}|年初|上年同期|改革前|[^，；：。、]{0,8}年)?)(?:的)?(?:不到|不足|近|约)?$`},
		{&t.multiple, `(?<verb>是|为|等于|相当于|达到|达|约为)(?<of>[^，；：。]{0,20}?)(?:的)?(?:近|约)?$`},
		{&t.qualifier, `(?:还原|扣除|剔除|按|不含|考虑)[^，；。、]{1,16}?(?:因素后|因素|影响后|影响|计算|口径|不变价|可比价|后)`},
	} {
		re, err := regexp2.Compile(p.pat, regexp2.RightToLeft|regexp2.ExplicitCapture)
		if err != nil {
			return nil, fmt.Errorf("compile %s: %w", p.pat, err)
		}
		re.MatchTimeout = lang.MatchTimeout
		*p.to = re
	}
	return t, nil
}

// tail is what a pattern read: where it starts in the runes given, and its verb.
type tail struct {
	at             int
	pre, verb, to  string
	of, head, post string
}

func readTail(re *regexp2.Regexp, t []rune) (tail, bool, error) {
	m, err := re.FindRunesMatch(t)
	if err != nil {
		return tail{}, false, fmt.Errorf("pattern %.40s… on %q: %w", re.String(), string(t), err)
	}
	if m == nil {
		return tail{}, false, nil
	}
	g := func(name string) string {
		if x := m.GroupByName(name); x != nil && len(x.Captures) > 0 {
			return x.String()
		}
		return ""
	}
	return tail{m.RuneIndex, g("pre"), g("verb"), g("to"), g("of"), g("head"), g("post")}, true, nil
}

// longestFirst sorts the alternatives of (?:a|b|…), so that 年均 is not read
// as 年 and 均.
func longestFirst(group string) string {
	alts := strings.Split(strings.TrimSuffix(strings.TrimPrefix(group, "(?:"), ")"), "|")
	slices.SortStableFunc(alts, func(a, b string) int { return len(b) - len(a) })
	return "(?:" + strings.Join(alts, "|") + ")"
}

// lastRunes are the last characters of the alternatives of (?:a|b|…): a
// pattern that ends in them matches nothing that ends otherwise.
func lastRunes(groups ...string) map[rune]bool {
	m := map[rune]bool{}
	for _, g := range groups {
		for _, a := range strings.Split(strings.TrimSuffix(strings.TrimPrefix(g, "(?:"), ")"), "|") {
			r := []rune(a)
			m[r[len(r)-1]] = true
		}
	}
	return m
}
