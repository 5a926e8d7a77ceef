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

func TestColumns(t *testing.T) {
	want := "region_code, region, region_level, indicator, indicator_name, measure, year, unit, target, target_low, target_high, target_bound, target_stated, target_fact_id, target_sentence, actual, actual_low, actual_high, actual_bound, actual_status, actual_fact_id, actual_sentence, gap, met, candidates"
	if got := strings.Join(columns, ", "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestReadBackCSV(t *testing.T) {
	var b bytes.Buffer
	if err := Write(&b, CSV, sample(), meta); err != nil {
		t.Fatal(err)
	}
	body, ok := strings.CutPrefix(b.String(), "\uFEFF")
	if !ok {
		t.Error("the mark at the start is missing")
	}
	got, err := csv.NewReader(strings.NewReader(body)).ReadAll()
	if want := append([][]string{columns}, cells...); err != nil || !reflect.DeepEqual(got, want) {
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

func TestReadBackXLSX(t *testing.T) {
	path := filepath.Join(t.TempDir(), "p.XLSX")
	if err := WriteFile(path, sample(), meta); err != nil {
		t.Fatal(err)
	}
	x, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	got, err := x.GetRows("panel", excelize.Options{RawCellValue: true})
	if err != nil || len(got) != 3 || !reflect.DeepEqual(got[0], columns) {
		t.Fatal(err, got)
	}
	for i, want := range cells {
		for k := range want {
			switch want[k] { // as the file holds them
			case "false":
				want[k] = "0"
			case "true":
				want[k] = "1"
			}
		}
		if !reflect.DeepEqual(got[i+1], want) {
			t.Errorf("got  %q\nwant %q", got[i+1], want)
		}
	}
	if f, _ := x.GetCellFormula("panel", "B3"); f != "" {
		t.Errorf("B3 is the formula %s", f)
	}
	if kind, _ := x.GetCellType("panel", "I2"); kind != excelize.CellTypeNumber && kind != excelize.CellTypeUnset {
		t.Errorf("H2 is no number but %v", kind)
	}
}

func TestSameBytes(t *testing.T) {
	for _, f := range []Format{CSV, Parquet, XLSX} {
		var a, b bytes.Buffer
		if err := Write(&a, f, sample(), meta); err != nil {
			t.Fatal(err)
		}
		if err := Write(&b, f, sample(), meta); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a.Bytes(), b.Bytes()) {
			t.Errorf("two %s files differ", f)
		}
	}
}

func TestEmptyPanelHasItsColumns(t *testing.T) {
	for _, f := range []Format{CSV, Parquet, XLSX} {
		var b bytes.Buffer
		if err := Write(&b, f, nil, meta); err != nil || b.Len() == 0 {
			t.Error(f, err, b.Len())
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
	if err := s.Add(dataset.NewEntry(doc, rows, nil), &dataset.Origin{File: doc.Source, Hash: r.DocID, Parts: 1}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Commit(context.Background()); err != nil {
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
	got, err := Build(context.Background(), dir)
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
	if h, err := Lexicon(dir); h != "abc" || err != nil {
		t.Error(h, err)
	}
	if err := os.Remove(dataset.YearFile(dir, dataset.DocumentsDir, 2022)); err != nil {
		t.Fatal(err)
	}
	if _, err := Build(context.Background(), dir); err == nil {
		t.Error("facts without their documents were taken")
	}
	if rows, err := Build(context.Background(), t.TempDir()); err != nil || len(rows) != 0 {
		t.Error(rows, err)
	}
}
