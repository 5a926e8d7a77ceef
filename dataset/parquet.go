package dataset

import (
	"io"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"
)

// codec is shared by all files, so that its encoders' buffers are, too.
var codec = &zstd.Codec{Level: zstd.SpeedDefault, Concurrency: 1}

// Meta goes into the footer of every file.
type Meta struct {
	Version string // of zhibiao
	Lexicon string // hash of the tables
}

// newParquet writes what is flushed at once, so that w knows of it.
func newParquet[T any](w io.Writer, meta Meta) *parquet.GenericWriter[T] {
	return parquet.NewGenericWriter[T](w, append(WriterOptions(meta), parquet.WriteBufferSize(0))...)
}

// WriterOptions are those that every Parquet file is written with.
func WriterOptions(meta Meta) []parquet.WriterOption {
	options := []parquet.WriterOption{
		parquet.DataPageStatistics(false),
		parquet.Compression(codec),
		parquet.CreatedBy("zhibiao", meta.Version, ""),
		parquet.KeyValueMetadata(keyVersion, meta.Version),
		parquet.KeyValueMetadata(keySchema, SchemaVersion),
		parquet.KeyValueMetadata(keyLexicon, meta.Lexicon),
	}
	for _, column := range prose {
		options = append(options, parquet.SkipPageBounds(column))
	}
	return options
}

// prose are the columns of which nobody asks for a range: their least and
// greatest values, which would stand there in full, are left out.
var prose = []string{"text", "sentence", "quote", "subject", "section", "title", "source", "sha256", "rule"}

// atOnce is how many rows the library is given in one call. parquet-go v0.32.0
// writes nulls as zero values behind a run of values that follows as long a
// run of nulls, all in one call: null, value, null is the shortest. Two rows
// hold no such runs.
const atOnce = 2

func writeRows[T any](p *parquet.GenericWriter[T], rows []T) error {
	for len(rows) > 0 {
		n := min(len(rows), atOnce)
		if _, err := p.Write(rows[:n]); err != nil {
			return err
		}
		rows = rows[n:]
	}
	return nil
}
