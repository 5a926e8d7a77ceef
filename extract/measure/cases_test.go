package measure_test

import (
	"bufio"
	"cmp"
	"os"
	"reflect"
	"strings"
	"testing"

	"zhibiao/extract/measure"
	"zhibiao/extract/quantity"
	"zhibiao/extract/word/wordtest"
)

// sentence is a case: the text without its marks, where its number and its cut
// stand, and what the rules should say.
type sentence struct {
	text         []rune
	at, cut      int
	rule, saying string
}

// TestCases reads the cases with the tables that the program ships.
func TestCases(t *testing.T) {
	lex, words := wordtest.Tables(t)
	reader, err := measure.NewReader(words)
	if err != nil {
		t.Fatal(err)
	}
	scan := quantity.NewScanner(lex, words)
	used := map[string]bool{}
	for line, c := range sentences(t) {
		qs := scan.Scan(&quantity.Room{}, c.text, 0, len(c.text), func(int) int { return 0 })
		for i := range qs {
			q := &qs[i]
			if q.Start != c.at {
				continue
			}
			look := &measure.Look{
				Text: c.text, Quantity: q,
				Noun:     func(end int) bool { return end > 0 },
				Followed: q.After < len(c.text),
			}
			got, err := reader.Read(look)
			if err != nil {
				t.Fatal(err)
			}
			all, err := reader.All(look)
			if err != nil {
				t.Fatal(err)
			}
			if len(all) > 0 && !reflect.DeepEqual(all[0], got) || len(all) == 0 && got.Rule != "" {
				t.Errorf("%s: Read gives %+v and All %+v", line, got, all)
			}
			rule := cmp.Or(got.Rule, "none")
			used[rule] = true
			if s := say(&got); rule != c.rule || s != c.saying {
				t.Errorf("%s: got %s %s, want %s %s", line, rule, s, c.rule, c.saying)
			}
			if c.cut >= 0 && got.Cut != c.cut {
				t.Errorf("%s: the name ends at %d (%s), want %d", line, got.Cut, string(c.text[:got.Cut]), c.cut)
			}
			c.at = -1
			break
		}
		if c.at >= 0 {
			t.Errorf("%s: no number at %d", line, c.at)
		}
	}
	for _, r := range measure.Rules {
		if !used[r.ID] {
			t.Errorf("no case of the rule %s", r.ID)
		}
	}
}

// sentences reads testdata/cases.txt, by line.
func sentences(t *testing.T) map[string]sentence {
	t.Helper()
	f, err := os.Open("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out := map[string]sentence{}
	in := bufio.NewScanner(f)
	for in.Scan() {
		line := in.Text()
		text, want, ok := strings.Cut(line, " => ")
		if !ok {
			continue
		}
		c := sentence{cut: -1}
		c.rule, c.saying, _ = strings.Cut(want, " ")
		for _, r := range text {
			switch r {
			case '|':
				c.cut = len(c.text)
			case '【':
				c.at = len(c.text)
			case '】':
			default:
				c.text = append(c.text, r)
			}
		}
		out[line] = c
	}
	if len(out) == 0 {
		t.Fatal("no cases in testdata/cases.txt")
	}
	return out
}

// say is what a reading says, as the cases write it.
func say(r *measure.Reading) string {
	out := []string{r.Measure}
	add := func(is bool, s string) {
		if is {
			out = append(out, s)
		}
	}
	add(r.Base != "", r.Base)
	add(r.Sign < 0, "-")
	add(r.Share != "", "share="+r.Share)
	add(r.Of != "", "of="+r.Of)
	add(r.Verb == "新增", "verb="+r.Verb)
	add(r.Reached, "reached")
	add(r.Origin, "origin")
	add(r.Distrib, "distrib")
	add(r.Each, "each")
	add(r.Bound != "", "bound="+r.Bound)
	return strings.Join(out, " ")
}
