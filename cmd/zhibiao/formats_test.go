package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"zhibiao/dataset"
	"zhibiao/extract"
	"zhibiao/report"
	"zhibiao/report/read"
	"zhibiao/report/reporttest"
)

// read gives the documents of a file with their facts.
func (x *extraction) readFile(t *testing.T, in read.Input) (docs []*report.Document, facts [][]dataset.FactRow) {
	t.Helper()
	ex, err := x.engine.extractor()
	if err != nil {
		t.Fatal(err)
	}
	for raw, err := range read.Reports(context.Background(), in, read.Options{CacheDir: cacheDir()}) {
		if err != nil {
			t.Fatal(err)
		}
		doc, err := report.New(raw, report.Options{Regions: extract.Regions(x.engine.lexicon)})
		if err != nil {
			t.Fatal(err)
		}
		result, err := extractFrom(ex, doc)
		if err != nil {
			t.Fatal(err)
		}
		docs, facts = append(docs, doc), append(facts, dataset.FromResult(doc, result))
	}
	return docs, facts
}

func newTestExtraction(t *testing.T) *extraction {
	t.Helper()
	e, err := newEngine("")
	if err != nil {
		t.Fatal(err)
	}
	return &extraction{engine: e}
}

// meaning is all that a fact says apart from where it stands and in which
// characters.
func meaning(rows []dataset.FactRow) []string {
	number := func(v *float64) string {
		if v == nil {
			return "null"
		}
		return fmt.Sprint(*v)
	}
	var all []string
	for _, r := range rows {
		all = append(all, strings.Join([]string{
			number(r.Value), number(r.ValueLow), number(r.ValueHigh), r.Unit, r.Dimension, r.Bound, r.Measure, r.Base,
			r.Indicator, r.Period, r.Status, r.Chapter, r.RegionCode, r.Kind, fmt.Sprint(r.ReportYear),
		}, " | "))
	}
	return all
}

// quotes are the words of a fact.
func quotes(rows []dataset.FactRow) []string {
	var all []string
	for _, r := range rows {
		all = append(all, strings.Join([]string{r.Quote, r.UnitWritten, r.Subject, r.Qualifier, r.Action}, " | "))
	}
	return all
}

func sameLists(t *testing.T, name string, have, want []string) {
	t.Helper()
	for i := range max(len(have), len(want)) {
		if i >= len(have) || i >= len(want) || have[i] != want[i] {
			t.Errorf("%s: fact %d of %d, %d expected:\nhave %q\nwant %q", name, i, len(have), len(want),
				have[min(i, len(have)):min(i+1, len(have))], want[min(i, len(want)):min(i+1, len(want))])
			return
		}
	}
}

// TestFormatsGiveTheSameFacts extracts the one report from every format and
// encoding.
func TestFormatsGiveTheSameFacts(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the program many times")
	}
	x := newTestExtraction(t)
	_, want := x.readFile(t, read.Input{Source: "a.txt", Data: []byte(reporttest.Text())})
	if len(want) != 1 || len(want[0]) < 40 {
		t.Fatalf("%d reports in the text", len(want))
	}
	formats := map[string]int{}
	for _, s := range reporttest.Samples() {
		if s.Refused != "" || !slices.Equal(s.Paragraphs, reporttest.Paragraphs) {
			continue
		}
		_, have := x.readFile(t, read.Input{Source: s.Name, Data: s.Data})
		if len(have) != 1 {
			t.Errorf("%q: %d reports", s.Name, len(have))
			continue
		}
		sameLists(t, s.Name, meaning(have[0]), meaning(want[0]))
		sameLists(t, s.Name, quotes(have[0]), quotes(want[0]))
		formats[s.Format+" "+s.Encoding]++
	}
	for _, f := range []string{"docx ", "doc ", "pdf ", "html utf-8", "html gb18030", "text utf-8", "text gb18030", "text utf-16le", "text utf-16be"} {
		if formats[f] == 0 {
			t.Errorf("no sample of %q among %v", f, formats)
		}
	}
}

// TestTraditionalTwin: the same facts, in the characters of the text.
func TestTraditionalTwin(t *testing.T) {
	x := newTestExtraction(t)
	plain, want := x.readFile(t, read.Input{Source: "a.txt", Data: []byte(reporttest.Text())})
	text := strings.Join(reporttest.Traditional, "\n")
	for name, data := range map[string][]byte{"utf-8": []byte(text), "big5": reporttest.Big5(text)} {
		docs, have := x.readFile(t, read.Input{Source: "a.txt", Data: data})
		if docs[0].Encoding != name {
			t.Errorf("encoding %s, want %s", docs[0].Encoding, name)
		}
		sameLists(t, name, meaning(have[0]), meaning(want[0]))
		named := 0
		for i := range min(len(have[0]), len(want[0])) {
			h, w := have[0][i], want[0][i]
			if h.QuoteStart != w.QuoteStart || h.QuoteEnd != w.QuoteEnd {
				t.Fatalf("%s: fact %d stands elsewhere: %s, %s", name, i, h.Quote, w.Quote)
			}
			if q := docs[0].Quote(int(h.QuoteStart), int(h.QuoteEnd)); h.Quote != q || !strings.Contains(text, q) {
				t.Errorf("%s: quote %q is not the text's %q", name, h.Quote, q)
			}
			if w.Quote != plain[0].Quote(int(w.QuoteStart), int(w.QuoteEnd)) {
				t.Errorf("quote %q is not the text's", w.Quote)
			}
			for _, s := range []string{h.Subject, h.UnitWritten, h.Action} {
				if strings.Trim(s, text) != "" {
					t.Errorf("%s: %q is not in the characters of the text", name, s)
				}
			}
			if h.Indicator != "" {
				named++
			}
		}
		if named < 10 {
			t.Errorf("%s: only %d facts have an indicator", name, named)
		}
	}
}

// TestCorpusTwins compares originals with the text that others took from them.
func TestCorpusTwins(t *testing.T) {
	const corpus = "../../../shared/corpus/"
	if _, err := os.Stat(corpus + "originals"); err != nil {
		t.Skip("no shared corpus beside the checkout:", err)
	}
	x := newTestExtraction(t)
	for original, text := range map[string]string{
		"originals/上海市_2025.docx":    "shanghai/2025_上海市.txt",
		"originals/杭州_2024.docx":     "city_2024/杭州_2024.txt",
		"originals/周口市统计公报_2023.pdf": "communique/周口市统计公报_2023.txt",
	} {
		_, have := x.readFile(t, read.Input{Path: filepath.FromSlash(corpus + original)})
		_, want := x.readFile(t, read.Input{Path: filepath.FromSlash(corpus + text)})
		sameLists(t, original, meaning(have[0]), meaning(want[0]))
		sameLists(t, original, quotes(have[0]), quotes(want[0]))
	}
	// The GBK text is its own twin once it is UTF-8.
	b, err := os.ReadFile(corpus + "originals/海拉尔区_2013.gbk.txt")
	if err != nil {
		t.Fatal(err)
	}
	gbk, have := x.readFile(t, read.Input{Source: "a.txt", Data: b})
	utf8, want := x.readFile(t, read.Input{Source: "a.txt", Data: bytes.ToValidUTF8([]byte(string(gbk[0].Text)), nil)})
	if gbk[0].Encoding != "gb18030" || utf8[0].Encoding != "utf-8" {
		t.Errorf("encodings %s, %s", gbk[0].Encoding, utf8[0].Encoding)
	}
	sameLists(t, "海拉尔区_2013.gbk.txt", meaning(have[0]), meaning(want[0]))
}
