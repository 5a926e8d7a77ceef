package extract

import (
	"strings"
	"testing"

	"zhibiao/extract/word/wordtest"
	"zhibiao/report"
)

// TestScope has sentences with the subject in 【】 and the scope of the number
// behind it.
func TestScope(t *testing.T) {
	a := shippedAreas(t)
	wuhan := report.Meta{Region: "武汉市", RegionCode: "420100", RegionLevel: "prefecture", Year: 2023}
	jiangxia := report.Meta{Region: "江夏区", RegionCode: "420115", RegionLevel: "county", Year: 2023}
	national := report.Meta{Region: "全国", RegionCode: "100000", RegionLevel: "national", Year: 2023}
	zone := report.Meta{Region: "浦东新区", RegionCode: "310115", RegionLevel: "county", Year: 2023}
	for _, c := range []struct {
		meta       report.Meta
		text, want string
	}{
		{wuhan, "【规模以上工业增加值】增长5%", Whole},
		{wuhan, "高新区【规上工业增加值】增长19.4%", Part},
		{wuhan, "【高新区规上工业增加值】增长19.4%", Part},
		{wuhan, "高新区建设加快推进，【固定资产投资】增长12%", Whole},
		{wuhan, "高新区完成产值50亿元，【固定资产投资】增长12%", Part},
		{wuhan, "高新区完成产值50亿元，全市【固定资产投资】增长12%", Whole},
		{wuhan, "江夏区【地区生产总值】100亿元", Part},
		{wuhan, "【江夏区地区生产总值】100亿元", Part},
		{wuhan, "武汉市【地区生产总值】2万亿元", Whole},
		{wuhan, "【湖北省地区生产总值】6万亿元", Elsewhere},
		{wuhan, "【全省地区生产总值】6万亿元", Elsewhere},
		{wuhan, "【全市地区生产总值】2万亿元", Whole},
		{wuhan, "【全国文明城市】3个", Whole},
		{wuhan, "新增【全国重点实验室】3个", Whole},
		{wuhan, "加强乡村基础设施建设，【农村公路】通车30公里", Whole},
		{wuhan, "推进罗江公园群和青松片区【环湖公园】4个", Whole},
		{wuhan, "实施30个县域城镇化试点，【城镇化率】提高到58%", Whole},
		{wuhan, "建成示范区7个，改造【农村公路】65公里", Whole},
		{wuhan, "打掉【恶势力犯罪集团】1个", Whole},
		{wuhan, "云岭镇【财政收入】3亿元", Part},
		{wuhan, "城镇【新增就业】3万人", Whole},
		{wuhan, "【乡镇卫生院】30家", Whole},
		{wuhan, "【远望科技集团产值】30亿元", Part},
		{wuhan, "【大型企业集团】30家", Whole},
		{wuhan, "【云岭机场项目总投资】30亿元", Part},
		{wuhan, "【重大项目总投资】3000亿元", Whole},
		{jiangxia, "【全市地区生产总值】2万亿元", Elsewhere},
		{jiangxia, "【全区地区生产总值】1000亿元", Whole},
		{national, "【全国粮食产量】1.3万亿斤", Whole},
		{national, "【湖北省地区生产总值】6万亿元", Part},
		{zone, "浦东新区【地区生产总值】1.6万亿元", Whole},
		{report.Meta{}, "【地区生产总值】1.6万亿元", Whole},
	} {
		before, rest, _ := strings.Cut(c.text, "【")
		subject, after, _ := strings.Cut(rest, "】")
		text := []rune(before + subject + after)
		f := Fact{Subject: subject, SubjectStart: len([]rune(before))}
		f.SubjectEnd = f.SubjectStart + len([]rune(subject))
		f.Start, f.End = f.SubjectEnd+1, len(text)
		facts := []Fact{f}
		a.setScopes(&report.Document{Meta: c.meta, Text: text, Norm: text, Paragraphs: []report.Paragraph{{End: len(text)}}}, facts)
		if got := facts[0].Scope; got != c.want {
			t.Errorf("%s of %s: %s, want %s", c.text, c.meta.Region, got, c.want)
		}
	}
}

