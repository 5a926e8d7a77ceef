package extract

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/dlclark/regexp2/v2"

	"zhibiao/extract/lang"
	"zhibiao/lexicon"
	"zhibiao/report"
)

// TestEveryPatternHasATimeout: no pattern that the extractor holds, in any
// field, can hang on a text.
func TestEveryPatternHasATimeout(t *testing.T) {
	x, err := withoutJieba()
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	seen := map[uintptr]bool{}
	var walk func(v reflect.Value, path string)
	walk = func(v reflect.Value, path string) {
		switch v.Kind() {
		case reflect.Pointer:
			if v.IsNil() || seen[v.Pointer()] {
				return
			}
			seen[v.Pointer()] = true
			walk(v.Elem(), path)
		case reflect.Struct:
			if v.Type() == reflect.TypeFor[regexp2.Regexp]() {
				found++
				if d := time.Duration(v.FieldByName("MatchTimeout").Int()); d <= 0 || d > time.Second {
					t.Errorf("%s: a pattern that may run for %v", path, d)
				}
				return
			}
			for i := range v.NumField() {
				walk(v.Field(i), path+"."+v.Type().Field(i).Name)
			}
		case reflect.Slice, reflect.Array:
			for i := range v.Len() {
				walk(v.Index(i), path)
			}
		case reflect.Map:
			for r := v.MapRange(); r.Next(); {
				walk(r.Value(), path)
			}
		}
	}
	walk(reflect.ValueOf(x), "Extractor")
	if found < 50 {
		t.Errorf("found %d patterns, expected those of every table", found)
	}
}

// TestHangingPattern: a pattern that backtracks for ever ends in an error that
// says which pattern and where, in bounded time.
func TestHangingPattern(t *testing.T) {
	shipped, err := lexicon.Load("")
	if err != nil {
		t.Fatal(err)
	}
	lex := *shipped
	lex.NonQuantities = []lexicon.NonQuantity{{Text: `/(?:(?:甲|乙|甲乙|乙甲|甲乙甲|乙甲乙|三十条)+)+(?!丙|)/`, Reason: "name"}}
	x, err := New(&lex, runeWords{})
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Repeat("甲乙", 20) + "三十条" + strings.Repeat("乙甲", 20)
	start := time.Now()
	_, err = x.Extract(report.Plain("风调雨顺。" + text))
	took := time.Since(start)
	if err == nil {
		t.Fatalf("no error after %v", took)
	}
	if !strings.Contains(err.Error(), "at 5") || !strings.Contains(err.Error(), "丙") {
		t.Errorf("the error says neither place nor pattern: %v", err)
	}
	if took > 20*lang.MatchTimeout {
		t.Errorf("it took %v", took)
	}
}

// TestLongText: what makes the shipped patterns try the most costs no more
// than a fraction of their time limit.
func TestLongText(t *testing.T) {
	x, err := withoutJieba()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{
		strings.Repeat("一二三四五六七八九十", 300),
		strings.Repeat("同比增长", 300) + "5%",
		strings.Repeat("“", 500) + "12条" + strings.Repeat("”", 500),
		strings.Repeat("第一、", 300) + "增长6%",
		strings.Repeat("分别比上年同期", 200) + "增长6%、7%",
		"占" + strings.Repeat("占的比重", 300) + "达到6%",
		strings.Repeat("1—", 500) + "%",
		strings.Repeat("（", 500) + "12家" + strings.Repeat("）", 500),
		strings.Repeat("由8个到", 300) + "3个",
		strings.Repeat("2021年", 500),
	} {
		start := time.Now()
		doc := report.Plain(s)
		doc.Meta.Year = 2023
		checkExtract(t, x, doc)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%.20s… (%d characters) took %v", s, len(doc.Text), took)
		}
	}
}
