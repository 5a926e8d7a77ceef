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

// put appends a block.
func (s *spill) put(block []byte) (place, error) {
	p := place{s.size, int32(len(block))}
	n, err := s.file.Write(block)
	s.size += int64(n)
	if err != nil {
		return place{}, fmt.Errorf("keep rows on disk: %w", err)
	}
	return p, nil
}

// get reads a block back.
func (s *spill) get(p place) ([]byte, error) {
	b := make([]byte, p.size)
	if _, err := s.file.ReadAt(b, p.offset); err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("read rows back: %w", err)
	}
	return b, nil
}

// encodeRows packs rows of strings, bools, int32, float64, pointers, and
// string lists. A string that was seen before in the block is a number.
func encodeRows[T any](rows []T) []byte {
	b := binary.AppendUvarint(nil, uint64(len(rows)))
	seen := map[string]uint64{}
	str := func(s string) {
		if n, ok := seen[s]; ok {
			b = binary.AppendUvarint(b, n)
			return
		}
		seen[s] = uint64(len(seen)) + 1
		b = binary.AppendUvarint(b, 0)
		b = binary.AppendUvarint(b, uint64(len(s)))
		b = append(b, s...)
	}
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
				str(f.String())
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
	}
	return b
}

// decodeRows is the other way round.
func decodeRows[T any](b []byte) []T {
	uvarint := func() uint64 {
		n, size := binary.Uvarint(b)
		b = b[size:]
		return n
	}
	var seen []string
	str := func() string {
		if n := uvarint(); n > 0 {
			return seen[n-1]
		}
		n := uvarint()
		s := string(b[:n])
		b = b[n:]
		seen = append(seen, s)
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
				f.SetString(str())
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
						list[k] = str()
					}
					f.Set(reflect.ValueOf(list))
				}
			}
		}
	}
	return rows
}
