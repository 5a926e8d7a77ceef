package read

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode"

	"zhibiao/report"
	"zhibiao/report/reporttest"
)

// readAll collects what Reports yields, errors as *report.Error.
func readAll(t testing.TB, in Input, opt Options) (raws []report.Raw, fails []*report.Error) {
	t.Helper()
	if opt.CacheDir == "" {
		opt.CacheDir = pdfCache
	}
	for r, err := range Reports(context.Background(), in, opt) {
		if err == nil {
			raws = append(raws, r)
			continue
		}
		var e *report.Error
		if !errors.As(err, &e) {
			t.Fatalf("%s: %v is no *report.Error", in.Source, err)
		}
		if e.Reason == "" || e.Remedy == "" || e.Stage == "" || e.Source == "" {
			t.Errorf("%s: an error has to say everything: %+v", in.Source, e)
		}
		if strings.Contains(e.Reason, "broke on it") {
			t.Errorf("%s: a panic: %v", in.Source, e)
		}
		fails = append(fails, e)
	}
	return raws, fails
}

// pdfCache keeps the compiled PDF library between runs of the tests.
var pdfCache = func() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = os.TempDir()
	}
	return filepath.Join(dir, "zhibiao", "pdf")
}()

// squeeze drops white space and the marks of tables, so that paragraphs compare by their characters.
func squeeze(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(tableMarks, r) }), "")
}

// squeezed are the lines of a text that are not empty, squeezed.
func squeezed(s string) (lines []string) {
	for l := range strings.SplitSeq(s, "\n") {
		if l = squeeze(l); l != "" {
			lines = append(lines, l)
		}
	}
	return lines
}

func TestReadSamples(t *testing.T) {
	for _, s := range reporttest.Samples() {
		t.Run(strings.ReplaceAll(s.Name, "\n", "_"), func(t *testing.T) {
			raws, fails := readAll(t, Input{Source: s.Name, Data: s.Data}, Options{})
			if s.Refused != "" {
				if len(raws) > 0 || len(fails) != 1 || !strings.Contains(fails[0].Reason, s.Refused) {
					t.Fatalf("want a refusal with %q, have %d reports and %v", s.Refused, len(raws), fails)
				}
				return
			}
			if len(raws) != 1 || len(fails) > 0 {
				t.Fatalf("want one report, have %d and %v", len(raws), fails)
			}
			r := raws[0]
			if r.Source != s.Name || r.Format != s.Format || r.Encoding != s.Encoding {
				t.Errorf("source %q, format %q, encoding %q; want %q, %q, %q", r.Source, r.Format, r.Encoding, s.Name, s.Format, s.Encoding)
			}
			if r.Notes != s.Notes {
				t.Errorf("notes %q, want %q", r.Notes, s.Notes)
			}
			comparePlain(t, r.Text, s.Paragraphs)
		})
	}
}

// comparePlain compares a text with paragraphs, white space aside.
func comparePlain(t *testing.T, text string, want []string) {
	t.Helper()
	have := squeezed(text)
	for i := range max(len(have), len(want)) {
		switch {
		case i >= len(want):
			t.Fatalf("one paragraph more: %q", have[i])
		case i >= len(have):
			t.Fatalf("a paragraph is missing: %q", want[i])
		case have[i] != squeeze(want[i]):
			t.Fatalf("paragraph %d:\nhave %q\nwant %q", i, have[i], squeeze(want[i]))
		}
	}
}

