package panel

import (
	"bytes"
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"

	"zhibiao/dataset"
	"zhibiao/export"
)

var meta = dataset.Meta{Version: "test", Lexicon: "abc"}

// sample has every kind of null, and a name that a spreadsheet would run.
func sample() []Row {
	return []Row{
		{
			RegionCode: "440300", Region: "深圳市", RegionLevel: "prefecture", Indicator: "gdp", IndicatorName: "地区生产总值", Measure: "growth", Year: 2022, Unit: "%",
			Target: ptr(5.25), TargetLow: ptr(5.0), TargetHigh: ptr(5.5), TargetBound: "range", TargetStated: ptr(true), TargetFactID: "a:1-2", TargetSentence: "增长5%—5.5%。",
			Actual: ptr(0.0), ActualBound: "eq", ActualStatus: "estimate", ActualFactID: "b:1-2", ActualSentence: "-持平。", Gap: ptr(-5.25), Met: ptr(false), Candidates: 3,
		},
		{Region: "=1+1", Indicator: "gdp", Measure: "level", Year: 2023, Unit: "元", Actual: ptr(6019945000000.0), Candidates: 1},
	}
}

// cells are what the spreadsheets should hold below their head.
var cells = [][]string{
	{"440300", "深圳市", "prefecture", "gdp", "地区生产总值", "growth", "2022", "%", "5.25", "5", "5.5", "range", "true", "a:1-2", "增长5%—5.5%。", "0", "", "", "eq", "estimate", "b:1-2", "'-持平。", "-5.25", "false", "3"},
	{"", "'=1+1", "", "gdp", "", "level", "2023", "元", "", "", "", "", "", "", "", "6019945000000", "", "", "", "", "", "", "", "", "1"},
}

// columns are the names of the panel's columns.
func columns() (names []string) {
	for _, c := range Table(nil).Columns {
		names = append(names, c.Name)
	}
	return names
}

func TestColumns(t *testing.T) {
	want := "region_code, region, region_level, indicator, indicator_name, measure, year, unit, target, target_low, target_high, target_bound, target_stated, target_fact_id, target_sentence, actual, actual_low, actual_high, actual_bound, actual_status, actual_fact_id, actual_sentence, gap, met, candidates"
	if got := strings.Join(columns(), ", "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestReadBackCSV(t *testing.T) {
	var b bytes.Buffer
	if err := export.Write(&b, export.CSV, Table(sample()), meta); err != nil {
		t.Fatal(err)
	}
	body, ok := strings.CutPrefix(b.String(), "\uFEFF")
	if !ok {
		t.Error("the mark at the start is missing")
	}
	got, err := csv.NewReader(strings.NewReader(body)).ReadAll()
	if want := append([][]string{columns()}, cells...); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%v\ngot  %q\nwant %q", err, got, want)
	}
}

func TestReadBackParquet(t *testing.T) {
	path := filepath.Join(t.TempDir(), "p.parquet")
	if err := WriteFile(path, sample(), meta); err != nil {
		t.Fatal(err)
	}
	got, err := parquet.ReadFile[Row](path)
	if err != nil || !reflect.DeepEqual(got, sample()) {
		t.Errorf("%v\ngot  %+v\nwant %+v", err, got, sample())
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	info, _ := f.Stat()
	p, err := parquet.OpenFile(f, info.Size())
	if err != nil {
		t.Fatal(err)
	}
	if v, _ := p.Lookup("zhibiao.lexicon"); v != "abc" {
		t.Errorf("zhibiao.lexicon is %q", v)
	}
}

// book writes rows as a workbook and opens it.
func openBook(t *testing.T, rows []Row) *excelize.File {
	t.Helper()
	path := filepath.Join(t.TempDir(), "p.XLSX")
	if err := WriteFile(path, rows, meta); err != nil {
		t.Fatal(err)
	}
	x, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = x.Close() })
	return x
}

