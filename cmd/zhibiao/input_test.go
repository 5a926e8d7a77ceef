package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zhibiao/dataset"
)

func TestFindInputsOnce(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.txt", "a.txt", ".hidden", "~$a.docx", "Thumbs.db"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	found, err := findInputs([]string{filepath.Join(dir, "b.txt"), dir, dir, "-"}, "", func() (input, error) { return input{source: "stdin"}, nil })
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, in := range found {
		got = append(got, filepath.Base(in.source))
	}
	if s := strings.Join(got, " "); s != "b.txt a.txt stdin" {
		t.Error(s)
	}
}

// TestNameLosesToText: of a region in a file's name and another one in the
// report's head the head's counts, and what they do not agree on is told.
func TestNameLosesToText(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "上海市黄浦区2023年政府工作报告.txt")
	text := "静安区政府工作报告\n——2023年1月8日在上海市静安区第二届人民代表大会第三次会议上\n一、2022年工作回顾\n全区实现一般公共预算收入280亿元，同比增长0.34%，新增就业岗位3万个。\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "out")
	said, code := told("extract", path, "-o", out)
	if code != exitOK || !strings.Contains(said, "静安区, 2023 (310106-2023-work_report)") || !strings.Contains(said, "region 静安区 is said by its head, 黄浦区 by the file name") {
		t.Errorf("ended with %d: %s", code, said)
	}
	rows, err := dataset.ReadFiles(out)
	if err != nil || len(rows) != 1 || rows[0].Region != "静安区" || !strings.Contains(rows[0].Warnings, "黄浦区") {
		t.Errorf("files.csv has %+v: %v", rows, err)
	}
}
