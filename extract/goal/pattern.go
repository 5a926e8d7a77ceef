package goal

import (
	"fmt"
	"strings"

	"github.com/dlclark/regexp2/v2"

	"zhibiao/extract/lang"
	"zhibiao/han"
)

// The words that the patterns are made of.
const (
	// adverbsWords stand before the verb.
	adverbsWords = `(?:均|都|也|要|应|力争|争取|确保|努力|继续|持续|全部|全面|总体|基本|始终|明显|显著|大幅度|大幅|略|稍|超额|圆满|较好|如期|按期|预计|稳步|进一步|不断|逐步|逐年|实际|坚决|切实|严格|高质量|保持|实现|年均|保持在|位居|处于|完成好)*`
	// whoWords sets a standard.
	whoWords = `(?:国家|中央|国务院|民政部|上级|自治区|自治州|生态环境部|国|省|市|州|县|区|盟|部|级|委|政府|里|有关|和|与|及|或|、|\s)+`
	// setWords is how it was set.
	setWords = `(?:正式|最终|年度|当年)*(?:下达|确定|核定|审定|认定|规定|要求|分解|考核|控制|批复|给定|明确|既定|核准|批准|安排|审核衔接后确定|制定|定)`
	// thingWords is what was set.
	thingWords = `(?:年度)?(?:约束性|预期性|控制性)?(?:目标任务|任务目标|指标任务|目标要求|控制目标|控制指标|考核目标|考核任务|考核指标|考核要求|目标值|控制数|控制线|计划数|目标|任务|指标|要求|标准|范围|计划)(?:值)?`
	// otherWords is what something is compared with.
	otherWords = `(?:(?:去年|上年|同期|本?地区|全社会|预算|城乡|居民|企业|全体|年均|同类|实际|周边|名义|可比|人均)*(?:全国|全省|全市|全区|全县|全州|全盟|全自治区|国家|省|市|世界|全球|东部|西部|中部|京津冀|长三角|经济|GDP|地区生产总值|生产总值|城镇|城市|农村|平均|上年|去年|同期|全部|全社会|工业|投资|物价|劳动生产率|财政|前三年|前五年)(?:的)?[^，；。、的]{0,16}?)`
	// endWords is where a statement ends.
	endWords = `\s*(?=$|、)`
)

// Pattern is one way of stating a goal in a clause.
type Pattern struct {
	ID     string
	Kind   Kinds
	Growth bool // what is stated is a growth, whatever the subject says
	Wide   bool // the subject may be work (节能减排), not only a figure
	re     *regexp2.Regexp
	shape  han.Shape // of what it matches behind the subject that stands before it
	before bool      // the subject stands before what re reads
}

// Match is what a pattern read, in offsets of the runes given.
type Match struct {
	*Pattern
	Subject [2]int
	Said    int // where the predicate begins
	End     int // where the statement ends
	Behind  int // where the clause goes on behind it
	verb    string
}

// Patterns are the ways of stating a goal, the surest first. They are immutable.
type Patterns []Pattern

// Find is the first match of t, a clause, that take takes: of the patterns of
// kinds, in their order. It is nil where there is none. The error is a
// pattern's time running out.
func (ps Patterns) Find(t []rune, kinds Kinds, take func(*Match) bool) (*Match, error) {
	has := han.TextOf(t)
	for i := range ps {
		if ps[i].Kind&kinds == 0 || !ps[i].shape.Needs.Met(&has) {
			continue
		}
		m, err := ps[i].match(t)
		if err != nil {
			return nil, err
		}
		if m != nil && take(m) {
			return m, nil
		}
	}
	return nil, nil
}

