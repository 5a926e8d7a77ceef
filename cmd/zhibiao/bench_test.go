package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
	"time"

	"zhibiao/extract"
	"zhibiao/lexicon"
	"zhibiao/report"
	"zhibiao/report/read"
)

var (
	corpusDir    = flag.String("corpus", "../../testdata/reports", "folder of text files that the benchmark reads")
	corpusCopies = flag.Int("copies", 6, "how many times the benchmark reads the folder, each copy of a file as another county's report")
)

// copies writes n copies of every text of the corpus, and a manifest that gives
// each of them a county of its own: the program leaves out what it has read.
func copies(b *testing.B, n int, lex *lexicon.Lexicon) (paths []string, manifest string) {
	b.Helper()
	texts, _ := corpusTexts(b)
	counties := ownCounties(lex, n*len(texts))
	dir := b.TempDir()
	rows := "source,region\n"
	for i := range n * len(texts) {
		name := fmt.Sprintf("%05d.txt", i)
		rows += name + "," + counties[i%len(counties)] + "\n"
		paths = append(paths, filepath.Join(dir, name))
		if err := os.WriteFile(paths[i], []byte(texts[i%len(texts)]), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	manifest = filepath.Join(dir, "manifest.csv")
	if err := os.WriteFile(manifest, []byte(rows), 0o600); err != nil {
		b.Fatal(err)
	}
	return paths, manifest
}

// ownCounties names up to n counties so that each is found by its name.
func ownCounties(lex *lexicon.Lexicon, n int) (names []string) {
	for _, r := range lex.Regions().All() {
		province, _ := lex.Regions().ByCode(r.Code[:2] + "0000")
		name := province.Name + r.Name
		if found, ok := lex.Regions().Find(name, "", 0); r.Level == "county" && ok && found == r && len(names) < n {
			names = append(names, name)
		}
	}
	return names
}

// BenchmarkExtract runs the whole extract of copies of a corpus of text files
// and Jieba's bare Tag over all their sentences in turn, on as many cores, and
// reports how long the one takes against the other, by the clock and by
// processor time, which says more on a busy machine, and the bytes of what is
// written against the text's. Loading is not counted.
func BenchmarkExtract(b *testing.B) {
	tuneMemory() // as main does
	e, err := newEngine("")
	if err != nil {
		b.Fatal(err)
	}
	paths, manifest := copies(b, *corpusCopies, e.lexicon)
	seg, err := e.segmenter()
	if err != nil {
		b.Fatal(err)
	}
	if _, err := e.extractor(); err != nil {
		b.Fatal(err)
	}
	var extracting, tagging, extractingCPU, taggingCPU time.Duration
	size, written := 0, 0
	for b.Loop() {
		sentences := sentencesOf(b, e, paths)
		size = 0
		for _, s := range sentences {
			size += len(s)
		}
		start, cpu := time.Now(), processorTime()
		tagAll(seg.Bare, sentences)
		tagging, taggingCPU = tagging+time.Since(start), taggingCPU+processorTime()-cpu
		runtime.GC() // the sentences are not the program's

		start, cpu = time.Now(), processorTime()
		x := &extraction{
			opt: extractOptions{Out: b.TempDir(), Manifest: manifest, Jobs: runtime.NumCPU(), Force: true, Quiet: true},
			io:  streams{}, engine: e,
		}
		if err := x.all(context.Background(), paths); err != nil && len(x.files.rejects()) == 0 {
			b.Fatal(err)
		}
		extracting, extractingCPU = extracting+time.Since(start), extractingCPU+processorTime()-cpu
		written = parquetBytes(b, x.opt.Out)
	}
	b.Logf("%d files, %.1f MB, %d cores", len(paths), float64(size)/1e6, runtime.NumCPU())
	n := float64(b.N)
	b.ReportMetric(extracting.Seconds()/n, "s-extract")
	b.ReportMetric(tagging.Seconds()/n, "s-tag")
	b.ReportMetric(float64(size)/1e6/(extracting.Seconds()/n), "MB/s-extract")
	b.ReportMetric(float64(extracting)/float64(tagging), "extract/tag")
	if taggingCPU > 0 {
		b.ReportMetric(float64(extractingCPU)/float64(taggingCPU), "cpu-extract/tag")
	}
	b.ReportMetric(float64(written)/float64(size), "written/text")
}

// sentencesOf are the sentences of the reports that can be read.
func sentencesOf(b *testing.B, e *engine, paths []string) (sentences []string) {
	b.Helper()
	for _, path := range paths {
		for raw, err := range read.Reports(b.Context(), read.Input{Path: path}, read.Options{}) {
			if err != nil {
				continue // as the extract leaves it out
			}
			doc, err := report.New(raw, report.Options{Regions: extract.Regions(e.lexicon)})
			if err != nil {
				continue
			}
			for _, s := range doc.Sentences {
				sentences = append(sentences, doc.Quote(s.Start, s.End))
			}
		}
	}
	return sentences
}

// parquetBytes is the size of all the tables in a folder.
func parquetBytes(b *testing.B, dir string) (n int) {
	b.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*", "*.parquet"))
	if err != nil || len(files) == 0 {
		b.Fatalf("no tables in %s: %v", dir, err)
	}
	for _, path := range files {
		info, err := os.Stat(path)
		if err != nil {
			b.Fatal(err)
		}
		n += int(info.Size())
	}
	return n
}

// tagAll tags sentences on all cores.
func tagAll(tag func(string) []string, sentences []string) {
	var wg sync.WaitGroup
	cores := runtime.NumCPU()
	for i := range cores {
		wg.Go(func() {
			for k := i; k < len(sentences); k += cores {
				tag(sentences[k])
			}
		})
	}
	wg.Wait()
}
