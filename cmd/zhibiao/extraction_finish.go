package main

import (
	"context"
	"fmt"

	"zhibiao/dataset"
)

// finish writes the files and the summary. What was done before an interrupt
// is written, too.
func (x *extraction) finish(ctx context.Context, paths []string, inputs []input) error {
	rejected := len(x.files.rejects())
	x.warn(inputs)
	x.warnCorrections()
	if x.store != nil {
		if err := x.addEarlier(ctx, paths, inputs); err != nil {
			return err
		}
		if _, err := x.store.Commit(context.WithoutCancel(ctx), x.files.all()); err != nil {
			return err
		}
		if !x.opt.Quiet {
			x.summary.print(x.io, x.opt.Out, &x.files)
		}
	}
	if ctx.Err() != nil {
		how := "extract.interrupted"
		if x.store != nil {
			how = "extract.interrupted_kept"
		}
		x.io.warn(how, x.inputs, len(inputs))
		return errInterrupted
	}
	if rejected > 0 {
		return errRejected
	}
	return nil
}

// warn tells what is odd about the metadata that the caller gave.
func (x *extraction) warn(inputs []input) {
	for _, d := range x.doubts {
		_, _ = fmt.Fprintln(x.io.err, "zhibiao: "+printable(d.In(x.io.language)))
	}
	var sources []string
	for _, in := range inputs {
		sources = append(sources, in.source)
	}
	for r := range x.files.own() {
		sources = append(sources, r.Source)
	}
	for _, source := range x.manifest.unused(sources) {
		x.io.warn("extract.manifest", x.opt.Manifest, printable(source))
	}
}

// addEarlier adds what the folder tells of inputs that this run did not come
// upon.
func (x *extraction) addEarlier(ctx context.Context, paths []string, inputs []input) error {
	var lines []fileLine
	listed := map[string]bool{}
	for r, err := range dataset.EachFile(x.opt.Out) {
		if err != nil {
			return err
		}
		if !x.files.has(r.Source) {
			lines = append(lines, x.files.line(r))
			listed[r.Source] = true
		}
	}
	for d := range x.store.Known() {
		if source := dataset.Plain(d.Source); !listed[source] && !x.files.has(source) {
			lines = append(lines, x.files.line(dataset.NewFileRow(d, dataset.StatusRead)))
		}
	}
	if len(lines) == 0 {
		return nil
	}
	found := map[string]bool{}
	for _, in := range inputs {
		found[dataset.Plain(in.source)] = true
	}
	x.files.earlier(lines, func(source string) bool {
		if ctx.Err() != nil {
			return false // it may only not have been reached
		}
		for _, h := range holders(source) {
			switch {
			case x.skipped[h]:
				return false // its file is unchanged, and so is it
			case found[h], namedBy(paths, h):
				return true
			}
		}
		return false
	})
	return nil
}