// New compiles the patterns.
func New() (Patterns, error) {
	const named = `^(?<subj>[^，；。]{2,64}?)` // looked for by match where the predicate follows
	gs := []struct {
		Pattern
		pat string
	}{
		// 居民收入增长与经济增长基本同步, 居民收入与经济保持同步增长
		{
			Pattern{ID: "goal.sync", Kind: Sync, Growth: true},
			named + `(?:(?:稳步|持续|实际|保持)*(?:增长|增速|提高|提升))?、?(?<said>(?:要|应|力争|基本|保持)*(?:与|和|同|跟)(?:[^，；。、与和同跟]{0,8}(?:经济|GDP|生产总值|国民收入|生产率|财政收入|物价)[^，；。、]{0,8}?)(?<verb>(?:要|总体上|总体|大体|大致|基本|保持|实现)*同步(?:同向)?)(?:增长|提高|提升|增加|发展|实现)?)` + endWords,
		},
		// 固定资产投资增速保持在全国平均水平以上
		{
			Pattern{ID: "goal.compare", Kind: Compare},
			named + `(?<said>` + adverbsWords + `(?<verb>(?:保持在|稳定在|维持在|达到|超过|位于|处于|在)(?:全国|全省|全市|全区|国家|省|市|省、市|世界)[^，；。、]{0,6}平均(?:水平|值|线)?(?:以上|之上)?))` + endWords,
		},
		// 居民收入增速高于经济增速、高于全国平均水平
		{
			Pattern{ID: "goal.compare", Kind: Compare},
			named + `(?<said>` + adverbsWords + `(?<verb>不低于|不高于|不慢于|高于|快于|好于|优于|高出|低于|超过|跑赢|领先于|领先)` + otherWords + `(?:、` + adverbsWords + `(?:不低于|高于|快于|好于|优于|低于|超过)[^，；。、]+)*)` + endWords,
		},
		// 登记失业人数控制在市政府下达目标内, 单位增加值能耗完成国家下达目标
		{
			Pattern{ID: "goal.assigned", Kind: Assigned, Wide: true},
			named + `(?<said>` + adverbsWords + `(?<verb>达到或优于|完成|达到|达|优于|好于|符合|不突破|不超过|不低于|控制在|保持在|满足|实现|落实)(?:好)?(?:经)?` + whoWords + setWords + `(?:的)?[^，；。、]{0,8}?` + thingWords + `(?:以内|之内|内|以上)?)` + endWords,
		},
		// 能源消费完成上级任务, 碳排放指标达到国家要求
		{
			Pattern{ID: "goal.assigned", Kind: Assigned, Wide: true},
			named + `(?<said>` + adverbsWords + `(?<verb>完成|达到|控制在|符合)` + whoWords + thingWords + `(?:以内|之内|内)?)` + endWords,
		},
		// 按照国家要求完成节能减排任务
		{
			Pattern{ID: "goal.assigned", Kind: Assigned, Wide: true},
			`^` + adverbsWords + `?(?<said>按照?` + whoWords + `(?:` + setWords + `|部署)` + adverbsWords + `完成(?<subj>[^，；。]{2,40}?)(?<verb>)` + thingWords + `)` + endWords,
		},
		// 全面完成国家下达的粮食生产、能耗降低目标任务
		{
			Pattern{ID: "goal.assigned", Kind: Assigned, Wide: true},
			`^` + adverbsWords + `?(?<said>(?:全面|超额|圆满|如期|按期|坚决|较好地?|按时|高质量)*完成(?:好)?(?<verb>)` + whoWords + setWords + `(?:的)?(?:各项)?(?<subj>[^，；。]{2,40}?)` + thingWords + `)` + endWords,
		},
		// 粮食产量只增不减, 一般公共预算收入与上年基本持平
		{
			Pattern{ID: "goal.floor", Kind: Floor, Growth: true},
			named + `(?<said>` + adverbsWords + `(?:(?:与|和|同)(?:上年|去年|上一年|上年度)[^，；。、]{0,4}?)?(?<verb>(?:基本|大体|总体|大致|保持)*(?:只增不减|正增长|持平|不减少)))` + endWords,
		},
		// 国际收支保持基本平衡, 居民消费价格保持合理水平
		{
			Pattern{ID: "goal.steady", Kind: Among},
			named + `(?<said>(?<verb>(?:要|力争|继续|持续|努力)*(?:(?:保持|维持|实现|处于|运行在|保持在|稳定在|控制在|处在|总体|基本)+(?:稳定|平稳|平衡|合理水平|合理区间|合理范围|适度)|(?:基本|总体)(?:稳定|平稳|平衡)))(?:增长|内|以内|之内|运行)?)` + endWords,
		},
		// 单位生产总值能耗进一步下降, 固定资产投资提质增效
		{
			Pattern{ID: "goal.trend", Kind: Among, Growth: true},
			named + `(?<said>(?<verb>(?:要|力争|年均|保持|实现|总体)*(?:(?:稳步|持续|进一步|继续|不断|逐步|逐年|明显|显著|平稳|有效|较快|稳定|大幅|大幅度|合理|适度|均|都|全面|总体|快速|实现)+(?:增长|下降|提升|提高|降低|减少|增加|缩小|收窄|上升|扩大)|较快增长|稳定增长|平稳增长|稳中有升|稳中有降|稳中有进|稳中提质|稳中向好|回稳向好|保稳提质|促稳提质|稳量提质|提质增效|量稳质升|稳中提效)))` + endWords,
		},
		// 完成节能减排目标任务: no one is named who set it
		{
			Pattern{ID: "goal.assigned", Kind: Among, Wide: true},
			`^` + adverbsWords + `?(?<said>(?:全面|超额|圆满|如期)*完成(?<verb>)(?:年度)?(?<subj>[^，；。]{2,40}?)` + thingWords + `)` + endWords,
		},
		{
			Pattern{ID: "goal.assigned", Kind: Among, Wide: true},
			named + `(?<said>` + adverbsWords + `(?<verb>完成|控制在|达到)(?:好)?(?:年度|既定|规划|预期|规定|计划|核定|下达|[^，；。、]{2,16}确定的)*` + thingWords + `(?:以内|之内|内)?)` + endWords,
		},
	}
	out := make(Patterns, 0, len(gs))
	for _, g := range gs {
		rest, before := strings.CutPrefix(g.pat, named+`(?<said>`)
		if before {
			g.pat = `^(?<said>` + rest
		}
		re, err := regexp2.Compile(g.pat, regexp2.ExplicitCapture)
		if err != nil {
			return nil, fmt.Errorf("compile %s: %w", g.pat, err)
		}
		re.MatchTimeout = lang.MatchTimeout
		g.re, g.shape, g.before = re, han.ShapeOf(g.pat, nil), before
		out = append(out, g.Pattern)
	}
	return out, nil
}

