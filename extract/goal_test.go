package extract_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"zhibiao/extract"
	"zhibiao/report"
)

// goalsIn lists the goals without a number found in a text of one chapter:
// quote | subject | indicator, measure, base, bound, period.
func goalsIn(t *testing.T, chapter report.Chapter, from, to int, text string) []string {
	t.Helper()
	doc := chapterOf(text, chapter, from, to)
	res, err := loadShipped(t).Extract(doc)
	if err != nil {
		t.Fatalf("extract %q: %v", text, err)
	}
	var out []string
	last := 0
	for i := range res.Facts {
		f := &res.Facts[i]
		if f.Start < last {
			t.Errorf("%q: %s does not stand in the order of the text", text, f.Quote)
		}
		last = f.Start
		if f.Value != nil {
			continue
		}
		if got := doc.Quote(f.Start, f.End); got != f.Quote {
			t.Errorf("%q: the quote is %q and text[start:end] %q", text, f.Quote, got)
		}
		if f.Status != "target" || f.Unit != "" || f.Low != nil || f.High != nil {
			t.Errorf("%q: status %q, unit %q, range %v %v of a goal without a number", text, f.Status, f.Unit, f.Low, f.High)
		}
		if !slices.ContainsFunc(f.Rules, func(r string) bool { return strings.HasPrefix(r, "goal.") }) {
			t.Errorf("%q: rules %q name no goal", text, f.Rules)
		}
		out = append(out, showGoal(f))
	}
	slices.Sort(out)
	return out
}

// chapterOf is a document of one chapter of a report of 2023.
func chapterOf(text string, chapter report.Chapter, from, to int) *report.Document {
	doc := report.Plain(text)
	doc.Meta.Year = 2023
	for i := range doc.Paragraphs {
		p := &doc.Paragraphs[i]
		p.Chapter, p.From, p.To = chapter, from, to
	}
	return doc
}

func showGoal(f *extract.Fact) string {
	return fmt.Sprintf("%s | %s | %s", f.Quote, f.Subject, strings.Join(strings.Fields(strings.Join([]string{f.Indicator, f.Measure, f.Base, f.Bound, f.Period}, " ")), " "))
}

const mainGoals = "今年经济社会发展主要预期目标是：地区生产总值增长6%，"

