package dataset

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// Rows of a row group, which bound the memory that writing takes.
const (
	factGroup     = 20_000
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

	run     map[string]claim         // ids of this run
	pending map[int]map[string]added // by year and id
	gone    map[int]map[string]bool  // documents that moved to another year or id
}

// claim is who came first with an id in this run.
type claim struct{ source, sha256 string }

type added struct {
	document, facts, tokens place
	tokenized               bool
	origin                  *Origin
}

// OpenStore opens or makes a folder for adding, and clears away what a killed
// run left. Two runs cannot hold one folder.
func OpenStore(dir string, meta Meta) (*Store, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	lock, err := lockDir(dir)
	if err != nil {
		return nil, err
	}
	s := &Store{
		dir: dir, meta: meta, lock: lock,
		run: map[string]claim{}, pending: map[int]map[string]added{}, gone: map[int]map[string]bool{},
	}
	for _, table := range []string{"", FactsDir, DocumentsDir, TokensDir} {
		left, _ := filepath.Glob(filepath.Join(escapeGlob(dir), table, tempPrefix+"*"))
		for _, path := range left {
			_ = os.Remove(path)
		}
	}
	if s.index, err = readIndex(dir); err == nil {
		s.spill, err = newSpill(dir)
	}
	if err != nil {
		return nil, errors.Join(err, lock.Close())
	}
	return s, nil
}

func escapeGlob(s string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(s)
}

// Close drops what was not committed.
func (s *Store) Close() error { return errors.Join(s.spill.close(), s.lock.Close()) }

// Unchanged reports whether the folder holds all that a file of these bytes
// gives under these rules. It may be asked from any goroutine.
func (s *Store) Unchanged(file, hash, rules string) bool {
	_, ok := s.index.unchanged(validPath(file), hash, rules)
	return ok
}

// Keep makes the documents of an unchanged file part of this run, and returns
// their number. Those whose id another text took before them are in the error,
// which joins a *DuplicateError for each.
func (s *Store) Keep(file string) (int, error) {
	docs := s.index.files[validPath(file)]
	var errs []error
	for _, at := range docs {
		d := s.index.years[at.year][at.id]
		if err := s.claim(at.id, d.Source, d.SHA256); err != nil {
			errs = append(errs, err)
		}
	}
	return len(docs) - len(errs), errors.Join(errs...)
}

func (s *Store) claim(id, source, sha256 string) error {
	if first, ok := s.run[id]; ok {
		return &DuplicateError{id, source, first.source, first.sha256 == sha256}
	}
	s.run[id] = claim{source, sha256}
	return nil
}

// DuplicateError says that a run already has a document with an id.
type DuplicateError struct {
	ID, Source, First string // First is the source that came first
	Same              bool   // the texts are the same, too
}

func (e *DuplicateError) Error() string {
	if e.Same {
		return fmt.Sprintf("the same text as %s", e.First)
	}
	return fmt.Sprintf("another text than %s, but with the same id %s", e.First, e.ID)
}

// Add takes a document in. The second document with one id in a run is
// refused with a *DuplicateError; one of an earlier run is replaced.
//
// o may be shared by the documents of a file, and its Parts set until Commit.
func (s *Store) Add(e Entry, o *Origin) error {
	if err := s.claim(e.ID, e.Source, e.SHA256); err != nil {
		return err
	}
	o.File = validPath(o.File)
	a := added{origin: o, tokenized: e.tokens != nil}
	var errs [3]error
	a.document, errs[0] = s.spill.put(e.document)
	a.facts, errs[1] = s.spill.put(e.facts)
	a.tokens, errs[2] = s.spill.put(e.tokens)
	if err := errors.Join(errs[:]...); err != nil {
		return err
	}
	put(s.pending, e.Year, e.ID, a)
	for year, docs := range s.index.years {
		if _, ok := docs[e.ID]; ok && year != e.Year {
			put(s.gone, year, e.ID, true)
		}
	}
	// The same file read with other metadata: it has another id now.
	for _, at := range s.index.sources[e.Source] {
		if at.id != e.ID && s.index.years[at.year][at.id].SHA256 == e.SHA256 {
			put(s.gone, at.year, at.id, true)
		}
	}
	return nil
}

func put[K1, K2 comparable, V any](m map[K1]map[K2]V, k1 K1, k2 K2, v V) {
	if m[k1] == nil {
		m[k1] = map[K2]V{}
	}
	m[k1][k2] = v
}

