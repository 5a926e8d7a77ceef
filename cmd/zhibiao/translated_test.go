package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	anyBlock = regexp.MustCompile("(?s)```(\\w*)\n(.*?)\n```")
	comment  = regexp.MustCompile(`(?m) +(#|--) .*$`)
	docLink  = regexp.MustCompile(`\]\(([^)#:]+)[^)]*\)`)
)

// TestChineseDocs: a page in Chinese shows the code of the English one, block by
// block and but for comments, and every link between pages leads somewhere.
func TestChineseDocs(t *testing.T) {
	chinese, err := filepath.Glob("../../docs/*.zh-CN.md")
	if err != nil || len(chinese) < 7 {
		t.Fatalf("%d pages in Chinese: %v", len(chinese), err)
	}
	for _, path := range append(chinese, "../../README.zh-CN.md", "../../python/README.zh-CN.md") {
		english := strings.TrimSuffix(path, ".zh-CN.md") + ".md"
		var blocks [2][]string
		for i, page := range []string{english, path} {
			text, err := os.ReadFile(page)
			if err != nil {
				t.Fatal(err)
			}
			for _, block := range anyBlock.FindAllString(string(text), -1) {
				blocks[i] = append(blocks[i], withoutOutput(comment.ReplaceAllString(block, "")))
			}
			for _, m := range docLink.FindAllStringSubmatch(string(text), -1) {
				if _, err := os.Stat(filepath.Join(filepath.Dir(page), m[1])); err != nil {
					t.Errorf("%s: a link leads nowhere: %v", page, err)
				}
			}
		}
		if !slices.Equal(blocks[0], blocks[1]) {
			t.Errorf("%s and its page in Chinese show different code", english)
		}
	}
}

// withoutOutput is what a block shows, without what its commands print: TestGoldenDocs
// holds that.
func withoutOutput(block string) string {
	if !strings.HasPrefix(block, "```console") {
		return block
	}
	var commands []string
	for line := range strings.Lines(block) {
		if strings.HasPrefix(line, "$ ") {
			commands = append(commands, line)
		}
	}
	return strings.Join(commands, "")
}

// TestR runs what the page on R shows for CSV.
func TestR(t *testing.T) {
	r, err := exec.LookPath("Rscript")
	if err != nil || testing.Short() {
		t.Skip("there is no Rscript here, or the run is short")
	}
	page, err := os.ReadFile("../../docs/r.md")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	output(t, "extract", "../../testdata/sample", "--lexicon", "../../testdata/lexicon", "-o", filepath.Join(dir, "out"), "--quiet")
	output(t, "export", filepath.Join(dir, "out"), "-o", filepath.Join(dir, "facts.csv"))
	for _, m := range anyBlock.FindAllStringSubmatch(string(page), -1) {
		if m[1] != "r" || !strings.Contains(m[2], "read.csv") {
			continue
		}
		script := filepath.Join(dir, "a.R")
		if err := os.WriteFile(script, []byte(m[2]+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(r, script)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
		said, err := cmd.CombinedOutput()
		if err != nil || !strings.Contains(string(said), "海珞区") {
			t.Errorf("%v: %s", err, said)
		}
		return
	}
	t.Error("docs/r.md shows no CSV")
}
