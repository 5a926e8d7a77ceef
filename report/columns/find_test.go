package columns

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// lines cuts a text into words where two spaces or more stand between them.
func lines(text string) (out []Line) {
	for l := range strings.SplitSeq(text, "\n") {
		var line Line
		at := 0
		for part := range strings.SplitSeq(l, "  ") {
			word := strings.TrimLeft(part, " ")
			from := at + len(part) - len(word)
			if word != "" {
				line = append(line, Word{word, float64(from), float64(from + utf8.RuneCountInString(word))})
			}
			at += utf8.RuneCountInString(part) + 2
		}
		out = append(out, line)
	}
	return out
}

// shown writes a table as rows of cells.
func shown(text []Line, t Table) (rows []string) {
	for _, r := range t.Rows {
		var cells []string
		for _, c := range r.Cells {
			s := ""
			if r.Left != nil && r.Left[len(cells)] {
				s = "<"
			}
			for _, w := range c {
				s += text[r.Line][w].Text
			}
			cells = append(cells, s)
		}
		rows = append(rows, strings.Join(cells, "|"))
	}
	return rows
}

func TestFind(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"a value left out, a group between": {
			"指标        年末数     比重\n总人口                100.0\n按性别分\n  男性      15.9      51.0\n  女性      15.3      49.0",
			[]string{"指标|年末数|比重", "总人口||100.0", "按性别分||", "男性|15.9|51.0", "女性|15.3|49.0"},
		},
		"words spread out, a column of words": {
			"产  品  名  称      单  位      产    量\n水泥                万吨        12.5\n布                 亿米        …",
			[]string{"产品名称|单位|产量", "水泥|万吨|12.5", "布|亿米|…"},
		},
		"a page number between": {
			"指标     2021      2022\n甲       1         2\n\n- 3 -\n\n乙       3         4",
			[]string{"指标|2021|2022", "甲|1|2", "乙|3|4"},
		},
		"order numbers before the labels": {
			"序号  指标        2020年    2025年\n1     甲产量      10        12\n2     乙产量      20        25",
			[]string{"序号|指标|2020年|2025年", "1|甲产量|10|12", "2|乙产量|20|25"},
		},
		"order numbers, heads in the middle of wide columns": {
			"序号              指标            单位        2020年\n 1    规模以上工业增加值与研究经费支出合计      亿元        10.1\n 2    油料产量                    万吨         2.2\n 3    纺织布                     亿米         3.3",
			[]string{"序号|指标|单位|2020年", "1|规模以上工业增加值与研究经费支出合计|亿元|10.1", "2|油料产量|万吨|2.2", "3|纺织布|亿米|3.3"},
		},
		"years over two columns each": {
			"指标             2020年               2021年\n          绝对数       增长%       绝对数       增长%\n水泥        12.5      1.1       13.5      2.1\n布         2.5       1.2       3.5       2.2",
			[]string{"指标|2020年|<|2021年|<", "|绝对数|增长%|绝对数|增长%", "水泥|12.5|1.1|13.5|2.1", "布|2.5|1.2|3.5|2.2"},
		},
		"names over the same heads": {
			"指标             城镇                  农村\n          绝对数       增长%       绝对数       增长%\n水泥        12.5      1.1       13.5      2.1\n布         2.5       1.2       3.5       2.2",
			[]string{"指标|城镇|<|农村|<", "|绝对数|增长%|绝对数|增长%", "水泥|12.5|1.1|13.5|2.1", "布|2.5|1.2|3.5|2.2"},
		},
		"growth behind years with units below": {
			"指标      2020年    2021年\n          （亿元）  （亿元）  增长%\n水泥      12.5      13.5      2.1\n布         2.5       3.5      2.2",
			[]string{"指标|2020年|2021年|", "|（亿元）|（亿元）|增长%", "水泥|12.5|13.5|2.1", "布|2.5|3.5|2.2"},
		},
		"heads that do not stand over their columns": {
			"指标          2020年       2021年\n        绝对数  增长%  绝对数   增长%\n水泥        12.5      1.1       13.5      2.1\n布         2.5       1.2       3.5       2.2",
			nil,
		},
		"a title in the middle": {
			"            云溪县历年主要产品产量情况\n指标      2020年      2021年\n水泥      12.5        13.5\n布         2.5         3.5",
			[]string{"指标|2020年|2021年", "水泥|12.5|13.5", "布|2.5|3.5"},
		},
		"a head's end below": {
			"指标      绝对数        比上年增\n                        长（%）\n水泥      12.5          13.5\n布         2.5           3.5",
			[]string{"指标|绝对数|比上年增", "||长（%）", "水泥|12.5|13.5", "布|2.5|3.5"},
		},
		"years that share columns unevenly": {
			"指标             2020年          2021年\n          绝对数       增长%       绝对数\n水泥        12.5      1.1       13.5\n布         2.5       1.2       3.5",
			nil,
		},
		"no head":         {"甲    1    2\n乙    3    4", nil},
		"one row":         {"指标    产量\n甲    1", nil},
		"prose":           {"年份    产量\n全年完成投资，    5\n新建学校。    3", nil},
		"columns that do": {"指标    产量    增长\n甲  1  2\n乙                      3                   4", nil},
	} {
		text := lines(c.text)
		var got []string
		tables, _ := Find(text)
		for _, t := range tables {
			got = append(got, shown(text, t)...)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s:\nhave %q\nwant %q", name, got, c.want)
		}
	}
}

func TestLost(t *testing.T) {
	_, lost := Find(lines("甲    1    2\n乙    3    4\n\n前言\n指标    产量    增长\n甲  1  2\n乙                      3                   4"))
	if len(lost) != 2 || !slices.Equal(lost[0], []int{0, 1}) || !slices.Equal(lost[1], []int{5, 6}) {
		t.Errorf("lost %v", lost)
	}
}

func TestIsFigure(t *testing.T) {
	for _, s := range []string{"1", "-3.2", "1,234.5", "▲5", "（5.1）", "—", "…", "6.5%", "5—6", "6%左右", "≥5", "０.５"} {
		if !IsFigure(s) {
			t.Errorf("%s is a figure", s)
		}
	}
	for _, s := range []string{"", "2023年", "万吨", "5亿元", "第3", "-", "a1"} {
		if IsFigure(s) != (s == "-") {
			t.Errorf("%q: %v", s, IsFigure(s))
		}
	}
}
