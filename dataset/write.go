package dataset

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/parquet-go/parquet-go"
)

// writer writes rows to a temporary file that takes its real name only when
// it is whole.
type writer[T any] struct {
	path    string
	file    *os.File
	parquet *parquet.GenericWriter[T]
	rows    int // in the open row group
	group   int
}

// create starts the file that will be path. group is how many rows a row
// group holds, which bounds memory.
func create[T any](path string, group int, meta Meta) (*writer[T], error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, err
	}
	f, err := os.CreateTemp(filepath.Dir(path), tempPrefix+"*")
	if err != nil {
		return nil, err
	}
	return &writer[T]{path: path, file: f, parquet: newParquet[T](f, meta), group: group}, nil
}

// tempPrefix hides unfinished files from *.parquet.
const tempPrefix = ".zhibiao-tmp-"

func (w *writer[T]) write(rows []T) error {
	for len(rows) > 0 {
		n := min(len(rows), w.group-w.rows)
		if err := writeRows(w.parquet, rows[:n]); err != nil {
			return fmt.Errorf("write %s: %w", w.path, err)
		}
		rows = rows[n:]
		if w.rows += n; w.rows == w.group {
			if err := w.parquet.Flush(); err != nil {
				return fmt.Errorf("write %s: %w", w.path, err)
			}
			w.rows = 0
		}
	}
	return nil
}

// close writes the file to its end and onto the disk.
func (w *writer[T]) close() error {
	for _, do := range []func() error{
		w.parquet.Close, func() error { return w.file.Chmod(0o644) }, w.file.Sync, w.file.Close,
	} {
		if err := do(); err != nil {
			return fmt.Errorf("write %s: %w", w.path, err)
		}
	}
	return nil
}

// commit gives a closed file its name.
func (w *writer[T]) commit() error {
	if err := os.Rename(w.file.Name(), w.path); err != nil {
		w.abort()
		return fmt.Errorf("write %s: %w", w.path, err)
	}
	return nil
}

// abort drops what was written.
func (w *writer[T]) abort() {
	_ = w.file.Close()
	_ = os.Remove(w.file.Name())
}
