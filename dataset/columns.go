package dataset

import (
	"encoding/binary"
	"errors"
	"math"
	"reflect"
)

// Columns gathers facts column by column as Arrow lays them out in memory, for
// programs that take them over as they are. The zero value is empty.
type Columns struct {
	rows    int
	columns []arrowColumn
}

// arrowColumn is a column as Arrow has it: a bit for each value that is not null,
// then the values, or where each string ends and the strings.
type arrowColumn struct {
	valid   []byte
	values  []byte
	strings []byte
}

// Rows is how many facts there are.
func (c *Columns) Rows() int { return c.rows }

// Add appends facts.
func (c *Columns) Add(facts []FactRow) {
	if c.columns == nil {
		c.columns = make([]arrowColumn, len(factColumns))
	}
	for i := range facts {
		row := reflect.ValueOf(&facts[i]).Elem()
		for j, column := range factColumns {
			f := row.Field(j)
			c.columns[j].add(c.rows, f, column.isNull(f))
		}
		c.rows++
	}
}

// add appends f as value n.
func (a *arrowColumn) add(n int, f reflect.Value, null bool) {
	a.valid = setBit(a.valid, n, !null)
	kind := f.Kind()
	if kind == reflect.Pointer {
		kind, f = f.Type().Elem().Kind(), f.Elem()
	}
	switch kind {
	case reflect.String:
		if n == 0 {
			a.values = binary.LittleEndian.AppendUint32(a.values, 0)
		}
		a.strings = append(a.strings, f.String()...)
		a.values = binary.LittleEndian.AppendUint32(a.values, uint32(len(a.strings))) //nolint:gosec // AppendTo refuses more
	case reflect.Bool:
		a.values = setBit(a.values, n, f.Bool())
	case reflect.Int32:
		var v int32
		if !null {
			v = int32(f.Int()) //nolint:gosec // it is one
		}
		a.values = binary.LittleEndian.AppendUint32(a.values, uint32(v)) //nolint:gosec // its bits
	default: // float64
		var v float64
		if !null {
			v = f.Float()
		}
		a.values = binary.LittleEndian.AppendUint64(a.values, math.Float64bits(v))
	}
}

// setBit sets bit n of a bitmap that holds the bits before it.
func setBit(bits []byte, n int, set bool) []byte {
	if n%8 == 0 {
		bits = append(bits, 0)
	}
	if set {
		bits[n/8] |= 1 << (n % 8)
	}
	return bits
}

// Size is how many bytes AppendTo appends.
func (c *Columns) Size() (n int) {
	for i := range c.columns {
		for _, part := range c.columns[i].parts() {
			n += (len(*part) + 7) / 8 * 8
		}
	}
	return n
}

// AppendTo appends the columns to b in the table's order and empties them: of
// each the bits, the values and, of strings, their bytes, every part filled up
// with zeros to a multiple of eight bytes. No rows are no bytes.
func (c *Columns) AppendTo(b []byte) ([]byte, error) {
	start := len(b)
	for i := range c.columns {
		if len(c.columns[i].strings) > math.MaxInt32 {
			return nil, errors.New("more text than a column of Arrow holds")
		}
		for _, part := range c.columns[i].parts() {
			b = append(b, *part...)
			for (len(b)-start)%8 != 0 {
				b = append(b, 0)
			}
			*part = (*part)[:0]
		}
	}
	c.rows = 0
	return b, nil
}

func (a *arrowColumn) parts() [3]*[]byte { return [...]*[]byte{&a.valid, &a.values, &a.strings} }
