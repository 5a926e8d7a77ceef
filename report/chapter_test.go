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
		"云溪县主要指标\t完成\n地区生产总值303亿元\t8.8\t8.5-9.0\n出口总额36亿美元\t-14.6\n": "地区生产总值303亿元\t8.8\t8.5-9.0\n出口总额36亿美元\t-14.6",
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

func TestLongAnnex(t *testing.T) {
	text := openingLines + "一、2022年工作回顾\n" + filler(12) + "二、2023年主要任务\n" + filler(12) +
		"附件1\n2023年重点项目计划（共36项）\n"
	for i := range 36 {
		text += fmt.Sprintf("新建第%d号泵站，铺设管道12公里，改造阀门30个，由各镇负责实施，按月报告进度。\n", i+1)
	}
	checkSpoken(t, text, spoken{"新建第9号泵站", "other 2023/2023"}, spoken{"新建第36号泵站", "other 2023/2023"})
}

func TestPartsOfPlans(t *testing.T) {
	// A plan that looks back: on its first years, on the plan before it.
	body := filler(3)
	checkSpoken(t, "政府工作报告\n——1982年3月5日在云溪县第七届人民代表大会第三次会议上\n各位代表：\n"+
		"一、六五计划的基本任务\n"+body+"关于工业的发展\n粮食总产量要达到三亿斤，比前五年有较大的增长，棉花总产量达到二十万担，各项事业都要有新的发展。\n"+
		"六五计划前两年的执行情况\n六五计划已经执行了近两年，这里报告前两年执行的情况。\n两年里修建水库三座。\n"+
		"实现六五计划的主要办法\n各部门要严格控制基本建设投资的总规模，保证重点建设，五年内建成电站两座，提高投资的效益和建设的质量。\n",
		spoken{"修建水库三座", "review 1981/1982"},
		spoken{"建成电站两座", "outlook 1981/1985"})
	checkSpoken(t, "政府工作报告\n——2006年1月5日在云溪县第十一届人民代表大会第四次会议上\n各位代表：\n"+
		"一、2005年工作回顾\n"+body+"二、2006年主要任务\n"+body+"三、关于“十一五”规划纲要的说明\n"+
		"（一）编制过程\n"+body+"（二）“十五”期间经济社会发展情况\n公路里程达到900公里。\n（三）“十一五”时期主要目标\n森林覆盖率达到30%。\n",
		spoken{"900公里", "review 2001/2005"},
		spoken{"森林覆盖率", "outlook 2006/2010"})
	checkSpoken(t, openingLines+"一、三年来的工作和新的任务\n"+body+"二、2023年主要任务\n"+body,
		spoken{"夯实发展基础", "review 2020/2022"})
	// A closed plan is looked back on as 过去五年 as well.
	checkSpoken(t, "政府工作报告\n——2026年1月5日在云溪县第九届人民代表大会第三次会议上\n各位代表：\n一、2025年工作回顾\n"+body+
		"2025年是“十四五”收官之年。过去五年，我县新建学校12所。\n二、2026年主要任务\n"+body,
		spoken{"新建学校12所", "review 2021/2025"})
	// Or as what the five years were, further on.
	checkSpoken(t, "政府工作报告\n——2026年1月5日在云溪县第九届人民代表大会第三次会议上\n各位代表：\n一、2025年工作回顾\n"+body+
		"2025年是“十四五”收官之年，主要目标任务全面完成。"+strings.TrimSpace(filler(2))+"回望来路，这是城乡面貌显著改善的五年。新建学校12所。\n二、2026年主要任务\n"+body,
		spoken{"新建学校12所", "review 2021/2025"})
	checkSpoken(t, "政府工作报告\n——2026年1月5日在云溪县第九届人民代表大会第三次会议上\n各位代表：\n一、2025年工作回顾\n"+body+
		"2025年是“十四五”收官之年，主要目标任务全面完成。这是极不平凡的一年。新建学校12所。\n二、2026年主要任务\n"+body,
		spoken{"新建学校12所", "review 2025/2025"})
}

func TestHeadingOfTwoParts(t *testing.T) {
	body := filler(3)
	checkSpoken(t, "政府工作报告\n——2021年1月5日在云溪县第九届人民代表大会第三次会议上\n各位代表：\n2020年工作回顾\n"+body+
		"“十四五”发展思路和2021年主要工作任务\n“十四五”期间，我们要建成公园20座。2021年主要预期目标是：生产总值增长6%。\n"+
		"一、坚持项目为先，为“十四五”发展奠定坚实基础\n全年建成厂房30万平方米。\n二、坚持民生为本\n新建幼儿园4所。\n",
		spoken{"公园20座", "outlook 2021/2025"},
		spoken{"厂房30万", "plan 2021/2021"},
		spoken{"幼儿园4所", "plan 2021/2021"})
}

