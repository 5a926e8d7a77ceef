package read

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"zhibiao/report"
	"zhibiao/report/reporttest"
)

// drawn reads rules written as level(y from to) and upright(x from to).
func drawn(level, upright [][3]float64) (out []pdfRule) {
	for _, l := range level {
		out = append(out, pdfRule{l[1], l[0], l[2], l[0]})
	}
	for _, u := range upright {
		out = append(out, pdfRule{u[0], u[1], u[0], u[2]})
	}
	return out
}

func TestRuledTables(t *testing.T) {
	rows := [][3]float64{{100, 0, 90}, {80, 0, 90}, {60, 0, 90}}
	for name, c := range map[string]struct {
		level, upright [][3]float64
		want           string // the numbers of the cells, row by row
	}{
		"plain":                    {rows, [][3]float64{{0, 60, 100}, {30, 60, 100}, {60, 60, 100}, {90, 60, 100}}, "[[0 1 2] [3 4 5]]"},
		"sides open":               {rows, [][3]float64{{30, 60, 100}, {60, 60, 100}}, "[[0 1 2] [3 4 5]]"},
		"a head over two columns":  {rows, [][3]float64{{0, 60, 100}, {30, 60, 100}, {60, 60, 80}, {90, 60, 100}}, "[[0 1 1] [2 3 4]]"},
		"a label over two rows":    {[][3]float64{{100, 0, 90}, {80, 30, 90}, {60, 0, 90}}, [][3]float64{{0, 60, 100}, {30, 60, 100}, {60, 60, 100}, {90, 60, 100}}, "[[0 1 2] [0 3 4]]"},
		"in pieces, and doubled":   {[][3]float64{{100, 0, 45}, {100.5, 45.5, 90}, {80, 0, 90}, {81, 0, 90}, {60, 0, 90}}, [][3]float64{{0, 60, 81}, {0, 80, 100}, {30, 60, 100}, {90, 60, 100}}, "[[0 1] [2 3]]"},
		"two beside each other":    {[][3]float64{{100, 0, 40}, {80, 0, 40}, {60, 0, 40}, {100, 50, 90}, {80, 50, 90}, {60, 50, 90}}, [][3]float64{{0, 60, 100}, {20, 60, 100}, {40, 60, 100}, {50, 60, 100}, {70, 60, 100}, {90, 60, 100}}, "[[0 1] [2 3]] [[0 1] [2 3]]"},
		"no rectangle":             {[][3]float64{{100, 0, 90}, {80, 0, 30}, {60, 0, 90}}, [][3]float64{{0, 60, 100}, {30, 60, 80}, {90, 60, 100}}, ""},
		"level lines alone":        {rows, nil, ""},
		"a box":                    {[][3]float64{{100, 0, 90}, {60, 0, 90}}, [][3]float64{{0, 60, 100}, {90, 60, 100}}, ""},
		"lines that do not touch":  {rows, [][3]float64{{-50, 60, 100}, {120, 60, 100}}, ""},
		"a line under each figure": {[][3]float64{{100, 0, 20}, {80, 30, 50}, {60, 60, 80}}, nil, ""},
	} {
		var got []string
		for _, table := range ruledTables(drawn(c.level, c.upright)) {
			got = append(got, fmt.Sprint(table.place))
		}
		slices.Sort(got)
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: have %s, want %s", name, s, c.want)
		}
	}
}

