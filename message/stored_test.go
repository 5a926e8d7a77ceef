package message

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestStored: what files hold in English is found again, whatever fills it, and
// said in Chinese with the same figures and names.
func TestStored(t *testing.T) {
	n := 0
	for id, e := range catalogue {
		if !holds(id) {
			continue
		}
		for _, english := range []string{e.one, e.many} {
			args := sampleArgs(english)
			if len(args) == 0 {
				continue
			}
			n++
			got, want := Translate(fmt.Sprintf(english, args...), Chinese), fmt.Sprintf(e.zh, args...)
			if got != want {
				t.Errorf("%s: became %q, want %q", id, got, want)
			}
		}
	}
	if n < 80 {
		t.Errorf("only %d messages are filled", n)
	}
}

// sampleArgs are arguments for the verbs of a format.
func sampleArgs(format string) []any {
	args := make([]any, len(verbs(format)))
	for i, v := range verbs(format) {
		var at int
		_, _ = fmt.Sscanf(v, "[%d]", &at)
		switch v[len(v)-1] {
		case 'd':
			args[at-1] = 17 + i
		case 'f':
			args[at-1] = 1.5
		case 'q':
			args[at-1] = `甲"乙`
		case 'w':
			args[at-1] = errors.New("丙丁")
		default:
			args[at-1] = fmt.Sprintf("某市%d.txt", i)
		}
	}
	return args
}

// TestWarningsNest: a message that fills another one is said in Chinese, too.
func TestWarningsNest(t *testing.T) {
	for _, w := range []Text{
		New("warn.year", 2023, New("from.headings"), 2022, New("from.name")),
		New("warn.table", "表3 各镇收入", 41, New("nothing says the unit of its figures")),
		New("warn.correction", "c.csv", 7, New("warn.correction.gone", "310106-2023-work_report:4-9", "5%")),
	} {
		if got, want := Translate(w.String(), Chinese), w.In(Chinese); got != want {
			t.Errorf("%s: %q from the file, %q from the program", w.ID, got, want)
		}
	}
}

// TestErrorsAreTold: what packages say of what went wrong is in data/errors.tsv,
// so that it is told in Chinese. The tables of a lexicon are checked in English.
func TestErrorsAreTold(t *testing.T) {
	said := regexp.MustCompile(`(?:fmt\.Errorf|errors\.New)\("([^"]+)"`)
	n := 0
	err := filepath.WalkDir("..", func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() {
			if strings.Contains("extract lexicon message tools testdata python", e.Name()) && path != ".." {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		source, err := os.ReadFile(path)
		for _, m := range said.FindAllStringSubmatch(string(source), -1) {
			n++
			plain := strings.NewReplacer("%s", "a", "%w", "b", "%d", "3", "%q", `"c"`, "%v", "d").Replace(m[1])
			if Translate(plain, Chinese) == plain && !strings.HasPrefix(m[1], "%s:%d: %w") {
				t.Errorf("%s says %q, which is not in data/errors.tsv", path, m[1])
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if n < 50 {
		t.Errorf("only %d errors were found", n)
	}
}
