package dataset

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"zhibiao/extract"
	"zhibiao/message"
	"zhibiao/report"
)

var meta = Meta{Version: "test", Lexicon: "abc"}

func ptr[T any](v T) *T { return &v }

// sample is a document of two sentences with facts that hold every kind of
// null and zero.
func sample(region string, year int, extra string) (*report.Document, *extract.Result) {
	text := []rune("收入279.42亿元，增长0%。开工、竣工各100万平方米。" + extra)
	doc := &report.Document{
		Source: fmt.Sprintf("in/%s-%d.txt", region, year), Format: "text", Encoding: "utf-8", Bytes: 80, Text: text,
		Meta:       report.Meta{Title: "政府工作报告", Date: "1969-12-31", Region: "静安区", RegionCode: region, RegionLevel: "county", Year: year, Kind: "work_report"},
		Paragraphs: []report.Paragraph{{Start: 0, End: len(text), Section: -1}},
		Sentences:  []report.Sentence{{Start: 0, End: 16}, {Start: 16, End: 30, No: 1}},
		Warnings:   []message.Text{message.New("a warning")},
	}
	q := func(f extract.Fact) extract.Fact { f.Quote = doc.Quote(f.Start, f.End); return f }
	return doc, &extract.Result{Facts: []extract.Fact{
		q(extract.Fact{Start: 22, End: 29, Sentence: 1, Value: ptr(1e6), Unit: "平方米", Subject: "竣工", Bound: "eq", Measure: "level", Rules: []string{"num", "each"}}),
		q(extract.Fact{Start: 2, End: 10, Value: ptr(27942000000.0), Unit: "元", Subject: "收入", SubjectStart: 0, SubjectEnd: 2, Period: "2022", PeriodStart: "2022-01-01", PeriodEnd: "1970-01-01", Confidence: 0.5}),
		q(extract.Fact{Start: 13, End: 15, Value: ptr(0.0), Low: ptr(0.0), High: ptr(0.0), Unit: "%", Subject: "收入"}),
		q(extract.Fact{Start: 22, End: 29, Sentence: 1, Value: nil, Subject: "开工"}),
	}}
}

func entry(doc *report.Document, r *extract.Result) Entry {
	rows := FromResult(doc, r)
	return NewEntry(NewDocument(doc, len(rows)), rows, nil)
}

func origin(doc *report.Document) *Origin {
	return &Origin{File: doc.Source, Hash: DigestOf([]byte(string(doc.Text))), Rules: "r", Parts: 1}
}