// ruledPages reads pages of pieces and rules.
func ruledPages(t *testing.T, pages ...string) *report.Document {
	t.Helper()
	head := reporttest.Drawn([]reporttest.Piece{
		{X: 200, Y: 800, Text: "2023年云溪县统计公报"}, {X: 114, Y: 776, Text: "各项数据均为初步核算数，绝对数按现价计算，增长速度按可比价计算。"},
	})
	raws, fails := readAll(t, Input{Source: "a.pdf", Data: reporttest.PDFStreams(append([]string{head + pages[0]}, pages[1:]...))}, Options{})
	if len(fails) > 0 {
		t.Fatal(fails)
	}
	d, err := report.New(raws[0], report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestReadRuled reads tables whose cells lines part: broken labels, empty
// cells, columns that lie close, heads over several columns and rows.
func TestReadRuled(t *testing.T) {
	g := reporttest.Grid{Title: "表1 主要指标", Rows: [][]string{
		{"指标", "单位", "2022年", "<", "2021年", "<"},
		{"^", "^", "绝对数", "比上年增长（%）", "绝对数", "比上年增长（%）"},
		{"规模以上工业企业研究与试验发展经费支出", "亿元", "31.52", "", "30.41", "3.7"},
		{"客运量", "万人", "1,262.43", "-5.6", "1,337.31", ""},
		{"^", "亿人公里", "2.80", "1.1", "2.77", "…"},
	}}
	want := wantGrid(g)
	for way := range reporttest.RuledWays {
		pieces, rules, _ := g.Ruled(740, way)
		d := ruledPages(t, rules+reporttest.Drawn(pieces))
		got := gridsOf(d)
		if len(got) != 1 || !slices.Equal(got[0], want) {
			t.Errorf("way %d:\nhave %q\nwant %q", way, got, want)
			continue
		}
		if r := d.Tables[0].Rows; r[0][0].Down != 2 || r[0][4].Right != 2 || r[3][0].Down != 2 {
			t.Errorf("way %d: merged cells are lost: %+v", way, r)
		}
		if title := d.Tables[0].Title; len(title) != 1 {
			t.Errorf("way %d: title %v", way, title)
		}
	}
}

// TestReadRuledPages: a table that goes on over a page stays one, and one that
// repeats its head is a second.
func TestReadRuledPages(t *testing.T) {
	g := reporttest.Grid{Title: "表1 主要指标", Rows: [][]string{{"指标", "产量", "增"}}}
	for i := range 6 {
		g.Rows = append(g.Rows, []string{"甲" + string(rune('一'+i)), fmt.Sprint(10 + i), fmt.Sprint(i)})
	}
	part := func(rows [][]string) string {
		p := reporttest.Grid{Title: "　", Rows: append(slices.Clone(rows), []string{"限额以上企业", "2,345.67", "12.3"})}
		pieces, rules, _ := p.Ruled(740, reporttest.RuledLines)
		return rules + reporttest.Drawn(pieces)
	}
	first, on := part(g.Rows[:4]), part(g.Rows[4:])
	again := part(append([][]string{g.Rows[0]}, g.Rows[4:]...))
	for name, c := range map[string]struct {
		pages []string
		want  []int // rows of each table
	}{
		"goes on":            {[]string{first, on}, []int{9}},
		"head again":         {[]string{first, again}, []int{5, 5}},
		"something between":  {[]string{first, reporttest.Drawn([]reporttest.Piece{{X: 114, Y: 790, Text: "其他产品的产量如下，各项数据均为初步核算数。"}}) + on}, []int{5, 4}},
		"on one page, apart": {[]string{first + reporttest.Drawn([]reporttest.Piece{{X: 114, Y: 600, Text: "其他产品的产量如下，各项数据均为初步核算数。"}})}, []int{5}},
	} {
		d := ruledPages(t, c.pages...)
		var got []int
		for _, table := range d.Tables {
			got = append(got, len(table.Rows))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: tables of %v rows, want %v: %q", name, got, c.want, gridsOf(d))
		}
	}
}

// TestReadHalfRuled reads by the places of words what lines part into columns
// alone, and leaves text in a frame alone.
func TestReadHalfRuled(t *testing.T) {
	g := reporttest.Grid{Title: "表1 主要指标", Rows: [][]string{
		{"指标", "单位", "2022年", "增长（%）"}, {"粮食产量", "万吨", "31.52", "2.1"}, {"油料产量", "万吨", "1.07", "-3.3"}, {"客运量", "万人", "2.80", "0.4"},
	}}
	pieces, _ := g.Printed(740, false)
	columns := "" // upright lines, and level ones above, below the head and at the end
	for _, x := range []float64{80, 140, 184, 236, 300} {
		columns += fmt.Sprintf("%g 730 m %g 666 l S\n", x, x)
	}
	for _, y := range []float64{730, 714, 666} {
		columns += fmt.Sprintf("80 %g m 300 %g l S\n", y, y)
	}
	if got := gridsOf(ruledPages(t, columns+reporttest.Drawn(pieces))); len(got) != 1 || !slices.Equal(got[0], wantGrid(g)) {
		t.Errorf("columns alone:\nhave %q\nwant %q", got, wantGrid(g))
	}
	frame := "80 500 300 60 re S\n80 560 300 60 re S\n"
	d := ruledPages(t, frame+reporttest.Drawn([]reporttest.Piece{{X: 90, Y: 590, Text: "全年完成投资5亿元，增长3%。"}, {X: 90, Y: 530, Text: "新建学校2所，增加学位300个。"}}))
	if len(d.Tables) > 0 {
		t.Errorf("a frame became a table: %q", gridsOf(d))
	}
}
