package check_test

import (
	"slices"
	"strings"
	"testing"

	"zhibiao/check"
	"zhibiao/extract"
	"zhibiao/lexicon"
	"zhibiao/report"
	"zhibiao/segment/jieba"
)

const (
	head = "政府工作报告\n——2023年1月5日在云溪县第九届人民代表大会第三次会议上\n云溪县县长　李明\n各位代表：\n"
	work = "云溪县持续推进各项工作，夯实发展基础，群众生活不断改善，社会大局保持稳定。"
	done = "全年地区生产总值完成120.5亿元，增长6.1%，粮食总产21万吨，新建学校4所，城镇新增就业3200人，改造老旧小区15个。"
	todo = "全年地区生产总值增长6.5%，新建学校3所，城镇新增就业3000人，改造老旧小区12个，粮食总产22万吨。"
)

// filler is lines of prose, no two alike, with figures in each.
func filler(lines int, figures string) string {
	var b strings.Builder
	for _, town := range []rune("东西南北中上下左右前后山水林田湖草沙石桥河江海洋")[:lines] {
		b.WriteString("在" + string(town) + "乡，" + strings.Repeat(work, 4) + figures + "\n")
	}
	return b.String()
}

func TestOddities(t *testing.T) {
	x := loadShipped(t)
	for _, c := range []struct {
		name, text string
		opt        report.Options
		want       []string
	}{
		{"nothing odd", head + "一、2022年工作回顾\n" + filler(8, done) + "二、2023年工作安排\n" + filler(8, todo), report.Options{}, nil},
		{"an excerpt", head + "二、2023年工作安排\n" + todo, report.Options{}, nil},
		{"goals alone", head + "一、2023年主要目标\n" + filler(12, todo) + "二、2023年重点任务\n" + filler(8, todo), report.Options{}, []string{"check.no_results"}},
		{"a plan without figures", head + "一、2022年工作回顾\n" + filler(8, done+done) + "二、2023年工作安排\n" + filler(6, "要稳中求进，要真抓实干。"), report.Options{}, []string{"check.no_goals"}},
		{"no plan", head + "一、2022年工作回顾\n" + filler(12, done), report.Options{}, []string{"check.no_plan"}},
		{"results to come", head + "一、2022年工作回顾\n" + filler(8, done) +
			"到2023年6月底，建成大桥2座。截至2023年9月，建成公园3个。截至2023年10月，建成泵站5座。截至2023年11月，修路30公里。\n二、2023年工作安排\n" + filler(8, todo), report.Options{}, []string{"check.beyond"}},
		{"another place", head + "一、2022年工作回顾\n" + filler(8, done) + "二、2023年工作安排\n" + filler(8, todo), report.Options{Region: "青石县"}, []string{"check.region"}},
		{"another year", head + "一、过去一年的工作\n2016年，我们真抓实干。2016年是难忘的一年。2017年，我们再接再厉。2017年，全县上下齐心。2017年大有可为。\n" + filler(8, done) + "二、今后一年的任务\n" + filler(8, todo), report.Options{Year: 2011}, []string{"check.year"}},
		{"hardly a figure", head + "一、2022年工作回顾\n" + filler(24, "") + done + "\n二、2023年工作安排\n" + filler(6, "") + todo + "\n", report.Options{}, []string{"check.sparse"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, err := report.New(report.Raw{Text: c.text}, c.opt)
			if err != nil {
				t.Fatal(err)
			}
			res, err := x.Extract(doc)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, o := range check.Oddities(doc, res.Facts) {
				got = append(got, o.ID)
			}
			if c.want == nil && got != nil || len(got) == 0 && len(c.want) > 0 || !contains(got, c.want) {
				t.Errorf("%d facts in %d characters: %v, want %v", len(res.Facts), len(doc.Text), got, c.want)
			}
		})
	}
}

func contains(got, want []string) bool {
	return !slices.ContainsFunc(want, func(id string) bool { return !slices.Contains(got, id) })
}

// TestCommuniqueGoals cannot come about by reading: a communiqué's facts are
// made results.
func TestCommuniqueGoals(t *testing.T) {
	doc := &report.Document{Meta: report.Meta{Kind: "communique", Year: 2022}}
	facts := []extract.Fact{{Status: "actual"}, {Status: "target"}}
	if got := check.Oddities(doc, facts); len(got) != 1 || got[0].ID != "check.communique_goals" {
		t.Errorf("got %v", got)
	}
}

func loadShipped(t *testing.T) *extract.Extractor {
	t.Helper()
	lex, err := lexicon.Load("")
	if err != nil {
		t.Fatal(err)
	}
	seg, err := jieba.New(extract.UserWords(lex))
	if err != nil {
		t.Fatal(err)
	}
	x, err := extract.New(lex, seg)
	if err != nil {
		t.Fatal(err)
	}
	return x
}