// add runs a whole run over dir.
func add(t *testing.T, dir string, docs ...*report.Document) {
	t.Helper()
	s, err := OpenStore(dir, meta)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}()
	for _, doc := range docs {
		_, r := sample(doc.Meta.RegionCode, doc.Meta.Year, "")
		if _, err := s.Add(entry(doc, r), origin(doc)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Commit(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
}

func ids(t *testing.T, dir, table string) string {
	t.Helper()
	years, err := Years(dir, table)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, y := range years {
		got = append(got, fmt.Sprintf("%d:", y))
		var last string
		for row, err := range rowsOf[documentKey](YearFile(dir, table, y)) {
			if err != nil {
				t.Fatal(err)
			}
			if row.DocID != last {
				got = append(got, row.DocID)
				last = row.DocID
			}
		}
	}
	return strings.Join(got, " ")
}

func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == ".zhibiao.lock" {
			return err
		}
		b, err := os.ReadFile(path)
		files[strings.TrimPrefix(path, dir)] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestFromResult(t *testing.T) {
	doc, r := sample("310106", 2023, "")
	var got []string
	for _, row := range FromResult(doc, r) {
		got = append(got, strings.TrimPrefix(row.FactID, row.DocID+":")+" "+row.Subject+" "+row.Sentence)
	}
	want := []string{
		"2-10 收入 收入279.42亿元，增长0%。", "13-15 收入 收入279.42亿元，增长0%。",
		"22-29:1 开工 开工、竣工各100万平方米。", "22-29:2 竣工 开工、竣工各100万平方米。",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestDocID(t *testing.T) {
	doc, _ := sample("310106", 2023, "")
	if id := DocID(doc); id != "310106-2023-work_report" {
		t.Error(id)
	}
	doc.Meta.Year = 0
	if id := DocID(doc); len(id) != 14 || !strings.HasPrefix(id, "x-") {
		t.Error(id)
	}
}

func TestReadBack(t *testing.T) {
	dir := t.TempDir()
	doc, r := sample("310106", 2023, "")
	add(t, dir, doc)
	want := FromResult(doc, r)
	var got []FactRow
	for row, err := range Facts(YearFile(dir, FactsDir, 2023)) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, row)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	for row, err := range Documents(YearFile(dir, DocumentsDir, 2023)) {
		if want := NewDocument(doc, 4); err != nil || !reflect.DeepEqual(row, want) {
			t.Errorf("%v\ngot  %+v\nwant %+v", err, row, want)
		}
	}
}

// TestSchema holds the columns against the specification.
func TestSchema(t *testing.T) {
	dir := t.TempDir()
	doc, _ := sample("310106", 2023, "")
	add(t, dir, doc)
	f, err := os.Open(YearFile(dir, FactsDir, 2023))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	info, _ := f.Stat()
	p, err := parquet.OpenFile(f, info.Size())
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, field := range p.Schema().Fields() {
		names = append(names, field.Name())
	}
	want := "fact_id doc_id region_code region region_level kind report_year section chapter paragraph sentence_no origin sentence quote_start quote_end quote value value_low value_high unit unit_written dimension value_si unit_si bound modifier measure base subject subject_start subject_end qualifier action indicator indicator_name scope headline period period_start period_end status rule confidence"
	if got := strings.Join(names, " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	for key, want := range map[string]string{keyVersion: "test", keySchema: SchemaVersion, keyLexicon: "abc"} {
		if got, _ := p.Lookup(key); got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
}

func TestRowJSON(t *testing.T) {
	doc, r := sample("310106", 2023, "")
	b, err := json.Marshal(FromResult(doc, r)[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`{"fact_id":"310106-2023-work_report:2-10"`, `"value":27942000000,"value_low":null`, `"period_start":"2022-01-01"`, `"qualifier":null`, `"subject_start":0`} {
		if !strings.Contains(string(b), want) {
			t.Errorf("%s lacks %s", b, want)
		}
	}
}

func TestDate(t *testing.T) {
	for _, s := range []string{"1970-01-01", "1969-12-31", "1949-10-01", "2024-02-29", "2100-12-31"} {
		if got := ParseDate(s); got == nil || got.String() != s {
			t.Errorf("%s became %v", s, got)
		}
	}
	if ParseDate("2023-13-01") != nil || ParseDate("") != nil {
		t.Error("a date that is none was taken")
	}
}

func TestSpillKeepsRows(t *testing.T) {
	doc, r := sample("310106", 2023, "")
	want := FromResult(doc, r)
	for atATime := range len(want) + 1 {
		left := want
		for got := range decodeRows(encodeRows(want), make([]FactRow, atATime+1)) {
			if !reflect.DeepEqual(got, left[:len(got)]) {
				t.Errorf("%d at a time: got  %+v\nwant %+v", atATime+1, got, left)
			}
			left = left[len(got):]
		}
		if len(left) > 0 {
			t.Errorf("%d at a time: %d rows are missing", atATime+1, len(left))
		}
	}
	d := []DocumentRow{NewDocument(doc, 4)}
	if got := slices.Collect(decodeRows(encodeRows(d), make([]DocumentRow, 1))); !reflect.DeepEqual(got, [][]DocumentRow{d}) {
		t.Errorf("got  %+v\nwant %+v", got, d)
	}
}

func TestAddingAYearTouchesNoOther(t *testing.T) {
	dir := t.TempDir()
	a, _ := sample("310106", 2022, "")
	b, _ := sample("310106", 2023, "")
	add(t, dir, a)
	before, _ := os.Stat(YearFile(dir, FactsDir, 2022))
	add(t, dir, b)
	after, _ := os.Stat(YearFile(dir, FactsDir, 2022))
	if !os.SameFile(before, after) || before.ModTime() != after.ModTime() {
		t.Error("facts/2022.parquet was written again")
	}
	want := "2022: 310106-2022-work_report 2023: 310106-2023-work_report"
	if got := ids(t, dir, FactsDir); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestBytesDoNotDependOnOrderOrRuns(t *testing.T) {
	a, _ := sample("310106", 2023, "")
	b, _ := sample("110101", 2023, "")
	c, _ := sample("440300", 2023, "")
	at := t.TempDir()
	add(t, at, a, b, c)
	want := tree(t, at)
	at = t.TempDir()
	add(t, at, c, a)
	add(t, at, b)
	if !reflect.DeepEqual(tree(t, at), want) {
		t.Error("the same documents gave other bytes in two runs than in one")
	}
}

func TestReplace(t *testing.T) {
	dir := t.TempDir()
	a, _ := sample("310106", 2023, "")
	b, _ := sample("310106", 2023, "后来改了。")
	c, _ := sample("110101", 2023, "")
	add(t, dir, a, c)
	add(t, dir, b)
	n := 0
	for row, err := range Documents(YearFile(dir, DocumentsDir, 2023)) {
		if err != nil {
			t.Fatal(err)
		}
		if row.DocID == DocID(b) && row.Text != string(b.Text) {
			t.Error("the earlier text is still there")
		}
		n++
	}
	if n != 2 {
		t.Errorf("%d documents, want 2", n)
	}
}

func TestMoveToAnotherYear(t *testing.T) {
	dir := t.TempDir()
	a, _ := sample("310106", 2022, "")
	keep, _ := sample("110101", 2022, "")
	add(t, dir, a, keep)
	a.Meta.Year = 2023
	add(t, dir, a)
	want := "2022: 110101-2022-work_report 2023: 310106-2023-work_report"
	for _, table := range []string{FactsDir, DocumentsDir} {
		if got := ids(t, dir, table); got != want {
			t.Errorf("%s: got %s, want %s", table, got, want)
		}
	}
	keep.Meta.Year = 2023
	add(t, dir, keep)
	if years, _ := Years(dir, FactsDir); len(years) != 1 {
		t.Errorf("the emptied year is still there: %v", years)
	}
}

// TestClashes: the same text twice is a copy, and of two texts with one id
// the longer one is kept, whichever comes first.
func TestClashes(t *testing.T) {
	short, r := sample("310106", 2023, "")
	long, _ := sample("310106", 2023, "另一个。")
	long.Source = "in/long.txt"
	again, _ := sample("310106", 2023, "另一个。")
	again.Source = "in/again.txt"
	for _, order := range [][]*report.Document{{short, long, again}, {long, short, again}, {long, again, short}} {
		dir := t.TempDir()
		s, err := OpenStore(dir, meta)
		if err != nil {
			t.Fatal(err)
		}
		var clashes []Clash
		for _, doc := range order {
			clash, err := s.Add(entry(doc, r), origin(doc))
			if err != nil {
				t.Fatal(err)
			}
			if clash != nil {
				clashes = append(clashes, *clash)
			}
		}
		slices.SortFunc(clashes, func(a, b Clash) int { return strings.Compare(a.Dropped, b.Dropped) })
		want := []Clash{
			{DocID(long), long.Source, short.Source, false},
			{DocID(long), long.Source, again.Source, true},
		}
		slices.SortFunc(want, func(a, b Clash) int { return strings.Compare(a.Dropped, b.Dropped) })
		if !reflect.DeepEqual(clashes, want) {
			t.Errorf("got  %+v\nwant %+v", clashes, want)
		}
		if _, err := s.Commit(context.Background(), nil); err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		for row := range Documents(YearFile(dir, DocumentsDir, 2023)) {
			if row.Source != long.Source {
				t.Errorf("%s was kept", row.Source)
			}
		}
	}
}

func TestUnchanged(t *testing.T) {
	dir := t.TempDir()
	a, _ := sample("310106", 2023, "")
	b, r := sample("310106", 2023, "另一个。")
	b.Source = "in/other.txt"
	add(t, dir, a)
	o := origin(a)
	check := func(file string, hash Digest, rules string, want bool) {
		t.Helper()
		s, err := OpenStore(dir, meta)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = s.Close() }()
		if got := s.Unchanged(file, hash, rules); got != want {
			t.Errorf("Unchanged(%s, %x, %s) = %v", file, hash, rules, got)
		}
		if want {
			if docs, clashes := s.Keep(file); len(docs) != 1 || len(clashes) != 0 || docs[0].Source != file {
				t.Errorf("kept %v, %v", docs, clashes)
			}
		}
		if clash, err := s.Add(entry(b, r), origin(b)); err != nil || (clash != nil) != want {
			t.Errorf("an unchanged document counts as part of the run: %v, %v; want %v", clash, err, want)
		}
	}
	check(o.File, o.Hash, o.Rules, true)
	check(o.File, o.Hash, "other", false)
	check(o.File, DigestOf(nil), o.Rules, false)
	check("other", o.Hash, o.Rules, false)
	if err := os.Remove(YearFile(dir, FactsDir, 2023)); err != nil {
		t.Fatal(err)
	}
	check(o.File, o.Hash, o.Rules, false)
}

func TestTwoRunsCannotHoldOneFolder(t *testing.T) {
	dir := t.TempDir()
	s, err := OpenStore(dir, meta)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := OpenStore(dir, meta); err == nil {
		t.Error("a second run was let in")
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if s, err = OpenStore(dir, meta); err != nil {
		t.Fatal(err)
	}
	_ = s.Close()
}

func TestDamagedFileIsAnError(t *testing.T) {
	dir := t.TempDir()
	a, _ := sample("310106", 2023, "")
	add(t, dir, a)
	path := YearFile(dir, DocumentsDir, 2023)
	b, _ := os.ReadFile(path)
	for _, cut := range []int{0, 3, len(b) / 2, len(b) - 1} {
		if err := os.WriteFile(path, b[:cut], 0o600); err != nil {
			t.Fatal(err)
		}
		if s, err := OpenStore(dir, meta); err == nil {
			_ = s.Close()
			t.Errorf("a file cut at %d was taken", cut)
		} else if !strings.Contains(err.Error(), path) {
			t.Errorf("the error does not name the file: %v", err)
		}
	}
}
