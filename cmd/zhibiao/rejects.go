package main

import (
	"encoding/csv"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"zhibiao/report"
)

// writeRejects writes rejects.csv, whole or not at all.
func writeRejects(dir string, rejects []report.Error) (err error) {
	f, err := os.CreateTemp(dir, ".zhibiao-tmp-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(f.Name())
		}
	}()
	w := csv.NewWriter(f)
	_ = w.Write([]string{"source", "stage", "reason", "remedy"}) // errors come with Flush
	for _, r := range rejects {
		_ = w.Write([]string{cell(r.Source), cell(r.Stage), cell(r.Reason), cell(r.Remedy)})
	}
	w.Flush()
	if err := errors.Join(w.Error(), f.Chmod(0o644), f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), filepath.Join(dir, "rejects.csv"))
}

// cell makes a string that no spreadsheet takes for a formula.
func cell(s string) string {
	s = strings.ToValidUTF8(strings.ReplaceAll(s, "\x00", "\uFFFD"), "\uFFFD")
	if s != "" && strings.ContainsRune("=+-@\t\r＝＋－＠", []rune(s)[0]) {
		return "'" + s
	}
	return s
}
