package report

import "testing"

func TestFold(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"ＧＤＰ增长１２．５％，２０２３～２０２５年", "GDP增长12.5%，2023~2025年"},
		{"一九九○年和二ＯＯ一年", "一九九〇年和二〇〇一年"},
		{"2O23年", "2023年"},
		{"积累1，120亿元，消费2，211亿元", "积累1,120亿元，消费2,211亿元"},
		{"分别增长5，12，7", "分别增长5，12，7"},
		{"三次产业比例1．0：52．4：46．6", "三次产业比例1.0:52.4:46.6"},
		{"增长7%;城乡居民(含农民)收入:增长8%!", "增长7%；城乡居民（含农民）收入：增长8%！"},
		{"我國工業總産値增長百分之五，發電量達到一百零八億度，乾隆年間的瞭望塔", "我国工业总产值增长百分之五，发电量达到一百零八亿度，乾隆年间的瞭望塔"},
		{"乾县昇压站建成", "乾县昇压站建成"},
		{"iPhone, OK", "iPhone, OK"},
		// misprints in numbers
		{"达3l.62亿元，增长4l.1％，安排25l亿元", "达31.62亿元，增长41.1%，安排251亿元"},
		{"出口l0亿美元，增长2O％", "出口10亿美元，增长20%"},
		{"投资2?17亿元，为什么?17人去", "投资2.17亿元，为什么？17人去"},
		{"财政总收人和招收人员", "财政总收入和招收人员"},
		{"用水3l，5G基站，T3线", "用水3l，5G基站，T3线"},
	} {
		if got := string(fold(nil, []rune(c.in))); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

func TestClean(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"\ufeff增长\u200b5%", "增长5%"},
		{"1 9 9 3 年，19 93 年，12 345", "1993年，1993年，12 345"},
		{"收入 **279.42** 亿元", "收入279.42亿元"},
		{"## 一、工作", "一、工作"},
		{"- 新增就业 3 万人", "新增就业3万人"},
		{"-0.57‰", "-0.57‰"},
		{"2023. 年底", "2023.年底"},
		{"iPhone 15 and World Trade Center", "iPhone15 and World Trade Center"},
		{"“四个不摘”[3]，“四擂三抓”（5）行动", "“四个不摘”，“四擂三抓”行动"},
		{"国发〔2015〕5号：（1）抓投资", "国发〔2015〕5号：（1）抓投资"},
		{"增长5%&nbsp;&nbsp;以上&#12290;", "增长5%以上。"},
		{"<p>增长<b>5</b>%</p><script>var a=3;</script>", "增长5%"},
		{"常住人口³45.6万人，面积30m³", "常住人口45.6万人，面积30m³"},
		{"常住人口<sup>[3]</sup>45.6万人，面积30m<sup>2</sup>", "常住人口45.6万人，面积30m2"},
		{"常住人口[^4]45.6万人", "常住人口45.6万人"},
		{"120.5 6，11 .2%", "120.5 6，11.2%"},
		{"县长??杨曙光????各位代表：", "县长杨曙光\n各位代表："},
	} {
		if got := string(Plain(c.in).Text); got != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.in, got, c.want)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"增长5.6%。下降2%！好吗？", []string{"增长5.6%。", "下降2%！", "好吗？"}},
		{"建成3个；开工2个。", []string{"建成3个；开工2个。"}},
		{"他说“干得好。继续干。”然后走了。", []string{"他说“干得好。继续干。”", "然后走了。"}},
		{"完成投资（含续建。下同）5亿元。达标。", []string{"完成投资（含续建。下同）5亿元。", "达标。"}},
		{"左括号（没有关。下一句。", []string{"左括号（没有关。", "下一句。"}},
		{"没有句号", []string{"没有句号"}},
	} {
		d := Plain(c.in)
		var got []string
		for _, s := range d.Sentences {
			got = append(got, d.Quote(s.Start, s.End))
		}
		if len(got) != len(c.want) {
			t.Errorf("%s: %q", c.in, got)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s: %q", c.in, got)
			}
		}
	}
}

