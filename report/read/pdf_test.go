package read

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"zhibiao/report"
	"zhibiao/report/reporttest"
)

// yearbook is a PDF of many pages with tables between prose, and how many
// tables it has. Each fifth runs over the end of its page.
func yearbook(pages int) (data []byte, tables int) {
	var out [][]reporttest.Piece
	prose := []rune(strings.Join(reporttest.Paragraphs[6:16], ""))
	cut := false
	for p := range pages {
		var page []reporttest.Piece
		y := 790.0
		if cut { // the table goes on without its heads
			for i := range 4 {
				page = append(page, row(y, "其中：续项"+string(rune('甲'+i)), fmt.Sprint(p+i), "2.5")...)
				y -= 16
			}
			cut = false
		}
		for i := 0; i+30 < len(prose) && y > 600; i += 30 {
			page = append(page, reporttest.Piece{X: 90, Y: y, Text: string(prose[i : i+30])})
			y -= 20
		}
		for range 1 + p%4/3 {
			tables++
			page = append(page, reporttest.Piece{X: 180, Y: y - 10, Text: fmt.Sprintf("表%d 2022年云溪县主要产品产量", tables)})
			y -= 30
			page = append(page, row(y, "产品名称", "产量（吨）", "增长（%）")...)
			for i := range 10 {
				y -= 16
				page = append(page, row(y, "产品"+string(rune('一'+i)), fmt.Sprint(1000*p+i), fmt.Sprintf("%.1f", float64(i)-4.5))...)
			}
			y -= 20
		}
		if p%5 == 0 && p+1 < pages {
			tables++
			page = append(page, reporttest.Piece{X: 180, Y: y - 10, Text: fmt.Sprintf("表%d 2022年云溪县其他产品产量", tables)})
			page = append(page, row(y-30, "产品名称", "产量（吨）", "增长（%）")...)
			page = append(page, row(y-46, "合计", "12", "1.5")...)
			page = append(page, row(y-62, "其中：首项", "5", "1.0")...)
			cut = true
		}
		out = append(out, append(page, reporttest.Piece{X: 280, Y: 40, Text: fmt.Sprintf("- %d -", p+1)}))
	}
	return reporttest.PDFOf(out), tables
}

func row(y float64, label, a, b string) []reporttest.Piece {
	return []reporttest.Piece{{X: 100, Y: y, Text: label, Size: 10}, {X: 300, Y: y, Text: a, Size: 10}, {X: 430, Y: y, Text: b, Size: 10}}
}

// TestReadYearbook reads a long PDF; tables over two pages stay one.
func TestReadYearbook(t *testing.T) {
	pages := 160
	if testing.Short() {
		pages = 12
	}
	data, want := yearbook(pages)
	raws, fails := readAll(t, Input{Source: "a.pdf", Data: data}, Options{})
	if len(fails) > 0 {
		t.Fatal(fails)
	}
	d, err := report.New(raws[0], report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Tables) != want {
		t.Errorf("%d tables, want %d", len(d.Tables), want)
	}
	for _, tab := range d.Tables {
		over := len(tab.Title) > 0 && strings.Contains(d.Quote(d.Paragraphs[tab.Title[0]].Start, d.Paragraphs[tab.Title[0]].End), "其他产品")
		if n := len(tab.Rows); over && n != 7 || !over && n != 11 {
			t.Errorf("a table has %d rows: %q", n, d.Quote(tab.Start, tab.End))
			break
		}
	}
}

// TestReadPDFHostile refuses pages that are made to cost memory or time.
func TestReadPDFHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	bomb := reporttest.PDFFlate(strings.Repeat(" ", 400<<20))
	for name, data := range map[string][]byte{
		"lines":       reporttest.PDFStreams([]string{strings.Repeat("1 0 0 RG 10 10 m 20 20 l S\n", 1000000)}),
		"texts":       reporttest.PDFStreams([]string{strings.Repeat("BT /F1 12 Tf 1 0 0 1 90 90 Tm <4E00> Tj ET\n", 1000000)}),
		"flate":       bomb,
		"nested form": reporttest.PDFForms(10, 10),
	} {
		raws, fails := readAll(t, Input{Source: name + ".pdf", Data: data}, Options{})
		if len(raws) > 0 || len(fails) != 1 {
			t.Errorf("%s: %d reports, %v", name, len(raws), fails)
		}
	}
}

// TestPDFBehindEnd: what End gave back is there again for the next PDF.
func TestPDFBehindEnd(t *testing.T) {
	if testing.Short() {
		t.Skip("the PDF library is compiled again: left out with -short")
	}
	data, _ := yearbook(1)
	first, _ := readAll(t, Input{Source: "a.pdf", Data: data}, Options{})
	End()
	End()
	again, fails := readAll(t, Input{Source: "a.pdf", Data: data}, Options{})
	if len(fails) > 0 || len(again) != 1 || again[0].Text != first[0].Text {
		t.Errorf("read %d documents otherwise, %v", len(again), fails)
	}
}

