package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestLexiconAgrees: what lexicon check finds wrong in a folder of tables,
// extract --lexicon refuses, and the other way round.
func TestLexiconAgrees(t *testing.T) {
	report := filepath.Join(t.TempDir(), "report.txt")
	if err := os.WriteFile(report, []byte("全年粮食总产21万吨，新建学校4所，群众生活改善。\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	head := "name\taliases\tdimension\tsi_factor\tsi_unit\texample\n"
	for _, c := range []struct{ name, file, text, want string }{
		{"a good table", "units.tsv", head + "标箱公里\t\ttraffic\t\t\t完成周转量1.2亿标箱公里\n", ""},
		{"an example without the unit", "units.tsv", head + "标箱公里\t\ttraffic\t\t\t完成周转量1.2亿\n", "the example"},
		{"an unknown dimension", "units.tsv", head + "标箱公里\t\tboxes\t\t\t完成周转量1.2亿标箱公里\n", "dimension"},
		{"an unknown table", "unitz.tsv", head, "unknown table"},
		{"an unknown column", "units.tsv", "name\tcolour\n", "unknown column"},
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, c.file), []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		check, checked := told("lexicon", "check", "--lexicon", dir)
		extract, extracted := told("extract", report, "--json", "--lexicon", dir)
		if (checked == exitOK) != (c.want == "") || (extracted == exitOK) != (c.want == "") {
			t.Errorf("%s: check ended with %d, extract with %d:\n%s%s", c.name, checked, extracted, check, extract)
		}
		if !strings.Contains(check, c.want) || !strings.Contains(extract, c.want) {
			t.Errorf("%s: check says %q, extract %q", c.name, check, extract)
		}
	}
}

// TestShippedLexicon: every row of the tables that the program holds is as its
// example says.
func TestShippedLexicon(t *testing.T) {
	if out, code := told("lexicon", "check"); code != exitOK {
		t.Errorf("lexicon check ended with %d:\n%s", code, out)
	}
}
