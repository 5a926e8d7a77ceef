package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"

	"zhibiao/corrections"
	"zhibiao/dataset"
	"zhibiao/extract"
	"zhibiao/message"
	"zhibiao/report"
	"zhibiao/report/read"
	"zhibiao/words"
)

// extraction is one run of extract.
type extraction struct {
	opt      extractOptions
	io       streams
	engine   *engine
	manifest *manifest
	mended   *corrections.List
	rules    string
	terms    *words.Joiner  // set phrases that make one token; nil without --tokens
	store    *dataset.Store // nil with --json
	seen     map[string]dataset.DocumentRow
	texts    texts
	summary  summary
	files    ledger
	skipped  map[string]bool // inputs that were not read again
	doubts   []message.Text  // what is to be told of the caller's metadata
	inputs   int             // files done
}

// found is a document with its facts, on its way from a worker.
type found struct {
	doc    dataset.DocumentRow // without its text
	facts  []dataset.FactRow   // where they are printed
	entry  dataset.Entry
	tally  tally
	doubts []message.Text // what contradicts the caller
	copyOf string         // the source with the same text, whose document this one is, too
}

// all reads what paths name and writes what it finds.
func (x *extraction) all(ctx context.Context, paths []string) (err error) {
	finder := extract.Regions(x.engine.lexicon)
	known := func(name string) bool { _, ok := finder.FindRegion(name, "", 0); return ok }
	if err := x.opt.check(known); err != nil {
		return &usageError{err}
	}
	if err := checkPaths(paths); err != nil {
		return err
	}
	if x.manifest, err = readManifest(x.opt.Manifest, known); err != nil {
		return err
	}
	var mended []byte
	if x.mended, mended, err = readCorrections(&x.opt, x.engine.lexicon); err != nil {
		return err
	}
	own, err := userWords(x.opt.UserWords)
	if err != nil {
		return err
	}
	if x.opt.Tokens {
		if x.terms, err = joiner(own); err != nil {
			return err
		}
	}
	if x.rules, err = x.ruleHash(own, mended); err != nil {
		return err
	}
	out := x.opt.Out
	dropStdin := func() error { return nil }
	if x.opt.JSON {
		out = ""
		x.seen = map[string]dataset.DocumentRow{}
	} else {
		x.store, err = dataset.OpenStore(out, dataset.Meta{Version: version, Lexicon: x.engine.lexicon.Hash})
		if err != nil {
			return fmt.Errorf("open the output folder: %w", err)
		}
		defer func() { err = errors.Join(err, x.store.Close()) }()
	}
	inputs, err := findInputs(paths, out, func() (input, error) {
		in, drop, err := readStdin(x.io.in, out)
		if err == nil {
			dropStdin = drop
		}
		return in, err
	})
	defer func() { err = errors.Join(err, dropStdin()) }()
	if err != nil {
		return err
	}
	if len(inputs) == 0 {
		x.io.warn("extract.nothing", strings.Join(paths, ", "))
	}
	x.files.expect(len(inputs))
	if err := x.read(ctx, inputs); err != nil {
		return err
	}
	if ctx.Err() == nil { // else some may still be read
		read.End()
	}
	return x.finish(ctx, paths, inputs)
}

// ruleHash covers all that decides on the facts of a file besides its bytes.
func (x *extraction) ruleHash(own []string, mended []byte) (string, error) {
	program, err := programHash()
	if err != nil {
		return "", err
	}
	h := sha256.New()
	_, _ = fmt.Fprintf(h, "%s\n%s\n%s\n%+v\n%q\n%v\n%s\n%q\n%s",
		program, dataset.SchemaVersion, x.engine.lexicon.Hash, x.opt.metadata, x.opt.TextColumn, x.opt.Tokens, x.manifest.bytes, own, mended)
	return hex.EncodeToString(h.Sum(nil))[:16], nil
}

// read reads all files and takes their documents in, in order.
func (x *extraction) read(ctx context.Context, inputs []input) error {
	b := &batch[found]{
		jobs:     x.opt.Jobs,
		read:     read.Options{TextColumn: x.opt.TextColumn, CacheDir: cacheDir()},
		document: x.document,
	}
	if x.store != nil && !x.opt.Force {
		b.skip = func(in input, hash dataset.Digest) bool { return x.store.Unchanged(in.source, hash, x.rules) }
	}
	progress := newProgress(x.io, len(inputs), x.opt.Quiet)
	defer progress.clear()
	for f := range b.run(ctx, inputs) {
		if err := x.take(ctx, f); err != nil {
			return err
		}
		if ctx.Err() == nil {
			x.inputs++
		}
		progress.at(x.inputs)
	}
	return nil
}

// take takes in what one file holds.
func (x *extraction) take(ctx context.Context, f *fileRun[found]) error {
	origin := &dataset.Origin{File: f.in.source, Rules: x.rules}
	parts := 0
	for c := range f.parts {
		var p part[found]
		select {
		case p = <-c:
		case <-ctx.Done(): // a document may take long: its file is not done
			return nil
		}
		parts++
		var refused *report.Error
		switch {
		case errors.As(p.err, &refused):
			x.reject(*refused)
		case p.err != nil:
			return p.err
		case p.value.copyOf != "":
			x.files.copied(p.value.doc.Source, p.value.copyOf)
		default:
			if err := x.add(p.value, origin); err != nil {
				return err
			}
		}
		if p.err == nil && x.copyWithin(p.value.doc.Source, f.in.source) {
			parts-- // it stands and falls with its file
		}
	}
	if f.skipped {
		x.keep(f.in.source)
		return nil
	}
	if ctx.Err() == nil { // else the file was not read to its end
		origin.Hash, origin.Parts = f.hash, parts
	}
	return nil
}

// copyWithin tells whether a source is a copy of another one in a file.
func (x *extraction) copyWithin(source, file string) bool {
	row, _ := x.files.find(source)
	return row.Status == dataset.StatusCopy && slices.Contains(holders(row.CopyOf), file)
}

// keep takes in what the folder has of a file that is unchanged.
func (x *extraction) keep(file string) {
	if x.skipped == nil {
		x.skipped = map[string]bool{}
	}
	x.skipped[file] = true
	docs, clashes := x.store.Keep(file)
	for _, d := range docs {
		x.files.add(dataset.NewFileRow(d, dataset.StatusUnchanged))
	}
	for _, c := range clashes {
		x.clash(c)
	}
}

// clash says what came of two documents with one id.
func (x *extraction) clash(c dataset.Clash) {
	x.files.clash(c)
	if !c.Same {
		x.summary.drop(c.Dropped)
	}
}
