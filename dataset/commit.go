package dataset

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"iter"
	"maps"
	"path/filepath"
	"slices"
	"sync"
)

// Commit writes every file that the added documents touch, and the list of
// files where one is given. All of them are made whole under other names first;
// then a journal says which names they take. A run that is killed before that
// has changed nothing, and what one killed after it has left is ended by
// whoever opens the folder next. Commit returns the years that it wrote.
func (s *Store) Commit(ctx context.Context, files iter.Seq[FileRow]) ([]int, error) {
	years := s.touched()
	var made []unsealed
	abort := func(err error) ([]int, error) {
		for _, f := range made {
			f.abort()
		}
		return nil, err
	}
	var j journal
	// Small years go side by side, so that one's syncing does not hold up the next.
	for i := 0; i < len(years); {
		n := 1
		for n < sideBySide && i+n < len(years) && s.small(years[i]) && s.small(years[i+n]) {
			n++
		}
		if err := ctx.Err(); err != nil {
			return abort(err)
		}
		tables, err := s.makeYears(years[i : i+n])
		made = append(made, tables...)
		if err != nil {
			return abort(err)
		}
		i += n
	}
	for _, f := range made {
		from, to := f.names()
		j.Rename = append(j.Rename, rename{s.relative(from), s.relative(to)})
	}
	for _, year := range years {
		if s.emptied(year) {
			for _, table := range []string{DocumentsDir, TokensDir, FactsDir} {
				j.Remove = append(j.Remove, s.relative(YearFile(s.dir, table, year)))
			}
		}
	}
	if files != nil {
		from, err := s.makeFiles(files)
		if err != nil {
			return abort(err)
		}
		j.Rename = append(j.Rename, rename{s.relative(from), FilesName})
	}
	if err := j.publish(s.disk, s.dir); err != nil {
		if interrupted(s.dir) {
			return nil, err // what is left to do is in the journal
		}
		return abort(err)
	}
	slices.Sort(years)
	return years, nil
}

// touched are the years to write, those that documents leave for another one
// last, so that their new place has its name before the old one loses it.
func (s *Store) touched() []int {
	var gaining, losing []int
	for y := range s.pending {
		if len(s.gone[y]) == 0 {
			gaining = append(gaining, y)
		}
	}
	for y := range s.gone {
		losing = append(losing, y)
	}
	slices.Sort(gaining)
	slices.Sort(losing)
	return append(gaining, losing...)
}

func (s *Store) relative(path string) string {
	rel, err := filepath.Rel(s.dir, path)
	if err != nil {
		panic("dataset: a file outside its folder: " + path)
	}
	return rel
}

// sideBySide years are written at once; smallYear is how many documents a
// year may have to be one of them, for the memory that their tables take.
const (
	sideBySide = 6
	smallYear  = 64
)

// small tells whether a year's files may be written beside others.
func (s *Store) small(year int) bool {
	return len(s.pending[year])+len(s.index.year(year)) <= smallYear
}

// ids are those of the documents that a year has once it is written.
func (s *Store) ids(year int) []string {
	ids := slices.Collect(maps.Keys(s.pending[year]))
	for _, d := range s.index.year(year) {
		if _, replaced := s.pending[year][d.id]; !replaced && !s.gone[year][d.id] {
			ids = append(ids, d.id)
		}
	}
	return ids
}

// emptied tells whether a year loses all its documents.
func (s *Store) emptied(year int) bool {
	return len(s.pending[year]) == 0 && len(s.gone[year]) == len(s.index.year(year))
}

func (s *Store) makeYears(years []int) ([]unsealed, error) {
	made := make([][]unsealed, len(years))
	errs := make([]error, len(years))
	var wg sync.WaitGroup
	for k, year := range years {
		if !s.emptied(year) {
			wg.Go(func() { made[k], errs[k] = s.makeYear(year) })
		}
	}
	wg.Wait()
	return slices.Concat(made...), errors.Join(errs...)
}

// unsealed is a file that is written but for its footer.
type unsealed interface {
	sum() []byte
	seal(footer map[string]string) error
	names() (from, to string)
	abort()
}

// makeYear makes a year's files. Their footers bear the same generation, the
// hash of what they hold, by which a reader knows that they belong together.
func (s *Store) makeYear(year int) ([]unsealed, error) {
	state, err := s.state(year)
	if err != nil {
		return nil, err
	}
	path := func(table string) string { return YearFile(s.dir, table, year) }
	facts := table[FactRow]{
		path: path(FactsDir), layout: layout{group: factGroup, page: smallPage},
		id:  func(r FactRow) string { return r.DocID },
		new: func(a added) (place, bool) { return a.factsPlace(), true },
	}
	documents := table[DocumentRow]{
		path: path(DocumentsDir), layout: layout{group: documentGroup, page: textPage},
		id:  func(r DocumentRow) string { return r.DocID },
		new: func(a added) (place, bool) { return a.documentPlace(), true },
	}
	tokens := table[TokenRow]{
		path: path(TokensDir), layout: layout{group: tokenGroup, page: smallPage},
		id:  func(r TokenRow) string { return r.DocID },
		new: func(a added) (place, bool) { return a.tokensPlace(), a.tokens > 0 },
	}
	makers := []func() (unsealed, error){
		func() (unsealed, error) { return makeTable(s, year, facts) },
		func() (unsealed, error) { return makeTable(s, year, documents) },
	}
	if s.wantTokens(year) || exists(tokens.path) {
		makers = append(makers, func() (unsealed, error) { return makeTable(s, year, tokens) })
	}
	made := make([]unsealed, len(makers))
	errs := make([]error, len(makers))
	side := func(do func(i int)) error {
		var wg sync.WaitGroup
		for i := range makers {
			wg.Go(func() { do(i) })
		}
		wg.Wait()
		return errors.Join(errs...)
	}
	if err = side(func(i int) { made[i], errs[i] = makers[i]() }); err == nil {
		h := sha256.New()
		for _, f := range made {
			_, _ = h.Write(f.sum())
		}
		generation := hex.EncodeToString(h.Sum(nil))[:16]
		footers := []map[string]string{{}, {keyState: state}, {}}
		err = side(func(i int) {
			footers[i][keyGeneration] = generation
			errs[i] = made[i].seal(footers[i])
		})
	}
	return slices.DeleteFunc(made, func(f unsealed) bool { return f == nil }), err
}

func (s *Store) wantTokens(year int) bool {
	for _, a := range s.pending[year] {
		if a.tokens > 0 {
			return true
		}
	}
	return false
}
