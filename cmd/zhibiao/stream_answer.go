package main

import (
	"bytes"
	"encoding/json"
	"fmt"

	"zhibiao/dataset"
)

// asJSON is an answer as JSON lines: its facts, then its closing line.
func asJSON(a answer) ([]byte, error) {
	lines, err := appendJSONLines(nil, a.facts)
	if err != nil {
		return nil, err
	}
	return appendClosing(lines, a.closing)
}

// asCSV is an answer as programs read it that want columns, not objects: the
// closing line, which says in bytes how much follows, then that much CSV.
func asCSV(a answer) ([]byte, error) {
	var rows []byte
	for i := range a.facts {
		rows = a.facts[i].AppendCSV(rows)
	}
	size := len(rows)
	a.closing.Bytes = &size
	line, err := appendClosing(nil, a.closing)
	return append(line, rows...), err
}

// appendJSONLines appends facts as JSON, one a line.
func appendJSONLines(b []byte, facts []dataset.FactRow) ([]byte, error) {
	for i := range facts {
		var err error
		if b, err = facts[i].AppendJSON(b); err != nil {
			return nil, fmt.Errorf("write the facts: %w", err)
		}
		b = append(b, '\n')
	}
	return b, nil
}

func appendClosing(b []byte, c closing) ([]byte, error) {
	var line bytes.Buffer
	e := json.NewEncoder(&line)
	e.SetEscapeHTML(false)
	if err := e.Encode(c); err != nil {
		return nil, fmt.Errorf("write the answer: %w", err)
	}
	return append(b, line.Bytes()...), nil
}
