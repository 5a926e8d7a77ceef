package dataset

import (
	"bytes"
	"errors"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// Rows of a row group, which bound the memory that writing takes. Each has
// dictionaries of its own.
const (
	factGroup     = 60_000
	documentGroup = 100
	tokenGroup    = 200_000
)

// Store is a folder of tables that a run adds documents to. Added documents
// wait on disk; Commit rewrites the files of the years that they touch and no
// others. Its methods are for one goroutine.
type Store struct {
	dir   string
	meta  Meta
	index *index
	lock  *os.File
	spill *spill
	disk  disk

	run     map[string]claim         // ids of this run
	pending map[int]map[string]added // by year and id
	gone    map[int]map[string]bool  // documents that moved to another year or id
}

// claim is who holds an id in this run.
type claim struct {
	source string
	text   Digest
	chars  int32
}

// fuller tells which of two different texts with one id is kept: the longer
// one, whatever their order.
func (c claim) fuller(o claim) bool {
	if c.chars != o.chars {
		return c.chars > o.chars
	}
	return bytes.Compare(c.text[:], o.text[:]) < 0
}

// added is where the rows of a document lie: its own, its facts, its tokens, one
// behind the other.
type added struct {
	offset                  int64
	document, facts, tokens int32 // bytes
	origin                  *Origin
}

func (a added) documentPlace() place { return place{a.offset, a.document} }
func (a added) factsPlace() place    { return place{a.offset + int64(a.document), a.facts} }
func (a added) tokensPlace() place {
	return place{a.offset + int64(a.document) + int64(a.facts), a.tokens}
}

// OpenStore opens or makes a folder for adding, ends what a killed run had
// begun to put in place and clears away the rest. Two runs cannot hold one
// folder, and one that holds files of others, or of another version of the
// tables, where a run would write is refused.
func OpenStore(dir string, meta Meta) (*Store, error) { return openStore(dir, meta, disk{}) }

func openStore(dir string, meta Meta, d disk) (*Store, error) {
	if err := d.mkdir(dir); err != nil {
		return nil, err
	}
	lock, err := lockDir(dir)
	if err != nil {
		return nil, err
	}
	s := &Store{
		dir: dir, meta: meta, lock: lock, disk: d,
		run: map[string]claim{}, pending: map[int]map[string]added{}, gone: map[int]map[string]bool{},
	}
	if err := s.open(); err != nil {
		return nil, errors.Join(err, lock.Close())
	}
	return s, nil
}

func (s *Store) open() (err error) {
	if err := recoverJournal(s.disk, s.dir); err != nil {
		return err
	}
	for _, table := range append([]string{""}, tables...) {
		left, _ := filepath.Glob(filepath.Join(escapeGlob(s.dir), table, tempPrefix+"*"))
		for _, path := range left {
			_ = s.disk.remove(path)
		}
	}
	if err := checkForeign(s.dir); err != nil {
		return err
	}
	if s.index, err = readIndex(s.dir); err != nil {
		return err
	}
	s.spill, err = newSpill(s.dir)
	return err
}

func escapeGlob(s string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(s)
}

// Close drops what was not committed.
func (s *Store) Close() error { return errors.Join(s.spill.close(), s.lock.Close()) }

// Known are the documents that the folder held when it was opened, without
// their texts.
func (s *Store) Known() iter.Seq[DocumentRow] {
	return func(yield func(DocumentRow) bool) {
		for i := range s.index.docs {
			if !yield(s.index.docs[i].row()) {
				return
			}
		}
	}
}

// Unchanged reports whether the folder holds all that a file of these bytes
// gives under these rules. It may be asked from any goroutine.
func (s *Store) Unchanged(file string, hash Digest, rules string) bool {
	return s.index.unchanged(validPath(file), hash, rules)
}

// Keep makes the documents of an unchanged file part of this run. It returns
// them without their texts, and where one has the id of another document of
// this run, what came of that.
func (s *Store) Keep(file string) (docs []DocumentRow, clashes []Clash) {
	for _, i := range s.index.with(s.index.byFile, fileOf, validPath(file)) {
		d := &s.index.docs[i]
		docs = append(docs, d.row())
		clash := s.claim(d.id, claim{d.source, d.text, d.chars})
		if clash == nil {
			continue
		}
		clashes = append(clashes, *clash)
		if clash.Kept == d.source { // what this run had added gives way
			delete(s.pending[d.year], d.id)
			if len(s.pending[d.year]) == 0 {
				delete(s.pending, d.year)
			}
		}
	}
	return docs, clashes
}

// Clash says that two inputs of a run gave documents with one id. The same
// text twice is a copy; of two texts the fuller one is kept.
type Clash struct {
	ID            string
	Kept, Dropped string // sources
	Same          bool   // their texts are the same
}

// claim gives a document its id, unless another one keeps it.
func (s *Store) claim(id string, c claim) *Clash {
	first, taken := s.run[id]
	switch {
	case !taken:
		s.run[id] = c
		return nil
	case first.text == c.text:
		return &Clash{id, first.source, c.source, true}
	case first.fuller(c):
		return &Clash{id, first.source, c.source, false}
	}
	s.run[id] = c
	return &Clash{id, c.source, first.source, false}
}

// Add takes a document in. One of an earlier run with the same id is replaced;
// where this run has one already, the clash says which of them is kept.
//
// o may be shared by the documents of a file, and its Parts set until Commit.
func (s *Store) Add(e Entry, o *Origin) (*Clash, error) {
	clash := s.claim(e.ID, claim{e.Source, digestOfHex(e.SHA256), e.Chars})
	if clash != nil && (clash.Same || clash.Kept != e.Source) {
		return clash, nil
	}
	o.File = validPath(o.File)
	offset, err := s.spill.put(e.document, e.facts, e.tokens)
	if err != nil {
		return nil, err
	}
	put(s.pending, e.Year, e.ID, added{offset, int32(len(e.document)), int32(len(e.facts)), int32(len(e.tokens)), o})
	for _, i := range s.index.with(s.index.byID, idOf, e.ID) {
		if year := s.index.docs[i].year; year != e.Year {
			put(s.gone, year, e.ID, true)
		}
	}
	// The same file read with other metadata: it has another id now.
	text := digestOfHex(e.SHA256)
	for _, i := range s.index.with(s.index.bySource, sourceOf, e.Source) {
		if d := &s.index.docs[i]; d.id != e.ID && d.text == text {
			put(s.gone, d.year, d.id, true)
		}
	}
	return clash, nil
}

func put[K1, K2 comparable, V any](m map[K1]map[K2]V, k1 K1, k2 K2, v V) {
	if m[k1] == nil {
		m[k1] = map[K2]V{}
	}
	m[k1][k2] = v
}
