package panel

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"zhibiao/dataset"
)

// Format is the way a panel is written, "" where a file's ending names none.
type Format string

// The formats.
const (
	CSV     Format = "csv"
	Parquet Format = "parquet"
	XLSX    Format = "xlsx"
)

// FormatOf reads a format off a file's ending.
func FormatOf(path string) Format {
	f := Format(strings.TrimPrefix(strings.ToLower(filepath.Ext(path)), "."))
	switch f {
	case CSV, Parquet, XLSX:
		return f
	}
	return ""
}

// Write writes rows in a format. The same rows make the same bytes.
func Write(w io.Writer, format Format, rows []Row, meta dataset.Meta) error {
	switch format {
	case CSV:
		return writeCSV(w, rows)
	case Parquet:
		return dataset.WriteParquet(w, rows, meta)
	case XLSX:
		return writeXLSX(w, rows)
	}
	return fmt.Errorf("there is no format %q; choose csv, parquet or xlsx", format)
}

// WriteFile writes rows to path, whole or not at all, in the format that its
// ending names.
func WriteFile(path string, rows []Row, meta dataset.Meta) (err error) {
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
	if err := Write(f, FormatOf(path), rows, meta); err != nil {
		return err
	}
	for _, do := range []func() error{func() error { return f.Chmod(0o644) }, f.Sync, f.Close} {
		if err := do(); err != nil {
			return err
		}
	}
	return os.Rename(f.Name(), path)
}
