package extract_test

import (
	"testing"

	"zhibiao/extract"
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
