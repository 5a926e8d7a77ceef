package extract_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"testing"

	"zhibiao/extract"
	"zhibiao/report"
	"zhibiao/segment/jieba"
)

// clauseShapes are clauses by the kinds of their words, a letter each: the
// first of a kind's name (n noun, t time, T tail, N number).
var clauseShapes = []string{
	"n,n,nTcs", "nTcs", "n,nTcs", "tnvNub", "nvNu,vNu", "nwnvNubu", "n,nTvNu,Nu", "tn,n,ncs", "vNunw", "bvNu", "nTvbNu", "vnNumvnNu", "ntvNuwvNu",
	"wnTTcs", "n,TTTcs", "(nvNu)", "tvnNu", "Nunv", "NuNuNu", "nNuwNun", "ttnTvN", "mmnTcm", "wTwvNu", "nmTmvmNum", "nvNutvNu", "cswcs",
}

// clauseKinds are the kinds of testdata/clause_words.txt by their letters.
var clauseKinds = map[string]rune{"number": 'N', "unit": 'u', "time": 't', "noun": 'n', "tail": 'T', "verb": 'v', "than": 'c', "standard": 's', "bound": 'b', "word": 'w', "mark": 'm'}

// clauseWords are the words that clauses are put together from: those of
// testdata/clause_words.txt and, as nouns and verbs, the commonest of the corpus
// beside the repository, where there is one.
var clauseWords = sync.OnceValues(func() (map[rune][]string, error) {
	data, err := os.ReadFile(filepath.Join("testdata", "clause_words.txt"))
	if err != nil {
		return nil, err
	}
	words := map[rune][]string{}
	for line := range strings.Lines(string(data)) {
		name, list, _ := strings.Cut(line, ":")
		if kind, ok := clauseKinds[name]; ok {
			words[kind] = strings.Fields(strings.ReplaceAll(list, `\n`, "⏎"))
		}
	}
	more, err := corpusWords(filepath.Join("..", "..", "shared", "corpus", "*", "*.txt"))
	for i, w := range more {
		kind := []rune("nnvTw")[i%5]
		words[kind] = append(words[kind], w)
	}
	return words, err
})

// corpusWords are the 3000 commonest words of the first reports that pattern
// names, of each enough to know it by.
func corpusWords(pattern string) ([]string, error) {
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		return nil, err
	}
	seg, err := jieba.New(nil)
	if err != nil {
		return nil, err
	}
	count := map[string]int{}
	for i := 0; i < len(files); i += 1 + len(files)/60 {
		data, err := os.ReadFile(files[i])
		if err != nil {
			return nil, err
		}
		text := strings.ToValidUTF8(string(data[:min(len(data), 20<<10)]), "")
		for _, t := range seg.Tag(text) {
			count[strings.TrimSpace(t.Text)]++
		}
	}
	delete(count, "")
	words := make([]string, 0, len(count))
	for w := range count {
		words = append(words, w)
	}
	slices.SortFunc(words, func(a, b string) int {
		if n := count[b] - count[a]; n != 0 {
			return n
		}
		return strings.Compare(a, b)
	})
	return words[:min(len(words), 3000)], nil
}

// clause puts a text together: a byte of picks chooses a shape, two each of its
// words.
func clause(words map[rune][]string, picks []byte) string {
	var b strings.Builder
	for len(picks) > 0 {
		shape := clauseShapes[int(picks[0])%len(clauseShapes)]
		picks = picks[1:]
		for _, kind := range shape {
			switch list := words[kind]; {
			case kind == ',':
				b.WriteString("、")
			case len(list) == 0:
				b.WriteRune(kind)
			case len(picks) > 1:
				b.WriteString(list[(int(picks[0])<<8|int(picks[1]))%len(list)])
				picks = picks[2:]
			}
		}
		b.WriteString("，")
	}
	return strings.ReplaceAll(b.String(), "⏎", "\n")
}

// readClause reads text as a paragraph of a chapter, and as a report.
func readClause(t testing.TB, x *extract.Extractor, text string, year int, chapter report.Chapter) {
	t.Helper()
	doc := report.Plain(text)
	doc.Meta.Year = year
	for i := range doc.Paragraphs {
		p := &doc.Paragraphs[i]
		p.Chapter, p.From, p.To = chapter, year, year
		if chapter == report.Outlook {
			p.To = year + 4
		}
	}
	docs := []*report.Document{doc}
	if doc, err := report.New(report.Raw{Source: "clauses.txt", Format: "text", Text: text}, report.Options{}); err == nil {
		docs = append(docs, doc)
	}
	for _, doc := range docs {
		res, err := x.Extract(doc)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		for _, v := range extract.Violations(doc, res) {
			t.Errorf("%q: %s", text, v)
		}
	}
}

// clauseChapters are those of a report and none, as explain reads a sentence.
var clauseChapters = [...]report.Chapter{report.Review, report.Plan, report.Outlook, report.Other, ""}

// FuzzClauses reads clauses put together from the words of reports.
func FuzzClauses(f *testing.F) {
	words, err := clauseWords()
	if err != nil {
		f.Fatal(err)
	}
	x := loadShipped(f)
	for i := range clauseShapes {
		f.Add(append([]byte{byte(i)}, "0123456789abcdefghijklmnopqrstuvwxyz"...), uint8(i))
	}
	f.Fuzz(func(t *testing.T, picks []byte, chapter uint8) {
		if len(picks) > 400 {
			return
		}
		readClause(t, x, clause(words, picks), 2023, clauseChapters[int(chapter)%len(clauseChapters)])
	})
}

// TestClauses reads some thousands of such clauses, the same each time.
func TestClauses(t *testing.T) {
	words, err := clauseWords()
	if err != nil {
		t.Fatal(err)
	}
	x := loadShipped(t)
	n := 20000
	if testing.Short() {
		n = 2000
	}
	rng := rand.New(rand.NewPCG(20230105, 7))
	picks := make([]byte, 80)
	for i := range n {
		for k := range picks {
			picks[k] = byte(rng.Uint32())
		}
		text := clause(words, picks[:20+rng.IntN(len(picks)-20)])
		if panicked := catch(func() { readClause(t, x, text, 2023, clauseChapters[i%len(clauseChapters)]) }); panicked != nil {
			t.Errorf("%q in %s: %v", text, clauseChapters[i%len(clauseChapters)], panicked)
		}
	}
}

// catch returns what f panics with, so that a test can name the text.
func catch(f func()) (panicked any) {
	defer func() {
		if r := recover(); r != nil {
			panicked = fmt.Sprintf("%v\n%s", r, debug.Stack())
		}
	}()
	f()
	return nil
}

// TestGoalWithoutItsTail reads goals whose last word is one that goals end in,
// behind a pause that falls with it.
func TestGoalWithoutItsTail(t *testing.T) {
	x := loadShipped(t)
	for _, text := range []string{
		"工业、消费、进出口等年均增速高于全国",
		"投资、消费、出口等增速高于全市平均水平。",
		"财政收入和增长、增速与经济增长同步。",
		"税收、等、的增幅快于全省。",
		"的、增长、增速、涨幅高于全国平均水平。",
	} {
		for _, chapter := range clauseChapters {
			if panicked := catch(func() { readClause(t, x, text, 2024, chapter) }); panicked != nil {
				t.Errorf("%q in %s: %v", text, chapter, panicked)
			}
		}
	}
}
