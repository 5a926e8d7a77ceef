// Package dataset holds the tables: their rows, how a document's facts become
// rows, and a folder of Parquet files with one file a report year that is
// only ever changed by whole files.
//
// In: report.Document and extract.Result. Out: facts/YEAR.parquet,
// documents/YEAR.parquet, tokens/YEAR.parquet, and the same rows read back.
package dataset

// SchemaVersion is written to each file's metadata as zhibiao.schema. It
// changes when a column's name, type or meaning does.
const SchemaVersion = "2"

// Keys of the files' metadata.
const (
	keyVersion    = "zhibiao.version"
	keySchema     = "zhibiao.schema"
	keyLexicon    = "zhibiao.lexicon"
	keyState      = "zhibiao.state"      // documents only: what each document was made from
	keyGeneration = "zhibiao.generation" // the same in the files of a year that belong together
)
