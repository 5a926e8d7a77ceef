package words

import (
	"cmp"
	"context"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"zhibiao/dataset"
	"zhibiao/segment"
)

// counter makes a counter of "group term" lines.
func counter(t *testing.T, lines ...string) *Counter {
	t.Helper()
	var terms []Term
	for _, l := range lines {
		g, term, _ := strings.Cut(l, " ")
		terms = append(terms, Term{g, term})
	}
	c, err := NewCounter(terms)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// spelled are matches as group/term@byte.
func spelled(c *Counter, text string) string {
	var b []string
	for _, m := range c.Find(text) {
		t := c.Terms[m.Term]
		if text[m.Start:m.End] != t.Text {
			b = append(b, "WRONG")
		}
		b = append(b, t.Group+"/"+t.Text+"@"+strconv.Itoa(utf8.RuneCountInString(text[:m.Start])))
	}
	return strings.Join(b, " ")
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ name, terms, text, want string }{
		{"longer first", "a 经济|a 数字经济", "数字经济和经济", "a/数字经济@0 a/经济@5"},
		{"across groups nothing is hidden", "a 数字经济|b 经济", "数字经济", "a/数字经济@0 b/经济@2"},
		{"one term in two groups", "a 绿色|b 绿色", "绿色", "a/绿色@0 b/绿色@0"},
		{"the longer wins though it stands behind", "a 国家|a 家庭农场", "国家庭农场", "a/家庭农场@1"},
		{"of one length the first wins", "a 中国|a 国家", "中国家", "a/中国@0"},
		{"a term does not overlap itself", "a 天天", "天天天天天", "a/天天@0 a/天天@2"},
		{"latin letters as they stand", "a PM2.5|a 5G", "PM2.5和pm2.5，5G", "a/PM2.5@0 a/5G@12"},
		{"nothing", "a 数字经济", "数字 经济", ""},
	} {
		if got := spelled(counter(t, strings.Split(c.terms, "|")...), c.text); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// TestFindLikeReplacing compares with the plain way: replace the longest term
// by a mark wherever it stands, then the next.
func TestFindLikeReplacing(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	draw := func(n int) string {
		var b strings.Builder
		for range n {
			b.WriteString(string([]rune("数字经济网a")[r.IntN(6)]))
		}
		return b.String()
	}
	for range 3000 {
		seen := map[string]bool{}
		var terms []Term
		for range 1 + r.IntN(6) {
			if s := draw(1 + r.IntN(4)); !seen[s] {
				seen[s] = true
				terms = append(terms, Term{"a", s})
			}
		}
		text := draw(r.IntN(30))
		c, err := NewCounter(terms)
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]int{}
		for _, m := range c.Find(text) {
			got[c.Terms[m.Term].Text]++
		}
		want := map[string]int{}
		left := text
		byLength := slices.Clone(terms)
		slices.SortStableFunc(byLength, func(a, b Term) int {
			return cmp.Compare(utf8.RuneCountInString(b.Text), utf8.RuneCountInString(a.Text))
		})
		if sameLength(byLength) {
			continue // which of two of one length goes first is another question
		}
		for _, term := range byLength {
			if n := strings.Count(left, term.Text); n > 0 {
				want[term.Text] = n
				left = strings.ReplaceAll(left, term.Text, "|")
			}
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%v in %s: got %v, want %v", terms, text, got, want)
		}
	}
}

func sameLength(terms []Term) bool {
	for i := 1; i < len(terms); i++ {
		if utf8.RuneCountInString(terms[i].Text) == utf8.RuneCountInString(terms[i-1].Text) {
			return true
		}
	}
	return false
}

func TestReadTerms(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	x := excelize.NewFile()
	for cell, v := range map[string]string{"A1": "类别", "B1": "关键词", "C1": "备注", "A2": "环境", "B2": "减排", "A3": "民生", "B3": "就业", "C3": "x"} {
		if err := x.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	book := filepath.Join(dir, "t.xlsx")
	if err := x.SaveAs(book); err != nil {
		t.Fatal(err)
	}
	want := []Term{{"环境", "减排"}, {"民生", "就业"}}
	for _, path := range []string{
		write("a.csv", "\ufeffgroup,term\r\n环境,减排\r\n民生,就业\r\n"),
		write("b.tsv", "# a comment\nterm\tgroup\n减排\t环境\n\n就业\t民生"),
		write("c.txt", "环境\t减排\n民生\t就业\n"),
		write("quoted.csv", "\"group\",\"term\"\n\"环境\",\"减排\"\n\"民生\",\"就业\"\n"),
		write("gbk.csv", "group,term\r\n\xbb\xb7\xbe\xb3,\xbc\xf5\xc5\xc5\r\n\xc3\xf1\xc9\xfa,\xbe\xcd\xd2\xb5\r\n"),
		book,
	} {
		if got, err := ReadTerms(path); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v %v", path, got, err)
		}
	}
	if got, err := ReadTerms(write("mine.txt", "减排\n就业\n")); err != nil || !reflect.DeepEqual(got, []Term{{"mine", "减排"}, {"mine", "就业"}}) {
		t.Error(got, err)
	}
	for text, want := range map[string]string{
		"group,term\n环境,减排\n环境,减排\n": "x.csv:3: 减排 stands in line 2 already",
		"group,term\n环境,\n":          "x.csv:2: no term in this line",
		"# nothing\n":                "holds no terms",
		"\xff\xfe":                   "is neither UTF-8 nor GBK",
		"group,term\n环境,\"减排\n":      "x.csv:2: no line of CSV",
	} {
		if _, err := ReadTerms(write("x.csv", text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %s", text, err, want)
		}
	}
	if _, err := ReadTerms(filepath.Join(dir, "none.csv")); err == nil {
		t.Error("a file that is not there was read")
	}
}

func TestJoin(t *testing.T) {
	j, err := NewJoiner([]string{"数字经济", "营商环境", "国际化营商环境"})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range [][2]string{
		{"发展/v 数字/b 经济/n", "发展/v 数字经济/n"},
		{"数字/b 经济学/n", "数字经济/n 学/n"},
		{"优化/v 国际化/vn 营商/n 环境/n 。/x", "优化/v 国际化营商环境/n 。/x"},
		{"大数字/m 经济/n 数字经济/n", "大/m 数字经济/n 数字经济/n"},
		{"没有/v", "没有/v"},
	} {
		var text string
		var tokens []segment.Token
		for w := range strings.FieldsSeq(c[0]) {
			word, pos, _ := strings.Cut(w, "/")
			start := utf8.RuneCountInString(text)
			text += word
			tokens = append(tokens, segment.Token{Text: word, Pos: pos, Start: start, End: utf8.RuneCountInString(text)})
		}
		var got []string
		at := 0
		for _, k := range j.Join(text, tokens) {
			if k.Start != at || string([]rune(text)[k.Start:k.End]) != k.Text {
				t.Errorf("%s: token %+v leaves a gap or is not its text", c[0], k)
			}
			at = k.End
			got = append(got, k.Text+"/"+k.Pos)
		}
		if strings.Join(got, " ") != c[1] {
			t.Errorf("%s: got %v, want %s", c[0], got, c[1])
		}
	}
	var none *Joiner
	if got := none.Join("a", []segment.Token{{Text: "a", End: 1}}); len(got) != 1 {
		t.Error(got)
	}
}

// TestKeyness: 10 of 100 words here and 5 of 200 elsewhere where 5 and 10 were
// to be expected is 2(10 ln 2 + 5 ln ½).
func TestKeyness(t *testing.T) {
	want := 2 * (10*math.Ln2 - 5*math.Ln2)
	if got := keyness(10, 5, 100, 200); math.Abs(got-want) > 1e-9 {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := keyness(5, 10, 200, 100); math.Abs(got+want) > 1e-9 {
		t.Errorf("a rarer word: got %v, want %v", got, -want)
	}
	if got := keyness(2, 0, 10, 0); got != 0 {
		t.Errorf("without other documents: got %v", got)
	}
}

// store writes documents as extract does and returns their folder.
func store(t *testing.T, texts ...string) string {
	t.Helper()
	dir := t.TempDir()
	s, err := dataset.OpenStore(dir, dataset.Meta{Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for i, text := range texts {
		d := dataset.DocumentRow{
			DocID: "310106-" + string(rune('1'+i)), Source: string(rune('a' + i)), RegionCode: "310106", Region: "静安区", RegionLevel: "county",
			ReportYear: int32(2020 + i), Kind: "work_report", Text: text, Chars: int32(utf8.RuneCountInString(text)),
		}
		if _, err := s.Add(dataset.NewEntry(d, nil, nil), &dataset.Origin{File: d.Source, Hash: dataset.DigestOf([]byte(d.DocID)), Parts: 1}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Commit(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	return dir
}

// characters is a segmenter that makes a word of each character.
func characters(text string) (tokens []segment.Token) {
	for i, r := range []rune(text) {
		tokens = append(tokens, segment.Token{Text: string(r), Pos: "n", Start: i, End: i + 1})
	}
	return tokens
}

func TestCount(t *testing.T) {
	dir := store(t, "发展数字经济。\n经济增长5%。", "改善民生")
	opt := Options{
		Counter: counter(t, "经济 数字经济", "经济 经济", "民生 民生"), Tag: characters, Jobs: 2,
		Parts: func(d *dataset.DocumentRow) []Part {
			return []Part{{0, 7, "review", "回顾"}, {8, int(d.Chars), "plan", "安排"}}
		},
	}
	var got []string
	for r, err := range Count(context.Background(), dir, opt) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, strings.Join([]string{r.DocID[7:], r.Group, cmp.Or(r.Term, "*"), strconv.Itoa(int(r.Count))}, " "))
	}
	want := "1 经济 * 2,1 经济 数字经济 1,1 经济 经济 1,1 民生 * 0,1 民生 民生 0,2 经济 * 0,2 经济 数字经济 0,2 经济 经济 0,2 民生 * 1,2 民生 民生 1"
	if strings.Join(got, ",") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, ","), want)
	}
	for r := range Count(context.Background(), dir, opt) {
		if r.Chars != 10 || r.Words != 11 || *r.Per10kChars != 2000 || *r.ShareOfWords != 2.0/11 {
			t.Errorf("got %+v, %v, %v", r, *r.Per10kChars, *r.ShareOfWords)
		}
		break
	}
	opt.Filter.From = 2021
	for r := range Count(context.Background(), dir, opt) {
		if r.ReportYear != 2021 {
			t.Errorf("the filter lets %d through", r.ReportYear)
		}
	}
}

func TestCountByChapter(t *testing.T) {
	dir := store(t, "发展数字经济。\n经济增长5%。")
	opt := Options{
		Counter: counter(t, "经济 经济"), Tag: characters, ByChapter: true,
		Parts: func(*dataset.DocumentRow) []Part {
			return []Part{{0, 7, "review", ""}, {8, 15, "plan", ""}}
		},
	}
	got := map[string]int32{}
	for r, err := range Count(context.Background(), dir, opt) {
		if err != nil {
			t.Fatal(err)
		}
		if r.Term == "" {
			got[r.Chapter] = r.Count
			if (r.Per10kChars == nil) != (r.Chapter == "outlook" || r.Chapter == "other") {
				t.Errorf("%s: a share of no text", r.Chapter)
			}
		}
	}
	if want := map[string]int32{"review": 1, "plan": 1, "outlook": 0, "other": 0}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestWide(t *testing.T) {
	dir := store(t, "数字经济", "民生民生")
	opt := Options{Counter: counter(t, "经济 经济", "民生 民生"), Tag: characters}
	table := Wide(Count(context.Background(), dir, opt), opt.Counter.Groups, false)
	var got [][]any
	for row, err := range table.Rows {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, row[len(row)-2:])
		if len(row) != len(table.Columns) {
			t.Errorf("%d values under %d columns", len(row), len(table.Columns))
		}
	}
	if want := [][]any{{int32(1), int32(0)}, {int32(0), int32(2)}}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestConcordance(t *testing.T) {
	dir := store(t, "我们发展数字经济。\n经济增长5%。")
	opt := Options{
		Counter: counter(t, "a 经济"),
		Parts: func(*dataset.DocumentRow) []Part {
			return []Part{{0, 9, "review", "回顾"}, {10, 17, "plan", "安排"}}
		},
	}
	var got []string
	for p, err := range Concordance(context.Background(), dir, opt, 3) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, p.Left+"["+p.Term+"]"+p.Right+" "+p.Section)
		if p.QuoteStart != 6 && p.QuoteStart != 10 {
			t.Errorf("stands at %d", p.QuoteStart)
		}
	}
	if want := []string{"展数字[经济]。 回顾", "[经济]增长5 安排"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestKeys(t *testing.T) {
	dir := store(t, "渔港渔港渔港发展发展", "茶园茶园发展发展发展")
	pairs := func(text string) (tokens []segment.Token) {
		r := []rune(text)
		for i := 0; i+1 < len(r); i += 2 {
			tokens = append(tokens, segment.Token{Text: string(r[i : i+2]), Pos: "n", Start: i, End: i + 2})
		}
		return tokens
	}
	first := map[string]Key{}
	for k, err := range Keys(context.Background(), dir, Options{Tag: pairs}, 1) {
		if err != nil {
			t.Fatal(err)
		}
		if k.KeynessRank == 1 {
			first[k.DocID] = k
		}
		if k.Rank > 1 && k.KeynessRank > 1 {
			t.Errorf("%s leads no ranking", k.Word)
		}
	}
	a, b := first["310106-1"], first["310106-2"]
	if a.Word != "渔港" || b.Word != "茶园" || a.Count != 3 || a.Others != 0 || a.Words != 5 || a.OthersWords != 5 {
		t.Errorf("got %+v and %+v", a, b)
	}
}
