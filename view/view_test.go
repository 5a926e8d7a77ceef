package view

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"zhibiao/dataset"
)

func ptr[T any](v T) *T { return &v }

// hostile is text that would run, or end an attribute or a script, if it were
// written as it is.
const hostile = `<script>window.broken=1</script>"'></p><img src=x onerror=window.broken=2>`

// sample is a report with what the pages must cope with: goals in words,
// several subjects, a table, headings, markup in the text.
func sample() (dataset.DocumentRow, []dataset.FactRow, Outline) {
	text := strings.Join([]string{
		"青云县政府工作报告",
		"一、2022年工作回顾",
		"全县地区生产总值150亿元，增长5.2%。城乡居民收入增长6%。",
		"指标\t2021年\t2022年",
		"地区生产总值\t140亿元\t150亿元",
		hostile,
		"二、2023年目标",
		"地区生产总值增长6%左右，居民收入增长与经济增长同步。推进“一网通办”。",
	}, "\n")
	doc := dataset.DocumentRow{
		DocID: "990001-2023-work_report", Source: `reports/<b>"青云".txt`, Title: `青云县政府工作报告 <script>window.broken=3</script>`,
		Region: "青云县", RegionCode: "990001", RegionLevel: "county", ReportYear: 2023, Kind: "work_report",
		Chars: int32(len([]rune(text))), Text: text, Warnings: []string{`a <i>warning</i> "here"`, "a communiqué with 3 goals"},
	}
	runes := []rune(text)
	var facts []dataset.FactRow
	// at is the n-th place of a string in the text, in code points.
	at := func(s string, n int) (int32, int32) {
		from := 0
		for range n {
			from += strings.Index(text[from:], s) + len(s)
		}
		start := len([]rune(text[:from+strings.Index(text[from:], s)]))
		return int32(start), int32(start + len([]rune(s)))
	}
	add := func(quote string, n int, value *float64, unit, measure, status, subject string, m int, confidence float64) {
		start, end := at(quote, n)
		f := dataset.FactRow{
			DocID: doc.DocID, RegionCode: doc.RegionCode, Region: doc.Region, RegionLevel: doc.RegionLevel, Kind: doc.Kind, ReportYear: 2023,
			Section: "2022年工作回顾", Chapter: "review", Origin: "text", Sentence: "全县" + subject + quote + "。",
			QuoteStart: start, QuoteEnd: end, Quote: string(runes[start:end]), Value: value, Unit: unit, UnitWritten: unit,
			Bound: "eq", Measure: measure, Subject: subject, Scope: "whole", Period: "2022", Status: status, Rule: "subject.before", Confidence: confidence,
		}
		if unit == "元" {
			f.UnitWritten = "亿元"
		}
		s, e := at(subject, m)
		f.SubjectStart, f.SubjectEnd = &s, &e
		facts = append(facts, f)
	}
	add("150亿元", 0, ptr(150e8), "元", "level", "actual", "地区生产总值", 0, 0.98)
	add("5.2%", 0, ptr(5.2), "%", "growth", "actual", "地区生产总值", 0, 0.93)
	add("6%", 0, ptr(6.0), "%", "growth", "estimate", "城乡居民收入", 0, 0.5)
	add("6%", 0, ptr(6.0), "%", "growth", "estimate", "居民收入", 0, 0.5)
	add("140亿元", 0, ptr(140e8), "元", "level", "actual", "地区生产总值", 1, 0.9)
	add("6%", 1, ptr(6.0), "%", "growth", "target", "地区生产总值", 2, 0.93)
	add("居民收入增长与经济增长同步", 0, nil, "", "growth", "target", "居民收入", 1, 0.62)
	for i := range facts {
		f := &facts[i]
		f.FactID = f.DocID + ":" + itoa(f.QuoteStart) + "-" + itoa(f.QuoteEnd)
	}
	facts[4].Scope = "part"
	facts[2].FactID += ":1"
	facts[3].FactID += ":2"
	facts[0].Indicator, facts[0].IndicatorName, facts[0].Headline = "gdp", "地区生产总值", true
	start, end := at("一", 1)
	h1, e1 := at("一、2022年工作回顾", 0)
	h2, e2 := at("二、2023年目标", 0)
	return doc, facts, Outline{
		Headings: []Heading{{0, 9, 0}, {int(h1), int(e1), 1}, {int(h2), int(e2), 1}},
		LeftOut:  []LeftOut{{int(start), int(end), "slogan"}},
	}
}

