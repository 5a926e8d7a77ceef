package dataset

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/parquet-go/parquet-go"
)

// index is what a folder holds, as far as adding to it needs to know.
type index struct {
	years   map[int]map[string]known // documents by year and id
	sources map[string][]located     // by source
	files   map[string][]located     // by Origin.File
}

// known is a document that a folder holds.
type known struct {
	Source, SHA256 string
	origin         Origin // zero where it is not known
}

type located struct {
	id   string
	year int
}

// documentKey is the part of a documents row that the index needs.
type documentKey struct {
	DocID  string `parquet:"doc_id"`
	Source string `parquet:"source"`
	SHA256 string `parquet:"sha256"`
}

func readIndex(dir string) (*index, error) {
	ix := &index{years: map[int]map[string]known{}, sources: map[string][]located{}, files: map[string][]located{}}
	years, err := Years(dir, DocumentsDir)
	if err != nil {
		return nil, err
	}
	for _, year := range years {
		path := YearFile(dir, DocumentsDir, year)
		state, err := readState(path)
		if err != nil {
			return nil, fmt.Errorf("%w; move it away, then run the same command again", err)
		}
		if _, err := os.Stat(YearFile(dir, FactsDir, year)); err != nil {
			state = nil // the facts are gone: make them again
		}
		ix.years[year] = map[string]known{}
		for row, err := range rowsOf[documentKey](path) {
			if err != nil {
				return nil, fmt.Errorf("%w; move it away, then run the same command again", err)
			}
			o := state[row.DocID]
			ix.years[year][row.DocID] = known{row.Source, row.SHA256, o}
			at := located{row.DocID, year}
			ix.sources[row.Source] = append(ix.sources[row.Source], at)
			if o.File != "" {
				ix.files[o.File] = append(ix.files[o.File], at)
			}
		}
	}
	return ix, nil
}

// readState reads what the documents of a file were made from.
func readState(path string) (map[string]Origin, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	p, err := parquet.OpenFile(f, info.Size(), parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	var state map[string]Origin
	if text, ok := p.Lookup(keyState); ok {
		_ = json.Unmarshal([]byte(text), &state) // unreadable is unknown
	}
	return state, nil
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
