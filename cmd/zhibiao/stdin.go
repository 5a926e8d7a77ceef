package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
)

// readStdin takes standard input in: what is short in memory, what is long in
// a temporary file in dir, so that tables and JSON lines are read from it row
// by row as from any file. drop removes the file.
func readStdin(stdin io.Reader, dir string) (in input, drop func() error, err error) {
	in = input{source: "stdin"}
	head, err := io.ReadAll(io.LimitReader(stdin, keepInMemory+1))
	if err != nil {
		return in, nil, fmt.Errorf("read standard input: %w", err)
	}
	if len(head) <= keepInMemory {
		in.data = append([]byte{}, head...)
		return in, func() error { return nil }, nil
	}
	f, err := os.CreateTemp(dir, ".zhibiao-tmp-*")
	if err != nil {
		return in, nil, fmt.Errorf("keep standard input on disk: %w", err)
	}
	drop = func() error { return os.Remove(f.Name()) }
	_, err = io.Copy(f, io.MultiReader(bytes.NewReader(head), stdin))
	if err = errors.Join(err, f.Close()); err != nil {
		return in, nil, errors.Join(fmt.Errorf("keep standard input on disk: %w", err), drop())
	}
	in.path = f.Name()
	return in, drop, nil
}
