package dataset

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
)

// Places rise from row to row, and take a byte where their numbers take four.
func TestPlacesAreToldByTheirSteps(t *testing.T) {
	rows := make([]FactRow, 4000)
	for i := range rows {
		start := int32(16*i + i*i%13)
		rows[i] = FactRow{FactID: fmt.Sprint(i), DocID: "d", QuoteStart: start, QuoteEnd: start + 5, SubjectStart: &start}
	}
	sizes := columnSizes(t, rows, smallPage)
	for _, column := range []string{"quote_start", "quote_end", "subject_start"} {
		if most := int64(len(rows) * 3 / 2); sizes[column] > most {
			t.Errorf("%s takes %d bytes of %d rows, more than %d", column, sizes[column], len(rows), most)
		}
	}
}

// Ids of neighbours differ by their last digits, and no more than these are
// written.
func TestFactIDsAreToldByTheirEnds(t *testing.T) {
	rows := make([]FactRow, 4000)
	for i := range rows {
		start := 16*i + i*i%13
		rows[i] = FactRow{FactID: fmt.Sprintf("310106-2023-work_report:%d-%d", start, start+5), DocID: "d"}
	}
	if size := columnSizes(t, rows, smallPage)["fact_id"]; size > int64(len(rows)*9/2) {
		t.Errorf("the ids of %d rows take %d bytes", len(rows), size)
	}
}

// A file's footer is read whole by whoever reads a column of it.
func TestFooterLeavesOutWhatNobodyNeeds(t *testing.T) {
	doc, r := sample("310106", 2023, "")
	rows := FromResult(doc, r)
	usual, err := written(rows)
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(writtenFile(t, rows, layout{group: factGroup, page: smallPage}))
	if err != nil {
		t.Fatal(err)
	}
	if len(b) > len(usual)*3/4 {
		t.Errorf("a small file takes %d bytes, %d with all that the library writes", len(b), len(usual))
	}
}

// A year in which no report has a fact has a file of facts all the same.
func TestFileWithoutRows(t *testing.T) {
	writtenFile(t, nil, layout{group: factGroup, page: smallPage})
}

// What a text shares with one half a megabyte before it is written once.
func TestTextsShareAPage(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	text := func(n int) string {
		b := make([]rune, n)
		for i := range b {
			b[i] = rune('一' + r.Intn(5000))
		}
		return string(b)
	}
	const chars = 60_000 // of three bytes
	first := text(chars)
	rows := []DocumentRow{{DocID: "a", Text: first}, {DocID: "b", Text: text(2 * chars)}, {DocID: "c", Text: first}}
	if size := columnSizes(t, rows, textPage)["text"]; size > 3*chars*3 {
		t.Errorf("three texts of %d characters, of which two are one, take %d bytes", 4*chars, size)
	}
}

// A dictionary is in order as far as the first page has filled it, in each row
// group anew, and every row is what it was.
func TestDictionariesInOrder(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	rows := make([]FactRow, 3000)
	for i := range rows {
		v := float64(r.Intn(200)) / 10
		rows[i] = FactRow{FactID: fmt.Sprint(i), DocID: "d", Subject: strings.Repeat("园", r.Intn(9)) + fmt.Sprint(r.Intn(90)), Value: &v}
		if r.Intn(3) == 0 {
			rows[i].Subject, rows[i].Value = "", nil
		}
	}
	f, err := os.Open(writtenFile(t, rows, layout{group: 2000, page: 4096}))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	p, err := openParquet(f)
	if err != nil {
		t.Fatal(err)
	}
	subject, _ := p.Schema().Lookup("subject")
	for _, g := range p.RowGroups() {
		pages := g.ColumnChunks()[subject.ColumnIndex].Pages()
		page, err := pages.ReadPage()
		if err != nil {
			t.Fatal(err)
		}
		if page.NumRows() == g.NumRows() {
			t.Error("the row group has one page")
		}
		first := map[string]bool{}
		values := make([]parquet.Value, page.NumValues())
		_, _ = page.Values().ReadValues(values)
		for _, v := range values {
			first[v.String()] = !v.IsNull()
		}
		delete(first, "<null>")
		last := ""
		for i := range len(first) {
			v := page.Dictionary().Index(int32(i)).String()
			if !first[v] || len(v) < len(last) || len(v) == len(last) && v < last {
				t.Errorf("%q stands behind %q", v, last)
			}
			last = v
		}
		_ = pages.Close()
	}
}

// writtenFile is a file of facts, which are read from it as they were written.
func writtenFile(t *testing.T, rows []FactRow, l layout) string {
	t.Helper()
	w, err := create[FactRow](disk{}, filepath.Join(t.TempDir(), "2023.parquet"), l, meta)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(w.write(rows), w.flush(), w.seal(nil)); err != nil {
		t.Fatal(err)
	}
	temp, _ := w.names()
	var again []FactRow
	for row, err := range Facts(temp) {
		if err != nil {
			t.Fatal(err)
		}
		again = append(again, row)
	}
	if !reflect.DeepEqual(again, rows) {
		t.Errorf("got  %+v\nwant %+v", again, rows)
	}
	return temp
}

// columnSizes are the bytes of each column as it is written.
func columnSizes[T any](t *testing.T, rows []T, page int) map[string]int64 {
	t.Helper()
	var b bytes.Buffer
	w := newParquet[T](&b, meta, layout{page: page})
	for i := range rows { // as documents come
		if err := writeRows(w, rows[i:i+1], nil); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	f, err := parquet.OpenFile(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	sizes := map[string]int64{}
	for _, g := range f.Metadata().RowGroups {
		for _, c := range g.Columns {
			sizes[c.MetaData.PathInSchema[0]] += c.MetaData.TotalCompressedSize
		}
	}
	return sizes
}
