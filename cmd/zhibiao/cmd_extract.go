package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"zhibiao/corrections"
	"zhibiao/dataset"
	"zhibiao/message"
	"zhibiao/report"
	"zhibiao/report/read"
	"zhibiao/words"
)

// extractOptions are the flags of extract.
type extractOptions struct {
	metadata
	Out         string
	Manifest    string
	Corrections string
	TextColumn  string
	Lexicon     string
	Jobs        int
	Force       bool
	Tokens      bool
	UserWords   string
	Quiet       bool
	JSON        bool
	Stream      bool
}

func newExtract(io streams) *cobra.Command {
	var opt extractOptions
	cmd := &cobra.Command{
		Use:   "extract PATH...",
		Short: "Read reports and write their facts as Parquet",
		Long: `extract reads files, folders (with all that is in them), globs, or standard
input (-), and writes out/facts/YEAR.parquet, out/documents/YEAR.parquet and
out/files.csv, which says of every input what became of it. It ends with a
summary.

Files that are unchanged since an earlier run into the same folder are not read
again, unless the rules or the flags have changed. A document with the id of
one from an earlier run replaces it.

A manifest is a CSV file with the columns source, region, year, kind: one line
a file, empty where the file knows better. It goes before --region, --year and
--kind, which go before what is read off the document.
` + exitHelp,
		Example: `  zhibiao extract reports/ -o out
  zhibiao extract '2023/*.docx' --year 2023
  zhibiao extract scraped.csv --text-column 正文 --kind work_report
  cat report.txt | zhibiao extract - --region 上海市静安区 --year 2023 --json
  zhibiao extract --stream < reports.jsonl > facts.jsonl`,
		Args: func(cmd *cobra.Command, paths []string) error {
			if opt.Stream {
				return args(cobra.NoArgs, "usage.args.stream")(cmd, paths)
			}
			return args(cobra.MinimumNArgs(1), "usage.args.paths")(cmd, paths)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := opt.finalize(); err != nil {
				return err
			}
			if opt.Stream {
				return runStream(cmd.Context(), io, opt)
			}
			return runExtract(cmd.Context(), io, opt, args)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&opt.Out, "out", "o", "out", "folder for the results")
	f.IntVar(&opt.Year, "year", 0, "year that the reports plan")
	f.StringVar(&opt.Region, "region", "", "region of the reports: 上海市静安区")
	f.StringVar(&opt.Kind, "kind", "", "kind of document: "+strings.Join(kinds, ", "))
	f.StringVar(&opt.Manifest, "manifest", "", "CSV file with source, region, year and kind of each file")
	f.StringVar(&opt.Corrections, "corrections", "", "CSV file of facts that were found wrong (default OUT/corrections.csv, where it is there)")
	f.StringVar(&opt.TextColumn, "text-column", "", "column of a table that holds the reports")
	f.IntVar(&opt.Jobs, "jobs", runtime.NumCPU(), "how many documents to read at a time")
	f.StringVar(&opt.Lexicon, "lexicon", "", "folder with tables that add to the lexicon or replace it")
	f.BoolVar(&opt.Force, "force", false, "read files again that are unchanged")
	f.BoolVar(&opt.Tokens, "tokens", false, "write out/tokens/YEAR.parquet, too")
	f.StringVar(&opt.UserWords, "user-words", "", "file of words that the tokens table should not cut, one a line")
	f.BoolVarP(&opt.Quiet, "quiet", "q", false, "print neither progress nor summary")
	f.BoolVar(&opt.JSON, "json", false, "print the facts as JSON lines and write nothing")
	f.BoolVar(&opt.Stream, "stream", false, "answer JSON lines on standard input (source, text, region, year, kind) by the facts of each and a closing line")
	return cmd
}

func (o *extractOptions) finalize() error {
	if o.Jobs < 1 {
		return usage("usage.jobs", o.Jobs)
	}
	if o.Stream {
		o.JSON = true // nothing is written
	}
	if o.JSON && o.Tokens {
		return usage("usage.json_tokens")
	}
	if o.UserWords != "" && !o.Tokens {
		return usage("usage.user_words")
	}
	if o.Out == "" {
		return usage("usage.out")
	}
	return nil
}

// extraction is one run of extract.
type extraction struct {
	opt      extractOptions
	io       streams
	engine   *engine
	manifest *manifest
	mended   *corrections.List
	rules    string
	terms    *words.Joiner  // set phrases that make one token
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

func runExtract(ctx context.Context, io streams, opt extractOptions, paths []string) (err error) {
	x := &extraction{opt: opt, io: io}
	if x.engine, err = newCheckedEngine(ctx, opt.Lexicon); err != nil {
		return err
	}
	return x.all(ctx, paths)
}

// all reads what paths name and writes what it finds.
func (x *extraction) all(ctx context.Context, paths []string) (err error) {
	finder := regions{x.engine.lexicon.Regions()}
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
	if x.terms, err = joiner(own); err != nil {
		return err
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
	if err := x.read(ctx, inputs); err != nil {
		return err
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
		b.skip = func(in input, hash string) bool { return x.store.Unchanged(in.source, hash, x.rules) }
	}
	progress := newProgress(x.io.err, len(inputs), x.opt.Quiet)
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
	row := x.files.find(source)
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

// doubtsOf are a document's warnings that contradict what the caller said of it.
func doubtsOf(doc *report.Document) []message.Text {
	var out []message.Text
	for _, w := range doc.Warnings {
		if w.ID == "warn.year_given" {
			out = append(out, message.New("extract.doubt", doc.Source, w))
		}
	}
	return out
}

// document reads the facts of one document; it runs on any goroutine.
func (x *extraction) document(raw report.Raw, at position) (found, error) {
	if rowNumber.MatchString(raw.Source) {
		if of := x.texts.copyOf(rowKey(at.file, raw), at, raw.Source); of != "" {
			return found{doc: dataset.DocumentRow{Source: raw.Source}, copyOf: of}, nil
		}
	}
	doc, err := x.engine.document(raw, x.manifest.find(raw.Source).over(x.opt.metadata))
	if err != nil {
		return found{}, err
	}
	id := dataset.DocID(doc)
	if of := x.texts.copyOf(textKey(id, doc.SHA256), at, raw.Source); of != "" {
		return found{doc: dataset.DocumentRow{Source: raw.Source}, copyOf: of}, nil
	}
	facts, err := x.engine.rows(doc, x.mended)
	if err != nil {
		return found{}, err
	}
	row := dataset.NewDocument(doc, len(facts))
	f := found{doc: row, tally: count(facts), doubts: doubtsOf(doc)}
	f.doc.Text = ""
	if x.opt.JSON {
		f.facts = facts
		return f, nil
	}
	var tokens []dataset.TokenRow
	if x.opt.Tokens {
		seg, err := x.engine.segmenter()
		if err != nil {
			return found{}, &fatalError{err}
		}
		tokens = tokenRows(doc, seg, x.terms)
	}
	f.entry = dataset.NewEntry(row, facts, tokens)
	return f, nil
}

// add takes a document in, or says which other one stands for it.
func (x *extraction) add(f found, origin *dataset.Origin) error {
	x.files.add(dataset.NewFileRow(f.doc, dataset.StatusRead))
	x.doubts = append(x.doubts, f.doubts...)
	if x.store == nil {
		return x.print(f)
	}
	clash, err := x.store.Add(f.entry, origin)
	if err != nil {
		return err
	}
	if clash != nil {
		x.clash(*clash)
	}
	if clash == nil || clash.Kept == f.doc.Source {
		x.summary.add(f)
	}
	return nil
}

// print prints a document's facts. Of two documents with one id the first is
// printed: it is out before the other one is known.
func (x *extraction) print(f found) error {
	if first, ok := x.seen[f.doc.DocID]; ok {
		c := dataset.Clash{ID: f.doc.DocID, Kept: first.Source, Dropped: f.doc.Source, Same: first.SHA256 == f.doc.SHA256}
		x.files.clash(c)
		if !c.Same {
			row := x.files.find(f.doc.Source)
			row.Reason = "another text than " + c.Kept + ", which came first and has the same id " + c.ID
			x.tellReject(report.Error{Source: row.Source, Stage: row.Stage, Reason: row.Reason, Remedy: row.Remedy})
		}
		return nil
	}
	x.seen[f.doc.DocID] = f.doc
	e := json.NewEncoder(x.io.out)
	e.SetEscapeHTML(false)
	for _, row := range f.facts {
		if err := e.Encode(row); err != nil {
			return fmt.Errorf("write the facts: %w", err)
		}
	}
	return nil
}

func (x *extraction) reject(e report.Error) {
	x.files.reject(e)
	x.tellReject(e)
}

// tellReject tells of a reject at once where no list of them is written.
func (x *extraction) tellReject(e report.Error) {
	if x.opt.JSON {
		x.io.warn("extract.rejected", printable(x.io.refusal(e.Source, e.Reason, e.Remedy)))
	}
}

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
	for _, r := range x.files.rows {
		sources = append(sources, r.Source)
	}
	for _, source := range x.manifest.unused(sources) {
		x.io.warn("extract.manifest", x.opt.Manifest, printable(source))
	}
}

// addEarlier adds what the folder tells of inputs that this run did not come
// upon.
func (x *extraction) addEarlier(ctx context.Context, paths []string, inputs []input) error {
	rows, err := dataset.ReadFiles(x.opt.Out)
	if err != nil {
		return err
	}
	listed := map[string]bool{}
	for _, r := range rows {
		listed[r.Source] = true
	}
	for d := range x.store.Known() {
		if !listed[dataset.Plain(d.Source)] {
			rows = append(rows, dataset.NewFileRow(d, dataset.StatusRead))
		}
	}
	found := map[string]bool{}
	for _, in := range inputs {
		found[dataset.Plain(in.source)] = true
	}
	x.files.earlier(rows, func(source string) bool {
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