func sheetRows(t *testing.T, x *excelize.File, name string) [][]string {
	t.Helper()
	rows, err := x.GetRows(name, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestWorkbook(t *testing.T) {
	x := openBook(t, sample())
	if got := strings.Join(x.GetSheetList(), " "); got != "面板 说明 来源 待核查" {
		t.Errorf("sheets are %s", got)
	}
	want := [][]string{
		{"地区代码", "地区", "级别", "指标", "度量", "年份", "单位", "目标值", "目标值下限", "目标值上限", "目标值界限", "提出目标", "实际值", "实际值下限", "实际值上限", "实际值界限", "实际值状态", "差距", "完成", "候选数", "指标编号", "来源"},
		{"440300", "深圳市", "地级", "地区生产总值", "增速", "2022", "%", "5.25", "5", "5.5", "区间", "是", "0", "", "", "", "预计", "-5.25", "未完成", "3", "gdp", "原句"},
		{"", "'=1+1", "", "gdp", "水平", "2023", "亿元", "", "", "", "", "", "60199.45", "", "", "", "", "", "", "1", "gdp", "原句"},
	}
	if got := sheetRows(t, x, "面板"); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if kind, _ := x.GetCellType("面板", "H2"); kind != excelize.CellTypeNumber && kind != excelize.CellTypeUnset {
		t.Errorf("H2 is no number but %v", kind)
	}
	if ok, to, err := x.GetCellHyperLink("面板", "V3"); !ok || to != "来源!A3" || err != nil {
		t.Errorf("V3 leads to %q: %v", to, err)
	}
	if ok, to, _ := x.GetCellHyperLink("来源", "A2"); !ok || to != "面板!A2" {
		t.Errorf("来源!A2 leads to %q", to)
	}
	if got := sheetRows(t, x, "来源")[1][5]; got != "增长5%—5.5%。" {
		t.Errorf("the sentence of the goal is %q", got)
	}
	if got := len(sheetRows(t, x, "说明")); got < len(want[0]) {
		t.Errorf("only %d columns are explained", got)
	}
	for _, name := range x.GetSheetList() {
		p, err := x.GetPanes(name)
		if err != nil || !p.Freeze || p.YSplit != 1 {
			t.Errorf("%s: the head does not stay: %+v %v", name, p, err)
		}
		for i, row := range sheetRows(t, x, name) {
			for k := range row {
				cell, _ := excelize.CoordinatesToCellName(k+1, i+1)
				if f, _ := x.GetCellFormula(name, cell); f != "" {
					t.Errorf("%s!%s is the formula %s", name, cell, f)
				}
			}
		}
	}
	missed, _ := x.GetCellStyle("面板", "S2")
	style, err := x.GetStyle(missed)
	if err != nil || style.Font == nil || style.Font.Color != "9C0006" {
		t.Errorf("a missed goal is not red: %+v %v", style, err)
	}
}

func TestDoubts(t *testing.T) {
	level := func(year int32, unit string, goal, result *float64) Row {
		return Row{RegionCode: "440300", Region: "深圳市", Indicator: "gdp", Measure: "level", Year: year, Unit: unit, Target: goal, Actual: result}
	}
	jobs := func(year int32) Row {
		return Row{RegionCode: "440300", Region: "深圳市", Indicator: "urban_new_jobs", Measure: "level", Year: year, Unit: "人", Actual: ptr(1e5)}
	}
	rows := []Row{
		level(2018, "元", nil, ptr(2e12)),
		level(2019, "元", nil, ptr(7e12)), // more than threefold
		level(2023, "元", nil, ptr(8e12)), // 2021 is missing, and has others; 2020 and 2022 have none at all
		level(2024, "元", ptr(9e12), nil), // the goal in another unit than the result
		level(2024, "美元", nil, ptr(1e12)),
		jobs(2021),
	}
	want := []doubt{
		{0, "缺少报告", "缺2020、2022年的实际值"},
		{1, "变动过大", "2018年为20000亿元，2019年为70000亿元"},
		{2, "缺少年份", "缺2021年的实际值"},
		{3, "单位不同", "目标的单位：元，实际值的单位：美元"},
	}
	if got := doubts(rows, scales(rows)); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	x := openBook(t, rows)
	if got := sheetRows(t, x, "待核查"); len(got) != 5 || got[1][6] != want[0].note {
		t.Errorf("got %q", got)
	}
	if ok, to, _ := x.GetCellHyperLink("待核查", "A4"); !ok || to != "面板!A4" {
		t.Errorf("A4 leads to %q", to)
	}
}

func TestYearList(t *testing.T) {
	if got := yearList([]int32{2001, 2002, 2003, 2005, 2007, 2008}); got != "2001—2003、2005、2007—2008" {
		t.Errorf("got %s", got)
	}
}

func TestScaleOf(t *testing.T) {
	for _, c := range []struct {
		largest float64
		unit    string
		want    scale
	}{
		{6.02e12, "元", scale{1e8, "亿元"}},
		{4.3e7, "元", scale{1e4, "万元"}},
		{58336, "元", scale{1, "元"}},
		{3.1e8, "美元", scale{1e8, "亿美元"}},
		{13500, "人", scale{1e4, "万人"}},
		{480, "家", scale{1, "家"}},
		{120000, "%", scale{1, "%"}},
		{5, "", scale{1, ""}},
	} {
		if got := scaleOf(c.largest, c.unit); got != c.want {
			t.Errorf("%v %s: got %v, want %v", c.largest, c.unit, got, c.want)
		}
	}
}

func TestWide(t *testing.T) {
	at := func(year int32, indicator, unit string, goal, result *float64) Row {
		return Row{RegionCode: "440300", Region: "深圳市", RegionLevel: "prefecture", Indicator: indicator, Measure: "level", Year: year, Unit: unit, Target: goal, Actual: result}
	}
	table := Wide([]Row{
		at(2021, "fdi", "元", nil, ptr(7.0)), at(2022, "fdi", "美元", ptr(8.0), nil), at(2023, "fdi", "美元", ptr(9.0), ptr(10.0)),
		at(2022, "gdp", "元", nil, ptr(3.0)),
	})
	var names []string
	for _, c := range table.Columns {
		names = append(names, c.Name)
	}
	if got, want := strings.Join(names, " "), "region_code region region_level year fdi_level_元_actual fdi_level_target fdi_level_actual gdp_level_actual"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	var got [][]any
	for row, err := range table.Rows {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, row[3:])
	}
	want := [][]any{
		{int32(2021), 7.0, nil, nil, nil},
		{int32(2022), nil, 8.0, nil, 3.0},
		{int32(2023), nil, 9.0, 10.0, nil},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func TestSameBytes(t *testing.T) {
	dir := t.TempDir()
	for _, ending := range []string{".csv", ".parquet", ".xlsx"} {
		var texts [2][]byte
		for i := range texts {
			path := filepath.Join(dir, "p"+ending)
			if err := WriteFile(path, sample(), meta); err != nil {
				t.Fatal(err)
			}
			texts[i], _ = os.ReadFile(path)
		}
		if len(texts[0]) == 0 || !bytes.Equal(texts[0], texts[1]) {
			t.Errorf("two %s files differ", ending)
		}
	}
}

func TestEmptyPanelHasItsColumns(t *testing.T) {
	dir := t.TempDir()
	for _, ending := range []string{".csv", ".parquet", ".xlsx"} {
		if err := WriteFile(filepath.Join(dir, "p"+ending), nil, meta); err != nil {
			t.Error(ending, err)
		}
	}
}

func TestUnknownFormat(t *testing.T) {
	path := filepath.Join(t.TempDir(), "p.ods")
	if err := WriteFile(path, nil, meta); err == nil || !strings.Contains(err.Error(), path) {
		t.Error(err)
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) > 0 {
		t.Error("something was left behind:", left)
	}
}

// store writes reports into a folder as extract does.
func store(t *testing.T, dir string, text []rune, rows []dataset.FactRow) {
	t.Helper()
	s, err := dataset.OpenStore(dir, meta)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	r := rows[0]
	doc := dataset.DocumentRow{
		DocID: r.DocID, Source: r.DocID + ".txt", RegionCode: r.RegionCode, Region: r.Region, RegionLevel: r.RegionLevel,
		ReportYear: r.ReportYear, Kind: r.Kind, Text: string(text), Facts: int32(len(rows)),
	}
	if _, err := s.Add(dataset.NewEntry(doc, rows, nil), &dataset.Origin{File: doc.Source, Hash: dataset.DigestOf([]byte(r.DocID)), Parts: 1}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Commit(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
}

func TestBuild(t *testing.T) {
	dir := t.TempDir()
	text, rows := in("440300", 2022, "work_report", "今年主要预期目标是：地区生产总值增长6%左右。", said{"地区生产总值", "6%", "gdp", 6, "%", func(r *dataset.FactRow) { goal(r); r.Bound = "approx" }})
	store(t, dir, text, rows)
	text, rows = in("440300", 2023, "work_report", "地区生产总值3.24万亿元，增长3.3%。",
		said{"地区生产总值", "3.24万亿元", "gdp", 3.24e12, "元", nil}, said{"，", "3.3%", "gdp", 3.3, "%", nil})
	store(t, dir, text, rows)
	got, err := Build(context.Background(), dir, dataset.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	want := "gdp growth 2022 %: 6 | 3.3 | -2.7 false 2\ngdp level 2022 元: - | 3240000000000 | - - 1"
	if lines(got) != want {
		t.Errorf("got\n%s\nwant\n%s", lines(got), want)
	}
	if got[0].TargetFactID != "440300-2022-work_report:18-20" || got[0].ActualFactID != "440300-2023-work_report:16-20" {
		t.Error(got[0].TargetFactID, got[0].ActualFactID)
	}
	if h, err := dataset.Lexicon(dir); h != "abc" || err != nil {
		t.Error(h, err)
	}
	if err := os.Remove(dataset.YearFile(dir, dataset.DocumentsDir, 2022)); err != nil {
		t.Fatal(err)
	}
	if _, err := Build(context.Background(), dir, dataset.Filter{}); err == nil {
		t.Error("facts without their documents were taken")
	}
	if rows, err := Build(context.Background(), t.TempDir(), dataset.Filter{}); err != nil || len(rows) != 0 {
		t.Error(rows, err)
	}
}
