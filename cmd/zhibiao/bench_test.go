package main

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"zhibiao/report"
	"zhibiao/report/read"
)

var corpusDir = flag.String("corpus", "../../testdata/reports", "folder of text files that the benchmark reads")

// BenchmarkExtract runs the whole extract of a corpus of text files and
// Jieba's bare Tag over all its sentences in turn, on as many cores, and
// reports how long the one takes against the other. Loading is not counted.
func BenchmarkExtract(b *testing.B) {
	tuneMemory() // as main does
	var paths []string
	err := filepath.WalkDir(*corpusDir, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() && (strings.HasSuffix(path, ".txt") || strings.HasSuffix(path, ".md")) {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil || len(paths) == 0 {
		b.Fatalf("no text files in %s: %v", *corpusDir, err)
	}
	e, err := newEngine("")
	if err != nil {
		b.Fatal(err)
	}
	seg, err := e.segmenter()
	if err != nil {
		b.Fatal(err)
	}
	if _, err := e.extractor(); err != nil {
		b.Fatal(err)
	}
	var sentences []string
	size := 0
	for _, path := range paths {
		for raw, err := range read.Reports(context.Background(), read.Input{Path: path}, read.Options{}) {
			if err != nil {
				b.Logf("left out: %v", err)
				continue
			}
			doc, err := report.New(raw, report.Options{Regions: regions{e.lexicon.Regions()}})
			if err != nil {
				b.Logf("left out: %v", err)
				continue
			}
			for _, s := range doc.Sentences {
				sentences = append(sentences, doc.Quote(s.Start, s.End))
				size += len(sentences[len(sentences)-1])
			}
		}
	}
	b.Logf("%d files, %d sentences, %.1f MB, %d cores", len(paths), len(sentences), float64(size)/1e6, runtime.NumCPU())
	var extracting, tagging time.Duration
	for b.Loop() {
		start := time.Now()
		tagAll(seg.Bare, sentences)
		tagging += time.Since(start)

		start = time.Now()
		x := &extraction{
			opt: extractOptions{Out: b.TempDir(), Jobs: runtime.NumCPU(), Force: true, Quiet: true},
			io:  streams{}, engine: e,
		}
		if err := x.all(context.Background(), paths); err != nil && len(x.files.rejects()) == 0 {
			b.Fatal(err)
		}
		extracting += time.Since(start)
	}
	n := float64(b.N)
	b.ReportMetric(extracting.Seconds()/n, "s-extract")
	b.ReportMetric(tagging.Seconds()/n, "s-tag")
	b.ReportMetric(float64(size)/1e6/(extracting.Seconds()/n), "MB/s-extract")
	b.ReportMetric(float64(extracting)/float64(tagging), "extract/tag")
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
