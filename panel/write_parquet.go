package panel

import (
	"errors"
	"io"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"

	"zhibiao/dataset"
)

// writeParquet writes one file with the same metadata as the other tables.
func writeParquet(w io.Writer, rows []Row, meta dataset.Meta) error {
	p := parquet.NewGenericWriter[Row](w,
		parquet.Compression(&zstd.Codec{Level: zstd.SpeedFastest, Concurrency: 1}),
		parquet.CreatedBy("zhibiao", meta.Version, ""),
		parquet.DataPageStatistics(true),
		parquet.KeyValueMetadata("zhibiao.version", meta.Version),
		parquet.KeyValueMetadata("zhibiao.schema", dataset.SchemaVersion),
		parquet.KeyValueMetadata(keyLexicon, meta.Lexicon),
	)
	_, err := p.Write(rows)
	return errors.Join(err, p.Close())
}
