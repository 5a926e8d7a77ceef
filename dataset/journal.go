package dataset

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// journalName is the file that says which whole files are about to take their
// names. While it is there, a run is putting its results in place or was
// killed at it; then the next run, or a reader, ends what it began.
const journalName = ".zhibiao-commit"

// journal is what a commit changes, all of it or, to whoever opens the folder
// next, nothing. Paths are relative to the folder. The renames come first, so
// that a document that moves to another year is in its new place before it is
// gone from the old one.
type journal struct {
	Rename []rename `json:"rename"`
	Remove []string `json:"remove"`
}

type rename struct{ From, To string }

// publish writes the journal and carries it out.
func (j journal) publish(d disk, dir string) error {
	if len(j.Rename)+len(j.Remove) == 0 {
		return nil
	}
	b, err := json.Marshal(j)
	if err != nil {
		return err
	}
	if err := d.write(filepath.Join(dir, journalName), b); err != nil {
		return err
	}
	if err := d.settle(dir); err != nil {
		return err
	}
	return j.carryOut(d, dir)
}

// carryOut does what is not done yet and drops the journal.
func (j journal) carryOut(d disk, dir string) error {
	touched := []string{dir}
	for _, r := range j.Rename {
		from, to := filepath.Join(dir, r.From), filepath.Join(dir, r.To)
		touched = append(touched, filepath.Dir(to))
		if err := d.rename(from, to); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("write %s: %w", to, err)
		}
	}
	for _, path := range j.Remove {
		if err := d.remove(filepath.Join(dir, path)); err != nil {
			return err
		}
	}
	slices.Sort(touched)
	for _, dir := range slices.Compact(touched) {
		if err := d.settle(dir); err != nil {
			return err
		}
	}
	return d.remove(filepath.Join(dir, journalName))
}

// recoverJournal ends what a killed run had begun. It needs the folder's lock.
func recoverJournal(d disk, dir string) error {
	path := filepath.Join(dir, journalName)
	b, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	var j journal
	if err := json.Unmarshal(b, &j); err != nil || !j.sound() {
		return fmt.Errorf("%s was not written by zhibiao or is damaged; remove it, then run the same command again", path)
	}
	return j.carryOut(d, dir)
}

// sound tells whether a journal speaks of this program's files alone.
func (j journal) sound() bool {
	for _, r := range j.Rename {
		if !ours(r.To) || filepath.Dir(r.From) != filepath.Dir(r.To) || !strings.HasPrefix(filepath.Base(r.From), tempPrefix) {
			return false
		}
	}
	return !slices.ContainsFunc(j.Remove, func(path string) bool { return !ours(path) })
}

// ours tells whether a path in the folder is one that a run writes.
func ours(path string) bool {
	if path == FilesName {
		return true
	}
	table, name := filepath.Split(path)
	_, ok := yearOf(name)
	return ok && slices.Contains(tables, filepath.Clean(table))
}

// tables are the folders of the tables.
var tables = []string{FactsDir, DocumentsDir, TokensDir}

// interrupted tells whether a folder has a journal.
func interrupted(dir string) bool {
	_, err := os.Lstat(filepath.Join(dir, journalName))
	return err == nil
}
