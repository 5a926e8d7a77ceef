package extract_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"zhibiao/extract"
	"zhibiao/report"
)

var ruleID = regexp.MustCompile(`^(subject|measure|goal|period)(\.[a-z_]+)+$`)

// ruleIDs are the ids of rules that the package's own files and its goals name.
func ruleIDs(t *testing.T) []string {
	t.Helper()
	own, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	goals, err := filepath.Glob("goal/*.go")
	if err != nil {
		t.Fatal(err)
	}
	paths := append(own, goals...)
	var ids []string
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			lit, ok := n.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				return true
			}
			if s, err := strconv.Unquote(lit.Value); err == nil && ruleID.MatchString(s) {
				ids = append(ids, s)
			}
			return true
		})
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// TestRules: each rule that finds a subject or a goal has a case that it fires
// in.
func TestRules(t *testing.T) {
	ids := ruleIDs(t)
	if len(ids) < 15 {
		t.Fatalf("only %d ids of rules found: %v", len(ids), ids)
	}
	fired := firedRules(t)
	for _, id := range ids {
		if !fired[id] {
			t.Errorf("%s fires in no case: add one to testdata/cases or to TestGoals", id)
		}
	}
}

// firedRules are the rules of all facts in the cases.
func firedRules(t *testing.T) map[string]bool {
	t.Helper()
	x := loadShipped(t)
	fired := map[string]bool{}
	note := func(res *extract.Result, err error) {
		if err != nil {
			t.Fatal(err)
		}
		for i := range res.Facts {
			for _, r := range res.Facts[i].Rules {
				fired[r] = true
			}
		}
	}
	paths, err := filepath.Glob("testdata/cases/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		cases := readCases(t, path, filepath.Base(path))
		for i := range cases {
			note(x.Extract(cases[i].document()))
		}
	}
	for _, c := range goalCases {
		note(x.Extract(chapterOf(c.text, report.Plan, 2023, 2023)))
	}
	return fired
}
