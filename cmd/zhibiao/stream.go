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
	"unicode/utf8"

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
	packed bool // texts may stand behind their lines
	form   form // of the answers
	out    io.Writer

	failed int // documents that were answered by an error
}

// form is how answers go out. append gives what is to be written now that an
// answer is there; more says that another one will follow, so that nobody waits
// for this one alone.
type form interface {
	append(a answer, more bool) ([]byte, error)
}

// request is one line.
type request struct {
	name string // line 7
	line []byte
	text *string // that stood behind it
	err  error   // why it is refused
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
	Bytes  *int    `json:"bytes,omitempty"` // of the block of facts that follows, where one does
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
	s := &stream{engine: e, given: opt.metadata, mended: mended, read: read.Options{TextColumn: opt.TextColumn}, jobs: opt.Jobs, packed: opt.Packed, form: jsonForm{}, out: io.out}
	if opt.Packed {
		s.form = &packedForm{}
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
			if err := s.answer(a, len(waiting) > 0); err != nil {
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
	for n := 1; ; n++ {
		req, err := s.request(n, in)
		if req != nil {
			reply := make(chan answer, 1)
			select {
			case waiting <- reply:
			case <-ctx.Done():
				return nil
			}
			workers <- struct{}{}
			go func() {
				defer func() { <-workers }()
				reply <- s.document(ctx, *req)
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

// request reads line n and the text behind it; nil is an empty line. err is
// io.EOF behind the last one.
func (s *stream) request(n int, in *bufio.Reader) (*request, error) {
	line, long, err := read.Line(in, maxLine)
	req := &request{name: fmt.Sprintf("line %d", n), line: bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\uFEFF")))}
	switch {
	case long:
		req.err = refusal("the line is longer than any report", "check what it is")
	case len(req.line) == 0:
		return nil, err
	case s.packed && err == nil:
		err = s.textBehind(req, in)
	}
	return req, err
}

// textBehind reads the text behind a line that says in bytes how long it is.
func (s *stream) textBehind(req *request, in *bufio.Reader) error {
	var head struct{ Bytes *uint32 }
	if json.Unmarshal(req.line, &head) != nil || head.Bytes == nil {
		return nil
	}
	size := int(*head.Bytes)
	if size > maxLine {
		req.err = refusal("the text is longer than any report", "check what it is")
		_, err := io.CopyN(io.Discard, in, int64(size))
		return err
	}
	text := make([]byte, size)
	_, err := io.ReadFull(in, text)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		req.err = refusal("the input ends within its text", "write as many bytes of text as the line says")
		return io.EOF
	}
	req.text = new(string(text))
	return err
}

// document reads the facts of one line.
func (s *stream) document(ctx context.Context, req request) answer {
	raw, source, err := s.report(ctx, req)
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

// report is the report of one line, with the source that the line names.
func (s *stream) report(ctx context.Context, req request) (raw report.Raw, source *string, err error) {
	if req.err != nil {
		return raw, nil, req.err
	}
	const remedy = "write one JSON object a line, with source and text"
	if !utf8.Valid(req.line) { // a console of Windows writes GBK
		if text, ok := read.Decode(req.line); ok {
			req.line = []byte(text)
		}
	}
	if req.line[0] != '{' {
		return raw, nil, refusal(req.name+" is not a JSON object", remedy)
	}
	object, err := read.ParseObject(req.line)
	if err != nil {
		return raw, nil, refusal(req.name+" is not a JSON object: "+err.Error(), remedy)
	}
	source, ok := sourceName(object.Value("source"))
	if !ok {
		return raw, nil, refusal("its source is neither text nor a number", remedy)
	}
	if req.text != nil {
		object.SetText(*req.text)
	}
	raw, err = object.Report(ctx, req.name+".jsonl", s.read)
	if source != nil {
		raw.Source = *source
	}
	return raw, source, err
}

// refusal is the error of a line that is no document.
func refusal(reason, remedy string) error {
	return &report.Error{Stage: "read", Reason: reason, Remedy: remedy}
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

// answer writes an answer out.
func (s *stream) answer(a answer, more bool) error {
	if a.err != nil {
		return a.err
	}
	if a.closing.Error != nil {
		s.failed++
	}
	data, err := s.form.append(a, more)
	if err != nil {
		return err
	}
	if _, err := s.out.Write(data); err != nil {
		return fmt.Errorf("write the answer: %w", err)
	}
	return nil
}
