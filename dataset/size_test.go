package dataset

import (
	"bytes"
	"fmt"
	"math/rand"
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

// columnSizes are the bytes of each column as it is written.
func columnSizes[T any](t *testing.T, rows []T, page int) map[string]int64 {
	t.Helper()
	var b bytes.Buffer
	w := newParquet[T](&b, meta, page)
	for i := range rows { // as documents come
		if err := writeRows(w, rows[i:i+1]); err != nil {
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
