package view

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"reflect"
	"slices"
	"strings"
)

// table packs rows column by column for the scripts: each different value
// once, and one small integer a row that says which. 100,000 facts take about
// 6 MB that way and are unpacked without a pause.
type table struct {
	count   int
	columns []*column
}

// column is one field of the rows. Null is 0, values[i] is i+1.
type column struct {
	name   string
	field  int
	zero   bool // the zero value is null
	known  map[any]uint32
	values []any
	cells  []uint32
}

// newTable makes a table of rows like row, whose fields carry their names as
// in the Parquet files; skip names what is left out.
func newTable(row any, skip ...string) *table {
	t := &table{}
	typ := reflect.TypeOf(row)
	for i := range typ.NumField() {
		name, rest, _ := strings.Cut(typ.Field(i).Tag.Get("parquet"), ",")
		if slices.Contains(skip, name) {
			continue
		}
		t.columns = append(t.columns, &column{
			name: name, field: i, zero: strings.Contains(rest, "optional"), known: map[any]uint32{},
		})
	}
	return t
}

// tableOf makes a table of all rows.
func tableOf[T any](rows []T, skip ...string) *table {
	var none T
	t := newTable(none, skip...)
	for _, row := range rows {
		t.add(row)
	}
	return t
}

// add takes a row of the type that newTable was given.
func (t *table) add(row any) {
	v := reflect.ValueOf(row)
	for _, c := range t.columns {
		c.cells = append(c.cells, c.code(v.Field(c.field)))
	}
	t.count++
}

// code is the number that stands for a value.
func (c *column) code(v reflect.Value) uint32 {
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return 0
		}
		v = v.Elem()
	} else if c.zero && v.IsZero() {
		return 0
	}
	value := v.Interface()
	if f, ok := value.(float64); ok && (math.IsNaN(f) || math.IsInf(f, 0)) {
		return 0 // no number that a script could read
	}
	n, ok := c.known[value]
	if !ok {
		c.values = append(c.values, value)
		n = uint32(len(c.values))
		c.known[value] = n
	}
	return n
}

// MarshalJSON writes {"rows": n, "columns": {name: {"values": […], "bytes": 1,
// 2 or 4, "cells": base64 of little-endian integers}}}. Characters that end a
// script or a line of one are escaped.
func (t *table) MarshalJSON() ([]byte, error) {
	type packed struct {
		Values []any  `json:"values"`
		Bytes  int    `json:"bytes"`
		Cells  string `json:"cells"`
	}
	out := struct {
		Rows    int               `json:"rows"`
		Columns map[string]packed `json:"columns"`
	}{t.count, map[string]packed{}}
	for _, c := range t.columns {
		p := packed{Values: c.values, Bytes: width(len(c.values))}
		if p.Values == nil {
			p.Values = []any{}
		}
		p.Cells = base64.StdEncoding.EncodeToString(pack(c.cells, p.Bytes))
		out.Columns[c.name] = p
	}
	return json.Marshal(out)
}

// width is how many bytes hold n.
func width(n int) int {
	switch {
	case n < 1<<8:
		return 1
	case n < 1<<16:
		return 2
	}
	return 4
}

// pack writes numbers as little-endian integers of a width.
func pack(cells []uint32, width int) []byte {
	b := make([]byte, 0, len(cells)*width)
	for _, n := range cells {
		switch width {
		case 1:
			b = append(b, byte(n))
		case 2:
			b = binary.LittleEndian.AppendUint16(b, uint16(n))
		default:
			b = binary.LittleEndian.AppendUint32(b, n)
		}
	}
	return b
}

// writeData writes a script that hands value to the page under a name.
func writeData(w io.Writer, name string, value any) error {
	data, err := json.Marshal(value)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "zhibiao.data(%q, %s);\n", name, data)
	return err
}
