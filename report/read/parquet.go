package read

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"

	"zhibiao/report"
)

// readParquet reads a Parquet table, one report a row. Only the columns that
// are used are unpacked.
func readParquet(ctx context.Context, f *file, out emit) {
	const remedy = "write it again, or export it as CSV or JSONL"
	if !parquetFooter(f) {
		out(report.Raw{}, f.fail("open", "a damaged Parquet file: its end is missing", remedy))
		return
	}
	pf, err := parquet.OpenFile(f.r, f.size, parquet.SkipBloomFilters(true), parquet.SkipPageIndex(true), parquet.ReadBufferSize(64<<10))
	if err != nil {
		out(report.Raw{}, f.fail("open", "a damaged Parquet file: "+plain(err), remedy))
		return
	}
	if reason := parquetClaims(pf.Metadata(), f.size); reason != "" {
		out(report.Raw{}, f.fail("open", reason, remedy))
		return
	}
	var names []string
	var leaves []int
	for _, c := range pf.Root().Columns() {
		if !c.Leaf() {
			continue // nested: no column of ours
		}
		names, leaves = append(names, c.Name()), append(leaves, c.Index())
	}
	cols := columnsOf(names, f.opt.TextColumn)
	if cols.text < 0 {
		out(report.Raw{}, f.noTextColumn(names))
		return
	}
	used := []int{cols.text}
	for _, i := range append([]int{cols.title, cols.date, cols.year, cols.kind}, cols.region...) {
		if i >= 0 {
			used = append(used, i)
		}
	}
	row := 0
	for _, g := range pf.RowGroups() {
		n := int(g.NumRows())
		var readers []*columnReader
		for _, i := range used {
			readers = append(readers, newColumnReader(g.ColumnChunks()[leaves[i]], i))
		}
		ok := func() bool {
			defer func() {
				for _, r := range readers {
					r.close()
				}
			}()
			for range n {
				row++
				if ctx.Err() != nil {
					out(report.Raw{}, f.fail("read", "stopped: "+ctx.Err().Error(), "run the same command again"))
					return false
				}
				cells := map[int]string{}
				for _, r := range readers {
					v, err := r.next()
					if err != nil {
						out(report.Raw{}, f.fail("read", fmt.Sprintf("damaged behind row %d: %s", row-1, plain(err)), remedy))
						return false
					}
					cells[r.column] = v
				}
				r, fail := f.rowRaw(kindParquet, row, cols, func(i int) string { return cells[i] })
				var err error
				if fail != nil {
					err = fail
				}
				if !out(r, err) {
					return false
				}
			}
			return true
		}()
		if !ok {
			return
		}
	}
	if row == 0 {
		out(report.Raw{}, f.fail("read", "the table has no rows", "check the export"))
	}
}

// parquetFooter checks the length that a file tells of its footer, which the
// library believes and allocates.
func parquetFooter(f *file) bool {
	var b [8]byte
	if f.size < 12 {
		return false
	}
	if n, _ := f.r.ReadAt(b[:], f.size-8); n < 8 {
		return false
	}
	n := int64(binary.LittleEndian.Uint32(b[:4]))
	return string(b[4:]) == "PAR1" && n <= f.size-12 && n <= f.opt.Limits.Document
}

// parquetClaims refuses what the file itself says it unpacks to, and LZ4,
// for which the library takes ever more memory when a block is damaged.
func parquetClaims(m *format.FileMetaData, size int64) string {
	for _, g := range m.RowGroups {
		for _, c := range g.Columns {
			switch c.MetaData.Codec {
			case format.Uncompressed, format.Snappy, format.Gzip, format.Brotli, format.Zstd:
			default:
				return "is compressed with " + c.MetaData.Codec.String() + ", which is not read"
			}
			if n := c.MetaData.TotalUncompressedSize; n < 0 || n > ratioFree && n/maxRatio > size {
				return "unpacks to too much: an archive bomb"
			}
		}
	}
	return ""
}

// columnReader reads the values of one column of a row group, page by page.
type columnReader struct {
	column int
	pages  parquet.Pages
	page   parquet.Page
	values parquet.ValueReader
	buf    [64]parquet.Value
	at, n  int
}

func newColumnReader(c parquet.ColumnChunk, column int) *columnReader {
	return &columnReader{column: column, pages: c.Pages()}
}

func (r *columnReader) next() (string, error) {
	for r.at >= r.n {
		if r.values == nil {
			p, err := r.pages.ReadPage()
			if err != nil {
				if errors.Is(err, io.EOF) {
					err = io.ErrUnexpectedEOF
				}
				return "", err
			}
			r.page, r.values = p, p.Values()
		}
		n, err := r.values.ReadValues(r.buf[:])
		r.at, r.n = 0, n
		if err != nil {
			r.values = nil
			if n > 0 { // the strings point into the page: keep it until they are read
				for i := range r.buf[:n] {
					r.buf[i] = r.buf[i].Clone()
				}
			}
			parquet.Release(r.page)
			r.page = nil
			if !errors.Is(err, io.EOF) {
				return "", err
			}
		}
	}
	v := r.buf[r.at]
	r.at++
	if v.IsNull() {
		return "", nil
	}
	if v.Kind() == parquet.ByteArray || v.Kind() == parquet.FixedLenByteArray {
		return string(v.ByteArray()), nil
	}
	return v.String(), nil
}

func (r *columnReader) close() {
	if r.page != nil {
		parquet.Release(r.page)
	}
	_ = r.pages.Close()
}