// goalCases are texts of a plan and the goals without a number in them.
var goalCases = []struct {
	text string
	want []string
}{
	// in step with another
	{"力争居民收入增长与经济增长同步", []string{"居民收入增长与经济增长同步 | 居民收入 | income_all growth yoy eq 2023"}},
	{"居民人均可支配收入与经济保持基本同步增长", []string{"居民人均可支配收入与经济保持基本同步增长 | 居民人均可支配收入 | income_all growth yoy approx 2023"}},
	{"努力实现城乡居民收入和经济发展同步", []string{
		"城乡居民收入和经济发展同步 | 农村居民收入 | income_rural growth yoy eq 2023",
		"城乡居民收入和经济发展同步 | 城镇居民收入 | income_urban growth yoy eq 2023",
	}},
	// against another
	{"固定资产投资增速高于全省平均水平", []string{"固定资产投资增速高于全省平均水平 | 固定资产投资 | fixed_asset_investment growth yoy ge 2023"}},
	{"农村居民收入增速快于城镇居民、高于全国平均", []string{"农村居民收入增速快于城镇居民、高于全国平均 | 农村居民收入 | income_rural growth yoy ge 2023"}},
	{"城镇、农村居民人均可支配收入增幅高于全市平均", []string{
		"城镇、农村居民人均可支配收入增幅高于全市平均 | 农村居民人均可支配收入 | income_rural growth yoy ge 2023",
		"城镇、农村居民人均可支配收入增幅高于全市平均 | 城镇居民人均可支配收入 | income_urban growth yoy ge 2023",
	}},
	{"城镇调查失业率低于全国平均水平", []string{"城镇调查失业率低于全国平均水平 | 城镇调查失业率 | surveyed_unemployment level le 2023"}},
	{"进出口总额增速保持在全省平均水平以上", []string{"进出口总额增速保持在全省平均水平以上 | 进出口总额 | trade growth yoy ge 2023"}},
	// what others set
	{"登记失业人数控制在省政府下达指标以内", []string{"登记失业人数控制在省政府下达指标以内 | 登记失业人数 | unemployed level le 2023"}},
	{"节能减排完成省定目标", []string{"节能减排完成省定目标 | 节能减排 | level eq 2023"}},
	{"全面完成国家下达的粮食生产、单位生产总值能耗降低任务", []string{
		"全面完成国家下达的粮食生产、单位生产总值能耗降低任务 | 单位生产总值能耗 | energy_intensity growth yoy eq 2023",
		"全面完成国家下达的粮食生产、单位生产总值能耗降低任务 | 粮食生产 | grain_output level eq 2023",
	}},
	{"城镇登记失业人数、单位增加值能耗下降率均完成市下达目标", []string{
		"城镇登记失业人数、单位增加值能耗下降率均完成市下达目标 | 单位增加值能耗 | growth yoy eq 2023",
		"城镇登记失业人数、单位增加值能耗下降率均完成市下达目标 | 城镇登记失业人数 | unemployed level eq 2023",
	}},
	{"细颗粒物浓度优于省下达目标", []string{"细颗粒物浓度优于省下达目标 | 细颗粒物浓度 | pm25 level le 2023"}},
	// a floor
	{"粮食产量只增不减", []string{"粮食产量只增不减 | 粮食产量 | grain_output growth yoy ge 2023"}},
	{"一般公共预算收入与上年基本持平", []string{"一般公共预算收入与上年基本持平 | 一般公共预算收入 | public_budget_revenue growth yoy approx 2023"}},
	{"外贸出口实现正增长", []string{"外贸出口实现正增长 | 外贸出口 | exports growth yoy ge 2023"}},
	// among the main goals
	{mainGoals + "居民收入稳步增长，进出口促稳提质", []string{
		"居民收入稳步增长 | 居民收入 | income_all growth yoy ge 2023",
		"进出口促稳提质 | 进出口 | trade growth yoy eq 2023",
	}},
	{mainGoals + "国际收支基本平衡，居民消费价格保持合理水平", []string{
		"国际收支基本平衡 | 国际收支 | level approx 2023",
		"居民消费价格保持合理水平 | 居民消费价格 | cpi level eq 2023",
	}},
	{mainGoals + "万元GDP能耗、水耗持续下降，完成节能减排任务", []string{
		"万元GDP能耗、水耗持续下降 | 万元GDP水耗 | water_intensity growth yoy le 2023",
		"万元GDP能耗、水耗持续下降 | 万元GDP能耗 | energy_intensity growth yoy le 2023",
		"完成节能减排任务 | 节能减排 | level eq 2023",
	}},
	{"今年主要预期目标是：\n——地区生产总值增长6%；\n——居民收入稳步增长。", []string{"居民收入稳步增长 | 居民收入 | income_all growth yoy ge 2023"}},
	// nothing is said twice, and slogans are no goals
	{"居民收入增长6%、与经济增长同步", nil},
	{"城镇新增就业3万人、粮食产量只增不减", []string{"粮食产量只增不减 | 粮食产量 | grain_output growth yoy ge 2023"}},
	{"进出口总额增速高于全省平均水平2个百分点", nil},
	{"居民收入稳步增长", nil},
	{"教育医疗条件持续改善，社会大局保持稳定", nil},
	{mainGoals + "城市文明程度持续提升，社会大局保持稳定", nil},
	{"基础设施与产业园区同步规划", nil},
	{"服务水平高于全省平均水平", nil},
	{"全面完成上级下达的各项任务", nil},
	{"坚持投入不减", nil},
	{"保持查违力度只增不减", nil},
}

func TestGoals(t *testing.T) {
	for _, c := range goalCases {
		if got := goalsIn(t, report.Plan, 2023, 2023, c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c.text, strings.Join(got, "\n\t     "), strings.Join(c.want, "\n\t     "))
		}
	}
}

func TestGoalsOfOtherChapters(t *testing.T) {
	const text = "到2027年，居民收入增长与经济增长同步。"
	want := []string{"居民收入增长与经济增长同步 | 居民收入 | income_all growth other eq 2023/2027"}
	if got := goalsIn(t, report.Outlook, 2023, 2027, text); !slices.Equal(got, want) {
		t.Errorf("outlook: got %q, want %q", got, want)
	}
	for _, chapter := range []report.Chapter{report.Review, report.Other} {
		if got := goalsIn(t, chapter, 2022, 2022, "全年居民收入增长与经济增长同步。"); len(got) > 0 {
			t.Errorf("%s: found %q, expected no goals", chapter, got)
		}
	}
}
