package dataset

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/parquet-go/parquet-go/encoding/thrift"
	"github.com/parquet-go/parquet-go/format"
)

// parquetMark is how a Parquet file begins, and how it ends, behind its footer
// and the footer's length.
const parquetMark = "PAR1"

var errNoFooter = errors.New("what was written has no footer")

// trimTail takes the end of a Parquet file, from behind its last row group, and
// leaves out what readers can do without: where each page of a column lies and
// what is least in it, how often a column is encoded in which way, how many
// bytes it would be elsewhere. Of a year with few reports that is an eighth of
// all bytes that are not text.
func trimTail(tail []byte) ([]byte, error) {
	end := len(tail) - len(parquetMark) - 4
	if end < 0 {
		return nil, errNoFooter
	}
	start := end - int(binary.LittleEndian.Uint32(tail[end:]))
	if start < 0 {
		return nil, errNoFooter
	}
	protocol := new(thrift.CompactProtocol)
	var meta format.FileMetaData
	if err := thrift.Unmarshal(protocol, tail[start:end], &meta); err != nil {
		return nil, fmt.Errorf("read the footer again: %w", err)
	}
	for _, group := range meta.RowGroups {
		for i := range group.Columns {
			c := &group.Columns[i]
			c.ColumnIndexOffset, c.ColumnIndexLength, c.OffsetIndexOffset, c.OffsetIndexLength = 0, 0, 0, 0
			c.MetaData.EncodingStats, c.MetaData.SizeStatistics = nil, format.SizeStatistics{}
		}
	}
	b, err := thrift.Marshal(protocol, meta)
	if err != nil {
		return nil, fmt.Errorf("write the footer: %w", err)
	}
	b = binary.LittleEndian.AppendUint32(b, uint32(len(b)))
	return append(b, parquetMark...), nil
}

// tail passes on what is written, and once it holds back, keeps it.
type tail struct {
	out    io.Writer
	passed int
	held   []byte // nil while all is passed on
}

func (t *tail) Write(b []byte) (int, error) {
	if t.held == nil {
		n, err := t.out.Write(b)
		t.passed += n
		return n, err
	}
	t.held = append(t.held, b...)
	return len(b), nil
}

// trim passes on what was held back, trimmed: with the mark that a file begins
// with, where it has no rows.
func (t *tail) trim() error {
	b, err := trimTail(t.held)
	if t.passed == 0 {
		b = append([]byte(parquetMark), b...)
	}
	if err == nil {
		_, err = t.out.Write(b)
	}
	return err
}
