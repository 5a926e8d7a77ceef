package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"zhibiao/message"
	"zhibiao/report/read"
	"zhibiao/report/reporttest"
)

// gridFacts is what the tables of reporttest.Grids say.
var gridFacts = []string{
	"常住人口 970300 人 level 2022",
	"常住人口比重 100 % level 2022",
	"男性常住人口 465100 人 level 2022",
	"男性常住人口比重 47.93 % level 2022",
	"女性常住人口 505200 人 level 2022",
	"女性常住人口比重 52.07 % level 2022",
	"一般公共预算收入 26243000000 元 level 2022",
	"一般公共预算收入 5.6 % growth yoy 2022",
	"进出口总额 103620000000 元 level 2022",
	"进出口总额 -2.1 % growth yoy 2022",
	"新增就业岗位 28000 个 level 2022",
}

// TestTableFacts reads the same facts from tables in every format.
func TestTableFacts(t *testing.T) {
	if testing.Short() {
		t.Skip("starts the PDF library")
	}
	x := newTestExtraction(t)
	files, err := reporttest.GridFiles()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		docs, facts := x.readFile(t, read.Input{Source: "静安区2023/" + f.Name, Data: f.Data})
		var got []string
		for _, r := range facts[0] {
			if r.Origin != "table" {
				continue
			}
			if quote := docs[0].Quote(int(r.QuoteStart), int(r.QuoteEnd)); quote != r.Quote {
				t.Errorf("%s: %q stands where %q should", f.Name, quote, r.Quote)
			}
			s := fmt.Sprintf("%s %.12g %s %s", r.Subject, *r.Value, r.Unit, r.Measure)
			if r.Base != "" {
				s += " " + r.Base
			}
			got = append(got, s+" "+r.Period)
		}
		if !slices.Equal(got, gridFacts) {
			t.Errorf("%s:\nhave %q\nwant %q", f.Name, got, gridFacts)
		}
	}
}

// TestExplainTable shows a table as a table, with the cell of each fact marked,
// and says why another one makes no facts.
func TestExplainTable(t *testing.T) {
	e, err := newEngine("")
	if err != nil {
		t.Fatal(err)
	}
	x, err := e.explain("| 指标 | 单位 | 2022年 |\n|---|---|---|\n| 常住人口 | 万人 | 31.2 |\n| 出生率 | ‰ | 6.1 |\n\n表2 情况\n| 名称 | 甲 |\n|---|---|\n| 一队 | 12 |\n| 二队 | 13 |\n", time.Date(2023, 1, 5, 0, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	x.print(streams{out: &b, language: message.English}, false)
	for _, want := range []string{
		"row      指标 | 单位 | 2022年\n",
		"  table      指标 | 单位 | 2022年\n  row        常住人口 | 万人 | 【31.2】\n  subject    常住人口\n",
		"出生率 | ‰ | 【6.1】",
		"a table makes no facts (表2情况, paragraph 5): nothing says the unit of its figures",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}
