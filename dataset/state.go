package dataset

import (
	"encoding/json"
	"slices"
)

// yearState is what a year's documents were made from, as the footer of their
// file has it, in the order of its rows. Most are files of their own, read by
// the same rules, and of them only the hash is told.
type yearState struct {
	Rules  string         `json:"rules"`
	Hashes []Digest       `json:"hashes"`
	Others map[int]Origin `json:"others,omitempty"` // by row
}

// plain is the origin of a document that is a file of its own.
func (s *yearState) plain(row int, source string) Origin {
	return Origin{File: source, Hash: s.Hashes[row], Rules: s.Rules, Parts: 1}
}

// add tells of the next row.
func (s *yearState) add(source string, o Origin) {
	if len(s.Hashes) == 0 {
		s.Rules = o.Rules
	}
	row := len(s.Hashes)
	s.Hashes = append(s.Hashes, o.Hash)
	if o != s.plain(row, source) {
		if s.Others == nil {
			s.Others = map[int]Origin{}
		}
		s.Others[row] = o
	}
}

// origin is that of a row, zero where it is not known.
func (s *yearState) origin(row int, source string) Origin {
	if row >= len(s.Hashes) {
		return Origin{}
	}
	if o, ok := s.Others[row]; ok {
		return o
	}
	return s.plain(row, source)
}

// state is what the year's documents will have been made from.
func (s *Store) state(year int) (string, error) {
	ids := s.ids(year)
	slices.Sort(ids)
	var state yearState
	for _, id := range ids {
		if a, ok := s.pending[year][id]; ok {
			state.add(s.run[id].source, *a.origin)
		} else {
			k := s.index.find(year, id)
			state.add(k.source, k.origin())
		}
	}
	text, err := json.Marshal(state)
	return string(text), err
}
