package read

import (
	"fmt"
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
