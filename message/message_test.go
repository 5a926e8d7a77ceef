package message

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

var verb = regexp.MustCompile(`%(\[\d+\])?[-+#0]*\d*(\.\d+)?[a-z%]`)

// TestCatalogue: every message has both languages, with the same verbs, and the
// Chinese one is Chinese.
func TestCatalogue(t *testing.T) {
	for id, e := range catalogue {
		for _, text := range []string{e.one, e.many, e.zh} {
			if strings.TrimSpace(text) == "" {
				t.Errorf("%s: a language has no text", id)
			}
		}
		want := verbs(e.many)
		if got := verbs(e.zh); !slices.Equal(got, want) {
			t.Errorf("%s: Chinese takes %v, English %v", id, got, want)
		}
		if got := verbs(e.one); !slices.Equal(got, want) && !strings.Contains(e.one, "1 ") {
			t.Errorf("%s: one takes %v, many take %v", id, got, want)
		}
		for _, text := range []string{e.many, e.zh} {
			if said := fmt.Sprintf(text, sampleArgs(e.many)...); len(want) > 0 && strings.Contains(said, "%!") && !strings.Contains(text, "%w") {
				t.Errorf("%s: %q is filled as %q", id, text, said)
			}
		}
		if !strings.ContainsFunc(e.zh, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
			t.Errorf("%s: no Chinese in %q", id, e.zh)
		}
	}
	if len(catalogue) == 0 {
		t.Error("the catalogue is empty")
	}
}

// verbs are the verbs of a text with the arguments that they take, sorted:
// languages may take them in another order.
func verbs(s string) []string {
	var out []string
	n := 0
	for _, m := range verb.FindAllStringSubmatch(s, -1) {
		if strings.HasSuffix(m[0], "%") {
			continue
		}
		n++
		at := m[1]
		if at == "" {
			at = fmt.Sprintf("[%d]", n)
		}
		out = append(out, at+m[0][len(m[0])-1:])
	}
	slices.Sort(out)
	return out
}

var used = regexp.MustCompile(`"([a-z]+(?:\.[a-z_0-9]+)+)"`)

// TestIDs: every message of the catalogue is told somewhere, and what the code
// tells is in the catalogue.
func TestIDs(t *testing.T) {
	told := regexp.MustCompile(`(?:message\.New|message\.Errorf|usage|told)\("([^"]+)"|\.(?:tell|message)\((?:[^,"()]+, )?"([^"]+)"`)
	seen := map[string]bool{}
	err := filepath.WalkDir("..", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		for _, m := range used.FindAllStringSubmatch(string(source), -1) {
			seen[m[1]] = true
		}
		for _, m := range told.FindAllStringSubmatch(string(source), -1) {
			if id := m[1] + m[2]; catalogue[id].zh == "" {
				t.Errorf("%s tells %s, which is not in data/messages.tsv", path, id)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for id := range catalogue {
		if used.MatchString(`"`+id+`"`) && !seen[id] {
			t.Errorf("nothing tells %s", id)
		}
	}
}

// TestRefusals: what package report and its readers say of a document that they
// do not read is told in Chinese, too.
func TestRefusals(t *testing.T) {
	said := regexp.MustCompile(`\.fail\("[a-z]+", (?:fmt\.Sprintf\()?"([^"]+)"(?:[^"\n]*, "([^"]+)")?|&Error\{raw\.Source, "[a-z]+", "([^"]+)", "([^"]+)"|(?:return fail|rowError)\((?:\w+, )?(?:fmt\.Sprintf\()?"([^"]+)"(?:[^"\n]*, "([^"]+)")?|Reason: (?:fmt\.Sprintf\()?"([^"]+)"|Remedy: "([^"]+)"|Why: "([^"]+)"`)
	n := 0
	for _, dir := range []string{"../report", "../report/read", "../cmd/zhibiao", "../extract/table"} {
		files, err := filepath.Glob(dir + "/*.go")
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range files {
			source, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range said.FindAllStringSubmatch(string(source), -1) {
				for _, english := range m[1:] {
					if english == "" {
						continue
					}
					n++
					if Translate(strings.TrimSpace(english)+" …", Chinese) == strings.TrimSpace(english)+" …" && Translate(english, Chinese) == english {
						t.Errorf("%s says %q, which is not in data/refusals.tsv", path, english)
					}
				}
			}
		}
	}
	if n < 50 {
		t.Errorf("only %d refusals were found", n)
	}
	for english, want := range map[string]string{
		"is a picture":                            "是图片",
		"cannot be read: input/output error":      "无法读取：读写出错",
		"a damaged PDF: it has no pages":          "PDF 已损坏：没有一页",
		"something that the catalogue has not: 3": "something that the catalogue has not: 3",
	} {
		if got := Translate(english, Chinese); got != want {
			t.Errorf("%q became %q, want %q", english, got, want)
		}
	}
}

func TestLoad(t *testing.T) {
	c, err := load("# id\ten\tzh\n\na.b\t%d report was|%d reports were\t%d 份报告\nc\tone\\ntwo\t一\\n二\n")
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprintf(c["a.b"].format(English, []any{1}), 1); got != "1 report was" {
		t.Errorf("one: %q", got)
	}
	if got := fmt.Sprintf(c["a.b"].format(English, []any{2}), 2); got != "2 reports were" {
		t.Errorf("many: %q", got)
	}
	if c["c"].zh != "一\n二" {
		t.Errorf("escapes: %q", c["c"].zh)
	}
	for _, bad := range []string{"a\tb\n", "a\tb\tc\td\n", "a\tb\t丙\na\tb\t丙\n"} {
		if _, err := load(bad); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}

func TestLanguages(t *testing.T) {
	for name, want := range map[string]Language{"zh": Chinese, "zh_CN.UTF-8": Chinese, "ZH-TW": Chinese, "en_US": English, "C": English, "C.UTF-8": English} {
		if l, ok := Parse(name); l != want || !ok {
			t.Errorf("%s is %s %v, want %s", name, l, ok, want)
		}
	}
	if _, ok := Parse("fr"); ok {
		t.Error("fr is taken")
	}
	for _, c := range []struct {
		env  map[string]string
		want Language
	}{
		{map[string]string{"LANG": "zh_CN.UTF-8"}, Chinese},
		{map[string]string{"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, English},
		{map[string]string{"LANG": "fr_FR", "LC_MESSAGES": "zh_HK"}, Chinese},
		{nil, English},
	} {
		if got := FromEnvironment(func(k string) string { return c.env[k] }); got != c.want {
			t.Errorf("%v: %s, want %s", c.env, got, c.want)
		}
	}
}

// TestErrors: an error wraps its causes and is told in either language, also
// inside one that knows none.
func TestErrors(t *testing.T) {
	id := "error.interrupted"
	inner := Errorf(id)
	outer := fmt.Errorf("read a.txt: %w", errors.Join(inner))
	if zh := Of(outer, Chinese); zh != "读 a.txt："+catalogue[id].zh {
		t.Errorf("in Chinese: %q", zh)
	}
	if en := Of(outer, English); en != "read a.txt: "+catalogue[id].many {
		t.Errorf("in English: %q", en)
	}
	if !errors.Is(Errorf(id, fs.ErrNotExist), fs.ErrNotExist) {
		t.Error("the cause is lost")
	}
	if New("no.such.id").In(Chinese) != "no.such.id" {
		t.Error("an unknown id is not told")
	}
}
