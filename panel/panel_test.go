package panel

import (
	"fmt"
	"strings"
	"testing"

	"zhibiao/dataset"
	"zhibiao/export"
)

func ptr[T any](v T) *T { return &v }

// said is a fact of a hand-made report: the subject and, behind it, the quote
// are looked up in the text, each after the fact before.
type said struct {
	subject, quote, indicator string
	value                     float64
	unit                      string
	more                      func(*dataset.FactRow)
}

// in makes a report with its rows. Facts are results of the year before, with
// a growth where the unit is %.
func in(region string, year int32, kind, text string, facts ...said) ([]rune, []dataset.FactRow) {
	t := []rune(text)
	id := fmt.Sprintf("%s-%d-%s", region, year, kind)
	at := 0
	find := func(s string) int {
		i := strings.Index(string(t[at:]), s)
		if i < 0 {
			panic(s + " is not behind " + string(t[:at]))
		}
		return at + len([]rune(string(t[at:])[:i]))
	}
	var rows []dataset.FactRow
	for i, s := range facts {
		subject := find(s.subject)
		at = subject + len([]rune(s.subject))
		quote := find(s.quote)
		at = quote + len([]rune(s.quote))
		row := dataset.FactRow{
			FactID: fmt.Sprintf("%s:%d-%d", id, quote, at), DocID: id, RegionCode: region, Region: "某市", RegionLevel: "prefecture",
			Kind: kind, ReportYear: year, Chapter: "review", Paragraph: int32(strings.Count(string(t[:quote]), "\n")), SentenceNo: int32(i),
			QuoteStart: int32(quote), QuoteEnd: int32(at), Quote: s.quote, Value: ptr(s.value), Unit: s.unit, Dimension: "money",
			Bound: "eq", Measure: "level", Subject: s.subject, SubjectStart: ptr(int32(subject)), SubjectEnd: ptr(int32(subject + len([]rune(s.subject)))),
			Indicator: s.indicator, Period: fmt.Sprint(year - 1), Status: "actual",
		}
		if s.unit == "%" {
			row.Measure, row.Base, row.Dimension = "growth", "yoy", "ratio"
		}
		if s.more != nil {
			s.more(&row)
		}
		rows = append(rows, row)
	}
	return t, rows
}

// goal makes a fact a goal of the report's own year.
func goal(r *dataset.FactRow) {
	r.Status, r.Chapter, r.Period = "target", "plan", fmt.Sprint(r.ReportYear)
}

// line shows the part of a row that tests look at.
func line(r Row) string {
	num := func(x *float64) string {
		if x == nil {
			return "-"
		}
		return export.Cell(*x)
	}
	m := "-"
	if r.Met != nil {
		m = fmt.Sprint(*r.Met)
	}
	return fmt.Sprintf("%s %s %d %s: %s | %s | %s %s %d", r.Indicator, r.Measure, r.Year, r.Unit, num(r.Target), num(r.Actual), num(r.Gap), m, r.Candidates)
}

func lines(rows []Row) string {
	var s []string
	for _, r := range rows {
		s = append(s, line(r))
	}
	return strings.Join(s, "\n")
}

