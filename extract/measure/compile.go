package measure

import (
	"slices"

	"zhibiao/extract/word"
	"zhibiao/han"
)

// years before a verb is an adverb: 增收 of 五年增收.
const (
	someDigits = "一二三四五六七八九十两" // and those that are digits anywhere
	someYears  = `[` + someDigits + `\d]+年`
)

// The verbs of the patterns that are no tables: each pattern is made of them,
// and so is the look that spares most numbers the pattern.
var (
	originVerbs   = []string{"由", "从"}
	baseVerbs     = []string{"比", "较", "同", "与", "和"}
	multipleVerbs = []string{"恢复到", "恢复至", "是", "为", "等于", "相当于", "达到", "达", "约为", "不低于", "不高于", "不超过", "超过"}
	grownVerbs    = []string{"增长到", "增加到", "提高到", "扩大到", "增至"} // of a multiple, not of a percentage
	planVerbs     = []string{"完成", "为", "达到", "相当于"}
	partVerbs     = []string{"相当于", "不低于", "不少于", "不超过", "不高于", "超过", "高于", "低于", "达到", "接近", "稳定在", "保持在", "维持在", "控制在", "仅为", "只为", "约为", "为", "仅有", "只有", "增加到", "扩大到", "上升到"}
	shareVerbs    = []string{"占到", "约占", "占"}
)

// compile makes the patterns. They read from the number outward, to the left.
func (r *Reader) compile() error {
	adverbWords := r.words.List(word.Adverb)
	reachWords := r.words.List(word.Reach)
	adverbs, reach := oneOf(adverbWords, someYears), oneOf(reachWords)
	r.adverbs, r.growths, r.reaches = endingsOf(adverbWords), endingsOf(r.words.List(word.Growth)), endingsOf(reachWords)
	r.ranks, r.sides = endingsOf(r.words.List(word.RankVerb)), endingsOf(r.words.List(word.Side))
	r.reached, r.between = endingsOf(r.words.List(word.ReachedBy)), endingsOf(r.words.List(word.Between))
	r.growthEnds = han.NewTable(r.growths.lasts() + r.adverbs.lasts() + r.reached.lasts() + r.between.lasts() + "了年内")
	var err error
	make := func(to *pattern, p string) {
		if err == nil {
			*to, err = newPattern(p)
		}
	}
	make(&r.share, `(?<verb>`+oneOf(shareVerbs)+`)(?<of>[^，；：。、占（）]{0,24}?)(?:的)?(?<head>比重|比例|份额|比)?(?:的)?(?:`+adverbs+`)*(?:`+reach+`|提高|提升|下降|上升|增加)?(?:到|至|了|在)?$`)
	make(&r.base, `(?<verb>比|较|同(?!期)|与|和)(?<of>(?:全[国省市区县球]|世界)[、和与及](?:全[国省市区县球]|世界)(?:平均)?(?:水平)?|[^，；：。、]{1,18}?)(?:相比|比较|对比)?(?:略有|有所|又|则|将|约)*$`)
	make(&r.plan, `(?<verb>`+oneOf(planVerbs)+`)(?:了)?(?<of>(?:全年|年度|年|原定|国家|上半年|[^，；：。、完成为了]{0,6})?(?:计划|预算|预算数|任务|目标|目标任务|指标|计划数|预计数|决算数|年度计划|进度))(?:的)?(?:数的)?$`)
	make(&r.part, `(?<verb>`+oneOf(partVerbs)+`)(?<of>[^，；：。、（）]{2,18}?)的$`)
	make(&r.origin, `(?<verb>`+oneOf(originVerbs)+`)(?<of>(?:[月年][^，；：。、]{1,4}额|全国|全省|全市|世界|全球|国内|省内|原预算|原计划|原来|原先|原有|上年|去年|今年预计|原定(?:的)?(?:平均)?(?:每年)?|[年月]?[人户亩月日生]均|此前|最初|过去|以前|每[^，；：。、]{1,3}|年初|上半年|[一二三首前上]{1,2}季度|上年同期|改革前|[^，；：。、]{1,9}(?:时期?|初期?|前|末|底)(?=的)|[^，；：。、]{0,8}年(?:前|代)?)?)(?:的)?(?:不到|不足|近|约)?$`)
	make(&r.multiple, `(?<verb>`+oneOf(slices.Concat(multipleVerbs, grownVerbs))+`)(?<of>[^，；：。]{0,34}?)(?:的)?(?:近|约)?$`)
	if err != nil {
		return err
	}
	r.origin.need, r.origin.within = cover(originVerbs), 16
	r.base.need, r.base.within = cover(baseVerbs), 24
	for i := range Rules {
		r.among = append(r.among, han.RunesOf([]rune(Rules[i].Among)))
	}
	return nil
}