// TestReadSavedPage: of a page saved as one file its HTML is read, and all of it.
func TestReadSavedPage(t *testing.T) {
	const text = "各位代表，全市生产总值增长8.5%。"
	page := "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"B\"\r\n\r\n--B\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" +
		"<html><body><p>" + text + "</p></body></html>\r\n--B--\r\n"
	path := filepath.Join(t.TempDir(), "a.mht")
	if err := os.WriteFile(path, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, in := range []Input{{Path: path}, {Source: "a.mht", Data: []byte(page)}} {
		raws, fails := readAll(t, in, Options{})
		if len(fails) > 0 || strings.TrimSpace(raws[0].Text) != text {
			t.Errorf("%v, %v", raws, fails)
		}
	}
}

func TestReadHTMLMeta(t *testing.T) {
	for _, s := range reporttest.Pages() {
		if s.Name != "trs.htm" {
			continue
		}
		raws, _ := readAll(t, Input{Source: s.Name, Data: s.Data}, Options{})
		if raws[0].Title != "2023年静安区政府工作报告" || raws[0].Date != "2023-01-18" || !raws[0].Lines {
			t.Errorf("title %q, date %q, lines %v", raws[0].Title, raws[0].Date, raws[0].Lines)
		}
	}
}

// TestReadCells keeps the figures of a row apart, through cleaning too.
func TestReadCells(t *testing.T) {
	row := func(cells ...string) string {
		return "<tr><td>" + strings.Join(cells, "</td><td>") + "</td></tr>"
	}
	page := "<html><body>" + reporttest.Article() + "<table>" + row("指标", "2022年", "2023年") + row("常住人口", "97.03", "95.12") + "</table></body></html>"
	raws, _ := readAll(t, Input{Source: "a.html", Data: []byte(page)}, Options{})
	d, err := report.New(raws[0], report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(d.Text), "常住人口\t97.03\t95.12") {
		t.Errorf("a row's figures are glued: %q", string(d.Text))
	}
}

// TestReadSame checks that the report is the same clean text from whatever
// file it comes.
func TestReadSame(t *testing.T) {
	clean := func(s reporttest.Sample) string {
		raws, fails := readAll(t, Input{Source: "a", Data: s.Data}, Options{})
		if len(raws) != 1 {
			t.Fatalf("%s: %v", s.Name, fails)
		}
		d, err := report.New(raws[0], report.Options{})
		if err != nil {
			t.Fatalf("%s: %v", s.Name, err)
		}
		return string(d.Text)
	}
	want := ""
	for _, s := range reporttest.Samples() {
		if s.Refused != "" || len(s.Paragraphs) != len(reporttest.Paragraphs) || s.Paragraphs[5] != reporttest.Paragraphs[5] {
			continue
		}
		have := clean(s)
		if want == "" {
			want = have
		}
		if have != want {
			t.Errorf("%q reads otherwise:\n%s\nthan the first:\n%s", s.Name, have, want)
		}
	}
	for _, s := range reporttest.Texts() { // rune for rune, so that spans agree
		if s.Name == "big5.txt" && len([]rune(clean(s))) != len([]rune(want)) {
			t.Errorf("the traditional twin has %d characters, want %d", len([]rune(clean(s))), len([]rune(want)))
		}
	}
}

func TestReadTextDamage(t *testing.T) {
	damaged := []byte(reporttest.Text())
	copy(damaged[300:], "\xFF\xFE")
	raws, fails := readAll(t, Input{Source: "damaged.txt", Data: damaged}, Options{})
	if len(fails) > 0 || raws[0].Encoding != utf8Name || len(raws[0].Warnings) != 1 {
		t.Errorf("a few bad bytes are a warning: %v %v", raws, fails)
	}
	half := []byte(reporttest.Text())
	for i := range half {
		if i%3 == 0 {
			half[i] = 0xFF
		}
	}
	if raws, fails := readAll(t, Input{Source: "half.txt", Data: half}, Options{}); len(fails) != 1 {
		t.Errorf("many bad bytes are a refusal: %d reports", len(raws))
	}
}

func TestReadPaths(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "换\n行.txt")
	if err := os.WriteFile(file, []byte(reporttest.Text()), 0o600); err != nil {
		t.Fatal(err)
	}
	loop := filepath.Join(dir, "loop.txt")
	if err := os.Symlink(loop, loop); err != nil {
		t.Skip(err)
	}
	if raws, fails := readAll(t, Input{Path: file}, Options{}); len(raws) != 1 || raws[0].Source != file {
		t.Errorf("a name with a line break: %v", fails)
	}
	for path, reason := range map[string]string{
		dir: "folder", loop: "too many", filepath.Join(dir, "none"): "no such file", "/dev/null": "regular", "/dev/zero": "regular",
	} {
		if _, fails := readAll(t, Input{Path: path}, Options{}); len(fails) != 1 || !strings.Contains(fails[0].Reason, reason) {
			t.Errorf("%s: want %q, have %v", path, reason, fails)
		}
	}
	if os.Geteuid() != 0 { // root reads everything
		closed := filepath.Join(dir, "closed.txt")
		_ = os.WriteFile(closed, []byte("一"), 0)
		if _, fails := readAll(t, Input{Path: closed}, Options{}); len(fails) != 1 || !strings.Contains(fails[0].Reason, "permission") {
			t.Errorf("no permission: %v", fails)
		}
	}
}

