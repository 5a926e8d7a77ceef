package report

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

// cellsOf writes a table's cells, a covered place as <.
func cellsOf(d *Document, t *Table) (rows []string) {
	for _, r := range t.Rows {
		var cells []string
		for _, c := range r {
			if c.Right == 0 {
				cells = append(cells, "<")
				continue
			}
			cells = append(cells, d.Quote(c.Start, c.End))
		}
		rows = append(rows, strings.Join(cells, "|"))
	}
	return rows
}

// tablesOf reads a text of a known report and a table behind it.
func tablesOf(t *testing.T, text string) (*Document, []Table) {
	t.Helper()
	text = openingLines + "一、2022年工作回顾\n" + filler(8) + text + "\n" + filler(4)
	d, err := New(Raw{Text: text, Format: "text"}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	check(t, d, len([]rune(text)))
	for _, tab := range d.Tables {
		for i, r := range tab.Rows {
			p := d.Paragraphs[tab.First+i]
			if got := strings.Split(d.Quote(p.Start, p.End), "\t"); len(got) > tab.Columns() {
				t.Errorf("row %d has %d cells in the text and %d in the table", i, len(got), tab.Columns())
			}
			for _, c := range r {
				if c.Start < p.Start || c.End > p.End || strings.Contains(d.Quote(c.Start, c.End), "\t") {
					t.Errorf("cell %+v leaves its row %+v", c, p)
				}
			}
		}
	}
	return d, d.Tables
}

func TestTables(t *testing.T) {
	for name, c := range map[string]struct {
		text  string
		title string
		rows  []string
	}{
		"runs of spaces": {
			"          表1  2022年云溪县主要农产品产量\n                                   单位：万吨\n" +
				"   产品名称         产   量     比上年增长（%）\n 粮   食        31.52       2.1\n   其中：夏粮     12.40      -0.8\n\n 油料          1.07        …\n",
			"表1 2022年云溪县主要农产品产量/单位：万吨",
			[]string{"产品名称|产量|比上年增长（%）", "粮食|31.52|2.1", "其中：夏粮|12.40|-0.8", "油料|1.07|…"},
		},
		"a column of units, a cell left out": {
			"   指标        单位      2022年     增长%\n   客运量        万人       31.5     2.2\n   #铁路        万人                3.1\n   邮政业务量     亿元        1.3    12.0\n",
			"",
			[]string{"指标|单位|2022年|增长%", "客运量|万人|31.5|2.2", "#铁路|万人||3.1", "邮政业务量|亿元|1.3|12.0"},
		},
		"tabs": {
			"指标\t2022年\t2021年\n总人口（万人）\t31.2\t31.0\n出生率（‰）\t\t8.1\n",
			"",
			[]string{"指标|2022年|2021年", "总人口（万人）|31.2|31.0", "出生率（‰）||8.1"},
		},
		"Markdown": {
			"| 指标 | 单位 | 2022年 |\n|:--|:-:|--:|\n| **总人口** | 万人 | 31.2 |\n| 出生率 | ‰ | |\n",
			"",
			[]string{"指标|单位|2022年", "总人口|万人|31.2", "出生率|‰|"},
		},
		"a cell a line": {
			"表1 2022年云溪县主要指标\n指标\n单位\n2022年\n增长%\n一、农业\n粮食产量\n万吨\n31.52\n2.1\n\n\n油料产量\n万吨\n1.07①\n…\n- 3 -\n二、人口\n总人口\n万人\n31.2\n-0.3\n",
			"表1 2022年云溪县主要指标",
			[]string{"指标|单位|2022年|增长%", "一、农业|||", "粮食产量|万吨|31.52|2.1", "油料产量|万吨|1.07①|…", "二、人口|||", "总人口|万人|31.2|-0.3"},
		},
		"a cell a line, heads on two rows": {
			"指标\n单位\n2022年\n2021年\n绝对数\n增长%\n绝对数\n增长%\n客运量\n万人\n31.5\n2.2\n30.8\n1.9\n邮政业务量\n亿元\n1.3\n12.0\n1.2\n—\n",
			"",
			[]string{"指标|单位|2022年|<|2021年|<", "<|<|绝对数|增长%|绝对数|增长%", "客运量|万人|31.5|2.2|30.8|1.9", "邮政业务量|亿元|1.3|12.0|1.2|—"},
		},
		"marks of a reader": {
			"\x1d指标\x1f2022年\x1f\x1b\n\x1e\x1c\x1f绝对数\x1f增长%\n\x1e总人口\x1f31.2\x1f0.3\n",
			"",
			[]string{"指标|2022年|<", "<|绝对数|增长%", "总人口|31.2|0.3"},
		},
	} {
		d, tables := tablesOf(t, c.text)
		if len(tables) != 1 {
			t.Errorf("%s: %d tables", name, len(tables))
			continue
		}
		if got := cellsOf(d, &tables[0]); !slices.Equal(got, c.rows) {
			t.Errorf("%s:\nhave %q\nwant %q", name, got, c.rows)
		}
		var title []string
		for _, p := range tables[0].Title {
			title = append(title, d.Quote(d.Paragraphs[p].Start, d.Paragraphs[p].End))
		}
		if got := strings.Join(title, "/"); got != c.title {
			t.Errorf("%s: title %q, want %q", name, got, c.title)
		}
	}
}

// TestWritten counts the cells that rows have in the source; 0 of them where
// nothing says what heads them.
func TestWritten(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want [][]int // of each table
	}{
		"ends left out":   {"指标\t单位\t2023年\t增长（%）\n粮食\t万吨\t21.3\t1.5\n油料\t万吨\t2.7\n棉花\t万吨\t0.4\t2.0\n", [][]int{{4, 4, 3, 4}}},
		"a tab doubled":   {"地区\t产值（亿元）\t增长（%）\n青山镇\t12.5\t3.1\n白水镇\t\t8.4\t2.2\n长溪镇\t9.9\t1.7\n", [][]int{{3, 3, 4, 3}}},
		"a row broken":    {"地区\t产值（亿元）\t增长（%）\n青山镇\t12.5\t3.1\n白水镇\t8.4\t2.2\n长溪镇\n9.9\t1.7\n", [][]int{{3, 3, 3}, {0}}},
		"a figure astray": {"地区      产值      增长      人口\n\n青山镇    12.5      3.1       4.2\n\n白水镇         8.4    2.2\n\n长溪镇    9.9       1.7       3.3\n", [][]int{{4, 4, 0, 4}}},
		"no heads":        {"青山镇    12.5    3.1\n白水镇    8.4    2.2\n长溪镇    9.9    1.7\n", [][]int{{0, 0, 0}}},
		"Markdown":        {"| 地区 | 产值 | 增长 |\n|---|---|---|\n| 青山镇 | 12.5 | 3.1 |\n| 白水镇 | 8.4 |\n", [][]int{{3, 3, 2}}},
	} {
		_, tables := tablesOf(t, c.text)
		var got [][]int
		for i := range tables {
			got = append(got, tables[i].Written)
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: have %v, want %v", name, got, c.want)
		}
	}
}

