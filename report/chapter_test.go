package report

import (
	"fmt"
	"strings"
	"testing"
)

// spoken is what the paragraph that holds quote should speak of.
type spoken struct{ quote, want string }

// filler makes a report long enough for its annexes to be told from its body.
func filler(n int) string {
	return strings.Repeat("我们持续推进各项工作，夯实发展基础，群众生活不断改善，社会大局保持稳定。", n) + "\n"
}

func checkSpoken(t *testing.T, text string, want ...spoken) {
	t.Helper()
	d, err := New(Raw{Text: text}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	check(t, d, len([]rune(text)))
	for _, w := range want {
		found := false
		for _, p := range d.Paragraphs {
			s := d.Quote(p.Start, p.End)
			if !strings.Contains(s, w.quote) {
				continue
			}
			found = true
			if got := fmt.Sprintf("%s %d/%d", p.Chapter, p.From, p.To); got != w.want {
				t.Errorf("%q speaks of %s, want %s", w.quote, got, w.want)
			}
			break
		}
		if !found {
			t.Errorf("%q is not in the text", w.quote)
		}
	}
}

const openingLines = "政府工作报告\n——2023年1月5日在云溪县第九届人民代表大会第三次会议上\n云溪县县长　李明\n各位代表：\n"

func TestAnnexes(t *testing.T) {
	text := openingLines + "一、2022年工作回顾\n" + filler(12) + "二、2023年主要任务\n" + filler(12) +
		"附件1\n2022年全县民生实事完成情况\n1.新建幼儿园3所。\n" +
		"附件2\n云溪县2023年民生实事计划清单（共12项）\n一、教育（5项）\n新建小学2所，增加学位1500个。\n" +
		"附件\n名词解释\n1.河长制：由各级负责人担任河长的制度。\n"
	checkSpoken(t, text,
		spoken{"新建幼儿园3所", "other 2022/2022"},
		spoken{"新建小学2所", "other 2023/2023"},
		spoken{"教育（5项）", "other 2023/2023"},
		spoken{"河长制", "other 0/0"})
}

func TestCells(t *testing.T) {
	for text, want := range map[string]string{
		"云溪县主要指标\t完成\n地区生产总值303亿元\t8.8\t8.5-9.0\n出口总额36亿美元\t-14.6\n": "地区生产总值303亿元 8.8 8.5-9.0\n出口总额36亿美元 -14.6",
		"\t\t新建农村道路\t320公里，\t全部通车。":                                  "新建农村道路 320公里，全部通车。",
		"新增规模以上“小巨人”企业（1）24家，全县工业产业园区（2），改造完成。":                      "新增规模以上“小巨人”企业24家，全县工业产业园区，改造完成。",
		"全县今年安排的重点项目（3）有所增加。":                                        "重点项目（3）有所增加",
		"率先推行“河长提灯”^[3]，首批12个。":                                      "率先推行“河长提灯”，首批12个。",
	} {
		if got := string(Plain(text).Text); !strings.Contains(got, want) {
			t.Errorf("%q became %q, want %q in it", text, got, want)
		}
	}
}
