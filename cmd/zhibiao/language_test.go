package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
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
		if cmd.Hidden || cmd.Name() == "completion" {
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
