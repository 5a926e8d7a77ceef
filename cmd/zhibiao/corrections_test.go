package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zhibiao/dataset"
)

// rerun extracts a folder, and returns the facts by fact_id and what was said
// on standard error.
func rerun(t *testing.T, reports, out string, args ...string) (map[string]dataset.FactRow, string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if code := run(context.Background(), streams{out: &stdout, err: &stderr}, append([]string{"extract", reports, "-o", out, "--quiet"}, args...)); code != exitOK {
		t.Fatalf("exit code %d: %s", code, &stderr)
	}
	folder, err := dataset.Open(out)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = folder.Close() }()
	facts := map[string]dataset.FactRow{}
	for _, year := range folder.Years() {
		for f, err := range folder.Facts(year) {
			if err != nil {
				t.Fatal(err)
			}
			facts[f.FactID] = f
		}
	}
	return facts, stderr.String()
}

const corrected = `政府工作报告
一、2021年工作回顾
全县新建农村公路120公里，改造老旧小区15个。一般公共预算收入45.6亿元，增长6.5%。
二、2022年工作安排
新增养老床位300张，完成造林5000亩。
`

// TestCorrectionsStay: what was mended once stays mended when the folder is
// extracted anew, also from another place, and is told of when it is gone.
func TestCorrectionsStay(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	place := func(folder, text string) string {
		t.Helper()
		path := filepath.Join(dir, folder, "浙江省安吉县_2022.txt")
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return filepath.Dir(path)
	}
	reports := place("reports", corrected)
	before, _ := rerun(t, reports, out)
	id := func(quote string) string {
		for id, f := range before {
			if f.Quote == quote {
				return id
			}
		}
		t.Fatalf("no fact %s", quote)
		return ""
	}
	lines := []string{
		"fact_id,quote,column,value,note,who",
		id("120公里") + ",120公里,value,125000,the annex says 125,王",
		id("15个") + ",15个,fact,,no figure of this year,王",
		id("6.5%") + ",6.5%,confidence,1,,王",
		id("5000亩") + ",5000亩,fact,封山育林,two things,王",
	}
	if err := os.WriteFile(filepath.Join(out, "corrections.csv"), []byte(strings.Join(lines, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	check := func(facts map[string]dataset.FactRow, said string) {
		t.Helper()
		if f := facts[id("120公里")]; f.Value == nil || *f.Value != 125000 || f.Confidence != 1 || !strings.HasSuffix(f.Rule, ",correction") {
			t.Errorf("mended to %+v", f)
		}
		if _, ok := facts[id("15个")]; ok {
			t.Error("a fact that was removed is there")
		}
		if f := facts[id("5000亩")+":2"]; f.Subject != "封山育林" {
			t.Errorf("the added subject is %q", f.Subject)
		}
		if len(facts) != len(before) || said != "" {
			t.Errorf("%d facts, %d before; said %q", len(facts), len(before), said)
		}
	}
	check(rerun(t, reports, out))
	check(rerun(t, reports, out)) // unchanged
	check(rerun(t, reports, out, "--force"))
	check(rerun(t, place("elsewhere", corrected), out)) // the source has moved

	// The report is written anew: two quotes are gone, one has moved.
	again := strings.ReplaceAll(corrected, "120公里", "130公里")
	facts, said := rerun(t, place("elsewhere", strings.ReplaceAll(again, "改造老旧小区", "新改造老旧小区")), out)
	if _, ok := facts[id("5000亩")+":2"]; ok {
		t.Error("a correction was applied to a quote that stands elsewhere now")
	}
	for i := 2; i <= 5; i++ {
		want := fmt.Sprintf("corrections.csv:%d is not applied", i)
		if !strings.Contains(said, want) {
			t.Errorf("said %s, want %s", said, want)
		}
	}
	row := readFilesCSV(t, out)
	if !strings.Contains(row, "is not applied") {
		t.Errorf("files.csv says %s", row)
	}
}

func readFilesCSV(t *testing.T, out string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(out, "files.csv"))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestCorrectionsOfOthers names documents that the run knows nothing of, and
// refuses a broken file before anything is read.
func TestCorrectionsOfOthers(t *testing.T) {
	dir := t.TempDir()
	report := filepath.Join(dir, "浙江省安吉县_2022.txt")
	if err := os.WriteFile(report, []byte(corrected), 0o600); err != nil {
		t.Fatal(err)
	}
	list := filepath.Join(dir, "mine.csv")
	if err := os.WriteFile(list, []byte("fact_id,quote,column,value\n330523-1999-work_report:1-3,5%,value,3\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, said := rerun(t, report, filepath.Join(dir, "out"), "--corrections", list)
	if !strings.Contains(said, "mine.csv:2 is not applied: this run has no document 330523-1999-work_report") {
		t.Errorf("said %s", said)
	}
	if err := os.WriteFile(list, []byte("fact_id,quote,column,value\n330523-1999-work_report:1-3,5%,colour,3\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	if code := run(context.Background(), streams{out: &stdout, err: &stderr}, []string{"extract", report, "-o", filepath.Join(dir, "out2"), "--corrections", list}); code != exitUsage {
		t.Errorf("exit code %d", code)
	}
	if !strings.Contains(stderr.String(), `mine.csv:2: no column "colour" can be corrected`) {
		t.Errorf("said %s", &stderr)
	}
	if _, err := os.Stat(filepath.Join(dir, "out2")); err == nil {
		t.Error("the output folder was made for a file that is refused")
	}
}
