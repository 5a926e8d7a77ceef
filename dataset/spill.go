package dataset

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"reflect"
)

// spill keeps encoded rows on disk until their year's file is written, so
// that memory does not grow with the number of documents. Its file has no
// name: nothing is left of it when the process ends, however it ends.
type spill struct {
	file *os.File
	size int64
}

// place is where a block lies.
type place struct {
	offset int64
	size   int32
}

func newSpill(dir string) (*spill, error) {
	f, err := os.CreateTemp(dir, tempPrefix+"*")
	if err != nil {
		return nil, err
	}
	_ = os.Remove(f.Name()) // where the system allows it; close does it elsewhere
	return &spill{file: f}, nil
}

func (s *spill) close() error {
	err := s.file.Close()
	_ = os.Remove(s.file.Name())
	return err
}

// put appends blocks one behind the other and tells where the first begins.
func (s *spill) put(blocks ...[]byte) (offset int64, err error) {
	offset = s.size
	for _, block := range blocks {
		n, err := s.file.Write(block)
		s.size += int64(n)
		if err != nil {
			return 0, fmt.Errorf("keep rows on disk: %w", err)
		}
	}
	return offset, nil
}

// get reads a block back.
func (s *spill) get(p place) ([]byte, error) {
	b := make([]byte, p.size)
	if _, err := s.file.ReadAt(b, p.offset); err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("read rows back: %w", err)
	}
	return b, nil
}

// usualRow is what most rows take less than.
const usualRow = 300

// encodeRows packs rows of strings, bools, int32, float64, pointers, and
// string lists. A string is its length and one more before it, 0 where it is
// that of the row before.
func encodeRows[T any](rows []T) []byte {
	b := binary.AppendUvarint(make([]byte, 0, usualRow*len(rows)+1), uint64(len(rows)))
	str := func(s string) {
		b = binary.AppendUvarint(b, uint64(len(s))+1)
		b = append(b, s...)
	}
	var last reflect.Value
	for i := range rows {
		v := reflect.ValueOf(&rows[i]).Elem()
		for k := range v.NumField() {
			f := v.Field(k)
			if f.Kind() == reflect.Pointer {
				if f.IsNil() {
					b = append(b, 0)
					continue
				}
				b = append(b, 1)
				f = f.Elem()
			}
			switch f.Kind() {
			case reflect.String:
				if s := f.String(); i > 0 && s == last.Field(k).String() {
					b = append(b, 0)
				} else {
					str(s)
				}
			case reflect.Bool:
				b = append(b, 0)
				if f.Bool() {
					b[len(b)-1] = 1
				}
			case reflect.Int32:
				b = binary.AppendVarint(b, f.Int())
			case reflect.Float64:
				b = binary.LittleEndian.AppendUint64(b, math.Float64bits(f.Float()))
			case reflect.Slice:
				b = binary.AppendUvarint(b, uint64(f.Len()))
				for n := range f.Len() {
					str(f.Index(n).String())
				}
			default:
				panic("dataset: no encoding for " + f.Type().String())
			}
		}
		last = v
	}
	return b
}

// decodeRows is the other way round. The strings of the rows are parts of one.
func decodeRows[T any](b []byte) []T {
	text := string(b)
	uvarint := func() uint64 {
		n, size := binary.Uvarint(b)
		b = b[size:]
		return n
	}
	str := func(last string) string {
		n := int(uvarint()) - 1
		if n < 0 {
			return last
		}
		s := text[len(text)-len(b):][:n]
		b = b[n:]
		return s
	}
	rows := make([]T, uvarint())
	for i := range rows {
		v := reflect.ValueOf(&rows[i]).Elem()
		for k := range v.NumField() {
			f := v.Field(k)
			if f.Kind() == reflect.Pointer {
				set := b[0] == 1
				b = b[1:]
				if !set {
					continue
				}
				f.Set(reflect.New(f.Type().Elem()))
				f = f.Elem()
			}
			switch f.Kind() {
			case reflect.String:
				last := ""
				if i > 0 {
					last = reflect.ValueOf(&rows[i-1]).Elem().Field(k).String()
				}
				f.SetString(str(last))
			case reflect.Bool:
				f.SetBool(b[0] == 1)
				b = b[1:]
			case reflect.Int32:
				n, size := binary.Varint(b)
				b = b[size:]
				f.SetInt(n)
			case reflect.Float64:
				f.SetFloat(math.Float64frombits(binary.LittleEndian.Uint64(b)))
				b = b[8:]
			case reflect.Slice:
				if n := uvarint(); n > 0 {
					list := make([]string, n)
					for k := range list {
						list[k] = str("")
					}
					f.Set(reflect.ValueOf(list))
				}
			}
		}
	}
	return rows
}
