package dataset

import (
	"encoding/binary"
	"math"
	"reflect"
	"testing"
)

// TestColumnsHoldTheRows reads blocks of columns back: several of one
// Columns, of up to as many rows as end in a byte of bits.
func TestColumnsHoldTheRows(t *testing.T) {
	var c Columns
	for n := range 18 {
		var rows []FactRow
		for len(rows) < n {
			rows = append(rows, textRows()...)
		}
		rows = rows[:n]
		c.Add(rows[:n/2])
		c.Add(rows[n/2:])
		if c.Rows() != n {
			t.Fatalf("%d rows, want %d", c.Rows(), n)
		}
		size := c.Size()
		block, err := c.AppendTo([]byte("odd"))
		if err != nil {
			t.Fatal(err)
		}
		if got := len(block) - len("odd"); got != size {
			t.Errorf("%d bytes, said to be %d", got, size)
		}
		got := arrowRows(t, block[len("odd"):], n)
		for i := range rows {
			if !reflect.DeepEqual(got[i], rows[i]) {
				t.Errorf("row %d of %d is\n%+v\nwant\n%+v", i, n, got[i], rows[i])
			}
		}
	}
}

// arrowRows reads n rows as Arrow does.
func arrowRows(t *testing.T, block []byte, n int) []FactRow {
	t.Helper()
	rows := make([]FactRow, n)
	part := func(size int) []byte {
		p := block[:size]
		block = block[(size+7)/8*8:]
		return p
	}
	bit := func(bits []byte, i int) bool { return bits[i/8]>>(i%8)&1 == 1 }
	for j := range factColumns[:min(n, 1)*len(factColumns)] { // no rows are no bytes
		valid := part((n + 7) / 8)
		kind := reflect.TypeFor[FactRow]().Field(j).Type
		if kind.Kind() == reflect.Pointer {
			kind = kind.Elem()
		}
		var value func(i int) any
		switch kind.Kind() {
		case reflect.String:
			ends := part(4 * (n + 1))
			end := func(i int) int { return int(binary.LittleEndian.Uint32(ends[4*i:])) }
			text := part(end(n))
			value = func(i int) any { return string(text[end(i):end(i+1)]) }
		case reflect.Bool:
			bits := part((n + 7) / 8)
			value = func(i int) any { return bit(bits, i) }
		case reflect.Int32:
			values := part(4 * n)
			value = func(i int) any { return int32(binary.LittleEndian.Uint32(values[4*i:])) }
		default:
			values := part(8 * n)
			value = func(i int) any { return math.Float64frombits(binary.LittleEndian.Uint64(values[8*i:])) }
		}
		for i := range rows {
			if f := reflect.ValueOf(&rows[i]).Elem().Field(j); bit(valid, i) {
				if f.Kind() == reflect.Pointer {
					f.Set(reflect.New(f.Type().Elem()))
					f = f.Elem()
				}
				f.Set(reflect.ValueOf(value(i)).Convert(f.Type()))
			}
		}
	}
	if len(block) > 0 {
		t.Errorf("%d bytes behind the columns", len(block))
	}
	return rows
}