// TestReadHostile bounds the time that large and hostile files take.
func TestReadHostile(t *testing.T) {
	digits := []byte(strings.Repeat("0123456789", 10<<20))
	for name, data := range map[string][]byte{
		"100 MB of digits.txt":  digits,
		"30 MB of digits.txt":   digits[:30<<20],
		"7 MB of digits.txt":    append([]byte("指标"), digits[:7<<20]...),
		"brackets.txt":          []byte("指标" + strings.Repeat("[（《", 1<<20)),
		"tags.html":             []byte("<html><body>指标" + strings.Repeat("<div><a><b><table><tr><td>", 100000)),
		"attributes.html":       []byte("<html><body " + strings.Repeat("a=b ", 1<<20) + ">指标"),
		"open tag.html":         []byte("<html><body>指标<" + strings.Repeat("a", 4<<20)),
		"entities.html":         []byte("<html><body>指标" + strings.Repeat("&lt;", 1<<20)),
		"nested json.json":      []byte(`{"text":` + strings.Repeat("[", 1<<20)),
		"open quote.csv":        []byte("text,title\n\"" + strings.Repeat("指标,\n", 1<<20)),
		"quotes.csv":            []byte("text,title\n" + strings.Repeat("\"\n", 1<<20)),
		"commas.csv":            []byte("text,title\n指标" + strings.Repeat(",", 4<<20)),
		"groups.rtf":            []byte(`{\rtf1 ` + strings.Repeat("{", 1<<20)),
		"columns.csv":           []byte(strings.Repeat("text,", 1<<20)),
		"one line of tags.html": []byte("<html>" + strings.Repeat("<p>指<br>", 1<<19)),
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			raws, fails := readAll(t, Input{Source: name, Data: data}, Options{})
			if len(raws)+len(fails) == 0 {
				t.Error("neither a report nor a refusal")
			}
			if d := time.Since(start); d > time.Minute { // what costs the square of its size takes hours
				t.Errorf("took %s", d)
			}
		})
	}
}

func TestReadStops(t *testing.T) {
	csv := []byte("text,title\n" + strings.Repeat("指标,题\n", 1000))
	n := 0
	for range Reports(context.Background(), Input{Source: "a.csv", Data: csv}, Options{}) {
		if n++; n == 3 {
			break
		}
	}
	if n != 3 {
		t.Errorf("%d reports after a stop at 3", n)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, err := range Reports(ctx, Input{Source: "a.csv", Data: csv}, Options{}) {
		if err == nil {
			t.Error("a report although stopped")
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("the caller's panic was swallowed")
		}
	}()
	for range Reports(context.Background(), Input{Source: "a.csv", Data: csv}, Options{}) {
		panic("the caller's")
	}
}

func TestReadPDFTime(t *testing.T) {
	pdf := reporttest.PDF(reporttest.Paragraphs)
	readAll(t, Input{Source: "warm.pdf", Data: pdf}, Options{})
	_, fails := readAll(t, Input{Source: "slow.pdf", Data: reporttest.PDF(slices.Repeat(reporttest.Paragraphs, 300))}, Options{Limits: Limits{PDFTime: 2 * time.Millisecond}})
	if len(fails) != 1 || !strings.Contains(fails[0].Reason, "takes longer") {
		t.Errorf("no time limit: %v", fails)
	}
	if raws, fails := readAll(t, Input{Source: "after.pdf", Data: pdf}, Options{}); len(raws) != 1 {
		t.Errorf("the library is lost after a time limit: %v", fails)
	}
}

func TestReadPDFTogether(t *testing.T) {
	pdf := reporttest.PDF(reporttest.Paragraphs)
	var wg sync.WaitGroup
	for range 6 {
		wg.Go(func() {
			if raws, fails := readAll(t, Input{Source: "a.pdf", Data: pdf}, Options{}); len(raws) != 1 {
				t.Errorf("%v", fails)
			}
		})
	}
	wg.Wait()
}

// TestReadCorpus compares originals with the text that others took from them.
func TestReadCorpus(t *testing.T) {
	const corpus = "../../shared/corpus/"
	if _, err := os.Stat(corpus + "originals"); err != nil {
		t.Skip("no shared corpus beside the checkout:", err)
	}
	for original, text := range map[string]string{
		"originals/上海市_2025.docx":    "shanghai/2025_上海市.txt",
		"originals/杭州_2024.docx":     "city_2024/杭州_2024.txt",
		"originals/周口市统计公报_2023.pdf": "communique/周口市统计公报_2023.txt",
	} {
		a, fails := readAll(t, Input{Path: corpus + original}, Options{})
		b, _ := readAll(t, Input{Path: corpus + text}, Options{})
		if len(a) != 1 || len(b) != 1 {
			t.Errorf("%s: %v", original, fails)
			continue
		}
		want := squeezed(b[0].Text)
		if strings.HasSuffix(original, ".pdf") { // its text was taken with page numbers and printed lines
			var lines []string
			for _, l := range want {
				if !pageNumber.MatchString(l) {
					lines = append(lines, l)
				}
			}
			if have, want := squeeze(a[0].Text), strings.Join(lines, ""); have != want {
				t.Errorf("%s: %d characters, want the %d of its text", original, len([]rune(have)), len([]rune(want)))
			}
			continue
		}
		comparePlain(t, a[0].Text, want)
	}
}
