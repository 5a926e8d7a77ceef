package dataset

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"
	"math"
	"os"
	"reflect"
	"slices"
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

// get reads a block back, in room where it is large enough.
func (s *spill) get(p place, room []byte) ([]byte, error) {
	b := slices.Grow(room[:0], int(p.size))[:p.size]
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
	last := make([]string, reflect.TypeFor[T]().NumField())
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
				if s := f.String(); s == last[k] {
					b = append(b, 0)
				} else {
					str(s)
					last[k] = s
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
	}
	return b
}

// decodeRows is the other way round: as many rows at a time as room takes, in room. The
// strings of all are parts of one.
func decodeRows[T any](b []byte, room []T) iter.Seq[[]T] {
	return func(yield func([]T) bool) {
		p := &packed{text: string(b)}
		left := int(p.uvarint())
		rows := room
		last := make([]string, reflect.TypeFor[T]().NumField())
		for ; left > 0; left -= len(rows) {
			rows = rows[:min(left, len(rows))]
			for i := range rows {
				p.row(reflect.ValueOf(&rows[i]).Elem(), last)
			}
			if !yield(rows) {
				return
			}
		}
	}
}

// packed is what encodeRows made of rows, read up to at.
type packed struct {
	text string
	at   int
}

func (p *packed) take(n int) string {
	p.at += n
	return p.text[p.at-n : p.at]
}

func (p *packed) uvarint() (n uint64) {
	for shift := 0; ; shift += 7 {
		b := p.text[p.at]
		p.at++
		n |= uint64(b&0x7F) << shift
		if b < 0x80 {
			return n
		}
	}
}

// row reads v, in the room of what stood there; last are the strings of the row before.
func (p *packed) row(v reflect.Value, last []string) {
	for k := range v.NumField() {
		f := v.Field(k)
		if f.Kind() == reflect.Pointer {
			if p.uvarint() == 0 {
				f.SetZero()
				continue
			}
			if f.IsNil() {
				f.Set(reflect.New(f.Type().Elem()))
			}
			f = f.Elem()
		}
		switch f.Kind() {
		case reflect.String:
			if n := int(p.uvarint()) - 1; n >= 0 {
				last[k] = p.take(n)
			}
			f.SetString(last[k])
		case reflect.Bool:
			f.SetBool(p.uvarint() == 1)
		case reflect.Int32:
			n := p.uvarint()
			f.SetInt(int64(n>>1) ^ -int64(n&1)) // as binary.AppendVarint has it
		case reflect.Float64:
			f.SetFloat(math.Float64frombits(binary.LittleEndian.Uint64([]byte(p.take(8)))))
		case reflect.Slice:
			var list []string
			for range p.uvarint() {
				list = append(list, p.take(int(p.uvarint())-1))
			}
			f.Set(reflect.ValueOf(list))
		}
	}
}
