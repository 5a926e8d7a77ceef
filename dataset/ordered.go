package dataset

import (
	"bytes"
	"cmp"
	"reflect"
	"slices"
	"sync"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/encoding"
)

// inOrder are the columns of facts whose dictionaries are written in order, the shortest
// value first and then by bytes: neighbours begin alike, and compress to less.
// Where a column has few values, or a value recalls those before it, their order
// of appearance does better.
var inOrder = []string{
	"value", "unit", "unit_written", "value_si", "subject", "action", "indicator", "indicator_name", "rule", "confidence",
}

// schemaOf is the schema of rows with such columns; the others begin with little room.
func schemaOf(row any) *parquet.Schema {
	if known, ok := schemas.Load(reflect.TypeOf(row)); ok {
		return known.(*parquet.Schema)
	}
	schema := parquet.SchemaOf(row)
	fields := slices.Clone(schema.Fields())
	for i, f := range fields {
		if slices.Contains(inOrder, f.Name()) {
			fields[i] = orderedField{f}
		} else if f.Leaf() {
			fields[i] = leanField{f}
		}
	}
	own := parquet.NewSchema(schema.Name(), orderedRow{schema, fields})
	schemas.Store(reflect.TypeOf(row), own)
	return own
}

var schemas sync.Map // by the type of the rows

// The library takes a page's room at once for each column that is never null.
type (
	leanField struct{ parquet.Field }
	leanType  struct{ parquet.Type }
)

func (f leanField) Type() parquet.Type { return leanType{f.Field.Type()} }

func (leanType) EstimateNumValues(int) int { return atOnce }

type orderedRow struct {
	parquet.Node
	fields []parquet.Field
}

func (r orderedRow) Fields() []parquet.Field { return r.fields }

// The library asks a column's field for its type, the type for a dictionary, the
// dictionary for the type of the pages, and that for room for values.
type (
	orderedField      struct{ parquet.Field }
	orderedType       struct{ parquet.Type }
	orderedDictionary struct {
		parquet.Dictionary
		done bool // since it was empty
	}
	orderedPages struct {
		parquet.Type
		dictionary *orderedDictionary
	}
	orderedRoom struct {
		parquet.ColumnBuffer
		dictionary *orderedDictionary
	}
)

func (f orderedField) Type() parquet.Type { return orderedType{f.Field.Type()} }

func (t orderedType) NewDictionary(column, n int, values encoding.Values) parquet.Dictionary {
	return &orderedDictionary{Dictionary: t.Type.NewDictionary(column, n, values)}
}

func (d *orderedDictionary) Type() parquet.Type { return orderedPages{d.Dictionary.Type(), d} }

func (t orderedPages) NewColumnBuffer(column, n int) parquet.ColumnBuffer {
	return orderedRoom{t.Type.NewColumnBuffer(column, n), t.dictionary}
}

func (d *orderedDictionary) Reset() {
	d.Dictionary.Reset()
	d.done = false
}

// Page is the page to write, for which the dictionary is brought into order
// where the page is the first of its row group. What later pages add stands behind.
func (r orderedRoom) Page() parquet.Page {
	page := r.ColumnBuffer.Page()
	if !r.dictionary.done {
		r.dictionary.done = true
		places := r.dictionary.order()
		data := page.Data()
		indexes := data.Int32()
		for i, index := range indexes {
			indexes[i] = places[index]
		}
	}
	return page
}

// order brings the dictionary into order, and tells where each value has come to.
func (d *orderedDictionary) order() (places []int32) {
	type entry struct {
		bytes []byte
		index int32
	}
	entries := make([]entry, d.Len())
	for i := range entries {
		entries[i] = entry{d.Index(int32(i)).Bytes(), int32(i)} //nolint:gosec // as the library counts
	}
	slices.SortFunc(entries, func(a, b entry) int {
		return cmp.Or(len(a.bytes)-len(b.bytes), bytes.Compare(a.bytes, b.bytes))
	})
	values, places := make([]parquet.Value, len(entries)), make([]int32, len(entries))
	for i, e := range entries {
		values[i] = d.Index(e.index).Clone()
		places[e.index] = int32(i) //nolint:gosec // as above
	}
	d.Dictionary.Reset()
	d.Insert(make([]int32, len(values)), values)
	return places
}
