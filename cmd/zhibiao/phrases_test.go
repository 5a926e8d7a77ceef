package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"
)

// phrase is a line of phrases.jsonl: a short text, the day it speaks on, and
// what explain --json must list, a few fields of each.
type phrase struct {
	Text   string                      `json:"text"`
	Date   string                      `json:"date"`
	Expect map[string][]map[string]any `json:"expect"`
}

// phraseRow scores phrases.jsonl by what explain --json answers.
func phraseRow(t *testing.T, e *engine, path string) scoreRow {
	t.Helper()
	right, all := 0, 0
	for _, p := range readLines[phrase](t, path) {
		day, err := time.Parse(time.DateOnly, p.Date)
		if err != nil {
			t.Fatal(err)
		}
		x, err := e.explain(p.Text, day)
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := x.json(&out, false); err != nil {
			t.Fatal(err)
		}
		var got map[string][]map[string]any
		if err := json.Unmarshal(out.Bytes(), &got); err != nil {
			t.Fatal(err)
		}
		all++
		if p.met(got) {
			right++
		} else {
			t.Logf("%s: got %s", p.Text, out.String())
		}
	}
	return scoreRow{"phrases", []figure{{"right", float64(right) / float64(all)}}}
}

// met tells whether the answer lists what is expected: the quantities and
// periods and nothing else, the facts among others.
func (p *phrase) met(got map[string][]map[string]any) bool {
	for list, want := range p.Expect {
		have := got[list]
		if (list != "facts" || len(want) == 0) && len(have) != len(want) {
			return false
		}
		for _, w := range want {
			if !holds(have, w) {
				return false
			}
		}
	}
	return true
}

// holds tells whether one of rows has every field of want.
func holds(rows []map[string]any, want map[string]any) bool {
	for _, r := range rows {
		same := true
		for k, v := range want {
			same = same && alike(r[k], v)
		}
		if same {
			return true
		}
	}
	return false
}

// alike compares numbers to one part in a million.
func alike(a, b any) bool {
	x, isX := a.(float64)
	y, isY := b.(float64)
	if isX && isY {
		return nearly(x, y)
	}
	return reflect.DeepEqual(a, b)
}

func nearly(x, y float64) bool {
	d := max(x-y, y-x)
	return d <= 1e-6*max(1, x, y, -x, -y)
}

// readLines reads a file of JSON lines.
func readLines[T any](t *testing.T, path string) []T {
	t.Helper()
	f, err := os.Open(filepath.Clean(path))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []T
	s := bufio.NewScanner(f)
	for s.Scan() {
		var v T
		if err := json.Unmarshal(s.Bytes(), &v); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		out = append(out, v)
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}
