package dataset

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/parquet-go/parquet-go"
)

// The tables' folders.
const (
	FactsDir     = "facts"
	DocumentsDir = "documents"
	TokensDir    = "tokens"
)

// readBatch is how many rows are decoded at a time.
const readBatch = 512

// Facts reads a facts file row by row.
func Facts(path string) iter.Seq2[FactRow, error] { return rowsOf[FactRow](path) }

// Documents reads a documents file row by row.
func Documents(path string) iter.Seq2[DocumentRow, error] { return rowsOf[DocumentRow](path) }

// rowsOf reads any table. The rows of one batch share no memory with the
// next.
func rowsOf[T any](path string) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		f, err := os.Open(path)
		if err != nil {
			yield(none, err)
			return
		}
		defer func() { _ = f.Close() }()
		p, err := openParquet(f)
		if err != nil {
			yield(none, fmt.Errorf("read %s: %w", path, err))
			return
		}
		yieldRows(path, p, yield)
	}
}

func yieldRows[T any](path string, p *parquet.File, yield func(T, error) bool) {
	var none T
	r, err := newReader[T](p)
	if err != nil {
		yield(none, fmt.Errorf("read %s: %w", path, err))
		return
	}
	defer func() { _ = r.Close() }()
	for {
		rows := make([]T, readBatch)
		n, err := r.Read(rows)
		for i := range n {
			if !yield(rows[i], nil) {
				return
			}
		}
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			yield(none, fmt.Errorf("read %s: %w", path, err))
			return
		}
	}
}

// newReader starts reading; what the library panics about in a damaged file
// comes back as an error.
func newReader[T any](p *parquet.File) (r *parquet.GenericReader[T], err error) {
	defer damaged(&err)
	return parquet.NewGenericReader[T](p), nil
}

// openParquet opens a file that this version of the program has written, and
// refuses others: their columns mean something else.
func openParquet(f *os.File, options ...parquet.FileOption) (p *parquet.File, err error) {
	defer damaged(&err)
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if p, err = parquet.OpenFile(f, info.Size(), options...); err != nil {
		return nil, err
	}
	if _, ok := p.Lookup(keyVersion); !ok {
		return nil, errForeign
	}
	if schema, _ := p.Lookup(keySchema); schema != SchemaVersion {
		return nil, &VersionError{schema}
	}
	return p, nil
}

func damaged(err *error) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("damaged Parquet file: %v", p)
	}
}

// errForeign refuses a file of another program.
var errForeign = errors.New("the file was not written by zhibiao")

// VersionError refuses a file of another version of the tables.
type VersionError struct{ Schema string }

func (e *VersionError) Error() string {
	return fmt.Sprintf("the file has version %s of the tables, and this program reads version %s", e.Schema, SchemaVersion)
}

// byDocument groups neighbouring rows that belong to one document.
func byDocument[T any](rows iter.Seq2[T, error], id func(T) string) iter.Seq2[[]T, error] {
	return inGroups(rows, id, math.MaxInt)
}

// inGroups groups neighbouring rows that belong to one document, at most size
// in one group.
func inGroups[T any](rows iter.Seq2[T, error], id func(T) string, size int) iter.Seq2[[]T, error] {
	return func(yield func([]T, error) bool) {
		var group []T
		for row, err := range rows {
			if err != nil {
				yield(nil, err)
				return
			}
			if len(group) > 0 && (len(group) == size || id(group[0]) != id(row)) {
				if !yield(group, nil) {
					return
				}
				group = nil
			}
			group = append(group, row)
		}
		if len(group) > 0 {
			yield(group, nil)
		}
	}
}

// FactsByDocument reads a facts file a document at a time.
func FactsByDocument(path string) iter.Seq2[[]FactRow, error] {
	return byDocument(Facts(path), func(r FactRow) string { return r.DocID })
}

// YearFile is the path of a year's file of a table; year 0 is undated.
func YearFile(dir, table string, year int) string {
	name := "undated"
	if year != 0 {
		name = strconv.Itoa(year)
	}
	return filepath.Join(dir, table, name+".parquet")
}

// Years are the years that a table has files for, in order.
func Years(dir, table string) ([]int, error) {
	entries, err := os.ReadDir(filepath.Join(dir, table))
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var years []int
	for _, e := range entries {
		if y, ok := yearOf(e.Name()); ok && !e.IsDir() {
			years = append(years, y)
		}
	}
	slices.Sort(years)
	return years, nil
}

// yearOf is the year that a file's name stands for.
func yearOf(name string) (year int, ok bool) {
	name, ok = strings.CutSuffix(name, ".parquet")
	if name == "undated" {
		return 0, ok
	}
	year, err := strconv.Atoi(name)
	return year, ok && err == nil && strconv.Itoa(year) == name
}
