package extract_test

import (
	"testing"

	"zhibiao/extract"
	"zhibiao/report"
)

// TestAccountsAreEstimates: what a communiqué's paragraph on the gross product
// calls preliminary at its head is so to its end, and no further.
func TestAccountsAreEstimates(t *testing.T) {
	text := "云溪县2022年国民经济和社会发展统计公报\n云溪县统计局\n2023年3月20日\n一、综合\n" +
		"初步核算，全年地区生产总值312亿元，比上年增长5.1%。分产业看，第一产业增加值增长2.3%。全年人均地区生产总值6.2万元。\n" +
		"年末常住人口50.3万人，城镇化率56%。\n二、农业\n全年粮食产量21万吨，比上年增长1.2%。油料产量2万吨。\n"
	want := map[string]string{
		"312亿元": "estimate", "5.1%": "estimate", "2.3%": "estimate", "6.2万元": "estimate",
		"50.3万人": "actual", "56%": "actual", "21万吨": "actual", "1.2%": "actual", "2万吨": "actual",
	}
	checkFacts(t, text, want, func(f extract.Fact) string { return f.Status })
}

// TestGoalsWithoutReport: a sentence alone is a goal where its verbs say so. What was got
// by trying, and how much was done of a goal, is done.
func TestGoalsWithoutReport(t *testing.T) {
	for text, want := range map[string]map[string]string{
		"争取上级资金23.5亿元，支持项目46个。":      {"23.5亿元": "actual", "46个": "actual"},
		"实现外贸出口12亿美元，完成年度目标任务的106%。": {"12亿美元": "actual", "106%": "actual"},
		"争取引进亿元项目20个。":               {"20个": "target"},
		"力争新增企业90家。":                 {"90家": "target"},
	} {
		res, err := loadShipped(t).Extract(report.Plain(text))
		if err != nil {
			t.Fatal(err)
		}
		if len(res.Facts) != len(want) {
			t.Errorf("%s: %d facts, want %d", text, len(res.Facts), len(want))
		}
		for _, f := range res.Facts {
			if f.Status != want[f.Quote] {
				t.Errorf("%s: %s is %s, want %s", text, f.Quote, f.Status, want[f.Quote])
			}
		}
	}
}
