package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"zhibiao/dataset"
	"zhibiao/extract"
	"zhibiao/report"
	"zhibiao/report/read"
)

var longest = flag.Int("longest", 1_000_000, "bytes of the longest text of BenchmarkScale")

// scaled are texts to be repeated behind the head of a chapter, N being how often: as
// reports have them, and in one paragraph without a full stop what a report has a few of.
var scaled = []struct{ name, unit, head string }{
	{"paragraphs", "第N项，地区生产总值增长6.1%，规模以上工业增加值达到320亿元。建成公园12个，新增床位300张，居民收入稳步增长。\n", plan},
	{"goals", "居民收入稳步增长；", plan},
	{"figures", "工业增加值增长8.5%，", plan},
	{"list", "建成公园12个、", plan},
	{"years", "2021年、2022年、", plan},
	{"words", "坚持稳中求进工作总基调，", plan},
	{"growths", "工业增加值增长8.5%、", review},
}

const (
	plan   = "二、2024年工作安排\n"
	review = "一、过去五年工作回顾\n五年来，" // each growth may be of all five, as those before it tell
)

// BenchmarkScale reads texts from 10 KB on, each ten times as long as the one
// before, and reports what processor time a character costs, and how much more of
// it in the longest text than in the one of 100 KB: 1 is work that grows with the
// text and no faster.
func BenchmarkScale(b *testing.B) {
	tuneMemory()
	e, err := newEngine("")
	if err != nil {
		b.Fatal(err)
	}
	if _, err := e.extractor(); err != nil {
		b.Fatal(err)
	}
	for _, s := range scaled {
		b.Run(s.name, func(b *testing.B) {
			path := filepath.Join(b.TempDir(), "report.txt")
			for b.Loop() {
				first := 0.0
				for size := 10_000; size <= *longest; size *= 10 {
					text := repeated(s.head, s.unit, size)
					if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
						b.Fatal(err)
					}
					perChar := float64(readOnce(b, e, path)) / float64(utf8.RuneCountInString(text))
					b.ReportMetric(perChar, fmt.Sprintf("ns/char-%dKB", size/1000))
					if size == 100_000 {
						first = perChar
					}
					b.ReportMetric(perChar/first, "growth")
				}
			}
		})
	}
}

// repeated is a chapter of so many bytes.
func repeated(head, unit string, size int) string {
	var b strings.Builder
	b.WriteString(head)
	for i := 0; b.Len() < size; i++ {
		b.WriteString(strings.ReplaceAll(unit, "N", strconv.Itoa(i)))
	}
	return b.String() + "。\n"
}

// readOnce is what processor time it takes to read a report and its rows.
func readOnce(b *testing.B, e *engine, path string) time.Duration {
	b.Helper()
	start := processorTime()
	for raw, err := range read.Reports(b.Context(), read.Input{Path: path}, read.Options{}) {
		if err != nil {
			b.Fatal(err)
		}
		doc, err := report.New(raw, report.Options{Regions: extract.Regions(e.lexicon), Year: 2024, Region: "上海市静安区"})
		if err != nil {
			b.Fatal(err)
		}
		rows, err := e.rows(doc, nil)
		if err != nil {
			b.Fatal(err)
		}
		dataset.NewEntry(dataset.NewDocument(doc, len(rows)), rows, nil)
	}
	return processorTime() - start
}
