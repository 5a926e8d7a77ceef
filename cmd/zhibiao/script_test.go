package main

import (
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"zhibiao/dataset"
)

// exitCode runs a command and checks its exit code: exitcode 3 zhibiao …
func exitCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exitcode N command [args...]")
	}
	want, err := strconv.Atoi(args[0])
	if err != nil {
		ts.Fatalf("exitcode: %v", err)
	}
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		code, ok := err.(interface{ ExitCode() int })
		if !ok {
			ts.Fatalf("exitcode: %v", err)
		}
		got = code.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// rows prints the documents of a folder as year: ids, or with an argument
// checks for them: rows out 2023 310106-2023-work_report
func rows(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: rows DIR [YEAR ID...]...")
	}
	dir := ts.MkAbs(args[0])
	years, err := dataset.Years(dir, dataset.DocumentsDir)
	ts.Check(err)
	var got []string
	for _, y := range years {
		got = append(got, strconv.Itoa(y))
		facts := map[string]int{}
		for f, err := range dataset.Facts(dataset.YearFile(dir, dataset.FactsDir, y)) {
			ts.Check(err)
			facts[f.DocID]++
		}
		for d, err := range dataset.Documents(dataset.YearFile(dir, dataset.DocumentsDir, y)) {
			ts.Check(err)
			if facts[d.DocID] != int(d.Facts) {
				ts.Fatalf("%s has %d facts, its row says %d", d.DocID, facts[d.DocID], d.Facts)
			}
			got = append(got, d.DocID)
		}
	}
	if g, w := strings.Join(got, " "), strings.Join(args[1:], " "); g != w {
		ts.Fatalf("documents are\n%s\nwant\n%s", g, w)
	}
}