func TestBackFromOutlook(t *testing.T) {
	checkSpoken(t, openingLines+"一、2022年工作回顾\n"+filler(3)+"二、2023年工作思路和重点\n今年是打基础的一年。\n"+
		"未来五年，我们要建成湿地公园9处。\n按照县委部署，结合本县的实际，今年政府工作的总体思路是：办好实事45件。\n"+
		"（一）抓好产业\n新建厂房8栋。\n",
		spoken{"湿地公园9处", "outlook 2023/2027"},
		spoken{"实事45件", "plan 2023/2023"},
		spoken{"厂房8栋", "plan 2023/2023"})
}

func TestYearEnd(t *testing.T) {
	checkSpoken(t, "1964年云溪县政府工作报告\n"+
		"五年来，全县人民团结一致，艰苦奋斗，各项事业都有了很大的发展，累计新开水渠九十条，面貌有了很大的改变。\n"+
		"全县经济已经全面好转\n"+filler(2)+"农业生产前两年连续增产，现有耕畜六千头。\n"+
		"明年发展经济的主要任务是，新建粮站七座。\n",
		spoken{"水渠九十条", "review 1959/1963"},
		spoken{"耕畜六千头", "review 1964/1964"},
		spoken{"粮站七座", "plan 1965/1965"})
	// In December the report's year is the one to come.
	checkSpoken(t, "政府工作报告\n——1964年12月21日在云溪县第三届人民代表大会第一次会议上\n各位代表：\n"+
		"全县经济已经全面好转\n"+filler(2)+"明年发展经济的主要任务是，新建粮站七座。\n",
		spoken{"粮站七座", "plan 1965/1965"})
}

func TestAsides(t *testing.T) {
	body := filler(3)
	checkSpoken(t, "政府工作报告\n——1988年3月5日在云溪县第九届人民代表大会第一次会议上\n各位代表：\n一、过去五年的工作\n"+body+
		"二、今后五年的任务\n"+body+"关于对外交往工作，我们要做得更好，继续扩大同各地的友好往来。\n"+
		"五年来，我县接待了来访客人300批。\n要再结好友好县2个。\n",
		spoken{"300批", "review 1983/1987"},
		spoken{"友好县2个", "outlook 1988/1992"})
	checkSpoken(t, openingLines+"一、2022年工作回顾\n"+body+"二、2023年主要任务\n"+body+
		"在交通方面，今年1—2月份公路货运量完成计划的105%。\n按照长远规划，到2030年，建成铁路专线3条。\n全年新建桥梁6座。\n",
		spoken{"货运量完成", "review 2023/2023"},
		spoken{"铁路专线3条", "outlook 2023/2030"},
		spoken{"桥梁6座", "plan 2023/2023"})
	checkSpoken(t, "1964年云溪县政府工作报告\n各位代表：\n一、1963年工作回顾\n"+body+
		"一九六五年计划草案拟定，农业总产值增长百分之五。\n计划草案拟定，工业总产值增长百分之十一。\n我们的商业供应也有了好转，全县新开商店二十家。\n",
		spoken{"百分之五", "plan 1965/1965"},
		spoken{"百分之十一", "plan 1965/1965"},
		spoken{"商店二十家", "review 1963/1963"})
	checkSpoken(t, openingLines+"一、2022年工作回顾\n"+body+"今年县里的计划执行情况是好的，夏粮减产一成。\n"+
		"二、2023年主要任务\n"+body+"各位代表！过去一年，双拥工作取得新的成绩，共建点达到35个。\n"+
		"过去一年，双拥工作取得新的成绩。今年，要新设慰问点28个。\n",
		spoken{"夏粮减产一成", "review 2023/2023"},
		spoken{"35个", "review 2022/2022"},
		spoken{"28个", "plan 2023/2023"})
	checkSpoken(t, "政府工作报告\n——2026年1月5日在云溪县第九届人民代表大会第三次会议上\n各位代表：\n一、2025年工作回顾\n"+body+
		"各位代表！回望“十四五”，我县走过了不平凡的历程，新建公园16个。\n二、2026年主要任务\n"+body,
		spoken{"公园16个", "review 2021/2025"})
}

func TestYearAndFiveYears(t *testing.T) {
	text := openingLines + "一、2022年及过去五年工作回顾\n2022年，全县茶叶产量3.1万吨、增长4%。\n" + filler(12) +
		"过去五年，茶叶产量年均增长6%。\n" + filler(12) + "二、2023年主要任务\n" + filler(12)
	checkSpoken(t, text, spoken{"茶叶产量3.1万吨", "review 2022/2022"}, spoken{"年均增长6%", "review 2018/2022"})
}

func TestLookAheadStartsFromFiveYears(t *testing.T) {
	text := strings.ReplaceAll(openingLines, "2023", "2021") + "一、2020年工作回顾\n" + filler(12) + "二、“十四五”时期主要目标任务\n" +
		"“十三五”时期，我县发展极不平凡。我们经受住了考验，取得了成绩。茶叶产量从2万吨增加到3.1万吨。\n" +
		"“十四五”时期，茶叶产量年均增长5%。\n" + filler(12) + "三、2021年主要任务\n" + filler(12)
	checkSpoken(t, text, spoken{"从2万吨增加到", "review 2016/2020"}, spoken{"年均增长5%", "outlook 2021/2025"})
}
