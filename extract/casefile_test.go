package extract_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
)

// phraseCase is one sentence of a case file with the facts that a reader finds
// in it. testdata/cases/README.md says how the files are written.
type phraseCase struct {
	file    string
	line    int
	known   bool // marked "! ": it is known to fail
	text    string
	chapter string // review, plan, outlook, other
	year    int
	from    int // what a sentence of the chapter speaks of
	to      int
	facts   []wanted
}

// wanted is one expected fact; an optional one may be found or not.
type wanted struct {
	line      int
	optional  bool
	quote     string
	value     float64
	low, high *float64
	unit      string
	bound     string
	measure   string
	base      string
	subjects  []string // any of them is right
	periods   []string // any of them is right
	status    string
	qualifier string
}

func (c *phraseCase) name() string { return fmt.Sprintf("%s:%d", c.file, c.line) }

// readCases reads a case file. A mistake in it fails the test that reads it.
func readCases(t *testing.T, path, name string) []phraseCase {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("read the cases: %v", err)
	}
	var cases []phraseCase
	head := phraseCase{file: name, chapter: "review", year: 2023, from: 2022, to: 2022}
	for i, s := range strings.Split(string(b), "\n") {
		switch {
		case strings.TrimSpace(s) == "" || strings.HasPrefix(s, "#"):
		case strings.HasPrefix(s, "@"):
			if err := head.setChapter(strings.Fields(s[1:])); err != nil {
				t.Fatalf("%s:%d: %v", name, i+1, err)
			}
		case strings.HasPrefix(s, " ") || strings.HasPrefix(s, "\t"):
			if len(cases) == 0 {
				t.Fatalf("%s:%d: a fact without its sentence", name, i+1)
			}
			c := &cases[len(cases)-1]
			w, err := readWanted(strings.TrimSpace(s), c)
			if err != nil {
				t.Fatalf("%s:%d: %v", name, i+1, err)
			}
			w.line = i + 1
			c.facts = append(c.facts, w)
		default:
			c := head
			c.line, c.text = i+1, s
			if rest, ok := strings.CutPrefix(c.text, "! "); ok {
				c.known, c.text = true, rest
			}
			c.text = strings.TrimSuffix(c.text, " => -")
			c.text = strings.ReplaceAll(c.text, "⏎", "\n")
			cases = append(cases, c)
		}
	}
	return cases
}

// setChapter reads "CHAPTER YEAR [FROM/TO]".
func (c *phraseCase) setChapter(f []string) error {
	if len(f) < 2 {
		return fmt.Errorf("want @ CHAPTER YEAR [FROM/TO]")
	}
	c.chapter = f[0]
	var err error
	if c.year, err = strconv.Atoi(f[1]); err != nil {
		return fmt.Errorf("read the year: %w", err)
	}
	c.from, c.to = c.year-1, c.year-1
	if c.chapter != "review" {
		c.from, c.to = c.year, c.year
	}
	if len(f) == 3 {
		if _, err := fmt.Sscanf(f[2], "%d/%d", &c.from, &c.to); err != nil {
			return fmt.Errorf("read the years %s: %w", f[2], err)
		}
	}
	return nil
}

// readWanted reads "QUOTE | VALUE UNIT | BOUND MEASURE BASE | SUBJECT | PERIOD
// STATUS | QUALIFIER"; the last two columns may be left out.
func readWanted(s string, c *phraseCase) (w wanted, err error) {
	if rest, ok := strings.CutPrefix(s, "? "); ok {
		return wanted{optional: true, quote: strings.TrimSpace(rest)}, nil
	}
	col := strings.Split(s, " | ")
	if len(col) < 4 {
		return w, fmt.Errorf("want QUOTE | VALUE UNIT | BOUND MEASURE BASE | SUBJECT")
	}
	w.quote = strings.TrimSpace(col[0])
	value, unit, _ := strings.Cut(strings.TrimSpace(col[1]), " ")
	w.unit = unit
	if low, high, ok := strings.Cut(value, "~"); ok {
		l, err1 := number(low)
		h, err2 := number(high)
		if err1 != nil || err2 != nil {
			return w, fmt.Errorf("read the range %q", value)
		}
		w.low, w.high, w.value = &l, &h, (l+h)/2
	} else if w.value, err = number(value); err != nil {
		return w, err
	}
	m := strings.Fields(col[2])
	if len(m) < 2 {
		return w, fmt.Errorf("want BOUND MEASURE BASE, not %q", col[2])
	}
	w.bound, w.measure = m[0], m[1]
	if len(m) > 2 {
		w.base = m[2]
	}
	w.subjects = strings.Split(strings.TrimSpace(col[3]), " / ")
	period := strconv.Itoa(c.from)
	if c.to != c.from {
		period += "/" + strconv.Itoa(c.to)
	}
	w.periods, w.status = []string{period}, "actual"
	if c.chapter == "plan" || c.chapter == "outlook" {
		w.status = "target"
	}
	if len(col) > 4 {
		p := strings.Fields(col[4])
		if len(p) != 2 {
			return w, fmt.Errorf("want PERIOD STATUS, not %q", col[4])
		}
		w.periods, w.status = strings.Split(p[0], "|"), p[1]
	}
	if len(col) > 5 {
		w.qualifier = strings.TrimSpace(col[5])
	}
	return w, nil
}

func number(s string) (float64, error) {
	f, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
	if err != nil {
		return 0, fmt.Errorf("read the value %q: %w", s, err)
	}
	return f, nil
}
