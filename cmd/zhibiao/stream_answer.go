package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"

	"zhibiao/dataset"
)

// jsonForm is an answer as JSON lines: its facts, then its closing line.
type jsonForm struct{}

func (jsonForm) append(a answer, _ bool) ([]byte, error) {
	b, err := appendJSONLines(nil, a.facts)
	if err != nil {
		return nil, err
	}
	return appendClosing(b, a.closing)
}

// packedForm is what programs take over as it is: the closing lines, and the
// facts of several documents in one block of columns. The last closing line
// before a block says in bytes how long it is.
type packedForm struct {
	facts   dataset.Columns
	answers int // since the last block
}

// blockOf is how many facts, or answers, are enough for a block: some 3 MB.
const blockOf = 4000

func (p *packedForm) append(a answer, more bool) ([]byte, error) {
	p.facts.Add(a.facts)
	p.answers++
	if more && max(p.facts.Rows(), p.answers) < blockOf {
		return appendClosing(nil, a.closing)
	}
	p.answers = 0
	size := p.facts.Size()
	a.closing.Bytes = &size
	line, err := appendClosing(nil, a.closing)
	if err != nil {
		return nil, err
	}
	b, err := p.facts.AppendTo(slices.Grow(line, size))
	if err != nil {
		return nil, fmt.Errorf("write the facts: %w", err)
	}
	return b, nil
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
	line := bytes.NewBuffer(b)
	e := json.NewEncoder(line)
	e.SetEscapeHTML(false)
	if err := e.Encode(c); err != nil {
		return nil, fmt.Errorf("write the answer: %w", err)
	}
	return line.Bytes(), nil
}
