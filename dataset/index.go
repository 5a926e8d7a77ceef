package dataset

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/parquet-go/parquet-go"
)

// index is what a folder holds, as far as adding to it needs to know. A folder
// may hold very many documents: one list in three orders is half the size of
// three maps.
type index struct {
	docs []known // by year and id

	byID, bySource, byFile []int32 // places in docs; the last without those of unknown files
}

// known is a document that a folder holds, in little room.
type known struct {
	id, source, file string // file is that of its origin, "" where it is not known
	text, hash       Digest // of its text and of its file
	*shared
	warnings            []string
	chars, facts, parts int32
}

// shared is what many documents have in common.
type shared struct {
	rules, format, encoding, region, kind string
	year                                  int // of the file that it lies in
	reportYear                            int32
}

func (k *known) origin() Origin {
	return Origin{File: k.file, Hash: k.hash, Rules: k.rules, Parts: int(k.parts)}
}

// row is the documents row as far as it is known.
func (k *known) row() DocumentRow {
	return DocumentRow{
		DocID: k.id, Source: k.source, Format: k.format, Encoding: k.encoding, Chars: k.chars,
		Region: k.region, ReportYear: k.reportYear, Kind: k.kind, Facts: k.facts, Warnings: k.warnings,
	}
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

func readIndex(dir string) (*index, error) {
	ix := &index{}
	again := map[shared]*shared{}
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
					f.state = yearState{}
				}
				if err := ix.add(path, year, f.state, again); err != nil {
					return nil, err
				}
			}
		}
	}
	ix.order()
	return ix, nil
}

// add reads what a documents file holds.
func (ix *index) add(path string, year int, state yearState, again map[shared]*shared) error {
	row := 0
	for d, err := range rowsOf[documentKey](path) {
		if err != nil {
			return moveAway(err)
		}
		o := state.origin(row, d.Source)
		row++
		s := shared{o.Rules, d.Format, d.Encoding, d.Region, d.Kind, year, d.ReportYear}
		if again[s] == nil {
			again[s] = &s
		}
		ix.docs = append(ix.docs, known{
			id: d.DocID, source: d.Source, file: o.File, text: digestOfHex(d.SHA256), hash: o.Hash, shared: again[s],
			warnings: d.Warnings, chars: d.Chars, facts: d.Facts, parts: int32(o.Parts),
		})
	}
	return nil
}

// order puts what was read in order.
func (ix *index) order() {
	slices.SortFunc(ix.docs, func(a, b known) int { return cmp.Or(cmp.Compare(a.year, b.year), strings.Compare(a.id, b.id)) })
	ix.byID = make([]int32, len(ix.docs))
	for i := range ix.byID {
		ix.byID[i] = int32(i)
	}
	sorted := func(places []int32, key func(*known) string) []int32 {
		slices.SortFunc(places, func(a, b int32) int {
			return cmp.Or(strings.Compare(key(&ix.docs[a]), key(&ix.docs[b])), cmp.Compare(a, b))
		})
		return places
	}
	ix.bySource = sorted(slices.Clone(ix.byID), sourceOf)
	ix.byID = sorted(ix.byID, idOf)
	ix.byFile = slices.DeleteFunc(slices.Clone(ix.bySource), func(i int32) bool { return ix.docs[i].file == "" })
	ix.byFile = sorted(ix.byFile, fileOf)
}

func idOf(k *known) string     { return k.id }
func sourceOf(k *known) string { return k.source }
func fileOf(k *known) string   { return k.file }

// with are the documents whose key is want; places are in the order of the keys.
func (ix *index) with(places []int32, key func(*known) string, want string) []int32 {
	from, _ := slices.BinarySearchFunc(places, want, func(i int32, want string) int { return strings.Compare(key(&ix.docs[i]), want) })
	to := from
	for to < len(places) && key(&ix.docs[places[to]]) == want {
		to++
	}
	return places[from:to]
}

// year are the documents of a year's file.
func (ix *index) year(year int) []known {
	start := func(year int) int {
		i, _ := slices.BinarySearchFunc(ix.docs, year, func(k known, year int) int { return cmp.Compare(k.year, year) })
		return i
	}
	return ix.docs[start(year):start(year+1)]
}

// find is a document of a year, nil where it is not there.
func (ix *index) find(year int, id string) *known {
	for _, i := range ix.with(ix.byID, idOf, id) {
		if ix.docs[i].year == year {
			return &ix.docs[i]
		}
	}
	return nil
}

// footer is what a file's footer tells.
type footer struct {
	generation string
	state      yearState // documents only
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
		if json.Unmarshal([]byte(text), &found.state) != nil {
			found.state = yearState{} // unreadable is unknown
		}
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

// unchanged tells whether the documents made from a file of these bytes under
// these rules are all there, each in one place.
func (ix *index) unchanged(file string, hash Digest, rules string) bool {
	docs := ix.with(ix.byFile, fileOf, file)
	for _, i := range docs {
		k := &ix.docs[i]
		same := k.hash == hash && k.rules == rules && int(k.parts) == len(docs)
		if !same || len(ix.with(ix.byID, idOf, k.id)) != 1 {
			return false
		}
	}
	return len(docs) > 0
}
