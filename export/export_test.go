package export

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

func ptr[T any](x T) *T { return &x }

// sample has every kind of value and of null, and strings that a spreadsheet
// would run.
func sample() []dataset.FactRow {
	return []dataset.FactRow{
		{
			FactID: "310106-2023-work_report:1-2", DocID: "310106-2023-work_report", RegionCode: "310106", Region: "静安区", ReportYear: 2023,
			Sentence: "=HYPERLINK(\"http://x\")，\"引号\"", QuoteStart: 1, QuoteEnd: 2, Quote: "-5%", Value: ptr(-5.5), Unit: "%", Measure: "growth",
			Status: "actual", Headline: true, Period: "2022", PeriodStart: dataset.ParseDate("2022-01-01"), Confidence: 0.5, SubjectStart: ptr(int32(0)),
		},
		{FactID: "b", DocID: "b", Sentence: "+1", Quote: "@x", Confidence: 0.9, Status: "target", Measure: "level"},
	}
}

func write(t *testing.T, f Format) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, f, TableOf("facts", Rows(sample())), meta); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestCSV(t *testing.T) {
	body, ok := strings.CutPrefix(string(write(t, CSV)), "\uFEFF")
	if !ok {
		t.Error("the mark at the start is missing")
	}
	rows, err := csv.NewReader(strings.NewReader(body)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	cells := map[string]string{}
	for i, name := range rows[0] {
		cells[name] = rows[1][i]
	}
	for name, want := range map[string]string{
		"fact_id": "310106-2023-work_report:1-2", "report_year": "2023", "value": "-5.5", "value_low": "", "headline": "true",
		"sentence": "'=HYPERLINK(\"http://x\")，\"引号\"", "quote": "'-5%", "period_start": "2022-01-01", "period_end": "", "subject_start": "0",
	} {
		if cells[name] != want {
			t.Errorf("%s: got %q, want %q", name, cells[name], want)
		}
	}
}

func TestJSONL(t *testing.T) {
	lines := strings.Split(string(write(t, JSONL)), "\n")
	if len(lines) != 3 || lines[2] != "" {
		t.Fatalf("got %d lines", len(lines))
	}
	for i, row := range sample() {
		want, err := row.MarshalJSON() // what extract --json prints
		if err != nil || lines[i] != string(want) {
			t.Errorf("%v\ngot  %s\nwant %s", err, lines[i], want)
		}
	}
}

func TestParquet(t *testing.T) {
	got, err := parquet.Read[dataset.FactRow](bytes.NewReader(write(t, Parquet)), int64(len(write(t, Parquet))))
	if err != nil || !reflect.DeepEqual(got, sample()) {
		t.Errorf("%v\ngot  %+v\nwant %+v", err, got, sample())
	}
}

func TestXLSX(t *testing.T) {
	x, err := excelize.OpenReader(bytes.NewReader(write(t, XLSX)))
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	rows, err := x.GetRows("facts", excelize.Options{RawCellValue: true})
	if err != nil || len(rows) != 3 || rows[1][0] != "310106-2023-work_report:1-2" {
		t.Fatal(err, rows)
	}
	for i := range rows {
		for k := range rows[i] {
			cell, _ := excelize.CoordinatesToCellName(k+1, i+1)
			if f, _ := x.GetCellFormula("facts", cell); f != "" {
				t.Errorf("%s is the formula %s", cell, f)
			}
		}
	}
	if tables, err := x.GetTables("facts"); err != nil || len(tables) != 1 {
		t.Errorf("no filters: %v %v", tables, err)
	}
}

func TestDo(t *testing.T) {
	dir := t.TempDir()
	if err := WriteFile(filepath.Join(dir, "f.do"), TableOf("facts", Rows(sample())), meta); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "f.csv")); err != nil {
		t.Error(err)
	}
	text, _ := os.ReadFile(filepath.Join(dir, "f.do"))
	for _, want := range []string{
		"import delimited fact_id doc_id region_code ",
		"using \"f.csv\", encoding(\"utf-8\")",
		"generate double zb_date = date(period_start, \"YMD\")\norder zb_date, after(period_start)\ndrop period_start\nrename zb_date period_start\nformat period_start %td",
		"destring headline, replace",
		"label variable value \"数值",
	} {
		if !strings.Contains(string(text), want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	for _, c := range ColumnsOf[dataset.FactRow]() {
		if len(c.Name) > 32 {
			t.Errorf("%s is too long a name for Stata", c.Name)
		}
		if !strings.Contains(string(text), "label variable "+c.Name+" ") {
			t.Errorf("%s has no label", c.Name)
		}
	}
}

func TestLabel(t *testing.T) {
	if got := label("a \"b\" `c' $d"); got != "a b c' d" {
		t.Errorf("got %q", got)
	}
	if got := []rune(label(strings.Repeat("字", 90))); len(got) != 80 {
		t.Errorf("%d characters", len(got))
	}
}

func TestHarmless(t *testing.T) {
	for s, want := range map[string]string{"=1": "'=1", "＝1": "'＝1", "+": "'+", "-x": "'-x", "@a": "'@a", "\tx": "'\tx", "1-2": "1-2", "": ""} {
		if got := Harmless(s); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}

func TestAtomicLeavesNothingBehind(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "x.csv")
	if err := os.WriteFile(path, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	broken := Table{Name: "x", Columns: ColumnsOf[dataset.FactRow](), Rows: func(yield func([]any, error) bool) { yield(nil, os.ErrClosed) }}
	if err := WriteFile(path, broken, meta); err == nil || !strings.Contains(err.Error(), path) {
		t.Errorf("got %v", err)
	}
	text, _ := os.ReadFile(path)
	if left, _ := os.ReadDir(dir); len(left) != 1 || string(text) != "old" {
		t.Errorf("left behind: %v %s", left, text)
	}
}

func TestDoubtful(t *testing.T) {
	got, err := Doubtful(Rows(sample()), 1)
	if err != nil || len(got) != 1 || got[0].Confidence != 0.5 || got[0].Column != "" {
		t.Errorf("got %+v, %v", got, err)
	}
	var names []string
	for _, c := range ColumnsOf[Doubt]()[:6] {
		names = append(names, c.Name)
	}
	if strings.Join(names, ",") != "fact_id,quote,column,value,note,who" {
		t.Errorf("a corrections file begins with %v", names)
	}
}

func TestFacts(t *testing.T) {
	dir := t.TempDir()
	s, err := dataset.OpenStore(dir, meta)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, f := range sample() {
		d := dataset.DocumentRow{DocID: f.DocID, Source: f.DocID, ReportYear: f.ReportYear, Text: "x"}
		if _, err := s.Add(dataset.NewEntry(d, []dataset.FactRow{f}, nil), &dataset.Origin{File: f.DocID, Hash: dataset.DigestOf([]byte(f.DocID)), Parts: 1}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Commit(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		filter dataset.Filter
		want   string
	}{
		{dataset.Filter{}, "b 310106-2023-work_report:1-2"},
		{dataset.Filter{Statuses: []string{"target"}}, "b"},
		{dataset.Filter{From: 2020}, "310106-2023-work_report:1-2"},
		{dataset.Filter{MinConfidence: 0.8}, "b"},
	} {
		var ids []string
		for f, err := range Facts(context.Background(), dir, &c.filter) {
			if err != nil {
				t.Fatal(err)
			}
			ids = append(ids, f.FactID)
		}
		if strings.Join(ids, " ") != c.want {
			t.Errorf("%+v: got %v, want %s", c.filter, ids, c.want)
		}
	}
}