func TestPlace(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*dataset.FactRow)
		want   string
	}{
		"result":            {func(*dataset.FactRow) {}, "2022 actual"},
		"goal":              {goal, "2023 target"},
		"estimate":          {func(r *dataset.FactRow) { r.Status = "estimate" }, "2022 actual"},
		"no number":         {func(r *dataset.FactRow) { goal(r); r.Value = nil }, ""},
		"no indicator":      {func(r *dataset.FactRow) { r.Indicator = "" }, ""},
		"glossary":          {func(r *dataset.FactRow) { r.Chapter = "other" }, ""},
		"rank":              {func(r *dataset.FactRow) { r.Measure = "rank" }, ""},
		"change":            {func(r *dataset.FactRow) { r.Measure, r.Base = "change", "yoy" }, "2022 actual"},
		"against 2012":      {func(r *dataset.FactRow) { r.Measure, r.Base = "change", "other" }, ""},
		"of a growth":       {func(r *dataset.FactRow) { r.Measure, r.Base, r.Subject = "change", "yoy", "生产总值增速" }, ""},
		"average":           {func(r *dataset.FactRow) { r.Measure, r.Base = "growth", "annual_avg" }, ""},
		"other base":        {func(r *dataset.FactRow) { r.Measure, r.Base = "growth", "other" }, ""},
		"points of it":      {func(r *dataset.FactRow) { r.Measure, r.Base, r.Unit = "change", "yoy", "百分点" }, ""},
		"half a year":       {func(r *dataset.FactRow) { r.Period = "2022-H1" }, ""},
		"eleven months":     {func(r *dataset.FactRow) { r.Period = "2022-01/2022-11" }, ""},
		"five years":        {func(r *dataset.FactRow) { r.Period = "2018/2022" }, ""},
		"an earlier year":   {func(r *dataset.FactRow) { r.Period = "2021" }, ""},
		"a later goal":      {func(r *dataset.FactRow) { goal(r); r.Period = "2027" }, ""},
		"a share":           {func(r *dataset.FactRow) { r.Dimension, r.Unit = "ratio", "%" }, ""},
		"communique":        {func(r *dataset.FactRow) { r.Kind, r.ReportYear = "communique", 2022 }, "2022 actual"},
		"communique's plan": {func(r *dataset.FactRow) { r.Kind = "communique"; goal(r) }, ""},
	} {
		_, rows := in("440300", 2023, "work_report", "地区生产总值3亿元", said{"地区生产总值", "3亿元", "gdp", 3e8, "元", c.change})
		got := ""
		if k, ok := place(&rows[0]); ok {
			got = fmt.Sprint(k.year, " ", map[side]string{target: "target", actual: "actual"}[k.side])
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

func TestWhole(t *testing.T) {
	for _, c := range []struct {
		text, subject, quote, indicator string
		want                            bool
	}{
		{"全市地区生产总值3亿元", "地区生产总值", "3亿元", "gdp", true},
		{"进出口总额9亿元，其中出口总额5亿元", "出口总额", "5亿元", "exports", true},
		{"进出口总值五年累计超过3亿元", "进出口总值", "3亿元", "trade", false},
		{"五年实际利用外资3亿美元", "实际利用外资", "3亿美元", "fdi", false},
		{"全年累计实际利用外资3亿美元", "实际利用外资", "3亿美元", "fdi", true},
		{"2025年实际利用外资3亿美元", "实际利用外资", "3亿美元", "fdi", true},
		{"新片区规上工业总产值、全社会固定资产投资分别增长72%和62%", "全社会固定资产投资", "62%", "fixed_asset_investment", false},
		{"“十三五”时期，全县民生投入140亿元", "民生投入", "140亿元", "livelihood_expenditure", false},
		{"“十三五”时期，森林覆盖率达到45%", "森林覆盖率", "45%", "forest_cover", true},
		{"力争开发区营业收入超过450亿元，固投达到10亿元", "固投", "10亿元", "fixed_asset_investment", false},
		{"加快开发区建设，固定资产投资达到10亿元", "固定资产投资", "10亿元", "fixed_asset_investment", true},
		{"加快开发区建设，全县固投达到10亿元", "固投", "10亿元", "fixed_asset_investment", true},
		{"“九五”期间实际利用外资达135亿美元", "实际利用外资", "135亿美元", "fdi", false},
		{"五年新设企业4万家，实际利用外资超3000亿元", "实际利用外资", "3000亿元", "fdi", false},
		{"五年新设企业4万家，2025年实际利用外资900亿元", "实际利用外资", "900亿元", "fdi", true},
		{"实际利用外资超3000亿元、较“十三五”增长18.9%", "实际利用外资", "3000亿元", "fdi", false},
		{"“十五”期间本市生产总值连续跨越3000亿元台阶，达到4926亿元", "本市生产总值", "3000亿元", "gdp", false},
		{"“十五”期间本市生产总值连续跨越3000亿元台阶，达到4926亿元", "本市生产总值", "4926亿元", "gdp", true},
		{"城镇新增就业年均超过70万人", "城镇新增就业", "70万人", "urban_new_jobs", false},
		{"居民人均可支配收入从3.24万元提高到3.63万元", "居民人均可支配收入", "3.24万元", "income_all", false},
		{"居民人均可支配收入从3.24万元提高到3.63万元", "居民人均可支配收入", "3.63万元", "income_all", true},
		{"辖区公共财政收入7238亿元", "公共财政收入", "7238亿元", "public_budget_revenue", false},
		{"来源于本市辖区的一般公共预算收入1万亿元，其中地方一般公共预算收入4258亿元", "地方一般公共预算收入", "4258亿元", "public_budget_revenue", true},
		{"地方一般公共预算收入增长2%、支出超过7000亿元", "地方一般公共预算收入", "7000亿元", "public_budget_revenue", false},
		{"班列带动全省进出口415亿元", "进出口", "415亿元", "trade", false},
		{"完成重大项目投资1200亿元，带动全社会固定资产投资增长2%", "全社会固定资产投资", "2%", "fixed_asset_investment", true},
		{"一般公共预算收入达到280.7亿元，比“十二五”末增长91%", "一般公共预算收入", "280.7亿元", "public_budget_revenue", true},
		{"一般公共预算收入达到280.7亿元，较“十二五”时期增长91%", "一般公共预算收入", "280.7亿元", "public_budget_revenue", false},
		{"经济总量超500亿元的县域增至12个", "经济总量", "500亿元", "gdp", false},
		{"实现地区生产总值增长5%左右的预期目标", "地区生产总值", "5%", "gdp", true},
		{"实现地区生产总值增长5%左右", "地区生产总值", "5%", "gdp", true},
	} {
		unit := "元"
		if strings.HasSuffix(c.quote, "%") {
			unit = "%"
		}
		text, rows := in("440300", 2023, "work_report", c.text, said{c.subject, c.quote, c.indicator, 1, unit, nil})
		if _, got := whole(&rows[0], text); got != c.want {
			t.Errorf("%s, %s: %v", c.text, c.quote, got)
		}
	}
}

func TestOffsetsOutsideTheTextAreNoFigures(t *testing.T) {
	text, rows := in("440300", 2023, "work_report", "地区生产总值3亿元", said{"地区生产总值", "3亿元", "gdp", 3e8, "元", nil})
	rows[0].QuoteEnd, rows[0].Indicator = 99, "little_giants"
	tab := newTable()
	if tab.add(text, rows); len(tab.figures) > 0 {
		t.Error("a fact that ends behind its text was taken")
	}
	rows[0].QuoteEnd = rows[0].QuoteStart
	for _, ends := range [][2]int32{{0, 99}, {-1, 3}, {5, 2}, {-9, -3}} {
		rows[0].SubjectStart, rows[0].SubjectEnd = &ends[0], &ends[1]
		if _, ok := whole(&rows[0], text); !ok {
			t.Error("a subject outside the text spoiled its fact")
		}
	}
}

func TestScopeIsWhole(t *testing.T) {
	text, rows := in("440300", 2023, "work_report", "高新区地区生产总值3亿元", said{"地区生产总值", "3亿元", "gdp", 3e8, "元", nil})
	for scope, want := range map[string]bool{"whole": true, "part": false, "elsewhere": false} {
		rows[0].Scope = scope
		rows[0].SubjectStart, rows[0].SubjectEnd = nil, nil
		tab := newTable()
		if tab.add(text, rows); len(tab.figures) > 0 != want {
			t.Errorf("a figure of scope %s is taken: %v", scope, !want)
		}
		if MarkHeadlines(text, rows); rows[0].Headline != want {
			t.Errorf("a fact of scope %s is a headline: %v", scope, !want)
		}
	}
}

// TestChoose has two mentions that compete; the first value is right.
func TestChoose(t *testing.T) {
	for _, c := range []struct {
		name, text  string
		right, left said
	}{
		{
			"main goals", "力争外贸进出口增长9%。\n今年经济社会发展的主要预期目标是：进出口增长6%。",
			said{"进出口增长", "6%", "trade", 6, "%", goal},
			said{"外贸进出口", "9%", "trade", 9, "%", goal},
		},
		{
			"the year's own name", "软件业产值9亿元，出口5亿美元。\n外贸出口总额629亿美元。",
			said{"外贸出口总额", "629亿美元", "exports", 629e8, "美元", nil},
			said{"出口", "5亿美元", "exports", 5e8, "美元", nil},
		},
		{
			"a number before a bound", "地区生产总值突破3万亿元。\n地区生产总值3.24万亿元。",
			said{"地区生产总值", "3.24万亿元", "gdp", 3.24e12, "元", nil},
			said{"地区生产总值", "3万亿元", "gdp", 3e12, "元", func(r *dataset.FactRow) { r.Bound = "ge" }},
		},
		{
			"as it is", "一般预算收入同口径增长30.9%。\n一般预算收入增长18.3%。",
			said{"一般预算收入", "18.3%", "public_budget_revenue", 18.3, "%", nil},
			said{"一般预算收入", "30.9%", "public_budget_revenue", 30.9, "%", func(r *dataset.FactRow) { r.Qualifier = "同口径" }},
		},
	} {
		body, first := in("440300", 2023, "work_report", c.text, c.left)
		_, second := in("440300", 2023, "work_report", c.text, c.left, c.right)
		tab := newTable()
		tab.add(body, append(second[1:], first...))
		rows := tab.rows()
		if len(rows) != 1 || rows[0].Candidates != 2 {
			t.Fatalf("%s: %s", c.name, lines(rows))
		}
		if got := line(rows[0]); !strings.Contains(got, " "+export.Cell(c.right.value)+" ") {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}

func TestSummaryWins(t *testing.T) {
	text, rows := in("440300", 2023, "work_report",
		"园区一片繁荣，固定资产投资420亿元。\n地区生产总值3万亿元，固定资产投资3000亿元，社会消费品零售总额9000亿元。",
		said{"固定资产投资", "420亿元", "fixed_asset_investment", 420e8, "元", nil},
		said{"地区生产总值", "3万亿元", "gdp", 3e12, "元", nil},
		said{"固定资产投资", "3000亿元", "fixed_asset_investment", 3000e8, "元", nil},
		said{"社会消费品零售总额", "9000亿元", "retail_sales", 9000e8, "元", nil})
	tab := newTable()
	tab.add(text, rows)
	want := "fixed_asset_investment level 2022 元: - | 300000000000 | - - 1"
	if got := line(tab.rows()[0]); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestIndustry: all of industry stands for 规模以上 only where a report says
// nothing of the latter.
func TestIndustry(t *testing.T) {
	all := said{"工业增加值", "7600亿元", industry, 7600e8, "元", nil}
	large := said{"规模以上工业增加值", "4.5%", industry, 4.5, "%", nil}
	for want, f := range map[string][]said{
		industry + " level 2022 元: - | 760000000000 | - - 1": {all},
		industry + " growth 2022 %: - | 4.5 | - - 1":         {large, all},
	} {
		text, rows := in("530000", 2023, "work_report", "规模以上工业增加值增长4.5%，工业增加值7600亿元。", f...)
		tab := newTable()
		tab.add(text, rows)
		if got := lines(tab.rows()); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// TestIncomeOfBoth: an amount that is said of 城乡居民 is nobody's, a growth is
// everybody's.
func TestIncomeOfBoth(t *testing.T) {
	text, urban := in("130684", 2018, "work_report", "城乡居民人均可支配收入达到25780元，增长5.8%",
		said{"居民人均可支配收入", "25780元", "income_urban", 25780, "元", nil}, said{"，", "5.8%", "income_urban", 5.8, "%", nil})
	_, rural := in("130684", 2018, "work_report", string(text),
		said{"居民人均可支配收入", "25780元", "income_rural", 25780, "元", nil}, said{"，", "5.8%", "income_rural", 5.8, "%", nil})
	tab := newTable()
	tab.add(text, append(urban, rural...))
	want := "income_rural growth 2017 %: - | 5.8 | - - 1\nincome_urban growth 2017 %: - | 5.8 | - - 1"
	if got := lines(tab.rows()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestSectionOfFiveYears: what sums is that of the five years where a section
// reviews them, what is reached is the last year's.
func TestSectionOfFiveYears(t *testing.T) {
	for section, want := range map[string]string{
		"“十三五”时期经济社会发展回顾":   "gdp level 2020 元: - | 3353 | - - 1",
		"二〇二〇年工作回顾":         "fdi level 2020 美元: - | 43 | - - 1\ngdp level 2020 元: - | 3353 | - - 1",
		"“十三五”时期回顾和2020年工作": "fdi level 2020 美元: - | 43 | - - 1\ngdp level 2020 元: - | 3353 | - - 1",
	} {
		in5 := func(r *dataset.FactRow) { r.Section = section }
		text, rows := in("130600", 2021, "work_report", "地区生产总值达到3353亿元。实际利用外资43亿美元。",
			said{"地区生产总值", "3353亿元", "gdp", 3353, "元", in5}, said{"实际利用外资", "43亿美元", "fdi", 43, "美元", in5})
		tab := newTable()
		tab.add(text, rows)
		if got := lines(tab.rows()); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", section, got, want)
		}
	}
}

// TestAdded: a goal of 100 more is not met by having 1306.
func TestAdded(t *testing.T) {
	tab := newTable()
	text, rows := in("130600", 2021, "work_report", "全年新增高新技术企业100家以上、科技型中小企业1000家以上。",
		said{"高新技术企业", "100家", "high_tech_enterprises", 100, "家", func(r *dataset.FactRow) { goal(r); r.Action = "新增" }},
		said{"科技型中小企业", "1000家", "tech_smes", 1000, "家", goal})
	tab.add(text, rows)
	text, rows = in("130600", 2022, "work_report", "科技型中小企业达到11042家，新认定高新技术企业206家、总数达到1306家。",
		said{"科技型中小企业", "11042家", "tech_smes", 11042, "家", nil},
		said{"高新技术企业", "206家", "high_tech_enterprises", 206, "家", func(r *dataset.FactRow) { r.Action = "新认定" }},
		said{"总数", "1306家", "high_tech_enterprises", 1306, "家", nil})
	tab.add(text, rows)
	want := strings.Join([]string{
		"high_tech_enterprises change 2021 家: 100 | 206 | 106 true 2",
		"high_tech_enterprises level 2021 家: - | 1306 | - - 1",
		"tech_smes change 2021 家: 1000 | - | - - 1",
		"tech_smes level 2021 家: - | 11042 | - - 1",
	}, "\n")
	if got := lines(tab.rows()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestPointsOfAnIndexAreGrowth(t *testing.T) {
	text, rows := in("440300", 2001, "work_report", "居民消费价格总指数上升2.8个百分点", said{"居民消费价格总指数", "2.8个百分点", "cpi", 2.8, "百分点", func(r *dataset.FactRow) {
		r.Measure, r.Base, r.Dimension = "change", "yoy", "ratio"
	}})
	tab := newTable()
	tab.add(text, rows)
	if got := lines(tab.rows()); got != "cpi growth 2000 %: - | 2.8 | - - 1" {
		t.Error(got)
	}
}

// TestStrange: a part's figure is left out even where no other mention of the
// year is there to win over it.
func TestStrange(t *testing.T) {
	tab := newTable()
	text, rows := in("440300", 2022, "work_report", "今年的预期目标是：实际利用外资100亿美元。", said{"实际利用外资", "100亿美元", "fdi", 1e10, "美元", goal})
	tab.add(text, rows)
	text, rows = in("440300", 2024, "work_report", "园区兴旺，实际利用外资8亿美元。", said{"实际利用外资", "8亿美元", "fdi", 8e8, "美元", nil})
	tab.add(text, rows)
	text, rows = in("440300", 2025, "work_report", "实际利用外资90亿美元。", said{"实际利用外资", "90亿美元", "fdi", 9e9, "美元", nil})
	tab.add(text, rows)
	want := "fdi level 2022 美元: 10000000000 | - | - - 1\nfdi level 2024 美元: - | 9000000000 | - - 1"
	if got := lines(tab.rows()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestKindsAndUnits(t *testing.T) {
	tab := newTable()
	add := func(year int32, kind, s string, f ...said) {
		text, rows := in("220000", year, kind, s, f...)
		tab.add(text, rows)
	}
	mass := func(si float64, more func(*dataset.FactRow)) func(*dataset.FactRow) {
		return func(r *dataset.FactRow) {
			r.Dimension, r.ValueSI, r.UnitSI = "mass", &si, "kg"
			if more != nil {
				more(r)
			}
		}
	}
	add(2022, "work_report", "粮食产量800亿斤，实际利用外资3亿美元",
		said{"粮食产量", "800亿斤", "grain_output", 8e10, "斤", mass(4e10, goal)}, said{"实际利用外资", "3亿美元", "fdi", 3e8, "美元", goal})
	add(2022, "communique", "粮食产量4001.5万吨", said{"粮食产量", "4001.5万吨", "grain_output", 4.0015e7, "吨", mass(4.0015e10, func(r *dataset.FactRow) { r.Period = "2022" })})
	add(2023, "work_report", "粮食产量4080万吨，实际利用外资20亿元",
		said{"粮食产量", "4080万吨", "grain_output", 4.08e7, "吨", mass(4.08e10, nil)}, said{"实际利用外资", "20亿元", "fdi", 2e9, "元", nil})
	want := strings.Join([]string{
		"fdi level 2022 元: - | 2000000000 | - - 1",
		"fdi level 2022 美元: 300000000 | - | - - 1",
		"grain_output level 2022 斤: 80000000000 | 81600000000 | 1600000000 true 3",
	}, "\n")
	if got := lines(tab.rows()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestDifferenceIsExact(t *testing.T) {
	if d := *difference(5.4, 5); d != 0.4 {
		t.Error(d)
	}
	if d := *difference(-3.2, -3); d != -0.2 {
		t.Error(d)
	}
}

// TestASentenceThatOpensWithAPartGivesWay: its figure stands for the region only
// where no other does.
func TestASentenceThatOpensWithAPartGivesWay(t *testing.T) {
	zone := "临江新片区新政出台，全社会固定资产投资增长10.3%。"
	for _, c := range []struct{ text, quote, want string }{
		{zone + "道路开工，全社会固定资产投资增长13.8%。", "13.8%", "13.8%"},
		{zone, "10.3%", "10.3%"},
		{"临江新片区新政出台，全市全社会固定资产投资增长10.3%。道路开工，全社会固定资产投资增长13.8%。", "13.8%", "10.3%"},
	} {
		all := []said{{"全社会固定资产投资", "10.3%", "fixed_asset_investment", 10.3, "%", nil}}
		if c.quote != "10.3%" {
			all = append(all, said{"全社会固定资产投资", c.quote, "fixed_asset_investment", 13.8, "%", nil})
		}
		text, rows := in("310000", 2024, "work_report", c.text, all...)
		MarkHeadlines(text, rows)
		for i := range rows {
			if want := rows[i].Quote == c.want; rows[i].Headline != want {
				t.Errorf("%s: %s headline %v", c.text, rows[i].Quote, rows[i].Headline)
			}
		}
	}
}
