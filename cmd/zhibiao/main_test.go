package main

import (
	"flag"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write the golden files and the scores anew")

// TestMain lets scripts call this test binary as zhibiao, and keeps the
// dictionaries of all tests in one cache of their own.
func TestMain(m *testing.M) {
	if os.Getenv("ZHIBIAO_TEST_CACHE") == "" { // not a command of a script
		dir, err := os.MkdirTemp("", "zhibiao-test-")
		if err != nil {
			panic(err)
		}
		_ = os.Setenv("LC_ALL", "C") // what tests read is English
		_ = os.Setenv("XDG_CACHE_HOME", dir)
		_ = os.Setenv("ZHIBIAO_TEST_CACHE", dir)
		defer func() { _ = os.RemoveAll(dir) }()
	}
	testscript.Main(m, map[string]func(){"zhibiao": main})
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
