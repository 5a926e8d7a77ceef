package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"zhibiao/report"
)

// delimiters of tables as text, tried in this order.
const delimiters = ",\t;|"

// splitHeader splits a table's first line by the delimiter that finds a text
// column, or else by the one that makes the most columns.
func splitHeader(line, textColumn string) (delim byte, cols []string) {
	delim = ','
	for i := range delimiters {
		s := csvScanner{delim: delimiters[i], limit: 1 << 20}
		s.buf, s.eof = []byte(line), true
		c, err := s.record()
		if err != nil {
			continue
		}
		if len(c) > 1 && columnsOf(c, textColumn).text >= 0 {
			return delimiters[i], c
		}
		if len(c) > len(cols) {
			delim, cols = delimiters[i], c
		}
	}
	return delim, cols
}

// readCSV reads a table as text, one report a row.
func readCSV(ctx context.Context, f *file, out emit) {
	head := make([]byte, min(f.size, headSize))
	n, err := f.r.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		out(report.Raw{}, f.fail("open", "cannot be read: "+plain(err), "check the disk"))
		return
	}
	enc, bom, ok := detect(head[:n])
	if !ok {
		out(report.Raw{}, f.notText())
		return
	}
	s := &csvScanner{r: f.textReader(enc, bom), limit: int(f.opt.Limits.Text)}
	s.fill(64 << 10)
	line, _, _ := bytes.Cut(bytes.TrimLeft(s.buf, "\r\n"), []byte("\n"))
	delim, _ := splitHeader(strings.TrimRight(string(line), "\r"), f.opt.TextColumn)
	s.delim = delim
	header, err := s.record()
	if err != nil {
		out(report.Raw{}, f.fail("read", "the table's header cannot be read: "+plain(err), "save it as CSV with the names of the columns in the first line"))
		return
	}
	cols := columnsOf(header, f.opt.TextColumn)
	if cols.text < 0 {
		out(report.Raw{}, f.noTextColumn(header))
		return
	}
	const remedy = "put the row's text in double quotes, quotes inside it doubled, or save the table as JSONL"
	for row, broken := 1, 0; ; row++ {
		if ctx.Err() != nil {
			out(report.Raw{}, f.fail("read", "stopped: "+ctx.Err().Error(), "run the same command again"))
			return
		}
		rec, err := s.record()
		switch {
		case errors.Is(err, io.EOF):
			if row == 1 {
				out(report.Raw{}, f.fail("read", "the table has no rows", "check the export"))
			}
			return
		case errors.Is(err, errOpenQuote):
			if broken++; broken > 100 {
				out(report.Raw{}, f.fail("read", "too many rows with an open quote: the rest is not read", remedy))
				return
			}
			if !out(report.Raw{}, f.rowError(row, "a quote is opened and never closed", remedy)) {
				return
			}
			continue
		case err != nil:
			out(report.Raw{}, f.fail("read", "cannot be read further: "+plain(err), "check the disk and the file's encoding"))
			return
		}
		if len(rec) != len(header) {
			if !out(report.Raw{}, f.rowError(row, fmt.Sprintf("the row has %d columns, the header %d", len(rec), len(header)), remedy)) {
				return
			}
			continue
		}
		r, fail := f.rowRaw(kindCSV, row, cols, func(i int) string { return rec[i] })
		r.Encoding = enc
		if fail != nil {
			err = fail
		}
		if !out(r, err) {
			return
		}
	}
}

var errOpenQuote = errors.New("a quote is opened and never closed")

// csvScanner splits records. Unlike encoding/csv it holds no more than limit
// bytes, and a quote that is never closed costs one line and not the rest of
// the file.
type csvScanner struct {
	r     io.Reader
	delim byte
	limit int
	buf   []byte // read and not yet used
	eof   bool
	err   error
}

// fill reads until n bytes are buffered or nothing more comes.
func (s *csvScanner) fill(n int) {
	for len(s.buf) < n && !s.eof {
		if cap(s.buf)-len(s.buf) < 4096 {
			s.buf = append(make([]byte, 0, max(64<<10, 2*len(s.buf))), s.buf...)
		}
		k, err := s.r.Read(s.buf[len(s.buf):cap(s.buf)])
		s.buf = s.buf[:len(s.buf)+k]
		if err != nil {
			s.eof = true
			if !errors.Is(err, io.EOF) {
				s.err = err
			}
		}
	}
}

// record reads the next record; empty lines are passed over.
func (s *csvScanner) record() ([]string, error) {
	for {
		s.fill(1)
		if len(s.buf) == 0 {
			if s.err != nil {
				return nil, s.err
			}
			return nil, io.EOF
		}
		if s.buf[0] != '\n' && s.buf[0] != '\r' {
			break
		}
		s.buf = s.buf[1:]
	}
	var rec []string
	var field []byte
	quoted, started := false, false
	for i := 0; ; i++ {
		if i+1 >= len(s.buf) {
			s.fill(i + 2)
		}
		if i >= len(s.buf) || i > s.limit {
			if quoted || i < len(s.buf) {
				// Give up this line only.
				end := bytes.IndexByte(s.buf, '\n')
				if end < 0 {
					end = len(s.buf) - 1
				}
				s.buf = s.buf[end+1:]
				return nil, errOpenQuote
			}
			s.buf = nil
			return append(rec, strings.TrimSuffix(string(field), "\r")), nil
		}
		c := s.buf[i]
		switch {
		case quoted && c == '"':
			next := byte('\n')
			if i+1 < len(s.buf) {
				next = s.buf[i+1]
			}
			switch next {
			case '"':
				field = append(field, '"')
				i++
			case s.delim, '\n', '\r':
				quoted = false
			default: // a quote inside the text that nobody doubled
				field = append(field, '"')
			}
		case quoted:
			field = append(field, c)
		case c == '"' && !started:
			quoted, started = true, true
		case c == s.delim:
			rec = append(rec, string(field))
			field, started = field[:0], false
		case c == '\n':
			s.buf = s.buf[i+1:]
			return append(rec, strings.TrimSuffix(string(field), "\r")), nil
		default:
			field, started = append(field, c), true
		}
	}
}
