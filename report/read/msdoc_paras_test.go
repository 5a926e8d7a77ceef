package read

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"zhibiao/report"
	"zhibiao/report/reporttest"
)

// TestDocPara reads what the end of a row says, in each way that Word says it.
func TestDocPara(t *testing.T) {
	cells := func(flags ...byte) []byte { // three cells, each 100 wide
		v := []byte{0x08, 0xD6, byte(2 + 8 + 20*len(flags)), 0, 3, 0x9C, 0xFF, 0, 0, 100, 0, 200, 0}
		for _, f := range flags {
			v = append(append(v, f, 0), make([]byte, 18)...)
		}
		return v
	}
	row := []byte{0x16, 0x24, 1, 0x17, 0x24, 1}
	for name, c := range map[string]struct {
		props []byte
		want  string
	}{
		"plain":           {slices.Concat(row, cells()), "[{100 false false} {200 false false} {300 false false}]"},
		"flags":           {slices.Concat(row, cells(1, 2, 0x20)), "[{100 true false} {200 true false} {300 false true}]"},
		"first of merged": {slices.Concat(row, cells(0x60)), "[{100 false false} {200 false false} {300 false false}]"},
		"merged later":    {slices.Concat(row, cells(), []byte{0x24, 0x56, 1, 3, 0x2B, 0xD6, 2, 0, 1}), "[{100 false true} {200 true false} {300 true false}]"},
		"elsewhere":       {[]byte{0x46, 0x66, 2, 0, 0, 0}, "[{100 false false} {200 false false} {300 false false}]"},
		"cut":             {slices.Concat(row, cells()[:6]), "[]"},
		"too many":        {slices.Concat(row, []byte{0x08, 0xD6, 4, 0, 200, 0, 0}), "[]"},
		"out of place":    {slices.Concat(row, []byte{0x24, 0x56, 1, 200, 0x2B, 0xD6, 2, 9, 1}), "[]"},
	} {
		more := slices.Concat(row, cells())
		data := append([]byte{0, 0, byte(len(more)), 0}, more...)
		var p docPara
		if in := p.read(c.props, data, true); !in || !p.rowEnd {
			t.Errorf("%s: in a table %v, a row's end %v", name, in, p.rowEnd)
		}
		if got := fmt.Sprint(p.cells); got != c.want {
			t.Errorf("%s: have %s, want %s", name, got, c.want)
		}
	}
}

// TestDocCells reads cells of several paragraphs and of a page's layout.
func TestDocCells(t *testing.T) {
	long := strings.Repeat("全区生产总值增长百分之五，各项事业取得新的成绩。", 3)
	chars := "前言\r指标\a" + "2022年\a\x06" + "粮食\x04产量\a" + "31.5\a\x06" + "\a12.6\a\x06" + "油料\x0B产量\a\a\x06" + "后记\r" + long + "\x04" + long + "\a\x06"
	var units []uint16
	for _, c := range chars {
		units = append(units, uint16(c))
	}
	got, left := docLines(units, make([][]docCell, 6))
	want := "前言\n\x1d指标\x1f2022年\n\x1e粮食 产量\x1f31.5\n\x1e\x1f12.6\n\x1e油料 产量\x1f\n后记\n" + long + "\n" + long
	if got != want || len(left) != 1 {
		t.Errorf("have %q, %d left\nwant %q", got, len(left), want)
	}
}

// TestBrokenParasOfOldWord: tables of paragraphs that point nowhere cost no text.
func TestBrokenParasOfOldWord(t *testing.T) {
	body, rows := reporttest.Grids[1].Word97(true)
	data := reporttest.DOCTables(strings.Join(reporttest.Paragraphs, "\r")+"\r"+body+"完。\r", rows)
	at := bytes.Index(data, []byte{0xEC, 0xA5}) + fibParas
	for _, b := range []byte{0x01, 0x7F, 0xFF} {
		for i := range 8 {
			broken := bytes.Clone(data)
			broken[at+i] ^= b
			raws, fails := readAll(t, Input{Source: "a.doc", Data: broken}, Options{})
			if len(fails) > 0 || len(raws) != 1 || !strings.HasSuffix(strings.TrimSpace(raws[0].Text), "完。") {
				t.Errorf("byte %d differs by %#x: %v", i, b, fails)
				continue
			}
			if d, err := report.New(raws[0], report.Options{}); err != nil || !strings.Contains(string(d.Text), "1,036.20") {
				t.Errorf("byte %d differs by %#x: the figures are lost: %v", i, b, err)
			}
		}
	}
}

// TestEdgedRows lays out cells by where they end.
func TestEdgedRows(t *testing.T) {
	row := func(cells ...any) (out []edgedCell) {
		for i := 0; i+1 < len(cells); i += 2 {
			out = append(out, edgedCell{text: cells[i].(string), edge: cells[i+1].(int)})
		}
		return out
	}
	for name, c := range map[string]struct {
		rows edgedRows
		want []string
	}{
		"a head over two":    {edgedRows{row("指标", 1000, "2022年", 3000), row("", 1000, "数", 2000, "增长", 3010), row("粮食", 1000, "31.5", 2000, "2.1", 3000)}, []string{"指标|2022年|<", "|数|增长", "粮食|31.5|2.1"}},
		"about the same":     {edgedRows{row("指标", 1000, "数", 2000), row("粮食", 1130, "31.5", 2000), row("油料", 980, "3.2", 2150)}, []string{"指标|数", "粮食|31.5", "油料|3.2"}},
		"same count, others": {edgedRows{row("甲", 2000, "乙", 3000), row("丙", 1000, "31.5", 3000), row("丁", 1000, "2.5", 3000)}, []string{"甲|<|乙", "丙|31.5|<", "丁|2.5|<"}},
		"no edges":           {edgedRows{row("指标", 0, "数", 0), row("粮食", 0, "31.5", 0), row("油料", 0, "3.2", 0)}, []string{"指标|数", "粮食|31.5", "油料|3.2"}},
	} {
		var got []string
		for _, l := range c.rows.lines() {
			got = append(got, strings.NewReplacer("\x1f", "|", "\x1b", "<", "\x1c", "^").Replace(l[1:]))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s:\nhave %q\nwant %q", name, got, c.want)
		}
	}
}
