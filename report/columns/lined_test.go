package columns

import (
	"slices"
	"strings"
	"testing"
)

// stacked writes the tables found in lines that spaces part, a row as its
// cells: < and ^ are places that a cell covers.
func stacked(text string) (rows []string) {
	lines := strings.Split(text, " ")
	tables, _ := FindLined(lines)
	for _, t := range tables {
		for _, r := range t {
			var cells []string
			for _, p := range r {
				s := strings.Join(lines[p.From:p.To], " ")
				switch {
				case p.Left:
					s = "<"
				case p.Up:
					s = "^"
				}
				cells = append(cells, s)
			}
			rows = append(rows, strings.Join(cells, "|"))
		}
	}
	return rows
}

func TestFindLined(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"a column of units": {
			"主要指标 指标 单位 2023年 增长% 粮食产量 万吨 310.5 2.1 油料产量 万吨 12.1 — 全部完成。",
			[]string{"指标|单位|2023年|增长%", "粮食产量|万吨|310.5|2.1", "油料产量|万吨|12.1|—"},
		},
		"two columns": {
			"产品名称 产量（吨） 水泥 12 布 3 纸 1,234.5",
			[]string{"产品名称|产量（吨）", "水泥|12", "布|3", "纸|1,234.5"},
		},
		"two tables": {
			"指标 2022年 2023年 甲 1 2 乙 3 4 指标 2022年 2023年 丙 5 6 丁 7 8",
			[]string{"指标|2022年|2023年", "甲|1|2", "乙|3|4", "指标|2022年|2023年", "丙|5|6", "丁|7|8"},
		},
		"order numbers, words behind": {
			"序号 指标 单位 2023年目标 属性 1 粮食产量 万吨 310 约束性 2 油料产量 万吨 12 预期性",
			[]string{"序号|指标|单位|2023年目标|属性", "1|粮食产量|万吨|310|约束性", "2|油料产量|万吨|12|预期性"},
		},
		"years as labels, a value like a year": {
			"年份 总户数（户） 增长% 2021年 2023 1.1 2022年 2045 1.2",
			[]string{"年份|总户数（户）|增长%", "2021年|2023|1.1", "2022年|2045|1.2"},
		},
		"heads on two rows": {
			"指标 2023年 绝对数 增长% 甲 1 2 乙 3 4",
			[]string{"指标|2023年|<", "^|绝对数|增长%", "甲|1|2", "乙|3|4"},
		},
		"two blocks side by side": {
			"项目 收入 项目 支出 税收 1 教育 2 其他 3 农业 4",
			[]string{"项目|收入|项目|支出", "税收|1|教育|2", "其他|3|农业|4"},
		},
		"a row short of a figure": {
			"指标 2022年 2023年 甲 1 2 乙 3 丙 5 6 丁 7 8",
			[]string{"指标|2022年|2023年", "甲|1|2", "乙||", "|3|", "丙|5|6", "丁|7|8"},
		},
		"a page's number behind": {
			"指标 2022年 2023年 甲 1 2 乙 3 4 17 二、明年的任务 完成。",
			[]string{"指标|2022年|2023年", "甲|1|2", "乙|3|4"},
		},
		"no head":               {"甲 1 2 乙 3 4 丙 5 6", nil},
		"one row":               {"指标 2022年 2023年 甲 1 2", nil},
		"two rows of one value": {"指标 2022年 甲 1 乙 2", nil},
		"heads one too many":    {"指标 2021年 2022年 2023年 甲 1 2 乙 3 4", nil},
		"units now and then":    {"指标 单位 2023年 甲 吨 1 乙 2 丙 吨 3 丁 4", nil},
		"order out of turn":     {"序号 指标 2023年 1 甲 5 3 乙 6 2 丙 7", nil},
		"figures go on":         {"指标 2022年 2023年 甲 1 2 乙 3 4 5 6 7 8 9", nil},
	} {
		if got := stacked(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s:\nhave %q\nwant %q", name, got, c.want)
		}
	}
}
