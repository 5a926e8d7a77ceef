package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"zhibiao/message"
)

// told runs a command line and returns what it says on both streams.
func told(args ...string) (string, int) {
	var out bytes.Buffer
	code := run(context.Background(), streams{in: strings.NewReader(""), out: &out, err: &out}, args)
	return out.String(), code
}

// TestChineseHelp: every command and every flag says in Chinese what it does. With
// -short it only says which does not, so that a command may land before its
// translation.
func TestChineseHelp(t *testing.T) {
	complain := t.Errorf
	if testing.Short() {
		complain = t.Logf
	}
	chinese := func(what, s string) {
		if !strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
			complain("%s has no Chinese help (message/data/help.zh.txt): %q", what, s)
		}
	}
	var walk func(*cobra.Command)
	walk = func(cmd *cobra.Command) {
		if cmd.Hidden {
			return
		}
		chinese(helpID(cmd)+".short", cmd.Short)
		if cmd.Long != "" && cmd.Name() != "help" {
			chinese(helpID(cmd)+".long", strings.Split(cmd.Long, "\n\n")[0])
		}
		cmd.LocalFlags().VisitAll(func(f *pflag.Flag) { chinese(flagID(helpID(cmd), f.Name), f.Usage) })
		for _, c := range cmd.Commands() {
			walk(c)
		}
	}
	walk(newRoot(streams{language: message.Chinese}))
}

// TestLanguage: the flag goes before the locale, and usage errors are told in
// the language that is asked for.
func TestLanguage(t *testing.T) {
	t.Setenv("LC_ALL", "")
	t.Setenv("LC_MESSAGES", "")
	for _, c := range []struct {
		locale, want string
		args         []string
	}{
		{"zh_CN.UTF-8", "没有命令 \"extrakt\"；是不是 extract？", []string{"extrakt"}},
		{"zh_CN.UTF-8", "unknown command \"extrakt\"; did you mean extract?", []string{"--lang", "en", "extrakt"}},
		{"en_US.UTF-8", "没有选项 --fource；是不是 --force？", []string{"extract", "--lang=zh", "--fource", "a.txt"}},
		{"C", "unknown flag: --fource; did you mean --force?", []string{"extract", "--fource", "a.txt"}},
		{"C", "unknown flag: --zzzzzz\n", []string{"extract", "--zzzzzz", "a.txt"}},
		{"C", "did you mean check?", []string{"lexicon", "chek"}},
		{"C", "there is no language \"fr\"; write en or zh", []string{"extract", "--lang", "fr", "a.txt"}},
		{"zh_CN", "--year abc：请写一个整数", []string{"extract", "--year", "abc", "a.txt"}},
		{"zh_CN", "请写出文件或文件夹", []string{"extract"}},
		{"zh_CN", "用法请看", []string{"extract"}},
	} {
		t.Setenv("LANG", c.locale)
		got, code := told(c.args...)
		if code != exitUsage || !strings.Contains(got, c.want) {
			t.Errorf("LANG=%s %v ended with %d: %q, want %q", c.locale, c.args, code, got, c.want)
		}
	}
	t.Setenv("LANG", "zh_CN.UTF-8")
	if got, code := told("extract", "--help"); code != exitOK || !strings.Contains(got, "用法：") || !strings.Contains(got, "退出码") {
		t.Errorf("the help in Chinese ended with %d: %q", code, got)
	}
}

// TestChineseSummary: a run tells its summary and its rejects in Chinese, and
// writes what a run in English writes.
func TestChineseSummary(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	paths := []string{
		write("report.txt", "云溪县2023年政府工作报告\n一、2022年工作回顾\n全年地区生产总值120.5亿元，增长6.1%，新建学校4所。\n"),
		write("picture.png", "\x89PNG\r\n\x1a\n0000"),
	}
	files := map[string]string{}
	for lang, want := range map[string][]string{
		"zh": {"已写入", "报告年份", "picture.png：是图片（办法：请先做文字识别", "警告"},
		"en": {"Written to", "report year", "picture.png: is a picture (run text recognition", "warning"},
	} {
		out := filepath.Join(dir, lang)
		got, code := told(append([]string{"extract", "--lang", lang, "-o", out}, paths...)...)
		if code != exitRejected {
			t.Errorf("%s ended with %d: %s", lang, code, got)
		}
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%s lacks %q:\n%s", lang, w, got)
			}
		}
		csv, err := os.ReadFile(filepath.Join(out, "files.csv"))
		if err != nil {
			t.Fatal(err)
		}
		files[lang] = string(csv)
	}
	if files["zh"] != files["en"] || !strings.Contains(files["zh"], "is a picture") {
		t.Errorf("files.csv depends on the language:\n%s\n%s", files["zh"], files["en"])
	}
}

var (
	ids     = regexp.MustCompile(`[a-z_0-9]+([._/-][a-z_0-9]+)+|/(one|two)[a-z/]*|gdp|Parquet|warnings|zhibiao`) // of rules, facts, indicators and tags
	english = regexp.MustCompile(`[A-Za-z]{3,}[ :].*[a-z]{3}`)
)