func TestParseMark(t *testing.T) {
	for _, c := range []struct {
		in    string
		style markStyle
		n     int
	}{
		{"一、工作", markHan, 1},
		{"二十三、工作", markHan, 23},
		{"（十二）工作", markParen, 12},
		{"(2)工作", markSub, 2},
		{"③工作", markSub, 3},
		{"12.工作", markNum, 12},
		{"3、工作", markNum, 3},
		{"第二部分 工作", markPart, 2},
		{"第三，工作", markIs, 3},
		{"四是工作", markIs, 4},
		{"首先，工作", markIs, 1},
		{"一、二、三产业增加值", noMark, 0},
		{"114.8亿元", noMark, 0},
		{"2023. 年", noMark, 0},
		{"第三产业", noMark, 0},
		{"一般公共预算", noMark, 0},
		{"", noMark, 0},
	} {
		if m := parseMark([]rune(c.in)); m.style != c.style || m.n != c.n {
			t.Errorf("%s: %+v", c.in, m)
		}
	}
}

func TestPlanNamed(t *testing.T) {
	for _, c := range []struct {
		in       string
		from, to int
	}{
		{"“一五”计划", 1953, 1957},
		{"“七五”时期", 1986, 1990},
		{"“十五”计划", 2001, 2005},
		{"“十五五”时期", 2026, 2030},
		{"第七个五年计划", 1986, 1990},
		{"第十四个五年规划", 2021, 2025},
		{"十四五时期", 2021, 2025},
		{"“四个意识”", 0, 0},
	} {
		if f, l, _ := planNamed(c.in); f != c.from || l != c.to {
			t.Errorf("%s: %d–%d", c.in, f, l)
		}
	}
}

func TestPlanClosed(t *testing.T) {
	for _, c := range []struct {
		in   string
		from int
	}{
		{"各位代表！2025年是“十四五”收官之年。五年来，我们牢记嘱托", 2021},
		{"2020年是“十三五”规划的最后一年。这五年，全市", 2016},
		{"2025年是“十四五”收官之年。全市上下埋头苦干", 0},
		{"2026年是“十五五”开局之年。五年来，", 0},
		{"", 0},
	} {
		if f, _ := planClosed(c.in); f != c.from {
			t.Errorf("%s: %d, want %d", c.in, f, c.from)
		}
	}
}

func TestFiveYearsBehindHead(t *testing.T) {
	for in, want := range map[string]bool{
		"一是改革开放取得突破。五年来，我们牢固树立":      true,
		"（三）民生福祉持续提升。这五年，":           true,
		"全市经济平稳增长。五年来，":              false,
		"（一）经济平稳增长。全年地区生产总值增长5%，五年来": false,
	} {
		if got := fiveYearsBehindHead(in); got != want {
			t.Errorf("%s: %v", in, got)
		}
	}
}

func TestOverlap(t *testing.T) {
	for _, c := range []struct {
		prev, next string
		want       int
	}{
		{"实现区级一般公共预算", "算收入", 1},
		{"加快发展中", "中小企业", 0},
		{"社会治理人人", "人有责", 0},
		{"全面推进招商引资", "引资工作", 2},
		{"增长5", "5亿元", 0},
	} {
		p := []rune(c.prev)
		if got := overlap(p, []rune(c.next), p); got != c.want {
			t.Errorf("%s|%s: %d", c.prev, c.next, got)
		}
	}
	text := "各位代表：\n要坚持招大引强，招大引强见成效。狠抓招大招大引强工作。大家研究研究工作，再研究研究方案。"
	s := scan(text, &Document{})
	s.undouble()
	if got := string(s.text(1)); got != "要坚持招大引强，招大引强见成效。狠抓招大引强工作。大家研究研究工作，再研究研究方案。" {
		t.Error(got)
	}
}
