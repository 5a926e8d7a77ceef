package report

import "testing"

// TestRunOn reads headings with a sentence behind them in the same line: the
// heading's own words decide the chapter.
func TestRunOn(t *testing.T) {
	for _, c := range []struct{ name, text string }{
		{"no mark", "一、2022年工作回顾2022年是“十四五”规划承上启下的一年。粮食总产21万吨。\n" + filler(4) +
			"二、2023年工作安排2023年是全面贯彻党的二十大精神的开局之年。新建学校4所。\n" + filler(4)},
		{"a long sentence", "一、2022年工作回顾2022年是“十四五”规划的重要一年，也是我县发展史上极不平凡、极不寻常、极其艰难而又硕果累累、捷报频传、令人振奋的一年，粮食总产21万吨。\n" + filler(4) +
			"二、2023年主要任务今年是“十四五”规划的关键之年，面对机遇与挑战并存、困难与希望同在的形势，我们要坚定信心、保持定力、乘势而上、接续奋斗，新建学校4所。\n" + filler(4)},
		{"a gap", "一、2022年工作回顾　在“十四五”规划的第二年里，全县粮食总产21万吨。\n" + filler(4) +
			"二、2023年工作安排　围绕“十四五”规划目标，新建学校4所。\n" + filler(4)},
		{"a colon", "一、过去一年工作回顾：“十四五”规划实施两年，粮食总产21万吨。\n" + filler(4) +
			"二、今年工作安排：对照“十四五”规划，新建学校4所。\n" + filler(4)},
		{"without a number", "2022年工作回顾2022年是“十四五”规划承上启下的一年。粮食总产21万吨。\n" + filler(4) +
			"2023年工作安排2023年，我们要落实“十四五”规划。新建学校4所。\n" + filler(4)},
	} {
		t.Run(c.name, func(t *testing.T) {
			checkSpoken(t, openingLines+c.text, spoken{"粮食总产21万吨", "review 2022/2022"}, spoken{"新建学校4所", "plan 2023/2023"})
		})
	}
}

// TestRunOnLeavesHeadings: what goes on with a heading stays in it.
func TestRunOnLeavesHeadings(t *testing.T) {
	for _, s := range []string{
		"一、2022年工作回顾和2023年工作安排",
		"一、2022年工作回顾。2022年是难忘的一年。",
		"三、重点任务完成情况良好，群众满意",
		"2022年全县工作情况通报如下，请审议，谢谢各位",
	} {
		r := []rune(s)
		raw := make([]int32, len(r))
		for i := range raw {
			raw[i] = int32(i)
		}
		if n := runOn(r, raw, parseMark(r)); n != 0 {
			t.Errorf("%s: cut at %d", s, n)
		}
	}
}

// TestCommuniqueHasNoGoals: 要 in 主要 sets none, and neither does a heading.
func TestCommuniqueHasNoGoals(t *testing.T) {
	text := "云溪县2022年国民经济和社会发展统计公报\n云溪县统计局\n2023年3月20日\n一、综合\n" + filler(3) +
		"二、农业\n主要粮食产量：稻谷11.2万吨；主要油料产量：油菜籽0.9万吨；主要畜产品产量：肉类1.8万吨；主要水产品产量：鱼类0.6万吨；主要林产品：木材2.1万立方米。\n" +
		"三、今后的任务和“十四五”规划目标\n年末常住人口31.2万人。\n"
	checkSpoken(t, text, spoken{"主要粮食产量", "review 2022/2022"}, spoken{"年末常住人口", "review 2022/2022"})
}

// TestGuessKnowsWords: a chapter without a word on its time is a plan where
// things are to be done, not where 主要, 需要 and 供应 stand in it.
func TestGuessKnowsWords(t *testing.T) {
	text := openingLines + "一、2022年工作回顾\n" + filler(4) + "二、发展特色农业\n" +
		"主要作物需要的主要要素供应充足，主要品种适应性强，重要农资供应及时，市场需要得到满足，主要基地应用新技术，主要指标居前列。粮食总产21万吨。\n"
	checkSpoken(t, text, spoken{"粮食总产21万吨", "review 2022/2022"})
	text = openingLines + "一、2022年工作回顾\n" + filler(4) + "二、发展特色农业\n" +
		"要扩大面积，要改良品种，要建好基地，应及早备耕，必须管好用水，将引进龙头企业，要打响品牌，新建大棚300个。\n"
	checkSpoken(t, text, spoken{"新建大棚300个", "plan 2023/2023"})
}

// TestTwoReviews tells the years of a plan from the last of them.
func TestTwoReviews(t *testing.T) {
	head := "政府工作报告\n——2026年1月8日在云溪县第十届人民代表大会第一次会议上\n云溪县县长　李明\n各位代表：\n"
	check := func(name, text string, want ...spoken) {
		t.Run(name, func(t *testing.T) { checkSpoken(t, head+text+"二、2026年工作安排\n"+filler(4), want...) })
	}
	check("only the year follows", "一、“十四五”时期和2025年工作回顾\n"+filler(1)+"（一）经济平稳增长。粮食总产21万吨，比上年增长2.1%。\n（二）民生改善。改造老旧小区31个。\n",
		spoken{"粮食总产21万吨", "review 2025/2025"}, spoken{"改造老旧小区31个", "review 2025/2025"})
	check("the five years tell themselves", "一、“十四五”时期和2025年工作回顾\n全县地区生产总值年均增长6.1%，累计建成公路310公里。\n2025年，我们做了以下工作。\n（一）粮食总产21万吨。\n",
		spoken{"累计建成公路310公里", "review 2021/2025"}, spoken{"粮食总产21万吨", "review 2025/2025"})
	check("a lead-in holds for its list", "一、“十四五”时期和2025年工作回顾\n五年来，我们牢记嘱托。\n——综合实力增强。建成园区3个。\n——生态改善。造林2.6万亩。\n刚刚过去的2025年，全县上下齐心。\n粮食总产21万吨。\n",
		spoken{"建成园区3个", "review 2021/2025"}, spoken{"造林2.6万亩", "review 2021/2025"}, spoken{"粮食总产21万吨", "review 2025/2025"})
	check("the year first", "一、2025年和“十四五”时期工作回顾\n（一）粮食总产21万吨。\n“十四五”以来，建成园区3个。\n",
		spoken{"粮食总产21万吨", "review 2025/2025"}, spoken{"建成园区3个", "review 2021/2025"})
	check("the plan's name places the year", "一、2025年工作回顾和“十五五”总体思路\n2025年是“十四五”的收官之年，建成园区3个。\n",
		spoken{"建成园区3个", "review 2025/2025"})
}