// TestChineseAnswers: what explain, eval, diff and extract answer is in Chinese
// but for ids and names of columns; a document's warnings, too.
func TestChineseAnswers(t *testing.T) {
	dir := t.TempDir()
	report := filepath.Join(dir, "云溪县2021年政府工作报告.txt")
	text := "云溪县2023年政府工作报告\n一、2022年工作回顾\n全年地区生产总值120.5亿元，增长6.1%，新建学校4所。\n二、2023年工作安排\n地区生产总值增长6%%左右，新建学校2所。\n"
	if err := os.WriteFile(report, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	gold := `{"quote":"120.5亿元","start":31,"end":38,"value":12050000000,"unit":"元","bound":"eq","measure":"level","subject":"生产总值","period":"2022","status":"actual"}` + "\n"
	for name, content := range map[string]string{"gold/a.txt": text, "gold/a.gold.jsonl": gold} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	one, two := filepath.Join(dir, "one"), filepath.Join(dir, "two")
	for _, c := range []struct {
		args []string
		want []string
	}{
		{[]string{"explain", "--trace", "--date", "2023-01-05", "全县地区生产总值120亿元，增长5%以上，推进“一网通办”"}, []string{"词语", "不成为数据：口号或简称", "不低于 增速 同比", "全地区", "推导", "，取它"}},
		{[]string{"explain", "--date", "2023-01-05", "加强队伍建设"}, []string{"没有读出数字"}},
		{[]string{"extract", "-o", one, report}, []string{"标题是 2023 年，文件名是 2021 年", "文字太短"}},
		{[]string{"extract", "-o", two, "--year", "2024", report}, []string{"选项或清单写的是 2024 年，章节标题却是 2023 年"}},
		{[]string{"diff", one, two}, []string{"增加", "按规则"}},
		{[]string{"eval", "--errors", "--by", "kind", filepath.Join(dir, "gold")}, []string{"对上", "多读", "按种类计的错误"}},
		{[]string{"panel", one, "-o", filepath.Join(dir, "p.csv")}, []string{"行"}},
		{[]string{"view", one, "-o", filepath.Join(dir, "v")}, []string{"1 份报告", "请打开"}},
	} {
		got, code := told(append(c.args, "--lang", "zh")...)
		if code != exitOK {
			t.Errorf("%v ended with %d: %s", c.args, code, got)
		}
		for _, w := range c.want {
			if !strings.Contains(got, w) {
				t.Errorf("%v lacks %q:\n%s", c.args, w, got)
			}
		}
		for line := range strings.Lines(strings.ReplaceAll(got, dir, "")) {
			if said := english.FindString(ids.ReplaceAllString(line, "")); said != "" {
				t.Errorf("%v says in English: %q", c.args[0], line)
			}
		}
	}
}

// TestChineseErrors: what packages and the system say is told in Chinese.
func TestChineseErrors(t *testing.T) {
	dir := t.TempDir()
	none, file := filepath.Join(dir, "none.csv"), filepath.Join(dir, "a.txt")
	if err := os.WriteFile(file, []byte("全县地区生产总值120亿元。"), 0o600); err != nil {
		t.Fatal(err)
	}
	tables := filepath.Join(dir, "tables")
	if err := os.Mkdir(tables, 0o755); err != nil {
		t.Fatal(err)
	}
	units := "name\taliases\tdimension\tsi_factor\tsi_unit\texample\n蜂桶\t\tmass\t1,5\tkg\t收蜂蜜300蜂桶\n"
	if err := os.WriteFile(filepath.Join(tables, "units.tsv"), []byte(units), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		want string
		args []string
	}{
		{"更正表：" + none + "：没有这个文件或文件夹；请检查路径", []string{"extract", "-o", filepath.Join(dir, "out"), "--corrections", none, file}},
		{"清单：" + none + "：没有这个文件或文件夹；请检查路径", []string{"extract", "-o", filepath.Join(dir, "out"), "--manifest", none, file}},
		{"读词表：" + none + "：没有这个文件", []string{"explain", "--lexicon", none, "增长5%"}},
		{"是文件，或在文件之下", []string{"extract", "-o", file, file}},
		{"是文件，或在文件之下", []string{"eval", file}},
		{"里没有标注的报告", []string{"eval", dir}},
		{"units.tsv:2:10: 系数 \"1,5\" 不对：请写小数", []string{"lexicon", "check", "--lexicon", tables}},
		{"units.tsv:2:10: 系数 \"1,5\" 不对：请写小数", []string{"explain", "增长5%", "--lexicon", tables}},
		{"请写其中之一", []string{"export", dir, "-o", filepath.Join(dir, "a.csv"), "--status", "done"}},
	} {
		if got, code := told(append(c.args, "--lang", "zh")...); code == exitOK || !strings.Contains(got, c.want) {
			t.Errorf("%v ended with %d: %q, want %q", c.args, code, got, c.want)
		}
	}
}