// TestScopeOfMembers: what 其中 adds of the same indicator is a part of it.
func TestScopeOfMembers(t *testing.T) {
	text := []rune("完成投资30亿元，其中民间12亿元")
	facts := []Fact{
		{Start: 4, End: 8, Indicator: "fixed_asset_investment", Measure: "level"},
		{Start: 13, End: 17, Indicator: "fixed_asset_investment", Measure: "level"},
		{Start: 13, End: 17, Indicator: "tax_revenue", Measure: "level"},
		{Start: 13, End: 17, Indicator: "fixed_asset_investment", Measure: "level", Period: "2021"}, // of all, in a year of several
		{Start: 14, End: 17, Subject: "综合保税区进出口", IndicatorName: "综合保税区进出口"},
		{Start: 14, End: 17, Indicator: "tax_revenue", Measure: "level"}, // the same again
	}
	shippedAreas(t).setScopes(&report.Document{Text: text, Norm: text}, facts)
	for i, want := range []string{Whole, Part, Whole, Whole, Whole, Whole} {
		if facts[i].Scope != want {
			t.Errorf("fact %d: %s, want %s", i, facts[i].Scope, want)
		}
	}
}

// shippedAreas are the areas that the shipped lexicon knows.
func shippedAreas(t *testing.T) *areas {
	t.Helper()
	lex, words := wordtest.Tables(t)
	return newAreas(lex, newIndicators(lex, words))
}

// TestScopeUnderAPartsName: what stands under the name of a zone or of a place
// inside the area is that part's; what a heading tells of a zone says nothing.
func TestScopeUnderAPartsName(t *testing.T) {
	a := shippedAreas(t)
	city := report.Meta{Region: "武汉市", RegionCode: "420100", RegionLevel: "prefecture", Year: 2023}
	zone := report.Meta{Region: "浦东新区", RegionCode: "310115", RegionLevel: "county", Year: 2023}
	for _, c := range []struct {
		meta                report.Meta
		section, text, want string
	}{
		{city, "工作回顾 / 高新区", "完成固定资产投资120亿元", Part},
		{city, "临江新片区", "完成固定资产投资120亿元", Part},
		{city, "工作回顾 / 江夏区", "完成固定资产投资120亿元", Part},
		{city, "武汉市", "完成固定资产投资120亿元", Whole},
		{city, "加快高新区建设", "完成固定资产投资120亿元", Whole},
		{city, "建设高新区", "完成固定资产投资120亿元", Whole},
		{city, "五大功能区", "完成固定资产投资120亿元", Whole},
		{city, "高新区", "全市固定资产投资120亿元", Whole},
		{city, "工作回顾", "经开区：完成固定资产投资120亿元", Part},
		{city, "工作回顾", "主要指标：完成固定资产投资120亿元", Whole},
		{city, "工作回顾", "经开区：扩园\n完成固定资产投资120亿元", Whole},
		{zone, "浦东新区", "完成固定资产投资120亿元", Whole},
	} {
		text := []rune(c.text)
		at := len([]rune(c.text[:strings.Index(c.text, "固定")]))
		f := Fact{Section: c.section, Subject: "固定资产投资", SubjectStart: at, SubjectEnd: at + 6, Start: at + 6, End: len(text)}
		facts := []Fact{f}
		own := report.Paragraph{Start: len([]rune(c.text[:strings.LastIndex(c.text, "\n")+1])), End: len(text)}
		a.setScopes(&report.Document{Meta: c.meta, Text: text, Norm: text, Paragraphs: []report.Paragraph{own}}, facts)
		if got := facts[0].Scope; got != c.want {
			t.Errorf("%s, %s: %s, want %s", c.section, c.text, got, c.want)
		}
	}
}
