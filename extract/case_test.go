package extract_test

import (
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"

	"zhibiao/extract"
	"zhibiao/lexicon"
	"zhibiao/report"
	"zhibiao/segment/jieba"
)

var mark = flag.Bool("mark", false, "set and take away the marks of known failures in testdata/cases")

// shipped is the extractor with the tables and the segmenter that the program
// ships with, loaded once.
var shipped = sync.OnceValues(func() (*extract.Extractor, error) {
	lex, err := lexicon.Load("")
	if err != nil {
		return nil, err
	}
	seg, err := jieba.New(extract.UserWords(lex))
	if err != nil {
		return nil, err
	}
	return extract.New(lex, seg)
})

func loadShipped(t testing.TB) *extract.Extractor {
	t.Helper()
	x, err := shipped()
	if err != nil {
		t.Fatalf("load the extractor: %v", err)
	}
	return x
}

// TestCases reads each sentence of testdata/cases. A case marked "! " is known
// to fail, and must be unmarked when it no longer does: run with -mark.
func TestCases(t *testing.T) {
	x := loadShipped(t)
	files, err := filepath.Glob("testdata/cases/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no case files in testdata/cases: %v", err)
	}
	for _, path := range files {
		name := filepath.Base(path)
		cases := readCases(t, path, name)
		failing := map[int]bool{}
		known := 0
		for i := range cases {
			c := &cases[i]
			problems := c.run(x)
			failing[c.line] = len(problems) > 0
			if c.known {
				known++
			}
			if *mark {
				continue
			}
			t.Run(c.name(), func(t *testing.T) {
				switch {
				case c.known && len(problems) == 0:
					t.Errorf("%s now passes: take the mark \"! \" away", c.text)
				case c.known && testing.Verbose():
					t.Logf("known failure: %s\n\t%s", c.text, strings.Join(problems, "\n\t"))
				case !c.known && len(problems) > 0:
					t.Errorf("%s\n\t%s", c.text, strings.Join(problems, "\n\t"))
				}
			})
		}
		t.Logf("%s: %d cases, %d of them known to fail", name, len(cases), known)
		if *mark {
			if err := markCases(path, failing); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// document is the sentence as part of its chapter.
func (c *phraseCase) document() *report.Document {
	doc := report.Plain(c.text)
	doc.Source = c.name()
	doc.Meta.Year = c.year
	for i := range doc.Paragraphs {
		p := &doc.Paragraphs[i]
		p.Chapter, p.From, p.To = report.Chapter(c.chapter), c.from, c.to
	}
	return doc
}

// run says what is wrong with the facts found in c.
func (c *phraseCase) run(x *extract.Extractor) (problems []string) {
	res, err := x.Extract(c.document())
	if err != nil {
		return []string{err.Error()}
	}
	var got []*extract.Fact
	for i := range res.Facts {
		if res.Facts[i].Value != nil { // goals without a number have tests of their own
			got = append(got, &res.Facts[i])
		}
	}
	used := make([]bool, len(got))
	take := func(ok func(f *extract.Fact) bool) bool {
		for i, f := range got {
			if !used[i] && ok(f) {
				used[i] = true
				return true
			}
		}
		return false
	}
	var left []*wanted
	for i := range c.facts {
		w := &c.facts[i]
		if !w.optional && !take(func(f *extract.Fact) bool { return sameQuote(f, w) && w.differs(f) == "" }) {
			left = append(left, w)
		}
	}
	for _, w := range left { // what was found in the same place, but read otherwise
		found := ""
		if take(func(f *extract.Fact) bool {
			if sameQuote(f, w) {
				found = w.differs(f)
			}
			return sameQuote(f, w)
		}) {
			problems = append(problems, w.quote+": "+found)
		} else {
			problems = append(problems, w.quote+": missed")
		}
	}
	for i, f := range got {
		extra := !used[i]
		for k := range c.facts {
			if c.facts[k].optional && sameQuote(f, &c.facts[k]) {
				extra = false
			}
		}
		if extra {
			problems = append(problems, f.Quote+": found as "+show(f)+", expected no such fact")
		}
	}
	return problems
}

// differs says in which columns f is not what is wanted, "" if in none.
func (w *wanted) differs(f *extract.Fact) string {
	var d []string
	say := func(column, got, want string) { d = append(d, fmt.Sprintf("%s %q, want %q", column, got, want)) }
	scale, unit := 1.0, f.Unit
	if w.measure == "growth" && w.unit == "%" && f.Unit == "倍" { // twice as much more is 200 % more
		scale, unit = 100, "%"
	}
	if w.measure == "growth" && w.unit == "倍" && f.Unit == "%" {
		scale, unit = 0.01, "倍"
	}
	if !near(*f.Value*scale, w.value) {
		say("value", fmt.Sprint(*f.Value), fmt.Sprint(w.value))
	}
	if (w.low == nil) != (f.Low == nil) || w.low != nil && (!near(*f.Low*scale, *w.low) || !near(*f.High*scale, *w.high)) {
		say("range", showRange(f.Low, f.High), showRange(w.low, w.high))
	}
	if unit != w.unit {
		say("unit", f.Unit, w.unit)
	}
	if f.Bound != w.bound {
		say("bound", f.Bound, w.bound)
	}
	if f.Measure != w.measure {
		say("measure", f.Measure, w.measure)
	}
	if f.Base != w.base {
		say("base", f.Base, w.base)
	}
	if !slices.ContainsFunc(w.subjects, func(s string) bool { return letters(s) == letters(f.Subject) }) {
		say("subject", f.Subject, strings.Join(w.subjects, " / "))
	}
	if !slices.Contains(w.periods, f.Period) {
		say("period", f.Period, strings.Join(w.periods, "|"))
	}
	if f.Status != w.status {
		say("status", f.Status, w.status)
	}
	if w.qualifier != "" && f.Qualifier != w.qualifier {
		say("qualifier", f.Qualifier, w.qualifier)
	}
	return strings.Join(d, "; ")
}

func near(a, b float64) bool {
	return math.Abs(a-b) <= 1e-6*math.Max(1, math.Max(math.Abs(a), math.Abs(b)))
}

// sameQuote compares without spaces, which cleaning takes away.
func sameQuote(f *extract.Fact, w *wanted) bool {
	squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
	return squeeze(f.Quote) == squeeze(w.quote)
}

// letters is s without marks and spaces: subjects are compared without them.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

func showRange(low, high *float64) string {
	if low == nil {
		return "-"
	}
	return fmt.Sprintf("%v~%v", *low, *high)
}

func show(f *extract.Fact) string {
	return fmt.Sprintf("%v %s | %s %s %s | %s | %s %s", *f.Value, f.Unit, f.Bound, f.Measure, f.Base, f.Subject, f.Period, f.Status)
}

// markCases writes the marks of a case file anew.
func markCases(path string, failing map[int]bool) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("mark the cases: %w", err)
	}
	lines := strings.Split(string(b), "\n")
	for i, s := range lines {
		fails, isCase := failing[i+1]
		if !isCase {
			continue
		}
		lines[i] = strings.TrimPrefix(s, "! ")
		if fails {
			lines[i] = "! " + lines[i]
		}
	}
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")), 0o644); err != nil {
		return fmt.Errorf("mark the cases: %w", err)
	}
	return nil
}