func itoa(n int32) string { b, _ := json.Marshal(n); return string(b) }

// report is a document with its facts.
type report struct {
	doc   dataset.DocumentRow
	facts []dataset.FactRow
}

// write makes a folder as extract writes it.
func write(t *testing.T, reports ...report) string {
	t.Helper()
	dir := t.TempDir()
	store, err := dataset.OpenStore(dir, dataset.Meta{})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	for _, r := range reports {
		r.doc.Facts = int32(len(r.facts))
		o := &dataset.Origin{File: r.doc.Source, Hash: dataset.DigestOf([]byte(r.doc.DocID)), Rules: "r", Parts: 1}
		if _, err := store.Add(dataset.NewEntry(r.doc, r.facts, nil), o); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := store.Commit(t.Context(), slices.Values([]dataset.FileRow{{Source: "公报<b>.png", Status: dataset.StatusRejected, Reason: "is a picture", Remedy: "run text recognition (OCR) on it, or get the report as text"}})); err != nil {
		t.Fatal(err)
	}
	return dir
}

// build writes the pages of reports and returns their folder.
func build(t *testing.T, opt Options, reports ...report) string {
	t.Helper()
	dir := write(t, reports...)
	out := filepath.Join(dir, "view")
	done, err := Build(t.Context(), dir, out, opt)
	if err != nil {
		t.Fatal(err)
	}
	facts := 0
	for _, r := range reports {
		facts += len(r.facts)
	}
	if done.Documents != len(reports) || done.Facts != facts || done.Index != filepath.Join(out, "index.html") {
		t.Fatalf("Build says %+v", done)
	}
	return out
}

func read(t *testing.T, path ...string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(path...))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestReportPage(t *testing.T) {
	doc, facts, outline := sample()
	out := build(t, Options{Outline: func(dataset.DocumentRow) (Outline, error) { return outline, nil }}, report{doc, facts})
	page := read(t, out, "doc", doc.DocID+".html")
	for _, want := range []string{
		`<p class="head">青云县政府工作报告</p>`,
		`<h2 id="h10">一、2022年工作回顾</h2>`,
		`<li class="l1"><a href="#h10">一、2022年工作回顾</a></li>`,
		// 地区生产总值 is the subject of both numbers behind it.
		`<p>全县<span class=" s" data-s="0 1">地区生产总值</span><span class="q actual" data-q="0">150亿元</span>，增长<span class="q actual" data-q="1">5.2%</span>。`,
		// 居民收入 lies in 城乡居民收入; both are subjects of one number.
		`<span class="q estimate" data-q="2">6%</span>。</p>`,
		`<table><tr><td>指标</td><td class="n">2021年</td><td class="n">2022年</td></tr><tr><td><span class=" s" data-s="3">地区生产总值</span></td><td class="n"><span class="q actual" data-q="3">140亿元</span></td>`,
		`<span class=" x" data-why="slogan">一</span>网通办`,
		`<span class="q target s" data-q="5" data-s="5">居民收入</span><span class="q target" data-q="5">增长与经济增长同步</span>`,
		`&lt;script&gt;window.broken=1&lt;/script&gt;`,
		`data-en="a &lt;i&gt;warning&lt;/i&gt; &#34;here&#34;">a &lt;i&gt;warning&lt;/i&gt; &#34;here&#34;</li>`,
		`<li data-zh="统计公报里有 3 个目标" data-en="a communiqué with 3 goals">统计公报里有 3 个目标</li>`,
		`http-equiv="Content-Security-Policy" content="default-src 'none'`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	for _, never := range []string{"<script>window", "<img", "onerror=window.broken=2>"} {
		if strings.Contains(page, never) {
			t.Errorf("the page holds %s", never)
		}
	}
}

// Whatever the marks are, the pieces of a line are its text.
func TestCutKeepsTheText(t *testing.T) {
	text := []rune("甲一二三乙\n丙四\t五丁\n戊")
	var spans []span
	for start := range text {
		for end := start + 1; end <= len(text); end += 3 {
			spans = append(spans, span{start, end, (start + end) % 4, start, "x"})
		}
	}
	var got strings.Builder
	for _, b := range blocks(text, spans, []Heading{{0, 2, 3}, {6, 11, 1}}) {
		rows := b.Rows
		if rows == nil {
			rows = [][][]piece{{b.Pieces}}
		}
		for _, row := range rows {
			for i, cell := range row {
				if i > 0 {
					got.WriteByte('\t')
				}
				for _, p := range cell {
					got.WriteString(p.Text)
				}
			}
			got.WriteByte('\n')
		}
	}
	if want := string(text) + "\n"; got.String() != want {
		t.Errorf("got %q, want %q", got.String(), want)
	}
}

// Marks that lie outside the text are dropped, and so is a number left out
// where a fact is.
func TestMarks(t *testing.T) {
	facts := []dataset.FactRow{{QuoteStart: 2, QuoteEnd: 4, Status: "actual", SubjectStart: ptr(int32(-1)), SubjectEnd: ptr(int32(1))}, {QuoteStart: 8, QuoteEnd: 11}}
	got := marks(10, facts, quantities(facts), []LeftOut{{2, 4, "name"}, {5, 5, "name"}, {6, 7, "year"}})
	want := []span{{2, 4, isQuantity, 0, "actual"}, {6, 7, isLeftOut, 0, "year"}}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestTable(t *testing.T) {
	type row struct {
		Word string   `parquet:"word,optional"`
		N    *float64 `parquet:"n"`
		Left int      `parquet:"left"`
		Year int32    `parquet:"year"`
	}
	rows := []row{{"甲</script>", ptr(1.5), 1, 0}, {"", nil, 1, 2}, {"甲</script>", ptr(math.Inf(1)), 1, 2}}
	got, err := json.Marshal(tableOf(rows, "left"))
	if err != nil {
		t.Fatal(err)
	}
	want := `{"rows":3,"columns":{"n":{"values":[1.5],"bytes":1,"cells":"AQAA"},"word":{"values":["甲\u003c/script\u003e"],"bytes":1,"cells":"AQAB"},"year":{"values":[0,2],"bytes":1,"cells":"AQIC"}}}`
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got := pack([]uint32{1, 300}, width(300)); !bytes.Equal(got, []byte{1, 0, 44, 1}) {
		t.Errorf("two bytes: %v", got)
	}
	if got := pack([]uint32{1 << 16}, width(1<<16)); !bytes.Equal(got, []byte{0, 0, 1, 0}) {
		t.Errorf("four bytes: %v", got)
	}
}

// A folder that view did not write is left as it is; its own is replaced, and
// what it holds no longer goes.
func TestFolder(t *testing.T) {
	doc, facts, _ := sample()
	dir := write(t, report{doc, facts})
	other := t.TempDir()
	if err := os.WriteFile(filepath.Join(other, "mine.txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Build(t.Context(), dir, other, Options{}); err == nil || !strings.Contains(err.Error(), "choose an empty or a new folder") {
		t.Errorf("a folder with other files: %v", err)
	}
	out := filepath.Join(t.TempDir(), "new", "view")
	for range 2 {
		if _, err := Build(t.Context(), dir, out, Options{}); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(out, "doc", "old.html"), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := Build(t.Context(), dir, out, Options{}); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(out, "doc", "old.html")); err == nil {
		t.Error("an old page is still there")
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(out), ".zhibiao-tmp*")); left != nil {
		t.Errorf("left over: %v", left)
	}
}

// Facts without their text are an error that names them, and so is what an
// outline fails with.
func TestErrors(t *testing.T) {
	doc, facts, _ := sample()
	dir := write(t, report{doc, facts})
	_, err := Build(t.Context(), dir, filepath.Join(dir, "view"), Options{Outline: func(dataset.DocumentRow) (Outline, error) { return Outline{}, errors.New("no outline") }})
	if err == nil || err.Error() != "page of 990001-2023-work_report: no outline" {
		t.Errorf("got %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "view")); err == nil {
		t.Error("a failed build left its folder")
	}
	doc.DocID = "990000-2023-work_report"
	other := write(t, report{doc, facts})
	if _, err := Build(t.Context(), other, filepath.Join(other, "view"), Options{}); err == nil || !strings.Contains(err.Error(), "facts of 990001-2023-work_report but not its text") {
		t.Errorf("got %v", err)
	}
}

// The same facts give the same pages, however many are written at a time.
func TestSamePages(t *testing.T) {
	doc, facts, _ := sample()
	var reports []report
	for n := range 40 {
		d := doc
		d.DocID, d.Source = fmt.Sprintf("%06d-2023-work_report", n), fmt.Sprint(n)
		own := slices.Clone(facts)
		for i := range own {
			own[i].DocID = d.DocID
			own[i].FactID = strings.Replace(own[i].FactID, doc.DocID, d.DocID, 1)
		}
		reports = append(reports, report{d, own})
	}
	one, two := build(t, Options{}, reports...), build(t, Options{}, reports...)
	for _, name := range []string{"data/facts.js", "data/documents.js", "data/sentences.js", "doc/000007-2023-work_report.html"} {
		if read(t, one, name) != read(t, two, name) {
			t.Errorf("%s differs", name)
		}
	}
	if n := strings.Count(read(t, one, "data/documents.js"), "-2023-work_report.html"); n != 40 {
		t.Errorf("%d pages are listed", n)
	}
}

// No document decides where its page is written.
func TestPageName(t *testing.T) {
	for id, want := range map[string]string{
		"310106-2023-work_report": "310106-2023-work_report.html",
		"../../etc/passwd":        "h-",
		"":                        "h-",
		"310106-2023-a/b":         "h-",
	} {
		if got := pageName(id); got != want && (want != "h-" || !plainName.MatchString(strings.TrimSuffix(got, ".html")) || !strings.HasPrefix(got, "h-")) {
			t.Errorf("%q: %q", id, got)
		}
	}
}

// Every label that a script or a page asks for is there.
func TestLabels(t *testing.T) {
	calls := regexp.MustCompile(`\bt\("([a-z._0-9]*[a-z0-9])"`)
	files, err := fs.Glob(assetFiles, "assets/*.js")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		b, _ := assetFiles.ReadFile(name)
		for _, m := range calls.FindAllStringSubmatch(string(b), -1) {
			if _, ok := labels[m[1]]; !ok {
				t.Errorf("%s asks for the label %q", name, m[1])
			}
		}
	}
}

// TestNotebookColours: a notebook marks quantities in the colours of the pages.
func TestNotebookColours(t *testing.T) {
	python, err := os.ReadFile("../python/src/zhibiao/_show.py")
	if err != nil {
		t.Fatal(err)
	}
	css, err := assetFiles.ReadFile("assets/style.css")
	if err != nil {
		t.Fatal(err)
	}
	colour := regexp.MustCompile(`--(ink|actual|actual-tint|estimate|estimate-tint|target|target-tint): ?(#[0-9a-f]{6})`)
	themes := func(text string) (light, dark map[string]string) {
		light, dark = map[string]string{}, map[string]string{}
		for _, m := range colour.FindAllStringSubmatch(text, -1) {
			switch {
			case light[m[1]] == "":
				light[m[1]] = m[2]
			case dark[m[1]] == "":
				dark[m[1]] = m[2]
			}
		}
		return light, dark
	}
	light, dark := themes(string(css))
	notebookLight, notebookDark := themes(string(python))
	if len(light) != 7 || !maps.Equal(light, notebookLight) || !maps.Equal(dark, notebookDark) {
		t.Errorf("the pages have %v and %v, notebooks %v and %v", light, dark, notebookLight, notebookDark)
	}
}