// Commit writes every file that the added documents touch. Each file is
// replaced whole; where a document moves, the year that loses it comes first,
// so that a run that is killed in between makes the same command read it
// again. It returns the years that it wrote.
func (s *Store) Commit(ctx context.Context) ([]int, error) {
	touched := map[int]bool{}
	for y := range s.pending {
		touched[y] = true
	}
	for y := range s.gone {
		touched[y] = true
	}
	years := slices.SortedFunc(maps.Keys(touched), func(a, b int) int {
		if d := len(s.gone[b]) - len(s.gone[a]); d != 0 {
			return d
		}
		return a - b
	})
	// Years that lose documents go first and alone; small ones go side by side,
	// so that one's syncing does not hold up the next.
	for i := 0; i < len(years); {
		n := 1
		for n < sideBySide && i+n < len(years) && s.small(years[i]) && s.small(years[i+n]) {
			n++
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		errs := make([]error, n)
		var wg sync.WaitGroup
		for k, year := range years[i : i+n] {
			wg.Go(func() { errs[k] = s.writeYear(year) })
		}
		wg.Wait()
		if err := errors.Join(errs...); err != nil {
			return nil, err
		}
		i += n
	}
	slices.Sort(years)
	return years, nil
}

// sideBySide years are written at once; smallYear is how many documents a
// year may have to be one of them, for the memory that their tables take.
const (
	sideBySide = 6
	smallYear  = 64
)

// small tells whether a year's files may be written beside others.
func (s *Store) small(year int) bool {
	return len(s.gone[year]) == 0 && len(s.pending[year])+len(s.index.years[year]) <= smallYear
}

// writeYear writes a year's files, the documents last: their metadata says
// that the rest is done.
func (s *Store) writeYear(year int) error {
	state := s.state(year)
	path := func(table string) string { return YearFile(s.dir, table, year) }
	if len(state) == 0 {
		for _, table := range []string{DocumentsDir, TokensDir, FactsDir} {
			if err := os.Remove(path(table)); err != nil && !errors.Is(err, os.ErrNotExist) {
				return err
			}
		}
		return nil
	}
	text, err := json.Marshal(state)
	if err != nil {
		return err
	}
	facts := table[FactRow]{
		path: path(FactsDir), group: factGroup,
		id:  func(r FactRow) string { return r.DocID },
		new: func(a added) (place, bool) { return a.facts, true },
	}
	documents := table[DocumentRow]{
		path: path(DocumentsDir), group: documentGroup, state: string(text),
		id:  func(r DocumentRow) string { return r.DocID },
		new: func(a added) (place, bool) { return a.document, true },
	}
	tokens := table[TokenRow]{
		path: path(TokensDir), group: tokenGroup,
		id:  func(r TokenRow) string { return r.DocID },
		new: func(a added) (place, bool) { return a.tokens, a.tokenized },
	}
	// The tables are made side by side and take their names one after another.
	makers := []func() (finisher, error){
		func() (finisher, error) { return makeTable(s, year, facts) },
		func() (finisher, error) { return makeTable(s, year, documents) },
	}
	if s.wantTokens(year) || exists(tokens.path) {
		makers = slices.Insert(makers, 1, func() (finisher, error) { return makeTable(s, year, tokens) })
	}
	made := make([]finisher, len(makers))
	errs := make([]error, len(makers))
	var wg sync.WaitGroup
	for i, do := range makers {
		wg.Go(func() { made[i], errs[i] = do() })
	}
	wg.Wait()
	err = errors.Join(errs...)
	for _, f := range made {
		switch {
		case f == nil:
		case err != nil:
			f.abort()
		default:
			err = f.commit()
		}
	}
	return err
}

// finisher is a file that is written but has no name yet.
type finisher interface {
	commit() error
	abort()
}

// state is what the year's documents will have been made from.
func (s *Store) state(year int) map[string]Origin {
	state := map[string]Origin{}
	for id, d := range s.index.years[year] {
		if !s.gone[year][id] {
			state[id] = d.origin
		}
	}
	for id, a := range s.pending[year] {
		state[id] = *a.origin
	}
	return state
}

func (s *Store) wantTokens(year int) bool {
	for _, a := range s.pending[year] {
		if a.tokenized {
			return true
		}
	}
	return false
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// table is what writeTable needs to know of one.
type table[T any] struct {
	path  string
	group int
	state string // for the metadata, if not empty
	id    func(T) string
	new   func(added) (place, bool)
}

// makeTable merges what a year's file holds with what was added to it, both
// in the order of their ids.
func makeTable[T any](s *Store, year int, t table[T]) (finisher, error) {
	w, err := create[T](t.path, t.group, s.meta)
	if err != nil {
		return nil, err
	}
	if t.state != "" {
		w.parquet.SetKeyValueMetadata(keyState, t.state)
	}
	if err := merge(s, year, t, w); err != nil {
		w.abort()
		return nil, err
	}
	return w, nil
}

func merge[T any](s *Store, year int, t table[T], w *writer[T]) error {
	next, stop := iter.Pull2(kept(s, year, t))
	defer stop()
	old, oldErr, more := next()
	for _, id := range slices.Sorted(maps.Keys(s.pending[year])) {
		for ; more && oldErr == nil && t.id(old[0]) < id; old, oldErr, more = next() {
			if err := w.write(old); err != nil {
				return err
			}
		}
		if p, ok := t.new(s.pending[year][id]); ok {
			block, err := s.spill.get(p)
			if err != nil {
				return err
			}
			if err := w.write(decodeRows[T](block)); err != nil {
				return err
			}
		}
	}
	for ; more && oldErr == nil; old, oldErr, more = next() {
		if err := w.write(old); err != nil {
			return err
		}
	}
	if oldErr != nil {
		return oldErr
	}
	return w.close()
}

// kept are the rows of a year's file that stay, in groups that share a
// document. A document may come in several groups: one with a hundred thousand
// facts is never in memory whole.
func kept[T any](s *Store, year int, t table[T]) iter.Seq2[[]T, error] {
	return func(yield func([]T, error) bool) {
		if !exists(t.path) {
			return
		}
		for rows, err := range inGroups(rowsOf[T](t.path), t.id, readBatch) {
			if err != nil {
				yield(nil, err)
				return
			}
			id := t.id(rows[0])
			_, replaced := s.pending[year][id]
			_, listed := s.index.years[year][id]
			if replaced || !listed || s.gone[year][id] {
				continue
			}
			if !yield(rows, nil) {
				return
			}
		}
	}
}
