package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"runtime/debug"

	"zhibiao/dataset"
	"zhibiao/report"
	"zhibiao/report/read"
)

// batch reads files on several goroutines and hands their documents over in
// the order of the files.
type batch[T any] struct {
	jobs int
	read read.Options
	// skip says that a file of this hash need not be read. It may be nil and
	// is called from several goroutines.
	skip func(in input, hash dataset.Digest) bool
	// document does the work on one document, on any goroutine.
	document func(raw report.Raw, at position) (T, error)
}

// fileRun is a file on its way. hash, size and skipped are set once parts is
// handed over or closed.
type fileRun[T any] struct {
	in      input
	number  int // in the order of the files
	hash    dataset.Digest
	size    int64
	skipped bool
	parts   chan chan part[T]
}

// part is one document of a file, or the error in its place.
type part[T any] struct {
	value T
	err   error
}

// run yields the files in order. Its parts must be drained before the next.
// It ends early when ctx is done.
func (b *batch[T]) run(ctx context.Context, inputs []input) iter.Seq[*fileRun[T]] {
	return func(yield func(*fileRun[T]) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		window := make(chan *fileRun[T], 6*b.jobs) // bounds the files in memory
		workers := make(chan struct{}, b.jobs)     // bounds the work
		go func() {
			defer close(window)
			for i, in := range inputs {
				f := &fileRun[T]{in: in, number: i, parts: make(chan chan part[T], 2*b.jobs)}
				select {
				case window <- f:
				case <-ctx.Done():
					return
				}
				go b.file(ctx, f, workers)
			}
		}()
		for f := range window {
			if ctx.Err() != nil || !yield(f) {
				return
			}
		}
	}
}

// file reads one file and starts the work on each of its documents.
func (b *batch[T]) file(ctx context.Context, f *fileRun[T], workers chan struct{}) {
	defer close(f.parts)
	send := func(c chan part[T]) bool {
		select {
		case f.parts <- c:
			return true
		case <-ctx.Done():
			return false
		}
	}
	fail := func(err error) bool {
		c := make(chan part[T], 1)
		c <- part[T]{err: err}
		return send(c)
	}
	if f.in.reject != nil {
		fail(f.in.reject)
		return
	}
	in := read.Input{Source: f.in.source, Path: f.in.path, Data: f.in.data}
	var err error
	with(workers, func() {
		if in.Data, f.hash, f.size, err = load(f.in); err == nil && b.skip != nil {
			f.skipped = b.skip(f.in, f.hash)
		}
	})
	if err != nil {
		fail(&report.Error{Source: f.in.source, Stage: "open", Reason: "cannot be read: " + reason(err), Remedy: "check that it is a file and its permissions"})
		return
	}
	if f.skipped {
		return
	}
	next, stop := iter.Pull2(read.Reports(ctx, in, b.read))
	defer stop()
	for n := 0; ; n++ {
		var raw report.Raw
		var err error
		var ok bool
		with(workers, func() { raw, err, ok = next() })
		if !ok || ctx.Err() != nil {
			return
		}
		if err != nil {
			if !fail(err) {
				return
			}
			continue
		}
		c := make(chan part[T], 1)
		go with(workers, func() { c <- b.work(raw, position{int32(f.number), int32(n)}) })
		if !send(c) {
			return
		}
	}
}

// work does the work on one document; a panic becomes its error.
func (b *batch[T]) work(raw report.Raw, at position) (p part[T]) {
	defer func() {
		if r := recover(); r != nil {
			if os.Getenv("ZHIBIAO_DEBUG") != "" {
				debug.PrintStack()
			}
			p.err = &report.Error{
				Source: raw.Source, Stage: "extract", Reason: fmt.Sprintf("the program failed on it: %v", r),
				Remedy: "report it with the file; ZHIBIAO_DEBUG=1 prints where",
			}
		}
	}()
	value, err := b.document(raw, at)
	var e *report.Error
	var fatal *fatalError
	if err != nil && !errors.As(err, &e) && !errors.As(err, &fatal) {
		err = &report.Error{Source: raw.Source, Stage: "extract", Reason: err.Error()}
	}
	return part[T]{value, err}
}

func with(workers chan struct{}, do func()) {
	workers <- struct{}{}
	defer func() { <-workers }()
	do()
}

// keepInMemory is the size up to which a file is read once, for its hash and
// its documents.
const keepInMemory = 8 << 20

// load hashes a file and tells its size, and returns its bytes if they are few.
// Only regular files are opened.
func load(in input) (data []byte, hash dataset.Digest, size int64, err error) {
	if in.data != nil {
		return in.data, dataset.DigestOf(in.data), int64(len(in.data)), nil
	}
	info, err := os.Stat(in.path)
	if err != nil {
		return nil, hash, 0, err
	}
	if !info.Mode().IsRegular() {
		return nil, hash, 0, errors.New("not a regular file")
	}
	if info.Size() <= keepInMemory {
		data, err := os.ReadFile(in.path)
		return data, dataset.DigestOf(data), info.Size(), err
	}
	f, err := os.Open(in.path)
	if err != nil {
		return nil, hash, 0, err
	}
	defer func() { _ = f.Close() }()
	h := sha256.New()
	size, err = io.Copy(h, f)
	return nil, dataset.DigestSum(h), size, err
}
