package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"sync"
)

// programHash tells this very program from every other: other code, other
// tables or another compiler may find other facts, whatever its version says.
// It is the hash of the build ID, which Go derives from all that goes into a
// program, or of the whole program where the linker was told to leave that out.
var programHash = sync.OnceValues(func() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", err
	}
	f, err := os.Open(path)
	if err != nil {
		return "", fmt.Errorf("read this program: %w", err)
	}
	defer func() { _ = f.Close() }()
	head := make([]byte, buildIDWithin)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return "", fmt.Errorf("read this program: %w", err)
	}
	h := sha256.New()
	if id := buildID(head[:n]); id != nil {
		_, _ = h.Write(id)
	} else if _, err := io.Copy(h, io.MultiReader(bytes.NewReader(head[:n]), f)); err != nil {
		return "", fmt.Errorf("read this program: %w", err)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
})

// buildIDWithin is how far from its start a program has its build ID.
const buildIDWithin = 32 << 10

// The build ID of a program as cmd/internal/buildid of Go 1.26 finds it: an
// ELF note of type 4, or a string at the start of the code. Its four parts are
// the hashes of what the program and its main package are made from and of what
// they came to.
var buildIDs = regexp.MustCompile(`(?:\x04\x00\x00\x00Go\x00\x00|Go build ID: ")([\w-]+/[\w-]+/[\w-]+/[\w-]+)`)

// buildID is the build ID in the head of a program, nil where there is none.
func buildID(head []byte) []byte {
	if m := buildIDs.FindSubmatch(head); m != nil {
		return m[1]
	}
	return nil
}
