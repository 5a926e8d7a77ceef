package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/xuri/excelize/v2"

	"zhibiao/report/reporttest"
)

// exampleFiles are the files that the commands' examples name, as a user would
// have them in his folder.
func exampleFiles(t *testing.T) map[string]string {
	t.Helper()
	text := reporttest.Text()
	var paragraphs strings.Builder
	for _, p := range reporttest.Paragraphs {
		paragraphs.WriteString(reporttest.Para(p))
	}
	line, err := json.Marshal(map[string]string{"source": "a", "text": text})
	if err != nil {
		t.Fatal(err)
	}
	return map[string]string{
		"reports/静安区2023.txt": text,
		"corpus/静安区2023.txt":  text,
		"2023/静安区.docx":       string(reporttest.DOCX(paragraphs.String())),
		"scraped.csv":         "标题,正文\n政府工作报告,\"" + text + "\"\n",
		"report.txt":          text,
		"reports.jsonl":       string(line) + "\n",
		"sentences.txt":       "全年一般公共预算收入279.42亿元，同比增长0.34%\n",
		"mytables/README":     "one's own tables come here\n",
	}
}

// atHome changes into a folder that has the examples' files.
func atHome(t *testing.T) {
	t.Helper()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if err := os.Symlink(filepath.Join(root, "testdata"), "testdata"); err != nil {
		t.Fatal(err)
	}
	x := excelize.NewFile()
	if err := errors.Join(
		x.SetSheetRow("Sheet1", "A1", &[]string{"group", "term"}),
		x.SetSheetRow("Sheet1", "A2", &[]string{"经济", "经济"}),
		x.SaveAs("myterms.xlsx"), x.Close(),
	); err != nil {
		t.Fatal(err)
	}
	for name, text := range exampleFiles(t) {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestExamplesOfHelp runs the examples of every command's help, where a user
// would: in the folder that the files lie in.
func TestExamplesOfHelp(t *testing.T) {
	if testing.Short() {
		t.Skip("runs every command")
	}
	atHome(t)
	root := newRoot(streams{})
	seen := map[string]bool{}
	var visit func(cmd *cobra.Command)
	visit = func(cmd *cobra.Command) {
		for l := range strings.Lines(cmd.Example) {
			if l = strings.TrimSpace(l); l != "" && !seen[l] {
				seen[l] = true
				runExample(t, l)
			}
		}
		for _, c := range cmd.Commands() {
			visit(c)
		}
	}
	// extract comes first: the others read what it wrote.
	for _, c := range root.Commands() {
		if c.Name() == "extract" {
			visit(c)
		}
	}
	visit(root)
	if len(seen) < 10 {
		t.Errorf("only %d examples were found", len(seen))
	}
}

var exampleWord = regexp.MustCompile(`'[^']*'|\S+`)

// runExample runs one line: [cat FILE |] zhibiao ARG... [< FILE] [> FILE].
func runExample(t *testing.T, line string) {
	t.Helper()
	var in, out, errs bytes.Buffer
	read := func(path string) {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		in.Write(b)
	}
	words := exampleWord.FindAllString(line, -1)
	if words[0] == "cat" && words[2] == "|" {
		read(words[1])
		words = words[3:]
	}
	var args []string
	to := ""
	for i := 1; i < len(words); i++ {
		switch words[i] {
		case "<":
			i++
			read(words[i])
		case ">":
			i++
			to = words[i]
		default:
			args = append(args, strings.ReplaceAll(strings.Trim(words[i], "'"), "/srv/", ""))
		}
	}
	if code := run(context.Background(), streams{in: &in, out: &out, err: &errs}, args); code != exitOK {
		t.Errorf("%s: exit code %d\n%s%s", line, code, &out, &errs)
		return
	}
	if to != "" {
		if err := os.WriteFile(to, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestExamplesOfReadme runs what the READMEs show in Python and SQL over what
// the program wrote.
func TestExamplesOfReadme(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	python := filepath.Join(root, ".venv/bin/python")
	if _, err := os.Stat(python); err != nil {
		t.Skip("no .venv: `make venv` installs pandas and duckdb for this test")
	}
	atHome(t)
	runExample(t, "zhibiao extract testdata/reports -o out --quiet")
	for _, name := range []string{"README.md", "README.zh-CN.md"} {
		text, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			t.Fatal(err)
		}
		blocks := codeBlock.FindAllStringSubmatch(string(text), -1)
		if len(blocks) < 2 {
			t.Errorf("%s shows %d blocks of Python and SQL", name, len(blocks))
		}
		for _, b := range blocks {
			if strings.Contains(b[2], "import zhibiao") {
				continue // make test-python runs it with the package installed
			}
			script := "import pandas\n" + b[2] + "\nassert len(facts) > 100, len(facts)\n"
			if b[1] == "sql" {
				script = "import duckdb\nassert len(duckdb.sql('''" + b[2] + "''').fetchall()) > 100\n"
			}
			if out, err := exec.Command(python, "-c", script).CombinedOutput(); err != nil {
				t.Errorf("%s: %v\n%s\n%s", name, err, b[2], out)
			}
		}
	}
}

var codeBlock = regexp.MustCompile("(?s)```(python|sql)\n(.*?)```")
