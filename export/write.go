package export

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"zhibiao/dataset"
)

// Format is a way to write a table.
type Format string

// The formats, named as the endings of files are.
const (
	CSV     Format = ".csv"
	XLSX    Format = ".xlsx"
	JSONL   Format = ".jsonl"
	Parquet Format = ".parquet"
	Stata   Format = ".do" // and a .csv beside it
)

// FormatOf reads the format off a file's name, empty where it is none of those
// given.
func FormatOf(path string, formats ...Format) Format {
	f := Format(strings.ToLower(filepath.Ext(path)))
	if slices.Contains(formats, f) {
		return f
	}
	return ""
}

// Write writes a table in a format of one file.
func Write(w io.Writer, f Format, t Table, meta dataset.Meta) error {
	switch f {
	case CSV:
		return writeCSV(w, t)
	case XLSX:
		return writeXLSX(w, t)
	case JSONL:
		return writeJSONL(w, t)
	case Parquet:
		return writeParquet(w, t, meta)
	}
	return fmt.Errorf("no table is written as %q", f)
}

// WriteFile writes a table to path in the format that its ending names, whole
// or not at all.
func WriteFile(path string, t Table, meta dataset.Meta) error {
	f := FormatOf(path, CSV, XLSX, JSONL, Parquet, Stata)
	if f != Stata {
		return Atomic(path, func(w io.Writer) error { return Write(w, f, t, meta) })
	}
	data := strings.TrimSuffix(path, filepath.Ext(path)) + ".csv"
	if err := Atomic(data, func(w io.Writer) error { return writeCSV(w, t) }); err != nil {
		return err
	}
	return Atomic(path, func(w io.Writer) error { return writeDo(w, t, filepath.Base(data)) })
}

// Atomic makes path of what write writes: in a file beside it that takes its
// name when it is whole and on the disk.
func Atomic(path string, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".zhibiao-tmp-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = f.Close()
			_ = os.Remove(f.Name())
			err = fmt.Errorf("write %s: %w", path, err)
		}
	}()
	if err := write(f); err != nil {
		return err
	}
	for _, do := range []func() error{func() error { return f.Chmod(0o644) }, f.Sync, f.Close} {
		if err := do(); err != nil {
			return err
		}
	}
	return os.Rename(f.Name(), path)
}