// TestReadWrappedLabels joins labels that are printed on two lines.
func TestReadWrappedLabels(t *testing.T) {
	var page []reporttest.Piece
	for i, p := range []string{"一、产业", "全区重点产业发展情况如下，各项数据均为初步核算数，绝对数按现价计算。"} {
		page = append(page, reporttest.Piece{X: 90, Y: 800 - 20*float64(i), Text: p})
	}
	add := func(y float64, words ...string) {
		for i, w := range words {
			if w != "" {
				page = append(page, reporttest.Piece{X: []float64{90, 300, 430}[i], Y: y, Text: w, Size: 10})
			}
		}
	}
	add(740, "指标", "产值（亿元）", "增长（%）")
	add(716, "软件业", "12.5", "3.1")
	add(692, "战略性新兴", "20.1", "4.2") // the figures on the first line
	add(680, "服务业")
	add(656, "先进制造") // on the last
	add(644, "产业", "30.2", "5.3")
	add(620, "文化创意") // between
	add(608, "产业")
	add(614, "", "40.3", "6.4")
	add(584, "按登记类型分") // a group
	add(560, "私营企业", "50.4", "7.5")
	raws, fails := readAll(t, Input{Source: "a.pdf", Data: reporttest.PDFOf([][]reporttest.Piece{page})}, Options{})
	if len(fails) > 0 {
		t.Fatal(fails)
	}
	d, err := report.New(raws[0], report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"指标|产值（亿元）|增长（%）", "软件业|12.5|3.1", "战略性新兴服务业|20.1|4.2", "先进制造产业|30.2|5.3", "文化创意产业|40.3|6.4", "按登记类型分||", "私营企业|50.4|7.5"}
	if got := gridsOf(d); len(got) != 1 || !slices.Equal(got[0], want) {
		t.Errorf("have %q\nwant %q", got, want)
	}
}

// TestReadWrappedCells joins cells that are printed on several lines while the
// others of their row stand in the middle, in heads and in rows, and reads a
// head that stands over two columns.
func TestReadWrappedCells(t *testing.T) {
	g := reporttest.Grid{Title: "表1 主要指标", Rows: [][]string{
		{"序号", "指标", "单位", "2022年", "<", "2021年", "<"},
		{"^", "^", "^", "绝对数", "比上年增长（%）", "绝对数", "比上年增长（%）"},
		{"1", "粮食产量", "万吨", "31.52", "2.1", "30.41", "3.7"},
		{"2", "限额以上批发和零售业商品销售额", "亿元", "1,262.43", "-5.6", "1,337.31", "…"},
		{"3", "客运量", "万人", "2.80", "1.1", "2.77", "0.4"},
	}}
	pieces, _ := g.Printed(740, true)
	d := ruledPages(t, reporttest.Drawn(pieces))
	want := wantGrid(g)
	want[1] = "序号|指标|单位" + want[1][2:] // the lowest lines of the head
	got := gridsOf(d)
	if len(got) != 1 || !slices.Equal(got[0][len(got[0])-4:], append([]string{"|||绝对数|比上年增长（%）|绝对数|比上年增长（%）"}, want[2:]...)) {
		t.Fatalf("have %q\nwant %q", got, want)
	}
	for _, r := range d.Tables[0].Rows {
		if s := d.Quote(r[3].Start, r[3].End); s == "2022年" && r[3].Right != 2 {
			t.Errorf("2022年 covers %d columns", r[3].Right)
		}
	}
}

// TestReadCellsFromTheTop joins cells whose first line stands at the height of
// the row's other cells.
func TestReadCellsFromTheTop(t *testing.T) {
	var page []reporttest.Piece
	add := func(y float64, cells ...string) {
		for i, c := range cells {
			for k, l := range strings.Split(c, "/") {
				page = append(page, reporttest.Piece{X: []float64{90, 220, 280, 400}[i], Y: y - 12*float64(k), Text: l, Size: 10, Narrow: true})
			}
		}
	}
	page = append(page, reporttest.Piece{X: 180, Y: 740, Text: "表1 主要指标"})
	add(720, "指标", "单位", "2022年/绝对数", "增长（%）")
	add(690, "规模以上工业企业研/究与试验发展经费", "亿元", "31.5", "2.1")
	add(660, "客运量", "万人", "41.5", "-3.3")
	d := ruledPages(t, reporttest.Drawn(page))
	want := []string{"指标|单位|2022年绝对数|增长（%）", "规模以上工业企业研究与试验发展经费|亿元|31.5|2.1", "客运量|万人|41.5|-3.3"}
	if got := gridsOf(d); len(got) != 1 || !slices.Equal(got[0], want) {
		t.Errorf("have %q\nwant %q", got, want)
	}
}
