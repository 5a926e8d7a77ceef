package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestGoldenDocs runs the commands that the documents show and compares what
// they print. Those are the lines with a $ in console blocks: "$ zhibiao …"
// prints what follows it, "$ cat FILE" makes the file of what follows. The
// commands of one document run in one folder, with testdata in it.
func TestGoldenDocs(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the program many times")
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	docs, err := filepath.Glob(root + "/docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range append(docs, root+"/README.md", root+"/README.zh-CN.md") {
		t.Run(filepath.Base(path), func(t *testing.T) {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			t.Chdir(t.TempDir())
			if err := os.Symlink(filepath.Join(root, "testdata"), "testdata"); err != nil {
				t.Fatal(err)
			}
			got := consoleBlock.ReplaceAllStringFunc(string(text), func(block string) string { return replay(t, block) })
			switch {
			case got == string(text):
			case *update:
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			default:
				a, b := strings.Split(got, "\n"), strings.Split(string(text), "\n")
				for i := range max(len(a), len(b)) {
					if line(a, i) != line(b, i) {
						t.Fatalf("%s:%d\nprinted %s\nshown   %s\nmake golden mends the documents; look at the diff", path, i+1, line(a, i), line(b, i))
					}
				}
			}
		})
	}
}

var (
	consoleBlock = regexp.MustCompile("(?s)```console\n.*?\n```")
	consoleArg   = regexp.MustCompile(`'[^']*'|\S+`)
)

// replay carries out the commands of a block and returns it with what they
// print.
func replay(t *testing.T, block string) string {
	t.Helper()
	var b strings.Builder
	steps := strings.Split(strings.TrimSuffix(block, "\n```"), "\n$ ")
	b.WriteString(steps[0])
	for _, step := range steps[1:] {
		command, shown, _ := strings.Cut(step, "\n")
		b.WriteString("\n$ " + command)
		args := consoleArg.FindAllString(command, -1)
		for i := range args {
			args[i] = strings.Trim(args[i], "'")
		}
		switch {
		case args[0] == "cat" && len(args) == 2:
			if err := os.MkdirAll(filepath.Dir(args[1]), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(args[1], []byte(shown+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
			b.WriteString("\n" + shown)
		case filepath.Base(args[0]) == "zhibiao":
			var out bytes.Buffer
			run(context.Background(), streams{in: strings.NewReader(""), out: &out, err: &out}, args[1:])
			for l := range strings.Lines(out.String()) {
				b.WriteString("\n" + strings.TrimRight(l, " \n"))
			}
		default:
			t.Fatalf("%s: a console block runs zhibiao, or shows a file by cat", command)
		}
	}
	return strings.TrimRight(b.String(), "\n") + "\n```"
}
