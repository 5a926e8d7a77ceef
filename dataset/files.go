package dataset

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"unicode"
)

// FilesName is the list of inputs in a folder.
const FilesName = "files.csv"

// FileRow is one line of files.csv: what became of an input, of a row of a
// table, of a member of an archive. Empty strings and zeros are empty cells.
type FileRow struct {
	Source     string `csv:"source"`
	Status     string `csv:"status"`
	DocID      string `csv:"doc_id"`
	CopyOf     string `csv:"copy_of"` // the source whose document stands for this one
	Format     string `csv:"format"`
	Encoding   string `csv:"encoding"`
	Region     string `csv:"region"`
	ReportYear int32  `csv:"report_year"`
	Kind       string `csv:"kind"`
	Facts      int32  `csv:"facts"`
	Stage      string `csv:"stage"`
	Reason     string `csv:"reason"`
	Remedy     string `csv:"remedy"`
	Warnings   string `csv:"warnings"`
}

// What became of an input.
const (
	StatusRead      = "read"
	StatusUnchanged = "unchanged" // since an earlier run, and not read again
	StatusCopy      = "copy"      // the same text as another input's
	StatusReplaced  = "replaced"  // an earlier run's, in whose place another input's document is now
	StatusRejected  = "rejected"
	StatusGone      = "gone" // read by an earlier run and no longer there
)

// NewFileRow is the line of a document.
func NewFileRow(d DocumentRow, status string) FileRow {
	return FileRow{
		Source: d.Source, Status: status, DocID: d.DocID, Format: d.Format, Encoding: d.Encoding, Region: d.Region,
		ReportYear: d.ReportYear, Kind: d.Kind, Facts: d.Facts, Warnings: strings.Join(d.Warnings, "; "),
	}
}

// fileColumns are the columns in order.
var fileColumns = func() (names []string) {
	for f := range reflect.TypeFor[FileRow]().Fields() {
		names = append(names, f.Tag.Get("csv"))
	}
	return names
}()

// mark is what Excel knows UTF-8 by.
const mark = "\uFEFF"

// ReadFiles reads the list of inputs of a folder; there is none in a new one.
// Cells are as they are written there: Plain has been applied to them.
func ReadFiles(dir string) ([]FileRow, error) {
	var rows []FileRow
	for row, err := range EachFile(dir) {
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// EachFile reads the list of inputs of a folder line by line, as ReadFiles does.
// An error is the last that it yields.
func EachFile(dir string) iter.Seq2[FileRow, error] {
	return func(yield func(FileRow, error) bool) {
		path := filepath.Join(dir, FilesName)
		f, err := os.Open(path)
		if errors.Is(err, fs.ErrNotExist) {
			return
		}
		if err != nil {
			yield(FileRow{}, err)
			return
		}
		defer func() { _ = f.Close() }()
		in := csv.NewReader(f)
		in.ReuseRecord = true
		cells, err := in.Read()
		if err != nil || strings.TrimPrefix(strings.Join(cells, ","), mark) != strings.Join(fileColumns, ",") {
			yield(FileRow{}, foreign(path))
			return
		}
		for cells, err = in.Read(); err == nil; cells, err = in.Read() {
			if !yield(fileRow(cells), nil) {
				return
			}
		}
		if !errors.Is(err, io.EOF) {
			yield(FileRow{}, foreign(path))
		}
	}
}

// fileRow is a line of the list.
func fileRow(cells []string) (row FileRow) {
	v := reflect.ValueOf(&row).Elem()
	for k, cell := range cells {
		if f := v.Field(k); f.Kind() == reflect.String {
			f.SetString(cell)
		} else if n, err := strconv.ParseInt(cell, 10, 32); err == nil {
			f.SetInt(n)
		}
	}
	return row
}

// makeFiles writes the list of inputs under another name, and returns that.
func (s *Store) makeFiles(rows iter.Seq[FileRow]) (path string, err error) {
	f, err := s.disk.create(s.dir)
	if err != nil {
		return "", err
	}
	defer func() {
		if err != nil {
			_ = f.Close()
			_ = s.disk.remove(f.Name())
			err = fmt.Errorf("write %s: %w", filepath.Join(s.dir, FilesName), err)
		}
	}()
	if _, err := f.WriteString(mark); err != nil {
		return "", err
	}
	w := csv.NewWriter(f)
	_ = w.Write(fileColumns) // errors come with Flush
	cells := make([]string, len(fileColumns))
	for row := range rows {
		v := reflect.ValueOf(&row).Elem()
		for k := range cells {
			if f := v.Field(k); f.Kind() == reflect.String {
				cells[k] = Plain(f.String())
			} else if cells[k] = ""; !f.IsZero() {
				cells[k] = strconv.FormatInt(f.Int(), 10)
			}
		}
		_ = w.Write(cells)
	}
	w.Flush()
	return f.Name(), errors.Join(w.Error(), s.disk.finish(f))
}

// Plain makes a string that is safe in a cell and on a terminal: what moves
// the cursor or turns the direction of writing is written out (\x1b, \u202e),
// line breaks are spaces, and no spreadsheet takes it for a formula. Applied
// twice it does no more than once.
func Plain(s string) string {
	var b strings.Builder
	for _, r := range strings.ToValidUTF8(s, "\uFFFD") {
		switch {
		case r == '\n', r == '\r', r == '\t':
			b.WriteByte(' ')
		case unicode.Is(unicode.Cc, r):
			fmt.Fprintf(&b, `\x%02x`, r)
		case unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	if plain := strings.TrimSpace(b.String()); plain != s { // else it is one string, as often as it is made plain
		s = plain
	}
	if s != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(s)[0]) {
		return "'" + s
	}
	return s
}
