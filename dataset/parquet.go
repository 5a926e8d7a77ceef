package dataset

import (
	"io"
	"reflect"
	"slices"
	"strings"

	"github.com/parquet-go/parquet-go"
)

// Meta goes into the footer of every file.
type Meta struct {
	Version string // of zhibiao
	Lexicon string // hash of the tables
}

// newParquet writes a table as its layout says. What is flushed is written at
// once, so that w knows of it.
func newParquet[T any](w io.Writer, meta Meta, l layout) *parquet.GenericWriter[T] {
	schema := schemaOf(*new(T))
	options := append(WriterOptions(meta), parquet.WriteBufferSize(0), parquet.PageBufferSize(l.page), schema)
	for _, column := range schema.Columns() {
		if !slices.Contains(ranged, column[0]) {
			options = append(options, parquet.SkipPageBounds(column...))
		}
	}
	return parquet.NewGenericWriter[T](w, options...)
}

// WriterOptions are those that every Parquet file is written with.
func WriterOptions(meta Meta) []parquet.WriterOption {
	return []parquet.WriterOption{
		parquet.DataPageStatistics(false),
		parquet.Compression(pageCodec),
		parquet.DefaultEncodingFor(parquet.Int32, &parquet.DeltaBinaryPacked), // most of them rise
		parquet.CreatedBy("zhibiao", meta.Version, ""),
		parquet.KeyValueMetadata(keyVersion, meta.Version),
		parquet.KeyValueMetadata(keySchema, SchemaVersion),
		parquet.KeyValueMetadata(keyLexicon, meta.Lexicon),
	}
}

// ranged are the columns that are asked for by range. Of all others the least
// and greatest values, which would stand in the footer in full, are left out.
var ranged = []string{
	"doc_id", "region_code", "report_year", "date", "indicator", "quote_start", "value", "period_start", "period_end", "confidence",
}

// atOnce is how many rows the library takes in one call.
const atOnce = 64

// writeRows hands rows to the library in pieces that it writes rightly.
// parquet-go v0.32.0 writes nulls as zero values that end a call behind as many
// values as rows stand before them: null, value, null is the shortest. Such a
// call ends with the values.
func writeRows[T any](p *parquet.GenericWriter[T], rows []T, optional []int) error {
	for len(rows) > 0 {
		n := min(len(rows), atOnce)
		for i := 0; i < len(optional); i++ {
			if end := misread(rows[:n], optional[i]); end > 0 {
				n, i = end, -1
			}
		}
		if _, err := p.Write(rows[:n]); err != nil {
			return err
		}
		rows = rows[n:]
	}
	return nil
}

// optionalFields are the fields whose zero value is a null.
func optionalFields(row reflect.Type) (fields []int) {
	for i := range row.NumField() {
		if strings.Contains(row.Field(i).Tag.Get("parquet"), ",optional") {
			fields = append(fields, i)
		}
	}
	return fields
}

// misread is where a call with these rows must end for the nulls of a field, 0
// where it may end behind the last row.
func misread[T any](rows []T, field int) int {
	isNull := func(i int) bool { return reflect.ValueOf(&rows[i]).Elem().Field(field).IsZero() }
	end := len(rows)
	for end > 0 && isNull(end-1) {
		end--
	}
	if end == len(rows) || end%2 != 0 {
		return 0
	}
	for i := end/2 - 1; i < end; i++ {
		if i >= 0 && isNull(i) != (i < end/2) {
			return 0
		}
	}
	return end
}
