package dataset

import (
	"bufio"
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"io"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"

	"github.com/parquet-go/parquet-go"
)

// tempPrefix hides unfinished files from *.parquet.
const tempPrefix = ".zhibiao-tmp-"

// writer writes rows to a temporary file that takes its real name only when
// it is whole.
type writer[T any] struct {
	disk     disk
	path     string
	file     *os.File
	buffer   *bufio.Writer // before the file
	tail     *tail         // between the library and the buffer
	content  hash.Hash     // of all that the file holds but its footer
	parquet  *parquet.GenericWriter[T]
	nullable []int // the fields whose zero value is a null
	rows     int   // in the open row group
	group    int
}

// layout is how a table lies in its file.
type layout struct {
	group int // rows of a row group, which bounds memory
	page  int // bytes of a column that are compressed in one
}

// create starts the file that will be path.
func create[T any](d disk, path string, l layout, meta Meta) (*writer[T], error) {
	if err := d.mkdir(filepath.Dir(path)); err != nil {
		return nil, err
	}
	f, err := d.create(filepath.Dir(path))
	if err != nil {
		return nil, err
	}
	w := &writer[T]{disk: d, path: path, file: f, buffer: bufio.NewWriterSize(f, 64<<10), content: sha256.New(), group: l.group, nullable: optionalFields(reflect.TypeFor[T]())}
	w.tail = &tail{out: io.MultiWriter(w.buffer, w.content)}
	w.parquet = newParquet[T](w.tail, meta, l)
	return w, nil
}

func (w *writer[T]) write(rows []T) error {
	for len(rows) > 0 {
		n := min(len(rows), w.group-w.rows)
		if err := writeRows(w.parquet, rows[:n], w.nullable); err != nil {
			return fmt.Errorf("write %s: %w", w.path, err)
		}
		rows = rows[n:]
		if w.rows += n; w.rows == w.group {
			if err := w.flush(); err != nil {
				return err
			}
		}
	}
	return nil
}

// flush ends the open row group.
func (w *writer[T]) flush() error {
	if w.rows == 0 {
		return nil
	}
	w.rows = 0
	if err := w.parquet.Flush(); err != nil {
		return fmt.Errorf("write %s: %w", w.path, err)
	}
	return nil
}

// sum is the hash of the rows as written, once they are flushed.
func (w *writer[T]) sum() []byte { return w.content.Sum(nil) }

// seal ends the file with what else its footer says, and brings it onto the
// disk.
func (w *writer[T]) seal(footer map[string]string) error {
	for _, key := range slices.Sorted(maps.Keys(footer)) {
		w.parquet.SetKeyValueMetadata(key, footer[key])
	}
	w.tail.held = []byte{}
	if err := errors.Join(w.parquet.Close(), w.tail.trim(), w.buffer.Flush()); err != nil {
		return fmt.Errorf("write %s: %w", w.path, err)
	}
	if err := w.disk.finish(w.file); err != nil {
		return fmt.Errorf("write %s: %w", w.path, err)
	}
	w.parquet, w.buffer, w.tail = nil, nil, nil // all years' files wait for their names together
	return nil
}

// names are the file's name as yet and the one that it is for.
func (w *writer[T]) names() (from, to string) { return w.file.Name(), w.path }

// abort drops what was written.
func (w *writer[T]) abort() {
	_ = w.file.Close()
	_ = w.disk.remove(w.file.Name())
}
