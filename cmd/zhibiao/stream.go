package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"zhibiao/corrections"
	"zhibiao/dataset"
	"zhibiao/report"
	"zhibiao/report/read"
)

// stream answers JSON lines by JSON lines, a document at a time and in order:
// the facts of each, then one closing line. A line that cannot be read is
// answered like a document that cannot. At most jobs documents are worked on
// and as many wait for their turn, so memory is bounded and a slow reader
// slows the work down.
type stream struct {
	engine *engine
	given  metadata
	mended *corrections.List
	read   read.Options
	jobs   int
	encode func(answer) ([]byte, error) // an answer as it goes out
	out    io.Writer

	line   int // lines read
	failed int // documents that were answered by an error
}

// answer is what one line gives.
type answer struct {
	closing closing
	facts   []dataset.FactRow
	err     error
}

// closing is the last line of an answer. Stage and remedy belong to the error.
type closing struct {
	Source *string `json:"source"`
	DocID  *string `json:"doc_id"`
	Facts  int     `json:"facts"`
	Error  *string `json:"error"`
	Stage  *string `json:"stage"`
	Remedy *string `json:"remedy"`
	Bytes  *int    `json:"bytes,omitempty"` // of the facts that follow, where they do
}

func runStream(ctx context.Context, io streams, opt extractOptions) error {
	e, err := newCheckedEngine(ctx, opt.Lexicon)
	if err != nil {
		return err
	}
	known := func(name string) bool { _, ok := e.lexicon.Regions().Find(name, "", 0); return ok }
	if err := opt.check(known); err != nil {
		return &usageError{err}
	}
	mended, _, err := readCorrections(&opt, e.lexicon)
	if err != nil {
		return err
	}
	s := &stream{engine: e, given: opt.metadata, mended: mended, read: read.Options{TextColumn: opt.TextColumn}, jobs: opt.Jobs, encode: asJSON, out: io.out}
	if opt.CSV {
		s.encode = asCSV
	}
	return s.run(ctx, io.in)
}

// maxLine bounds a line; escapes double a text.
const maxLine = 128 << 20

// run reads in to its end.
func (s *stream) run(ctx context.Context, in io.Reader) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	waiting := make(chan chan answer, s.jobs)
	ended := make(chan error, 1)
	go func() {
		defer close(waiting)
		ended <- s.dispatch(ctx, bufio.NewReaderSize(in, 64<<10), waiting)
	}()
	for reply := range waiting {
		select {
		case a := <-reply:
			if err := s.answer(a); err != nil {
				return err
			}
		case <-ctx.Done():
			return errInterrupted
		}
	}
	if ctx.Err() != nil {
		return errInterrupted
	}
	if err := <-ended; err != nil {
		return fmt.Errorf("read standard input: %w", err)
	}
	if s.failed > 0 {
		return errRejected
	}
	return nil
}

// dispatch starts the work on each line, and says in waiting in which order
// the answers go out.
func (s *stream) dispatch(ctx context.Context, in *bufio.Reader, waiting chan<- chan answer) error {
	workers := make(chan struct{}, s.jobs)
	for {
		line, long, err := read.Line(in, maxLine)
		s.line++
		if n := s.line; long || len(bytes.TrimSpace(line)) > 0 {
			line = bytes.Clone(line)
			reply := make(chan answer, 1)
			select {
			case waiting <- reply:
			case <-ctx.Done():
				return nil
			}
			workers <- struct{}{}
			go func() {
				defer func() { <-workers }()
				reply <- s.document(ctx, n, line, long)
			}()
		}
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
	}
}

// document reads the facts of line n.
func (s *stream) document(ctx context.Context, n int, line []byte, long bool) answer {
	raw, source, err := s.report(ctx, n, line, long)
	if err != nil {
		return refused(source, err)
	}
	b := &batch[answer]{document: func(raw report.Raw, _ position) (answer, error) {
		doc, rows, err := s.engine.facts(raw, s.given, s.mended)
		if err != nil {
			return answer{}, err
		}
		row := dataset.NewDocument(doc, len(rows))
		return answer{closing: closing{Source: source, DocID: &row.DocID, Facts: len(rows)}, facts: rows}, nil
	}}
	p := b.work(raw, position{})
	if p.err != nil {
		return refused(source, p.err)
	}
	return p.value
}

// report is the report of line n, with the source that the line names.
func (s *stream) report(ctx context.Context, n int, line []byte, long bool) (raw report.Raw, source *string, err error) {
	name := fmt.Sprintf("line %d", n)
	refuse := func(reason, remedy string) error {
		return &report.Error{Source: name, Stage: "read", Reason: reason, Remedy: remedy}
	}
	const remedy = "write one JSON object a line, with source and text"
	if long {
		return raw, nil, refuse("the line is longer than any report", "check what it is")
	}
	if line = bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\uFEFF"))); !bytes.HasPrefix(line, []byte("{")) {
		return raw, nil, refuse(name+" is not a JSON object", remedy)
	}
	var head struct{ Source json.RawMessage }
	if err := json.Unmarshal(line, &head); err != nil {
		return raw, nil, refuse(name+" is not a JSON object: "+err.Error(), remedy)
	}
	source, ok := sourceName(head.Source)
	if !ok {
		return raw, nil, refuse("its source is neither text nor a number", remedy)
	}
	for r, err := range read.Reports(ctx, read.Input{Source: name + ".jsonl", Data: line}, s.read) {
		if err != nil {
			return raw, source, err
		}
		if source != nil {
			r.Source = *source
		}
		return r, source, nil
	}
	return raw, source, refuse("holds no report", remedy)
}

// sourceName is what a line calls its report, if it does: a text, or a number
// as it is written, since tables number their rows. ok is false for anything else.
func sourceName(raw json.RawMessage) (name *string, ok bool) {
	switch {
	case raw == nil:
		return nil, true
	case strings.ContainsRune("-0123456789", rune(raw[0])):
		number := string(raw)
		return &number, true
	}
	return name, json.Unmarshal(raw, &name) == nil
}

// refused is the answer to a line that gives no document.
func refused(source *string, err error) answer {
	var e *report.Error
	if !errors.As(err, &e) {
		return answer{err: err}
	}
	c := closing{Source: source, Error: &e.Reason}
	if e.Stage != "" {
		c.Stage = &e.Stage
	}
	if e.Remedy != "" {
		c.Remedy = &e.Remedy
	}
	return answer{closing: c}
}

// answer writes an answer out at once.
func (s *stream) answer(a answer) error {
	if a.err != nil {
		return a.err
	}
	if a.closing.Error != nil {
		s.failed++
	}
	data, err := s.encode(a)
	if err != nil {
		return err
	}
	if _, err := s.out.Write(data); err != nil {
		return fmt.Errorf("write the answer: %w", err)
	}
	return nil
}
