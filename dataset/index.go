package dataset

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/parquet-go/parquet-go"
)

// index is what a folder holds, as far as adding to it needs to know.
type index struct {
	years   map[int]map[string]*known // documents by year and id
	sources map[string][]located      // by source
	files   map[string][]located      // by Origin.File
}

// known is a document that a folder holds.
type known struct {
	documentKey
	origin Origin // zero where it is not known
}

type located struct {
	id   string
	year int
}

// documentKey is a documents row without its text.
type documentKey struct {
	DocID      string   `parquet:"doc_id"`
	Source     string   `parquet:"source"`
	SHA256     string   `parquet:"sha256"`
	Format     string   `parquet:"format,optional,dict"`
	Encoding   string   `parquet:"encoding,optional,dict"`
	Chars      int32    `parquet:"chars"`
	Region     string   `parquet:"region,optional,dict"`
	ReportYear int32    `parquet:"report_year,optional"`
	Kind       string   `parquet:"kind,optional,dict"`
	Facts      int32    `parquet:"facts"`
	Warnings   []string `parquet:"warnings,list"`
}

// row is the row as far as it is known.
func (k documentKey) row() DocumentRow {
	return DocumentRow{
		DocID: k.DocID, Source: k.Source, SHA256: k.SHA256, Format: k.Format, Encoding: k.Encoding, Chars: k.Chars,
		Region: k.Region, ReportYear: k.ReportYear, Kind: k.Kind, Facts: k.Facts, Warnings: k.Warnings,
	}
}

func readIndex(dir string) (*index, error) {
	ix := &index{years: map[int]map[string]*known{}, sources: map[string][]located{}, files: map[string][]located{}}
	generations := map[int]string{} // of the facts
	for _, table := range []string{FactsDir, TokensDir, DocumentsDir} {
		years, err := Years(dir, table)
		if err != nil {
			return nil, err
		}
		for _, year := range years {
			path := YearFile(dir, table, year)
			f, err := readFooter(path)
			if err != nil {
				return nil, err
			}
			switch table {
			case FactsDir:
				generations[year] = f.generation
			case DocumentsDir:
				// A pair that does not belong together is read again.
				if f.generation != generations[year] {
					f.state = nil
				}
				if err := ix.add(path, year, f.state); err != nil {
					return nil, err
				}
			}
		}
	}
	return ix, nil
}

// add reads what a documents file holds.
func (ix *index) add(path string, year int, state map[string]Origin) error {
	ix.years[year] = map[string]*known{}
	again := map[string]string{}
	once := func(s *string) { // many documents, few kinds
		if _, ok := again[*s]; !ok {
			again[*s] = *s
		}
		*s = again[*s]
	}
	for row, err := range rowsOf[documentKey](path) {
		if err != nil {
			return moveAway(err)
		}
		o := state[row.DocID]
		for _, s := range []*string{&row.Format, &row.Encoding, &row.Region, &row.Kind, &o.Rules} {
			once(s)
		}
		if o.File == row.Source {
			o.File = row.Source
		}
		ix.years[year][row.DocID] = &known{row, o}
		at := located{row.DocID, year}
		ix.sources[row.Source] = append(ix.sources[row.Source], at)
		if o.File != "" {
			ix.files[o.File] = append(ix.files[o.File], at)
		}
	}
	return nil
}

// footer is what a file's footer tells.
type footer struct {
	generation string
	state      map[string]Origin // documents only
}

// readFooter refuses a file that this version of the program has not written.
func readFooter(path string) (footer, error) {
	f, err := os.Open(path)
	if err != nil {
		return footer{}, err
	}
	defer func() { _ = f.Close() }()
	p, err := openParquet(f, parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
	var other *VersionError
	switch {
	case errors.As(err, &other):
		return footer{}, fmt.Errorf("%w; choose another folder with -o, or remove this one's files and read all reports again", err)
	case errors.Is(err, errForeign):
		return footer{}, foreign(path)
	case err != nil:
		return footer{}, moveAway(fmt.Errorf("read %s: %w", path, err))
	}
	found := footer{}
	found.generation, _ = p.Lookup(keyGeneration)
	if text, ok := p.Lookup(keyState); ok {
		_ = json.Unmarshal([]byte(text), &found.state) // unreadable is unknown
	}
	return found, nil
}

func moveAway(err error) error {
	return fmt.Errorf("%w; move it away, then run the same command again", err)
}

// foreign refuses a file in the output folder that is not the program's own.
func foreign(path string) error {
	return fmt.Errorf("%s was not written by zhibiao and would be overwritten; move it away, or choose another folder with -o", path)
}

// checkForeign refuses what else would be overwritten.
func checkForeign(dir string) error {
	for _, table := range tables {
		path := dir + string(os.PathSeparator) + table
		if info, err := os.Stat(path); err == nil && !info.IsDir() {
			return foreign(path)
		} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	for _, err := range EachFile(dir) {
		return err // of the first line: the rest is for who reads it
	}
	return nil
}

// unchanged returns the documents made from a file of these bytes under these
// rules, ok if they are all there, each in one place.
func (ix *index) unchanged(file, hash, rules string) (docs []located, ok bool) {
	docs = ix.files[file]
	for _, at := range docs {
		d := ix.years[at.year][at.id]
		if d.origin.Hash != hash || d.origin.Rules != rules || d.origin.Parts != len(docs) {
			return nil, false
		}
		for year, ids := range ix.years {
			if _, twice := ids[at.id]; twice && year != at.year {
				return nil, false
			}
		}
	}
	return docs, len(docs) > 0
}
