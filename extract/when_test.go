package extract_test

import (
	"testing"

	"zhibiao/extract"
)

// TestAverageOfTheReview: an average over years in a paragraph that opens with
// the last of them is of all that the report reviews.
func TestAverageOfTheReview(t *testing.T) {
	text := "政府工作报告\n——2023年1月5日在云溪县第九届人民代表大会第三次会议上\n各位代表：\n一、过去五年工作回顾\n" +
		"五年来，我们坚持稳中求进，新建学校12所。\n" +
		"2022年，农村居民人均可支配收入达到2.1万元。社会消费品零售总额年均增长6.2%。旅游收入增长3.1%。\n" +
		"二、2023年工作安排\n新建学校4所。\n"
	want := map[string]string{"12所": "2018/2022", "2.1万元": "2022", "6.2%": "2018/2022", "3.1%": "2022", "4所": "2023"}
	checkFacts(t, text, want, func(f extract.Fact) string { return f.Period })
}
