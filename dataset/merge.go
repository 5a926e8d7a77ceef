package dataset

import (
	"iter"
	"maps"
	"os"
	"slices"
)

// table is what makeTable needs to know of one.
type table[T any] struct {
	path string
	layout
	id  func(T) string
	new func(added) (place, bool)
}

// makeTable merges what a year's file holds with what was added to it, both
// in the order of their ids.
func makeTable[T any](s *Store, year int, t table[T]) (unsealed, error) {
	w, err := create[T](s.disk, t.path, t.layout, s.meta)
	if err != nil {
		return nil, err
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
	var err error
	var block []byte
	room := make([]T, min(readBatch, t.group))
	for _, id := range slices.Sorted(maps.Keys(s.pending[year])) {
		for ; more && oldErr == nil && t.id(old[0]) < id; old, oldErr, more = next() {
			if err := w.write(old); err != nil {
				return err
			}
		}
		if p, ok := t.new(s.pending[year][id]); ok {
			if block, err = s.spill.get(p, block); err != nil {
				return err
			}
			// In the pieces that a later run will read them in: pages end alike.
			for rows := range decodeRows(block, room) {
				if err := w.write(rows); err != nil {
					return err
				}
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
	return w.flush()
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
			if replaced || s.index.find(year, id) == nil || s.gone[year][id] {
				continue
			}
			if !yield(rows, nil) {
				return
			}
		}
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
