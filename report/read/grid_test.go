package read

import (
	"slices"
	"strings"
	"testing"

	"zhibiao/report"
	"zhibiao/report/reporttest"
)

// gridsOf are the tables of a document as reporttest writes them. Places that
// a cell covers are < or ^; where merged is false they are empty.
func gridsOf(d *report.Document) (out [][]string) {
	for _, t := range d.Tables {
		var rows []string
		for _, r := range t.Rows {
			var cells []string
			for _, c := range r {
				cells = append(cells, d.Quote(c.Start, c.End))
			}
			rows = append(rows, strings.Join(cells, "|"))
		}
		out = append(out, rows)
	}
	return out
}

// wantGrid is a grid without its marks and white space.
func wantGrid(g reporttest.Grid) (rows []string) {
	for _, r := range g.Rows {
		var cells []string
		for _, c := range r {
			if c == "<" || c == "^" {
				c = ""
			}
			cells = append(cells, strings.TrimSpace(c))
		}
		rows = append(rows, strings.Join(cells, "|"))
	}
	return rows
}

// TestReadGrids reads the same tables from every format.
func TestReadGrids(t *testing.T) {
	files, err := reporttest.GridFiles()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range files {
		raws, fails := readAll(t, Input{Source: c.Name, Data: c.Data}, Options{})
		if len(raws) != 1 {
			t.Errorf("%s: %v", c.Name, fails)
			continue
		}
		d, err := report.New(raws[0], report.Options{})
		if err != nil {
			t.Errorf("%s: %v", c.Name, err)
			continue
		}
		got := gridsOf(d)
		if len(got) != len(reporttest.Grids) {
			t.Errorf("%s: %d tables: %q\n%q", c.Name, len(got), got, raws[0].Text[max(0, len(raws[0].Text)-900):])
			continue
		}
		for i, g := range reporttest.Grids {
			if want := wantGrid(g); !slices.Equal(got[i], want) {
				t.Errorf("%s:\nhave %q\nwant %q", c.Name, got[i], want)
			}
			if title := d.Tables[i].Title; len(title) == 0 || !strings.Contains(d.Quote(d.Paragraphs[title[0]].Start, d.Paragraphs[title[0]].End), "表"+string(rune('1'+i))) {
				t.Errorf("%s: table %d has lost its title", c.Name, i+1)
			}
		}
		if c.Merged {
			if head := d.Tables[1].Rows[0]; head[0].Down != 2 || head[2].Right != 2 || d.Tables[1].Rows[1][0].Right != 0 {
				t.Errorf("%s: merged cells are lost: %+v", c.Name, head)
			}
		}
		if r := d.Tables[0].Rows; c.Indent && r[2][0].Indent <= r[1][0].Indent {
			t.Errorf("%s: indents are lost: %+v %+v", c.Name, r[1][0], r[2][0])
		}
	}
}

// TestReadHTMLTables reads tables as pages hold them.
func TestReadHTMLTables(t *testing.T) {
	for name, c := range map[string]struct {
		page string
		want []string
		line string // a line that stands before the table
	}{
		"inside a table of the layout": {
			`<table><tr><td width=200><a href=x>栏目</a></td><td><p>各表如下。</p><table><caption>表1 产量</caption><thead><tr><th>产品<th>产量<sup>1</sup>（吨）</thead><tr><td>　水泥<td>12<tr><td>　布<td>3</table></td></tr></table>`,
			[]string{"产品|产量（吨）", "水泥|12", "布|3"},
			"表1产量",
		},
		"inside a paragraph, title and unit in rows": {
			`<p><table><tr><td colspan=3><p>表1 产量</p></td></tr><tr><td></td><td></td><td>单位：吨</td></tr><tr><td>产品</td><td>2021年</td><td>2022<br>年</td></tr><tr><td>水泥</td><td>12</td><td>13</td></tr><tr><td>布</td><td colspan=2>3</td></tr></table></p>`,
			[]string{"||单位：吨", "产品|2021年|2022年", "水泥|12|13", "布|3|"},
			"表1产量",
		},
		"groups that cover rows": {
			`<table><tr><td>类别</td><td>指标</td><td>数</td></tr><tr><td rowspan=2>甲</td><td>水泥</td><td>12</td></tr><tr><td>布</td><td>3</td></tr><tr><td>乙</td><td>纸</td><td>4</td></tr></table>`,
			[]string{"类别|指标|数", "甲|水泥|12", "|布|3", "乙|纸|4"},
			"",
		},
	} {
		page := "<html><body>" + reporttest.Article() + c.page + "</body></html>"
		raws, fails := readAll(t, Input{Source: "a.html", Data: []byte(page)}, Options{})
		if len(raws) != 1 {
			t.Fatal(name, fails)
		}
		d, err := report.New(raws[0], report.Options{})
		if err != nil {
			t.Fatal(name, err)
		}
		got := gridsOf(d)
		if len(got) != 1 || !slices.Equal(got[0], c.want) {
			t.Errorf("%s:\nhave %q\nwant %q", name, got, c.want)
		}
		if !strings.Contains(squeeze(string(d.Text)), c.line) {
			t.Errorf("%s: no line %q", name, c.line)
		}
	}
	// What lays a page out, and boxes of its data, are no tables.
	for _, s := range []string{
		`<table><tr><td>索引号：</td><td>X1</td></tr><tr><td>发布机构：</td><td>区政府</td></tr></table>`,
		`<table><tr><td>` + strings.Repeat("全区生产总值增长百分之五。", 40) + `</td></tr></table>`,
	} {
		raws, _ := readAll(t, Input{Source: "a.html", Data: []byte("<html><body>" + s + reporttest.Article() + "</body></html>")}, Options{})
		if d, err := report.New(raws[0], report.Options{}); err != nil || len(d.Tables) > 0 {
			t.Errorf("%q: %v, %d tables", s[:40], err, len(d.Tables))
		}
	}
}
