package message

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// chineseTexts are the files whose Chinese people read.
var chineseTexts = []string{
	"data/help.zh.txt", "data/messages.tsv", "data/errors.tsv", "data/refusals.tsv",
	"../view/labels.tsv", "../view/assets/*.js", "../view/templates/*.html", "../dataset/columns.tsv",
	"../panel/*.go", "../export/*.go", "../README.zh-CN.md", "../python/README.zh-CN.md", "../docs/data.md", "../docs/view.md", "../docs/*.zh-CN.md",
	"../python/src/zhibiao/*.py", "../notebooks/*.ipynb",
}

// idiom are phrases of the reports themselves, in which a word is no term.
var idiom = strings.NewReplacer("同口径", "", "全口径", "", "统计口径", "")

// TestOneGlossary: no text has another Chinese word for what the glossary names.
func TestOneGlossary(t *testing.T) {
	for _, pattern := range chineseTexts {
		paths, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		if len(paths) == 0 && !strings.Contains(pattern, "docs/*") {
			t.Errorf("there is no %s", pattern)
		}
		for _, path := range paths {
			if strings.HasSuffix(path, "_test.go") || strings.Contains(path, ".min.") {
				continue
			}
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			n := 0
			for line := range strings.Lines(string(text)) {
				n++
				line = idiom.Replace(line)
				for key, term := range terms {
					for _, other := range term.not {
						if strings.Contains(line, other) {
							t.Errorf("%s:%d says %s for %s, which is %s (%s): %s", path, n, other, key, term.zh, term.en, strings.TrimSpace(line))
						}
					}
				}
			}
		}
	}
}

// TestTermsOfPagesAndColumns: the view's labels and the data dictionary call
// columns and their values what the glossary calls them.
func TestTermsOfPagesAndColumns(t *testing.T) {
	labels, err := os.ReadFile("../view/labels.tsv")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(labels)) {
		cells := strings.Split(line, "\t")
		if term, ok := terms[cells[0]]; ok && !strings.HasPrefix(line, "#") {
			if n++; cells[1] != term.zh {
				t.Errorf("view/labels.tsv calls %s %s, the glossary %s", cells[0], cells[1], term.zh)
			}
		}
	}
	columns, err := os.ReadFile("../dataset/columns.tsv")
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile(`([a-z_]+) (\p{Han}+)`)
	for line := range strings.Lines(string(columns)) {
		cells := strings.Split(line, "\t")
		if len(cells) < 3 {
			continue
		}
		column := cells[1]
		if column == "region_level" {
			column = "level"
		}
		for _, m := range named.FindAllStringSubmatch(cells[2], -1) {
			if term, ok := terms[column+"."+m[1]]; ok {
				if n++; !strings.HasPrefix(m[2], term.zh) {
					t.Errorf("dataset/columns.tsv calls %s of %s %s, the glossary %s", m[1], column, m[2], term.zh)
				}
			}
		}
	}
	if n < 60 {
		t.Errorf("only %d terms were compared", n)
	}
}