// TestLeftOut names what is surely a table and cannot be read, where it stands.
func TestLeftOut(t *testing.T) {
	cells := func(s string) string { return strings.ReplaceAll(s, " ", "\n") + "\n" }
	for name, c := range map[string]struct {
		text string
		rows int
		want string // a part of the warning, "" for none
	}{
		"no grid": {cells("产量 粮食 31.5 油料 2.1 2.3 水产 1.1 1.2 1.3 蔬菜 31 33 茶叶 2.2 水果 5.6 5.7"), 0, "its cells make no grid"},
		"a row without a figure": {
			cells("产品 产量（吨） 增长% 水泥 31 2.1 布 33 1.8 玻璃 34 钢材 35 2.7"), 6,
			"more or fewer figures than there are columns (玻璃",
		},
		"a figure too many": {cells("产品 产量（吨） 增长% 水泥 31 2.1 布 33 1.8 纸 35 2.7 钢 3 4 5 6 7 8"), 0, "its cells make no grid"},
		"contents":          {cells("一、成绩 1 二、目标 5 三、任务 8 四、农业 9 五、工业 12 六、商业 14 七、教育 17 八、文化 20 九、其他 22"), 0, ""},
		"few figures":       {cells("总人口 31.2 出生率 8.1 死亡率 6.3"), 0, ""},
	} {
		d, tables := tablesOf(t, c.text)
		rows := 0
		for i := range tables {
			rows += len(tables[i].Rows)
		}
		if rows != c.rows {
			t.Errorf("%s: %d rows, want %d: %+v", name, rows, c.rows, tables)
		}
		var warned []string
		for _, w := range d.Warnings {
			if s := w.String(); strings.Contains(s, "table") {
				warned = append(warned, s)
			}
		}
		if got := strings.Join(warned, "; "); len(warned) > 1 || !strings.Contains(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%s: warned of %q, want %q", name, got, c.want)
		}
	}
}

func TestCovered(t *testing.T) {
	_, tables := tablesOf(t, "\x1d指标\x1f2022年\x1f\x1b\x1f\x1b\n\x1e\x1c\x1f一\x1f二\x1f三\n\x1e\x1c\x1f1\x1f2\x1f3\n")
	if got := tables[0].Rows[0]; got[0].Down != 3 || got[0].Right != 1 || got[1].Right != 3 || got[1].Down != 1 {
		t.Errorf("have %+v", got)
	}
}

// TestNoTables leaves lists and prose alone.
func TestNoTables(t *testing.T) {
	for _, text := range []string{
		"县长　　李明\n2023年1月5日\n",
		"  全年完成投资  5  亿元，增长  3%。\n  新建学校  2  所，增长  1%。\n",
		"新建道路    320\n新建桥梁    12\n",
		"\t新建农村道路\t320公里，\t全部通车。\n\t新建小学\t2所。\n",
	} {
		if _, tables := tablesOf(t, text); len(tables) > 0 {
			t.Errorf("%q became a table", text)
		}
	}
}

// TestTableBounds: what no reader could look at is no table, and costs no more
// than its text.
func TestTableBounds(t *testing.T) {
	wide := "|" + strings.Repeat("增长指标|", 5000) + "\n|--|\n"
	_, tables := tablesOf(t, wide+strings.Repeat("|地区生产总值|1|\n", 4000))
	if len(tables) > 0 {
		t.Errorf("a table of %d rows and %d columns", len(tables[0].Rows), tables[0].Columns())
	}
	_, tables = tablesOf(t, wide+"|甲|1|\n")
	if len(tables) != 1 || tables[0].Columns() != maxColumns {
		t.Errorf("%d tables", len(tables))
	}
	_, tables = tablesOf(t, "| 指标 | 数 |\n|--|--|\n"+strings.Repeat("|地区生产总值|1|\n", maxRows+10))
	if len(tables) != 2 {
		t.Errorf("%d tables of a long one", len(tables))
	}
}
