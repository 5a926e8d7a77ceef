package main

import (
	"bytes"
	"context"
	"strings"
	"syscall"
	"testing"
)

// full is a stream on a full disk.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

// TestLostOutput: what cannot be told is not passed over.
func TestLostOutput(t *testing.T) {
	for _, args := range [][]string{
		{"explain", "新建学校4所"},
		{"explain", "--json", "新建学校4所"},
		{"lexicon", "units"},
		{"--help"},
	} {
		var errs bytes.Buffer
		code := run(context.Background(), streams{in: strings.NewReader(""), out: full{}, err: &errs}, args)
		if code != exitFatal || !strings.Contains(errs.String(), "no space left") {
			t.Errorf("%v ended with %d: %q", args, code, errs.String())
		}
	}
}
