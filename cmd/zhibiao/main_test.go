package main

import (
	"flag"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write the golden files and the scores anew")

// TestMain lets scripts call this test binary as zhibiao, and keeps the
// dictionaries of all tests in one cache of their own. What is built goes to
// the compiler's usual one.
func TestMain(m *testing.M) {
	run := tidied{m, ""}
	if os.Getenv("ZHIBIAO_TEST_CACHE") == "" { // not a command of a script
		compiled, err := exec.Command("go", "env", "GOCACHE").Output()
		if err != nil {
			panic(err)
		}
		if run.dir, err = os.MkdirTemp("", "zhibiao-test-"); err != nil {
			panic(err)
		}
		_ = os.Setenv("GOCACHE", strings.TrimSpace(string(compiled)))
		_ = os.Setenv("LC_ALL", "C") // what tests read is English
		_ = os.Setenv("XDG_CACHE_HOME", run.dir)
		_ = os.Setenv("ZHIBIAO_TEST_CACHE", run.dir)
	}
	testscript.Main(run, map[string]func(){"zhibiao": main}) // exits
}

// tidied is a run of tests that takes its folder away.
type tidied struct {
	*testing.M
	dir string
}

func (t tidied) Run() int {
	defer func() { _ = os.RemoveAll(t.dir) }()
	return t.M.Run()
}

func TestScripts(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the program many times")
	}
	testscript.Run(t, testscript.Params{
		Dir:           "../../testdata/script",
		UpdateScripts: *update,
		Setup: func(e *testscript.Env) error {
			e.Setenv("XDG_CACHE_HOME", os.Getenv("ZHIBIAO_TEST_CACHE"))
			e.Setenv("ZHIBIAO_TEST_CACHE", os.Getenv("ZHIBIAO_TEST_CACHE"))
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exitcode": exitCode, "rows": rows},
	})
}
