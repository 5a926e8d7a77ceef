package dataset

import (
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
)

// TestNullsStayNulls writes every pattern of up to ten nulls and values, and
// longer ones by chance, into every nullable column, and reads them as other
// programs do: by what the file says is null.
func TestNullsStayNulls(t *testing.T) {
	patterns := everyPattern(10)
	r := rand.New(rand.NewPCG(1, 2))
	for range 40 {
		p := make([]bool, 60+r.IntN(200))
		for i, run := 0, 0; i < len(p); i++ {
			if run == 0 {
				run = 1 + r.IntN(70)
			}
			run--
			p[i] = i > 0 && p[i-1] != (run == 0)
		}
		patterns = append(patterns, p)
	}
	nullsOf[FactRow](t, patterns)
	nullsOf[DocumentRow](t, patterns)
	nullsOf[TokenRow](t, patterns)
}

func everyPattern(longest int) (patterns [][]bool) {
	for n := 1; n <= longest; n++ {
		for bits := range 1 << n {
			p := make([]bool, n)
			for i := range p {
				p[i] = bits>>i&1 == 1
			}
			patterns = append(patterns, p)
		}
	}
	return patterns
}

// nullsOf puts the patterns one behind the other, each in a call of its own,
// as documents come. All nullable columns have the same pattern.
func nullsOf[T any](t *testing.T, patterns [][]bool) {
	t.Helper()
	fields := reflect.TypeFor[T]()
	var nullable []int
	for i := range fields.NumField() {
		if f := fields.Field(i); f.Type.Kind() == reflect.Pointer || strings.Contains(f.Tag.Get("parquet"), ",optional") {
			nullable = append(nullable, i)
		}
	}
	var b bytes.Buffer
	w := newParquet[T](&b, meta, layout{page: smallPage})
	var want []bool
	for _, p := range patterns {
		rows := make([]T, len(p))
		for i, set := range p {
			want = append(want, set)
			for _, n := range nullable {
				if set {
					fill(reflect.ValueOf(&rows[i]).Elem().Field(n))
				}
			}
		}
		if err := writeRows(w, rows, optionalFields(reflect.TypeFor[T]())); err != nil {
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
	checked := map[int]string{} // column by index
	for _, n := range nullable {
		name, _, _ := strings.Cut(fields.Field(n).Tag.Get("parquet"), ",")
		leaf, _ := f.Schema().Lookup(name)
		checked[leaf.ColumnIndex] = name
	}
	i := 0
	for _, g := range f.RowGroups() {
		for _, row := range rowsOfGroup(t, g) {
			for _, v := range row {
				if name, ok := checked[v.Column()]; ok && v.IsNull() == want[i] {
					t.Fatalf("%s, row %d of %d: null is %v", name, i, len(want), v.IsNull())
				}
			}
			i++
		}
	}
	if i != len(want) {
		t.Fatalf("%d rows, want %d", i, len(want))
	}
}

func fill(v reflect.Value) {
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString("有")
	case reflect.Int32:
		v.SetInt(7)
	case reflect.Float64:
		v.SetFloat(0.5)
	}
}

func rowsOfGroup(t *testing.T, g parquet.RowGroup) (all []parquet.Row) {
	t.Helper()
	rows := g.Rows()
	defer func() { _ = rows.Close() }()
	for {
		buf := make([]parquet.Row, 1000)
		n, err := rows.ReadRows(buf)
		for _, row := range buf[:n] {
			all = append(all, row.Clone())
		}
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// TestBoundsOfWhatIsAskedForByRange: the footer and the pages repeat no text, and
// tell the range of what is asked for by range.
func TestBoundsOfWhatIsAskedForByRange(t *testing.T) {
	doc, r := sample("310106", 2023, "")
	bounds := map[string]bool{}
	note := func(b []byte, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		f, err := parquet.OpenFile(bytes.NewReader(b), int64(len(b)))
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range f.Metadata().RowGroups[0].Columns {
			s := c.MetaData.Statistics
			bounds[strings.Join(c.MetaData.PathInSchema, ".")] = len(s.MinValue)+len(s.MaxValue) > 0
		}
	}
	note(written(FromResult(doc, r)))
	note(written([]DocumentRow{NewDocument(doc, 4)}))
	for column, has := range bounds {
		if has && !slices.Contains(ranged, column) {
			t.Errorf("%s has bounds", column)
		}
	}
	for _, column := range []string{"report_year", "value", "doc_id", "region_code", "quote_start"} {
		if !bounds[column] {
			t.Errorf("%s has no bounds", column)
		}
	}
}

func written[T any](rows []T) ([]byte, error) {
	var b bytes.Buffer
	w := newParquet[T](&b, meta, layout{page: smallPage})
	err := errors.Join(writeRows(w, rows, optionalFields(reflect.TypeFor[T]())), w.Close())
	return b.Bytes(), err
}
