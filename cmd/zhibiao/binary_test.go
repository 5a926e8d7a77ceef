package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"zhibiao/dataset"
	"zhibiao/report"
)

const sampleReport = "../../testdata/reports/310106_静安区_2023.md"

// binary is zhibiao as make build builds it.
var binary = sync.OnceValues(func() (string, error) {
	path := filepath.Join(os.Getenv("ZHIBIAO_TEST_CACHE"), "built", "zhibiao") // beside the cache folder zhibiao
	out, err := exec.Command("go", "build", "-trimpath", "-o", path, ".").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("%w\n%s", err, out)
	}
	return path, nil
})

// build is the path of the built program. Building it takes its time, so the
// tests that need it are left out of a short run.
func build(t testing.TB) string {
	t.Helper()
	if testing.Short() {
		t.Skip("builds the program")
	}
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// TestCopiedBinary runs the binary where there is no source, no module cache,
// no home and no cache.
func TestCopiedBinary(t *testing.T) {
	dir := t.TempDir()
	b, err := os.ReadFile(build(t))
	if err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(dir, "elsewhere")
	if err := os.WriteFile(program, b, 0o700); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(sampleReport)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "310106_静安区_2023.md"), text, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, "extract", "310106_静安区_2023.md", "-o", "out")
	cmd.Dir = dir
	cmd.Env = []string{"HOME=", "GOPATH=", "GOMODCACHE=", "XDG_CACHE_HOME=", "TMPDIR=" + dir}
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if _, err := os.Stat(dataset.YearFile(filepath.Join(dir, "out"), dataset.FactsDir, 2023)); err != nil {
		t.Error(err)
	}
}

// corpus writes n small reports without region and year into a folder.
func corpus(t testing.TB, n int) string {
	t.Helper()
	dir := t.TempDir()
	filler := strings.Repeat("坚持稳中求进工作总基调，着力推动高质量发展，项目完成投资12.5亿元，同比增长8.1%。", 20)
	for i := range n {
		text := fmt.Sprintf("政府工作报告\n过去一年，我们完成了第%d项任务，一般公共预算收入%d亿元，增长5%%。\n%s\n", i, i+1, filler)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%05d.txt", i)), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// files are the tables of a folder; what is not whole is an error.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	tables := map[string]string{}
	for _, table := range []string{dataset.FactsDir, dataset.DocumentsDir} {
		paths, _ := filepath.Glob(filepath.Join(dir, table, "*.parquet"))
		for _, path := range paths {
			b, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for _, err := range dataset.Documents(path) {
				if err != nil {
					t.Fatalf("%s is not whole: %v", path, err)
				}
			}
			tables[table+"/"+filepath.Base(path)] = string(b)
		}
	}
	return tables
}

func extractTo(t *testing.T, out string, args ...string) {
	t.Helper()
	cmd := exec.Command(build(t), append([]string{"extract", "-o", out}, args...)...)
	if b, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, b)
	}
}

// TestKilledRunLeavesWholeFiles kills runs at several moments and goes on
// after each; in the end everything is as if nothing had happened.
func TestKilledRunLeavesWholeFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("starts the program many times")
	}
	in := corpus(t, 400)
	want := filepath.Join(t.TempDir(), "want")
	extractTo(t, want, in)

	out := filepath.Join(t.TempDir(), "out")
	extractTo(t, out, filepath.Join(in, "0000*.txt"))
	before := files(t, out)
	whole := 0
	for delay := 20 * time.Millisecond; delay < 5*time.Second; delay *= 2 {
		cmd := exec.Command(build(t), "extract", in, "-o", out, "--force")
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		done := make(chan error, 1)
		go func() { done <- cmd.Wait() }()
		select {
		case <-time.After(delay):
			_ = cmd.Process.Kill()
			<-done
		case err := <-done:
			if err != nil {
				t.Fatal(err)
			}
			whole++
		}
		now := files(t, out)
		if whole == 0 && !reflect.DeepEqual(now, before) && !reflect.DeepEqual(now, files(t, want)) {
			// Facts may be new and documents old, never half of either.
			t.Logf("killed between two files after %v", delay)
		}
		if whole > 0 {
			break
		}
	}
	extractTo(t, out, in)
	if !reflect.DeepEqual(files(t, out), files(t, want)) {
		t.Error("after the kills the same command gave other files")
	}
	left, _ := filepath.Glob(filepath.Join(out, "*", ".*"))
	if len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// TestInterrupt stops a run with Ctrl-C and goes on.
func TestInterrupt(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no SIGINT there")
	}
	in := corpus(t, 3000)
	out := filepath.Join(t.TempDir(), "out")
	cmd := exec.Command(build(t), "extract", in, "-o", out)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(900 * time.Millisecond)
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	err := cmd.Wait()
	var exit *exec.ExitError
	if !errors.As(err, &exit) {
		t.Skip("it was done before the interrupt came")
	}
	if exit.ExitCode() != exitInterrupted || !strings.Contains(stderr.String(), "run the same command again") {
		t.Fatalf("exit code %d, %s", exit.ExitCode(), &stderr)
	}
	files(t, out)
	b, err := exec.Command(build(t), "extract", in, "-o", out).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, b)
	}
	n := 0
	for _, err := range dataset.Documents(dataset.YearFile(out, dataset.DocumentsDir, 0)) {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	if n != 3000 {
		t.Errorf("%d documents, want 3000", n)
	}
}

// TestJobsDoNotMatter: the bytes are the same whatever --jobs.
func TestJobsDoNotMatter(t *testing.T) {
	in := corpus(t, 60)
	var want map[string]string
	for _, jobs := range []string{"1", "2", "7"} {
		out := filepath.Join(t.TempDir(), "out")
		extractTo(t, out, in, "--jobs", jobs)
		if got := files(t, out); want == nil {
			want = got
		} else if !reflect.DeepEqual(got, want) {
			t.Errorf("--jobs %s gave other files", jobs)
		}
	}
}

// TestPanicBecomesAReject: the program's own failure loses one document.
func TestPanicBecomesAReject(t *testing.T) {
	in := corpus(t, 3)
	inputs, err := findInputs([]string{in}, "", nil)
	if err != nil {
		t.Fatal(err)
	}
	b := &batch[string]{jobs: 2, document: func(raw report.Raw, _ position) (string, error) {
		if strings.Contains(raw.Source, "00001") {
			panic("boom")
		}
		return raw.Source, nil
	}}
	var got []string
	for f := range b.run(context.Background(), inputs) {
		for c := range f.parts {
			p := <-c
			if p.err != nil {
				p.value = p.err.Error()
			}
			got = append(got, filepath.Base(p.value))
		}
	}
	if len(got) != 3 || got[0] != "00000.txt" || !strings.Contains(got[1], "boom") || got[2] != "00002.txt" {
		t.Errorf("%q", got)
	}
}