// shortest and longest are how long the subject before a predicate is.
const shortest, longest = 2, 64

// match reads t, a clause; nil where it states no such goal.
func (g *Pattern) match(t []rune) (*Match, error) {
	if !g.before {
		return g.matchAt(t, 0)
	}
	for i := shortest; i < len(t) && i <= longest; i++ {
		if !g.shape.Starts.Has(t[i]) {
			continue
		}
		if m, err := g.matchAt(t, i); m != nil || err != nil {
			return m, err
		}
	}
	return nil, nil
}

// matchAt reads t from i on.
func (g *Pattern) matchAt(t []rune, i int) (*Match, error) {
	m, err := g.re.FindRunesMatch(t[i:])
	if err != nil {
		return nil, fmt.Errorf("pattern %.40s… on %q: %w", g.re.String(), string(t), err)
	}
	if m == nil {
		return nil, nil
	}
	subject := [2]int{0, i}
	if s := m.GroupByName("subj"); s != nil {
		subject = [2]int{s.RuneIndex, s.RuneIndex + s.RuneLength}
	}
	said := m.GroupByName("said")
	return &Match{
		Pattern: g,
		Subject: subject,
		Said:    i + said.RuneIndex, End: i + said.RuneIndex + said.RuneLength,
		Behind: i + m.RuneIndex + m.RuneLength,
		verb:   m.GroupByName("verb").String(),
	}, nil
}
